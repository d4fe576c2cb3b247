import type { MonotonicMs, WallMs } from "../base/index.ts"

/** A task that was asked for and can be called off. */
export interface Timer {
  cancel(): void
}

/** Time, and the order in which this process does things. */
export interface Clock {
  /** Never goes back; runs on while the process is paused. */
  monotonicMs(): MonotonicMs
  /** May jump either way. */
  wallMs(): WallMs
  /** Runs `task` once, not before `delayMs` have passed. */
  after(delayMs: number, task: () => void): Timer
  /** Runs `task` once, after the input that is already waiting has been taken in. */
  soon(task: () => void): void
}
