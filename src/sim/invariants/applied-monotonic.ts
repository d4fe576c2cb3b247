import { assert, type HybridTime, type LogIndex } from "../../base/index.ts"
import type { Ledger } from "./ledger.ts"
import type { Invariant } from "./types.ts"

/**
 * While a node runs, what it has applied only grows, in index and in time, and never beyond what
 * was committed (Raft paper, section 5.3; rule 16).
 */
export function appliedMonotonic(ledger: Ledger): Invariant {
  const last = new Map<number, { readonly index: LogIndex; readonly time: HybridTime }>()
  return {
    name: "applied only grows",
    onChange({ replicaId, applied }) {
      const { index, time } = applied
      const before = last.get(replicaId)
      if (before !== undefined) {
        assert(index >= before.index, `replica ${replicaId} applied ${before.index}, then ${index}`)
        assert(
          time >= before.time,
          `replica ${replicaId}: log time goes from ${before.time} to ${time}`,
        )
      }
      // A snapshot takes what a node applied ahead of what it knows to be committed by itself.
      assert(
        index <= ledger.last,
        `replica ${replicaId} applied ${index}, ${ledger.last} are committed`,
      )
      last.set(replicaId, { index, time })
    },
    onDown(replicaId) {
      last.delete(replicaId)
    },
  }
}
