/**
 * A replica that found its log corrupt lost entries which it had acknowledged: were it to vote or
 * to count, a committed entry could be overwritten. It is damaged until a leader vouches for it:
 *
 * 1. Its answers carry a nonce. A leader that hears one forgets what the replica acknowledged, and
 *    counts it for nothing.
 * 2. The leader makes sure that it still leads *after* hearing of the damage: all other voters
 *    confirm a read position, and an entry of its term is committed. Its log then has everything
 *    that the replica can have helped to commit. All, not just a quorum: the replica may have
 *    forgotten a vote in a later term, and whom it voted for is in that term.
 * 3. Its heartbeats echo the nonce with the last index of that moment. Once the replica's durable
 *    log matches up to there in that same term, it has lost nothing that counts: it is whole.
 *
 * An answer without nonce tells the leader of it when it answers a heartbeat sent after step 1;
 * any other may be older than the damage.
 */

import { votersOf } from "./membership.ts"
import { becomeProbe, type Progress } from "./progress.ts"
import { broadcastHeartbeat } from "./replication.ts"
import type { LeaderRole, RaftState } from "./state.ts"
import { isDamaged } from "./state.ts"
import type { AppendResponse, Heartbeat, HeartbeatResponse } from "./types.ts"

/** Leader: takes note of the state of the sender's log. False: the answer may be out of date. */
export function heedDamage(
  state: RaftState,
  leader: LeaderRole,
  progress: Progress,
  message: AppendResponse | HeartbeatResponse,
): boolean {
  const known = progress.damage
  if (message.damageNonce === 0) {
    if (known === undefined) return true
    if (message.type !== "heartbeatResponse") return false
    if (message.readPosition < known.position) return false
    progress.damage = undefined
    return true
  }
  if (known?.nonce === message.damageNonce) return true
  progress.match = 0
  becomeProbe(progress)
  progress.next = state.log.lastIndex + 1
  broadcastHeartbeat(state, leader)
  const { position } = leader.reads
  progress.damage = { nonce: message.damageNonce, position, wholeAt: undefined }
  progress.readPosition = 0
  leader.appendsDue = true
  return true
}

/** Leader: vouches for the damaged where it may by now (step 2). */
export function vouchForDamaged(state: RaftState, leader: LeaderRole): void {
  if (state.commit < leader.termStart) return
  for (const { damage } of leader.progress.values()) {
    if (damage === undefined || damage.wholeAt !== undefined) continue
    if (isConfirmed(state, leader, damage.position)) damage.wholeAt = state.log.lastIndex
  }
}

/** A quorum without damage follows this leader, and no sound voter has gone on to a later term. */
function isConfirmed(state: RaftState, leader: LeaderRole, position: number): boolean {
  if (leader.reads.confirmed < position) return false
  return votersOf(state.configuration).every((id) => {
    if (id === state.id) return true
    const progress = leader.progress.get(id)
    return progress?.damage !== undefined || (progress?.readPosition ?? 0) >= position
  })
}

/** Damaged replica: hears what its log must have (step 3). */
export function heedVouching(state: RaftState, message: Heartbeat): void {
  if (!isDamaged(state) || message.damageNonce !== state.damageNonce) return
  state.wholeAt = { term: message.term, index: message.lastIndex }
  // Whom it voted for in this term it may have forgotten. Nobody else can lead in it.
  if (state.vote === 0) state.vote = message.from
  maybeWhole(state)
}

/** Damaged replica: is whole when its durable log matches as far as its leader vouched. */
export function maybeWhole(state: RaftState): void {
  const { wholeAt, role, log } = state
  if (wholeAt === undefined || role.name !== "follower" || wholeAt.term !== state.term) return
  if (Math.min(role.matched, log.persistedIndex) < wholeAt.index) return
  state.damageNonce = 0
  state.wholeAt = undefined
}
