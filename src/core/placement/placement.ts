import {
  compareBytes,
  defined,
  emptyBytes,
  type KeyspaceId,
  type NodeId,
  noLabels,
  type RangeId,
  type StoreState,
} from "../../base/index.ts"
import { Directory, type ReportFate } from "./directory.ts"
import type { Plan, RangeFacts } from "./facts.ts"
import { Keyspaces } from "./keyspaces.ts"
import { checkPlacementOptions, defaultPlacementOptions, type PlacementOptions } from "./options.ts"
import { RangeTable } from "./range-table.ts"
import { objectionToRemoval } from "./removal.ts"
import { Requests } from "./requests.ts"
import { RunningOperators } from "./running.ts"
import { Scheduler } from "./scheduler.ts"
import { Spread } from "./spread.ts"
import { Standings } from "./standings.ts"
import { type Store, StoreTable } from "./store-table.ts"
import type {
  EndedOperator,
  KeyspaceSettings,
  Operator,
  Order,
  RangeReport,
  RangeView,
  ScheduleBudget,
  StoreRecord,
  StoreReport,
  StoreView,
  Verdict,
} from "./types.ts"
import type { PlacementVariant } from "./variant.ts"
import { accepted, refused, unknownRange } from "./verdict.ts"

interface PlacementSetup {
  readonly options?: Partial<PlacementOptions>
  readonly variant?: PlacementVariant | undefined
  /** Above the ids of all operators that there ever were; 1 if not said. */
  readonly firstOperatorId?: number
  /** What people call a keyspace; empty where that is not known. */
  readonly nameOf?: (keyspaceId: KeyspaceId) => string
}

/**
 * The policy of the placement driver. Time is handed in, in milliseconds of a clock that never goes
 * back. Not one of its methods throws for what stores or admins say. After each call the shell
 * takes what there is to be sent (`takeOrders`) and to be kept (`takeEnded`).
 */
export class Placement {
  readonly options: PlacementOptions
  readonly #stores: StoreTable
  readonly #ranges: RangeTable
  readonly #directory: Directory
  readonly #operators: RunningOperators
  readonly #scheduler: Scheduler
  readonly #requests: Requests
  readonly #keyspaces: Keyspaces
  readonly #endedSince: EndedOperator[] = []
  readonly #nameOf: (keyspaceId: KeyspaceId) => string

  constructor(setup: PlacementSetup = {}) {
    const { options = {}, variant, firstOperatorId = 1, nameOf = () => "" } = setup
    this.#nameOf = (keyspaceId) => nameOf(keyspaceId) || String(keyspaceId)
    this.options = { ...defaultPlacementOptions, ...options }
    checkPlacementOptions(this.options)
    this.#stores = new StoreTable(this.options, variant)
    this.#keyspaces = new Keyspaces(this.#stores)
    this.#ranges = new RangeTable(this.#stores)
    this.#directory = new Directory(this.#ranges, this.options, variant)
    const standings = new Standings(this.#stores, this.options, variant)
    this.#operators = new RunningOperators(this.options, this.#stores, this.#ranges, {
      variant,
      firstId: firstOperatorId,
      onTouch: (store) => standings.touch(store),
    })
    this.#scheduler = new Scheduler({
      ...{ options: this.options, variant, stores: this.#stores, ranges: this.#ranges, standings },
      ...{ operators: this.#operators, spread: new Spread(this.#stores) },
      settingsOf: (keyspaceId) => this.#keyspaces.of(keyspaceId),
    })
    this.#requests = new Requests(this.options, this.#stores, this.#scheduler.checks)
  }

  /**
   * Makes a store known, or changes its labels or state. A new one counts as heard of when the
   * caller says.
   */
  setStore(record: StoreRecord, heardAtMs: number): void {
    this.#stores.setRecord(record, heardAtMs)
  }

  setKeyspace(settings: KeyspaceSettings): void {
    this.#keyspaces.set(settings)
  }

  /** All of its ranges are forgotten; what is under way for them ends. */
  dropKeyspace(keyspaceId: KeyspaceId, nowMs: number): void {
    this.#keyspaces.delete(keyspaceId)
    for (const slot of [...this.#ranges.inOrder(keyspaceId, emptyBytes)]) {
      this.#endFor(slot, "its keyspace was dropped", nowMs)
      this.#ranges.remove(slot)
    }
    this.#keepEnded(nowMs)
  }

  observeStore(report: StoreReport, nowMs: number): void {
    this.#stores.observe(report, nowMs)
  }

  /** Whether it said anything new; a report that is stale changes nothing (rule 52). */
  observeRange(report: RangeReport, nowMs: number): ReportFate {
    const fate = this.#directory.take(report, nowMs, (slot) => {
      const id = this.#ranges.ids[slot] ?? 0
      if (this.#isHalfOf(report, slot)) this.#operators.end(id, "finished", "", nowMs)
      else this.#endFor(slot, `range ${report.rangeId} covers its keys now`, nowMs)
    })
    if (fate !== "taken") return fate
    const slot = defined(this.#ranges.slotOf(report.rangeId), "a range taken in is there")
    this.#operators.observe(slot, nowMs)
    this.#scheduler.notice(slot, nowMs)
    this.#keepEnded(nowMs)
    return fate
  }

  /** A store has so much of a range's snapshot: it is waited for as long as that grows. */
  observeSnapshot(rangeId: RangeId, store: NodeId, bytes: number, nowMs: number): void {
    this.#operators.observeSnapshot(rangeId, store, bytes, nowMs)
  }

  /** The driver itself stood still for so long, and heard nobody: that is nobody's silence. */
  stoodStill(ms: number, nowMs: number): void {
    this.#stores.forgive(ms, nowMs)
    this.#ranges.forgive(ms, nowMs)
  }

  /**
   * One pass: follows time, then looks at so many ranges, those in need first, and begins
   * operators. Called again and again, it comes round to all of them.
   */
  schedule(nowMs: number, budget: ScheduleBudget): void {
    this.#stores.tick(nowMs)
    this.#operators.tick(nowMs)
    this.#keepEnded(nowMs)
    this.#scheduler.run(nowMs, budget)
    this.#keepEnded(nowMs)
  }

  /** Orders since the last call, to be sent to the leaders they name. */
  takeOrders(): readonly Order[] {
    return this.#operators.takeOrders()
  }

  /** Operators that ended since the last call. */
  takeEnded(): readonly EndedOperator[] {
    return this.#endedSince.splice(0)
  }

  /**
   * A leader refused an order: its operator ends, and the range is left alone for a while. Not so
   * where the step was done meanwhile: then it was ordered twice, and the first order did it.
   */
  orderRefused({ operatorId, step }: Order, reason: string, nowMs: number): void {
    const operator = this.#operators.withId(operatorId)
    if (operator === undefined || operator.steps[operator.currentStep] !== step) return
    this.#operators.end(operator.rangeId, "cancelled", `the leader refused: ${reason}`, nowMs)
    this.#keepEnded(nowMs)
  }

  /** For what others did of the kind, to be shown beside its own operators. */
  newOperatorId(): number {
    return this.#operators.newId()
  }

  /** Operators under way, the oldest first. */
  operators(): readonly Operator[] {
    return this.#operators.values()
  }

  operatorOf(rangeId: RangeId): Operator | undefined {
    return this.#operators.of(rangeId)
  }

  /** Admin: moves a replica of a range from one store to another. */
  moveReplica(rangeId: RangeId, from: NodeId, to: NodeId, nowMs: number): Verdict<Operator> {
    return this.#beginAsked(rangeId, nowMs, (range) => this.#requests.move(range, from, to))
  }

  /** Admin: has a range take in the one behind it. */
  mergeNext(rangeId: RangeId, nowMs: number): Verdict<Operator> {
    const slot = this.#ranges.slotOf(rangeId)
    if (slot === undefined) return unknownRange(rangeId)
    const next = this.#ranges.nextOf(slot)
    if (next !== undefined) return this.mergeRanges(rangeId, this.#ranges.ids[next] ?? 0, nowMs)
    const none = `no range behind range ${rangeId} is known`
    if (this.#viewOf(slot).end.length > 0) return refused("unknown_range", none)
    return refused("invalid", `${none}: it may be the last one`)
  }

  /** Admin: makes one range of two neighbours, on the stores where the right one is. */
  mergeRanges(rangeId: RangeId, otherId: RangeId, nowMs: number): Verdict<Operator> {
    const other = this.#ranges.slotOf(otherId)
    if (other === undefined) return unknownRange(otherId)
    const slot = this.#ranges.slotOf(rangeId)
    if (slot !== undefined && this.#ranges.nextOf(other) === slot) {
      return this.mergeRanges(otherId, rangeId, nowMs)
    }
    const right = this.#scheduler.factsOf(other, nowMs)
    const asked = (left: RangeFacts) => this.#scheduler.merges.asked({ left, right })
    return this.#beginAsked(rangeId, nowMs, asked, otherId)
  }

  /**
   * Admin: whether a store may be given a state, and the record to be kept if so. Nothing changes
   * until that comes back by `setStore`. `force`: it may be gone though ranges are lost with it.
   */
  mayBecome(store: NodeId, state: StoreState, force = false): Verdict<StoreRecord> {
    // Of some keyspaces no range may have reported yet.
    const keyspaceIds = new Set([...this.#ranges.keyspaceIds(), ...this.#keyspaces.ids])
    const factors = [...keyspaceIds].map((keyspaceId) => this.#keyspaces.factorMinOf(keyspaceId))
    const verdict = this.#requests.setState(store, state, factors)
    const isGone = this.#stores.get(store)?.state === "gone"
    if (verdict.type === "refused" || state !== "gone" || isGone || force) return verdict
    const known = { stores: this.#stores, ranges: this.#ranges, keyspaceIds, nameOf: this.#nameOf }
    const objection = objectionToRemoval(store, known)
    return objection === undefined ? verdict : refused("unsafe", objection)
  }

  /** Admin: what it has done so far is finished or undone by the rules for what is left behind. */
  cancelOperator(operatorId: number, nowMs: number): Verdict<EndedOperator> {
    const operator = this.#operators.withId(operatorId)
    if (operator === undefined) {
      const message = `no operator ${operatorId} is under way: list them to see which are`
      return refused("unknown_operator", message)
    }
    const ended = this.#operators.end(operator.rangeId, "cancelled", "asked for", nowMs)
    this.#keepEnded(nowMs)
    return accepted(defined(ended, "what is under way can be ended"))
  }

  store(id: NodeId): StoreView | undefined {
    const store = this.#stores.get(id)
    return store === undefined ? undefined : viewOf(store)
  }

  /** All stores, in the order in which they became known. */
  stores(): readonly StoreView[] {
    return [...this.#stores.values()].map(viewOf)
  }

  range(id: RangeId): RangeView | undefined {
    const slot = this.#ranges.slotOf(id)
    return slot === undefined ? undefined : this.#viewOf(slot)
  }

  /** The range that holds a key. */
  locate(keyspaceId: KeyspaceId, key: Uint8Array): RangeView | undefined {
    const slot = this.#ranges.locate(keyspaceId, key)
    return slot === undefined ? undefined : this.#viewOf(slot)
  }

  /** The range that holds what lies right before a key; an empty key: the last one. */
  locateBefore(keyspaceId: KeyspaceId, key: Uint8Array): RangeView | undefined {
    const slot = this.#ranges.locateBefore(keyspaceId, key)
    return slot === undefined ? undefined : this.#viewOf(slot)
  }

  /** Ranges of a keyspace in the order of their keys, from the one that holds a key on. */
  *ranges(keyspaceId: KeyspaceId, from: Uint8Array): IterableIterator<RangeView> {
    for (const slot of this.#ranges.inOrder(keyspaceId, from)) yield this.#viewOf(slot)
  }

  /** All of them, keyspace by keyspace. */
  *allRanges(): IterableIterator<RangeView> {
    const ids = [...this.#ranges.keyspaceIds()].sort((left, right) => left - right)
    for (const keyspaceId of ids) yield* this.ranges(keyspaceId, emptyBytes)
  }

  #beginAsked(
    rangeId: RangeId,
    nowMs: number,
    plan: (range: RangeFacts) => Verdict<Plan>,
    otherId = rangeId,
  ): Verdict<Operator> {
    const slot = this.#ranges.slotOf(rangeId)
    if (slot === undefined) return unknownRange(rangeId)
    const verdict = plan(this.#scheduler.factsOf(slot, nowMs))
    if (verdict.type === "refused") return verdict
    const concerned = [rangeId, otherId].map((id) => this.#operators.of(id))
    for (const running of concerned) {
      if (running?.kind === "admin" || running?.kind === "repair") {
        const what = `operator ${running.id} (${running.why}) has range ${running.rangeId}`
        return refused("busy", `${what}: wait for its end, or cancel it`)
      }
    }
    for (const running of concerned) {
      if (running === undefined) continue
      this.#operators.end(running.rangeId, "replaced", "an admin's request comes first", nowMs)
    }
    const operator = this.#operators.begin(slot, verdict.value, nowMs)
    this.#keepEnded(nowMs)
    return accepted(operator)
  }

  /** Whether the new half of a split under way tells of it, before the old one does. */
  #isHalfOf({ start }: RangeReport, slot: number): boolean {
    const operator = this.#operators.of(this.#ranges.ids[slot] ?? 0)
    if (operator?.steps[operator.currentStep]?.type !== "split") return false
    return compareBytes(start, this.#ranges.startOf(slot)) > 0
  }

  #endFor(slot: number, reason: string, nowMs: number): void {
    this.#operators.end(this.#ranges.ids[slot] ?? 0, "cancelled", reason, nowMs)
  }

  #keepEnded(nowMs: number): void {
    for (const ended of this.#operators.takeEnded()) {
      this.#endedSince.push(ended)
      this.#scheduler.noticeEnd(ended, nowMs)
    }
  }

  #viewOf(slot: number): RangeView {
    const ranges = this.#ranges
    const leader = ranges.leaders[slot] ?? 0
    return {
      rangeId: ranges.ids[slot] ?? 0,
      keyspaceId: ranges.keyspaces[slot] ?? 0,
      start: ranges.startOf(slot),
      end: ranges.endOf(slot),
      version: ranges.versions[slot] ?? 0,
      configVersion: ranges.configVersions[slot] ?? 0,
      term: ranges.terms[slot] ?? 0,
      leader: leader === 0 ? 0 : this.#stores.at(leader).id,
      replicas: ranges.replicasOf(slot),
      bytes: ranges.bytes[slot] ?? 0,
      keys: ranges.keys[slot] ?? 0,
      readRate: ranges.readRates[slot] ?? 0,
      writeRate: ranges.writeRates[slot] ?? 0,
    }
  }
}

function viewOf(store: Store): StoreView {
  const { record, report } = store
  return {
    store: store.id,
    labels: record?.labels ?? noLabels,
    state: store.state,
    liveness: store.liveness,
    heardAtMs: store.heardAtMs,
    capacityBytes: report?.capacityBytes ?? 0,
    usedBytes: report?.usedBytes ?? 0,
    ranges: store.replicas,
    leaders: store.leaders,
    bytes: store.bytes,
    heat: store.heat,
    incoming: store.incoming,
    outgoing: store.outgoing,
  }
}
