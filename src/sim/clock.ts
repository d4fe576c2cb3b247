import type { MonotonicMs, WallMs } from "../base/index.ts"
import type { Clock, Timer } from "../env/index.ts"
import type { Process } from "./process.ts"
import type { World } from "./world.ts"

/** Where the wall clocks of all dreams begin: 2025-01-01T00:00:00Z. */
const dawnMs = 1_735_689_600_000

/** The clocks of one machine: they outlive the processes that read them. */
export class ClockHardware {
  readonly #world: World
  readonly #monotonicRate: number
  readonly #wallRate: number
  #wallOffsetMs: number

  constructor(
    world: World,
    options: {
      /** Milliseconds shown by the monotonic clock in one true millisecond: near 1. */
      readonly monotonicRate: number
      readonly wallRate: number
      readonly wallOffsetMs: number
    },
  ) {
    this.#world = world
    this.#monotonicRate = options.monotonicRate
    this.#wallRate = options.wallRate
    this.#wallOffsetMs = options.wallOffsetMs
  }

  get monotonicRate(): number {
    return this.#monotonicRate
  }

  wallMs(): WallMs {
    return Math.floor(dawnMs + this.#world.nowMs * this.#wallRate + this.#wallOffsetMs)
  }

  /** Somebody set the wall clock. */
  jump(byMs: number): void {
    this.#wallOffsetMs += byMs
  }

  /** The Clock of a process that starts now; its monotonic zero is any number. */
  clockOf(process: Process, monotonicZeroMs: number): Clock {
    const world = this.#world
    const rate = this.#monotonicRate
    const bornMs = world.nowMs
    return {
      monotonicMs: (): MonotonicMs => monotonicZeroMs + (world.nowMs - bornMs) * rate,
      wallMs: () => this.wallMs(),
      after: (delayMs: number, task: () => void): Timer => process.after(delayMs / rate, task),
      soon: (task: () => void): void => {
        process.after(0, task)
      },
    }
  }
}
