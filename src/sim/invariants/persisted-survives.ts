import { assert, type LogIndex } from "../../base/index.ts"
import type { EntryId } from "../../core/raft/types.ts"
import type { Invariant, Observed } from "./types.ts"

interface Promised extends EntryId {
  /** It came with a snapshot: until the log has begun anew behind it, only the data holds it. */
  readonly bySnapshot: boolean
  /** That the configuration changed here is committed, and must not be forgotten. */
  readonly config: LogIndex
}

/**
 * What a node counted as durable is still there when it comes back (rule 11 and idea 5 of the
 * design), unless its log is damaged and it says so. Data that rotted is given up as a whole, and
 * with it what only a snapshot brought: others had committed that before, nothing rests on it.
 */
export function persistedSurvives(): Invariant {
  const promised = new Map<number, Promised>()
  return {
    name: "what was persisted survives",
    onChange({ replicaId, view, termAt }) {
      const index = view.persistedIndex
      const term = termAt(index)
      const bySnapshot = index <= view.logStart.index
      const config = view.configPersisted
      if (term !== undefined) promised.set(replicaId, { index, term, bySnapshot, config })
    },
    onUp(node) {
      const promise = promised.get(node.replicaId)
      if (promise === undefined || node.view.damaged) return
      const dataGivenUp = node.applied.index === 0
      if (!(promise.bySnapshot && dataGivenUp)) check(node, promise)
    },
  }
}

function check({ replicaId, view, termAt }: Observed, { index, term, config }: Promised): void {
  const { logStart, lastIndex, commit } = view
  assert(
    commit >= config,
    `replica ${replicaId} knew ${config} to be committed and came back with ${commit}`,
  )
  if (index <= logStart.index) return
  assert(
    lastIndex >= index,
    `replica ${replicaId} had persisted ${index}@${term} and came back with ${lastIndex} entries`,
  )
  const own = termAt(index)
  assert(
    own === term,
    `replica ${replicaId} had persisted ${index}@${term} and came back with @${own}`,
  )
}
