import type { PlacementOptions } from "../../core/placement/index.ts"
import { addRanges, addStores, capacityDefault } from "./layout.ts"
import type { ModelStore } from "./model-world.ts"
import { type ClusterState, stateOf } from "./state.ts"
import { PlacementWorld } from "./world.ts"

const MiB = 1_024 ** 2
const minuteMs = 60_000

/** How large a cluster is, and what the run may take. */
export interface ScenarioSize {
  readonly seed: number
  readonly zones: number
  readonly racksPerZone: number
  readonly storesPerRack: number
  readonly ranges: number
  /** Stores that join at the end, divided evenly among the racks. */
  readonly joiningPerRack: number
  readonly tickMs: number
  readonly rangeBeatMs: number
  readonly placement?: Partial<PlacementOptions>
  readonly cpuMs?: () => number
}

/** What one thing that happened to the cluster came to. */
export interface Chapter {
  readonly what: string
  /** What was there the moment it had happened. */
  readonly struck: ClusterState
  readonly settled: boolean
  /** Until the last operator ended. */
  readonly virtualMs: number
  /** Replicas that were moved, and how many had to be at least. */
  readonly moves: number
  readonly movesMin: number
  readonly leaderMoves: number
  readonly after: ClusterState
  /** CPU of the passes that look at every range once: the mean of all, and when all is at rest. */
  readonly sweepCpuMs: number
  readonly sweepCpuMsAtRest: number
  readonly reportsPerSecond: number
  readonly violations: readonly string[]
}

const replicationFactor = 3
/** Nothing under way for so long: the cluster has settled. */
const quietMs = 3 * minuteMs

/** The story of a cluster: it evens out, loses stores, loses a zone, has it back, and grows. */
export class Scenario {
  readonly world: PlacementWorld
  readonly #size: ScenarioSize
  /** Passes that look at every range once. */
  readonly #passesPerSweep: number

  constructor(size: ScenarioSize) {
    this.#size = size
    const budget = { ranges: Math.max(1_000, Math.ceil(size.ranges / 50)), operators: 4_096 }
    this.#passesPerSweep = Math.ceil(size.ranges / budget.ranges)
    this.world = new PlacementWorld({
      ...{ seed: size.seed, replicationFactor, rangeBytesMax: 128 * MiB, budget },
      ...{ weather: { latencyMs: 2, jitterMs: 10, lossChance: 0, repeatChance: 0 } },
      ...{
        watchesReports: false,
        tickMs: size.tickMs,
        rangeBeatMs: size.rangeBeatMs,
        storeBeatMs: 10_000,
      },
      ...{ snapshotBytesPerSecond: 32 * MiB, placement: size.placement ?? {} },
      ...(size.cpuMs === undefined ? {} : { cpuMs: size.cpuMs }),
    })
    const { zones, racksPerZone, storesPerRack } = size
    this.#join(storesPerRack)
    const shape = { replicationFactor, layout: "spread", bytesMean: 64 * MiB } as const
    const rateMax = 2_000
    addRanges(this.world, { ...shape, ranges: size.ranges, rateMax })
    this.zones = Array.from({ length: zones }, (_, zone) => `zone ${zone + 1}`)
    this.stores = zones * racksPerZone * storesPerRack
  }

  readonly zones: readonly string[]
  readonly stores: number;

  /** One after the other, each from where the one before has left the cluster. */
  *chapters(): IterableIterator<Chapter> {
    this.world.reportAll()
    yield this.#tell("evens out what was placed by chance", () => this.#surplus())
    // Of one zone: no range has two replicas among them.
    const lost = this.#alive().filter(({ labels }) => labels.zone === "zone 1")
    lost.splice(Math.max(1, Math.floor(this.stores / 200)))
    yield this.#tell(`loses ${lost.length} stores of a zone`, () => {
      return this.#kill(lost.map(({ id }) => id))
    })
    const zone = this.#alive().filter(({ labels }) => labels.zone === "zone 2")
    yield this.#tell(`loses a zone of ${zone.length} stores`, () => {
      return this.#kill(zone.map(({ id }) => id))
    })
    const joining = this.#size.zones * this.#size.racksPerZone * this.#size.joiningPerRack
    yield this.#tell(`grows by ${joining} stores`, () => {
      this.#join(this.#size.joiningPerRack)
      return this.#surplus()
    })
  }

  #join(perRack: number): void {
    const { zones, racksPerZone } = this.#size
    const shape = { storesPerHost: 1, capacityBytes: capacityDefault }
    addStores(this.world, { zones, racksPerZone, storesPerRack: perRack, ...shape })
  }

  #alive(): ModelStore[] {
    return [...this.world.stores.values()].filter(({ alive }) => alive)
  }

  /** Replicas that die with them: so many have to be made anew. */
  #kill(ids: readonly number[]): number {
    const replicas = ids.map((id) => this.world.store(id).replicas)
    this.world.kill(ids)
    return replicas.reduce((sum, count) => sum + count, 0)
  }

  /** Replicas that stores have beyond the mean: fewer moves can't make them even. */
  #surplus(): number {
    const stores = this.#alive()
    const mean = stores.reduce((sum, { replicas }) => sum + replicas, 0) / stores.length
    return Math.round(stores.reduce((sum, { replicas }) => sum + Math.max(0, replicas - mean), 0))
  }

  /** @param happen returns how many moves it takes at least */
  #tell(what: string, happen: () => number): Chapter {
    const { world } = this
    const before = { ...world.stats }
    const beganMs = world.nowMs
    const violationsBefore = world.violations.length
    const movesMin = happen()
    const struck = stateOf(world, replicationFactor)
    // What died is not missed before the wait is over.
    const { deadAfterMs } = world.driver.options
    const waited = what.startsWith("loses") ? deadAfterMs : 0
    world.run(waited)
    const settled = world.settle(24 * 60 * minuteMs, quietMs)
    const { stats } = world
    const virtualMs = world.nowMs - beganMs
    const passes = stats.passes - before.passes
    const passCpuMs = stats.passCpuMs - before.passCpuMs
    const reports = stats.reports - before.reports
    return {
      ...{ what, struck, settled, virtualMs: virtualMs - quietMs, movesMin },
      moves: stats.snapshots - before.snapshots,
      leaderMoves: stats.transfers - before.transfers,
      after: stateOf(world, replicationFactor),
      sweepCpuMs: (passCpuMs / passes) * this.#passesPerSweep,
      sweepCpuMsAtRest: world.timePasses(this.#passesPerSweep),
      reportsPerSecond: (1_000 * reports) / virtualMs,
      violations: world.violations.slice(violationsBefore).map((violation) => violation.what),
    }
  }
}
