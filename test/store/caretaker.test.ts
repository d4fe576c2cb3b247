/** Two of three replicas have corrupt data, and they alone have what was written last. */
import t from "tap"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { cellPair } from "../../src/storage/index.ts"
import { dataRange, keyAt, SmallCluster } from "./small-cluster.ts"

const value = new TextEncoder().encode("value")

t.test("a range is led again whose sound replica lacks what corrupt ones have", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.putTo(0, 1, value)
  await cluster.until(() => cluster.asleep, 60_000, "all is at rest")
  const first = cluster.leader
  const others = cluster.machines.filter((machine) => machine !== first)
  const [second, third] = others as [Machine, Machine]

  for (const { nodeId } of [first, second]) {
    cluster.links.cut(nodeId, third.nodeId)
    cluster.links.cut(third.nodeId, nodeId)
  }
  await cluster.putTo(1, 1, value)
  // Nobody has read it yet, so nobody remembers it.
  for (const { engineStore } of [first, second]) engineStore.spoil(keyOfCell(keyAt(0)))
  cluster.beginGet(0, first)
  await cluster.until(() => roleOf(second) === "leader", 30_000, "the other one leads")
  cluster.beginGet(0, second)
  await cluster.until(() => roleOf(second) !== "leader", 30_000, "it found the same")
  await cluster.run(10_000)
  t.notOk(
    cluster.machines.some((machine) => roleOf(machine) === "leader"),
    "nobody can lead",
  )

  cluster.links.mendAll()
  let caretaken = false
  const isMended = (): boolean => {
    caretaken ||= cluster.machines.some((machine) => roleOf(machine) === "caretaker")
    return cluster.machines.every(isWell)
  }
  await cluster.until(isMended, 60_000, "all have sound data again")
  t.ok(caretaken, "one of the corrupt ones led for a while")
  t.equal(cluster.leader, third)
  const cell = { value }
  t.match(await cluster.getFromEach(2), [{ cell }, { cell }], "nothing is lost")
})

function keyOfCell(key: Uint8Array): Uint8Array {
  return cellPair(defaultKeyspaceId, key, { value, version: 1, expiresAtMs: 0 }).key
}

function roleOf(machine: Machine): string | undefined {
  return machine.inspect().find(({ descriptor }) => descriptor.rangeId === dataRange)?.view.role
}

function isWell({ node }: Machine): boolean {
  return node?.status().condition === "ok"
}
