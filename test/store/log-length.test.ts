/** All ranges of a store share one log: the oldest entry that any of them keeps holds the rest. */
import t from "tap"
import { defined } from "../../src/base/index.ts"
import type { NodeConfig } from "../../src/config/types.ts"
import type { RangeInspection } from "../../src/node/index.ts"
import { SmallCluster } from "./small-cluster.ts"

const [busy, idle] = [2, 3]

const isRange =
  (rangeId: number) =>
  ({ descriptor }: RangeInspection): boolean =>
    descriptor.rangeId === rangeId

const tinySegments = (config: NodeConfig): NodeConfig => {
  const storage = { segmentBytesMax: 8_192, logBytesMax: 1_024 * 1_024, logKeepEntries: 20 }
  return { ...config, storage: { ...config.storage, ...storage } }
}

t.test("a range in which nothing happens any more doesn't hold the store's log", async (t) => {
  const cluster = new SmallCluster(tinySegments)
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

t.test("who is away does not lose the log for a change of leaders", async (t) => {
  const cluster = new SmallCluster(tinySegments)
  const running = () => cluster.machines.filter(({ node }) => node !== undefined)
  const leaderOf = (rangeId: number) =>
    running()
      .map((machine) => ({ machine, range: machine.inspect().find(isRange(rangeId)) }))
      .find(({ range }) => range?.view.role === "leader")
  const segments = () => Math.max(...running().map(({ logFolder }) => logFolder.names.length))
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.split(2)
  await cluster.until(() => cluster.whole && cluster.even, 10_000, "all have split")
  for (let i = 0; i < 8; i += 1) await cluster.putTo(1, 1, new Uint8Array(1_000))
  await cluster.until(() => cluster.even, 10_000, "all have applied that")
  const left = defined(leaderOf(idle), "a leader")
  const had = left.range?.view.lastIndex ?? 0
  left.machine.crash("kill", "a test says so")
  await cluster.until(() => cluster.whole, 20_000, "everything is led anew")
  const start = () => leaderOf(idle)?.range?.view.logStart.index ?? 0
  while (segments() < 48) await cluster.putTo(0, 16, new Uint8Array(1_000))
  await cluster.run(3_000)
  t.ok(start() < had, "whoever comes back finds what came since")
  while (segments() < 72 && start() < had) await cluster.putTo(0, 16, new Uint8Array(1_000))
  await cluster.run(3_000)
  t.ok(start() >= had, "but not for ever")
})
