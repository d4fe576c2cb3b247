import { type KeyspaceId, KvError, type MonotonicMs, type RangeId } from "../base/index.ts"
import {
  holdsKey,
  initialRanges,
  keyspaceNameOf,
  systemKeyspace,
  systemKeyspaceId,
  validateOperation,
} from "../core/range/index.ts"
import type { Operation, OperationResult } from "../core/range/types.ts"
import type { PendingOperation, RangeStatus } from "../store/types.ts"
import {
  decodeKeyOfKeyspace,
  decodeLeaderTransfer,
  decodeResult,
  encodeOperation,
  encodeRangeList,
  encodeRangeSummary,
  encodeSplitHalves,
  encodeTransferred,
  type RangeSummary,
  responseOfResult,
} from "../wire/index.ts"
import { overloaded } from "./admission.ts"
import type { Call } from "./call.ts"
import { type CallOptions, EncodingSink, refuseIfPast } from "./calls.ts"
import { clientKeyspaceIdOf, deadlineOf } from "./intake.ts"

/** Counts the ids that were given to ranges beyond those that a cluster begins with. */
const rangeIdsKey = new TextEncoder().encode("ids/range")

/** A ListRangesResponse. */
export function listRanges({ service }: CallOptions): Uint8Array {
  return encodeRangeList(service.ranges().map(summaryOf))
}

/** A LocateKeyRequest in, a RangeStatus out. Throws KvError. */
export function locateKey({ service, limits }: CallOptions, request: Uint8Array): Uint8Array {
  const { keyspace, key } = decodeKeyOfKeyspace(request)
  const keyspaceId = clientKeyspaceIdOf(keyspace)
  const invalid = validateOperation({ type: "get", key, consistency: "stale" }, limits)
  if (invalid !== undefined) throw invalid
  const range = service.ranges().find(({ descriptor }) => {
    return descriptor.keyspaceId === keyspaceId && holdsKey(descriptor, key)
  })
  if (range === undefined) {
    throw new KvError("unavailable", "this node does not know the range of this key now: ask again")
  }
  return encodeRangeSummary(summaryOf(range))
}

/** A SplitRangeRequest in, a SplitRangeResponse out. Rejects with KvError. */
export async function splitRange(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { keyspace, key: at } = decodeKeyOfKeyspace(request)
  const keyspaceId = clientKeyspaceIdOf(keyspace)
  const invalid = validateOperation({ type: "split", at, childId: 0 }, options.limits)
  if (invalid !== undefined) throw invalid
  const step = stepsOf(options, call)
  const childId = await newRangeId(options, step)
  const split: Operation = { type: "split", at, childId }
  const result = await ask(options, keyspaceId, keyspace, split, step)
  if (result.type !== "split") throw new KvError("internal", `a split gave ${result.type}`)
  return encodeSplitHalves(result)
}

/** A TransferLeaderRequest in, a TransferLeaderResponse out. Rejects with KvError. */
export async function transferLeader(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { rangeId, to } = decodeLeaderTransfer(request)
  const range = options.service.ranges().find(({ descriptor }) => descriptor.rangeId === rangeId)
  if (range === undefined) {
    throw new KvError(
      "invalid_argument",
      `there is no range ${rangeId}: list them to see which are`,
    )
  }
  const { keyspaceId, start } = range.descriptor
  const transfer: Operation = { type: "transfer", key: start, to }
  const step = stepsOf(options, call)
  const result = await ask(options, keyspaceId, keyspaceNameOf(keyspaceId), transfer, step)
  if (result.type !== "transfer") throw new KvError("internal", `a transfer gave ${result.type}`)
  return encodeTransferred(result.range)
}

/** One that no range of the cluster ever had (rule 46). One that is not used then is lost. */
async function newRangeId(options: CallOptions, step: Step): Promise<RangeId> {
  const next: Operation = {
    type: "increment",
    key: rangeIdsKey,
    delta: 1n,
    requestId: undefined,
  }
  const result = await ask(options, systemKeyspaceId, systemKeyspace, next, step)
  if (result.type !== "increment") throw new KvError("internal", `a count gave ${result.type}`)
  return initialRanges.length + Number(result.value)
}

/** What all steps of one call share. */
interface Step {
  readonly deadline: MonotonicMs
  /** The client went away. */
  cancelled: boolean
  /** The one under way. */
  pending: PendingOperation | undefined
}

function stepsOf({ clock, limits }: CallOptions, call: Call): Step {
  const deadline = deadlineOf(clock.monotonicMs(), call.timeoutMs, limits)
  const step: Step = { deadline, cancelled: false, pending: undefined }
  call.onCancel(() => {
    step.cancelled = true
    if (step.pending !== undefined) step.pending.cancelled = true
  })
  return step
}

/** One operation of this node's own. Rejects with KvError. */
function ask(
  options: CallOptions,
  keyspaceId: KeyspaceId,
  keyspace: string,
  operation: Operation,
  step: Step,
): Promise<Exclude<OperationResult, { readonly type: "error" }>> {
  const { service, admission } = options
  if (!admission.enter()) throw overloaded()
  return new Promise((resolve, reject) => {
    const sink = new EncodingSink((_, bytes) => {
      admission.leave()
      const answer = responseOfResult(bytes)
      if ("error" in answer) reject(answer.error)
      else resolve(decodeResult(bytes).result as never)
    })
    const pending: PendingOperation = {
      id: 0,
      keyspaceId,
      rangeId: 0,
      rangeVersion: 0,
      operation,
      bytes: encodeOperation({ id: 0, timeoutMs: 0, keyspace, operation }),
      deadline: step.deadline,
      forwarded: false,
      sink,
      cancelled: step.cancelled,
    }
    step.pending = pending
    service.submit([pending])
  })
}

function summaryOf(status: RangeStatus): RangeSummary {
  const { descriptor: range, replicas, leaderNodeId, term, appliedIndex } = status
  const keyspace = keyspaceNameOf(range.keyspaceId)
  return { range, keyspace, replicas, leaderNodeId, term, appliedIndex }
}
