import { assert } from "../../base/index.ts"
import type { Ledger } from "./ledger.ts"
import { type Invariant, leads, type Observed } from "./types.ts"

/**
 * Who becomes leader holds every entry that was committed in earlier terms (Raft paper, figure 3,
 * Leader Completeness; section 5.4).
 */
export function leaderCompleteness(ledger: Ledger): Invariant {
  /** By replica: the last term in which it was seen to lead. */
  const seen = new Map<number, number>()
  return {
    name: "leader completeness",
    onChange(node) {
      const { replicaId, view } = node
      if (!leads(view) || seen.get(replicaId) === view.term) return
      seen.set(replicaId, view.term)
      check(node, ledger)
    },
  }
}

function check({ replicaId, view, termAt }: Observed, ledger: Ledger): void {
  const { term, logStart } = view
  for (let index = logStart.index + 1; index <= ledger.last; index += 1) {
    const committed = ledger.at(index)
    // A leader that is late to notice does not know what a later one committed.
    if (committed === undefined || committed.inTerm >= term) continue
    const own = termAt(index)
    assert(
      own === committed.term,
      `replica ${replicaId} leads term ${term} with ${index}@${own}; ` +
        `${index}@${committed.term} is committed`,
    )
  }
}
