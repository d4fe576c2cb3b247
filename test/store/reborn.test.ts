/** A range that left its store and is split off there once more, by data of before that. */
import t from "tap"
import { equalBytes } from "../../src/base/index.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { encodeReplicaChanges } from "../../src/wire/index.ts"
import { SmallCluster } from "./small-cluster.ts"

const parent = 2
const child = 3
const call = { timeoutMs: 10_000, onCancel: () => {}, onLeft: () => {} }
/** Applied state of the parent, as the engine's layout says. */
const appliedKey = Uint8Array.of(0x10, 0, 0, 0, parent, 0)

t.test("it is buried again, and nobody sees it", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.putToEach(1)
  await cluster.run(3_000)
  const machine = cluster.machines.find((each) => each !== cluster.leader)
  if (machine === undefined) throw new Error("there are three")
  const before = machine.engineStore.get(appliedKey)
  if (before === undefined) throw new Error("the engine has nothing of the range")

  await cluster.split(2)
  await cluster.until(() => cluster.whole && cluster.even, 10_000, "all have split")
  const changes = [{ type: "remove", nodeId: machine.nodeId }] as const
  const request = encodeReplicaChanges({ rangeId: child, configVersion: 0, changes })
  await cluster.finish(async () => cluster.leader.api?.changeReplicas(request, call), 10_000)
  await cluster.until(() => !has(machine, child), 10_000, "it leaves")
  await cluster.run(3_000)

  machine.crash("kill", "the test")
  t.notOk(equalBytes(before, machine.engineStore.get(appliedKey) ?? before), "the split is there")
  machine.engineStore.plant(appliedKey, before)
  machine.start()
  let seen = false
  const slept = (): boolean => {
    seen ||= has(machine, child)
    return cluster.asleep && appliedOn(machine) === appliedOn(cluster.leader)
  }
  await cluster.until(slept, 60_000, "the parent has split once more, and all sleep")
  t.notOk(seen)
  machine.crash("kill", "the test")
  machine.start()
  await cluster.until(() => machine.node !== undefined, 1_000, "it runs")
  t.notOk(has(machine, child))
})

function has(machine: Machine, rangeId: number): boolean {
  return machine.inspect().some(({ descriptor }) => descriptor.rangeId === rangeId)
}

function appliedOn(machine: Machine): number | undefined {
  return machine.inspect().find(({ descriptor }) => descriptor.rangeId === parent)?.applied.index
}
