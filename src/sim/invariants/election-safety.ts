import { assert, type Term } from "../../base/index.ts"
import type { Invariant } from "./types.ts"

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
      `node ${voter} voted for ${before} and for ${candidate} in term ${term}`,
    )
    votes.set(key, candidate)
  }
  return {
    name: "election safety",
    onChange({ nodeId, view }) {
      if (view.role !== "leader") return
      const before = leaders.get(view.term) ?? nodeId
      assert(before === nodeId, `nodes ${before} and ${nodeId} both lead in term ${view.term}`)
      leaders.set(view.term, nodeId)
    },
    onMessage(nodeId, message) {
      if (message.type === "voteRequest" && !message.preVote) vote(nodeId, message.term, nodeId)
      if (message.type !== "voteResponse" || message.preVote || !message.granted) return
      vote(nodeId, message.term, message.to)
    },
  }
}
