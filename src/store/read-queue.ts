import { sweepQueue } from "./answers.ts"
import type { FairShare, Sharer } from "./read-shares.ts"
import type { PendingOperation } from "./types.ts"

interface ReadQueueOptions {
  readonly share: FairShare
  /** How many are read as one, and how much of the share each of them takes up. */
  readonly lot: () => { readonly readsMax: number; readonly each: number }
  /** It was answered or given back just now: it is not to be read here. */
  readonly settled: (read: PendingOperation) => boolean
  /** Answers all of them; never rejects. */
  readonly read: (reads: readonly PendingOperation[]) => Promise<void>
}

/**
 * Reads of one range that need the engine. They wait for the range's share of it, and each is
 * looked at again when its turn comes: the range may be another by then, and its time may be over.
 */
export class ReadQueue implements Sharer {
  readonly #options: ReadQueueOptions
  #waiting: PendingOperation[] = []
  #underWay = 0

  constructor(options: ReadQueueOptions) {
    this.#options = options
  }

  get count(): number {
    return this.#waiting.length + this.#underWay
  }

  add(reads: readonly PendingOperation[]): void {
    for (const read of reads) this.#waiting.push(read)
    this.#options.share.ask(this)
  }

  begin(): number {
    const { share, lot, read } = this.#options
    const { readsMax, each } = lot()
    const reads = this.#take(readsMax)
    if (reads.length === 0) return 0
    const amount = Math.ceil(reads.length * each)
    this.#underWay += reads.length
    void read(reads).finally(() => {
      this.#underWay -= reads.length
      share.giveBack(amount)
    })
    return amount
  }

  /** Gives back what is not being read. */
  takeAll(): readonly PendingOperation[] {
    const waiting = this.#waiting
    this.#waiting = []
    return waiting
  }

  sweep(nowMs: number): void {
    this.#waiting = sweepQueue(this.#waiting, nowMs)
  }

  #take(readsMax: number): readonly PendingOperation[] {
    const reads: PendingOperation[] = []
    while (reads.length < readsMax) {
      const read = this.#waiting.shift()
      if (read === undefined) break
      if (!this.#options.settled(read)) reads.push(read)
    }
    return reads
  }
}
