import t from "tap"
import { rangeReport } from "./reports.ts"
import { SmallCluster, type SmallClusterOptions } from "./small-cluster.ts"

const minuteMs = 60_000
const fourZones = ["a", "b", "c", "d"]

interface Case extends SmallClusterOptions {
  readonly what: string
  readonly places?: readonly string[]
  readonly replicas: string
  readonly down?: readonly number[]
  readonly pending?: readonly number[]
  /** Silent for as long as is said; a minute where nothing is. */
  readonly silent?: readonly number[]
  readonly silentMs?: number
  readonly states?: Readonly<Record<number, "draining" | "decommissioning" | "gone">>
  readonly plan: string
}

const cases: readonly Case[] = [
  { what: "all is well", replicas: "1 2 3", plan: "" },
  { what: "a store is silent, not for long", replicas: "1 2 3", silent: [3], plan: "" },
  {
    ...{ what: "a store is silent for long", replicas: "1 2 3", silent: [3] },
    silentMs: 15 * minuteMs,
    plan: "repair: add a learner on store 4; let store 4 vote instead of store 3",
  },
  {
    ...{ what: "broken on purpose: the suspected is replaced", replicas: "1 2 3", silent: [3] },
    variant: "replace-the-suspected",
    plan: "repair: add a learner on store 4; let store 4 vote instead of store 3",
  },
  {
    ...{ what: "a store is gone", replicas: "1 2 3", states: { 2: "gone" } },
    plan: "repair: add a learner on store 4; let store 4 vote instead of store 2",
  },
  {
    ...{ what: "a store is lost, and a learner is there", replicas: "1 2 3 4+" },
    states: { 2: "gone" },
    plan: "repair: add a learner on store 4; let store 4 vote instead of store 2",
  },
  {
    ...{ what: "a store is gone, and all others are rather full", replicas: "1 2 3" },
    ...{ places: ["a", "b", "c", "d", "e"], states: { 3: "gone" } },
    usedPercent: { 1: 85, 2: 85, 3: 85, 4: 94, 5: 85 },
    plan: "repair: add a learner on store 4; let store 4 vote instead of store 3",
  },
  {
    ...{ what: "a store is gone, and one of the others has room", replicas: "1 2 3" },
    ...{ places: ["a", "b", "c", "d", "b"], states: { 3: "gone" } },
    usedPercent: { 4: 81, 5: 79 },
    plan: "repair: add a learner on store 5; let store 5 vote instead of store 3",
  },
  {
    ...{ what: "a store is gone, and all others are full", replicas: "1 2 3" },
    ...{ states: { 3: "gone" }, usedPercent: { 4: 95 }, plan: "" },
  },
  {
    ...{ what: "a store is decommissioned, and all others are rather full", replicas: "1 2 3" },
    ...{ states: { 3: "decommissioning" }, usedPercent: { 1: 85, 2: 85, 3: 85, 4: 85 } },
    plan: "decommission: add a learner on store 4; let store 4 vote instead of store 3",
  },
  {
    what: "no store is left for it",
    replicas: "1 2 3",
    silent: [3, 4],
    silentMs: 900_000,
    plan: "",
  },
  {
    ...{ what: "the quorum is lost", replicas: "1 2 3", down: [2, 3] },
    ...{ silent: [2, 3], silentMs: 15 * minuteMs, plan: "" },
  },
  {
    ...{ what: "one replica too few", replicas: "1 2" },
    plan: "repair: add a learner on store 3; let store 3 vote",
  },
  {
    ...{ what: "one too many, in the zone of another", places: ["a", "b", "c", "b"] },
    ...{ replicas: "1 2 3 4", plan: "removeExtra: remove the replica from store 2" },
  },
  {
    ...{ what: "one too many, all alike: not the leader's", places: ["a", "b", "c", "d"] },
    ...{ replicas: "1 2 3 4", plan: "removeExtra: remove the replica from store 2" },
  },
  {
    ...{ what: "one too many, and one is silent: it goes, though its zone had no other" },
    ...{ places: ["a", "b", "b", "c"], replicas: "1 2 3 4", silent: [4] },
    plan: "removeExtra: remove the replica from store 4",
  },
  {
    ...{ what: "one too many, and one misses its leader", replicas: "1 2 3 4", down: [3] },
    plan: "removeExtra: remove the replica from store 3",
  },
  {
    ...{ what: "two too many, and two are silent", replicas: "1 2 3 4 5", silent: [3, 5] },
    ...{ places: ["a", "b", "c", "d", "e"], plan: "removeExtra: remove the replica from store 3" },
  },
  {
    ...{ what: "one too many, and one lags", replicas: "1 2 3 4", pending: [4] },
    plan: "removeExtra: remove the replica from store 4",
  },
  {
    ...{ what: "a store leaves, and one of enough others is silent", replicas: "1 2 3 4" },
    ...{ places: ["a", "b", "c", "d", "e"], silent: [3], states: { 4: "decommissioning" } },
    plan: "decommission: add a learner on store 5; let store 5 vote instead of store 4",
  },
  {
    ...{ what: "a store leaves, and there are enough others", replicas: "1 2 3 4" },
    states: { 4: "decommissioning" },
    plan: "decommission: remove the replica from store 4",
  },
  {
    ...{ what: "one too many, and it leads", places: ["a", "b", "c", "a"] },
    ...{ replicas: "1 2 3", replicationFactor: 2 },
    plan: "decommission: hand leadership to store 2; remove the replica from store 1",
    states: { 1: "decommissioning" },
  },
  {
    ...{ what: "a learner was left behind", replicas: "1 2 3 4+" },
    plan: "removeExtra: remove the learner from store 4",
  },
  {
    ...{ what: "one replica too few, and a learner was left on the host of another" },
    ...{ places: ["a//x", "b//y", "a//x"], replicas: "1 2 3+" },
    plan: "removeExtra: remove the learner from store 3",
  },
  {
    ...{ what: "one replica too few, and a learner was left on a store that is lost" },
    ...{ places: ["a", "b", "c"], replicas: "1 2 3+", silent: [3], silentMs: 15 * minuteMs },
    plan: "removeExtra: remove the learner from store 3",
  },
  {
    ...{ what: "one replica too few, and a learner's store is silent, not for long" },
    ...{ places: ["a", "b", "c"], replicas: "1 2 3+", silent: [3], plan: "" },
  },
  {
    ...{ what: "a joint configuration was left behind", replicas: "1 2 3> 4<" },
    plan: "leaveJoint: leave the joint configuration",
  },
  {
    ...{ what: "two in a zone, and one is free", places: ["a", "a", "b", "c"] },
    replicas: "2 1 3",
    plan: "spread: add a learner on store 4; let store 4 vote instead of store 1",
  },
  {
    ...{ what: "a leader drains", replicas: "1 2 3", states: { 1: "draining" } },
    plan: "drain: hand leadership to store 2",
  },
  { what: "a follower drains", replicas: "1 2 3", states: { 2: "draining" }, plan: "" },
  {
    ...{ what: "all voters drain: leadership would go round for ever", replicas: "1 2 3" },
    ...{ states: { 1: "draining", 2: "draining", 3: "draining" }, plan: "" },
  },
  {
    ...{ what: "a leader drains, and who could lead does not answer", replicas: "1 2 3" },
    ...{ states: { 1: "draining", 2: "draining" }, down: [3], plan: "" },
  },
  {
    ...{ what: "a leader drains, and a lost replica can't be replaced", replicas: "1 2 3" },
    ...{ places: ["a", "b", "c"], silent: [3], silentMs: 15 * minuteMs },
    ...{ states: { 1: "draining" }, plan: "drain: hand leadership to store 2" },
  },
  {
    ...{ what: "a leader drains, and no store is left for a third replica", replicas: "1 2" },
    ...{ places: ["a", "b"], states: { 1: "draining" } },
    plan: "drain: hand leadership to store 2",
  },
  {
    ...{ what: "a leader is decommissioned", replicas: "1 2 3", states: { 1: "decommissioning" } },
    plan: "decommission: add a learner on store 4; hand leadership to store 2; let store 4 vote instead of store 1",
  },
  {
    ...{ what: "the only replica is decommissioned", replicas: "1", replicationFactor: 1 },
    ...{ places: ["a", "b"], states: { 1: "decommissioning" } },
    plan: "decommission: add a learner on store 2; let store 2 vote; hand leadership to store 2; remove the replica from store 1",
  },
  {
    ...{ what: "one host for all that is left", places: ["a//x", "b", "c", "a//x"] },
    ...{ replicas: "1 2 3", states: { 3: "gone" }, plan: "" },
  },
  {
    ...{ what: "one host for all that is left, and hosts may be shared" },
    ...{ places: ["a//x", "b", "c", "a//x"], options: { hostsShared: true } },
    ...{ replicas: "1 2 3", states: { 3: "gone" } },
    plan: "repair: add a learner on store 4; let store 4 vote instead of store 3",
  },
]

for (const { places = fourZones, ...one } of cases) {
  t.test(one.what, async (t) => {
    const cluster = new SmallCluster(places, one)
    const { down = [], pending = [], silent = [] } = one
    for (const [store, state] of Object.entries(one.states ?? {})) {
      cluster.state(Number(store), state)
    }
    cluster.report(one.replicas, { down, pending })
    cluster.pass(one.silentMs ?? minuteMs, silent)
    const plan = cluster.underWay()
    t.ok(one.plan === "" ? plan === "" : plan.startsWith(one.plan), plan)
  })
}

t.test(
  "a replica that does not answer on a store that lives is replaced after the wait",
  async (t) => {
    const cluster = new SmallCluster(fourZones)
    cluster.report("1 2 3", { down: [2] })
    cluster.pass(10 * minuteMs)
    t.equal(cluster.underWay(), "")
    cluster.pass(5 * minuteMs + 1)
    t.match(cluster.underWay(), /^repair: add a learner on store 4/)
  },
)

t.test("the wait is that of the replica, not of another one before it", async (t) => {
  const cluster = new SmallCluster(fourZones)
  cluster.report("1 2 3", { down: [2] })
  cluster.pass(14 * minuteMs)
  cluster.report("1 2 3", { down: [3] })
  cluster.pass(2 * minuteMs)
  t.equal(cluster.underWay(), "")
})

t.test("who has room and is busy is waited for: a full store gets nothing instead", async (t) => {
  const cluster = new SmallCluster(["a", "b", "c", "d", "e"], {
    ...{ usedPercent: { 5: 85 }, options: { snapshotsInMax: 1 } },
  })
  cluster.placement.observeRange(rangeReport(1, "..m", "1 2 3"), 0)
  cluster.placement.observeRange(rangeReport(2, "m..", "2 1 3"), 0)
  cluster.state(3, "gone")
  cluster.pass(1_000)
  const targets = cluster.placement.operators().map(({ steps }) => steps[0])
  t.same(targets, [{ type: "addLearner", store: 4 }])
})
