import { assert, type ReplicaId } from "../../base/index.ts"
import { tickCaretaker } from "./caretaker.ts"
import { maybeCommit } from "./commit.ts"
import { heedDamage } from "./damage.ts"
import {
  becomeProbe,
  becomeReplicate,
  maybeBackOff,
  maybeMatch,
  type Progress,
} from "./progress.ts"
import { maybeQuiesce } from "./quiesce.ts"
import { isQuorum } from "./quorum.ts"
import { confirmReads } from "./reads.ts"
import { maybeAutoLeave } from "./reconfigure.ts"
import {
  beginSnapshot,
  broadcastHeartbeat,
  offerSnapshot,
  sendAppend,
  sendHeartbeat,
} from "./replication.ts"
import { becomeFollower } from "./roles.ts"
import { deviates, type LeaderRole, type RaftState } from "./state.ts"
import { maybeHandOver, tickTransfer } from "./transfer.ts"
import type { AppendResponse, Entry, HeartbeatResponse, Wake } from "./types.ts"

export function onAppendResponse(
  state: RaftState,
  leader: LeaderRole,
  message: AppendResponse,
): void {
  const progress = leader.progress.get(message.from)
  // Somebody who was removed, or is not known here yet (rule 10).
  if (progress === undefined || !heedDamage(state, leader, progress, message)) return
  progress.silentTicks = 0
  progress.quietTicks = 0
  progress.snapshotWanted = message.snapshotWanted
  leader.appendsDue = true
  if (message.rejected) {
    const meeting = state.log.meeting(message.hint.index, message.hint.term)
    maybeBackOff(progress, message.index, meeting.index)
    return
  }
  assert(message.index <= state.log.lastIndex, "a follower has more than the leader of its term")
  const moved = maybeMatch(progress, message.index)
  maybeFlow(state, progress)
  if (!moved) return
  maybeCommit(state, leader)
  maybeHandOver(state, leader)
}

export function onHeartbeatResponse(
  state: RaftState,
  leader: LeaderRole,
  message: HeartbeatResponse,
): void {
  const progress = leader.progress.get(message.from)
  if (progress === undefined || !heedDamage(state, leader, progress, message)) return
  const { position } = leader.reads
  assert(message.readPosition <= position, "a read position that was never given out")
  const trusted = deviates(state, "trust-stale-read-token") ? position : message.readPosition
  progress.silentTicks = 0
  progress.snapshotWanted = message.snapshotWanted
  if (trusted > progress.readPosition) {
    progress.readPosition = trusted
    confirmReads(state, leader)
  }
  if (progress.quietTicks >= state.options.heartbeatTicks) prompt(state, leader, progress)
}

export function tickLeader(state: RaftState, leader: LeaderRole): void {
  for (const progress of leader.progress.values()) {
    progress.silentTicks += 1
    progress.quietTicks += 1
  }
  if (!hearsQuorum(state, leader)) {
    becomeFollower(state, state.term, 0)
    return
  }
  if (leader.caretaker) tickCaretaker(state, leader)
  else tickTransfer(state, leader)
  if (state.role !== leader) return
  maybeAutoLeave(state, leader)
  if (maybeQuiesce(state, leader)) return
  leader.heartbeatElapsedTicks += 1
  if (leader.heartbeatElapsedTicks >= state.options.heartbeatTicks) {
    leader.heartbeatElapsedTicks = 0
    broadcastHeartbeat(state, leader)
    repeatOffers(state, leader)
  } else {
    tellCommit(state, leader)
  }
}

/**
 * A replica looks for its leader: it hears of it now, and what it was sent before it was there is
 * sent again. A store that has no such replica says so in term 0: the next round introduces it.
 */
export function onWake(state: RaftState, leader: LeaderRole, { from, term }: Wake): void {
  const progress = leader.progress.get(from)
  if (progress === undefined || term === 0) return
  progress.quietTicks = 0
  if (progress.flow.state === "probe") progress.flow.paused = false
  // It may have been woken by this, and have begun a round.
  if (!leader.reads.unsent) sendHeartbeat(state, leader, progress)
  leader.appendsDue = true
}

/** The connection to a peer broke: what was on its way may be lost, so ask again what it has. */
export function onUnreachable(leader: LeaderRole, peer: ReplicaId): void {
  const progress = leader.progress.get(peer)
  if (progress?.flow.state !== "replicate") return
  becomeProbe(progress)
  leader.appendsDue = true
}

/** Entries that a follower needs were read from disk; none if they are gone. */
export function onLoaded(
  state: RaftState,
  leader: LeaderRole,
  to: ReplicaId,
  entries: readonly Entry[],
): void {
  const progress = leader.progress.get(to)
  if (progress === undefined || !progress.loading) return
  progress.loading = false
  leader.appendsDue = true
  if (progress.flow.state !== "replicate") return
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) {
    beginSnapshot(state, progress)
    return
  }
  // The log may have changed since they were asked for: then they are asked for again (rule 9). Cut
  // at the first of them, it does not tell any more what comes before that.
  const inRow = last.index - first.index === entries.length - 1
  const ours = state.log.matches(first) && state.log.matches(last)
  const follow = first.index > state.log.start.index && first.index === progress.next
  if (inRow && ours && follow) sendAppend(state, progress, entries)
}

/** An accepted append shows where the logs meet: from there on entries stream. */
function maybeFlow(state: RaftState, progress: Progress): void {
  if (progress.flow.state === "replicate" || progress.match < state.log.start.index) return
  becomeReplicate(progress, state.options.limits)
}

/** It lives, but answered no append for a while: one of them, or its answer, may be lost. */
function prompt(state: RaftState, leader: LeaderRole, progress: Progress): void {
  const { flow } = progress
  progress.quietTicks = 0
  if (flow.state === "probe") {
    flow.paused = false
    leader.appendsDue = true
  } else if (flow.state === "replicate" && progress.match < state.log.lastIndex) {
    // Without entries it goes even through a full window; a refusal says what is missing (rule 7).
    if (state.log.termAt(progress.next - 1) === undefined) beginSnapshot(state, progress)
    else sendAppend(state, progress, [])
  }
}

/** Check-quorum: a leader that a majority does not answer leads nobody (rules 20 and 25). */
function hearsQuorum(state: RaftState, leader: LeaderRole): boolean {
  const { electionTimeoutTicks } = state.options
  return isQuorum(state.configuration, (id) => {
    if (id === state.id) return true
    const progress = leader.progress.get(id)
    if (progress === undefined || progress.damage !== undefined) return false
    return progress.silentTicks < electionTimeoutTicks
  })
}

/** Between heartbeats: followers that are idle learn what was committed. */
function tellCommit(state: RaftState, leader: LeaderRole): void {
  for (const progress of leader.progress.values()) {
    const known = Math.min(progress.match, state.commit)
    if (known > progress.commitSent) sendHeartbeat(state, leader, progress)
  }
}

function repeatOffers(state: RaftState, leader: LeaderRole): void {
  const { electionTimeoutTicks } = state.options
  for (const progress of leader.progress.values()) {
    if (progress.silentTicks >= electionTimeoutTicks) continue
    const waits = progress.flow.state === "snapshot" || progress.snapshotWanted !== 0
    if (waits) offerSnapshot(state, progress)
  }
}
