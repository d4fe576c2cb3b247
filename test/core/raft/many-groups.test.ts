/** What lets thousands of groups share a store: sleep, absence, memory (rule 53). */
import t from "tap"
import type { NodeId, ReplicaId } from "../../../src/base/index.ts"
import type { Cluster } from "./cluster.ts"
import { led } from "./scenario.ts"

const sleepy = { quiesceAfterTicks: 2 }

function tellAbsent(cluster: Cluster, ...absent: NodeId[]): void {
  for (const replica of cluster.replicas) {
    if (replica.running) replica.step({ type: "absent", nodes: new Set(absent) })
  }
}

t.test("nobody waits for a member whose store is absent; back, it is fed", async (t) => {
  const cluster = led(sleepy)
  cluster.isolate(3)
  cluster.propose(1, "a")
  cluster.settle()
  tellAbsent(cluster, 3)
  cluster.pass(5)
  t.ok(cluster.raft(1).view.quiescent)
  t.notOk(cluster.raft(1).view.restless, "nothing can be done for it")
  cluster.heal()
  tellAbsent(cluster)
  t.ok(cluster.raft(1).view.restless)
  t.notOk(cluster.raft(2).view.restless)
  cluster.at(1).step({ type: "rouse" })
  cluster.pass(5)
  t.equal(cluster.raft(3).view.commit, cluster.raft(1).view.commit)
  for (const id of [1, 2, 3]) t.ok(cluster.raft(id).view.quiescent)
})

t.test("whose leader is absent is restless, and led within half a timeout", async (t) => {
  const cluster = led(sleepy)
  cluster.pass(5)
  cluster.at(1).crash()
  cluster.pass(100)
  t.ok(cluster.raft(2).view.quiescent, "as long as nobody says so")
  tellAbsent(cluster, 1)
  t.ok(cluster.raft(2).view.restless)
  cluster.at(2).step({ type: "rouse" })
  cluster.pass(6)
  t.equal(cluster.raft(2).view.role, "leader", "though the other one slept on")
})

t.test("where no quorum is present, nobody campaigns", async (t) => {
  const cluster = led(sleepy)
  cluster.isolate(2)
  cluster.at(2).step({ type: "absent", nodes: new Set([1, 3]) })
  cluster.pass(60)
  t.ok(cluster.raft(2).view.quiescent)
  t.notOk(cluster.raft(2).view.restless)
  cluster.at(2).step({ type: "absent", nodes: new Set() })
  t.ok(cluster.raft(2).view.restless, "now there is hope")
})

t.test("a leader that is cut off stays awake until it knows that it leads nobody", async (t) => {
  const cluster = led(sleepy)
  cluster.isolate(1)
  cluster.at(1).step({ type: "absent", nodes: new Set([2, 3]) })
  const { electionTimeoutTicks } = cluster.raft(1).state.options
  for (let tick = 0; tick < 4 * electionTimeoutTicks; tick += 1) {
    cluster.pass(1)
    const { role, quiescent } = cluster.raft(1).view
    t.notOk(role === "leader" && quiescent, "others may lead by now, and nobody would tell it")
  }
  t.equal(cluster.raft(1).view.role, "follower")
  cluster.at(1).step({ type: "absent", nodes: new Set() })
  t.ok(cluster.raft(1).view.restless, "it asks who leads, or whether it is of the range at all")
})

t.test("a leader that was started anew gets the votes of those that followed it", async (t) => {
  const cluster = led(sleepy)
  cluster.pass(5)
  cluster.at(1).crash()
  cluster.at(1).start()
  cluster.at(1).step({ type: "campaign" })
  cluster.settle()
  t.equal(cluster.raft(1).view.role, "leader")
})

t.test("entries leave memory once all have them, and all when a group sleeps", async (t) => {
  const cluster = led(sleepy)
  const bytesOf = (id: ReplicaId): number => cluster.raft(id).state.log.cachedBytes
  for (let i = 0; i < 50; i += 1) {
    cluster.propose(1, "x".repeat(200))
    cluster.settle()
  }
  for (const id of [1, 2, 3]) t.ok(bytesOf(id) <= 1_024, `${bytesOf(id)} bytes`)
  cluster.pass(5)
  for (const id of [1, 2, 3]) t.equal(bytesOf(id), 0)
})

t.test("a follower that slept while it was cut off asks who leads, or it may be out", async (t) => {
  const cluster = led(sleepy)
  cluster.pass(5)
  t.ok(cluster.raft(3).view.quiescent)
  cluster.isolate(3)
  cluster.at(3).step({ type: "absent", nodes: new Set([1, 2]) })
  for (const id of [1, 2]) cluster.at(id).step({ type: "absent", nodes: new Set([3]) })
  t.match(cluster.configure(1, { type: "remove", replica: 3 }), /accepted/)
  cluster.pass(10)
  t.same(cluster.raft(1).view.configuration.voters, [1, 2])
  t.ok(cluster.raft(1).view.quiescent)
  cluster.heal()
  tellAbsent(cluster)
  t.ok(cluster.raft(3).view.restless, "its leader may be another by now, or none of its own")
})

t.test("who is asked to seek its leader, and is not answered, does not sleep on", async (t) => {
  const cluster = led(sleepy)
  cluster.pass(5)
  cluster.at(1).crash()
  cluster.at(2).crash()
  cluster.at(3).step({ type: "seekLeader" })
  cluster.pass(30)
  t.equal(cluster.raft(3).view.leader, 0, "so that it knocks elsewhere")
})

t.test("a leader that was woken sleeps only once its followers have answered", async (t) => {
  const cluster = led(sleepy)
  cluster.pass(5)
  t.ok(cluster.raft(1).view.quiescent)
  // Nothing of this range arrives; their stores are heard all the same.
  cluster.isolate(1)
  cluster.at(1).step({ type: "doubt" })
  cluster.pass(30)
  t.not(cluster.raft(1).view.role, "leader", "it found out that it leads nobody")
})

t.test(
  "a leader whose process stood still while others took over is told when it asks",
  async (t) => {
    const cluster = led(sleepy)
    cluster.pass(5)
    cluster.isolate(1)
    for (const id of [2, 3]) cluster.at(id).step({ type: "absent", nodes: new Set([1]) })
    cluster.elect(2, [2, 3])
    cluster.settle()
    cluster.heal()
    const { role, quiescent, restless } = cluster.raft(1).view
    t.same([role, quiescent, restless], ["leader", true, false], "it has missed nobody")
    cluster.at(1).step({ type: "seekLeader" })
    cluster.pass(2)
    t.same([cluster.raft(1).view.role, cluster.raft(1).view.leader], ["follower", 2])
  },
)
