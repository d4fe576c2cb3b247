/** What a node knows of keyspaces, read from its replica of the cluster's own range. */
import t from "tap"
import { systemKeyspaceId } from "../../src/core/range/index.ts"
import { cellKey } from "../../src/storage/range-data/keys.ts"
import { encodeKeyspaceCreation, keyOfRecord } from "../../src/wire/index.ts"
import { SmallCluster } from "./small-cluster.ts"

const call = { timeoutMs: 10_000, onCancel: () => {}, onLeft: () => {} }

t.test(
  "a record that is corrupt when a node starts is fetched anew, asked for or not",
  async (t) => {
    const cluster = new SmallCluster()
    await cluster.until(() => cluster.whole, 10_000, "everything is led")
    const settings = { replicas: 0, rangeBytes: 0, defaultTtlMs: 0 }
    const creation = { name: "tea", splitAt: [], requestId: undefined, ...settings }
    const request = encodeKeyspaceCreation(creation)
    await cluster.finish(async () => cluster.leader.api?.createKeyspace(request, call), 10_000)
    const machine = cluster.machines.find((each) => each !== cluster.leader)
    if (machine === undefined) throw new Error("there are three")
    await cluster.run(3_000)

    machine.crash("kill", "the test")
    machine.engineStore.spoil(cellKey(systemKeyspaceId, keyOfRecord("tea")))
    machine.start()
    const condition = () => machine.node?.status().condition
    await cluster.until(() => condition() === "data_loss", 10_000, "it is noticed")
    await cluster.until(() => condition() === "ok", 10_000, "another replica has it")
    t.equal(cluster.whole, true)
  },
)
