import type { Dice } from "../../base/index.ts"
import type { WorkloadOptions } from "../swarm.ts"

/** Every increment adds this and a little more, so that a counter also counts its increments. */
export const deltaUnit = 1_000_000_000n

/** Keys and values of one run. Each value is written once only: a value says who wrote it. */
export class Names {
  readonly registers: readonly string[]
  readonly counters: readonly string[]
  readonly expiring: readonly string[]
  /** All registers are in the span from `prefix` to `end`, and nothing else. */
  readonly prefix = "r/"
  readonly end = "r0"
  readonly #bigShare: number
  #values = 0
  #deltas = 0n

  constructor(options: WorkloadOptions) {
    // In the order of scans.
    this.registers = Array.from({ length: options.registers }, (_, i) => `r/${i}`).sort()
    this.counters = Array.from({ length: options.counters }, (_, i) => `counter/${i}`)
    this.expiring = Array.from({ length: options.expiringKeys }, (_, i) => `expiring/${i}`)
    this.#bigShare = options.bigValues
  }

  get all(): readonly string[] {
    return [...this.registers, ...this.counters, ...this.expiring]
  }

  nextValue(dice: Dice): string {
    this.#values += 1
    const value = `v${this.#values}`
    return dice.roll(this.#bigShare) ? value + "~".repeat(dice.between(100, 900)) : value
  }

  nextDelta(): bigint {
    this.#deltas += 1n
    return deltaUnit + this.#deltas
  }
}
