import { assert, type Limits } from "../base/index.ts"

/**
 * Lots of cells that a store reads at once, and scans. The engine has eight threads, for writes and
 * the log, too: four are more than answers can be made of, and a scan is mostly between its steps.
 */
const lotsMax = 4
const scansMax = 8

/** Whoever has reads that wait. */
export interface Sharer {
  /** Begins what is read as one, and says how much that takes up; 0: nothing waits any more. */
  begin(): number
}

/**
 * What the ranges of a store read from the engine at once, beyond `max` by no more than what began
 * last. It is lent to those that ask one after the other, and whoever has more to read goes to the
 * end of the line: a range with any number of slow reads holds another up until one of them ends,
 * and has all there is while nobody else asks. What one of them reads is bounded, so that is soon.
 */
export class FairShare {
  readonly #max: number
  readonly #line = new Set<Sharer>()
  #lent = 0
  #lending = false

  constructor(max: number) {
    this.#max = max
  }

  get lent(): number {
    return this.#lent
  }

  /** `sharer` begins what there is room for, now or later, until it has nothing more. */
  ask(sharer: Sharer): void {
    this.#line.add(sharer)
    this.#lend()
  }

  giveBack(amount: number): void {
    assert(amount <= this.#lent, "more is given back than was lent")
    this.#lent -= amount
    this.#lend()
  }

  #lend(): void {
    // Who is answered from within `begin` may ask for more.
    if (this.#lending) return
    this.#lending = true
    try {
      // Those that are added meanwhile come, too, at the end.
      for (const sharer of this.#line) {
        if (this.#lent >= this.#max) break
        this.#line.delete(sharer)
        const amount = sharer.begin()
        if (amount === 0) continue
        this.#lent += amount
        this.#line.add(sharer)
      }
    } finally {
      this.#lending = false
    }
  }
}

/** Made once a store. */
export interface ReadShares {
  /** Bytes of cells, about. */
  readonly gets: FairShare
  /** Of these, how many: apart from gets, which don't wait for whoever reads pages. */
  readonly scans: FairShare
}

export function openReadShares({ readLotBytesMax }: Limits): ReadShares {
  return { gets: new FairShare(lotsMax * readLotBytesMax), scans: new FairShare(scansMax) }
}
