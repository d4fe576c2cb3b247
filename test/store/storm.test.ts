import t from "tap"
import type { Machine } from "../../src/sim/machine.ts"
import type { Envelope } from "../../src/wire/index.ts"
import { SmallCluster } from "./small-cluster.ts"

const ranges = 120
/** What it takes to elect a leader, to hear of it, and to sleep again: of one range, two peers. */
const envelopesPerRange = 80

t.test("hundreds of ranges outlive a node, and its return", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.split(ranges)
  await cluster.until(() => cluster.whole && cluster.asleep, 30_000, "everything is led and sleeps")
  cluster.takeFrames()
  await cluster.run(10_000)
  t.equal(envelopesOf(cluster), 0, "who sleeps says nothing")

  const dead = cluster.leader
  dead.crash("kill", "the test")
  await cluster.run(2_000)
  await cluster.until(() => cluster.whole, 15_000, "everything is led without it")
  await cluster.until(() => cluster.asleep, 15_000, "everything sleeps without it")
  const without = envelopesOf(cluster)
  t.ok(without < ranges * envelopesPerRange, `${without} messages`)
  await cluster.run(10_000)
  t.equal(envelopesOf(cluster, isClients), 0, "a dead node keeps nobody awake")

  await cluster.putToEach(ranges / 2)
  await cluster.until(() => cluster.asleep, 30_000, "everything sleeps again without it")
  cluster.takeFrames()
  dead.start()
  await cluster.until(() => cluster.whole && cluster.even, 30_000, "it has caught up")
  await cluster.until(() => cluster.asleep, 15_000, "everything sleeps with it")
  const back = envelopesOf(cluster)
  t.ok(back < ranges * envelopesPerRange, `${back} messages`)
})

t.test(
  "ranges that are split off need no snapshots, though a node is away meanwhile",
  async (t) => {
    const cluster = new SmallCluster()
    await cluster.until(() => cluster.whole, 10_000, "everything is led")
    await cluster.split(20)
    await cluster.until(() => cluster.whole && cluster.even, 10_000, "all have split")
    t.equal(snapshotsOf(cluster), 0)
    const away = cluster.machines.find((machine) => leadsNothing(machine))
    away?.crash("kill", "the test")
    await cluster.split(50, 20)
    t.equal(snapshotsOf(cluster), 0, "nobody is there to get one")
    away?.start()
    await cluster.until(() => cluster.whole && cluster.even, 30_000, "it has split, too")
    t.equal(snapshotsOf(cluster), 0, "its own log brought the splits")
  },
)

function leadsNothing(machine: Machine): boolean {
  return machine.inspect().every(({ view }) => view.role !== "leader")
}

/** Offered by leaders. */
function snapshotsOf(cluster: SmallCluster): number {
  const envelopes = cluster.takeFrames().flatMap((frame) => frame.envelopes)
  return envelopes.filter(({ message }) => message.type === "snapshotOffer").length
}

function envelopesOf(cluster: SmallCluster, counts = (_: Envelope) => true): number {
  const envelopes = cluster.takeFrames().flatMap((frame) => frame.envelopes)
  return envelopes.filter(counts).length
}

/** In the cluster's own range the driver notes how long it has waited for the dead node. */
function isClients({ rangeId }: Envelope): boolean {
  return rangeId !== 1
}
