import { KvError, type MonotonicMs, TokenBucket } from "../base/index.ts"
import type { StorageConfig } from "../config/types.ts"
import type { Clock, Timer } from "../env/index.ts"

/**
 * A timer that fires later than this met a node that has no time to spare. Where clients are at
 * work one in ten is 3 ms late, however fast the bulk goes: the collector takes 5 to 7 ms.
 */
const lateMsMax = 8
/** Whether there is time to spare shows at each wait: by so much the rate falls, and rises. */
const fallTo = 0.5
const riseParts = 64

type Rates = Pick<StorageConfig, "snapshotBytesPerSecond" | "snapshotBytesPerSecondMin">

interface Waiter {
  readonly timer: Timer
  readonly reject: (error: KvError) => void
}

/**
 * How fast a store moves data in bulk: sends and takes in snapshots, puts them in their place,
 * clears what replicas left, all together. Clients come first. That they are kept waiting shows in
 * the pauses made here: a timer that fires late met a busy event loop, or no processor. Then the
 * rate falls at once, and rises again bit by bit. No measurement of load is needed for that, nor a
 * setting that suits the machine.
 */
export class BulkPace {
  readonly #clock: Clock
  readonly #max: number
  /** However busy the node is: what was begun has to end. */
  readonly #min: number
  readonly #bucket: TokenBucket
  readonly #waiters = new Set<Waiter>()
  #bytesPerSecond: number
  #fellAtMs: MonotonicMs = Number.NEGATIVE_INFINITY
  #stopped = false

  constructor(config: Rates, clock: Clock) {
    this.#clock = clock
    this.#max = config.snapshotBytesPerSecond
    this.#min = config.snapshotBytesPerSecondMin
    this.#bytesPerSecond = this.#min
    this.#bucket = new TokenBucket(this.#min, clock.monotonicMs())
  }

  get bytesPerSecond(): number {
    return this.#bytesPerSecond
  }

  /** Resolves when there is time for so many bytes. Rejects with KvError when the node stops. */
  async take(bytes: number): Promise<void> {
    if (this.#stopped) throw stopping()
    const clock = this.#clock
    const nowMs = clock.monotonicMs()
    const waitMs = this.#bucket.take(bytes, nowMs)
    if (waitMs <= 0) return
    await this.#wait(waitMs)
    this.#learn(nowMs + waitMs, clock.monotonicMs())
  }

  /** Whoever waits is told to give up. */
  stop(): void {
    this.#stopped = true
    for (const { timer, reject } of this.#waiters) {
      timer.cancel()
      reject(stopping())
    }
    this.#waiters.clear()
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = this.#clock.after(ms, () => {
        this.#waiters.delete(waiter)
        resolve()
      })
      const waiter = { timer, reject }
      this.#waiters.add(waiter)
    })
  }

  #learn(dueMs: MonotonicMs, nowMs: MonotonicMs): void {
    const rate = this.#bytesPerSecond
    const late = nowMs - dueMs > lateMsMax
    // All who were to go on by then met the same stall: it counts once.
    if (late && dueMs <= this.#fellAtMs) return
    if (late) this.#fellAtMs = nowMs
    const next = late
      ? Math.max(this.#min, rate * fallTo)
      : Math.min(this.#max, rate + this.#min / riseParts)
    if (next === rate) return
    this.#bytesPerSecond = next
    this.#bucket.setRate(next, nowMs)
  }
}

function stopping(): KvError {
  return new KvError("unavailable", "this node is stopping")
}
