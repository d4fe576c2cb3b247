/** A range is to be cut in the middle of what it holds: to find that may take a while. */
import t from "tap"
import { dataRange, SmallCluster } from "./small-cluster.ts"

/** A read of 0.1 ms takes 10 s. */
const slowness = 100_000
const tickMs = 100

t.test("a range that fell asleep meanwhile is cut", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.putAt([0, 1, 2, 3])
  await cluster.until(() => cluster.asleep, 30_000, "everything sleeps")
  const { disk } = cluster.leader
  disk.slowDown(slowness)
  const at = new Uint8Array(0)
  const answers = cluster.begin({ type: "split", at, by: "size", childId: dataRange + 1 })
  await cluster.run(2 * tickMs)
  disk.slowDown(1)
  t.ok(cluster.asleep)
  await cluster.until(() => answers.length > 0, 60_000, "it is answered")
  t.match(answers, [{ type: "split" }])
})
