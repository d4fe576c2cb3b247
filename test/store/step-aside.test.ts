/** A node that is about to stand still is needed by nobody. */
import t from "tap"
import type { Machine } from "../../src/sim/machine.ts"
import { SmallCluster } from "./small-cluster.ts"

function ledBy(machine: Machine | undefined) {
  const led = machine?.inspect().filter(({ view }) => view.role === "leader") ?? []
  const awake = led.filter(({ view }) => !view.quiescent)
  return { awake: awake.length, asleep: led.length - awake.length }
}

t.test("what is awake is handed over, what sleeps is left alone", async (t) => {
  const cluster = new SmallCluster((config) => config, 3)
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.split(3)
  await cluster.until(() => cluster.asleep, 60_000, "all sleep")
  const { leader } = cluster
  const { asleep } = ledBy(leader)
  t.ok(asleep > 0, `it leads ${asleep} that sleep`)
  t.ok(leader.node?.stepAside(), "followers that sleep miss nobody")
  await cluster.putToEach(1)
  const busy = cluster.machines.find((machine) => ledBy(machine).awake > 0)
  const { awake } = ledBy(busy)
  t.ok(awake > 0, `it leads ${awake} that are awake`)
  t.notOk(busy?.node?.stepAside(), "not at once")
  await cluster.until(() => ledBy(busy).awake === 0, 1_000, "others lead")
  t.ok(busy?.node?.stepAside())
})

t.test("a node that is alone has nobody to wait for", async (t) => {
  const cluster = new SmallCluster((config) => config, 1)
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.putToEach(1)
  t.ok(ledBy(cluster.leader).awake > 0)
  t.ok(cluster.leader.node?.stepAside())
})
