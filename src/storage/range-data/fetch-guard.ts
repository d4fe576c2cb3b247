/** Written keys remembered one by one; beyond, all fetches under way count as overtaken. */
const keysMax = 4_096

/** A fetch under way. */
export interface FetchTicket {
  readonly epoch: number
}

/**
 * Knows which fetched cells are not the newest any more: those written while the fetch was under
 * way. They may be answered (they were current when asked for) but not cached.
 */
export class FetchGuard {
  readonly #written = new Set<string>()
  #underWay = 0
  #epoch = 0

  begin(): FetchTicket {
    if (this.#underWay === 0) this.#written.clear()
    this.#underWay += 1
    return { epoch: this.#epoch }
  }

  end(): void {
    this.#underWay -= 1
  }

  /** A write of this key is done: cells fetched before are old from now on. */
  note(key: string): void {
    if (this.#underWay === 0) return
    this.#written.add(key)
    if (this.#written.size > keysMax) this.overtakeAll()
  }

  /** Everything changed. */
  overtakeAll(): void {
    this.#epoch += 1
    this.#written.clear()
  }

  isNewest(ticket: FetchTicket, key: string): boolean {
    return ticket.epoch === this.#epoch && !this.#written.has(key)
  }
}
