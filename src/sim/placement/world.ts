import {
  assert,
  Dice,
  defined,
  type NodeId,
  type RangeId,
  type StoreLabels,
  type StoreState,
} from "../../base/index.ts"
import {
  type Order,
  Placement,
  type PlacementOptions,
  type PlacementVariant,
  type Step,
} from "../../core/placement/index.ts"
import { TaskHeap } from "../task-heap.ts"
import { Leaders } from "./leaders.ts"
import { type ModelRange, reportOf } from "./model-range.ts"
import type { ModelStats, ModelStore, ModelWorld } from "./model-world.ts"
import { type Violation, Watch } from "./watch.ts"

export const modelKeyspaceId = 1

/** How well messages fare between stores and driver. */
export interface ModelWeather {
  readonly latencyMs: number
  readonly jitterMs: number
  readonly lossChance: number
  readonly repeatChance: number
}

export interface PlacementWorldOptions {
  readonly seed: number
  readonly replicationFactor: number
  readonly rangeBytesMax: number
  readonly placement?: Partial<PlacementOptions>
  readonly variant?: PlacementVariant | undefined
  readonly weather: ModelWeather
  readonly tickMs: number
  /** Ranges looked at in one call of `schedule`, and operators begun. */
  readonly budget: { readonly ranges: number; readonly operators: number }
  readonly rangeBeatMs: number
  readonly storeBeatMs: number
  readonly snapshotBytesPerSecond: number
  /** Whether every report is held against all that came before it, which costs time and memory. */
  readonly watchesReports: boolean
  /** A clock of CPU time, where that is to be measured. */
  readonly cpuMs?: () => number
}

/**
 * A cluster that is nothing but what a placement driver can see of one, in virtual time: stores
 * that carry out orders, die and come back, and ranges that report. The driver is the real one.
 */
export class PlacementWorld implements ModelWorld {
  readonly driver: Placement
  readonly dice: Dice
  readonly stores = new Map<NodeId, ModelStore>()
  readonly ranges = new Map<RangeId, ModelRange>()
  readonly stats: ModelStats = {
    ...{ reports: 0, beats: 0, orders: 0, snapshots: 0, snapshotBytes: 0, transfers: 0 },
    ...{ passes: 0, passCpuMs: 0 },
  }
  readonly #watch: Watch
  readonly options: PlacementWorldOptions
  readonly #leaders: Leaders
  readonly #tasks = new TaskHeap()
  readonly #ids: RangeId[] = []
  #sequence = 0
  #nowMs = 0
  #beatAt = 0
  nextRangeId = 1
  nextReplicaId = 1

  constructor(options: PlacementWorldOptions) {
    this.options = options
    this.dice = new Dice(options.seed)
    const { placement = {}, variant } = options
    this.driver = new Placement({ options: placement, variant })
    const { replicationFactor, rangeBytesMax } = options
    this.driver.setKeyspace({ keyspaceId: modelKeyspaceId, replicationFactor, rangeBytesMax })
    this.#watch = new Watch(this)
    this.#leaders = new Leaders(this, options.snapshotBytesPerSecond)
  }

  get nowMs(): number {
    return this.#nowMs
  }

  get violations(): readonly Violation[] {
    return this.#watch.violations
  }

  addStore(labels: StoreLabels, capacityBytes: number): ModelStore {
    const id = this.stores.size + 1
    const store: ModelStore = {
      ...{ id, labels, capacityBytes, state: "up", alive: true, diedAtMs: 0 },
      ...{ usedBytes: 0, replicas: 0, leaders: 0, receiving: 0 },
    }
    this.stores.set(id, store)
    this.driver.setStore({ store: id, labels, state: "up" }, this.#nowMs)
    this.#beat(store)
    return store
  }

  addRange(range: ModelRange): void {
    this.ranges.set(range.id, range)
    this.#ids.push(range.id)
    this.count(range, 1)
  }

  /** An admin's word: refused, or the store has that state from now on. */
  setState(id: NodeId, state: StoreState): boolean {
    const verdict = this.driver.mayBecome(id, state)
    if (verdict.type === "refused") return false
    this.store(id).state = state
    this.driver.setStore(verdict.value, this.#nowMs)
    return true
  }

  store(id: NodeId): ModelStore {
    return defined(this.stores.get(id), `there is no store ${id}`)
  }

  isAlive(id: NodeId): boolean {
    return this.store(id).alive
  }

  /** Stores stop together; who led there is followed by somebody alive, where there is a quorum. */
  kill(ids: readonly NodeId[]): void {
    for (const id of ids) {
      this.store(id).alive = false
      this.store(id).diedAtMs = this.#nowMs
    }
    const dead = new Set(ids)
    for (const range of this.ranges.values()) {
      if (dead.has(range.leader)) this.after(this.#delay() * 10, () => this.#leaders.elect(range))
    }
  }

  revive(ids: readonly NodeId[]): void {
    for (const id of ids) {
      this.store(id).alive = true
      this.#beat(this.store(id))
    }
    for (const range of this.ranges.values()) {
      if (!this.isAlive(range.leader)) this.#leaders.elect(range)
      if (ids.includes(range.leader)) this.report(range)
    }
  }

  /** Adds what a range is to its stores, or takes it from them. */
  count(range: ModelRange, sign: 1 | -1): void {
    for (const { store } of range.replicas) {
      this.store(store).replicas += sign
      this.store(store).usedBytes += sign * range.bytes
    }
    this.store(range.leader).leaders += sign
  }

  change(range: ModelRange, change: () => void): void {
    this.count(range, -1)
    change()
    this.count(range, 1)
    this.report(range)
  }

  report(range: ModelRange): void {
    if (!this.isAlive(range.leader)) return
    const report = reportOf(range, modelKeyspaceId, (store) => !this.isAlive(store))
    const { lossChance, repeatChance } = this.options.weather
    const times = this.dice.roll(lossChance) ? 0 : this.dice.roll(repeatChance) ? 2 : 1
    for (let i = 0; i < times; i += 1) {
      this.after(this.#delay(), () => {
        this.stats.reports += 1
        const fate = this.driver.observeRange(report, this.#nowMs)
        if (this.options.watchesReports) this.#watch.reported(report, fate)
        this.#sendOrders()
      })
    }
  }

  ordered(range: ModelRange, step: Step): void {
    this.#watch.ordered(range, step)
  }

  receives(store: ModelStore): void {
    this.#watch.receives(store)
  }

  after(delayMs: number, run: () => void): void {
    this.#sequence += 1
    const task = {
      atMs: this.#nowMs + Math.round(delayMs),
      sequence: this.#sequence,
      process: undefined,
      run,
    }
    this.#tasks.push(task)
  }

  /** All ranges are reported at once, as to a driver that has just begun. */
  reportAll(): void {
    for (const range of this.ranges.values()) {
      const report = reportOf(range, modelKeyspaceId, (store) => !this.isAlive(store))
      if (this.isAlive(range.leader)) this.driver.observeRange(report, this.#nowMs)
    }
    this.#sendOrders()
  }

  /** Lets time pass, until a tick after which `until` holds; returns whether it came to that. */
  run(virtualMs: number, until: () => boolean = () => false): boolean {
    const end = this.#nowMs + virtualMs
    const { tickMs, storeBeatMs } = this.options
    while (this.#nowMs < end) {
      const next = this.#nowMs + tickMs
      this.#runTasks(next)
      this.#nowMs = next
      if (Math.floor(next / storeBeatMs) > Math.floor((next - tickMs) / storeBeatMs)) {
        for (const store of this.stores.values()) this.#beat(store)
      }
      this.#beatRanges(tickMs)
      this.#pass()
      if (until()) return true
    }
    return false
  }

  /** Lets time pass until nothing was under way for a while; returns whether it came to that. */
  settle(virtualMs: number, quietMs: number): boolean {
    let quietSinceMs = this.#nowMs
    return this.run(virtualMs, () => {
      if (this.driver.operators().length > 0) quietSinceMs = this.#nowMs
      return this.#nowMs - quietSinceMs >= quietMs
    })
  }

  /** CPU of so many passes while time stands still. */
  timePasses(count: number): number {
    const before = this.stats.passCpuMs
    for (let left = count; left > 0; left -= 1) this.#pass()
    return this.stats.passCpuMs - before
  }

  #runTasks(untilMs: number): void {
    for (let task = this.#tasks.peek(); task !== undefined; task = this.#tasks.peek()) {
      if (task.atMs > untilMs) break
      this.#tasks.pop()
      assert(task.atMs >= this.#nowMs, "virtual time went back")
      this.#nowMs = task.atMs
      task.run?.()
    }
  }

  #pass(): void {
    const before = this.#cpuMs()
    this.driver.schedule(this.#nowMs, this.options.budget)
    const cpuMs = this.#cpuMs() - before
    this.stats.passes += 1
    this.stats.passCpuMs += cpuMs
    this.driver.takeEnded()
    this.#sendOrders()
  }

  #sendOrders(): void {
    for (const order of this.driver.takeOrders()) {
      this.stats.orders += 1
      if (this.dice.roll(this.options.weather.lossChance)) continue
      this.after(this.#delay(), () => this.#carryOut(order))
    }
  }

  #carryOut(order: Order): void {
    if (!this.isAlive(order.leader)) return
    const refusal = this.#leaders.carryOut(order)
    if (refusal === undefined) return
    this.after(this.#delay(), () => {
      this.driver.orderRefused(order, refusal, this.#nowMs)
      this.driver.takeEnded()
    })
  }

  #beat(store: ModelStore): void {
    if (!store.alive) return
    const { id, capacityBytes, usedBytes, replicas, leaders } = store
    this.driver.observeStore(
      {
        ...{ store: id, capacityBytes, usedBytes, ranges: replicas, leaders },
        takesMore: true,
      },
      this.#nowMs,
    )
  }

  #beatRanges(passedMs: number): void {
    const due = Math.ceil((this.#ids.length * passedMs) / this.options.rangeBeatMs)
    for (let left = Math.min(due, this.#ids.length); left > 0; left -= 1) {
      this.#beatAt = (this.#beatAt + 1) % this.#ids.length
      const range = this.ranges.get(this.#ids[this.#beatAt] ?? 0)
      if (range === undefined) continue
      this.stats.beats += 1
      this.report(range)
    }
  }

  #delay(): number {
    const { latencyMs, jitterMs } = this.options.weather
    return latencyMs + Math.floor(this.dice.chance() * jitterMs)
  }

  #cpuMs(): number {
    return this.options.cpuMs?.() ?? 0
  }
}
