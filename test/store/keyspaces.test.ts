/** What a node knows of keyspaces, read from its replica of the cluster's own range. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { defaultRecord, type KeyspaceRecord, systemKeyspaceId } from "../../src/core/range/index.ts"
import type { RangeData } from "../../src/storage/index.ts"
import { cellKey } from "../../src/storage/range-data/keys.ts"
import { Keyspaces } from "../../src/store/keyspaces.ts"
import { encodeKeyspaceCreation, encodeKeyspaceRecord, keyOfRecord } from "../../src/wire/index.ts"
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

t.test("records that could not be read are read again", async (t) => {
  const tea: KeyspaceRecord = { ...defaultRecord, id: 5, name: "tea" }
  const cell = { value: encodeKeyspaceRecord(tea), version: 1, expiresAtMs: 0 }
  const page = { type: "scan", cells: [{ key: keyOfRecord("tea"), ...cell }], more: false }
  let failures = 0
  const data = {
    descriptor: { keyspaceId: systemKeyspaceId },
    installing: false,
    scan: async () => {
      failures -= 1
      if (failures >= 0) throw new KvError("unavailable", "the engine let go of this iterator")
      return page
    },
  }
  const opened = async (keyspaces: Keyspaces): Promise<void> => {
    failures = 1
    t.equal(await keyspaces.load(data as unknown as RangeData), undefined)
    t.equal(keyspaces.named("tea"), undefined)
  }
  const keyspaces = new Keyspaces(() => false)
  await opened(keyspaces)
  t.equal(keyspaces.unread, data)
  await keyspaces.load(data as unknown as RangeData)
  t.equal(keyspaces.named("tea")?.id, 5)
  t.equal(keyspaces.unread, undefined)

  for (const failing of [0, 1]) {
    failures = failing
    const loading = keyspaces.load(data as unknown as RangeData)
    keyspaces.forget()
    await loading
    t.equal(keyspaces.named("tea"), undefined, "its replica is not here any more")
    t.equal(keyspaces.unread, undefined)
  }

  data.installing = true
  await opened(keyspaces)
  t.equal(keyspaces.unread, undefined, "whoever replaces it has it read")
})
