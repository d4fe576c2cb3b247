import { KvError } from "../base/index.ts"

/** Claims that many more counts, for nobody else; resolves with the last of them. */
type Claim = (count: number) => Promise<bigint>

/**
 * Numbers of a counter that many share and that is far away: claimed a block at a time, handed out
 * from memory, none of them twice. What is left of a block when the process ends is lost.
 */
export class IdBlocks {
  readonly #blockLength: number
  #next = 1n
  #last = 0n
  /** Settles when the block that is under way is there or has failed; it never rejects. */
  #claiming: Promise<void> | undefined

  constructor(blockLength: number) {
    this.#blockLength = blockLength
  }

  /**
   * Whoever comes first claims for all who wait. When its claim fails that is its own affair: the
   * next one tries by its own means, which may have more time. Rejects as `claim` does.
   */
  async take(claim: Claim): Promise<bigint> {
    while (this.#next > this.#last) {
      if (this.#claiming !== undefined) {
        await this.#claiming
        continue
      }
      const claimed = this.#claim(claim).finally(() => {
        this.#claiming = undefined
      })
      this.#claiming = claimed.catch(() => {})
      await claimed
    }
    const id = this.#next
    this.#next += 1n
    return id
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
