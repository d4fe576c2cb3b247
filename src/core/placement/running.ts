import { assert, defined, type NodeId, type RangeId } from "../../base/index.ts"
import { type Member, membersOf, type Plan } from "./facts.ts"
import { applyInfluence, type Influence, influenceOf } from "./influence.ts"
import type { PlacementOptions } from "./options.ts"
import { isComplete, isForeign, objectionTo, type RangeMoment } from "./progress.ts"
import type { RangeTable } from "./range-table.ts"
import type { Store, StoreTable } from "./store-table.ts"
import {
  type EndedOperator,
  type Operator,
  type OperatorEnd,
  type OperatorKind,
  type Order,
  operatorKinds,
  type Step,
} from "./types.ts"
import type { PlacementVariant } from "./variant.ts"

/** An operator under way, with what only the machine needs of it. */
interface Running {
  operator: Operator
  /** What the step in flight began with. */
  base: RangeMoment
  influence: Influence
  orderedAtMs: number
  /** Whom the step was ordered from. */
  orderedFrom: NodeId
  /** Of the step's snapshot, and since when. */
  arrivedBytes: number
  arrivedAtMs: number
}

/** What leaves a machine that has no hands: taken by the shell after each call. */
interface Outbox {
  orders: Order[]
  ended: EndedOperator[]
}

/** Operators under way, one a range at most, each with one step in flight. */
export class RunningOperators {
  readonly #options: PlacementOptions
  readonly #variant: PlacementVariant | undefined
  readonly #stores: StoreTable
  readonly #ranges: RangeTable
  readonly #byRange = new Map<RangeId, Running>()
  /** Ranges on their way into their neighbours. */
  readonly #mergeSources = new Map<RangeId, RangeId>()
  readonly #counts = new Map<OperatorKind, number>(operatorKinds.map((kind) => [kind, 0]))
  readonly #onTouch: (store: Store) => void
  #nextId: number
  #outbox: Outbox = { orders: [], ended: [] }

  constructor(
    options: PlacementOptions,
    stores: StoreTable,
    ranges: RangeTable,
    setup: {
      readonly variant: PlacementVariant | undefined
      readonly firstId: number
      /** Told of each store that a plan concerns, when it begins. */
      readonly onTouch: (store: Store) => void
    },
  ) {
    this.#options = options
    this.#stores = stores
    this.#ranges = ranges
    this.#variant = setup.variant
    this.#nextId = setup.firstId
    this.#onTouch = setup.onTouch
  }

  get size(): number {
    return this.#byRange.size
  }

  /** What is under way for a range, or for a neighbour that it is to be part of. */
  of(rangeId: RangeId): Operator | undefined {
    const into = this.#mergeSources.get(rangeId) ?? rangeId
    return this.#byRange.get(into)?.operator
  }

  withId(id: number): Operator | undefined {
    for (const { operator } of this.#byRange.values()) if (operator.id === id) return operator
    return undefined
  }

  values(): Operator[] {
    return [...this.#byRange.values()].map(({ operator }) => operator)
  }

  count(kind: OperatorKind): number {
    return this.#counts.get(kind) ?? 0
  }

  /** Those of operators that ended meanwhile are not to be carried out any more. */
  takeOrders(): readonly Order[] {
    const { orders } = this.#outbox
    this.#outbox.orders = []
    return orders.filter(({ operatorId, rangeId }) => {
      return this.#byRange.get(rangeId)?.operator.id === operatorId
    })
  }

  takeEnded(): readonly EndedOperator[] {
    const { ended } = this.#outbox
    this.#outbox.ended = []
    return ended
  }

  newId(): number {
    const id = this.#nextId
    this.#nextId += 1
    return id
  }

  /** Begins a plan for a range that has none. */
  begin(slot: number, plan: Plan, nowMs: number): Operator {
    const rangeId = this.#ranges.ids[slot] ?? 0
    assert(!this.#byRange.has(rangeId), `range ${rangeId} has an operator`)
    const base = this.#momentOf(slot)
    const { version, configVersion } = base
    const operator: Operator = {
      ...{ id: this.newId(), kind: plan.kind, rangeId, epoch: { version, configVersion } },
      ...{ why: plan.why, steps: plan.steps, currentStep: 0, startedAtMs: nowMs },
      ...{ stepStartedAtMs: nowMs, stepTimeoutMs: this.#timeoutOf(plan.steps[0], slot) },
    }
    const members = membersOf(slot, this.#ranges, this.#stores)
    const influence = this.#influenceOf(slot, plan.steps, members)
    const running = {
      ...{ operator, base, influence, orderedAtMs: nowMs, orderedFrom: 0 },
      ...{ arrivedBytes: 0, arrivedAtMs: nowMs },
    }
    applyInfluence(influence, 1)
    this.#byRange.set(rangeId, running)
    for (const source of sourcesOf(operator)) this.#mergeSources.set(source, rangeId)
    this.#counts.set(plan.kind, this.count(plan.kind) + 1)
    this.#advance(running, slot, members, nowMs)
    for (const { store } of influence.stores) this.#onTouch(store)
    return operator
  }

  /** A report of the range was taken in. */
  observe(slot: number, nowMs: number): void {
    const running = this.#byRange.get(this.#ranges.ids[slot] ?? 0)
    if (running === undefined) return
    const now = this.#momentOf(slot)
    const step = running.operator.steps[running.operator.currentStep]
    if (step !== undefined && isForeign(step, running.base, now)) {
      if (this.#variant !== "ignore-foreign-changes") {
        this.#end(running, "cancelled", whatChanged(running.base, now), nowMs)
        return
      }
    }
    if (step?.type === "merge" && now.version > running.base.version) {
      // What was taken in is no range any more.
      if (this.#ranges.slotOf(step.source) !== undefined) {
        this.#end(running, "cancelled", `range ${step.source} was not taken in`, nowMs)
        return
      }
    }
    const members = membersOf(slot, this.#ranges, this.#stores)
    this.#advance(running, slot, members, nowMs)
    if (!this.#byRange.has(running.operator.rangeId)) return
    applyInfluence(running.influence, -1)
    const left = running.operator.steps.slice(running.operator.currentStep)
    running.influence = this.#influenceOf(slot, left, members)
    applyInfluence(running.influence, 1)
  }

  /** A store has so much of a range's snapshot. */
  observeSnapshot(rangeId: RangeId, store: NodeId, bytes: number, nowMs: number): void {
    const running = this.#byRange.get(rangeId)
    const step = running?.operator.steps[running.operator.currentStep]
    if (running === undefined || step?.type !== "addLearner" || step.store !== store) return
    if (bytes <= running.arrivedBytes) return
    running.arrivedBytes = bytes
    running.arrivedAtMs = nowMs
  }

  /** Follows time and the fate of stores: what took too long or can't be done any more ends. */
  tick(nowMs: number): void {
    for (const running of this.#byRange.values()) {
      const { operator, arrivedAtMs } = running
      // How fast a snapshot comes is for its two stores to say: it may as long as it does.
      const stands = nowMs - arrivedAtMs > this.#options.stepTimeoutMs
      if (stands && nowMs - operator.stepStartedAtMs > operator.stepTimeoutMs) {
        const step = operator.steps[operator.currentStep]
        const seconds = Math.round(operator.stepTimeoutMs / 1_000)
        const reason = `step "${step?.type}" took more than ${seconds} s`
        this.#end(running, "timedOut", reason, nowMs)
        continue
      }
      const slot = defined(this.#ranges.slotOf(operator.rangeId), "an operator has its range")
      this.#order(running, slot, membersOf(slot, this.#ranges, this.#stores), nowMs)
    }
  }

  /** Ends what is under way for a range, if there is something. */
  end(
    rangeId: RangeId,
    end: OperatorEnd,
    reason: string,
    nowMs: number,
  ): EndedOperator | undefined {
    const running = this.#byRange.get(rangeId)
    return running && this.#end(running, end, reason, nowMs)
  }

  /** Goes past all steps that are done, then orders the next one, or ends. */
  #advance(running: Running, slot: number, members: readonly Member[], nowMs: number): void {
    const now = this.#momentOf(slot)
    const pending = this.#variant === "promote-the-lagging" ? [] : pendingOf(members)
    for (;;) {
      const { operator } = running
      const step = operator.steps[operator.currentStep]
      if (step === undefined) {
        this.#end(running, "finished", "", nowMs)
        return
      }
      if (!isComplete(step, running.base, now, pending)) break
      const currentStep = operator.currentStep + 1
      const stepTimeoutMs = this.#timeoutOf(operator.steps[currentStep], slot)
      running.operator = { ...operator, currentStep, stepStartedAtMs: nowMs, stepTimeoutMs }
      running.base = now
      running.orderedFrom = 0
      running.arrivedBytes = 0
      running.arrivedAtMs = nowMs
    }
    this.#order(running, slot, members, nowMs)
  }

  /** Orders the step in flight where that is due and safe. */
  #order(running: Running, slot: number, members: readonly Member[], nowMs: number): void {
    const { operator, orderedFrom, orderedAtMs } = running
    const leader = this.#stores.at(this.#ranges.leaders[slot] ?? 0)
    const step = defined(operator.steps[operator.currentStep], "a step is in flight")
    const objection = objectionTo(step, leader, members, this.#stores, this.#variant)
    if (objection !== undefined) {
      if (!objection.wait) this.#end(running, "cancelled", objection.reason, nowMs)
      return
    }
    const again = nowMs - orderedAtMs >= this.#options.orderRepeatMs
    if (orderedFrom === leader.id && !again) return
    running.orderedFrom = leader.id
    running.orderedAtMs = nowMs
    const version = this.#ranges.versions[slot] ?? 0
    const configVersion = this.#ranges.configVersions[slot] ?? 0
    this.#outbox.orders.push({
      operatorId: operator.id,
      rangeId: operator.rangeId,
      epoch: { version, configVersion },
      leader: leader.id,
      term: this.#ranges.terms[slot] ?? 0,
      step,
    })
  }

  #end(
    { operator, influence }: Running,
    end: OperatorEnd,
    reason: string,
    nowMs: number,
  ): EndedOperator {
    applyInfluence(influence, -1)
    this.#byRange.delete(operator.rangeId)
    for (const source of sourcesOf(operator)) this.#mergeSources.delete(source)
    this.#counts.set(operator.kind, this.count(operator.kind) - 1)
    const ended = { ...operator, end, reason, endedAtMs: nowMs }
    this.#outbox.ended.push(ended)
    return ended
  }

  #influenceOf(slot: number, steps: readonly Step[], members: readonly Member[]): Influence {
    const leader = this.#stores.at(this.#ranges.leaders[slot] ?? 0)
    const load = { bytes: this.#ranges.bytes[slot] ?? 0, heat: this.#ranges.heats[slot] ?? 0 }
    return influenceOf(steps, leader, members, this.#stores, load)
  }

  #timeoutOf(step: Step | undefined, slot: number): number {
    const { stepTimeoutMs, snapshotBytesPerSecondMin } = this.#options
    if (step?.type !== "addLearner") return stepTimeoutMs
    return stepTimeoutMs + (1_000 * (this.#ranges.bytes[slot] ?? 0)) / snapshotBytesPerSecondMin
  }

  #momentOf(slot: number): RangeMoment {
    return {
      version: this.#ranges.versions[slot] ?? 0,
      configVersion: this.#ranges.configVersions[slot] ?? 0,
      leader: this.#stores.at(this.#ranges.leaders[slot] ?? 0).id,
      replicas: this.#ranges.replicasOf(slot),
    }
  }
}

function sourcesOf({ steps }: Operator): RangeId[] {
  return steps.flatMap((step) => (step.type === "merge" ? [step.source] : []))
}

function pendingOf(members: readonly Member[]): NodeId[] {
  return members.filter(({ isPending }) => isPending).map(({ store }) => store.id)
}

function whatChanged(before: RangeMoment, now: RangeMoment): string {
  return now.version === before.version
    ? "somebody else changed the replicas of the range"
    : "the range was split or merged meanwhile"
}
