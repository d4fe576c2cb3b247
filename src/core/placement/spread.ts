import { labelLevels } from "../../base/index.ts"
import type { Store, StoreTable } from "./store-table.ts"

/** More pairs than a range has: a level outweighs all that come after it. */
const base = 128

/** How replicas of a range with so many voters are spread. Lower costs are better. */
export interface SpreadRule {
  /** What a pair costs that shares so many levels, counted from the highest. */
  readonly pairCosts: readonly number[]
  /** A cost that can be reached with the stores there are. */
  readonly reachable: number
}

/**
 * Replicas are spread over the highest level of the labels that has as many values as there are
 * replicas; then over the levels above it and below it, highest first, as far as there are values.
 */
export class Spread {
  readonly #stores: StoreTable
  readonly #rules = new Map<number, SpreadRule>()
  #generation = -1

  constructor(stores: StoreTable) {
    this.#stores = stores
  }

  ruleFor(replicationFactor: number): SpreadRule {
    if (this.#generation !== this.#stores.generation) {
      this.#generation = this.#stores.generation
      this.#rules.clear()
    }
    let rule = this.#rules.get(replicationFactor)
    if (rule === undefined) {
      rule = ruleOf(
        [...this.#stores.values()].filter(({ isHome }) => isHome),
        replicationFactor,
      )
      this.#rules.set(replicationFactor, rule)
    }
    return rule
  }
}

/** How many levels two stores share, from the highest: 4 means that they are on one host. */
export function sharedLevels(left: Store, right: Store): number {
  let level = 0
  while (level < labelLevels.length && left.localities[level] === right.localities[level]) {
    level += 1
  }
  return level
}

export function onOneHost(left: Store, right: Store): boolean {
  return sharedLevels(left, right) === labelLevels.length
}

/** What all pairs of some stores cost. */
export function costOf({ pairCosts }: SpreadRule, stores: readonly Store[]): number {
  let cost = 0
  for (let i = 1; i < stores.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      cost += pairCosts[sharedLevels(stores[i] as Store, stores[j] as Store)] ?? 0
    }
  }
  return cost
}

/** What one more store would add to that. */
export function costOfAdding(
  { pairCosts }: SpreadRule,
  stores: readonly Store[],
  added: Store,
): number {
  let cost = 0
  for (const store of stores) cost += pairCosts[sharedLevels(store, added)] ?? 0
  return cost
}

function ruleOf(homes: readonly Store[], replicationFactor: number): SpreadRule {
  const levels = labelLevels.map((_, level) => level)
  const enough = levels.find((level) => {
    return new Set(homes.map(({ localities }) => localities[level])).size >= replicationFactor
  })
  const worth = enough === undefined ? levels : [enough, ...levels.filter((at) => at !== enough)]
  const levelCosts = levels.map((level) => base ** (levels.length - 1 - worth.indexOf(level)))
  const pairCosts = [0]
  for (const cost of levelCosts) pairCosts.push((pairCosts.at(-1) ?? 0) + cost)
  const rule = { pairCosts, reachable: 0 }
  return { ...rule, reachable: reachableCost(rule, homes, replicationFactor) }
}

/** By taking the next best store again and again, beginning in each of the zones. */
function reachableCost(rule: SpreadRule, homes: readonly Store[], replicas: number): number {
  const zones = new Map(homes.map((store) => [store.localities[1], store]))
  let reachable = Number.POSITIVE_INFINITY
  for (const first of zones.values()) {
    const taken = [first]
    while (taken.length < Math.min(replicas, homes.length)) {
      let best: Store | undefined
      let bestCost = Number.POSITIVE_INFINITY
      for (const store of homes) {
        if (taken.includes(store)) continue
        const cost = costOfAdding(rule, taken, store)
        if (cost >= bestCost) continue
        best = store
        bestCost = cost
      }
      if (best === undefined) break
      taken.push(best)
    }
    reachable = Math.min(reachable, costOf(rule, taken))
  }
  return reachable
}
