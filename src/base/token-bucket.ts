import { assert } from "./assert.ts"
import type { MonotonicMs } from "./ids.ts"

const burstMs = 20

/**
 * A rate, with a burst of a fiftieth of a second's worth. What is taken may run into debt: whoever
 * takes waits until it is paid, so many who share a bucket come together to its rate.
 */
export class TokenBucket {
  #perMs: number
  #tokens: number
  #filledAtMs: MonotonicMs

  constructor(tokensPerSecond: number, nowMs: MonotonicMs) {
    assert(tokensPerSecond > 0, "a bucket that never fills")
    this.#perMs = tokensPerSecond / 1_000
    this.#tokens = this.#perMs * burstMs
    this.#filledAtMs = nowMs
  }

  /** Takes so many, and says for how many milliseconds the taker has to wait then. */
  take(tokens: number, nowMs: MonotonicMs): number {
    this.#fill(nowMs)
    this.#tokens -= tokens
    return Math.max(0, -this.#tokens / this.#perMs)
  }

  /** From now on. Who waits already was told for how long. */
  setRate(tokensPerSecond: number, nowMs: MonotonicMs): void {
    assert(tokensPerSecond > 0, "a bucket that never fills")
    this.#fill(nowMs)
    this.#perMs = tokensPerSecond / 1_000
  }

  #fill(nowMs: MonotonicMs): void {
    assert(nowMs >= this.#filledAtMs, "monotonic time went back")
    const filled = this.#tokens + (nowMs - this.#filledAtMs) * this.#perMs
    this.#tokens = Math.min(burstMs * this.#perMs, filled)
    this.#filledAtMs = nowMs
  }
}
