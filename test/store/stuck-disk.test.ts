/** Nothing piles up while a disk takes no writes. */
import t from "tap"
import type { Ready } from "../../src/core/raft/types.ts"
import { LogLane } from "../../src/store/log-lane.ts"
import { SmallCluster } from "./small-cluster.ts"

t.test("reads of a node that is alone leave nothing behind while its disk is full", async (t) => {
  let waiting = 0
  const { enqueue, persisted } = LogLane.prototype
  t.teardown(() => Object.assign(LogLane.prototype, { enqueue, persisted }))
  LogLane.prototype.enqueue = function (ready: Ready) {
    const done = enqueue.call(this, ready)
    if (!done) waiting += 1
    return done
  }
  LogLane.prototype.persisted = function (readies) {
    waiting -= readies.length
    persisted.call(this, readies)
  }
  const cluster = new SmallCluster(undefined, 1)
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.run(3_000)
  cluster.machines[0]?.disk.fillUpTo(0)
  await t.rejects(cluster.putTo(0, 1, new Uint8Array(1_000)), "it waits for space")
  const before = waiting
  for (let i = 0; i < 200; i += 1) await cluster.getFromEach(1)
  t.ok(waiting <= before + 10, `${waiting} readies wait`)
})
