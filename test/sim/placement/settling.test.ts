import fc from "fast-check"
import t from "tap"
import { addRanges, addStores, PlacementWorld, stateOf } from "../../../src/sim/placement/index.ts"

const MiB = 1_024 ** 2
const minuteMs = 60_000

const clusters = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  replicationFactor: fc.constantFrom(1, 3, 5),
  zones: fc.integer({ min: 1, max: 4 }),
  racksPerZone: fc.integer({ min: 1, max: 2 }),
  storesPerRack: fc.integer({ min: 1, max: 3 }),
  /** Stores that make the zones uneven. */
  more: fc.integer({ min: 0, max: 3 }),
  ranges: fc.integer({ min: 1, max: 60 }),
  layout: fc.constantFrom("spread", "packed"),
  bytesMean: fc.constantFrom(1_000, 8 * MiB, 48 * MiB),
  rateMax: fc.constantFrom(0, 500, 2_000),
})

t.test("a cluster that is left alone comes to rest, in a bounded number of moves", async () => {
  const settles = fc.property(clusters, (shape) => {
    const world = new PlacementWorld({
      ...{ seed: shape.seed, replicationFactor: shape.replicationFactor, tickMs: 1_000 },
      weather: { latencyMs: 5, jitterMs: 10, lossChance: 0, repeatChance: 0 },
      ...{ budget: { ranges: 100, operators: 100 }, rangeBeatMs: 60_000, storeBeatMs: 10_000 },
      ...{ snapshotBytesPerSecond: 32 * MiB, rangeBytesMax: 96 * MiB, watchesReports: true },
    })
    const stores = { storesPerHost: 1, capacityBytes: 1_024 ** 4 }
    addStores(world, { ...shape, ...stores })
    addStores(world, { ...shape, ...stores, racksPerZone: 1, zones: 1, storesPerRack: shape.more })
    if (world.stores.size < shape.replicationFactor) return true
    addRanges(world, shape)
    world.reportAll()
    const settled = world.settle(240 * minuteMs, 10 * minuteMs)
    const { unsound } = stateOf(world, shape.replicationFactor)
    // Once to where the labels want it, once for balance: no replica wanders about.
    const movesMax = 2 * shape.ranges * shape.replicationFactor
    const { snapshots, transfers } = world.stats
    const few = snapshots <= movesMax && transfers <= snapshots + 2 * shape.ranges
    return settled && unsound === 0 && few && world.violations.length === 0
  })
  fc.assert(settles, { numRuns: 40, seed: 7 })
})
