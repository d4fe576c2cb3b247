import t from "tap"
import { addRanges, addStores, PlacementWorld, stateOf } from "../../../src/sim/placement/index.ts"

const MiB = 1_024 ** 2
const GiB = 1_024 ** 3
const minuteMs = 60_000

t.test("small disks among large ones fill to their bound, and nothing goes back", async (t) => {
  for (const seed of [1, 2, 3]) {
    const world = new PlacementWorld({
      ...{ seed, replicationFactor: 3, rangeBytesMax: 96 * MiB, tickMs: 1_000 },
      weather: { latencyMs: 5, jitterMs: 400, lossChance: 0, repeatChance: 0 },
      ...{ budget: { ranges: 100, operators: 100 }, rangeBeatMs: 60_000, storeBeatMs: 5_000 },
      ...{ snapshotBytesPerSecond: 8 * MiB, watchesReports: true },
    })
    const shape = { zones: 3, racksPerZone: 1, storesPerHost: 1 }
    addStores(world, { ...shape, storesPerRack: 2, capacityBytes: 1_024 * GiB })
    const load = { replicationFactor: 3, layout: "spread", bytesMean: 48 * MiB } as const
    const ranges = 400
    addRanges(world, { ...load, ranges, rateMax: 0 })
    // The mean of all nine is 6.2 GiB.
    const small = addStores(world, { ...shape, storesPerRack: 1, capacityBytes: 4 * GiB })
    world.reportAll()
    t.ok(world.settle(240 * minuteMs, 10 * minuteMs), `seed ${seed}: comes to rest`)
    const { snapshots } = world.stats
    t.ok(snapshots <= ranges, `${snapshots} moves`)
    t.equal(stateOf(world, 3).unsound, 0)
    for (const { usedBytes, capacityBytes } of small) {
      const used = usedBytes / capacityBytes
      t.ok(used > 0.75 && used < 0.9, `${Math.round(100 * used)} % of the disk is used`)
    }
    t.same(world.violations, [])
  }
})
