/** Who is removed leaves, hears of it in the end, and is not needed any more. */
import t from "tap"
import { assert, nodeOf } from "../../src/base/index.ts"
import type { ReplicaChange } from "../../src/core/range/types.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { Sleepers } from "../../src/store/sleepers.ts"
import { encodeLeaderTransfer, encodeReplicaChanges } from "../../src/wire/index.ts"
import { keyAt, SmallCluster } from "./small-cluster.ts"

const rangeId = 2
/** Longer than anybody who belongs to a range sleeps. */
const longMs = 6 * 3_600_000
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

t.test("who sleeps through its removal asks in the end, and leaves (rule 50)", async (t) => {
  const { cluster, leader, followers } = await threeNodes(2_000)
  await cluster.until(() => cluster.asleep, 600_000, "everything sleeps")
  const [sleeper] = followers
  // All that is said of it is lost, in less time than it takes to miss each other.
  cluster.links.cut(leader.nodeId, sleeper.nodeId)
  await remove(cluster, sleeper)
  await cluster.run(100)
  cluster.links.mend(leader.nodeId, sleeper.nodeId)
  await cluster.run(600_000)
  t.ok(rangeOn(sleeper)?.view.quiescent, "it sleeps, and believes in its leader")
  await cluster.run(longMs)
  t.equal(rangeOn(sleeper), undefined)
})

t.test("who sleeps through its removal asks when whom it believes in leads no more", async (t) => {
  const { cluster, leader, followers } = await threeNodes(2_000)
  await cluster.until(() => cluster.asleep, 600_000, "everything sleeps")
  const [sleeper, other] = followers
  for (const { nodeId } of [leader, other]) cluster.links.cut(nodeId, sleeper.nodeId)
  await remove(cluster, sleeper)
  await handOver(cluster, other)
  await cluster.run(100)
  cluster.links.mendAll()
  await cluster.run(5_000)
  t.ok(rangeOn(sleeper)?.view.quiescent, "it sleeps, and believes in its leader")
  const get = { type: "get", key: keyAt(0), consistency: "linearizable" } as const
  const answers = cluster.begin(get, sleeper)
  await cluster.until(() => rangeOn(sleeper) === undefined, 60_000, "it leaves")
  await cluster.until(() => answers.length > 0, 5_000, "and its client is answered")
  t.match(answers, [{ type: "get" }])
})

t.test("who was away hears of it from those who are back as others", async (t) => {
  const { cluster, leader, followers } = await threeNodes()
  const [away, other] = followers
  away.crash("powerLoss", "the test")
  await change(cluster, "remove", away)
  for (const machine of [other, leader]) {
    if (machine === leader) await handOver(cluster, other)
    await change(cluster, "remove", machine)
    await cluster.until(() => rangeOn(machine) === undefined, 5_000, "it leaves")
    await change(cluster, "addLearner", machine)
    await cluster.until(() => hasAll(cluster, machine), 9_000, "another comes and has everything")
    await cluster.run(1_000)
    await change(cluster, "addVoter", machine)
  }
  away.start()
  await cluster.until(() => rangeOn(away) !== undefined, 5_000, "it is back")
  await cluster.until(() => rangeOn(away) === undefined, 30_000, "it leaves")
  t.same(rangeOn(other)?.view.configuration.voters.length, 2)
})

t.test("who was away hears of it when all that it knows have left, too (rule 50)", async (t) => {
  await whileAway(async (cluster, away, move) => {
    // In order: what it knows is on its disk.
    away.stop()
    await cluster.until(() => rangeOn(away) === undefined, 20_000, "it is down")
    await move()
    away.start()
    await cluster.until(() => rangeOn(away) !== undefined, 5_000, "it is back")
    await cluster.until(() => rangeOn(away) === undefined, 60_000, "it leaves")
  })
  t.pass("it left")
})

t.test("who slept meanwhile, cut off from all others, hears of it, too", async (t) => {
  await whileAway(async (cluster, away, move) => {
    await cluster.until(() => cluster.asleep, 60_000, "everything sleeps")
    const leads = cluster.leader
    const others = cluster.machines.filter((machine) => machine !== away)
    for (const { nodeId } of others) {
      cluster.links.cut(away.nodeId, nodeId)
      cluster.links.cut(nodeId, away.nodeId)
    }
    await move()
    t.ok(rangeOn(away)?.view.quiescent)
    // The one that it believes in is heard first.
    cluster.links.mend(away.nodeId, leads.nodeId)
    cluster.links.mend(leads.nodeId, away.nodeId)
    await cluster.run(500)
    cluster.links.mendAll()
    await cluster.until(() => rangeOn(away) === undefined, 60_000, "it leaves")
  })
})

t.test("who slept for long asks, few at a time, the longest first (rule 50)", async (t) => {
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

/** Of five nodes, two of which have no replica at first: those move to them from all others. */
async function whileAway(
  act: (cluster: SmallCluster, away: Machine, move: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const cluster = new SmallCluster(undefined, 5)
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  const { leader } = cluster
  const [away, other, heir, last] = cluster.machines.filter((machine) => machine !== leader)
  if (!away || !other || !heir || !last) throw new Error("there are five")
  // These two are none of those that the one that is away will know.
  for (const machine of [heir, last]) await dismiss(cluster, machine)
  const knows = () => votersOf(away).length === 3 && isSettled(away)
  await cluster.until(knows, 9_000, "it knows that")
  await act(cluster, away, async () => {
    await change(cluster, "remove", away)
    await cluster.until(() => isSettled(cluster.leader), 60_000, "nothing is left to do for it")
    for (const machine of [heir, last]) {
      await change(cluster, "addLearner", machine)
      await cluster.until(() => hasAll(cluster, machine), 9_000, "it has everything")
      await cluster.run(1_000)
      await change(cluster, "addVoter", machine)
    }
    await handOver(cluster, heir)
    await cluster.until(() => votersOf(heir).length === 4, 9_000, "it knows who votes")
    for (const machine of [other, leader]) await dismiss(cluster, machine)
  })
  assert(`${votersOf(heir)}` === `${[heir.nodeId, last.nodeId]}`, "the range has moved")
}

async function threeNodes(tickMs = 100) {
  const cluster = new SmallCluster((config) => ({ ...config, raft: { ...config.raft, tickMs } }))
  await cluster.until(() => cluster.whole, 100 * tickMs, "everything is led")
  const { leader } = cluster
  const followers = cluster.machines.filter((machine) => machine !== leader)
  return { cluster, leader, followers: followers as [Machine, Machine] }
}

function remove(cluster: SmallCluster, machine: Machine): Promise<void> {
  return change(cluster, "remove", machine)
}

async function change(
  cluster: SmallCluster,
  type: ReplicaChange["type"],
  { nodeId }: Machine,
): Promise<void> {
  const request = encodeReplicaChanges({ rangeId, configVersion: 0, changes: [{ type, nodeId }] })
  const { api } = cluster.leader
  if (api === undefined) throw new Error("the leader does not run")
  await cluster.finish(() => api.changeReplicas(request, call), 10_000)
}

async function dismiss(cluster: SmallCluster, machine: Machine): Promise<void> {
  await change(cluster, "remove", machine)
  await cluster.until(() => rangeOn(machine) === undefined, 9_000, "it leaves")
}

async function handOver(cluster: SmallCluster, heir: Machine): Promise<void> {
  const request = encodeLeaderTransfer({ rangeId, to: heir.nodeId })
  await cluster.finish(async () => cluster.leader.api?.transferLeader(request, call), 10_000)
  const leads = (machine: Machine): boolean => rangeOn(machine)?.view.role === "leader"
  const alone = () => cluster.machines.every((machine) => leads(machine) === (machine === heir))
  await cluster.until(alone, 9_000, "it leads, and nobody else")
}

function hasAll(cluster: SmallCluster, machine: Machine): boolean {
  const applied = rangeOn(machine)?.applied.index ?? 0
  return applied > 0 && applied === rangeOn(cluster.leader)?.applied.index
}

function votersOf(machine: Machine): readonly number[] {
  return (rangeOn(machine)?.view.configuration.voters ?? []).map(nodeOf).sort()
}

function isSettled(machine: Machine): boolean {
  return rangeOn(machine)?.view.configuration.leaving.length === 0
}

function rangeOn(machine: Machine) {
  return machine.inspect().find(({ descriptor }) => descriptor.rangeId === rangeId)
}
