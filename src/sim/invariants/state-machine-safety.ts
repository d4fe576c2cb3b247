import { assert, type HybridTime, type LogIndex, type Term } from "../../base/index.ts"
import type { Ledger } from "./ledger.ts"
import type { Invariant, Observed } from "./types.ts"

/**
 * No two nodes hold different entries to be committed at one index, nor apply different ones (Raft
 * paper, figure 3, State Machine Safety; section 5.4.3). After the same entry the clock of the log
 * stands the same everywhere.
 */
export function stateMachineSafety(ledger: Ledger): Invariant {
  /** By replica: up to where its commits are in the ledger. */
  const recorded = new Map<number, LogIndex>()
  const applied = new Map<LogIndex, { readonly term: Term; readonly time: HybridTime }>()
  const record = ({ replicaId, view, termAt }: Observed): void => {
    const from = Math.max(recorded.get(replicaId) ?? 0, view.logStart.index - 1)
    for (let index = from + 1; index <= view.commit; index += 1) {
      const own = termAt(index)
      if (own === undefined) continue
      const known = ledger.at(index)?.term ?? own
      assert(
        known === own,
        `replica ${replicaId} commits ${index}@${own}, another ${index}@${known}`,
      )
      ledger.record(index, { term: own, inTerm: view.term })
    }
    recorded.set(replicaId, view.commit)
  }
  return {
    name: "state machine safety",
    onChange(node) {
      record(node)
      const { index, term, time } = node.applied
      if (index === 0) return
      const known = applied.get(index)
      if (known === undefined) applied.set(index, { term, time })
      const same = known === undefined || (known.term === term && known.time === time)
      assert(
        same,
        `replica ${node.replicaId} applied ${index} in term ${term} at ${time}, ` +
          `another in term ${known?.term} at ${known?.time}`,
      )
    },
    onDown(replicaId) {
      recorded.delete(replicaId)
    },
  }
}
