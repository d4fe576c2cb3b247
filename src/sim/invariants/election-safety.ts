import { assert, type Term } from "../../base/index.ts"
import { type Invariant, leads } from "./types.ts"

/**
 * At most one leader in each term (Raft paper, figure 3, Election Safety; section 5.2), for which
 * each node gives at most one vote in each term.
 */
export function electionSafety(): Invariant {
  const leaders = new Map<Term, number>()
  /** By voter and term: for whom. */
  const votes = new Map<string, number>()
  const vote = (voter: number, term: Term, candidate: number): void => {
    const key = `${voter}/${term}`
    const before = votes.get(key) ?? candidate
    assert(
      before === candidate,
      `replica ${voter} voted for ${before} and for ${candidate} in term ${term}`,
    )
    votes.set(key, candidate)
  }
  return {
    name: "election safety",
    onChange({ replicaId, view }) {
      if (!leads(view)) return
      const before = leaders.get(view.term) ?? replicaId
      assert(
        before === replicaId,
        `replicas ${before} and ${replicaId} both lead in term ${view.term}`,
      )
      leaders.set(view.term, replicaId)
    },
    onMessage(replicaId, message) {
      if (message.type === "voteRequest" && !message.preVote)
        vote(replicaId, message.term, replicaId)
      if (message.type !== "voteResponse" || message.preVote || !message.granted) return
      vote(replicaId, message.term, message.to)
    },
  }
}
