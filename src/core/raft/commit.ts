import { assert, type LogIndex, type ReplicaId } from "../../base/index.ts"
import { vouchForDamaged } from "./damage.ts"
import { entryBytes } from "./entry-cache.ts"
import { quorumValue } from "./quorum.ts"
import { confirmReads, releaseEarlyReads } from "./reads.ts"
import { deviates, type LeaderRole, type RaftState } from "./state.ts"
import type { Configuration } from "./types.ts"

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
  const before = state.commit
  commitTo(state, index)
  releaseQuota(state, leader, before)
  leader.idleTicks = 0
  if (before < leader.termStart && index >= leader.termStart) {
    releaseEarlyReads(state, leader)
    vouchForDamaged(state, leader)
    confirmReads(state, leader)
  }
  return true
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
