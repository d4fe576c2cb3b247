import { assert, emptyBytes, type ReplicaId } from "../../base/index.ts"
import { maybeCommit } from "./commit.ts"
import {
  isJoint,
  isMember,
  isPassing,
  membersOf,
  nextConfiguration,
  votersOf,
} from "./membership.ts"
import { newProgress } from "./progress.ts"
import { type Accepted, type ProposalRefusal, type Refused, refusalOf, refused } from "./propose.ts"
import { isQuorum } from "./quorum.ts"
import { confirmReads } from "./reads.ts"
import { appendOwn, sendHeartbeat } from "./replication.ts"
import { deviates, type LeaderRole, type RaftState } from "./state.ts"
import { leaveLeadership } from "./transfer.ts"
import type { ConfigChangeRequest, Configuration } from "./types.ts"

export type ConfigRefusal = Exclude<ProposalRefusal, "uncommittedFull"> | "configPending" | "unsafe"

/** A learner that is to vote must have this much of the log (rule 39). */
const caughtUpShare = 0.9

/** Proposes a change of configuration; `data` is the request, encoded by the caller. */
export function proposeConfig(
  state: RaftState,
  data: Uint8Array,
  request: ConfigChangeRequest,
): Accepted | Refused<ConfigRefusal> {
  const { role } = state
  if (role.name !== "leader" || role.caretaker) return refused("notLeader")
  const reason = refusalOf(state, role)
  if (reason !== undefined) return refused(reason)
  const entering = request.changes.length > 0
  if (isPending(state, role) || (entering && isPassing(state.configuration))) {
    return refused("configPending")
  }
  const next = nextOf(state, request)
  if (next === undefined || !isSafe(state, role, next)) return refused("unsafe")
  return { accepted: true, firstIndex: append(state, role, data), term: state.term }
}

/** A change takes effect when it is applied, here as everywhere (rule 35). */
export function applyConfig(state: RaftState, request: ConfigChangeRequest): Configuration {
  const next = nextOf(state, request)
  // What makes no sense any more when its turn comes changes nothing, on any replica.
  if (next === undefined) return state.configuration
  if (!deviates(state, "remove-voter-at-once")) {
    const stay = votersOf(state.configuration).every((id) => isMember(next, id))
    assert(stay, "nobody is removed who has a vote")
  }
  state.configuration = next
  if (state.role.name === "leader") followConfiguration(state, state.role)
  return next
}

/**
 * Leaves a passing configuration once it is applied. Asked after every apply and tick by whoever
 * leads then: the proposal of an earlier leader may be lost.
 */
export function maybeAutoLeave(state: RaftState, leader: LeaderRole): void {
  const { autoLeave } = state.configuration
  if (
    !autoLeave ||
    leader.caretaker ||
    isPending(state, leader) ||
    refusalOf(state, leader) !== undefined
  )
    return
  // No changes are encoded as no bytes.
  append(state, leader, emptyBytes)
}

function append(state: RaftState, leader: LeaderRole, data: Uint8Array): number {
  const { log, handout } = state
  assert(!log.mayHoldConfig(handout.applied, log.lastIndex), "the change before is applied")
  leader.pendingConfig = appendOwn(state, leader, "config", [data])
  return leader.pendingConfig
}

function isPending(state: RaftState, leader: LeaderRole): boolean {
  return leader.pendingConfig > state.handout.applied
}

function nextOf(state: RaftState, request: ConfigChangeRequest): Configuration | undefined {
  const next = nextConfiguration(state.configuration, request)
  if (next === undefined || !deviates(state, "remove-voter-at-once")) return next
  const stays = (id: ReplicaId): boolean => !next.leaving.includes(id)
  return {
    ...next,
    learners: next.learners.filter(stays),
    learnersNext: next.learnersNext.filter(stays),
    ...{ leaving: [], autoLeave: isJoint(next) },
  }
}

/**
 * Rule 37: the leader stays a voter, a quorum of the result is alive, and whoever becomes a voter
 * has nearly everything.
 */
function isSafe(state: RaftState, leader: LeaderRole, next: Configuration): boolean {
  if (!next.voters.includes(state.id)) return false
  const alive = (id: ReplicaId) => id === state.id || isAlive(state, leader, id)
  if (!isQuorum(next, alive)) return false
  const added = next.voters.filter((id) => !state.configuration.voters.includes(id))
  return added.every((id) => isCaughtUp(state, leader, id))
}

function isAlive(state: RaftState, leader: LeaderRole, id: ReplicaId): boolean {
  const progress = leader.progress.get(id)
  if (progress === undefined || progress.damage !== undefined) return false
  return progress.silentTicks < state.options.electionTimeoutTicks
}

function isCaughtUp(state: RaftState, leader: LeaderRole, id: ReplicaId): boolean {
  const progress = leader.progress.get(id)
  if (progress === undefined || progress.match < state.log.start.index) return false
  return progress.match >= caughtUpShare * state.commit
}

function followConfiguration(state: RaftState, leader: LeaderRole): void {
  const { configuration, log, id } = state
  for (const progress of leader.progress.values()) {
    if (isMember(configuration, progress.id)) continue
    // A last word, so that it knows that it is out.
    sendHeartbeat(state, leader, progress)
    leader.progress.delete(progress.id)
  }
  for (const other of membersOf(configuration)) {
    if (other === id || leader.progress.has(other)) continue
    leader.progress.set(other, newProgress(other, log.lastIndex + 1))
  }
  const heir = leader.transfer?.to
  if (heir !== undefined && !configuration.voters.includes(heir)) leader.transfer = undefined
  leader.appendsDue = true
  // The quorum may be smaller now.
  maybeCommit(state, leader)
  confirmReads(state, leader)
  // Rule 38. In a joint configuration the old half still needs its leader.
  const leaves = !isJoint(configuration) && !configuration.voters.includes(id)
  if (leaves) leaveLeadership(state, leader)
}
