import {
  compareBytes,
  emptyBytes,
  KvError,
  type NodeId,
  noSuchStore,
  type RangeId,
} from "../base/index.ts"
import {
  holdsKey,
  holeIn,
  overlap,
  quoted,
  validateChanges,
  validateOperation,
} from "../core/range/index.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import type { RangeStatus } from "../store/types.ts"
import {
  decodeKeyOfKeyspace,
  decodeLeaderTransfer,
  decodeRangeCut,
  decodeRangeId,
  decodeRangeList,
  decodeReplicaChanges,
  decodeStoreList,
  encodeRangeList,
  encodeRangeSummary,
  type RangeSummary,
  type StoreSummary,
} from "../wire/index.ts"
import type { Call } from "./call.ts"
import { type CallOptions, refuseIfPast } from "./calls.ts"
import { keyspacesOf } from "./create-keyspace.ts"
import { noted } from "./noted.ts"
import { type OwnAnswer, perform } from "./own-operation.ts"
import { newRangeId, Steps } from "./steps.ts"
import { askDriverInStep } from "./stores.ts"

/**
 * A ListRangesResponse: ranges that this node has a replica of as that sees them, the rest, and
 * what has gone on since, as the driver knows them. Ranges that no leader has told the driver of
 * are missing: it begins with nothing. Rejects with KvError.
 */
export async function listRanges(options: CallOptions, call: Call): Promise<Uint8Array> {
  refuseIfPast(call)
  const told = (await rangesOfDriver(options, new Steps(options, call))) ?? []
  const mine = sized(options, options.service.ranges().map(summaryOf), told)
  return encodeRangeList(told.length === 0 ? mine : named(newestOf([...mine, ...told]), told))
}

/** Of a range that this node does not lead, its leader knows better how much it holds. */
function sized(
  { service }: CallOptions,
  mine: readonly RangeSummary[],
  told: readonly RangeSummary[],
): readonly RangeSummary[] {
  const { nodeId } = service.status()
  const byId = new Map(told.map((each) => [each.range.rangeId, each]))
  return mine.map((each) => {
    const there = byId.get(each.range.rangeId)
    const same = there !== undefined && sameEpoch(each.range, there.range)
    if (!same || each.leaderNodeId === nodeId) return each
    return { ...each, bytes: there.bytes, keys: there.keys }
  })
}

function sameEpoch(one: RangeDescriptor, other: RangeDescriptor): boolean {
  return one.version === other.version && one.configVersion === other.configVersion
}

/** A node that has no replica of the cluster's own range knows few keyspaces by their names. */
function named(
  ranges: readonly RangeSummary[],
  told: readonly RangeSummary[],
): readonly RangeSummary[] {
  const names = new Map(told.map(({ range, keyspace }) => [range.keyspaceId, keyspace]))
  return ranges.map((each) => {
    return each.keyspace === ""
      ? { ...each, keyspace: names.get(each.range.keyspaceId) ?? "" }
      : each
  })
}

/** In the order of their keys. Of two that share a key the one of the higher version is later. */
function newestOf(ranges: readonly RangeSummary[]): readonly RangeSummary[] {
  const byId = new Map<RangeId, RangeSummary>()
  for (const each of ranges) {
    const known = byId.get(each.range.rangeId)
    if (known === undefined || isNewer(each, known)) byId.set(each.range.rangeId, each)
  }
  const sorted = [...byId.values()].sort(({ range: left }, { range: right }) => {
    return left.keyspaceId - right.keyspaceId || compareBytes(left.start, right.start)
  })
  const newest: RangeSummary[] = []
  for (const each of sorted) {
    let last = newest.at(-1)
    while (last !== undefined && shareKeys(last, each) && last.range.version < each.range.version) {
      newest.pop()
      last = newest.at(-1)
    }
    if (last === undefined || !shareKeys(last, each)) newest.push(each)
  }
  return newest
}

function isNewer(one: RangeSummary, than: RangeSummary): boolean {
  const later = one.range.version - than.range.version
  const changed = one.range.configVersion - than.range.configVersion
  return (later || changed || one.term - than.term) > 0
}

function shareKeys({ range: left }: RangeSummary, { range: right }: RangeSummary): boolean {
  return left.keyspaceId === right.keyspaceId && overlap(left, right)
}

/** undefined: nobody drives now. */
async function rangesOfDriver(
  options: CallOptions,
  steps: Steps,
): Promise<readonly RangeSummary[] | undefined> {
  try {
    return decodeRangeList(await askDriverInStep(options, "ranges", emptyBytes, steps))
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    return undefined
  }
}

/** A LocateKeyRequest in, a RangeStatus out. Rejects with KvError. */
export async function locateKey(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { service, limits, keyspaces } = options
  const { keyspace, key } = decodeKeyOfKeyspace(request)
  const steps = new Steps(options, call)
  const known = keyspaces.known(keyspace)
  const { id: keyspaceId, name } = known ?? (await keyspaces.find(keyspace, steps.deadline))
  const invalid = validateOperation({ type: "get", key, consistency: "stale" }, limits)
  if (invalid !== undefined) throw invalid
  const holds = (range: RangeDescriptor): boolean => {
    return range.keyspaceId === keyspaceId && holdsKey(range, key)
  }
  const here = service.ranges().find(({ descriptor }) => holds(descriptor))
  if (here !== undefined) {
    const readFrom = service.isInMemory(here.descriptor.rangeId, key) ? "memory" : "disk"
    return encodeRangeSummary({ ...summaryOf(here), keyspace: name, readFrom })
  }
  const told = (await rangesOfDriver(options, steps))?.find(({ range }) => holds(range))
  if (told !== undefined) return encodeRangeSummary(told)
  throw new KvError("unavailable", "nobody knows the range of this key now: ask again")
}

/** A SplitRangeRequest in, a SplitRangeResponse out. Rejects with KvError. */
export async function splitRange(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { keyspace, key: at, rangeId } = decodeRangeCut(request)
  const invalid = validateOperation({ type: "split", at, childId: 0 }, options.limits)
  if (invalid !== undefined) throw invalid
  const steps = new Steps(options, call)
  const { deadline, onBegun } = steps
  const { keyspaces } = options
  const known = keyspaces.known(keyspace)
  const { id: keyspaceId } = known ?? (await keyspaces.find(keyspace, deadline))
  const named = rangeId === 0 ? undefined : await rangeOf(options, rangeId, steps)
  const range = named?.range
  if (named !== undefined && !(range?.keyspaceId === keyspaceId && holdsKey(named.range, at))) {
    throw notIn(named, at)
  }
  const childId = await newRangeId(options, steps)
  const operation = { type: "split", at, childId } as const
  const split = { keyspaceId, operation, deadline, range }
  const asked = {
    step: `split at ${quoted(at)}`,
    rangeIdOf: (done?: OwnAnswer<"split">) => done?.result.left.rangeId ?? rangeId,
  }
  const { response } = await noted(options, asked, () => perform(options, split, onBegun))
  // It has the same fields as the SplitResponse of the operation.
  return response
}

function notIn({ range, keyspace }: RangeSummary, at: Uint8Array): KvError {
  const { rangeId, keyspaceId, start, end } = range
  const from = start.length === 0 ? "the first key" : quoted(start)
  const to = end.length === 0 ? "the last one" : `before ${quoted(end)}`
  const of = `range ${rangeId}, of keyspace ${keyspace || keyspaceId},`
  const has = `${of} goes from ${from} to ${to}`
  return new KvError("invalid_argument", `${has}: ${quoted(at)} is not in it`)
}

/** A TransferLeaderRequest in, a TransferLeaderResponse out. Rejects with KvError. */
export async function transferLeader(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { rangeId, to } = decodeLeaderTransfer(request)
  const steps = new Steps(options, call)
  const { range, replicas } = await rangeOf(options, rangeId, steps)
  const { keyspaceId, start: key } = range
  if (replicas.every(({ nodeId }) => nodeId !== to)) await refuseStranger(options, to, steps)
  const { deadline, onBegun } = steps
  const operation = { type: "transfer", key, to } as const
  const transfer = { keyspaceId, operation, deadline, range }
  const asked = { step: `have store ${to} stand for leader`, rangeIdOf: () => rangeId }
  const { response } = await noted(options, asked, () => perform(options, transfer, onBegun))
  // It has the same fields as the TransferResponse of the operation.
  return response
}

/** Throws KvError `invalid_argument` where the driver knows of no such store; else others see. */
async function refuseStranger(options: CallOptions, nodeId: NodeId, steps: Steps): Promise<void> {
  let stores: readonly StoreSummary[]
  try {
    stores = decodeStoreList(await askDriverInStep(options, "stores", emptyBytes, steps))
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    return
  }
  if (stores.some((store) => store.nodeId === nodeId)) return
  const ids = stores.filter(({ state }) => state !== "gone").map((store) => store.nodeId)
  throw new KvError("invalid_argument", noSuchStore(nodeId, ids))
}

/** A CheckRangeRequest in, a CheckRangeResponse out. Rejects with KvError. */
export async function checkRange(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const steps = new Steps(options, call)
  const { deadline, onBegun } = steps
  const { range } = await rangeOf(options, decodeRangeId(request), steps)
  const { keyspaceId, start: key } = range
  const operation = { type: "check", key } as const
  const check = { keyspaceId, operation, deadline, range }
  // The response has the same fields as the CheckResponse of the operation.
  return (await perform(options, check, onBegun)).response
}

const changeWords = {
  addLearner: "add a learner on",
  addVoter: "have a voter on",
  remove: "remove the replica from",
}

/** A ChangeReplicasRequest in, a ChangeReplicasResponse out. Rejects with KvError. */
export async function changeReplicas(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { rangeId, configVersion, changes } = decodeReplicaChanges(request)
  const invalid = validateChanges(changes)
  if (invalid !== undefined) throw invalid
  const steps = new Steps(options, call)
  const { deadline, onBegun } = steps
  const { keyspaceId, start: key } = (await rangeOf(options, rangeId, steps)).range
  const operation = { type: "changeReplicas", key, rangeId, configVersion, changes } as const
  const change = { keyspaceId, operation, deadline }
  const step = changes.map(({ type, nodeId }) => `${changeWords[type]} store ${nodeId}`).join(", ")
  const asked = { step, rangeIdOf: () => rangeId }
  const { response } = await noted(options, asked, () => perform(options, change, onBegun))
  // It has the same fields as that of the operation.
  return response
}

/**
 * Throws KvError `invalid_argument` where there is no such range, `unavailable` where nobody can
 * tell now.
 */
export async function rangeOf(
  options: CallOptions,
  rangeId: RangeId,
  steps: Steps,
): Promise<RangeSummary> {
  const isIt = (range: RangeDescriptor): boolean => range.rangeId === rangeId
  const here = rangeHere(options, isIt)
  if (here !== undefined) return here
  const told = await rangesOfDriver(options, steps)
  if (told === undefined) {
    throw new KvError("unavailable", `nobody can tell now of range ${rangeId}: ask again`)
  }
  const found = told.find(({ range }) => isIt(range))
  if (found !== undefined) return found
  const hole = await holeNow(options, told, steps)
  if (hole !== undefined) {
    const known = `nobody can tell now of range ${rangeId}, nor which range has ${hole}`
    throw new KvError("unavailable", `${known}: ask again`)
  }
  const message = `there is no range ${rangeId}: list them to see which are`
  throw new KvError("invalid_argument", message)
}

/** Keys whose range neither the driver nor this node knows: another driver begins with nothing. */
async function holeNow(
  options: CallOptions,
  told: readonly RangeSummary[],
  steps: Steps,
): Promise<string | undefined> {
  const keyspaces = await keyspacesOf(options, steps)
  const mine = options.service.ranges().map(summaryOf)
  return holeIn(
    newestOf([...mine, ...told]).map(({ range }) => range),
    keyspaces,
  )
}

/** As this node has it, or else as the driver knows it; undefined: neither does. */
export async function findRange(
  options: CallOptions,
  steps: Steps,
  isIt: (range: RangeDescriptor) => boolean,
): Promise<RangeSummary | undefined> {
  const here = rangeHere(options, isIt)
  return here ?? (await rangesOfDriver(options, steps))?.find(({ range }) => isIt(range))
}

function rangeHere(
  { service }: CallOptions,
  isIt: (range: RangeDescriptor) => boolean,
): RangeSummary | undefined {
  const status = service.ranges().find(({ descriptor }) => isIt(descriptor))
  return status && summaryOf(status)
}

function summaryOf(status: RangeStatus): RangeSummary {
  const { descriptor: range, ...rest } = status
  return { ...rest, range, readFrom: "" }
}
