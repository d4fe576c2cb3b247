/** Nothing piles up while a disk takes no writes. */
import t, { type Test } from "tap"
import { defined } from "../../src/base/index.ts"
import type { NodeConfig } from "../../src/config/types.ts"
import type { Ready } from "../../src/core/raft/types.ts"
import type { Disk } from "../../src/sim/disk.ts"
import { LogLane } from "../../src/store/log-lane.ts"
import { SmallCluster } from "./small-cluster.ts"

/** What waits for the logs of all nodes. */
function countWaiting(t: Test) {
  const waiting = { readies: 0, bytes: 0 }
  const { enqueue, persisted } = LogLane.prototype
  t.teardown(() => Object.assign(LogLane.prototype, { enqueue, persisted }))
  const count = (ready: Ready, sign: 1 | -1): void => {
    waiting.readies += sign
    for (const { data } of ready.entries) waiting.bytes += sign * data.length
  }
  LogLane.prototype.enqueue = function (ready: Ready) {
    const done = enqueue.call(this, ready)
    if (!done) count(ready, 1)
    return done
  }
  LogLane.prototype.persisted = function (readies) {
    for (const ready of readies) count(ready, -1)
    persisted.call(this, readies)
  }
  return waiting
}

/** Nobody needs a snapshot. */
function keepLogs(config: NodeConfig): NodeConfig {
  return { ...config, storage: { ...config.storage, logKeepEntries: 1_000 } }
}

t.test("reads of a node that is alone leave nothing behind while its disk is full", async (t) => {
  const waiting = countWaiting(t)
  const cluster = new SmallCluster(undefined, 1)
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.run(3_000)
  cluster.machines[0]?.disk.fillUpTo(0)
  await t.rejects(cluster.putTo(0, 1, new Uint8Array(1_000)), "it waits for space")
  const before = waiting.readies
  for (let i = 0; i < 200; i += 1) await cluster.getFromEach(1)
  t.ok(waiting.readies <= before + 10, `${waiting.readies} readies wait`)
})

t.test("a follower keeps nothing of what it can't write for long", async (t) => {
  const stuck = [
    ["is full", (disk: Disk) => disk.fillUpTo(0)],
    ["hangs", (disk: Disk) => disk.stallSyncs(60_000)],
  ] as const
  for (const [what, begin] of stuck) {
    const waiting = countWaiting(t)
    const cluster = new SmallCluster(keepLogs)
    await cluster.until(() => cluster.whole, 10_000, "everything is led")
    await cluster.split(4)
    await cluster.run(3_000)
    const others = cluster.machines.filter((machine) => machine !== cluster.leader)
    const { disk } = defined(others[0], "one that follows")
    begin(disk)
    await cluster.putToEach(4)
    await cluster.run(3_000)
    const before = { ...waiting }
    for (let i = 0; i < 40; i += 1) await cluster.putTo(i % 4, 1, new Uint8Array(200))
    await cluster.run(30_000)
    t.ok(waiting.readies <= before.readies + 10, `it ${what}: ${waiting.readies} readies wait`)
    t.ok(waiting.bytes <= before.bytes, `it ${what}: ${waiting.bytes} bytes wait`)
    disk.release()
    await cluster.until(() => waiting.bytes === 0, 60_000, "it writes")
    await cluster.until(() => cluster.whole && cluster.even, 1_000, "it has caught up")
  }
})
