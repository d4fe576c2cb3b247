/** Time and dice of the machine that this process runs on. */
import { randomBytes } from "node:crypto"
import type { MonotonicMs, WallMs } from "../../base/index.ts"
import type { Clock, Random, Timer } from "../../env/index.ts"

export { type Heap, IdleCollector, processHeap } from "./idle-collector.ts"

/** setTimeout counts in 32 signed bits and fires at once beyond. */
const sleepMsMax = 0x7fff_ffff

export interface SystemClockOptions {
  /** Whether a waiting timer keeps the process alive. Default true. */
  readonly holdsProcess?: boolean
}

/** The machine's clocks. Monotonic time is CLOCK_MONOTONIC with fractions of a millisecond. */
export class SystemClock implements Clock {
  readonly #holdsProcess: boolean

  constructor(options: SystemClockOptions = {}) {
    this.#holdsProcess = options.holdsProcess ?? true
  }

  monotonicMs(): MonotonicMs {
    return performance.now()
  }

  wallMs(): WallMs {
    return Date.now()
  }

  after(delayMs: number, task: () => void): Timer {
    const dueMs = performance.now() + delayMs
    let timeout: NodeJS.Timeout
    const arm = (leftMs: number): void => {
      timeout = setTimeout(fire, Math.min(Math.ceil(leftMs), sleepMsMax))
      if (!this.#holdsProcess) timeout.unref()
    }
    // Node rounds its timers' idea of now down, so they may come up to a millisecond early.
    const fire = (): void => {
      const leftMs = dueMs - performance.now()
      if (leftMs <= 0) task()
      else arm(leftMs)
    }
    arm(delayMs)
    return { cancel: () => clearTimeout(timeout) }
  }

  soon(task: () => void): void {
    setImmediate(task)
  }
}

/** Dice seeded by the operating system. */
export const systemRandom: Random = {
  chance: () => Math.random(),
  bytes: (length) => randomBytes(length),
}
