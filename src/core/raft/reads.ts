/**
 * Linearizable reads without a log entry (dissertation §6.4). A read takes note of the commit index
 * and of a *position*, a counter of the leader that every round of heartbeats moves on. A quorum of
 * answers that echo a position proves that this was the leader when that round left, so every read
 * registered before may be served at its index (rule 28).
 */
import { assert, type ReplicaId } from "../../base/index.ts"
import { vouchForDamaged } from "./damage.ts"
import { quorumValue } from "./quorum.ts"
import { broadcastHeartbeat } from "./replication.ts"
import {
  deviates,
  isCaretaker,
  type LeaderRole,
  type PendingRead,
  type RaftState,
  send,
} from "./state.ts"
import type { ReadIndexRequest, ReadIndexResponse } from "./types.ts"

/** Numbers of forwarded reads in one life of a replica; above them, the number of the life. */
const readNumbersPerLife = 2 ** 21
const livesMax = 2 ** 32

/** This replica wants to read: asks the quorum, or the leader. */
export function readIndex(state: RaftState, context: number): void {
  if (isCaretaker(state)) state.effects.readsDropped.push(context)
  else if (state.role.name === "leader") requestRead(state, state.role, { context, from: state.id })
  else forwardRead(state, context)
}

export function onReadIndexRequest(
  state: RaftState,
  leader: LeaderRole,
  { from, context }: ReadIndexRequest,
): void {
  requestRead(state, leader, { context, from })
}

/** The leader's answer to a read that was forwarded. Answers to an earlier life fit no number. */
export function onReadIndexResponse(state: RaftState, message: ReadIndexResponse): void {
  const read = state.forwardedReads.get(message.context)
  if (read === undefined || message.from !== state.leader) return
  state.forwardedReads.delete(message.context)
  state.effects.reads.push({ context: read.context, index: message.index })
}

/** What the leader did not answer within an election timeout was lost on the way. */
export function ageForwardedReads(state: RaftState): void {
  for (const [number, read] of state.forwardedReads) {
    read.ageTicks += 1
    if (read.ageTicks < state.options.electionTimeoutTicks) continue
    state.forwardedReads.delete(number)
    state.effects.readsDropped.push(read.context)
  }
}

/** The first dice of this life: no number of an earlier one is used again. */
export function beginReadNumbers(state: RaftState, chance: number): void {
  state.readNumber ??= Math.floor(chance * livesMax) * readNumbersPerLife
}

/** An entry of the leader's term is committed: its commit index is the cluster's (rule 27). */
export function releaseEarlyReads(state: RaftState, leader: LeaderRole): void {
  const early = leader.reads.early.splice(0)
  for (const read of early) register(state, leader, read)
}

/** Serves what a quorum has confirmed by now, and vouches for whom all others have. */
export function confirmReads(state: RaftState, leader: LeaderRole): void {
  const { reads, progress } = leader
  const positionOf = (id: ReplicaId): number => {
    if (id === state.id) return reads.position
    const other = progress.get(id)
    return other === undefined || other.damage !== undefined ? 0 : other.readPosition
  }
  const confirmed = quorumValue(state.configuration, positionOf)
  if (confirmed > reads.confirmed) reads.confirmed = confirmed
  vouchForDamaged(state, leader)
  while ((reads.registered[0]?.position ?? Number.POSITIVE_INFINITY) <= reads.confirmed) {
    const read = reads.registered.shift()
    if (read !== undefined) answer(state, read, read.index)
  }
}

function requestRead(state: RaftState, leader: LeaderRole, read: PendingRead): void {
  const early = state.commit < leader.termStart && !deviates(state, "read-before-own-term-commit")
  leader.idleTicks = 0
  if (early) leader.reads.early.push(read)
  else register(state, leader, read)
}

function register(state: RaftState, leader: LeaderRole, read: PendingRead): void {
  const { reads } = leader
  // A round that has not left yet serves this read too; one that has left proves nothing for it.
  if (!reads.unsent) broadcastHeartbeat(state, leader)
  reads.registered.push({ ...read, position: reads.position, index: state.commit })
  confirmReads(state, leader)
}

function answer(state: RaftState, { context, from }: PendingRead, index: number): void {
  if (from === state.id) state.effects.reads.push({ context, index })
  else {
    const { id, term } = state
    send(state, { type: "readIndexResponse", from: id, to: from, term, context, index })
  }
}

function forwardRead(state: RaftState, context: number): void {
  if (state.leader === 0 || state.readNumber === undefined) {
    state.effects.readsDropped.push(context)
    return
  }
  state.readNumber += 1
  assert(Number.isSafeInteger(state.readNumber), "numbers of forwarded reads are exact")
  state.forwardedReads.set(state.readNumber, { context, ageTicks: 0 })
  send(state, {
    type: "readIndexRequest",
    from: state.id,
    to: state.leader,
    term: state.term,
    context: state.readNumber,
  })
}
