import t from "tap"
import { Dice } from "../../src/base/index.ts"
import { Cluster } from "../../src/sim/cluster.ts"
import { minorityOf } from "../../src/sim/faults/index.ts"
import type { FaultKind } from "../../src/sim/faults/kinds.ts"
import { Invariants } from "../../src/sim/invariants/index.ts"
import { calmWeather } from "../../src/sim/links.ts"
import { type Away, drawSwarm } from "../../src/sim/swarm.ts"
import { World } from "../../src/sim/world.ts"

async function clusterWith(options: {
  readonly nodes: number
  readonly away: Away | undefined
  readonly faults?: readonly FaultKind[]
}) {
  const world = new World()
  const swarm = {
    ...{ ...drawSwarm(1), joiners: 0, drives: false, labels: [], weather: calmWeather },
    ...{ faults: [], ...options },
  }
  const common = { world, dice: new Dice(1), swarm, variant: undefined }
  const cluster = new Cluster({ ...common, clientHosts: 0, invariants: new Invariants() })
  const minority = minorityOf(cluster, new Dice(2), swarm)
  cluster.start()
  await world.run(5_000)
  return { world, cluster, minority }
}

for (const away of ["down", "cutOff", "unseen"] as const) {
  t.test(`without one of three that is ${away} the others go on until it is back`, async (t) => {
    const { world, cluster, minority } = await clusterWith({ nodes: 3, away })
    const [machine] = minority.machines
    minority.leave()
    await world.run(15_000)
    t.equal(minority.machines.length, 1)
    t.equal(machine?.process === undefined, away === "down", "only the dead one does not run")
    t.ok(cluster.leading(), "somebody leads")
    t.not(cluster.leader(), machine)
    minority.comeBack()
    await world.run(20_000)
    const leaders = cluster.machines.map((each) => each.inspect().map(({ view }) => view.leader))
    t.same(leaders[0]?.includes(0), false)
    t.same(leaders, [leaders[0], leaders[0], leaders[0]], "all follow the same ones")
  })
}

t.test("of one voter, and where replicas are taken away, nobody is", async (t) => {
  for (const options of [{ nodes: 1 }, { nodes: 3, faults: ["move"] }] as const) {
    const { minority } = await clusterWith({ ...options, away: "down" })
    t.same(minority.machines, [])
  }
})

t.test("where disks rot the one whose disk may have is away, and a sound one never", async (t) => {
  const faults = ["lastCopy"] as const
  const { cluster, minority } = await clusterWith({ nodes: 5, away: "down", faults })
  t.equal(minority.machines[0], cluster.damageable)
  t.notOk(minority.machines.some((machine) => machine === cluster.sound))
})
