/** Where disks are full, ranges that are to come wait, and what is there goes on. */
import t from "tap"
import { defined } from "../../src/base/index.ts"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import { Snapshots } from "../../src/store/snapshots.ts"
import { SmallCluster } from "./small-cluster.ts"

const moved = 2

t.test("a replica that is to come waits for space", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  const third = cluster.machines.find((machine) => machine !== cluster.leader)
  const nodeId = third?.nodeId ?? 0
  const has = () => third?.inspect().some(({ descriptor }) => descriptor.rangeId === moved)
  await cluster.run(3_000)
  await cluster.finish(() => cluster.removeReplica(moved, nodeId), 20_000)
  await cluster.until(() => has() === false, 20_000, "it has left")
  await cluster.run(3_000)
  third?.disk.fillUpTo(0)
  const node = third?.node
  await cluster.finish(() => cluster.addLearner(moved, nodeId), 20_000)
  await cluster.run(5_000)
  t.equal(third?.node, node, "the node goes on")
  third?.disk.release()
  await cluster.until(() => cluster.whole && cluster.even, 30_000, "it has come")
  t.ok(has())
})

t.test("a snapshot that finds no space is not asked for again and again", async (t) => {
  let served = 0
  const { serve } = Snapshots.prototype
  t.teardown(() => Object.assign(Snapshots.prototype, { serve }))
  Snapshots.prototype.serve = function (from, request) {
    served += 1
    return serve.call(this, from, request)
  }
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  const third = defined(
    cluster.machines.find((machine) => machine !== cluster.leader),
    "one that follows",
  )
  third.crash("kill", "the test")
  await cluster.until(() => cluster.whole, 10_000, "everything is led without it")
  for (let i = 0; i < 200; i += 1) await cluster.putTo(0, 1, new Uint8Array(100))
  await cluster.run(3_000)
  third.start()
  await cluster.until(() => third.node !== undefined, 5_000, "the node runs")
  third.disk.fillUpTo(0)
  served = 0
  await cluster.run(10_000)
  t.ok(served > 2 && served < 15, `${served} in 10 s`)
  third.disk.release()
  await cluster.until(() => cluster.even, 5_000, "it has caught up")
})

t.test("a range that is split off waits for space", async (t) => {
  for (const free of [0, 150, 300]) {
    const cluster = new SmallCluster()
    await cluster.until(() => cluster.whole, 10_000, "everything is led")
    await cluster.run(3_000)
    const third = cluster.machines.find((machine) => machine !== cluster.leader)
    const node = third?.node
    third?.disk.fillUpTo(free)
    await cluster.split(2)
    await cluster.run(5_000)
    t.equal(third?.node, node, `the node goes on, with ${free} bytes`)
    third?.disk.release()
    await cluster.until(() => cluster.whole && cluster.even, 30_000, "it has come")
  }
})

t.test(
  "what a removed range left is cleared when there is space, though nobody wants its keys",
  async (t) => {
    const cluster = new SmallCluster()
    await cluster.until(() => cluster.whole, 10_000, "everything is led")
    // More than are cleared at once.
    for (let i = 0; i < 4; i += 1) await cluster.putTo(i, 1, new Uint8Array(100_000))
    await cluster.putAt(Array.from({ length: 100 }, (_, i) => 4 + i))
    const third = defined(
      cluster.machines.find((machine) => machine !== cluster.leader),
      "one that follows",
    )
    const cells = (): number => third.cellsOf(defaultKeyspaceId)
    await cluster.until(() => cells() >= 104, 20_000, "the engine has all")
    const all = cells()
    await cluster.finish(() => cluster.removeReplica(moved, third.nodeId), 20_000)
    await cluster.until(() => cells() < all, 20_000, "it is being cleared")
    third.crash("kill", "the test")
    third.disk.fillUpTo(300)
    third.start()
    await cluster.until(() => third.node !== undefined, 5_000, "the node runs")
    third.disk.fillUpTo(0)
    await cluster.run(5_000)
    t.not(cells(), 0)
    third.disk.release()
    await cluster.until(() => cells() === 0, 3_000, "it is cleared")
  },
)

t.test("who leads and has no space makes way for others", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.run(3_000)
  const { leader } = cluster
  leader.disk.fillUpTo(0)
  await cluster.until(() => cluster.whole && cluster.leader !== leader, 5_000, "another leads")
  t.match(await cluster.putTo(0, 1, new Uint8Array(100)), [{ type: "put" }])
})

t.test("reads go on where all disks are full, also when the end of a cell is due", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.run(3_000)
  const value = new Uint8Array(100)
  await cluster.putTo(0, 1, value)
  await cluster.putTo(1, 1, value, 5_000)
  await cluster.run(3_000)
  for (const { disk } of cluster.machines) disk.fillUpTo(0)
  for (let i = 0; i < 20; i += 1) {
    await cluster.run(1_000)
    t.match(await cluster.getFromEach(1), [{ type: "get", cell: { value } }], `after ${i} s`)
  }
})
