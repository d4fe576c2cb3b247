import { assert, compareBytes } from "../../base/index.ts"
import type { RangeMachine } from "./machine.ts"

/**
 * Throws InvariantViolation when a machine contradicts itself. Costs as much as its session table
 * is big: for tests and the simulator, after every batch.
 */
export function checkRange(machine: RangeMachine): void {
  const { index, term, time, configuration, descriptor } = machine.state
  assert(Number.isSafeInteger(index) && index >= 0, "the applied index is not an index")
  assert(Number.isSafeInteger(term) && term >= 0, "the applied term is not a term")
  assert(index > 0 || time === 0, "log time moved without an entry")
  assert(Number.isSafeInteger(time), "log time is not a hybrid time")
  const members = [...configuration.voters, ...configuration.learners]
  assert(new Set(members).size === members.length, "a replica is voter and learner at once")
  const { start, end, version } = descriptor
  assert(end.length === 0 || compareBytes(start, end) < 0, "a range without keys")
  assert(version >= 1 || index === 0, "a range without a version")
  const [fault] = machine.sessionFaults
  assert(fault === undefined, `sessions: ${fault}`)
}
