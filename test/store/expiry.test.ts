/** Cells whose time is over, and that can't be read any more. */
import t from "tap"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { cellKey } from "../../src/storage/range-data/keys.ts"
import { keyAt, SmallCluster } from "./small-cluster.ts"

const cell = cellKey(defaultKeyspaceId, keyAt(0))

t.test("a block that fails its checksum is met when a cell in it expires", async (t) => {
  for (const who of ["the leader", "a follower"]) {
    const cluster = new SmallCluster()
    await cluster.until(() => cluster.whole, 10_000, "everything is led")
    await cluster.putTo(0, 1, new Uint8Array(10), 10_000)
    const holds = ({ engineStore }: Machine): boolean => engineStore.get(cell) !== undefined
    await cluster.until(() => cluster.machines.every(holds), 5_000, "the engines have it")
    const { leader } = cluster
    const other = cluster.machines.find((machine) => machine !== leader)
    const machine = who === "the leader" ? leader : other
    if (machine === undefined) throw new Error("there are three")

    machine.engineStore.spoil(cell)
    const condition = () => machine.node?.status().condition
    await cluster.until(() => condition() === "data_loss", 20_000, `${who} notices`)
    await cluster.until(() => condition() === "ok", 20_000, "another replica has it")
    await cluster.until(() => !cluster.machines.some(holds), 20_000, "it is purged")
    await cluster.until(() => cluster.asleep, 60_000, "nothing is left to do")
    t.ok(cluster.whole, who)
  }
})
