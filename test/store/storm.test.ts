import t from "tap"
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
  t.equal(envelopesOf(cluster), 0, "a dead node keeps nobody awake")

  await cluster.putToEach(ranges / 2)
  await cluster.until(() => cluster.asleep, 30_000, "everything sleeps again without it")
  cluster.takeFrames()
  dead.start()
  await cluster.until(() => cluster.whole && cluster.even, 30_000, "it has caught up")
  await cluster.until(() => cluster.asleep, 15_000, "everything sleeps with it")
  const back = envelopesOf(cluster)
  t.ok(back < ranges * envelopesPerRange, `${back} messages`)
})

function envelopesOf(cluster: SmallCluster): number {
  return cluster.takeFrames().reduce((sum, { envelopes }) => sum + envelopes.length, 0)
}
