import type { MonotonicMs, Term } from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import { isAlone } from "./quarantine.ts"

/** A leader without space gives leadership away this often: the others may have none either. */
const giveAwayEveryMs = 10_000

/** Hands leadership of a range to who is nearest to it. */
export class Succession {
  readonly #raft: Raft
  #mayGiveAwayAt: MonotonicMs = 0
  #gaveAwayInTerm: Term = 0

  constructor(raft: Raft) {
    this.#raft = raft
  }

  /** To the follower that has most of the log. False: there is nothing to hand over, or nobody. */
  handOver(): boolean {
    const { view } = this.#raft
    const best = view.progress
      .filter(({ id, active, mayLead }) => active && mayLead && id !== view.id)
      .sort((left, right) => right.match - left.match)[0]
    if (view.role !== "leader" || best === undefined) return false
    this.#raft.step({ type: "transferLeader", to: best.id })
    return true
  }

  /**
   * Writes need a leader with space. Asked once in a term: who does not take over has no space
   * either, and a follower more that can't persist its vote would cost the leader its quorum.
   */
  giveAway(nowMs: MonotonicMs): boolean {
    const { role, term } = this.#raft.view
    if (role !== "leader" || term === this.#gaveAwayInTerm || nowMs < this.#mayGiveAwayAt) {
      return false
    }
    this.#mayGiveAwayAt = nowMs + giveAwayEveryMs
    this.#gaveAwayInTerm = term
    return this.handOver()
  }
}

/** Leads others, who would choose another if they heard nothing more. */
export function isFollowed({ raft }: { readonly raft: Raft }): boolean {
  return raft.view.role === "leader" && !isAlone(raft)
}
