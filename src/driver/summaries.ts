import type { MonotonicMs, NodeId, WallMs } from "../base/index.ts"
import {
  describeStep,
  type EndedOperator,
  type Operator,
  type Placement,
} from "../core/placement/index.ts"
import type { Clock } from "../env/index.ts"
import type { IncomingSnapshot, OperatorRecord, OperatorSummary } from "../wire/index.ts"

/** Reasons come from errors, and cells have their limits. */
const reasonCharactersMax = 200

/** Data on its way. */
export interface Progress {
  readonly bytes: number
  readonly bytesTotal: number
  readonly bytesPerSecond: number
}

interface Incoming {
  readonly placement: Pick<Placement, "range">
  /** Snapshots on their way, by the store to which. */
  readonly incoming: ReadonlyMap<NodeId, readonly IncomingSnapshot[]>
}

const noProgress: Progress = { bytes: 0, bytesTotal: 0, bytesPerSecond: 0 }

/** Of the snapshot that the step under way waits for. Sizes of ranges are estimates. */
export function progressOf(
  { rangeId, steps, currentStep }: Operator,
  { placement, incoming }: Incoming,
): Progress {
  const step = steps[currentStep]
  if (step?.type !== "addLearner") return noProgress
  const coming = incoming.get(step.store)?.find((each) => each.rangeId === rangeId)
  if (coming === undefined) return noProgress
  const { bytes, ageMs } = coming
  const bytesTotal = Math.max(bytes, placement.range(rangeId)?.bytes ?? 0)
  return { bytes, bytesTotal, bytesPerSecond: Math.round((bytes * 1_000) / Math.max(1, ageMs)) }
}

/** An operator as people see it. */
export function shown(
  operator: Operator | EndedOperator,
  nowMs: MonotonicMs,
  progress = noProgress,
): OperatorSummary {
  const { id, kind, rangeId, why, steps, currentStep, startedAtMs } = operator
  const ended = "end" in operator ? operator : undefined
  return {
    ...{ id, kind, rangeId, why, steps: steps.map(describeStep), stepsDone: currentStep },
    ...{ end: ended?.end ?? "", reason: ended?.reason ?? "" },
    ageMs: Math.max(0, Math.round(nowMs - startedAtMs)),
    ...progress,
  }
}

/** What is kept of an operator; drivers share no clock but the wall's. */
export function recordOf(operator: Operator | EndedOperator, clock: Clock): OperatorRecord {
  return recordLater(shown(operator, clock.monotonicMs()), clock.wallMs())
}

/** What is kept of one as people see it. */
export function recordLater({ ageMs, ...rest }: OperatorSummary, nowMs: WallMs): OperatorRecord {
  const reason = rest.reason.slice(0, reasonCharactersMax)
  const begunAtMs = Math.max(0, Math.floor(nowMs - ageMs))
  return { operator: { ...rest, reason, ageMs: 0 }, begunAtMs }
}

export function shownLater(
  { operator, begunAtMs }: OperatorRecord,
  nowMs: WallMs,
): OperatorSummary {
  return { ...operator, ageMs: Math.max(0, Math.round(nowMs - begunAtMs)) }
}
