/** All ranges of a store share one log: the oldest entry that any of them keeps holds the rest. */
import t from "tap"
import { SmallCluster } from "./small-cluster.ts"

const [busy, idle] = [2, 3]

t.test("a range in which nothing happens any more doesn't hold the store's log", async (t) => {
  const cluster = new SmallCluster((config) => {
    const storage = { segmentBytesMax: 8_192, logBytesMax: 1_024 * 1_024, logKeepEntries: 20 }
    return { ...config, storage: { ...config.storage, ...storage } }
  })
  const segments = () => cluster.machines.map(({ logFolder }) => logFolder.names.length)
  const indexes = (rangeId: number) =>
    cluster.machines.map((machine) => {
      const range = machine.inspect().find(({ descriptor }) => descriptor.rangeId === rangeId)
      return range?.view.logStart.index ?? 0
    })
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.split(2)
  await cluster.until(() => cluster.whole && cluster.even, 10_000, "all have split")
  // Too few entries to be cut for their number, too many bytes to be written anew.
  for (let i = 0; i < 8; i += 1) await cluster.putTo(1, 1, new Uint8Array(1_000))
  await cluster.until(() => cluster.asleep, 10_000, "nothing happens there")
  const kept = indexes(idle)
  for (let round = 0; round < 60; round += 1) await cluster.putTo(0, 16, new Uint8Array(1_000))
  await cluster.until(() => cluster.even, 10_000, "all have applied that")
  t.ok(Math.max(...segments()) < 50, `${segments()} segments`)
  t.ok(indexes(idle).every((index, i) => index > (kept[i] ?? 0)))
  t.ok(indexes(busy).every((index) => index > 0))
})
