/** What clients hear of a node that hears of no other. */
import t from "tap"
import type { OperationResult } from "../../src/core/range/types.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { dataRange, SmallCluster } from "./small-cluster.ts"

/** A moment more than it takes for a store to count as absent. */
const silenceMs = 1_400

for (const asleep of [false, true]) {
  t.test(`an operation at a node that is cut off, ${asleep ? "asleep" : "awake"}`, async (t) => {
    const cluster = new SmallCluster((config) => {
      return asleep ? config : { ...config, raft: { ...config.raft, quiesceAfterTicks: 0 } }
    })
    await cluster.until(() => cluster.whole, 10_000, "a cluster")
    if (asleep) await cluster.until(() => cluster.asleep, 20_000, "sleep")
    const node = cluster.machines.find((machine) => machine !== cluster.leader) as Machine
    const others = cluster.machines.filter((machine) => machine !== node)
    for (const { nodeId } of others) {
      cluster.links.cut(node.nodeId, nodeId)
      cluster.links.cut(nodeId, node.nodeId)
    }
    await cluster.run(2 * silenceMs)
    const results: OperationResult[] = []
    const ask = () => cluster.beginGet(0, node, (result) => results.push(result))
    ask()
    t.match(results, [{ type: "error", code: "unavailable" }], "is refused: others may serve it")

    cluster.links.mendAll()
    const hears = () =>
      node.inspect().some(({ descriptor, view }) => {
        return descriptor.rangeId === dataRange && view.leader !== 0
      })
    await cluster.until(() => !hears() || cluster.whole, 10_000, "others are heard")
    await cluster.run(silenceMs)
    ask()
    await cluster.until(() => results.length === 2, 5_000, "an answer")
    t.match(results[1], { type: "get" }, "is served when it is back")
  })
}

t.test("an operation that waits for a leader when the last one falls silent", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "a cluster")
  const [node, ...others] = cluster.machines as [Machine, ...Machine[]]
  for (const other of others) other.crash("kill", "the test has it")
  const results: OperationResult[] = []
  const silent = () =>
    node.inspect().some(({ descriptor, view }) => {
      return descriptor.rangeId === dataRange && view.leader === 0
    })
  await cluster.until(silent, 10_000, "nobody leads")
  cluster.beginGet(0, node, (result) => results.push(result))
  const tookMs = await cluster.until(() => results.length > 0, 5_000, "an answer")
  t.match(results, [{ type: "error", code: "unavailable" }])
  t.ok(tookMs <= silenceMs, `soon: ${tookMs} ms`)
})
