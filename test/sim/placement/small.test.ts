import t from "tap"
import {
  addRanges,
  addStores,
  capacityDefault,
  falseBeliefs,
  PlacementWorld,
  stateOf,
} from "../../../src/sim/placement/index.ts"

const MiB = 1_024 ** 2
const minuteMs = 60_000
const stores = { zones: 4, racksPerZone: 1, storesPerHost: 1, capacityBytes: capacityDefault }
const ranges = { layout: "spread", bytesMean: 64 * MiB, rateMax: 2_000 } as const

function worldOf(): PlacementWorld {
  return new PlacementWorld({
    ...{ seed: 1, replicationFactor: 3, rangeBytesMax: 200 * MiB, tickMs: 500 },
    weather: { latencyMs: 5, jitterMs: 10, lossChance: 0, repeatChance: 0 },
    budget: { ranges: 1_000, operators: 200 },
    ...{ rangeBeatMs: minuteMs, storeBeatMs: 10_000, snapshotBytesPerSecond: 32 * MiB },
    placement: { deadAfterMs: minuteMs },
  })
}

t.test("a store, then a zone is lost, then stores join: sound and even each time", async (t) => {
  const world = worldOf()
  addStores(world, { ...stores, storesPerRack: 4 })
  addRanges(world, { ...ranges, ranges: 600, replicationFactor: 3 })
  world.reportAll()
  const zone = [...world.stores.values()].filter(({ labels }) => labels.zone === "zone 2")
  const table = [
    ["begins", () => {}],
    ["loses a store", () => world.kill([2])],
    ["loses a zone", () => world.kill(zone.map(({ id }) => id))],
    ["grows", () => addStores(world, { ...stores, storesPerRack: 1 })],
  ] as const
  for (const [what, happens] of table) {
    happens()
    const struck = stateOf(world, 3)
    t.equal(struck.withoutQuorum, 0, `${what}: every range keeps its quorum`)
    t.ok(world.settle(60 * minuteMs, 2 * minuteMs), `${what}: comes to an end`)
    const { unsound, zonesShared, replicasMax, leadersMax, bytesMax } = stateOf(world, 3)
    t.same({ unsound, zonesShared }, { unsound: 0, zonesShared: 0 }, what)
    t.ok(Math.max(replicasMax, leadersMax, bytesMax) < 1.2, `${what}: is even`)
    t.same(falseBeliefs(world), [])
    t.same(world.violations.slice(0, 3), [])
  }
})
