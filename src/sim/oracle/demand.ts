import { type Effect, integerOf } from "./model.ts"
import type { Operation } from "./operations.ts"

type Value = string | null

/**
 * Keeps count of who still has to see a value and who can still bring it. A value that somebody
 * has yet to see must not be written over once nobody can write it again: that prunes orders long
 * before the search gets to the one who looks.
 */
export class Demand {
  readonly #wanted = new Map<Value, number>()
  readonly #writers = new Map<Value, number>()
  /** Unused writes that can bring values nobody can tell in advance. */
  #wildWriters = 0
  readonly #seen = new Set<Value>()
  readonly #sums: RisingSums | undefined
  /** Some operation depends on values it does not tell: then no write is surely unseen. */
  #anyMayBeSeen = false

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) {
      this.#count(operation, 1)
      this.#noteSeen(operation.effect)
    }
    this.#sums = RisingSums.of(operations)
  }

  take(operation: Operation): void {
    this.#count(operation, -1)
  }

  untake(operation: Operation): void {
    this.#count(operation, 1)
  }

  /** Whether the operation needs to see what was not there and nobody left can bring. */
  isHopeless({ effect, unknown }: Operation, present: Value | undefined): boolean {
    const wanted = unknown ? undefined : wantedBy(effect)
    if (wanted === undefined || wanted === present || this.#wildWriters > 0) return false
    return present !== undefined && (this.#writers.get(wanted) ?? 0) === 0
  }

  /** Whether `value` may be written over with `next` now. */
  mayLeave(value: Value | undefined, next: Value | undefined): boolean {
    if (value === undefined || next === undefined) return true
    if (this.#sums !== undefined) return this.#sums.mayReach(next)
    if (this.#wildWriters > 0) return true
    return (this.#wanted.get(value) ?? 0) === 0 || (this.#writers.get(value) ?? 0) > 0
  }

  /** A blind write whose value surely nobody saw: it may as well come right before another one. */
  isUnseen({ effect }: Operation): boolean {
    if (effect.type !== "write" || this.#anyMayBeSeen) return false
    return effect.version === undefined && !this.#seen.has(effect.value)
  }

  /** An operation of unknown outcome may bring its value, and can go without seeing any. */
  #count(operation: Operation, by: number): void {
    const { effect, unknown } = operation
    this.#sums?.count(effect, by, unknown)
    const wanted = unknown ? undefined : wantedBy(effect)
    if (wanted !== undefined) add(this.#wanted, wanted, by)
    if (effect.type === "observe") return
    const brought = effect.type === "add" ? effect.result : effect.value
    if (brought === undefined) this.#wildWriters += by
    else add(this.#writers, brought, by)
  }

  #noteSeen(effect: Effect): void {
    const wanted = wantedBy(effect)
    if (wanted !== undefined) this.#seen.add(wanted)
    if (effect.type === "add") {
      // From nothing or from 0: both give the same sum.
      this.#seen.add(null).add("0")
      if (effect.result === undefined) this.#anyMayBeSeen = true
    }
    if (effect.type === "observe" && effect.value === undefined) this.#anyMayBeSeen = true
    if (effect.type === "swap" && effect.expect.type === "version") this.#anyMayBeSeen = true
  }
}

/** The one value that the effect needs to find; undefined: several would do. */
function wantedBy(effect: Effect): Value | undefined {
  switch (effect.type) {
    case "observe":
      return effect.value
    case "swap":
      return effect.expect.type === "value" ? effect.expect.value : undefined
    case "add": {
      const before = sumBefore(effect)
      return before === undefined || before === 0n ? undefined : String(before)
    }
    case "write":
      return undefined
  }
}

function add(counts: Map<Value, number>, value: Value, by: number): void {
  counts.set(value, (counts.get(value) ?? 0) + by)
}

/** A counter that only rises must come to each sum that somebody has yet to see, exactly. */
class RisingSums {
  /** Increments that are not used yet, by how much they add. */
  readonly #deltas = new Map<bigint, number>()
  readonly #leastDelta: bigint
  /** Sums that are seen, ascending, and how many have yet to see each. */
  readonly #sums: readonly bigint[]
  readonly #left: number[]
  readonly #places: ReadonlyMap<bigint, number>
  #lowest = 0

  private constructor(wanted: readonly bigint[], leastDelta: bigint) {
    this.#leastDelta = leastDelta
    const sums = [...new Set(wanted)].sort((left, right) => (left < right ? -1 : 1))
    this.#sums = sums
    this.#places = new Map(sums.map((sum, place) => [sum, place]))
    this.#left = sums.map(() => 0)
    for (const sum of wanted) this.#add(sum, 1)
  }

  /** undefined when something but rising increments is written. */
  static of(operations: readonly Operation[]): RisingSums | undefined {
    const rising = operations.every(({ effect }) =>
      effect.type === "add" ? effect.delta >= 0n : effect.type === "observe",
    )
    const wanted = operations
      .filter(({ unknown }) => !unknown)
      .map(({ effect }) => sumBefore(effect))
    if (!rising) return undefined
    const deltas = operations.flatMap(({ effect }) => fillerOf(effect) ?? [])
    const [least = 0n] = [...deltas].sort((left, right) => (left < right ? -1 : 1))
    const sums = new RisingSums(
      wanted.filter((sum) => sum !== undefined),
      least,
    )
    for (const delta of deltas) sums.#addDelta(delta, 1)
    return sums
  }

  count(effect: Effect, by: number, unknown: boolean): void {
    const filler = fillerOf(effect)
    if (filler !== undefined) this.#addDelta(filler, by)
    const sum = unknown ? undefined : sumBefore(effect)
    if (sum !== undefined) this.#add(sum, by)
  }

  mayReach(next: Value): boolean {
    const lowest = this.#sums[this.#lowest]
    return lowest === undefined || this.#mayAdd(lowest - BigInt(next ?? 0))
  }

  /** False where surely no increments that are left add so much: one or two would have to. */
  #mayAdd(rest: bigint): boolean {
    if (rest <= 0n) return rest === 0n
    if (rest >= 3n * this.#leastDelta || this.#deltas.has(rest)) return true
    if (rest < 2n * this.#leastDelta) return false
    for (const delta of this.#deltas.keys()) if (this.#deltas.has(rest - delta)) return true
    return false
  }

  #addDelta(delta: bigint, by: number): void {
    const count = (this.#deltas.get(delta) ?? 0) + by
    if (count === 0) this.#deltas.delete(delta)
    else this.#deltas.set(delta, count)
  }

  #add(sum: bigint, by: number): void {
    const place = this.#places.get(sum)
    if (place === undefined) return
    this.#left[place] = (this.#left[place] ?? 0) + by
    if (by > 0) this.#lowest = Math.min(this.#lowest, place)
    while (this.#left[this.#lowest] === 0) this.#lowest += 1
  }
}

/** What an increment adds that may come before any sum, for it does not tell its own. */
function fillerOf(effect: Effect): bigint | undefined {
  return effect.type === "add" && effect.result === undefined ? effect.delta : undefined
}

/** The sum that an operation on a counter needs to find. */
function sumBefore(effect: Effect): bigint | undefined {
  if (effect.type === "observe") return effect.value == null ? undefined : integerOf(effect.value)
  if (effect.type !== "add" || effect.result === undefined) return undefined
  const sum = integerOf(effect.result)
  return sum === undefined ? undefined : sum - effect.delta
}
