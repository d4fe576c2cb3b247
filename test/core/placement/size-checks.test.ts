import t from "tap"
import { Placement } from "../../../src/core/placement/index.ts"
import { keyspaceId, rangeReport } from "./reports.ts"
import { SmallCluster } from "./small-cluster.ts"

const MiB = 1_024 * 1_024
const minuteMs = 60_000
const zones = ["a", "b", "c"]

t.test("a range is split when it is too large, or too busy for a while", async (t) => {
  const table = [
    [{ bytes: 64 * MiB }, ""],
    [{ bytes: 64 * MiB + 1 }, "split: split by size"],
    [{ readRate: 1_000, writeRate: 1_000 }, ""],
    [{ readRate: 2_000, writeRate: 600 }, "split: split by load"],
  ] as const
  for (const [load, plan] of table) {
    const cluster = new SmallCluster(zones)
    cluster.report("1 2 3", load)
    cluster.pass(2 * minuteMs)
    t.equal(cluster.underWay(), plan)
  }
})

t.test("the rate of what was split a moment ago says nothing yet", async (t) => {
  const cluster = new SmallCluster(zones)
  cluster.report("1 2 3", { readRate: 5_000 })
  cluster.pass(minuteMs)
  t.equal(cluster.underWay(), "split: split by load")
  cluster.report("1 2 3", { readRate: 5_000, version: 2 })
  t.same(cluster.ended(), ["split finished"])
  cluster.pass(minuteMs / 2)
  t.equal(cluster.underWay(), "")
  cluster.pass(minuteMs / 2)
  t.equal(cluster.underWay(), "split: split by load")
})

/** Two small neighbours, quiet for two hours. */
function neighbours(mergeEnabled: boolean, right = "2 1 3", load = {}): SmallCluster {
  const cluster = new SmallCluster(zones, { options: { mergeEnabled } })
  cluster.placement.observeRange(rangeReport(1, "..m", "1 2 3"), 0)
  cluster.placement.observeRange(rangeReport(2, "m..", right, load), 0)
  cluster.pass(120 * minuteMs)
  return cluster
}

t.test("small neighbours are merged where that is on", async (t) => {
  t.equal(neighbours(false).underWay(), "", "off unless it is asked for")
  const cluster = neighbours(true)
  t.equal(cluster.underWay(), "merge: merge range 2 into it")
  cluster.placement.observeRange(rangeReport(1, "..", "1 2 3", { version: 2 }), cluster.nowMs)
  t.same(cluster.ended(), ["merge finished"])
  t.equal(cluster.placement.range(2), undefined)
})

t.test("a merge that was given up leaves both, for as long as they have to be quiet", async (t) => {
  const cluster = neighbours(true)
  cluster.placement.observeRange(rangeReport(1, "..m", "1 2 3", { version: 2 }), cluster.nowMs)
  t.same(cluster.ended(), ["merge cancelled: range 2 was not taken in"])
  cluster.pass(50 * minuteMs)
  t.equal(cluster.underWay(), "")
  cluster.pass(20 * minuteMs)
  t.equal(cluster.underWay(), "merge: merge range 2 into it")
})

t.test("a merge that is under way is not ordered while a replica is away", async (t) => {
  const cluster = neighbours(true)
  const report = (more = {}) => {
    cluster.placement.observeRange(rangeReport(1, "..m", "1 2 3", more), cluster.nowMs)
  }
  report({ pending: [3] })
  cluster.orders()
  cluster.pass(20_000)
  t.same(cluster.orders(), [], "who lags is waited for")
  report()
  t.same(cluster.orders(), ["1 at 1/1: merge range 2 into it"])
  report({ down: [3] })
  t.same(cluster.ended(), ["merge cancelled: store 3 does not answer"])
})

t.test("neighbours that are far apart, large, or busy are not merged", async (t) => {
  t.equal(neighbours(true, "2 1").underWay(), "")
  t.equal(neighbours(true, "2 1 3", { bytes: 20 * MiB }).underWay(), "")
  t.equal(neighbours(true, "2 1 3", { readRate: 600 }).underWay(), "")
})

t.test("nothing is merged while a replica is away or behind", async (t) => {
  t.equal(neighbours(true, "2 1 3", { down: [3] }).underWay(), "")
  t.equal(neighbours(true, "2 1 3", { pending: [3] }).underWay(), "")
})

t.test("neighbours on different stores are brought together where that is cheap", async (t) => {
  const underWay = (bytes: number): string => {
    const cluster = new SmallCluster([...zones, "d"], { options: { mergeEnabled: true } })
    cluster.placement.observeRange(rangeReport(1, "..m", "1 2 3", { bytes }), 0)
    cluster.placement.observeRange(rangeReport(2, "m..", "2 1 4"), 0)
    cluster.pass(120 * minuteMs)
    return cluster.underWay()
  }
  t.match(underWay(2 * MiB), /^merge: add a learner on store 4/)
  t.equal(underWay(17 * MiB), "", "it is more than a range less would save")
})

t.test("no more replicas are brought for a merge than a range can have", async (t) => {
  const places = Array.from({ length: 18 }, (_, at) => `zone${at}`)
  const table = [
    ["8 9 10 11 12 13 14 15 16", "accepted"],
    ["9 10 11 12 13 14 15 16 17", "refused"],
  ] as const
  for (const [right, type] of table) {
    const cluster = new SmallCluster(places, { replicationFactor: 9 })
    cluster.placement.observeRange(rangeReport(1, "..m", "1 2 3 4 5 6 7 8 9"), 0)
    cluster.placement.observeRange(rangeReport(2, "m..", right), 0)
    const verdict = cluster.placement.mergeRanges(1, 2, 0)
    t.equal(verdict.type, type)
    if (verdict.type === "refused") t.match(verdict.message, /would have 17 replicas/)
  }
})

t.test("a keyspace that is dropped takes its ranges and what is under way along", async (t) => {
  const cluster = new SmallCluster(zones)
  cluster.report("1 2 3", { bytes: 100 * MiB })
  cluster.pass(minuteMs)
  cluster.placement.dropKeyspace(keyspaceId, cluster.nowMs)
  t.same(cluster.ended(), ["split cancelled: its keyspace was dropped"])
  t.equal(cluster.placement.range(1), undefined)
  t.equal(cluster.placement.store(1)?.ranges, 0)
})

t.test("options that contradict themselves are refused", async (t) => {
  t.throws(() => new Placement({ options: { deadAfterMs: 1 } }), /disconnected before it is dead/)
  t.throws(() => new Placement({ options: { leaderTolerance: 0 } }), /balancing never ends/)
  t.throws(() => new Placement({ options: { mergeRatio: 0.6 } }), /must not be split at once/)
})
