/** Ranges that a store has lost and knows nothing of come back, though everybody sleeps. */
import t from "tap"
import { bytesOfMapKey, mapKeyOf } from "../../src/base/index.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { SmallCluster } from "./small-cluster.ts"

const rangesCount = 4
/** A range that was split off the first one of clients' keys. */
const child = 4

async function sleepingCluster(): Promise<SmallCluster> {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 20_000, "all ranges are led")
  await cluster.split(rangesCount - 1)
  await cluster.until(() => cluster.whole && cluster.asleep, 60_000, "all sleep")
  return cluster
}

/** The next start can't list the ranges that the engine holds. */
function spoilEngine({ engineStore }: Machine): void {
  const own = mapKeyOf(Uint8Array.of(0x10, 0, 0, 0, child))
  const records = engineStore.keys().filter((key) => mapKeyOf(key).startsWith(own))
  for (const record of records) engineStore.spoil(bytesOfMapKey(mapKeyOf(record)))
}

function leadsChild(machine: Machine): boolean {
  return machine.inspect().some(({ descriptor, view }) => {
    return descriptor.rangeId === child && view.role === "leader"
  })
}

for (const led of [true, false]) {
  t.test(`of which it ${led ? "led one" : "followed the leaders"}`, async (t) => {
    const cluster = await sleepingCluster()
    const machine = cluster.machines.find((machine) => leadsChild(machine) === led)
    if (machine === undefined) throw new Error("there is no such node")
    machine.crash("kill", "test")
    spoilEngine(machine)
    machine.start()
    await cluster.until(() => machine.node !== undefined, 1_000, "the node runs")
    t.ok(machine.inspect().length < rangesCount, "it does not know what it had")
    await cluster.until(() => cluster.whole && cluster.even, 60_000, "all is as it was")
    await cluster.until(() => cluster.asleep, 60_000, "all sleep again")
  })
}

t.test("all of them, with an engine that came up empty", async (t) => {
  const cluster = await sleepingCluster()
  const machine = cluster.leader
  machine.crash("kill", "test")
  machine.engineStore.replaceAll([])
  machine.start()
  await cluster.until(() => machine.node !== undefined, 1_000, "the node runs")
  t.ok(
    machine.inspect().every(({ applied }) => applied.index === 0),
    "nothing begins as on the first day",
  )
  await cluster.until(() => cluster.whole && cluster.even, 60_000, "all is as it was")
})
