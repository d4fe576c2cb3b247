import { assert, type LogIndex, nodeOf } from "../../base/index.ts"
import { commitTo } from "./commit.ts"
import { heedVouching, maybeWhole } from "./damage.ts"
import { campaign } from "./election.ts"
import { Log } from "./log.ts"
import { isMember } from "./membership.ts"
import { becomeFollower, followLeader, restartElectionClock } from "./roles.ts"
import {
  configuredThrough,
  deviates,
  type FollowerRole,
  isDamaged,
  isElectable,
  type RaftState,
  send,
  sendDurable,
} from "./state.ts"
import type {
  AppendRequest,
  AppendResponse,
  EntryId,
  Heartbeat,
  HeartbeatResponse,
  Message,
  SnapshotMeta,
  SnapshotOffer,
} from "./types.ts"

export function onAppendRequest(
  state: RaftState,
  role: FollowerRole,
  message: AppendRequest,
): void {
  followLeader(state, message.from)
  const { log } = state
  const { previous, entries } = message
  if (previous.index < state.commit) {
    // Old news: what is committed is not looked at again (rule 4).
    role.matched = Math.max(role.matched, state.commit)
    acknowledge(state, message.from, state.commit)
    return
  }
  if (!log.matches(previous)) {
    reject(state, message)
    return
  }
  const lastNew = previous.index + entries.length
  takeEntries(state, message)
  role.matched = Math.max(role.matched, lastNew)
  const believed = deviates(state, "commit-beyond-match") ? log.lastIndex : lastNew
  commitTo(state, Math.min(message.commit, believed))
  acknowledge(state, message.from, lastNew)
}

export function onHeartbeat(state: RaftState, role: FollowerRole, message: Heartbeat): void {
  followLeader(state, message.from)
  // The leader knows what this log has, unless the log lost some of it.
  commitTo(state, isDamaged(state) ? Math.min(message.commit, role.matched) : message.commit)
  heedVouching(state, message)
  sendDurable(state, {
    type: "heartbeatResponse",
    from: state.id,
    to: message.from,
    term: state.term,
    readPosition: message.readPosition,
    ...condition(state),
  })
}

/**
 * A heartbeat of the leader that this replica follows, with nothing new in it: the answer, which
 * may leave at once, for nothing else comes of it. undefined: it has to be stepped.
 */
export function answerAtOnce(state: RaftState, message: Heartbeat): HeartbeatResponse | undefined {
  const { from, to, term, readPosition } = message
  const news = message.commit > state.commit || message.damageNonce !== 0
  if (news || to !== state.id || state.quiescent) return undefined
  // Its store counts as absent: that is to be corrected.
  if (state.absent.has(nodeOf(from))) return undefined
  if (isDamaged(state) || state.snapshotWanted !== 0) return undefined
  const follows = state.term === term && state.leader === from && state.role.name === "follower"
  if (!follows && !deviates(state, "answer-heartbeats-of-anybody")) return undefined
  const { persistedHardState: disk } = state
  if (disk.term !== state.term || disk.vote !== state.vote) return undefined
  if (follows) restartElectionClock(state)
  const plain = { damageNonce: 0, snapshotWanted: 0 }
  return { type: "heartbeatResponse", from: to, to: from, term, readPosition, ...plain }
}

/** The leader's log begins after what this replica needs next, or it asked for a snapshot. */
export function onSnapshotOffer(
  state: RaftState,
  role: FollowerRole,
  { from, snapshot, logStart }: SnapshotOffer,
): void {
  followLeader(state, from)
  if (state.installing || !isMember(snapshot.configuration, state.id)) return
  const wanted = state.snapshotWanted !== 0 && snapshot.index >= state.snapshotWanted
  if (!wanted && logStart <= state.commit) {
    // The log will do: this was sent before the leader knew of what was installed here since.
    role.matched = Math.max(role.matched, state.commit)
    acknowledge(state, from, state.commit)
  } else if (!wanted && state.log.matches(snapshot)) {
    // The log has it all: no bytes need to travel (rule 41).
    role.matched = Math.max(role.matched, snapshot.index)
    commitTo(state, snapshot.index)
    acknowledge(state, from, snapshot.index)
  } else {
    state.installing = true
    state.effects.snapshotOffered = { from, snapshot }
  }
}

/** The state machine was replaced by a snapshot, durably. The log follows it. */
export function onSnapshotInstalled(state: RaftState, snapshot: SnapshotMeta): void {
  const { index, term, configuration } = snapshot
  assert(state.role.name !== "leader", "a leader installs no snapshot")
  assert(index >= state.handout.applied, "a snapshot must not go back")
  state.installing = false
  // Whoever sent it was in a later term by then: the log must not know of a term that we don't.
  if (term > state.term) becomeFollower(state, term, 0)
  if (!state.log.matches({ index, term })) {
    assert(index > state.commit, "a snapshot contradicts what is committed")
    restartLog(state, { index, term })
  }
  commitTo(state, index)
  state.handout.skipTo(index)
  state.configuration = configuration
  if (index >= state.snapshotWanted) state.snapshotWanted = 0
  if (state.role.name !== "follower") return
  // Committed, so every leader to come has it too.
  state.role.matched = Math.max(state.role.matched, index)
  maybeWhole(state)
  if (state.leader !== 0) acknowledge(state, state.leader, index)
}

/**
 * Corrupt data: asks the leader for a snapshot, with every answer, until one is installed. Not one
 * from before its members were known: who takes that could lead with members that are no more.
 */
export function wantSnapshot(state: RaftState, index: LogIndex): void {
  state.snapshotWanted = Math.max(1, index, configuredThrough(state))
}

/** The leader hands over to this replica: campaigns at once, without pre-vote (rule 40). */
export function onTimeoutNow(state: RaftState): void {
  if (isElectable(state)) campaign(state, true)
}

/** A leader of an older term learns from this that it was deposed (rule 20). */
export function answerDeposed(state: RaftState, message: Message): void {
  sendDurable(state, response(state, message.from, { rejected: false, index: 0, hint: nowhere }))
}

function takeEntries(state: RaftState, { previous, entries }: AppendRequest): void {
  const { log } = state
  let known = 0
  if (previous.index < log.lastIndex) {
    while (known < entries.length && log.matches(entries[known] as EntryId)) known += 1
    if (known === entries.length) return
    const first = previous.index + known + 1
    if (first <= log.lastIndex) {
      assert(first > state.commit, "a committed entry conflicts with the leader's (rule 4)")
      log.truncate(first)
    }
  }
  log.append(entries, known)
}

function acknowledge(state: RaftState, to: number, index: LogIndex): void {
  const message = response(state, to, { rejected: false, index, hint: nowhere })
  if (deviates(state, "ack-before-persist")) send(state, message)
  else if (!maybeReplaceAck(state, message)) sendDurable(state, message, index)
}

/** Acknowledgements of one ready are sent as one: the later says all that the earlier said. */
function maybeReplaceAck(state: RaftState, message: AppendResponse): boolean {
  const { messagesAfterPersist: waiting } = state.effects
  const last = waiting.at(-1)
  if (last?.type !== "appendResponse" || last.rejected || last.index > message.index) return false
  if (last.to !== message.to || last.term !== message.term) return false
  waiting[waiting.length - 1] = message
  return true
}

function reject(state: RaftState, { from, previous }: AppendRequest): void {
  const hint = state.log.meeting(previous.index, previous.term)
  sendDurable(state, response(state, from, { rejected: true, index: previous.index, hint }))
}

function response(
  state: RaftState,
  to: number,
  fields: Pick<AppendResponse, "rejected" | "index" | "hint">,
): AppendResponse {
  const { id, term } = state
  return { type: "appendResponse", from: id, to, term, ...fields, ...condition(state) }
}

function condition(state: RaftState): Pick<AppendResponse, "damageNonce" | "snapshotWanted"> {
  return {
    damageNonce: isDamaged(state) ? state.damageNonce : 0,
    snapshotWanted: state.snapshotWanted,
  }
}

function restartLog(state: RaftState, start: EntryId): void {
  state.log = new Log({
    start,
    runs: [],
    lastIndex: start.index,
    cachedBytesMax: state.options.limits.cachedBytesMax,
  })
  // What was installed is durable, but may be found damaged: then the log has to know that it was.
  state.beginsWithReady = state.readyNumber + 1
}

const nowhere: EntryId = { index: 0, term: 0 }
