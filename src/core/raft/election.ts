import { emptyBytes, nodeOf, type ReplicaId } from "../../base/index.ts"
import { mayCampaign, noteLacking } from "./caretaker.ts"
import { commitTo } from "./commit.ts"
import { votersOf } from "./membership.ts"
import { voteResult } from "./quorum.ts"
import { appendOwn } from "./replication.ts"
import {
  becomeCandidate,
  becomeFollower,
  becomeLeader,
  becomePreCandidate,
  restartElectionClock,
} from "./roles.ts"
import { deviates, isDamaged, type RaftState, send, sendDurable } from "./state.ts"
import type { EntryId, VoteRequest, VoteResponse, Wake } from "./types.ts"

/** Asks for pre-votes, if this replica may lead. */
export function maybeCampaign(state: RaftState): void {
  if (state.role.name === "leader" || !mayCampaign(state)) return
  becomePreCandidate(state)
  // Asked too soon, others who heard the leader a little later say nothing: so ask again before
  // long. Who waited for a whole timeout left those without a leader who can't win themselves.
  state.electionElapsedTicks = Math.floor((state.options.electionTimeoutTicks * 3) / 4)
  requestVotes(state, { preVote: true, transfer: false })
  recordVote(state, state.id, true)
}

/** Campaigns for real: on the leader's order, or because a quorum would vote for it. */
export function campaign(state: RaftState, transfer: boolean): void {
  becomeCandidate(state)
  // Our own vote counts once it is durable, see `countOwnVote`.
  requestVotes(state, { preVote: false, transfer })
  if (deviates(state, "vote-without-persist")) recordVote(state, state.id, true)
}

/** The candidate's vote for itself is on its disk now. */
export function countOwnVote(state: RaftState): void {
  const { role, persistedHardState: disk } = state
  if (role.name !== "candidate" || role.votes.has(state.id)) return
  if (disk.term === state.term && disk.vote === state.id) recordVote(state, state.id, true)
}

/**
 * Whether a leader is known to be alive: who asks for votes or looks for a leader in a later term
 * is ignored then, or a replica that was cut off could depose it (rule 21). A leader's order
 * overrides. One that is in a later term says so to the leader itself, when that speaks to it.
 */
export function holdsToLeader(state: RaftState, message: VoteRequest | Wake): boolean {
  if (message.type === "voteRequest" && message.transfer) return false
  if (state.embargoTicks > 0 || state.role.name === "leader") return true
  const { leader, absent } = state
  // A leader that asks for votes leads no more: it was started anew.
  if (leader === 0 || leader === message.from || absent.has(nodeOf(leader))) return false
  return state.electionElapsedTicks < state.options.electionTimeoutTicks
}

/** Answers whoever asks, member or not: the asker may know a newer configuration (rule 24). */
export function onVoteRequest(state: RaftState, message: VoteRequest): void {
  const { from, preVote } = message
  const granted = grants(state, message)
  const commit = committedOf(state)
  const base = { type: "voteResponse", from: state.id, to: from, preVote, granted, commit } as const
  // A granted pre-vote speaks of the term to come, a refusal of ours (rule 19).
  const response: VoteResponse = { ...base, term: granted ? message.term : state.term }
  if (granted && !preVote) {
    state.vote = from
    restartElectionClock(state)
  }
  if (deviates(state, "vote-without-persist")) send(state, response)
  else sendDurable(state, response)
}

/** A request of an older term: the asker must learn ours, or it would ask for ever (rule 20). */
export function rejectVoteRequest(state: RaftState, { from, preVote }: VoteRequest): void {
  const { id, term } = state
  const answer = { preVote, granted: false, commit: committedOf(state) }
  sendDurable(state, { type: "voteResponse", from: id, to: from, term, ...answer })
}

/**
 * What is committed is so in every term. Who leaves a joint configuration, and has entries beyond
 * it, denies its vote to those who have fewer and can't lead itself: they learn that it is left, or
 * nobody would ever lead (as raft-rs has it).
 */
export function heedCommitted(state: RaftState, { commit }: VoteResponse): void {
  if (state.role.name === "leader" || isDamaged(state)) return
  if (commit.index > state.commit && state.log.matches(commit)) commitTo(state, commit.index)
}

export function onVoteResponse(state: RaftState, message: VoteResponse): void {
  heedCommitted(state, message)
  const { role } = state
  const awaited = message.preVote ? "preCandidate" : "candidate"
  if (role.name !== awaited) return
  // A pre-vote that was granted for another term belongs to an earlier campaign.
  if (message.preVote && message.granted && message.term !== state.term + 1) return
  recordVote(state, message.from, message.granted)
}

function committedOf({ log, commit }: RaftState): EntryId {
  return { index: commit, term: log.termAt(commit) ?? 0 }
}

function grants(state: RaftState, message: VoteRequest): boolean {
  if (isDamaged(state)) return false
  if (state.embargoTicks > 0 && !message.transfer) return false
  const free =
    state.vote === message.from ||
    (state.vote === 0 && state.leader === 0) ||
    (message.preVote && message.term > state.term) ||
    (state.role.name === "follower" && deviates(state, "ignore-vote-record"))
  const upToDate = isUpToDate(state.log.last, message.last)
  if (!upToDate) noteLacking(state)
  return free && (upToDate || deviates(state, "ignore-log-freshness"))
}

/** Raft §5.4.1: the later last term, then the longer log. */
function isUpToDate(own: EntryId, other: EntryId): boolean {
  return other.term === own.term ? other.index >= own.index : other.term > own.term
}

/**
 * Somebody looks for a leader, and may not have heard that this replica would like to be it: of a
 * range that was split off, others may come to be a moment later. Asking twice promises nothing.
 */
export function askAgain(state: RaftState, to: ReplicaId): void {
  const { role } = state
  if (role.name !== "preCandidate" || role.votes.has(to)) return
  if (votersOf(state.configuration).includes(to)) {
    requestVote(state, to, { preVote: true, transfer: false })
  }
}

interface VoteKind {
  readonly preVote: boolean
  readonly transfer: boolean
}

function requestVotes(state: RaftState, kind: VoteKind): void {
  for (const to of votersOf(state.configuration)) {
    if (to !== state.id) requestVote(state, to, kind)
  }
}

function requestVote(state: RaftState, to: ReplicaId, kind: VoteKind): void {
  const { id, term, log } = state
  const base = { type: "voteRequest", from: id, to, last: log.last, ...kind } as const
  if (kind.preVote) send(state, { ...base, term: term + 1 })
  else if (deviates(state, "vote-without-persist")) send(state, { ...base, term })
  // Its answer must not count for a log that a crash made shorter.
  else sendDurable(state, { ...base, term }, log.lastIndex)
}

function recordVote(state: RaftState, from: ReplicaId, granted: boolean): void {
  const { role } = state
  if (role.name !== "preCandidate" && role.name !== "candidate") return
  if (!role.votes.has(from)) role.votes.set(from, granted)
  const result = voteResult(state.configuration, role.votes)
  if (result === "lost") becomeFollower(state, state.term, 0)
  if (result !== "won") return
  if (role.name === "preCandidate") campaign(state, false)
  else lead(state)
}

function lead(state: RaftState): void {
  const leader = becomeLeader(state)
  // Nothing of older terms is committed before this is (rules 1 and 2). No quota refuses it.
  if (!deviates(state, "skip-no-op")) appendOwn(state, leader, "empty", [emptyBytes])
}
