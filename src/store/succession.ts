import type { MonotonicMs, ReplicaId, Term } from "../base/index.ts"
import { isQuorum, type Raft } from "../core/raft/index.ts"
import { isAlone } from "./quarantine.ts"

/** A leader without space gives leadership away this often: the others may have none either. */
const giveAwayEveryMs = 10_000

/** Hands leadership of a range to who is nearest to it. */
export class Succession {
  readonly #raft: Raft
  #mayGiveAwayAt: MonotonicMs = 0
  /** Who was asked last to take over for want of space here, and in which term. */
  #asked = { heir: 0 as ReplicaId, term: 0 as Term }

  constructor(raft: Raft) {
    this.#raft = raft
  }

  /** To the follower that has most of the log. False: there is nothing to hand over, or nobody. */
  handOver(): boolean {
    return this.#handOverTo(this.#heirs[0])
  }

  /**
   * Writes need a leader with space. An heir that has none either can't persist its vote and
   * answers no more: where the others are a quorum without this replica, it keeps one without that
   * heir, and reads go on. Where they are not, that is risked once in a term, and not with a log
   * that is `full`: those few could not commit anything.
   */
  giveAway(nowMs: MonotonicMs, full: boolean): boolean {
    const { role, term, configuration, progress } = this.#raft.view
    if (role !== "leader" || nowMs < this.#mayGiveAwayAt) return false
    const heard = new Set(progress.filter(({ active }) => active).map(({ id }) => id))
    const safe = isQuorum(configuration, (id) => heard.has(id))
    if (!safe && (full || term === this.#asked.term)) return false
    this.#mayGiveAwayAt = nowMs + giveAwayEveryMs
    // One that still answers may have lost for another reason, and somebody else may win.
    const heirs = this.#heirs
    const heir = heirs.find((id) => id !== this.#asked.heir) ?? heirs[0]
    this.#asked = { heir: heir ?? 0, term }
    return this.#handOverTo(heir)
  }

  /** Who could lead, and has most of the log first. */
  get #heirs(): readonly ReplicaId[] {
    return this.#raft.view.progress
      .filter(({ active, mayLead }) => active && mayLead)
      .sort((left, right) => right.match - left.match)
      .map(({ id }) => id)
  }

  #handOverTo(heir: ReplicaId | undefined): boolean {
    if (heir === undefined) return false
    this.#raft.step({ type: "transferLeader", to: heir })
    return true
  }
}

/** Leads others, who would choose another if they heard nothing more. */
export function isFollowed({ raft }: { readonly raft: Raft }): boolean {
  return raft.view.role === "leader" && !isAlone(raft)
}
