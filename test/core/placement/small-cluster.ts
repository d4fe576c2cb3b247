import type { NodeId } from "../../../src/base/index.ts"
import {
  describeStep,
  Placement,
  type PlacementOptions,
  type PlacementVariant,
  type RangeReport,
} from "../../../src/core/placement/index.ts"
import { keyspaceId, rangeReport, storeRecord, storeReport } from "./reports.ts"

const GiB = 1_024 ** 3
const rangeBytesMax = 64 * 1_024 * 1_024

export interface SmallClusterOptions {
  readonly options?: Partial<PlacementOptions>
  readonly variant?: PlacementVariant
  readonly replicationFactor?: number
  readonly replicationFactorMin?: number
  /** How full stores are, in percent; where nothing is said, almost empty. */
  readonly usedPercent?: Readonly<Record<number, number>>
}

/** A driver, and stores named by their places ("zone/rack/host"), the first of which is store 1. */
export class SmallCluster {
  readonly placement: Placement
  readonly places: readonly string[]
  readonly usedPercent: Readonly<Record<number, number>>
  nowMs = 0

  constructor(places: readonly string[], more: SmallClusterOptions = {}) {
    const { options = {}, variant, replicationFactor = 3, replicationFactorMin } = more
    const fewer = replicationFactorMin === undefined ? {} : { replicationFactorMin }
    this.places = places
    this.usedPercent = more.usedPercent ?? {}
    this.placement = new Placement({ options, variant })
    this.placement.setKeyspace({ keyspaceId, replicationFactor, rangeBytesMax, ...fewer })
    places.forEach((place, at) => {
      this.placement.setStore(storeRecord(at + 1, place), 0)
    })
    this.hear()
  }

  /** All stores beat, but for those that are silent. */
  hear(silent: readonly NodeId[] = []): void {
    this.places.forEach((_, at) => {
      const store = at + 1
      const usedBytes = (this.usedPercent[store] ?? 1) * GiB
      if (silent.includes(store)) return
      this.placement.observeStore(storeReport(store, { usedBytes }), this.nowMs)
    })
  }

  /** Time passes, with beats of all but the silent, and a pass at its end. */
  pass(ms: number, silent: readonly NodeId[] = []): void {
    this.nowMs += ms
    this.hear(silent)
    this.schedule()
  }

  schedule(): void {
    this.placement.schedule(this.nowMs, { ranges: 100, operators: 100 })
  }

  report(replicas: string, more: Partial<RangeReport> = {}): string {
    return this.placement.observeRange(rangeReport(1, "..", replicas, more), this.nowMs)
  }

  state(store: NodeId, state: "up" | "draining" | "decommissioning" | "gone"): void {
    const place = this.places[store - 1] ?? ""
    this.placement.setStore(storeRecord(store, place, { state }), this.nowMs)
  }

  /** What is under way for range 1, as one says it: "repair: add a learner on store 4; …". */
  underWay(): string {
    const operator = this.placement.operatorOf(1)
    if (operator === undefined) return ""
    return `${operator.kind}: ${operator.steps.map(describeStep).join("; ")}`
  }

  /** What leaders were told since the last call. */
  orders(): string[] {
    return this.placement.takeOrders().map(({ leader, epoch, step }) => {
      return `${leader} at ${epoch.version}/${epoch.configVersion}: ${describeStep(step)}`
    })
  }

  /** How operators ended since the last call. */
  ended(): string[] {
    return this.placement.takeEnded().map(({ kind, end, reason }) => {
      return reason === "" ? `${kind} ${end}` : `${kind} ${end}: ${reason}`
    })
  }
}
