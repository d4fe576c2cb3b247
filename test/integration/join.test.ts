/** A node that joins a running cluster, over real gRPC and real disks. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import t from "tap"
import { type ServedNode, startServedNode } from "../../cmd/serve/served-node.ts"
import { readSettings } from "../../cmd/serve/settings.ts"
import { noLabels } from "../../src/base/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { listStores, setStoreLabels } from "../../src/platform/index.ts"
import { encodeKeyspaceCreation } from "../../src/wire/index.ts"
import { Cluster } from "./cluster.ts"
import { folderOf, freePorts, until } from "./loopback.ts"
import { get, put, RawClient } from "./raw-client.ts"

t.setTimeout(240_000)

interface Newcomer {
  readonly join: string
  readonly listen: string
  readonly data: string
  readonly nodeId?: string
  readonly clusterId?: string
}

function serve(flags: Newcomer): Promise<ServedNode> {
  const set = [
    ...["raft.tickMs=50ms", "raft.electionTimeoutTicks=40"],
    ...["driver.beatMs=1s", "limits.deadlineMsDefault=60s"],
  ]
  const { config } = readSettings({ ...flags, labels: "zone=z4", set }, {})
  const onFatal = (error: unknown): void => {
    throw error
  }
  return startServedNode({ config, telemetry: silentTelemetry, version: "0.0.0", onFatal })
}

t.test("a node joins, serves what it has nothing of, and comes back by itself", async (t) => {
  const cluster = await Cluster.start(t, ["driver.beatMs=1s"])
  await cluster.leader()
  await cluster.client(1).result(put("a", "1"))
  const [port] = await freePorts(1)
  const known = cluster
    .client(2)
    .client.getChannel()
    .getTarget()
    .replace(/^[a-z]+:/, "")
  const newcomer = { join: known, listen: `127.0.0.1:${port}`, data: join(folderOf(t), "4") }
  let served = await serve(newcomer)
  t.teardown(() => served.stop())
  t.equal(served.config.nodeId, 4)
  t.equal(served.node.status().ranges, 0, "it begins with no ranges")
  const client = new RawClient(newcomer.listen)
  t.teardown(() => client.close())
  t.match(await client.result(get("a")), { cell: { value: Buffer.from("1") } })
  t.match(await client.result(put("b", "2")), { type: "put" })
  t.match(await cluster.client(3).result(get("b")), { cell: { value: Buffer.from("2") } })

  const noId = { splitAt: [], replicas: 0, rangeBytes: 0, defaultTtlMs: 0, requestId: undefined }
  const creation = encodeKeyspaceCreation({ name: "users", ...noId })
  const made = await client.call("/ringraft.v1.Cluster/CreateKeyspace", creation)
  t.equal(made.status, "OK", made.message)
  t.equal((await client.operate(put("k"), "users")).status, "OK", "by name, though it has nothing")

  await until(async () => {
    const stores = await listStores(newcomer.listen, 5_000).catch(() => [])
    return stores.length === 4 && stores.every(({ heardMsAgo }) => heardMsAgo > 0)
  }, "every store is heard of")
  const [fourth] = (await listStores(known, 5_000)).slice(-1)
  t.match(fourth, { nodeId: 4, address: newcomer.listen, state: "up", labels: { zone: "z4" } })
  const labels = { ...noLabels, rack: "r1" }
  t.match(await setStoreLabels(newcomer.listen, { nodeId: 4, labels }, 5_000), { rack: "r1" })

  await served.stop()
  const [nobody] = await freePorts(1)
  served = await serve({ ...newcomer, join: `127.0.0.1:${nobody}` })
  t.equal(served.config.nodeId, 4, "its folder knows who it is, and who the others are")
  const again = new RawClient(newcomer.listen)
  t.teardown(() => again.close())
  t.match(await again.result(get("b")), { cell: { value: Buffer.from("2") } })

  await served.stop()
  const moved = `127.0.0.1:${nobody}`
  const refusal = {
    code: "invalid_argument",
    message: new RegExp(`this node, 4, at ${newcomer.listen}, its address now is ${moved}: .* or`),
  }
  await t.rejects(serve({ ...newcomer, listen: moved }), refusal)
  writeFileSync(join(newcomer.data, "stores"), "rotten")
  await t.rejects(serve({ ...newcomer, listen: moved }), refusal, "the cluster says so, too")
  served = await serve(newcomer)
  t.equal(served.config.nodeId, 4, "what it knew of the others is damaged: it is told again")
  const told = new RawClient(newcomer.listen)
  t.teardown(() => told.close())
  t.match(await told.result(get("b")), { cell: { value: Buffer.from("2") } })
})

t.test("who can't be one of a cluster is refused, and why", async (t) => {
  const cluster = await Cluster.start(t)
  await cluster.leader()
  const known = cluster
    .client(1)
    .client.getChannel()
    .getTarget()
    .replace(/^[a-z]+:/, "")
  const folder = folderOf(t)
  const [port] = await freePorts(1)
  const newcomer = { join: known, listen: `127.0.0.1:${port}`, data: join(folder, "new") }
  const cases: readonly [Partial<Newcomer>, RegExp][] = [
    [{ clusterId: "other" }, /this is cluster "ringraft", not "other"/],
    [{ nodeId: "2" }, /node id 2 is another store's/],
  ]
  for (const [wrong, message] of cases) {
    await t.rejects(serve({ ...newcomer, ...wrong }), { code: "wrong_cluster", message })
  }
  t.equal((await listStores(known, 5_000)).length, 3, "nothing has changed")
})
