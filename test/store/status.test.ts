/** What a node says of the ranges it has something of. */
import t from "tap"
import { SmallCluster } from "./small-cluster.ts"

const rangeId = 2
/** Of data that does not count, as the engine's layout says. */
const markKey = Uint8Array.of(0x01, 0, 0, 0, rangeId)

t.test("a replica that waits for its first snapshot is no word on who has the range", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.putToEach(1)
  const machine = cluster.machines.find((each) => each !== cluster.leader)
  if (machine === undefined) throw new Error("there are three")
  const here = () => machine.inspect().find(({ descriptor }) => descriptor.rangeId === rangeId)
  const told = () => {
    return machine.node?.ranges().find(({ descriptor }) => descriptor.rangeId === rangeId)
  }
  await cluster.finish(() => cluster.removeReplica(rangeId, machine.nodeId), 10_000)
  await cluster.until(() => here() === undefined, 10_000, "it leaves")

  await cluster.finish(() => cluster.addLearner(rangeId, machine.nodeId), 10_000)
  // The leader's heartbeat says what the range is, and not who has it.
  await cluster.until(() => here()?.descriptor.version === 1, 10_000, "it knows the range's name")
  t.same(here()?.view.configuration.voters, [])
  t.equal(told(), undefined)

  await cluster.until(() => told() !== undefined, 10_000, "the snapshot is there")
  t.equal(told()?.replicas.length, 3)
})

t.test("one whose first snapshot a crash has cut short has lost nothing", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.putToEach(1)
  const machine = cluster.machines.find((each) => each !== cluster.leader)
  if (machine === undefined) throw new Error("there are three")
  const here = () => machine.inspect().find(({ descriptor }) => descriptor.rangeId === rangeId)
  await cluster.finish(() => cluster.removeReplica(rangeId, machine.nodeId), 10_000)
  await cluster.until(() => here() === undefined, 10_000, "it leaves")
  await cluster.finish(() => cluster.addLearner(rangeId, machine.nodeId), 10_000)
  const begun = () => machine.engineStore.get(markKey) !== undefined
  await cluster.until(begun, 10_000, "the snapshot begins to come to its place")

  machine.crash("powerLoss", "the test")
  machine.start()
  await cluster.until(() => machine.node !== undefined, 1_000, "it runs")
  t.ok(begun())
  t.equal(machine.node?.status().condition, "recovering", "not data_loss")
  await cluster.until(() => machine.node?.status().condition === "ok", 10_000, "it is whole")
})
