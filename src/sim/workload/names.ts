import type { Dice } from "../../base/index.ts"
import type { WorkloadOptions } from "../swarm.ts"

/** Every increment adds this and a little more, so that a counter also counts its increments. */
export const deltaUnit = 1_000_000_000n

/** Numbers that are written whole are multiples of this, far above all increments together. */
const numberUnit = 1_000_000_000_000_000n

/** Keys and values of one run. Each value is written once only: a value says who wrote it. */
export class Names {
  readonly registers: readonly string[]
  readonly counters: readonly string[]
  readonly expiring: readonly string[]
  /** Each increment of it brings the time to live, if it is the first of a life. */
  readonly expiringCounter = "expiring/sum"
  /** Numbers that are put, swapped, deleted and incremented; all in one span, and nothing else. */
  readonly mixed: readonly string[] = ["mixed/0", "mixed/1", "mixed/2", "mixed/3"]
  readonly mixedSpan = { gte: "mixed/", lt: "mixed0" }
  /** All registers are in the span from `prefix` to `end`, and nothing else. */
  readonly prefix = "r/"
  readonly end = "r0"
  readonly #bigShare: number
  #values = 0
  #numbers = 0n
  #deltas = 0n

  constructor(options: WorkloadOptions) {
    // In the order of scans.
    this.registers = Array.from({ length: options.registers }, (_, i) => `r/${i}`).sort()
    this.counters = Array.from({ length: options.counters }, (_, i) => `counter/${i}`)
    this.expiring = Array.from({ length: options.expiringKeys }, (_, i) => `expiring/${i}`)
    this.#bigShare = options.bigValues
  }

  get all(): readonly string[] {
    return [...this.registers, ...this.counters, ...this.mortal]
  }

  /** What may be written with a time to live. */
  get mortal(): readonly string[] {
    return [...this.expiring, this.expiringCounter, ...this.mixed]
  }

  nextValue(dice: Dice): string {
    this.#values += 1
    const value = `v${this.#values}`
    return dice.roll(this.#bigShare) ? value + "~".repeat(dice.between(100, 900)) : value
  }

  /** To increment, too: the sum tells what it began with. */
  nextNumber(): string {
    this.#numbers += 1n
    return String(this.#numbers * numberUnit)
  }

  nextDelta(): bigint {
    this.#deltas += 1n
    return deltaUnit + this.#deltas
  }
}

/** What was put, of a sum that it was incremented to; undefined: increments made it all. */
export function putUnder(sum: string): string | undefined {
  const put = (BigInt(sum) / numberUnit) * numberUnit
  return put === 0n ? undefined : String(put)
}
