import type { MonotonicMs, WallMs } from "../base/index.ts"
import { describeStep, type EndedOperator, type Operator } from "../core/placement/index.ts"
import type { Clock } from "../env/index.ts"
import type { OperatorRecord, OperatorSummary } from "../wire/index.ts"

/** Reasons come from errors, and cells have their limits. */
const reasonCharactersMax = 200

/** An operator as people see it. */
export function shown(operator: Operator | EndedOperator, nowMs: MonotonicMs): OperatorSummary {
  const { id, kind, rangeId, why, steps, currentStep, startedAtMs } = operator
  const ended = "end" in operator ? operator : undefined
  return {
    ...{ id, kind, rangeId, why, steps: steps.map(describeStep), stepsDone: currentStep },
    ...{ end: ended?.end ?? "", reason: ended?.reason ?? "" },
    ageMs: Math.max(0, Math.round(nowMs - startedAtMs)),
  }
}

/** What is kept of an operator that has ended; drivers share no clock but the wall's. */
export function recordOf(operator: EndedOperator, clock: Clock): OperatorRecord {
  const { ageMs, ...rest } = shown(operator, clock.monotonicMs())
  const reason = rest.reason.slice(0, reasonCharactersMax)
  const begunAtMs = Math.max(0, Math.floor(clock.wallMs() - ageMs))
  return { operator: { ...rest, reason, ageMs: 0 }, begunAtMs }
}

export function shownLater(
  { operator, begunAtMs }: OperatorRecord,
  nowMs: WallMs,
): OperatorSummary {
  return { ...operator, ageMs: Math.max(0, Math.round(nowMs - begunAtMs)) }
}
