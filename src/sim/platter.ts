import type { Dice } from "../base/index.ts"

/**
 * How a process ends. `kill`: the operating system lives on and keeps what was handed to it.
 * `powerLoss`: what was not synced may be gone.
 */
export type Crash = "kill" | "powerLoss"

/** Bytes on a disk, and what a crash does to them. */
export interface Platter {
  readonly usedBytes: number
  crash(how: Crash, dice: Dice): void
}
