import t from "tap"
import { Scenario } from "../../../src/sim/placement/index.ts"

t.test("50 stores, 5,000 ranges: sound and even whatever happens, in few moves", async (t) => {
  const scenario = new Scenario({
    ...{ seed: 1, zones: 5, racksPerZone: 2, storesPerRack: 5, joiningPerRack: 1 },
    ...{ ranges: 5_000, tickMs: 1_000, rangeBeatMs: 300_000 },
  })
  for (const { what, struck, settled, moves, movesMin, after, violations } of scenario.chapters()) {
    t.ok(settled, `${what}: comes to an end`)
    t.equal(struck.withoutQuorum, 0, `${what}: every range keeps its quorum`)
    const { unsound, zonesShared, zonesFatal } = after
    t.same(
      { unsound, zonesShared, zonesFatal },
      { unsound: 0, zonesShared: 0, zonesFatal: 0 },
      what,
    )
    t.ok(Math.max(after.replicasMax, after.leadersMax, after.bytesMax) < 1.1, `${what}: is even`)
    t.ok(moves <= 1.3 * movesMin, `${what}: ${moves} moves, at least ${movesMin}`)
    t.same(violations, [])
  }
})
