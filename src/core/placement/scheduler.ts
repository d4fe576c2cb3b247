import type { KeyspaceId, NodeId, RangeId } from "../../base/index.ts"
import { Balance } from "./balance.ts"
import { membersOf, type Plan, type RangeFacts } from "./facts.ts"
import { addedBy, Leftovers } from "./leftovers.ts"
import { Merges } from "./merges.ts"
import type { PlacementOptions } from "./options.ts"
import { type RangeTable, replicaStates } from "./range-table.ts"
import { ReplicaChecks } from "./replica-checks.ts"
import type { RunningOperators } from "./running.ts"
import { SizeChecks } from "./size-checks.ts"
import { SlotQueue } from "./slot-queue.ts"
import { type Spread, type SpreadRule, sharedLevels } from "./spread.ts"
import type { Standings } from "./standings.ts"
import type { Store, StoreTable } from "./store-table.ts"
import {
  type EndedOperator,
  type KeyspaceSettings,
  type OperatorKind,
  operatorKinds,
  replicasMax,
  type ScheduleBudget,
} from "./types.ts"
import type { PlacementVariant } from "./variant.ts"

/** What a glance at a range finds worth a closer look. */
const wantsRepair = 1
const wantsSplit = 2
const wantsLeaderMove = 4
const wantsReplicaMove = 8

/** The search for ranges in need looks at so many more ranges a call than the sweep. */
const searchFactor = 4
/** So many ranges in a row that can't be helped now: those behind them can't either. */
const missesMax = 256

interface BackOff {
  /** What failed: what is worth more does not wait for its sake. */
  readonly kind: OperatorKind
  readonly untilMs: number
  readonly delayMs: number
  /** Where replicas were brought to no avail. */
  readonly failedAt: readonly NodeId[]
}

/** What is asked of the ranges of a keyspace, with the stores there are. */
interface Demands {
  readonly settings: KeyspaceSettings
  readonly rule: SpreadRule
  readonly generation: number
}

/** The machine's parts, as the scheduler needs them. */
export interface SchedulerParts {
  readonly options: PlacementOptions
  readonly variant: PlacementVariant | undefined
  readonly stores: StoreTable
  readonly ranges: RangeTable
  readonly spread: Spread
  readonly standings: Standings
  readonly operators: RunningOperators
  readonly settingsOf: (keyspaceId: KeyspaceId) => KeyspaceSettings
}

/**
 * Decides which range is looked at when. Ranges in need come first: reports show some, and when the
 * fate of a store changes a quick search finds the others. Beside that, a slow sweep goes round and
 * round over all ranges and finds what could be better.
 */
export class Scheduler {
  readonly checks: ReplicaChecks
  readonly sizes: SizeChecks
  readonly merges: Merges
  readonly balance: Balance
  readonly #parts: SchedulerParts
  /** Ranges that one more failure would stop, and others in need. */
  readonly #endangered = new SlotQueue()
  readonly #needy = new SlotQueue()
  readonly #backOffs = new Map<RangeId, BackOff>()
  readonly #leftovers = new Leftovers()
  #demands: Demands | undefined
  #sweepAt = 0
  /** Where the search for ranges in need is; it is over at the end of the table. */
  #searchAt = 0
  #searchedGeneration = -1
  /** Whether the sweep that is under way found a store above the mean that gives. */
  #someGave = false
  #knowsEnough = false

  constructor(parts: SchedulerParts) {
    this.#parts = parts
    this.checks = new ReplicaChecks(parts.options, parts.standings, parts.variant)
    this.sizes = new SizeChecks(parts.options, parts.ranges)
    this.merges = new Merges(parts.options, parts.ranges, this.checks)
    this.balance = new Balance(parts.options, parts.standings, this.checks, parts.variant)
  }

  /** A report of a range was taken in. */
  notice(slot: number, nowMs: number): void {
    const wants = this.#glance(slot, nowMs)
    if ((wants & wantsRepair) !== 0) this.#enqueue(slot)
    else if ((wants & wantsSplit) !== 0) this.#needy.push(slot)
  }

  /**
   * An operator came to its end: a range where one failed is left alone for a while, by all that is
   * not worth more. To take away what a failure left behind is no success.
   */
  noticeEnd(operator: EndedOperator, nowMs: number): void {
    const { rangeId, end, kind, steps, currentStep } = operator
    if (!this.#parts.options.automatic) this.#leftovers.noticeEnd(operator)
    const undoes = steps.every(({ type }) => type === "removeLearner")
    if (end === "finished" && !undoes) this.#backOffs.delete(rangeId)
    if (end === "finished" || end === "replaced" || kind === "admin") return
    const { backOffMs, backOffMsMax } = this.#parts.options
    const before = this.#backOffs.get(rangeId)
    const again = before !== undefined && !isWorthMore(kind, before.kind)
    const delayMs = again ? Math.min(2 * before.delayMs, backOffMsMax) : backOffMs
    const failedAt = [...new Set([...(before?.failedAt ?? []), ...addedBy(steps[currentStep])])]
    this.#backOffs.set(rangeId, { kind, untilMs: nowMs + delayMs, delayMs, failedAt })
  }

  run(nowMs: number, budget: ScheduleBudget): void {
    const { standings, stores } = this.#parts
    standings.refresh()
    this.balance.mark(stores.values())
    this.#knowsEnough = this.#knowsMost()
    if (this.#searchedGeneration !== stores.generation) {
      this.#searchedGeneration = stores.generation
      this.#searchAt = 0
    }
    this.#search(budget.ranges * searchFactor, nowMs)
    let left = budget.operators
    left -= this.#serve(this.#endangered, budget.ranges, left, nowMs)
    left -= this.#serve(this.#needy, budget.ranges, left, nowMs)
    this.#sweep(budget.ranges, left, nowMs)
  }

  factsOf(slot: number, nowMs: number): RangeFacts {
    const { ranges, stores, options } = this.#parts
    const { settings, rule } = this.#demandsOf(slot)
    return {
      slot,
      rangeId: ranges.ids[slot] ?? 0,
      replicationFactor: settings.replicationFactor,
      rule,
      bytes: ranges.bytes[slot] ?? 0,
      heat: ranges.heats[slot] ?? 0,
      leader: stores.at(ranges.leaders[slot] ?? 0),
      members: membersOf(slot, ranges, stores, nowMs - options.deadAfterMs),
      failedAt: this.#failedAt(ranges.ids[slot] ?? 0),
      leftAt: this.#leftovers.at(ranges.ids[slot] ?? 0),
    }
  }

  #failedAt(rangeId: RangeId): readonly Store[] {
    const ids = this.#backOffs.get(rangeId)?.failedAt ?? []
    return ids.flatMap((id) => this.#parts.stores.get(id) ?? [])
  }

  #search(rangesMax: number, nowMs: number): void {
    const { ranges } = this.#parts
    const end = Math.min(ranges.slotsUsed, this.#searchAt + rangesMax)
    for (; this.#searchAt < end; this.#searchAt += 1) {
      const slot = this.#searchAt
      if (ranges.ids[slot] === 0) continue
      if ((this.#glance(slot, nowMs) & wantsRepair) !== 0) this.#enqueue(slot)
    }
  }

  /** Begins what the first in a queue need; those that must wait go to its end. */
  #serve(queue: SlotQueue, rangesMax: number, operatorsMax: number, nowMs: number): number {
    const { ranges } = this.#parts
    let begun = 0
    let misses = 0
    for (let left = Math.min(queue.size, rangesMax); left > 0; left -= 1) {
      if (begun >= operatorsMax || misses >= missesMax) break
      const slot = queue.pop()
      if (slot === undefined || ranges.ids[slot] === 0) continue
      const wants = this.#glance(slot, nowMs) & (wantsRepair | wantsSplit)
      if (wants === 0) continue
      if (this.#beginFor(slot, wants, nowMs)) begun += 1
      else {
        misses += 1
        queue.push(slot)
      }
    }
    return begun
  }

  #sweep(rangesMax: number, operatorsMax: number, nowMs: number): void {
    const { ranges } = this.#parts
    let begun = 0
    for (let left = Math.min(rangesMax, ranges.slotsUsed); left > 0; left -= 1) {
      if (this.#sweepAt >= ranges.slotsUsed) this.#endSweep(nowMs)
      const slot = this.#sweepAt
      this.#sweepAt += 1
      if (ranges.ids[slot] === 0) continue
      const wants = this.#glance(slot, nowMs)
      if (wants === 0 && !this.#parts.options.mergeEnabled) continue
      if (begun >= operatorsMax) {
        if ((wants & wantsRepair) !== 0) this.#enqueue(slot)
      } else if (this.#beginFor(slot, wants, nowMs)) begun += 1
    }
  }

  #endSweep(nowMs: number): void {
    const { operators } = this.#parts
    this.#sweepAt = 0
    const busy = operators.count("balanceLeaders") + operators.count("balanceReplicas") > 0
    this.balance.anybody = !this.#someGave && !(busy && !this.balance.anybody)
    this.#someGave = false
    for (const [rangeId, { untilMs, delayMs }] of this.#backOffs) {
      // What is tried meanwhile is to know where it failed before.
      const tried = operators.of(rangeId) !== undefined
      if (nowMs > untilMs + delayMs && !tried) this.#backOffs.delete(rangeId)
    }
  }

  #beginFor(slot: number, wants: number, nowMs: number): boolean {
    const { operators, ranges } = this.#parts
    const rangeId = ranges.ids[slot] ?? 0
    const running = operators.of(rangeId)
    if (running !== undefined && (wants & wantsRepair) === 0) return false
    const plan = this.#planFor(slot, wants, nowMs)
    if (plan === undefined) return false
    if (running !== undefined && !comesBefore(plan.kind, running.kind)) return false
    const failed = this.#backOffs.get(rangeId)
    if (failed !== undefined && failed.untilMs > nowMs && !isWorthMore(plan.kind, failed.kind)) {
      return false
    }
    if (!this.#isWithinLimits(plan, slot)) return false
    if (running !== undefined) {
      // What it has done so far is finished or undone by the rules for what was left behind.
      operators.end(running.rangeId, "replaced", `${plan.kind} comes first`, nowMs)
    }
    operators.begin(slot, plan, nowMs)
    return true
  }

  #planFor(slot: number, wants: number, nowMs: number): Plan | undefined {
    const { operators, options } = this.#parts
    const { settings } = this.#demandsOf(slot)
    let facts: RangeFacts | undefined
    if ((wants & wantsRepair) !== 0) {
      facts = this.factsOf(slot, nowMs)
      const plan = this.checks.check(facts)
      if (plan !== undefined) return plan
    }
    if (!options.automatic) return undefined
    if ((wants & wantsSplit) !== 0 && operators.count("split") < options.splitOperatorsMax) {
      const plan = this.sizes.split(slot, settings, nowMs)
      if (plan !== undefined) return plan
    }
    if (!this.#knowsEnough) return undefined
    const { balanceOperatorsMax, mergeOperatorsMax } = options
    if ((wants & wantsReplicaMove) !== 0 && this.#hasFew("balanceReplicas", balanceOperatorsMax)) {
      facts ??= this.factsOf(slot, nowMs)
      const plan = this.balance.replicas(facts)
      if (plan !== undefined) return plan
    }
    if ((wants & wantsLeaderMove) !== 0 && this.#hasFew("balanceLeaders", balanceOperatorsMax)) {
      facts ??= this.factsOf(slot, nowMs)
      const plan = this.balance.leaders(facts)
      if (plan !== undefined) return plan
    }
    if ((wants & (wantsRepair | wantsSplit)) !== 0) return undefined
    if (!this.#hasFew("merge", mergeOperatorsMax)) return undefined
    return this.#merge(slot, settings, nowMs)
  }

  /** Takes in the neighbour on the right. */
  #merge(slot: number, settings: KeyspaceSettings, nowMs: number): Plan | undefined {
    const { operators, ranges } = this.#parts
    const source = this.merges.partnerOf(slot, settings, nowMs)
    if (source === undefined || operators.of(ranges.ids[source] ?? 0) !== undefined)
      return undefined
    const [left, right] = [this.factsOf(slot, nowMs), this.factsOf(source, nowMs)]
    return this.merges.plan({ left, right })
  }

  #hasFew(kind: OperatorKind, countMax: number): boolean {
    return this.#parts.operators.count(kind) < countMax
  }

  /** Whether the stores that a plan concerns can take it on now. */
  #isWithinLimits({ steps, kind }: Plan, slot: number): boolean {
    const { operators, options, stores, ranges, variant } = this.#parts
    if (operators.size >= options.operatorsMax) return false
    const leader = stores.at(ranges.leaders[slot] ?? 0)
    for (const step of steps) {
      if (step.type === "addLearner" && variant !== "no-store-limits") {
        if (leader.snapshotsOut >= options.snapshotsOutMax) return false
      }
      if (step.type === "transferLeader" && (kind === "drain" || kind === "balanceLeaders")) {
        const heir = stores.get(step.store)
        if (leader.leaderMoves >= options.leaderMovesMax) return false
        if ((heir?.leaderMoves ?? 0) >= options.leaderMovesMax) return false
      }
    }
    if (kind === "balanceLeaders" || kind === "balanceReplicas") this.#someGave = true
    return true
  }

  #enqueue(slot: number): void {
    if (this.#isEndangered(slot)) this.#endangered.push(slot)
    else this.#needy.push(slot)
  }

  /** Whether one more failure would leave no quorum. */
  #isEndangered(slot: number): boolean {
    const { ranges, stores } = this.#parts
    const first = slot * replicasMax
    let voters = 0
    let lost = 0
    for (let at = first; at < first + (ranges.replicaCounts[slot] ?? 0); at += 1) {
      const state = ranges.replicaStates[at] ?? 0
      if ((state & replicaStates.roleMask) === replicaStates.learnerCode) continue
      voters += 1
      const { isLost } = stores.at(ranges.replicaStores[at] ?? 0)
      if (isLost || (state & replicaStates.downFlag) !== 0) lost += 1
    }
    return voters - lost - 1 <= voters / 2
  }

  /** What might be wrong with a range, or better: quick, since all are looked at always. */
  #glance(slot: number, nowMs: number): number {
    const { ranges, stores, options } = this.#parts
    const { settings, rule } = this.#demandsOf(slot)
    const first = slot * replicasMax
    const count = ranges.replicaCounts[slot] ?? 0
    let wants = count === settings.replicationFactor ? 0 : wantsRepair
    let cost = 0
    for (let at = first; at < first + count; at += 1) {
      const store = stores.at(ranges.replicaStores[at] ?? 0)
      const role = (ranges.replicaStates[at] ?? 0) & replicaStates.roleMask
      if (store.isLeaving || role !== replicaStates.voterCode) wants |= wantsRepair
      if (store.mayGiveReplica) wants |= wantsReplicaMove
      for (let before = first; before < at; before += 1) {
        const other = stores.at(ranges.replicaStores[before] ?? 0)
        cost += rule.pairCosts[sharedLevels(store, other)] ?? 0
      }
    }
    const since = ranges.downSinceMs[slot] ?? 0
    if (cost > rule.reachable) wants |= wantsRepair
    if (since > 0 && nowMs - since >= options.deadAfterMs) wants |= wantsRepair
    const leader: Store = stores.at(ranges.leaders[slot] ?? 0)
    if (leader.isDraining) wants |= wantsRepair
    if (leader.mayGiveLeader) wants |= wantsLeaderMove
    if (this.sizes.isLarge(slot, settings)) wants |= wantsSplit
    return wants
  }

  /** Of the range's keyspace; mostly the same as that of the range looked at before. */
  #demandsOf(slot: number): Demands {
    const keyspaceId = this.#parts.ranges.keyspaces[slot] ?? 0
    const { generation } = this.#parts.stores
    const settings = this.#parts.settingsOf(keyspaceId)
    if (this.#demands?.settings === settings && this.#demands.generation === generation) {
      return this.#demands
    }
    const rule = this.#parts.spread.ruleFor(settings.replicationFactor)
    this.#demands = { settings, rule, generation }
    return this.#demands
  }

  /** Whether stores have no more than a few replicas that this view does not know of. */
  #knowsMost(): boolean {
    let said = 0
    let known = 0
    for (const store of this.#parts.stores.values()) {
      if (store.liveness !== "live") continue
      said += store.report?.ranges ?? 0
      known += Math.min(store.replicas, store.report?.ranges ?? 0)
    }
    return known >= this.#parts.options.knownRatioMin * said
  }
}

/**
 * Whether a plan takes the place of one under way. Only for stores that are lost or to be emptied:
 * other things that look wrong are what the operator is about to do.
 */
function comesBefore(kind: OperatorKind, running: OperatorKind): boolean {
  return (kind === "repair" || kind === "decommission") && isWorthMore(kind, running)
}

function isWorthMore(kind: OperatorKind, than: OperatorKind): boolean {
  return operatorKinds.indexOf(kind) < operatorKinds.indexOf(than)
}
