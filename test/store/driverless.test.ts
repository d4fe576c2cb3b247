/** A driver that is down stops no reads or writes: it is asked for neither. */
import t from "tap"
import type { RangeId } from "../../src/base/index.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { encodeLeaderTransfer } from "../../src/wire/index.ts"
import { requestOf, resultOf } from "../api/requests.ts"
import { get, put } from "../api/setup.ts"
import { dataRange, SmallCluster, within } from "./small-cluster.ts"

/** The cluster's own range: who leads it drives. */
const systemRange = 1
/** Far from an election timeout, which is 1.2 s at least. */
const atOnceMs = 100

const downs: readonly (readonly [string, (cluster: SmallCluster, driver: Machine) => void])[] = [
  ["is cut off", cutOff],
  ["dies", (_, driver) => driver.crash("kill", "the test")],
]

for (const [what, goDown] of downs) {
  t.test(`while the driver's node ${what} another range serves at once`, async (t) => {
    const cluster = new SmallCluster()
    await cluster.until(() => cluster.whole, 10_000, "everything is led")
    const driver = await ledApart(cluster)
    const others = cluster.machines.filter((machine) => machine !== driver)
    goDown(cluster, driver)
    for (const [i, machine] of others.entries()) {
      const key = `key of ${i}`
      const call = within(atOnceMs)
      const putting = async () => machine.api?.unary("put", requestOf(put(key)), call)
      await cluster.finish(putting, atOnceMs)
      const getting = async () => machine.api?.unary("get", requestOf(get(key)), call)
      const found = (await cluster.finish(getting, atOnceMs)) ?? new Uint8Array(0)
      t.match(resultOf("get", found), { cell: { value: Buffer.from("v") } }, `at ${machine.nodeId}`)
    }
    t.notOk(
      others.some((machine) => leads(machine, systemRange)),
      "nobody drives meanwhile",
    )
  })
}

/** Has the two ranges led by different nodes; resolves with the one that drives. */
async function ledApart(cluster: SmallCluster): Promise<Machine> {
  const leaderOf = (rangeId: RangeId): Machine | undefined =>
    cluster.machines.find((machine) => leads(machine, rangeId))
  const driver = leaderOf(systemRange)
  const other = cluster.machines.find((machine) => machine !== driver)
  if (driver === undefined || other === undefined) throw new Error("nobody drives")
  const request = encodeLeaderTransfer({ rangeId: dataRange, to: other.nodeId })
  await cluster.finish(async () => other.api?.transferLeader(request, within(5_000)), 5_000)
  await cluster.until(() => leads(other, dataRange), 5_000, "they are led apart")
  return driver
}

function leads(machine: Machine, rangeId: RangeId): boolean {
  return machine.inspect().some(({ descriptor, view }) => {
    return descriptor.rangeId === rangeId && view.role === "leader"
  })
}

function cutOff(cluster: SmallCluster, { nodeId }: Machine): void {
  for (const other of cluster.machines) {
    cluster.links.cut(nodeId, other.nodeId)
    cluster.links.cut(other.nodeId, nodeId)
  }
}
