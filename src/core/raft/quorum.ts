import type { ReplicaId } from "../../base/index.ts"
import type { Configuration } from "./types.ts"

/** More than half. */
export function majorityOf(count: number): number {
  return Math.floor(count / 2) + 1
}

/**
 * The highest value that a majority of the voters has reached; of both halves where the
 * configuration is joint. Values never fall, so what this says stays true.
 */
export function quorumValue(
  configuration: Configuration,
  reached: (id: ReplicaId) => number,
): number {
  const incoming = majorityValue(configuration.voters, reached)
  if (configuration.votersOutgoing.length === 0) return incoming
  return Math.min(incoming, majorityValue(configuration.votersOutgoing, reached))
}

function majorityValue(voters: readonly ReplicaId[], reached: (id: ReplicaId) => number): number {
  if (voters.length === 0) return 0
  const values = voters.map(reached)
  const [first = 0, second = 0, third = 0] = values
  // Three are the rule, and this is asked for every answer.
  if (values.length === 3) {
    return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third))
  }
  values.sort((left, right) => right - left)
  return values[majorityOf(voters.length) - 1] ?? 0
}

/** True when those for whom `holds` are a quorum, in both halves. */
export function isQuorum(configuration: Configuration, holds: (id: ReplicaId) => boolean): boolean {
  return quorumValue(configuration, (id) => (holds(id) ? 1 : 0)) === 1
}

export type VoteResult = "won" | "lost" | "pending"

/** What the votes received so far decide. Lost: a quorum can't be had any more. */
export function voteResult(
  configuration: Configuration,
  votes: ReadonlyMap<ReplicaId, boolean>,
): VoteResult {
  if (isQuorum(configuration, (id) => votes.get(id) === true)) return "won"
  if (isQuorum(configuration, (id) => votes.get(id) !== false)) return "pending"
  return "lost"
}
