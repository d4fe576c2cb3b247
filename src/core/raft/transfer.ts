import type { ReplicaId } from "../../base/index.ts"
import type { Progress } from "./progress.ts"
import { becomeFollower } from "./roles.ts"
import { type LeaderRole, type RaftState, send } from "./state.ts"

/** Begins to hand leadership over, to a sound voter only. A new heir replaces an old one. */
export function transferLeader(state: RaftState, leader: LeaderRole, to: ReplicaId): void {
  const progress = leader.progress.get(to)
  if (progress === undefined || !maySucceed(state, progress) || leader.transfer?.to === to) return
  leader.transfer = { to, elapsedTicks: 0, told: false }
  leader.idleTicks = 0
  leader.appendsDue = true
  maybeHandOver(state, leader)
}

/** Tells the heir to campaign as soon as it has everything. */
export function maybeHandOver(state: RaftState, leader: LeaderRole): void {
  const { transfer } = leader
  if (transfer === undefined || transfer.told) return
  const progress = leader.progress.get(transfer.to)
  if (progress === undefined || progress.match < state.log.lastIndex) return
  // The heir would refuse to campaign before a change that it may not have applied (rule 23). A
  // caretaker, which applies nothing, asks until the heir has.
  if (!leader.caretaker && state.log.mayHoldConfig(state.handout.applied, state.log.lastIndex))
    return
  transfer.told = true
  tellToCampaign(state, leader, transfer.to)
}

/** Gives the transfer up after an election timeout, and takes proposals again (rule 40). */
export function tickTransfer(state: RaftState, leader: LeaderRole): void {
  const { transfer } = leader
  if (transfer === undefined) return
  transfer.elapsedTicks += 1
  transfer.told = false
  if (transfer.elapsedTicks >= state.options.electionTimeoutTicks) leader.transfer = undefined
  else maybeHandOver(state, leader)
}

/** A leader that is no voter any more: somebody who has everything shall campaign at once. */
export function leaveLeadership(state: RaftState, leader: LeaderRole): void {
  const heir = bestHeir(state, leader)
  if (heir !== undefined) tellToCampaign(state, leader, heir.id)
  becomeFollower(state, state.term, 0)
}

function bestHeir(state: RaftState, leader: LeaderRole): Progress | undefined {
  const heirs = [...leader.progress.values()].filter((progress) => maySucceed(state, progress))
  return heirs.sort((left, right) => right.match - left.match)[0]
}

/** Who has lost part of its log or of its data would refuse, and proposals would wait in vain. */
export function maySucceed(
  { configuration }: RaftState,
  { id, damage, snapshotWanted }: Progress,
): boolean {
  return configuration.voters.includes(id) && damage === undefined && snapshotWanted === 0
}

function tellToCampaign(state: RaftState, leader: LeaderRole, to: ReplicaId): void {
  // It may campaign much later, when this leader believes in a lease again (rule 32).
  leader.leaseSuspect = true
  send(state, { type: "timeoutNow", from: state.id, to, term: state.term })
}
