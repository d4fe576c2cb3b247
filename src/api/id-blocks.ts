import { KvError, type MonotonicMs } from "../base/index.ts"

/** Claims that many more counts, for nobody else; resolves with the last of them. */
type Claim = (count: number) => Promise<bigint>

/** A claim under way. */
interface Claiming {
  readonly until: MonotonicMs
  /** Settles when the block is there or the claim has failed; it never rejects. */
  readonly ended: Promise<void>
}

/**
 * Numbers of a counter that many share and that is far away: claimed a block at a time, handed out
 * from memory, none of them twice. What is left of a block when the process ends is lost.
 */
export class IdBlocks {
  readonly #blockLength: number
  #next = 1n
  #last = 0n
  /** Of those under way the last one. */
  #claiming: Claiming | undefined

  constructor(blockLength: number) {
    this.#blockLength = blockLength
  }

  /**
   * Whoever comes first claims for all who wait, but for those who have less time: they claim for
   * themselves. When its claim fails that is its own affair: the next one tries by its own means,
   * which may have more time. `claim` ends by `until`. Rejects as it does.
   */
  async take(claim: Claim, until: MonotonicMs): Promise<bigint> {
    while (this.#next > this.#last) {
      const underWay = this.#claiming
      if (underWay !== undefined && underWay.until <= until) await underWay.ended
      else await this.#begin(claim, until)
    }
    const id = this.#next
    this.#next += 1n
    return id
  }

  #begin(claim: Claim, until: MonotonicMs): Promise<void> {
    const claimed = this.#claim(claim).finally(() => {
      if (this.#claiming === claiming) this.#claiming = undefined
    })
    const claiming = { until, ended: claimed.catch(() => {}) }
    this.#claiming = claiming
    return claimed
  }

  /** Where nobody knows what became of a block, it is lost, and another one is asked for. */
  async #claim(claim: Claim): Promise<void> {
    let last: bigint
    try {
      last = await claim(this.#blockLength)
    } catch (error) {
      if (!(error instanceof KvError) || error.code !== "result_unknown") throw error
      last = await claim(this.#blockLength)
    }
    this.#next = last - BigInt(this.#blockLength) + 1n
    this.#last = last
  }
}
