import { assert, type ReplicaId } from "../../base/index.ts"
import type { ConfigChange, ConfigChangeRequest, Configuration } from "./types.ts"

/** True in the time between two configurations, when both must agree (dissertation §4.3). */
export function isJoint(configuration: Configuration): boolean {
  return configuration.votersOutgoing.length > 0
}

/** True for a configuration on the way to another one: no change begins before it is left. */
export function isPassing(configuration: Configuration): boolean {
  return isJoint(configuration) || configuration.leaving.length > 0
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
 *
 * A voter that is removed becomes a learner first, and goes with the next change. That one is
 * committed by those who stay, and who has a change in its log knows on its disk, too, that the one
 * before is committed (`checkRaft`). So whatever they forget in a power cut, those who stay need no
 * vote of one that is gone.
 */
export function nextConfiguration(
  configuration: Configuration,
  request: ConfigChangeRequest,
): Configuration | undefined {
  const { changes } = request
  if (changes.length === 0) return leave(configuration)
  if (isPassing(configuration)) return undefined
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
  const leaving = new Set<ReplicaId>()
  for (const { type, replica } of changes) {
    const voted = voters.delete(replica)
    learners.delete(replica)
    if (type === "addVoter") voters.add(replica)
    else if (voted) learnersNext.add(replica)
    else if (type === "addLearner") learners.add(replica)
    if (voted && type === "remove") leaving.add(replica)
  }
  return {
    voters: sorted(voters),
    votersOutgoing: configuration.voters,
    learners: sorted(learners),
    learnersNext: sorted(learnersNext),
    leaving: sorted(leaving),
    autoLeave: true,
  }
}

function leave(configuration: Configuration): Configuration | undefined {
  if (isJoint(configuration)) return leaveJoint(configuration)
  const { learners, leaving } = configuration
  if (leaving.length === 0) return undefined
  const staying = learners.filter((id) => !leaving.includes(id))
  return { ...configuration, learners: staying, leaving: [], autoLeave: false }
}

function leaveJoint(configuration: Configuration): Configuration {
  return {
    voters: configuration.voters,
    votersOutgoing: [],
    learners: sorted([...configuration.learners, ...configuration.learnersNext]),
    learnersNext: [],
    leaving: configuration.leaving,
    autoLeave: configuration.leaving.length > 0,
  }
}

/** Throws when a configuration contradicts itself. */
export function checkConfiguration(configuration: Configuration): void {
  const { voters, votersOutgoing, learners, learnersNext, leaving, autoLeave } = configuration
  for (const list of [voters, votersOutgoing, learners, learnersNext, leaving]) {
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
  const leaveFrom = isJoint(configuration) ? learnersNext : learners
  for (const id of leaving) assert(leaveFrom.includes(id), "who leaves learns before it goes")
  if (!isJoint(configuration)) {
    assert(learnersNext.length === 0, "only a joint configuration has future learners")
    assert(autoLeave === leaving.length > 0, "only a passing configuration is left")
  }
}

function sorted(ids: Iterable<ReplicaId>): readonly ReplicaId[] {
  return [...new Set(ids)].sort((left, right) => left - right)
}
