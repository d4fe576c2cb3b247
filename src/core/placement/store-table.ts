import {
  assert,
  type NodeId,
  noLabels,
  type StoreLabels,
  type StoreState,
} from "../../base/index.ts"
import type { PlacementOptions } from "./options.ts"
import type { StoreLiveness, StoreRecord, StoreReport } from "./types.ts"
import type { PlacementVariant } from "./variant.ts"

const slotsMax = 65_535

/** A store and all that is counted of it. Ranges name it by its slot, a small number from 1. */
export class Store {
  readonly slot: number
  readonly id: NodeId
  /** undefined: ranges name it, but the driver has no record of it. */
  record: StoreRecord | undefined
  /** One number for each level of the labels: equal where the whole path down to it is equal. */
  localities: readonly number[]
  liveness: StoreLiveness = "live"
  heardAtMs: number
  /** Since when it has not been silent for long. */
  liveSinceMs: number
  report: StoreReport | undefined

  /** Whether its replicas are lost, as far as anybody can tell. */
  isLost = false
  /** Whether its replicas are to be elsewhere. */
  isLeaving = false
  /** Whether it counts as a home for replicas: what balancing spreads them over. */
  isHome = false
  isDraining = false
  /** Whether balancing might take a replica, or a leader, from it; as of the last pass. */
  mayGiveReplica = false
  mayGiveLeader = false

  /** Of the ranges' reports. */
  replicas = 0
  leaders = 0
  bytes = 0
  heat = 0
  /** What operators under way will add to that, and take from it. */
  replicasDelta = 0
  leadersDelta = 0
  bytesDelta = 0
  heatDelta = 0
  incoming = 0
  outgoing = 0
  /** Parts of the mean, the operators' plans counted; 1 is the mean. */
  replicaScore = 0
  leaderScore = 0
  /** Its `usedRatio`, as of when it was last looked at. */
  usedPart = 0
  /** Under way just now, against the limits of a store. */
  snapshotsIn = 0
  snapshotsOut = 0
  leaderMoves = 0

  constructor(slot: number, id: NodeId, localities: readonly number[], nowMs: number) {
    this.slot = slot
    this.id = id
    this.localities = localities
    this.heardAtMs = nowMs
    this.liveSinceMs = nowMs
  }

  get state(): StoreState {
    return this.record?.state ?? "up"
  }

  /** Follows from its state and liveness; returns whether it changes where replicas should be. */
  judge(): boolean {
    const before = [this.isLeaving, this.isHome]
    this.isLost = this.liveness === "dead" || this.state === "gone"
    this.isLeaving = this.isLost || this.state === "decommissioning"
    this.isDraining = this.state === "draining"
    this.isHome = this.record !== undefined && this.state === "up" && !this.isLost
    return this.isLeaving !== before[0] || this.isHome !== before[1]
  }

  /** Whether it may be given a replica now, limits aside. */
  get takesReplicas(): boolean {
    return this.report !== undefined && this.takesLeaders
  }

  /** Whether it may be given a leader now, limits aside. */
  get takesLeaders(): boolean {
    return this.isHome && this.liveness === "live" && this.report?.takesMore !== false
  }

  /**
   * Part of its capacity in use, with what is on its way to it: what leaves is still there. 0 where
   * it did not say.
   */
  get usedRatio(): number {
    return this.#usedRatioWith(Math.max(0, this.bytesDelta))
  }

  /** The same when all that is planned for it is done. */
  get usedRatioAfter(): number {
    return this.#usedRatioWith(this.bytesDelta)
  }

  #usedRatioWith(bytes: number): number {
    if (this.report === undefined || this.report.capacityBytes <= 0) return 0
    return (this.report.usedBytes + bytes) / this.report.capacityBytes
  }
}

/** All stores that records or ranges name. */
export class StoreTable {
  readonly #options: PlacementOptions
  readonly #deadAfterMs: number
  readonly #byId = new Map<NodeId, Store>()
  readonly #bySlot: Store[] = []
  readonly #paths = new Map<string, number>()
  /** Grows whenever it has changed which stores are homes, or where, or leaving. */
  generation = 0

  constructor(options: PlacementOptions, variant: PlacementVariant | undefined) {
    this.#options = options
    this.#deadAfterMs =
      variant === "replace-the-suspected" ? options.disconnectedAfterMs : options.deadAfterMs
  }

  get(id: NodeId): Store | undefined {
    return this.#byId.get(id)
  }

  at(slot: number): Store {
    const store = this.#bySlot[slot - 1]
    assert(store !== undefined, `no store has slot ${slot}`)
    return store
  }

  values(): IterableIterator<Store> {
    return this.#byId.values()
  }

  /** The store itself, made when nobody named it before. */
  named(id: NodeId, nowMs: number): Store {
    const known = this.#byId.get(id)
    if (known !== undefined) return known
    const slot = this.#bySlot.length + 1
    assert(slot <= slotsMax, "placement: too many stores")
    const store = new Store(slot, id, this.#localitiesOf(id, noLabels), nowMs)
    this.#byId.set(id, store)
    this.#bySlot.push(store)
    return store
  }

  setRecord(record: StoreRecord, heardAtMs: number): void {
    const store = this.named(record.store, heardAtMs)
    store.record = record
    store.localities = this.#localitiesOf(record.store, record.labels)
    store.judge()
    this.generation += 1
  }

  observe(report: StoreReport, nowMs: number): Store {
    const store = this.named(report.store, nowMs)
    store.report = report
    store.heardAtMs = nowMs
    if (store.liveness !== "live") store.liveSinceMs = nowMs
    this.#setLiveness(store, "live")
    return store
  }

  /** So long nobody could be heard: that is nobody's silence. */
  forgive(ms: number, nowMs: number): void {
    for (const store of this.#byId.values()) {
      store.heardAtMs = Math.min(store.heardAtMs + ms, nowMs)
      store.liveSinceMs = Math.min(store.liveSinceMs + ms, nowMs)
    }
  }

  /** Follows the silence of stores; returns those that changed. */
  tick(nowMs: number): readonly Store[] {
    const changed: Store[] = []
    for (const store of this.#byId.values()) {
      const silentMs = nowMs - store.heardAtMs
      const { disconnectedAfterMs } = this.#options
      const liveness =
        silentMs >= this.#deadAfterMs
          ? "dead"
          : silentMs >= disconnectedAfterMs
            ? "disconnected"
            : "live"
      if (this.#setLiveness(store, liveness)) changed.push(store)
    }
    return changed
  }

  #setLiveness(store: Store, liveness: StoreLiveness): boolean {
    if (store.liveness === liveness) return false
    store.liveness = liveness
    if (store.judge()) this.generation += 1
    return true
  }

  #localitiesOf(id: NodeId, labels: StoreLabels): readonly number[] {
    const host = labels.host === "" ? `store ${id}` : labels.host
    let path = ""
    return [labels.region, labels.zone, labels.rack, host].map((value) => {
      path += `${value.length}:${value}`
      const known = this.#paths.get(path)
      if (known !== undefined) return known
      this.#paths.set(path, this.#paths.size)
      return this.#paths.size - 1
    })
  }
}
