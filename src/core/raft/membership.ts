import { assert, type ReplicaId } from "../../base/index.ts"
import type { ConfigChange, ConfigChangeRequest, Configuration } from "./types.ts"

/** True in the time between two configurations, when both must agree (dissertation §4.3). */
export function isJoint(configuration: Configuration): boolean {
  return configuration.votersOutgoing.length > 0
}

/** A voter of either half. */
export function isVoter(configuration: Configuration, id: ReplicaId): boolean {
  return configuration.voters.includes(id) || configuration.votersOutgoing.includes(id)
}

export function isMember(configuration: Configuration, id: ReplicaId): boolean {
  return isVoter(configuration, id) || configuration.learners.includes(id)
}

/** Voters of both halves, sorted, each once. */
export function votersOf(configuration: Configuration): readonly ReplicaId[] {
  if (!isJoint(configuration)) return configuration.voters
  return sorted([...configuration.voters, ...configuration.votersOutgoing])
}

/** Everybody that a leader replicates to, sorted. */
export function membersOf(configuration: Configuration): readonly ReplicaId[] {
  return sorted([...votersOf(configuration), ...configuration.learners])
}

/**
 * The configuration after a change; undefined when the request makes no sense for this one. Every
 * replica comes to the same result: it depends on the log alone.
 *
 * One change alters one voter at most and takes effect at once; several go through a joint
 * configuration, where a voter that is to become a learner waits in `learnersNext` (rule 36).
 */
export function nextConfiguration(
  configuration: Configuration,
  request: ConfigChangeRequest,
): Configuration | undefined {
  const { changes } = request
  if (changes.length === 0) return isJoint(configuration) ? leaveJoint(configuration) : undefined
  if (isJoint(configuration)) return undefined
  const replicas = new Set(changes.map(({ replica }) => replica))
  if (replicas.size !== changes.length || Math.min(...replicas) < 1) return undefined
  if (!changes.every((change) => alters(configuration, change))) return undefined
  const next = enterJoint(configuration, changes)
  if (next.voters.length === 0) return undefined
  return changes.length === 1 ? leaveJoint(next) : next
}

function alters(configuration: Configuration, { type, replica }: ConfigChange): boolean {
  switch (type) {
    case "addVoter":
      return !configuration.voters.includes(replica)
    case "addLearner":
      return !configuration.learners.includes(replica)
    case "remove":
      return isMember(configuration, replica)
  }
}

function enterJoint(configuration: Configuration, changes: readonly ConfigChange[]): Configuration {
  const voters = new Set(configuration.voters)
  const learners = new Set(configuration.learners)
  const learnersNext = new Set<ReplicaId>()
  for (const { type, replica } of changes) {
    const voted = voters.delete(replica)
    learners.delete(replica)
    if (type === "addVoter") voters.add(replica)
    if (type === "addLearner") (voted ? learnersNext : learners).add(replica)
  }
  return {
    voters: sorted(voters),
    votersOutgoing: configuration.voters,
    learners: sorted(learners),
    learnersNext: sorted(learnersNext),
    autoLeave: true,
  }
}

function leaveJoint(configuration: Configuration): Configuration {
  return {
    voters: configuration.voters,
    votersOutgoing: [],
    learners: sorted([...configuration.learners, ...configuration.learnersNext]),
    learnersNext: [],
    autoLeave: false,
  }
}

/** Throws when a configuration contradicts itself. */
export function checkConfiguration(configuration: Configuration): void {
  const { voters, votersOutgoing, learners, learnersNext, autoLeave } = configuration
  for (const list of [voters, votersOutgoing, learners, learnersNext]) {
    const inOrder = list.every((id, at) => id > (list[at - 1] ?? 0))
    assert(inOrder, "configuration lists are sorted and hold each replica once")
  }
  for (const id of learners) {
    assert(!isVoter(configuration, id), "a learner is not a voter of either half")
  }
  for (const id of learnersNext) {
    assert(votersOutgoing.includes(id), "a future learner is a voter of the old half")
    assert(!voters.includes(id), "a future learner is no voter of the new half")
  }
  if (!isJoint(configuration)) {
    assert(learnersNext.length === 0, "only a joint configuration has future learners")
    assert(!autoLeave, "only a joint configuration can be left")
  }
}

function sorted(ids: Iterable<ReplicaId>): readonly ReplicaId[] {
  return [...new Set(ids)].sort((left, right) => left - right)
}
