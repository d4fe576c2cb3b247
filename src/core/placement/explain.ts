import type { EndedOperator, Operator, Step } from "./types.ts"

/** One line for people. */
export function describeStep(step: Step): string {
  switch (step.type) {
    case "addLearner":
      return `add a learner on store ${step.store}`
    case "changeVoters":
      return describeVoters(step.promote.join(", "), step.remove.join(", "))
    case "removeLearner":
      return `remove the learner from store ${step.store}`
    case "transferLeader":
      return `hand leadership to store ${step.store}`
    case "leaveJoint":
      return "leave the joint configuration"
    case "split":
      return `split by ${step.by}`
    case "merge":
      return `merge range ${step.source} into it`
  }
}

/** What an operator does, why, how far it is, and how it ended: a line each. */
export function describeOperator(operator: Operator | EndedOperator): string[] {
  const { id, kind, rangeId, why, steps, currentStep } = operator
  const lines = [`operator ${id} (${kind}) of range ${rangeId}: ${why}`]
  steps.forEach((step, at) => {
    const mark = at < currentStep ? "done" : at === currentStep ? "now" : "then"
    lines.push(`  ${mark}: ${describeStep(step)}`)
  })
  if ("end" in operator) {
    lines.push(`  ${operator.end}${operator.reason === "" ? "" : `: ${operator.reason}`}`)
  }
  return lines
}

function describeVoters(promote: string, remove: string): string {
  if (remove === "") return `let store ${promote} vote`
  if (promote === "") return `remove the replica from store ${remove}`
  return `let store ${promote} vote instead of store ${remove}`
}
