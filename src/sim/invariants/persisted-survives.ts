import { assert } from "../../base/index.ts"
import type { EntryId } from "../../core/raft/types.ts"
import type { Invariant, Observed } from "./types.ts"

/**
 * What a node counted as durable is still there when it comes back (rule 11 and idea 5 of the
 * design), unless its log is damaged and it says so.
 */
export function persistedSurvives(): Invariant {
  const promised = new Map<number, EntryId>()
  return {
    name: "what was persisted survives",
    onChange({ nodeId, view, termAt }) {
      const index = view.persistedIndex
      const term = termAt(index)
      if (term !== undefined) promised.set(nodeId, { index, term })
    },
    onUp(node) {
      const promise = promised.get(node.nodeId)
      if (promise !== undefined && !node.view.damaged) check(node, promise)
    },
  }
}

function check({ nodeId, view, termAt }: Observed, { index, term }: EntryId): void {
  const { logStart, lastIndex } = view
  if (index <= logStart.index) return
  assert(
    lastIndex >= index,
    `node ${nodeId} had persisted ${index}@${term} and came back with ${lastIndex} entries`,
  )
  const own = termAt(index)
  assert(own === term, `node ${nodeId} had persisted ${index}@${term} and came back with @${own}`)
}
