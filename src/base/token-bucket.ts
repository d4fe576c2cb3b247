import { assert } from "./assert.ts"
import type { MonotonicMs } from "./ids.ts"

/**
 * A rate, with a burst of a tenth of a second's worth. What is taken may run into debt: whoever
 * takes waits until it is paid, so many who share a bucket come together to its rate.
 */
export class TokenBucket {
  readonly #perMs: number
  readonly #burst: number
  #tokens: number
  #filledAtMs: MonotonicMs

  constructor(tokensPerSecond: number, nowMs: MonotonicMs) {
    assert(tokensPerSecond > 0, "a bucket that never fills")
    this.#perMs = tokensPerSecond / 1_000
    this.#burst = tokensPerSecond / 10
    this.#tokens = this.#burst
    this.#filledAtMs = nowMs
  }

  /** Takes so many, and says for how many milliseconds the taker has to wait then. */
  take(tokens: number, nowMs: MonotonicMs): number {
    assert(nowMs >= this.#filledAtMs, "monotonic time went back")
    const filled = this.#tokens + (nowMs - this.#filledAtMs) * this.#perMs
    this.#tokens = Math.min(this.#burst, filled) - tokens
    this.#filledAtMs = nowMs
    return Math.max(0, -this.#tokens / this.#perMs)
  }
}
