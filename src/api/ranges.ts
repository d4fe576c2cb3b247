import { KvError, type MonotonicMs, type RangeId } from "../base/index.ts"
import {
  holdsKey,
  initialRanges,
  keyspaceNameOf,
  systemKeyspace,
  systemKeyspaceId,
  validateOperation,
} from "../core/range/index.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import type { PendingOperation, RangeStatus } from "../store/types.ts"
import {
  decodeKeyOfKeyspace,
  decodeLeaderTransfer,
  decodeRangeId,
  encodeRangeList,
  encodeRangeSummary,
  type RangeSummary,
} from "../wire/index.ts"
import type { Call } from "./call.ts"
import { type CallOptions, refuseIfPast } from "./calls.ts"
import { clientKeyspaceIdOf, deadlineOf } from "./intake.ts"
import { perform } from "./own-operation.ts"

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
  const steps = new Steps(options, call)
  const { deadline, onBegun } = steps
  const childId = await newRangeId(options, steps)
  const operation = { type: "split", at, childId } as const
  const split = { keyspaceId, keyspace, operation, deadline }
  // The response has the same fields as the SplitResponse of the operation.
  return (await perform(options, split, onBegun)).response
}

/** A TransferLeaderRequest in, a TransferLeaderResponse out. Rejects with KvError. */
export async function transferLeader(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { rangeId, to } = decodeLeaderTransfer(request)
  const { keyspaceId, start } = rangeOf(options, rangeId)
  const { deadline, onBegun } = new Steps(options, call)
  const operation = { type: "transfer", key: start, to } as const
  const transfer = { keyspaceId, keyspace: keyspaceNameOf(keyspaceId), operation, deadline }
  // The response has the same fields as the TransferResponse of the operation.
  return (await perform(options, transfer, onBegun)).response
}

/** A CheckRangeRequest in, a CheckRangeResponse out. Rejects with KvError. */
export async function checkRange(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { keyspaceId, start } = rangeOf(options, decodeRangeId(request))
  const { deadline, onBegun } = new Steps(options, call)
  const operation = { type: "check", key: start } as const
  const check = { keyspaceId, keyspace: keyspaceNameOf(keyspaceId), operation, deadline }
  // The response has the same fields as the CheckResponse of the operation.
  return (await perform(options, check, onBegun)).response
}

/** Throws KvError `invalid_argument` where this node knows of none. */
function rangeOf({ service }: CallOptions, rangeId: RangeId): RangeDescriptor {
  const range = service.ranges().find(({ descriptor }) => descriptor.rangeId === rangeId)
  if (range !== undefined) return range.descriptor
  const message = `there is no range ${rangeId}: list them to see which are`
  throw new KvError("invalid_argument", message)
}

/** One that no range of the cluster ever had (rule 46). One that is not used then is lost. */
async function newRangeId(options: CallOptions, { deadline, onBegun }: Steps): Promise<RangeId> {
  const requestId = undefined
  const operation = { type: "increment", key: rangeIdsKey, delta: 1n, requestId } as const
  const next = { keyspaceId: systemKeyspaceId, keyspace: systemKeyspace, operation, deadline }
  const { result } = await perform(options, next, onBegun)
  return initialRanges.length + Number(result.value)
}

/** What all operations of one call share. */
class Steps {
  readonly deadline: MonotonicMs
  #cancelled = false
  #pending: PendingOperation | undefined

  constructor({ clock, limits }: CallOptions, call: Call) {
    this.deadline = deadlineOf(clock.monotonicMs(), call.timeoutMs, limits)
    call.onCancel(() => {
      this.#cancelled = true
      if (this.#pending !== undefined) this.#pending.cancelled = true
    })
  }

  readonly onBegun = (pending: PendingOperation): void => {
    pending.cancelled = this.#cancelled
    this.#pending = pending
  }
}

function summaryOf(status: RangeStatus): RangeSummary {
  const { descriptor: range, replicas, leaderNodeId, term, appliedIndex } = status
  const keyspace = keyspaceNameOf(range.keyspaceId)
  return { range, keyspace, replicas, leaderNodeId, term, appliedIndex }
}
