import { assert, type ReplicaId, type Term } from "../../base/index.ts"
import type { Message } from "../../core/raft/types.ts"
import type { Invariant } from "./types.ts"

interface Told {
  readonly term: Term
  /** For whom it voted in this term; 0: it told nobody. */
  readonly vote: ReplicaId
}

/**
 * A term that a node has told anybody of is never forgotten, nor its vote in it: it may not take
 * part in an older one again, not even after a crash (Raft paper, figure 2, persistent state; rule
 * 11), and not as a replica that was removed and comes back (rules 18 and 49). A replica whose log
 * was damaged may have lost its term, and takes part in nothing until it is whole.
 */
export function hardStateSurvives(): Invariant {
  const told = new Map<ReplicaId, Told>()
  const damaged = new Set<ReplicaId>()
  return {
    name: "hard state never goes back",
    onMessage(replicaId, message) {
      // Pre-votes speak of a term that nobody is in yet.
      if (message.type === "voteRequest" && message.preVote) return
      if (message.type === "voteResponse" && message.preVote) return
      const { term } = message
      const known = told.get(replicaId) ?? nothing
      if (term < known.term) return
      const vote = votedFor(replicaId, message) || (term === known.term ? known.vote : 0)
      told.set(replicaId, { term, vote })
    },
    onChange({ replicaId, view }) {
      if (view.damaged) {
        damaged.add(replicaId)
        return
      }
      let { term, vote } = told.get(replicaId) ?? nothing
      if (damaged.delete(replicaId) && view.term === term && view.vote === view.leader) {
        // It holds to who won this term, whomever it wanted before the damage.
        if (vote !== 0) vote = view.leader
        told.set(replicaId, { term, vote })
      }
      assert(
        view.term >= term,
        `replica ${replicaId} is in term ${view.term}, spoke of term ${term}`,
      )
      assert(
        view.term > term || vote === 0 || view.vote === vote,
        `replica ${replicaId} voted for ${view.vote} in term ${term}, told ${vote} of its vote`,
      )
    },
  }
}

const nothing: Told = { term: 0, vote: 0 }

/** 0: the message says nothing of that. */
function votedFor(replicaId: ReplicaId, message: Message): ReplicaId {
  if (message.type === "voteRequest") return replicaId
  return message.type === "voteResponse" && message.granted ? message.to : 0
}
