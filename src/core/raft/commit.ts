import { assert, type LogIndex, type ReplicaId } from "../../base/index.ts"
import { entryBytes } from "./entry-cache.ts"
import { quorumValue } from "./quorum.ts"
import { confirmReads, releaseEarlyReads } from "./reads.ts"
import { deviates, isDamaged, type LeaderRole, type RaftState } from "./state.ts"
import type { Configuration, EntryId } from "./types.ts"

/** Moves a follower's commit index. It never goes back and never beyond the log. */
export function commitTo(state: RaftState, index: LogIndex): void {
  if (index <= state.commit) return
  assert(index <= state.log.lastIndex, "committed beyond the log: acknowledged entries were lost")
  state.commit = index
}

/** The leader commits what a quorum has, if it is of its own term (rule 1). */
export function maybeCommit(state: RaftState, leader: LeaderRole): boolean {
  if (state.commit === state.log.lastIndex) return false
  const index = quorumValue(decidingConfiguration(state), (id) => matchOf(state, leader, id))
  if (index <= state.commit) return false
  const term = state.log.termAt(index)
  if (term !== state.term && !deviates(state, "count-older-terms")) return false
  leadTo(state, leader, index)
  return true
}

/** An entry is known to be committed from elsewhere. Logs that share it share all before it. */
export function learnCommitted(state: RaftState, { index, term }: EntryId): void {
  if (index <= state.commit || isDamaged(state) || state.log.termAt(index) !== term) return
  if (state.role.name === "leader") leadTo(state, state.role, index)
  else commitTo(state, index)
}

function leadTo(state: RaftState, leader: LeaderRole, index: LogIndex): void {
  const before = state.commit
  commitTo(state, index)
  releaseQuota(state, leader, before)
  leader.idleTicks = 0
  if (before < leader.termStart && index >= leader.termStart) {
    releaseEarlyReads(state, leader)
    confirmReads(state, leader)
  }
}

/** What counts of one replica: durable, in its log as in ours. Ours only after our own sync. */
function matchOf(state: RaftState, leader: LeaderRole, id: ReplicaId): LogIndex {
  if (id === state.id) {
    const { log } = state
    return deviates(state, "self-ack-before-persist") ? log.lastIndex : log.persistedIndex
  }
  const progress = leader.progress.get(id)
  return progress === undefined || progress.damage !== undefined ? 0 : progress.match
}

function decidingConfiguration(state: RaftState): Configuration {
  const { configuration } = state
  if (!deviates(state, "commit-without-outgoing-half")) return configuration
  return { ...configuration, votersOutgoing: [] }
}

function releaseQuota(state: RaftState, leader: LeaderRole, before: LogIndex): void {
  for (let index = Math.max(before + 1, leader.termStart); index <= state.commit; index += 1) {
    const entry = state.log.cachedEntry(index)
    if (entry?.kind === "normal") leader.uncommittedBytes -= entryBytes(entry)
  }
  assert(leader.uncommittedBytes >= 0, "no more is committed than was proposed")
}
