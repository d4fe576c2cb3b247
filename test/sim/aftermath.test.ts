import t from "tap"
import { Dice } from "../../src/base/index.ts"
import { Aftermath } from "../../src/sim/aftermath.ts"
import { Cluster } from "../../src/sim/cluster.ts"
import { isolate } from "../../src/sim/faults/cuts.ts"
import { Invariants } from "../../src/sim/invariants/index.ts"
import { calmWeather } from "../../src/sim/links.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { drawSwarm } from "../../src/sim/swarm.ts"
import { World } from "../../src/sim/world.ts"
import { cellPair } from "../../src/storage/index.ts"

/** What is found in a cluster where nothing went wrong but what `spoil` does to its first node. */
async function foundAfter(
  spoil: (machine: Machine, cluster: Cluster) => void,
): Promise<string | undefined> {
  const world = new World()
  const swarm = { ...drawSwarm(1), nodes: 3, joiners: 0, drives: false, weather: calmWeather }
  const invariants = new Invariants()
  const options = { world, dice: new Dice(1), swarm, invariants, variant: undefined }
  const cluster = new Cluster({ ...options, clientHosts: 0 })
  cluster.start()
  await world.run(5_000)
  spoil(cluster.machines[0] as Machine, cluster)
  await world.run(10_000)
  const aftermath = new Aftermath(cluster, 20_000)
  const check = async (): Promise<void> => {
    await aftermath.check()
    await aftermath.checkIdle()
  }
  let found: string | undefined
  let over = false
  check()
    .catch((error: unknown) => {
      found = String(error)
    })
    .finally(() => {
      over = true
    })
  await world.run(60_000, () => over)
  return over ? found : "it does not end"
}

t.test("in a cluster that is well nothing is left of the past", async (t) => {
  t.equal(await foundAfter(() => {}), undefined)
})

t.test("a cell that no replica has is found", async (t) => {
  const cell = { value: Uint8Array.of(1), version: 1, expiresAtMs: 0 }
  const pair = cellPair(77, Uint8Array.of(1), cell)
  const found = await foundAfter(({ engineStore }) => engineStore.plant(pair.key, pair.value))
  t.match(found, /node 1 has pair 200000004d01 of no range that it has/)
})

t.test("a range of which a replica can't be reached is found", async (t) => {
  const found = await foundAfter(({ nodeId }, cluster) => {
    isolate(cluster, nodeId)
  })
  t.match(found, /all is healed and equal, yet range \d+ /)
})

t.test("who was never answered is found, but not whose node has fallen", async (t) => {
  const never = new Promise<void>(() => {})
  const found = await foundAfter((machine, { asks }) => asks.track(machine, "a question", never))
  t.match(found, /never answered: a question, of node 1/)
  const fallen = await foundAfter((machine, { asks }) => {
    void asks.track(machine, "a question", never)
    machine.crash("kill", "a test")
  })
  t.equal(fallen, undefined)
})
