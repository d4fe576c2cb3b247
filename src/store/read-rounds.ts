import type { Clock, Timer } from "../env/index.ts"

/** So long a round holds up those of other ranges: their quorums may be nearer. */
const holdMs = 2

/** Whatever has reads that wait for a round of read index. */
interface Reader {
  /** Begins a round for all that wait. False: nothing waits any more. */
  beginRead(): boolean
}

/**
 * Rounds of read index of all ranges of a store begin together: their heartbeats share frames, and
 * so do the answers. Meanwhile what arrives gathers for the next time, as proposals gather while
 * the log is written.
 */
export class ReadRounds<R extends Reader> {
  readonly #clock: Clock
  /** Calls for a turn: those that wait may begin. */
  readonly #onOver: () => void
  readonly #waiting = new Set<R>()
  #hold: Timer | undefined

  constructor(clock: Clock, onOver: () => void) {
    this.#clock = clock
    this.#onOver = onOver
  }

  add(reader: R): void {
    this.#waiting.add(reader)
  }

  delete(reader: R): void {
    this.#waiting.delete(reader)
  }

  /** Begins what waits, unless a round is under way; those for which one was begun. */
  begin(): readonly R[] {
    if (this.#hold !== undefined || this.#waiting.size === 0) return []
    const begun = [...this.#waiting].filter((reader) => reader.beginRead())
    this.#waiting.clear()
    if (begun.length > 0) this.#hold = this.#clock.after(holdMs, () => this.#letGo())
    return begun
  }

  /** A quorum has answered for one of them, likely for all; in a turn, which then calls `begin`. */
  onAnswered(): void {
    this.#hold?.cancel()
    this.#hold = undefined
  }

  #letGo(): void {
    this.#hold = undefined
    if (this.#waiting.size > 0) this.#onOver()
  }
}
