import type { Dice, NodeId, RangeId, StoreLabels, StoreState } from "../../base/index.ts"
import type { Placement, Step } from "../../core/placement/index.ts"
import type { ModelRange } from "./model-range.ts"

export interface ModelStore {
  readonly id: NodeId
  readonly labels: StoreLabels
  readonly capacityBytes: number
  state: StoreState
  alive: boolean
  diedAtMs: number
  usedBytes: number
  replicas: number
  leaders: number
  /** Snapshots on their way to it. */
  receiving: number
}

/** What is counted of a run. */
export interface ModelStats {
  reports: number
  beats: number
  orders: number
  snapshots: number
  snapshotBytes: number
  transfers: number
  passes: number
  passCpuMs: number
}

/** The world as its parts see it. */
export interface ModelWorld {
  readonly driver: Placement
  readonly dice: Dice
  readonly nowMs: number
  readonly ranges: ReadonlyMap<RangeId, ModelRange>
  readonly stats: ModelStats
  readonly options: { readonly storeBeatMs: number; readonly replicationFactor: number }
  nextRangeId: number
  nextReplicaId: number
  store(id: NodeId): ModelStore
  isAlive(id: NodeId): boolean
  addRange(range: ModelRange): void
  /** Changes a range, with what its stores hold, and has it reported. */
  change(range: ModelRange, change: () => void): void
  /** What the leader of a range has to say, sent on its way. */
  report(range: ModelRange): void
  after(delayMs: number, run: () => void): void
  /** Before a leader carries out a step. */
  ordered(range: ModelRange, step: Step): void
  /** A snapshot is on its way. */
  receives(store: ModelStore): void
}
