import t from "tap"
import type { PlacementVariant } from "../../../src/core/placement/index.ts"
import { rangeReport } from "./reports.ts"
import { SmallCluster } from "./small-cluster.ts"

const fourZones = ["a", "b", "c", "d"]
const minuteMs = 60_000

/** Store 3 is gone, store 4 is to take its place. */
function repairing(variant?: PlacementVariant): SmallCluster {
  const cluster = new SmallCluster(fourZones, variant === undefined ? {} : { variant })
  cluster.report("1 2 3")
  cluster.state(3, "gone")
  cluster.schedule()
  return cluster
}

t.test("steps are ordered one after the other, as reports show them done", async (t) => {
  const cluster = repairing()
  t.same(cluster.orders(), ["1 at 1/1: add a learner on store 4"])
  cluster.report("1 2 3 4+", { configVersion: 2, pending: [4] })
  t.same(cluster.orders(), [], "rule 39: it has not caught up")
  cluster.report("1 2 3 4+", { configVersion: 2 })
  t.same(cluster.orders(), ["1 at 1/2: let store 4 vote instead of store 3"])
  cluster.report("1 2 3> 4<", { configVersion: 3 })
  t.same(cluster.orders(), [])
  t.same(cluster.ended(), [])
  cluster.report("1 2 4", { configVersion: 4 })
  t.same(cluster.ended(), ["repair finished"])
  cluster.schedule()
  t.equal(cluster.underWay(), "")
})

t.test("what was ordered for an operator that has ended is not sent any more", async (t) => {
  const cluster = repairing()
  cluster.report("1 2", { configVersion: 2 })
  t.match(cluster.ended(), [/^repair cancelled: /])
  t.same(cluster.orders(), [])
})

t.test("rule 39, broken on purpose: who lags behind is told to vote", async (t) => {
  const cluster = repairing("promote-the-lagging")
  cluster.orders()
  cluster.report("1 2 3 4+", { configVersion: 2, pending: [4] })
  t.same(cluster.orders(), ["1 at 1/2: let store 4 vote instead of store 3"])
})

t.test("rule 52: a change that is not the operator's own cancels it", async (t) => {
  const table = [
    ["another replica", "1 2 3 5+", { configVersion: 2 }],
    ["the same replicas, another epoch", "1 2 3", { configVersion: 2 }],
    ["a split", "1 2 3", { version: 2 }],
    ["one replica less", "1 2", { configVersion: 2 }],
  ] as const
  for (const [what, replicas, epoch] of table) {
    const cluster = repairing()
    cluster.report(replicas, epoch)
    t.match(cluster.ended(), [/^repair cancelled: /], what)
    const broken = repairing("ignore-foreign-changes")
    broken.report(replicas, epoch)
    t.same(broken.ended(), [], `${what}, broken on purpose`)
  }
})

t.test("a replica that went and came back under another id is foreign", async (t) => {
  const cluster = repairing()
  const { replicas } = rangeReport(1, "..", "1 2 3")
  const other = replicas.map((one) => (one.store === 2 ? { ...one, replicaId: 999 } : one))
  cluster.report("1 2 3", { replicas: other, configVersion: 3 })
  t.match(cluster.ended(), [/somebody else changed the replicas/])
})

t.test("another leader is told at once; the same one again when it takes long", async (t) => {
  const cluster = repairing()
  cluster.orders()
  cluster.report("2 1 3", { term: 2 })
  t.same(cluster.orders(), ["2 at 1/1: add a learner on store 4"])
  cluster.pass(5_000)
  t.same(cluster.orders(), [])
  cluster.pass(5_000)
  t.same(cluster.orders(), ["2 at 1/1: add a learner on store 4"])
})

t.test(
  "a step that takes too long ends its operator, and the range rests for a while",
  async (t) => {
    const cluster = repairing()
    for (let minute = 0; minute < 3; minute += 1) cluster.pass(minuteMs)
    t.match(cluster.ended(), [/^repair timedOut: step "addLearner" took more than/])
    t.equal(cluster.underWay(), "")
    cluster.pass(10_000)
    t.match(cluster.underWay(), /^repair/)
  },
)

t.test("a snapshot that comes slowly is waited for, one that stands still is not", async (t) => {
  const cluster = repairing()
  let bytes = 0
  for (let minute = 0; minute < 20; minute += 1) {
    bytes += 1_000
    cluster.placement.observeSnapshot(1, 4, bytes, cluster.nowMs)
    cluster.pass(minuteMs)
  }
  t.same(cluster.ended(), [])
  for (let minute = 0; minute < 3; minute += 1) {
    // Of another range, to another store, and from its beginning once more.
    cluster.placement.observeSnapshot(2, 4, 2 * bytes, cluster.nowMs)
    cluster.placement.observeSnapshot(1, 2, 2 * bytes, cluster.nowMs)
    cluster.placement.observeSnapshot(1, 4, 1_000 * minute, cluster.nowMs)
    cluster.pass(minuteMs)
  }
  t.match(cluster.ended(), [/^repair timedOut: step "addLearner"/])
})

t.test("a learner that stays behind is given up, for another try", async (t) => {
  const cluster = repairing()
  cluster.report("1 2 3 4+", { configVersion: 2, pending: [4] })
  for (let minute = 0; minute < 3; minute += 1) cluster.pass(minuteMs)
  cluster.pass(10_000)
  t.equal(cluster.underWay(), "repair: remove the learner from store 4")
  cluster.report("1 2 3", { configVersion: 3 })
  cluster.schedule()
  t.match(cluster.underWay(), /^repair: add a learner on store 4/)
})

t.test(
  "where a learner stayed behind, none is brought again while there is another store",
  async (t) => {
    for (const [places, tried] of [
      [
        ["a", "b", "c", "d"],
        [4, 4, 4, 4],
      ],
      [
        ["a", "b", "c", "d", "e", "f"],
        [4, 5, 6, 4],
      ],
    ] as const) {
      const cluster = new SmallCluster(places)
      cluster.report("1 2 3")
      cluster.state(3, "gone")
      const targets: number[] = []
      let configVersion = 1
      for (let round = 0; round < tried.length; round += 1) {
        // The back-off is longer each time.
        cluster.pass(10_000 * 2 ** round)
        const [step] = cluster.placement.operatorOf(1)?.steps ?? []
        if (step?.type !== "addLearner") break
        targets.push(step.store)
        configVersion += 1
        const pending = [step.store]
        cluster.report(`1 2 3 ${step.store}+`, { configVersion, pending })
        for (let minute = 0; minute < 3; minute += 1) cluster.pass(minuteMs)
        t.match(cluster.ended(), [/^repair timedOut/])
        cluster.pass(10_000 * 2 ** round)
        t.equal(cluster.underWay(), `repair: remove the learner from store ${step.store}`)
        configVersion += 1
        cluster.report("1 2 3", { configVersion })
        t.same(cluster.ended(), ["repair finished"])
      }
      t.same(targets, tried)
    }
  },
)

t.test("a range that is left alone after splits of it failed is repaired at once", async (t) => {
  const cluster = new SmallCluster(fourZones)
  const refuse = (): void => {
    const [order] = cluster.placement.takeOrders()
    if (order !== undefined) cluster.placement.orderRefused(order, "one key", cluster.nowMs)
  }
  cluster.report("1 2 3", { readRate: 9_000 })
  cluster.nowMs += minuteMs
  for (const restMs of [10_000, 20_000, 40_000]) {
    cluster.pass(1)
    t.equal(cluster.underWay(), "split: split by load")
    refuse()
    cluster.pass(restMs - 1)
    t.equal(cluster.underWay(), "", "longer each time")
  }
  cluster.state(3, "gone")
  cluster.schedule()
  t.match(cluster.underWay(), /^repair: add a learner on store 4/)
  refuse()
  cluster.schedule()
  t.equal(cluster.underWay(), "")
  cluster.pass(10_000)
  t.match(cluster.underWay(), /^repair/, "nor is its own rest as long as that of the splits")
})

t.test("an operator whose target is lost ends", async (t) => {
  const cluster = repairing()
  cluster.pass(20_000, [4])
  t.same(cluster.ended(), ["repair cancelled: store 4 does not answer"])
})

t.test("so does one whose learner was there, once its store is lost, not before", async (t) => {
  const cluster = new SmallCluster(fourZones, { options: { deadAfterMs: 60_000 } })
  cluster.report("1 2 3")
  cluster.state(3, "gone")
  cluster.schedule()
  cluster.report("1 2 3 4+", { configVersion: 2, pending: [4] })
  cluster.pass(40_000, [4])
  t.same(cluster.ended(), [], "it may be back in a moment")
  cluster.pass(20_000, [4])
  t.same(cluster.ended(), ["repair cancelled: store 4 takes no replicas any more"])
})

t.test("a learner on a store that was lost goes, with whatever was to come of it", async (t) => {
  const cluster = new SmallCluster(fourZones, { options: { deadAfterMs: 60_000 } })
  cluster.report("1 2 3")
  t.match(cluster.placement.moveReplica(1, 3, 4, 0), { type: "accepted" })
  cluster.report("1 2 3 4+", { configVersion: 2, pending: [4] })
  cluster.pass(60_000, [4])
  t.match(cluster.ended(), [/^admin cancelled: store 4/])
  cluster.pass(10_000, [4])
  t.equal(cluster.underWay(), "removeExtra: remove the learner from store 4")
})

t.test("rule 37: a change that would leave no quorum waits", async (t) => {
  const cluster = repairing()
  cluster.orders()
  cluster.report("1 2 3 4+", { configVersion: 2, down: [2] })
  t.same(cluster.orders(), [], "1 and 4 would be left of 1, 2 and 4, and 1 of 1, 2 and 3 answers")
  cluster.report("1 2 3 4+", { configVersion: 2 })
  cluster.schedule()
  t.same(cluster.orders(), ["1 at 1/2: let store 4 vote instead of store 3"])
  const broken = repairing("count-the-dead")
  broken.orders()
  broken.report("1 2 3 4+", { configVersion: 2, down: [2] })
  t.equal(broken.orders().length, 1, "broken on purpose: it does not wait")
})

t.test("rule 37: who has come to lead is not removed", async (t) => {
  const cluster = new SmallCluster(fourZones)
  cluster.report("1 2 3")
  cluster.state(3, "decommissioning")
  cluster.schedule()
  cluster.report("3 1 2 4+", { configVersion: 2, term: 2 })
  t.match(cluster.ended(), [/store 3 leads the range, and is not to be removed/])
  cluster.pass(10_000)
  t.match(cluster.underWay(), /hand leadership to store [12]; let store 4 vote instead of store 3/)
})

t.test("a refused order ends its operator", async (t) => {
  const cluster = repairing()
  const [order] = cluster.placement.takeOrders()
  if (order !== undefined) cluster.placement.orderRefused(order, "too busy", cluster.nowMs)
  t.same(cluster.ended(), ["repair cancelled: the leader refused: too busy"])
})

t.test("a step that was ordered twice and is done was not refused", async (t) => {
  const cluster = repairing()
  const [order] = cluster.placement.takeOrders()
  cluster.report("1 2 3 4+", { configVersion: 2 })
  if (order !== undefined) cluster.placement.orderRefused(order, "it is done", cluster.nowMs)
  t.same(cluster.ended(), [])
  t.match(cluster.underWay(), /^repair/)
})

t.test("a split is done also where the new half tells of it first", async (t) => {
  const cluster = new SmallCluster(fourZones)
  cluster.report("1 2 3", { bytes: 100_000_000 })
  cluster.schedule()
  t.match(cluster.underWay(), /^split/)
  cluster.placement.observeRange(rangeReport(2, "m..", "2 1 3", { version: 2 }), cluster.nowMs)
  t.same(cluster.ended(), ["split finished"])
  const left = rangeReport(1, "..m", "1 2 3", { version: 2, bytes: 99_000_000 })
  t.equal(cluster.placement.observeRange(left, cluster.nowMs), "taken")
  cluster.schedule()
  t.match(cluster.underWay(), /^split/, "it is not left alone as if that had failed")
})

t.test("repair takes the place of what only makes things better", async (t) => {
  const cluster = new SmallCluster(fourZones)
  cluster.report("1 2 3")
  t.match(cluster.placement.moveReplica(1, 2, 4, 0), { type: "accepted" })
  cluster.state(3, "gone")
  cluster.schedule()
  t.match(cluster.underWay(), /^admin/, "an admin's word stands")
  const draining = new SmallCluster(fourZones)
  draining.report("1 2 3")
  draining.state(1, "draining")
  draining.schedule()
  t.match(draining.underWay(), /^drain/)
  draining.state(3, "gone")
  draining.schedule()
  t.match(draining.underWay(), /^repair/)
  t.same(draining.ended(), ["drain replaced: repair comes first"])
})

t.test("no store gets more snapshots at a time than the limit", async (t) => {
  for (const variant of [undefined, "no-store-limits"] as const) {
    const cluster = new SmallCluster(["a", "b", "c", "d"], {
      options: { snapshotsInMax: 2 },
      ...(variant === undefined ? {} : { variant }),
    })
    for (let id = 1; id <= 9; id += 1) {
      const span = `${id === 1 ? "" : id}..${id === 9 ? "" : id + 1}`
      cluster.placement.observeRange(rangeReport(id, span, "1 2 3"), 0)
    }
    cluster.state(3, "gone")
    cluster.schedule()
    t.equal(cluster.placement.operators().length, variant === undefined ? 2 : 9)
    t.equal(cluster.placement.store(4)?.incoming, variant === undefined ? 2 : 9)
  }
})
