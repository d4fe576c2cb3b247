/**
 * A replica whose data is corrupt has a sound log, and counts in quorums. It shall not lead: it has
 * nothing to serve, and no snapshot to give. But where entries that may be committed are in such
 * logs alone, no sound replica can be elected either, and the range would stand still for ever. So
 * it leads for as long as that takes, as a *caretaker*: it serves nothing, takes no proposals and
 * offers no snapshots; it feeds the others from its log, and hands over to the first sound voter
 * that has it all.
 *
 * It campaigns only once somebody asked for its vote who lacks what it has, or it heard for long of
 * nobody who could lead: where a sound replica can be elected, that one shall be. It is as safe as
 * any leader, for it is elected like one, and begins its term with an entry of its own.
 */

import type { Progress } from "./progress.ts"
import { becomeFollower } from "./roles.ts"
import {
  configuredThrough,
  couldLead,
  isElectable,
  type LeaderRole,
  type RaftState,
} from "./state.ts"
import { maySucceed, tickTransfer, transferLeader } from "./transfer.ts"

/** So often it asks in vain who leads, before it takes itself for needed. */
const roundsMax = 4

/** A vote was refused to somebody who lacks entries that are in this log. */
export function noteLacking(state: RaftState): void {
  if (!isQuarantined(state)) return
  state.careRounds = roundsMax
  lookForConfigs(state)
}

/**
 * It asked who leads, and nobody says. Those who could may wait themselves: for a leader to vouch
 * for a damaged log, or for the entry that makes them voters.
 */
export function noteLeaderless(state: RaftState): void {
  if (!isQuarantined(state)) return
  state.careRounds += 1
  if (state.careRounds >= roundsMax) lookForConfigs(state)
}

/**
 * Nothing is applied here any more, so what was committed since and found on disk after a restart
 * may be a change of members, and nobody would know: it is read, a part with each request to vote.
 */
function lookForConfigs(state: RaftState): void {
  const { id, log, commit, effects, options } = state
  const configured = configuredThrough(state)
  const from = log.knownThrough(configured) + 1
  if (from > commit || !log.mayHoldConfig(configured, commit)) return
  effects.loads.push({ to: id, from, bytesMax: options.limits.appendMessageBytesMax })
}

/** Whether this replica may ask for votes, be it as a caretaker. */
export function mayCampaign(state: RaftState): boolean {
  if (isElectable(state)) return true
  return state.careRounds >= roundsMax && isQuarantined(state) && couldLead(state)
}

/** Hands over to a sound voter that has everything, or makes way where that leads nowhere. */
export function tickCaretaker(state: RaftState, leader: LeaderRole): void {
  if (leader.transfer !== undefined) {
    tickTransfer(state, leader)
    // The heir can't lead, and nobody knows why: others who have everything may be elected.
    if (leader.transfer === undefined) makeWay(state)
    return
  }
  const sound = [...leader.progress.values()].filter((progress) => isSound(state, progress))
  const heir = sound.find(({ match }) => match === state.log.lastIndex)
  if (heir !== undefined) transferLeader(state, leader, heir.id)
  // This log begins too late for all of them: another corrupt one may have a longer one.
  else if (sound.length > 0 && sound.every(({ flow }) => flow.state === "snapshot")) makeWay(state)
}

function makeWay(state: RaftState): void {
  state.careRounds = 0
  becomeFollower(state, state.term, 0)
}

/** It stands down for its data's sake, not for a disk that hangs: that one can't keep a log. */
function isQuarantined(state: RaftState): boolean {
  return state.standingDown && state.snapshotWanted !== 0
}

/** As far as is known: what it wants it says with its first answer. */
function isSound(state: RaftState, progress: Progress): boolean {
  const heard = progress.silentTicks < state.options.electionTimeoutTicks
  return heard && maySucceed(state, progress)
}
