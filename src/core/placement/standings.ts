import type { PlacementOptions } from "./options.ts"
import { costOfAdding, onOneHost, type SpreadRule } from "./spread.ts"
import type { Store, StoreTable } from "./store-table.ts"
import type { PlacementVariant } from "./variant.ts"

/** What a store holds or leads, as parts of the mean: of their number, and of their weight. */
class Measure {
  /** What one weighs for being there at all, in the unit of the weights. */
  readonly #floor: number
  #countMean = 1
  #weightMean = 1

  constructor(floor: number) {
    this.#floor = floor
  }

  setMeans(count: number, weight: number): void {
    this.#countMean = Math.max(count, 1e-9)
    this.#weightMean = Math.max(weight + this.#floor * count, 1e-9)
  }

  /**
   * 1 is the mean. Linear in what it measures, so that a move takes from one store exactly what it
   * adds to another, and one that narrows the gap between them lowers the sum of all squares:
   * balancing can't go on for ever.
   */
  share(count: number, weight: number): number {
    return (count / this.#countMean + (weight + this.#floor * count) / this.#weightMean) / 2
  }
}

/** Stores of one rack that may be given replicas, if only those in need, the emptiest first. */
interface Rack {
  readonly stores: Store[]
}

/** Which store comes before which: by what it holds, and by what it leads. */
export class Standings {
  readonly #stores: StoreTable
  readonly #options: PlacementOptions
  readonly #variant: PlacementVariant | undefined
  readonly #held: Measure
  readonly #led: Measure
  #racks: Rack[] = []
  /** The lowest score of a store that takes any replicas, and of one that takes leaders. */
  emptiest = Number.POSITIVE_INFINITY
  leastLeading = Number.POSITIVE_INFINITY

  constructor(
    stores: StoreTable,
    options: PlacementOptions,
    variant: PlacementVariant | undefined,
  ) {
    this.#stores = stores
    this.#options = options
    this.#variant = variant
    this.#held = new Measure(options.rangeOverheadBytes)
    this.#led = new Measure(options.hotRateMin)
  }

  /** Looks at all stores anew. */
  refresh(): void {
    let homeCount = 0
    const totals = { replicas: 0, bytes: 0, leaders: 0, heat: 0 }
    for (const store of this.#stores.values()) {
      if (store.isHome) homeCount += 1
      // What a draining store has stays there; what others lose or give away comes to the homes.
      if (store.isHome || store.isLeaving) {
        totals.replicas += store.replicas + store.replicasDelta
        totals.bytes += store.bytes + store.bytesDelta
      }
      totals.leaders += store.leaders + store.leadersDelta
      totals.heat += store.heat + store.heatDelta
    }
    const homes = Math.max(homeCount, 1e-9)
    this.#held.setMeans(totals.replicas / homes, totals.bytes / homes)
    this.#led.setMeans(totals.leaders / homes, totals.heat / homes)
    const racks = new Map<number, Rack>()
    this.leastLeading = Number.POSITIVE_INFINITY
    for (const store of this.#stores.values()) {
      this.#score(store)
      if (store.takesLeaders) this.leastLeading = Math.min(this.leastLeading, store.leaderScore)
      if (!this.#hasRoom(store)) continue
      const locality = store.localities[2] ?? 0
      const rack = racks.get(locality)
      if (rack === undefined) racks.set(locality, { stores: [store] })
      else rack.stores.push(store)
    }
    this.#racks = [...racks.values()]
    for (const { stores } of this.#racks) stores.sort(byScore)
    this.#findEmptiest()
  }

  /** After something was planned for a store. */
  touch(store: Store): void {
    this.#score(store)
    const rack = this.#racks.find(({ stores }) => stores[0]?.localities[2] === store.localities[2])
    const at = rack?.stores.indexOf(store) ?? -1
    if (rack === undefined || at < 0) return
    rack.stores.splice(at, 1)
    if (this.#hasRoom(store)) {
      const place = rack.stores.findIndex((other) => byScore(other, store) > 0)
      rack.stores.splice(place < 0 ? rack.stores.length : place, 0, store)
    } else if (rack.stores.length === 0) this.#racks.splice(this.#racks.indexOf(rack), 1)
    this.#findEmptiest()
  }

  /** Part of the mean that a replica of so many bytes is. */
  heldShare(bytes: number): number {
    return this.#held.share(1, bytes)
  }

  /** Part of the mean that leading a range of such heat is. */
  ledShare(heat: number): number {
    return this.#led.share(1, heat)
  }

  /**
   * The best home for one more replica beside `others`: where it costs the spread least, and of
   * these the emptiest. undefined: there is none that may be given one now.
   *
   * @param costMax what it may add to the cost of the spread
   * @param without stores that are out of the question
   */
  homeFor(
    others: readonly Store[],
    rule: SpreadRule,
    costMax = Number.POSITIVE_INFINITY,
    without: readonly Store[] = [],
  ): Store | undefined {
    const { fullRatio } = this.#options
    return this.#homeFor(others, rule, costMax, (store) => {
      return store.usedPart < fullRatio && !without.includes(store)
    })
  }

  /**
   * The same for a replica that has no home: one on a full disk is better than none, and where it
   * was tried to no avail (`avoided`) it is tried again if there is nothing else. A store that is
   * better and just busy is waited for.
   */
  homeInNeed(
    others: readonly Store[],
    rule: SpreadRule,
    without: readonly Store[],
    avoided: readonly Store[],
  ): Store | undefined {
    const { fullRatio } = this.#options
    const isFree = (store: Store) => !without.includes(store)
    const isGood = (store: Store) => isFree(store) && !avoided.includes(store)
    const isBest = (store: Store) => store.usedPart < fullRatio && isGood(store)
    for (const isWelcome of [isBest, isGood, isFree]) {
      const home = this.#homeFor(others, rule, Number.POSITIVE_INFINITY, isWelcome)
      if (home !== undefined) return home
      for (const store of this.#stores.values()) {
        const has = this.#hasSpace(store) && isWelcome(store) && this.fits(store, others)
        if (has) return undefined
      }
    }
    return undefined
  }

  #homeFor(
    others: readonly Store[],
    rule: SpreadRule,
    costMax: number,
    isWelcome: (store: Store) => boolean,
  ): Store | undefined {
    let best: Store | undefined
    let bestCost = costMax
    for (const { stores } of this.#racks) {
      const store = stores.find((candidate) => isWelcome(candidate) && this.fits(candidate, others))
      if (store === undefined) continue
      const cost = this.#variant === "forget-spread" ? 0 : costOfAdding(rule, others, store)
      if (cost > bestCost) continue
      if (best !== undefined && cost === bestCost && byScore(best, store) <= 0) continue
      best = store
      bestCost = cost
    }
    return best
  }

  /** Whether a store may have a replica of a range that `others` have. */
  fits(store: Store, others: readonly Store[]): boolean {
    if (others.includes(store)) return false
    if (this.#options.hostsShared || this.#variant === "forget-spread") return true
    return !others.some((other) => onOneHost(other, store))
  }

  /** Whether a store is so full that it should have less, whatever others have. */
  isOverfull(store: Store): boolean {
    return store.usedRatioAfter >= this.#options.overfullRatio
  }

  #hasSpace(store: Store): boolean {
    return store.takesReplicas && store.usedPart < this.#options.repairRatio
  }

  #hasRoom(store: Store): boolean {
    if (!this.#hasSpace(store)) return false
    return store.snapshotsIn < this.#options.snapshotsInMax || this.#variant === "no-store-limits"
  }

  #score(store: Store): void {
    const replicas = store.replicas + store.replicasDelta
    const leaders = store.leaders + store.leadersDelta
    store.usedPart = store.usedRatio
    store.replicaScore = this.#held.share(replicas, store.bytes + store.bytesDelta)
    store.leaderScore = this.#led.share(leaders, store.heat + store.heatDelta)
  }

  #findEmptiest(): void {
    const { fullRatio } = this.#options
    this.emptiest = Number.POSITIVE_INFINITY
    for (const { stores } of this.#racks) {
      const first = stores.find(({ usedPart }) => usedPart < fullRatio)
      this.emptiest = Math.min(this.emptiest, first?.replicaScore ?? this.emptiest)
    }
  }
}

function byScore(left: Store, right: Store): number {
  return left.replicaScore - right.replicaScore || left.id - right.id
}
