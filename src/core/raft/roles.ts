import { type LogIndex, nodeOf, type ReplicaId, type Term } from "../../base/index.ts"
import { membersOf } from "./membership.ts"
import { newProgress, type Progress } from "./progress.ts"
import type { LeaderRole, RaftState } from "./state.ts"

/** Follows `leader` (0: nobody known yet) in a term that is never below the present one. */
export function becomeFollower(state: RaftState, term: Term, leader: ReplicaId): void {
  enterTerm(state, term)
  leaveRole(state)
  state.role = { name: "follower", matched: 0 }
  state.leader = leader
}

/** Asks first whether an election could be won: changes neither term nor vote (rules 19 and 22). */
export function becomePreCandidate(state: RaftState): void {
  leaveRole(state)
  state.role = { name: "preCandidate", votes: new Map() }
}

export function becomeCandidate(state: RaftState): void {
  enterTerm(state, state.term + 1)
  leaveRole(state)
  state.vote = state.id
  state.role = { name: "candidate", votes: new Map() }
}

/** The caller appends the entry that the term begins with (rule 2). */
export function becomeLeader(state: RaftState): LeaderRole {
  leaveRole(state)
  const { lastIndex } = state.log
  const role: LeaderRole = {
    name: "leader",
    caretaker: state.standingDown,
    progress: progressOfAll(state, lastIndex + 1),
    termStart: lastIndex + 1,
    // The log may hold a change that is not applied yet; nobody knows better (rule 34).
    pendingConfig: lastIndex,
    uncommittedBytes: 0,
    heartbeatElapsedTicks: 0,
    idleTicks: 0,
    transfer: undefined,
    leaseSuspect: false,
    reads: { position: 0, confirmed: 0, unsent: false, early: [], registered: [] },
    appendsDue: true,
  }
  state.role = role
  state.leader = state.id
  return role
}

/** Somebody leads this term: the follower's clock starts anew. */
export function followLeader(state: RaftState, leader: ReplicaId): void {
  state.leader = leader
  state.careRounds = 0
  heedPresent(state, leader)
  restartElectionClock(state)
}

/**
 * It is there, whatever its store's silence seemed to say: to vote for another one now would break
 * the lease that it may take from our answer (rule 31).
 */
function heedPresent(state: RaftState, leader: ReplicaId): void {
  const nodeId = nodeOf(leader)
  if (!state.absent.has(nodeId)) return
  state.absent = new Set([...state.absent].filter((id) => id !== nodeId))
}

export function restartElectionClock(state: RaftState): void {
  state.electionElapsedTicks = 0
  state.electionTimeoutTicks = 0
}

/** The leader is not known any more. What was asked of it won't be answered (rule 29). */
export function forgetLeader(state: RaftState): void {
  state.leader = 0
  for (const { context } of state.forwardedReads.values()) state.effects.readsDropped.push(context)
  state.forwardedReads.clear()
}

function progressOfAll(state: RaftState, next: LogIndex): Map<ReplicaId, Progress> {
  const others = membersOf(state.configuration).filter((id) => id !== state.id)
  return new Map(others.map((id) => [id, newProgress(id, next)]))
}

function enterTerm(state: RaftState, term: Term): void {
  if (term === state.term) return
  state.term = term
  state.vote = 0
}

function leaveRole(state: RaftState): void {
  if (state.role.name === "leader") {
    const { early, registered } = state.role.reads
    for (const read of [...early, ...registered]) {
      if (read.from === state.id) state.effects.readsDropped.push(read.context)
    }
  }
  forgetLeader(state)
  restartElectionClock(state)
  state.quiescent = false
}
