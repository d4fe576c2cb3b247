/** Who is removed leaves, hears of it in the end, and is not needed any more. */
import t from "tap"
import { nodeOf } from "../../src/base/index.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { Sleepers } from "../../src/store/sleepers.ts"
import { encodeReplicaChanges } from "../../src/wire/index.ts"
import { SmallCluster } from "./small-cluster.ts"

const rangeId = 2
/** Longer than anybody who belongs to a range sleeps. */
const longMs = 5_400_000
const call = { timeoutMs: 10_000, onCancel: () => {}, onLeft: () => {} }

t.test("the last of three remembers that it is alone, through a power cut", async (t) => {
  const { cluster, leader, followers } = await threeNodes()
  for (const follower of followers) {
    await remove(cluster, follower)
    // Long before anything is written to the engine as a matter of course.
    await cluster.until(() => rangeOn(follower) === undefined, 500, "it leaves")
  }
  leader.crash("powerLoss", "the test")
  leader.start()
  await cluster.until(() => rangeOn(leader)?.view.role === "leader", 10_000, "it leads alone")
  t.same(rangeOn(leader)?.view.configuration.voters.map(nodeOf), [leader.nodeId])
})

t.test("the answer to a change comes when the next one can begin", async (t) => {
  const { cluster, leader, followers } = await threeNodes()
  for (const follower of followers) await remove(cluster, follower)
  t.same(rangeOn(leader)?.view.configuration.voters.map(nodeOf), [leader.nodeId])
  t.same(rangeOn(leader)?.view.configuration.learners, [])
})

t.test("who sleeps through its removal asks in the end, and leaves", async (t) => {
  const { cluster, leader, followers } = await threeNodes()
  await cluster.until(() => cluster.asleep, 30_000, "everything sleeps")
  const [sleeper] = followers
  // All that is said of it is lost, in less time than it takes to miss each other.
  cluster.links.cut(leader.nodeId, sleeper.nodeId)
  await remove(cluster, sleeper)
  await cluster.run(100)
  cluster.links.mend(leader.nodeId, sleeper.nodeId)
  await cluster.run(60_000)
  t.ok(rangeOn(sleeper)?.view.quiescent, "it sleeps, and believes in its leader")
  await cluster.run(longMs)
  t.equal(rangeOn(sleeper), undefined)
})

t.test("who slept for long asks, few at a time, the longest first", async (t) => {
  const sleepers = new Sleepers<number>()
  for (let i = 0; i < 8; i += 1) sleepers.onAsleep(i, i)
  sleepers.onAwake(1)
  sleepers.onAsleep(0, 9)
  t.same(sleepers.tick(longMs + 1), [])
  t.same(sleepers.tick(longMs + 4), [2, 3, 4])
  t.same(sleepers.tick(longMs + 99), [2, 3, 4, 5, 6], "until they are awake")
  for (const awake of [2, 3, 4, 5, 6]) sleepers.onAwake(awake)
  t.same(sleepers.tick(longMs + 99), [7, 0])
})

async function threeNodes() {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  const { leader } = cluster
  const followers = cluster.machines.filter((machine) => machine !== leader)
  return { cluster, leader, followers: followers as [Machine, Machine] }
}

async function remove(cluster: SmallCluster, { nodeId }: Machine): Promise<void> {
  const changes = [{ type: "remove", nodeId }] as const
  const request = encodeReplicaChanges({ rangeId, configVersion: 0, changes })
  const { api } = cluster.leader
  if (api === undefined) throw new Error("the leader does not run")
  await cluster.finish(() => api.changeReplicas(request, call), 10_000)
}

function rangeOn(machine: Machine) {
  return machine.inspect().find(({ descriptor }) => descriptor.rangeId === rangeId)
}
