import { type MonotonicMs, type Term, TurnoverMap } from "../base/index.ts"
import type { RaftConfig } from "../config/types.ts"
import type { RaftView } from "../core/raft/index.ts"
import type { Ready } from "../core/raft/types.ts"
import type { Clock } from "../env/index.ts"

type LeaderView = Pick<RaftView, "role" | "term" | "transferring" | "readPositionConfirmed">

/** Clocks of two nodes may run apart by this much of the time that passes. */
const driftMax = 0.1

/**
 * The leader's lease: as long as a quorum answered a heartbeat that was *sent* less than an
 * election timeout ago, no other leader can have been elected (rule 31). Opt-in; on the monotonic
 * clock.
 */
export class Lease {
  readonly #enabled: boolean
  readonly #lengthMs: number
  /** When each read position left for the first time; older than the confirmed one are dropped. */
  readonly #sentAt = new TurnoverMap<number, MonotonicMs>()
  /** The last position that left: one that leaves again counts as of its first time. */
  #positionSent = 0
  #confirmedSentAt: MonotonicMs | undefined
  #term: Term = 0

  constructor(config: RaftConfig) {
    this.#enabled = config.leaseReads
    this.#lengthMs = (config.electionTimeoutTicks - 1) * config.tickMs * (1 - driftMax)
  }

  onReady(ready: Pick<Ready, "messages">, view: LeaderView, clock: Clock): void {
    if (!this.#enabled) return
    // Also where nobody reads: each round of heartbeats leaves a position here.
    if (view.term === this.#term) this.#confirm(view.readPositionConfirmed)
    for (const message of ready.messages) {
      if (message.type !== "heartbeat") continue
      if (message.term !== this.#term) this.#begin(message.term)
      if (message.readPosition <= this.#positionSent) continue
      this.#positionSent = message.readPosition
      this.#sentAt.set(message.readPosition, clock.monotonicMs())
    }
  }

  /**
   * True while reads may be served without asking anybody. The caller read `now` after taking in
   * everything that it will serve from (rule 33).
   */
  valid(view: LeaderView, appliedTerm: Term, now: MonotonicMs): boolean {
    if (!this.#enabled || view.role !== "leader" || view.term !== this.#term) return false
    // Suspect until own-term entries are applied, and while leadership is being handed over.
    if (appliedTerm !== view.term || view.transferring) return false
    this.#confirm(view.readPositionConfirmed)
    return this.#confirmedSentAt !== undefined && now < this.#confirmedSentAt + this.#lengthMs
  }

  #begin(term: Term): void {
    this.#term = term
    this.#sentAt.clear()
    this.#positionSent = 0
    this.#confirmedSentAt = undefined
  }

  #confirm(position: number): void {
    for (const [sent, at] of this.#sentAt) {
      if (sent > position) break
      this.#confirmedSentAt = at
      this.#sentAt.delete(sent)
    }
  }
}
