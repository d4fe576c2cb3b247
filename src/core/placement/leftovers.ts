import type { NodeId, RangeId } from "../../base/index.ts"
import type { EndedOperator, Step } from "./types.ts"

const none: ReadonlySet<NodeId> = new Set()

/**
 * Where operators that did not finish may have left replicas. Where nothing is done unasked this
 * tells what is to be undone from what somebody did by hand.
 */
export class Leftovers {
  readonly #stores = new Map<RangeId, ReadonlySet<NodeId>>()

  at(rangeId: RangeId): ReadonlySet<NodeId> {
    return this.#stores.get(rangeId) ?? none
  }

  /** What one brought is left until another takes it away, or has a use for it. */
  noticeEnd({ rangeId, end, steps, currentStep }: EndedOperator): void {
    const left = new Set(this.at(rangeId))
    const begun = steps.slice(0, currentStep + 1)
    if (end === "finished") for (const id of begun.flatMap(namedBy)) left.delete(id)
    else for (const id of begun.flatMap(addedBy)) left.add(id)
    if (left.size > 0) this.#stores.set(rangeId, left)
    else this.#stores.delete(rangeId)
  }
}

/** Stores that a step brings a replica to, or makes one vote on. */
export function addedBy(step: Step | undefined): readonly NodeId[] {
  if (step?.type === "addLearner") return [step.store]
  return step?.type === "changeVoters" ? step.promote : []
}

/** And those that it takes one from. */
function namedBy(step: Step): readonly NodeId[] {
  if (step.type === "removeLearner") return [step.store]
  return step.type === "changeVoters" ? [...step.promote, ...step.remove] : addedBy(step)
}
