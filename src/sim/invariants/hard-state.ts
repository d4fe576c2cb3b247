import { assert, type Term } from "../../base/index.ts"
import type { Invariant } from "./types.ts"

/**
 * A term that a node has told anybody of is never forgotten: it may not take part in an older one
 * again, not even after a crash (Raft paper, figure 2, persistent state; rule 11). A replica whose
 * log was damaged may have lost its term, and takes part in nothing until it is whole.
 */
export function hardStateSurvives(): Invariant {
  const told = new Map<number, Term>()
  return {
    name: "hard state never goes back",
    onMessage(replicaId, message) {
      // Pre-votes speak of a term that nobody is in yet.
      if (message.type === "voteRequest" && message.preVote) return
      if (message.type === "voteResponse" && message.preVote) return
      told.set(replicaId, Math.max(told.get(replicaId) ?? 0, message.term))
    },
    onChange({ replicaId, view }) {
      if (view.damaged) return
      const known = told.get(replicaId) ?? 0
      assert(
        view.term >= known,
        `replica ${replicaId} is in term ${view.term}, spoke of term ${known}`,
      )
    },
  }
}
