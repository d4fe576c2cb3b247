/** Who has yet to be told the way, once there is one. */
import t from "tap"
import type { Machine } from "../../src/sim/machine.ts"
import { SmallCluster } from "./small-cluster.ts"

t.test("what came while nobody led", async (t) => {
  const cluster = new SmallCluster()
  const machine = cluster.machines[0] as Machine
  await cluster.until(() => machine.node !== undefined, 10_000, "it runs")
  const early = cluster.beginGet(0, machine)
  t.ok(early.strayed, "its session hears the way with the answer")
  const hears = () => machine.inspect().every(({ view }) => view.leader !== 0)
  await cluster.until(hears, 10_000, "it knows who leads")
  t.notOk(cluster.beginGet(0, machine).strayed, "that of a later one knew it from the beginning")
})
