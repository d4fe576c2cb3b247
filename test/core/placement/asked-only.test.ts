/** Nothing is automatic: only what people ask for is done, and undone what came of that. */
import t from "tap"
import type { RangeReport } from "../../../src/core/placement/index.ts"
import { SmallCluster } from "./small-cluster.ts"

const minuteMs = 60_000
const options = { automatic: false, deadAfterMs: 5 * minuteMs, mergeEnabled: true }

function asked(places = ["a", "b", "c", "d"], replicas = "1 2 3", more = {}): SmallCluster {
  const cluster = new SmallCluster(places, { options })
  cluster.report(replicas, more)
  return cluster
}

t.test("a store is emptied, replaced or led from no more because somebody said so", async (t) => {
  const table = [
    ["decommissioning", /^decommission: add a learner on store 4; hand leadership/],
    ["gone", /^repair: add a learner on store 4/],
    ["draining", /^drain: hand leadership to store [23]$/],
  ] as const
  for (const [state, plan] of table) {
    const cluster = asked()
    cluster.state(1, state)
    cluster.schedule()
    t.match(cluster.underWay(), plan)
  }
})

t.test("what nobody asked for is left alone", async (t) => {
  const places = ["a", "b", "c", "d"]
  const table: readonly [string, string, string[]?, Partial<RangeReport>?][] = [
    ["a store died", "1 2 3"],
    ["too few replicas", "1 2"],
    ["too many", "1 2 3 4"],
    ["a learner that somebody brought", "1 2 3 4+"],
    ["a joint configuration, which the leader leaves", "1 2 3> 4<"],
    ["shared labels", "1 2 3", ["a", "a", "b", "c"]],
    ["too large", "1 2 3", places, { bytes: 100_000_000 }],
    ["too busy", "1 2 3", places, { readRate: 9_000 }],
  ]
  for (const [what, replicas, where, more] of table) {
    const cluster = asked(where, replicas, more)
    for (let minute = 0; minute < 10; minute += 1) cluster.pass(minuteMs, [3])
    t.equal(cluster.underWay(), "", what)
    t.same(cluster.ended(), [], what)
  }
})

t.test("a store that died does not stand in the way of one that is to be emptied", async (t) => {
  const cluster = asked(["a", "b", "c", "d", "e"])
  cluster.pass(6 * minuteMs, [3])
  t.equal(cluster.underWay(), "")
  cluster.state(2, "decommissioning")
  cluster.pass(0, [3])
  t.match(cluster.underWay(), /^decommission: .* instead of store 2$/)
})

t.test(
  "the learner of a move that came to nothing is taken away, also where it is late",
  async (t) => {
    for (const isLate of [false, true]) {
      const cluster = asked()
      const verdict = cluster.placement.moveReplica(1, 3, 4, cluster.nowMs)
      if (verdict.type === "refused") throw new Error(verdict.message)
      const learns = () => cluster.report("1 2 3 4+", { configVersion: 2, pending: [4] })
      if (!isLate) learns()
      cluster.placement.cancelOperator(verdict.value.id, cluster.nowMs)
      if (isLate) learns()
      cluster.schedule()
      t.equal(cluster.underWay(), "removeExtra: remove the learner from store 4")
      cluster.report("1 2 3", { configVersion: 3 })
      cluster.report("1 2 3 4+", { configVersion: 4 })
      cluster.pass(minuteMs)
      t.equal(cluster.underWay(), "", "another is somebody's")
    }
  },
)

t.test("so is a voter more, and leads no more before that", async (t) => {
  const cluster = asked(["a", "b", "c", "d"], "1 2 3", { pending: [2, 3] })
  const verdict = cluster.placement.moveReplica(1, 1, 4, cluster.nowMs)
  if (verdict.type === "refused") throw new Error(verdict.message)
  cluster.report("1 2 3 4+", { configVersion: 2, pending: [2, 3] })
  cluster.report("1 2 3 4", { configVersion: 3, pending: [2, 3] })
  cluster.report("4 1 2 3", { configVersion: 3, term: 2 })
  t.equal(cluster.orders().at(-1), "4 at 1/3: remove the replica from store 1")
  cluster.placement.cancelOperator(verdict.value.id, cluster.nowMs)
  cluster.schedule()
  t.match(cluster.underWay(), /^removeExtra: hand leadership .*; remove the replica from store 4$/)
})
