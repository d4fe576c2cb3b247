import type { LogIndex, Term } from "../../base/index.ts"

/**
 * An entry that some node held to be committed, and the term that node was in when it did first.
 */
export interface Committed {
  readonly term: Term
  readonly inTerm: Term
}

/** All that was ever committed, as far as any node has shown. Shared by the invariants. */
export class Ledger {
  readonly #entries: (Committed | undefined)[] = []

  /** Highest index known to be committed. */
  get last(): LogIndex {
    return Math.max(0, this.#entries.length - 1)
  }

  /** How many entries are in it. */
  get count(): number {
    return Object.keys(this.#entries).length
  }

  at(index: LogIndex): Committed | undefined {
    return this.#entries[index]
  }

  record(index: LogIndex, committed: Committed): void {
    this.#entries[index] ??= committed
  }
}
