/** A keyspace made and used by a plain gRPC client, on three whole nodes. */
import t from "tap"
import type { NodeId } from "../../src/base/index.ts"
import {
  decodeAlteredKeyspace,
  decodeCreatedKeyspace,
  decodeKeyspaceList,
  decodeRangeList,
  encodeBatchRequest,
  encodeKeyspaceChange,
  encodeKeyspaceCreation,
  encodeOperation,
  splitBatchResponse,
} from "../../src/wire/index.ts"
import { Cluster, others } from "./cluster.ts"
import { until } from "./loopback.ts"
import type { RawClient } from "./raw-client.ts"
import { get, increment, put } from "./raw-client.ts"

t.setTimeout(120_000)

const bytes = (text: string): Buffer => Buffer.from(text)

const creation = (name: string, client: number) =>
  encodeKeyspaceCreation({
    ...{ name, splitAt: [bytes("g"), bytes("p")], replicas: 0, rangeBytes: 0, defaultTtlMs: 0 },
    requestId: { clientId: Buffer.alloc(16, client), sequence: 1, acknowledgedBelow: 0 },
  })

const cluster = (client: RawClient, method: string, request: Uint8Array = bytes("")) =>
  client.call(`/ringraft.v1.Cluster/${method}`, request)

async function rangesOf(client: RawClient, keyspace: string): Promise<string[]> {
  const ranges = decodeRangeList((await cluster(client, "ListRanges")).response)
  return ranges
    .filter((range) => range.keyspace === keyspace)
    .map(({ range }) => Buffer.from(range.start).toString())
    .sort()
}

t.test("made at one node, used at all, still there after all were restarted", async (t) => {
  const nodes = await Cluster.start(t)
  const leader = await nodes.leader()
  const [second, third] = others(leader) as [NodeId, NodeId]
  const early = await nodes.client(second).operate(put("k"), "users")
  t.match(early, { status: "NOT_FOUND", code: "unknown_keyspace", message: /"users"/ })
  const made = await cluster(nodes.client(second), "CreateKeyspace", creation("users", 1))
  t.equal(made.status, "OK", made.message)
  const { keyspace, notSplitAt } = decodeCreatedKeyspace(made.response)
  t.match(keyspace, { id: 3, name: "users" })
  t.same(notSplitAt, [])

  const retried = await cluster(nodes.client(third), "CreateKeyspace", creation("users", 1))
  t.same(decodeCreatedKeyspace(retried.response).keyspace, keyspace, "a retry, at another node")
  const other = await cluster(nodes.client(third), "CreateKeyspace", creation("users", 2))
  t.match(other, { status: "ALREADY_EXISTS", code: "keyspace_exists" })
  for (const nodeId of [leader, second, third]) {
    const client = nodes.client(nodeId)
    for (const key of ["a", "m", "z"]) {
      t.equal((await client.operate(increment(key, 1n), "users")).status, "OK", "at any node")
    }
    const { response } = await cluster(client, "ListKeyspaces")
    t.same(
      decodeKeyspaceList(response).map(({ name }) => name),
      ["default", "users"],
    )
    t.same(await rangesOf(client, "users"), ["", "g", "p"])
  }
  t.match(await nodes.client(leader).result(get("a")), { cell: undefined }, "apart from default")

  for (const nodeId of [leader, second, third]) await nodes.stopNode(nodeId)
  await Promise.all([leader, second, third].map((nodeId) => nodes.startNode(nodeId)))
  await nodes.leader(keyspace.id)
  const parts = ["a", "m", "z"].map((key, id) =>
    encodeOperation({ id, timeoutMs: 0, keyspace: "", operation: get(key) }),
  )
  const batch = Buffer.from(encodeBatchRequest("users", parts))
  const { response } = await nodes.client(second).call("/ringraft.v1.KV/Batch", batch)
  t.equal(splitBatchResponse(response).length, 3)
  for (const key of ["a", "m", "z"]) {
    const again = await nodes.client(second).operate(increment(key, 1n), "users")
    t.equal(again.response[1], 4, `${key} was counted three times before`)
  }
  const late = await cluster(nodes.client(leader), "CreateKeyspace", creation("users", 3))
  t.equal(late.code, "keyspace_exists", "its name is not forgotten")

  const asIs = { name: "users", replicas: 0, rangeBytes: 0, defaultTtlMs: undefined }
  const change = encodeKeyspaceChange({ ...asIs, replicas: 1 })
  const altered = await cluster(nodes.client(third), "AlterKeyspace", change)
  t.match(decodeAlteredKeyspace(altered.response), { id: 3, replicas: 1 })
  const tooMany = encodeKeyspaceChange({ ...asIs, replicas: 4 })
  t.match(await cluster(nodes.client(second), "AlterKeyspace", tooMany), {
    ...{ status: "FAILED_PRECONDITION", code: "state_changed", message: /there are 3/ },
  })
  await until(async () => {
    const all = decodeRangeList((await cluster(nodes.client(leader), "ListRanges")).response)
    const ranges = all.filter((range) => range.keyspace === "users")
    return ranges.length === 3 && ranges.every(({ replicas }) => replicas.length === 1)
  }, "its ranges have one replica each")
})

t.test("keys of a keyspace that has a default time go by themselves", async (t) => {
  const nodes = await Cluster.start(t)
  const leader = await nodes.leader()
  const client = nodes.client(leader)
  const requestId = { clientId: Buffer.alloc(16, 7), sequence: 1, acknowledgedBelow: 0 }
  const settings = { replicas: 0, rangeBytes: 0, defaultTtlMs: 300 }
  const sessions = encodeKeyspaceCreation({ name: "sessions", splitAt: [], ...settings, requestId })
  const made = await cluster(client, "CreateKeyspace", sessions)
  t.match(decodeCreatedKeyspace(made.response).keyspace, { defaultTtlMs: 300 })
  const kept = put("kept", "v", { ttlMs: 0 })
  const brief = put("brief", "v", { ttlMs: undefined })
  for (const operation of [kept, brief, increment("count", 1n)]) {
    t.equal((await client.operate(operation, "sessions")).status, "OK")
  }
  for (const key of ["brief", "count"]) {
    await until(async () => {
      const { status, response } = await client.operate(get(key), "sessions")
      return status === "OK" && response.length === 0
    }, `${key} is gone`)
  }
  const { response } = await client.operate(get("kept"), "sessions")
  t.ok(response.length > 0, "what is put for ever stays")
})
