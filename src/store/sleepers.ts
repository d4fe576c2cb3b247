import type { MonotonicMs } from "../base/index.ts"

/** Who slept for so long looks for its leader. The consistency check wakes all once a day. */
const sleepMsMax = 6 * 3_600_000
/** So many ask in one tick, at most. */
const askersMax = 5

/**
 * Replicas whose clocks stand still. A replica that sleeps hears nothing, and if what was to wake
 * it is lost in a connection that breaks, it may have been removed without ever hearing of that:
 * the others have stopped talking to it. So it looks for its leader when it was not woken for long
 * (rule 50).
 */
export class Sleepers<T> {
  /** In the order in which they fell asleep. */
  readonly #since = new Map<T, MonotonicMs>()

  onAsleep(sleeper: T, nowMs: MonotonicMs): void {
    this.#since.delete(sleeper)
    this.#since.set(sleeper, nowMs)
  }

  onAwake(sleeper: T): void {
    this.#since.delete(sleeper)
  }

  /** Those who are to ask now. */
  tick(nowMs: MonotonicMs): readonly T[] {
    const asking: T[] = []
    for (const [sleeper, sinceMs] of this.#since) {
      if (nowMs - sinceMs < sleepMsMax || asking.length === askersMax) break
      asking.push(sleeper)
    }
    return asking
  }
}
