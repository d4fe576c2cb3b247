import t from "tap"
import { describeOperator } from "../../../src/core/placement/index.ts"
import { rangeReport, storeReport } from "./reports.ts"
import { SmallCluster } from "./small-cluster.ts"

const GiB = 1_024 ** 3

/** Ranges 1, 2, … side by side, each where it is said. */
function clusterOf(places: readonly string[], ranges: readonly string[], load = {}): SmallCluster {
  const cluster = new SmallCluster(places)
  ranges.forEach((replicas, at) => {
    const span = `${at === 0 ? "" : keyOf(at)}..${at + 1 === ranges.length ? "" : keyOf(at + 1)}`
    cluster.placement.observeRange(rangeReport(at + 1, span, replicas, load), 0)
  })
  return cluster
}

function keyOf(number: number): string {
  return String(number).padStart(3, "0")
}

function kinds(cluster: SmallCluster): string[] {
  // Two passes: first only stores above the mean give, then any.
  cluster.pass(1_000)
  cluster.pass(1_000)
  return cluster.placement.operators().map(({ kind }) => kind)
}

t.test("leaders are spread over the stores that have replicas", async (t) => {
  const cluster = clusterOf(["a", "b", "c"], Array(9).fill("1 2 3"))
  t.equal(kinds(cluster).length, 6)
  t.ok(cluster.placement.operators().every(({ kind }) => kind === "balanceLeaders"))
  const even = clusterOf(["a", "b", "c"], ["1 2 3", "2 1 3", "3 1 2", "1 2 3"])
  t.same(kinds(even), [], "as even as it gets")
})

t.test("a store whose disk has no room is given nothing to lead", async (t) => {
  const cluster = clusterOf(["a", "b", "c"], Array(9).fill("1 2 3"))
  const heirs = (takesMore: boolean) => {
    for (let pass = 0; pass < 2; pass += 1) {
      cluster.placement.observeStore(storeReport(3, { takesMore }), cluster.nowMs)
      cluster.schedule()
    }
    return cluster.placement.operators().flatMap(({ steps }) => steps)
  }
  const { length } = heirs(false)
  t.ok(length > 0)
  t.same(heirs(false), Array(length).fill({ type: "transferLeader", store: 2 }))
  t.match(heirs(true).at(-1), { store: 3 }, "once it has, it leads as well")
})

t.test("replicas go to a store that has none, and the labels stay spread", async (t) => {
  const cluster = clusterOf(["a", "b", "c", "c"], Array(8).fill("3 1 2"))
  kinds(cluster)
  const moves = cluster.placement.operators().filter(({ kind }) => kind === "balanceReplicas")
  t.equal(moves.length, 2, "store 3 gives until it is at the mean of all; the rest comes later")
  t.match(moves[0]?.why, /^store 3 holds \d+ % of the mean, store 4 0 %/)
  for (const { steps } of moves) t.match(steps.at(-1), { promote: [4], remove: [3] })
})

t.test("a hot range and the leaders of cold ones are weighed against each other", async (t) => {
  const cluster = clusterOf(["a", "b"], ["1 2", "1 2"], {})
  cluster.placement.setKeyspace({ keyspaceId: 7, replicationFactor: 2, rangeBytesMax: 2 ** 30 })
  cluster.placement.observeRange(rangeReport(1, "..001", "1 2", { readRate: 900 }), 0)
  t.same(kinds(cluster), ["balanceLeaders"], "one is to lead the hot one, one the cold one")
})

t.test("rates that tremble move nothing", async (t) => {
  const cluster = new SmallCluster(["a", "b", "c"])
  for (const readRate of [1_000, 1_100, 900, 1_200]) {
    cluster.report("1 2 3", { readRate })
    t.equal(cluster.placement.store(1)?.heat, 1_000)
  }
  cluster.report("1 2 3", { readRate: 1_300 })
  t.equal(cluster.placement.store(1)?.heat, 1_300)
  cluster.report("1 2 3", { readRate: 100 })
  t.equal(cluster.placement.store(1)?.heat, 0)
})

t.test("nothing is balanced before most ranges are known", async (t) => {
  const cluster = clusterOf(["a", "b", "c"], Array(9).fill("1 2 3"))
  for (const store of [1, 2, 3]) {
    cluster.placement.observeStore(storeReport(store, { ranges: 100 }), 0)
  }
  cluster.schedule()
  t.same(cluster.placement.operators(), [])
})

t.test("a store that is too full gives, and gets nothing", async (t) => {
  const cluster = clusterOf(["a", "b", "c", "c"], ["1 2 3", "1 2 4"])
  const full = storeReport(3, { usedBytes: 90 * GiB })
  for (let pass = 0; pass < 2; pass += 1) {
    cluster.placement.observeStore(full, cluster.nowMs)
    cluster.schedule()
  }
  const [operator] = cluster.placement.operators()
  t.match(operator, { kind: "balanceReplicas", rangeId: 1 })
  t.match(operator?.steps.at(-1), { promote: [4], remove: [3] })
})

t.test("between the bounds a store neither gets nor gives", async (t) => {
  const cluster = clusterOf(["a", "b", "c", "c"], ["1 2 3", "1 2 3", "1 2 3", "1 2 3"])
  const full = storeReport(4, { usedBytes: 85 * GiB })
  for (let pass = 0; pass < 2; pass += 1) {
    cluster.placement.observeStore(full, cluster.nowMs)
    cluster.schedule()
  }
  const moves = cluster.placement.operators().filter(({ kind }) => kind === "balanceReplicas")
  t.same(moves, [], "store 4 has nothing, and is too full for more")
})

t.test("a store that is too full gives as much as is too much", async (t) => {
  const cluster = clusterOf(["a", "b", "c", "c"], ["1 2 3", "1 2 4", "1 2 3", "1 2 4"])
  const full = storeReport(3, { usedBytes: 90 * GiB })
  for (let pass = 0; pass < 2; pass += 1) {
    cluster.placement.observeStore(full, cluster.nowMs)
    cluster.schedule()
  }
  const moves = cluster.placement.operators().filter(({ kind }) => kind === "balanceReplicas")
  t.equal(moves.length, 1, "with what is about to leave, it is not any more")
})

t.test("an operator can be read", async (t) => {
  const cluster = new SmallCluster(["a", "b", "c", "d"])
  cluster.report("1 2 3")
  cluster.state(3, "gone")
  cluster.schedule()
  const [operator] = cluster.placement.operators()
  t.same(operator === undefined ? [] : describeOperator(operator), [
    "operator 1 (repair) of range 1: store 3 is gone; store 4 gets a replica",
    "  now: add a learner on store 4",
    "  then: let store 4 vote instead of store 3",
  ])
})
