import { compareBytes, KvError, type NodeId, type RangeId } from "../base/index.ts"
import {
  decodeOperator,
  decodeOperatorList,
  decodeRangeMerge,
  encodeMergedRange,
  encodeOperatorsAsked,
  encodeRangeMerge,
  type OperatorSummary,
  type RangeMerge,
  type RangeSummary,
} from "../wire/index.ts"
import type { Call } from "./call.ts"
import { type CallOptions, refuseIfPast } from "./calls.ts"
import { noted } from "./noted.ts"
import { perform } from "./own-operation.ts"
import { findRange, rangeOf } from "./ranges.ts"
import { Steps } from "./steps.ts"
import { askDriver, askDriverInStep } from "./stores.ts"

/** How often it is looked whether an operator has ended, and how long the driver may take. */
const lookMs = 100
const look: Call = { timeoutMs: 2_000, onCancel: () => {} }

/**
 * A MergeRangesRequest in, a MergeRangesResponse out: answered when the range has taken in the one
 * behind it, or when that was given up. Where the two have their replicas on different nodes, the
 * driver moves those of the first, and then has them merged. Rejects with KvError.
 */
export async function mergeRanges(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { rangeId: into, nextRangeId: next } = decodeRangeMerge(request)
  const steps = new Steps(options, call)
  const left = await rangeOf(options, into, steps)
  const { keyspaceId, end } = left.range
  if (end.length === 0) throw await noneBehind(options, left, steps)
  const right = await findRange(options, steps, (range) => {
    return range.keyspaceId === keyspaceId && compareBytes(range.start, end) === 0
  })
  if (next !== 0 && right?.range.rangeId !== next) throw notNext(into, next, right)
  if (right !== undefined && nodesOf(left) !== nodesOf(right)) {
    await moveAndMerge(options, { rangeId: into, nextRangeId: right.range.rangeId }, steps)
    const { range } = await mergedRange(options, into, steps)
    return encodeMergedRange({ ...range, absorbed: [right.range.rangeId] })
  }
  const { deadline, onBegun } = steps
  const operation = { type: "merge", at: end, into } as const
  const range = next === 0 ? undefined : right?.range
  const merge = { keyspaceId, operation, deadline, range }
  const step = `merge range ${right?.range.rangeId ?? "behind it"} into it`
  const asked = { step, rangeIdOf: () => into }
  const { response } = await noted(options, asked, () => perform(options, merge, onBegun))
  // It has the same fields as the MergeResponse of the operation.
  return response
}

/** Of two who ask at once the second one must not merge what nobody has named. */
function notNext(into: RangeId, next: RangeId, right: RangeSummary | undefined): KvError {
  if (right !== undefined) {
    const follows = `range ${next} does not follow range ${into}: range ${right.range.rangeId} does`
    return new KvError("state_changed", `${follows}; nothing was changed`)
  }
  return new KvError("unavailable", `nobody knows now which range follows range ${into}: ask again`)
}

/** What to ask for instead is told. */
async function noneBehind(
  options: CallOptions,
  { range: { rangeId, keyspaceId, start } }: RangeSummary,
  steps: Steps,
): Promise<KvError> {
  if (start.length === 0) {
    const message = `range ${rangeId} is the only one of its keyspace: there is none to take in`
    return new KvError("invalid_argument", message)
  }
  const before = await findRange(options, steps, (range) => {
    return range.keyspaceId === keyspaceId && compareBytes(range.end, start) === 0
  })
  const message = `range ${rangeId} is the last one of its keyspace: there is none behind it`
  const other = before === undefined ? "" : ` (ringraft range merge ${before.range.rangeId})`
  return new KvError("invalid_argument", `${message}; merge the one before it instead${other}`)
}

/** What cannot be looked at now was merged all the same. */
async function mergedRange(
  options: CallOptions,
  into: RangeId,
  steps: Steps,
): Promise<RangeSummary> {
  try {
    return await rangeOf(options, into, steps)
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    const message = `range ${into} was merged, but cannot be looked at now: ${error.message}`
    throw new KvError("result_unknown", message)
  }
}

/** By an operator of the driver's, which is followed to its end. */
async function moveAndMerge(options: CallOptions, merge: RangeMerge, steps: Steps): Promise<void> {
  const told = await askDriverInStep(options, "merge", encodeRangeMerge(merge), steps)
  const { id } = decodeOperator(told)
  const { end, reason } = await endOf(options, id, steps)
  if (end === "finished") return
  const message = `operator ${id}, which was to move replicas and then to merge, was ${end}`
  // Of its steps some may have been done, and the last one may still be.
  throw new KvError("result_unknown", `${message}: ${reason}; look at the ranges, then ask again`)
}

async function endOf(options: CallOptions, id: number, steps: Steps): Promise<OperatorSummary> {
  for (;;) {
    const running = await operatorWith(id, false, options)
    const ended = running === undefined ? await operatorWith(id, true, options) : undefined
    if (ended !== undefined) return ended
    if (steps.cancelled) {
      throw new KvError("cancelled_unknown", `operator ${id} goes on without its asker`)
    }
    if (options.clock.monotonicMs() + lookMs >= steps.deadline) {
      const follow = `follow it with \`ringraft operator watch ${id}\``
      const message = `operator ${id} moves replicas first, and is still at it: ${follow}`
      throw new KvError("deadline_unknown", message)
    }
    await new Promise<void>((resolve) => options.clock.after(lookMs, resolve))
  }
}

/** undefined: it is not among them, or the driver can't tell now. */
async function operatorWith(
  id: number,
  hasEnded: boolean,
  options: CallOptions,
): Promise<OperatorSummary | undefined> {
  try {
    const asked = encodeOperatorsAsked(hasEnded)
    const operators = decodeOperatorList(await askDriver(options, "operators", asked, look))
    return operators.find((operator) => operator.id === id)
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    return undefined
  }
}

function nodesOf({ replicas }: RangeSummary): string {
  const nodes: NodeId[] = replicas.map(({ nodeId }) => nodeId)
  return nodes.sort((left, right) => left - right).join()
}
