import { nodeOf, type ReplicaId } from "../../base/index.ts"
import { membersOf } from "./membership.ts"
import { broadcastHeartbeat } from "./replication.ts"
import { followLeader, restartElectionClock } from "./roles.ts"
import { isQuorumPresent, type LeaderRole, type RaftState, send, sendDurable } from "./state.ts"
import { trimLog } from "./trim.ts"
import type { Message, Quiesce } from "./types.ts"

/**
 * An idle group stops its clocks: no heartbeats, no elections. Only when every member has and knows
 * everything, it is applied here, and nothing waits (rule 53). Anything that happens wakes it. Who
 * is absent is not waited for, or a dead node would keep all groups awake; when it is back, those
 * that it has to catch up with are roused.
 */
export function maybeQuiesce(state: RaftState, leader: LeaderRole): boolean {
  const { quiesceAfterTicks } = state.options
  leader.idleTicks += 1
  if (quiesceAfterTicks === 0 || leader.idleTicks < quiesceAfterTicks) return false
  // Asleep it would never find out that others lead by now, or that it was removed.
  if (!isQuorumPresent(state)) return false
  if (!isSettled(state, leader)) return false
  for (const to of leader.progress.keys()) {
    const { id, term, commit } = state
    send(state, { type: "quiesce", from: id, to, term, commit })
  }
  state.quiescent = true
  return true
}

/** Whether a message brings news. Late answers to what came before the quiet bring none. */
export function wakes(message: Message): boolean {
  switch (message.type) {
    case "quiesce":
    case "voteResponse":
      return false
    case "heartbeatResponse":
      return message.damageNonce !== 0 || message.snapshotWanted !== 0
    case "appendResponse":
      return message.rejected || message.damageNonce !== 0 || message.snapshotWanted !== 0
    default:
      return true
  }
}

/** Follower: agrees when it has everything, and objects otherwise. */
export function onQuiesce(state: RaftState, message: Quiesce): void {
  followLeader(state, message.from)
  const { log, commit } = state
  const whole = state.damageNonce === 0 && state.snapshotWanted === 0 && !state.installing
  const same = log.lastIndex === message.commit && commit === message.commit
  if (whole && same && !log.hasUnpersisted) {
    state.quiescent = true
    trimLog(state)
  } else {
    wakeLeader(state)
  }
}

/** Something happened, `by` whose message if any. The ticks that were missed don't count. */
export function wake(state: RaftState, by: ReplicaId = 0): void {
  if (!state.quiescent) return
  state.quiescent = false
  restartElectionClock(state)
  if (state.role.name === "leader") {
    const leader = state.role
    leader.idleTicks = 0
    for (const progress of leader.progress.values()) progress.silentTicks = 0
    broadcastHeartbeat(state, leader)
  } else if (by !== state.leader) {
    wakeLeader(state)
  }
}

/**
 * Who leads, and is this replica of the range at all? Its clock goes until somebody answers: who
 * slept on would believe for ever in a leader that is gone.
 */
export function seekLeader(state: RaftState): void {
  wake(state, state.leader)
  if (state.role.name !== "leader") askForLeader(state)
}

/**
 * Who hears of no leader and may not campaign asks all others: they may be asleep, and the leader
 * does not know that this replica lost what it had.
 */
export function askForLeader(state: RaftState): void {
  const { id, term, configuration } = state
  for (const to of membersOf(configuration)) {
    if (to !== id) sendDurable(state, { type: "wake", from: id, to, term })
  }
}

function wakeLeader(state: RaftState): void {
  const { id, leader, term } = state
  if (leader !== 0) sendDurable(state, { type: "wake", from: id, to: leader, term })
}

function isSettled(state: RaftState, leader: LeaderRole): boolean {
  const { log, commit, handout, configuration } = state
  const { lastIndex } = log
  // Heard since it last woke, too: that their stores are there says nothing of whom they follow.
  const silentTicksMax = Math.min(state.options.electionTimeoutTicks, leader.idleTicks)
  if (commit !== lastIndex || handout.applied !== lastIndex || log.hasUnpersisted) return false
  if (configuration.autoLeave || leader.transfer !== undefined) return false
  if (leader.reads.early.length + leader.reads.registered.length > 0) return false
  for (const progress of leader.progress.values()) {
    if (state.absent.has(nodeOf(progress.id))) continue
    if (progress.match !== lastIndex || progress.damage !== undefined) return false
    if (progress.snapshotWanted !== 0) return false
    if (progress.silentTicks >= silentTicksMax) return false
  }
  return true
}
