/** Three whole nodes over real gRPC and real disks: forwarding, restarts, snapshots, sessions. */
import t from "tap"
import type { NodeId } from "../../src/base/index.ts"
import {
  decodeResult,
  decodeSplitHalves,
  encodeKeyOfKeyspace,
  encodeOperation,
  encodeSessionRequest,
  type RangeRoute,
  splitSessionResponse,
} from "../../src/wire/index.ts"
import { Cluster, others } from "./cluster.ts"
import { until } from "./loopback.ts"
import { get, put, scan } from "./raw-client.ts"

t.setTimeout(240_000)

/** Who leads is for Raft alone to decide: the driver spreads what is led in its own time. */
const alone = ["driver.automatic=off"]

t.test("any node serves, leadership is handed over, a stopped node catches up", async (t) => {
  const cluster = await Cluster.start(t, alone)
  const leader = await cluster.leader()
  const [follower, third] = others(leader) as [NodeId, NodeId]
  t.match(await cluster.client(follower).result(put("a", "1")), { type: "put" })
  t.match(await cluster.client(third).result(get("a")), { cell: { value: Buffer.from("1") } })
  const large = "v".repeat(1_000_000)
  const writes = Array.from({ length: 12 }, (_, i) =>
    cluster.client(follower).operate(put(`large${i}`, large)),
  )
  t.same(
    (await Promise.all(writes)).filter(({ status }) => status !== "OK"),
    [],
    "more in one turn than one message between nodes holds",
  )
  const reads = Array.from({ length: 12 }, (_, i) =>
    cluster.client(follower).operate(get(`large${i}`)),
  )
  t.same(
    (await Promise.all(reads)).filter(({ status }) => status !== "OK"),
    [],
    "and back",
  )

  await cluster.stopNode(leader)
  const next = await cluster.leader()
  t.not(next, leader)
  t.match(await cluster.client(follower).result(put("b", "2")), { type: "put" })
  await cluster.startNode(leader)
  t.equal(await cluster.leader(), next, "who comes back disturbs nobody")
  await until(() => cluster.applied(leader) === cluster.applied(next), "it catches up")
  t.match(await cluster.client(leader).result(get("b")), { cell: { value: Buffer.from("2") } })
})

t.test("a node that was away for long fetches a snapshot", async (t) => {
  const cluster = await Cluster.start(t, [...alone, "storage.logKeepEntries=10"])
  const leader = await cluster.leader()
  const [follower] = others(leader) as [NodeId]
  await cluster.stopNode(follower)
  const client = cluster.client(leader)
  for (let i = 0; i < 60; i += 1) await client.result(put(`key${i}`, "v".repeat(300_000)))
  await cluster.startNode(follower)
  await until(() => cluster.applied(follower) === cluster.applied(leader), "it has all", 30_000)
  const stale = scan({ consistency: "stale", keysOnly: true, limit: 1 })
  t.match(await cluster.client(follower).result(stale), { cells: [{ key: Buffer.from("key0") }] })
})

t.test("a session at a follower: answers, and where to go directly", async (t) => {
  const cluster = await Cluster.start(t, alone)
  const leader = await cluster.leader()
  const [follower] = others(leader) as [NodeId]
  const session = cluster.client(follower).session()
  const told: NodeId[] = []
  const answers = new Set<number>()
  session.on("error", () => {})
  session.on("data", (frame: Buffer) => {
    const { results, routes } = splitSessionResponse(frame)
    for (const { leader } of routes) told.push(leader?.nodeId ?? 0)
    for (const result of results) answers.add(decodeResult(result).id)
  })
  const operations = Array.from({ length: 200 }, (_, id) =>
    encodeOperation({ id, timeoutMs: 0, keyspace: "", operation: put(`key${id}`) }),
  )
  session.write(Buffer.from(encodeSessionRequest(operations)))
  await until(() => answers.size === 200, "all answers")
  t.same(told, [leader])
  await cluster.stopNode(leader)
  const next = await cluster.leader()
  for (let id = 200; told.at(-1) !== next; id += 1) {
    const operation = get("key0")
    const bytes = encodeOperation({ id, timeoutMs: 0, keyspace: "", operation })
    session.write(Buffer.from(encodeSessionRequest([bytes])))
    await until(() => answers.has(id), "an answer")
  }
  t.same(told, [leader, next], "the new leader is told to who asks, once")
  session.cancel()
})

t.test("a client that knows an older range is told so at once, by any node", async (t) => {
  const cluster = await Cluster.start(t, alone)
  const leader = await cluster.leader()
  const ask = cluster.client(leader)
  await ask.result(put("a"))
  const at = encodeKeyOfKeyspace({ keyspace: "", key: Buffer.from("m") })
  const halves = await ask.call("/ringraft.v1.Cluster/SplitRange", at)
  const { left, right } = decodeSplitHalves(halves.response)
  t.match(
    [left, right],
    [
      { rangeId: 2, version: 2 },
      { version: 2, start: Buffer.from("m") },
    ],
  )
  await cluster.leader(right.rangeId)
  for (const nodeId of [leader, ...others(leader)]) {
    const told: RangeRoute[] = []
    const codes = new Map<number, string>()
    const session = cluster.client(nodeId).session()
    session.on("error", () => {})
    session.on("data", (frame: Buffer) => {
      const { results, routes } = splitSessionResponse(frame)
      told.push(...routes)
      for (const { id, result } of results.map((bytes) => decodeResult(bytes))) {
        codes.set(id, result.type === "error" ? result.code : result.type)
      }
    })
    const stale = { timeoutMs: 20_000, keyspace: "", rangeId: 2, rangeVersion: 1 }
    const operations = [put("a"), put("z")].map((operation, id) =>
      encodeOperation({ ...stale, id, operation }),
    )
    const begunMs = performance.now()
    session.write(Buffer.from(encodeSessionRequest(operations)))
    await until(() => codes.size === 2, "both answers", 30_000)
    t.ok(performance.now() - begunMs < 10_000, "not at the deadline")
    t.same([...codes.values()], ["range_changed", "range_changed"], `by node ${nodeId}`)
    t.match(new Set(told.map(({ range }) => range.rangeId)), new Set([2, right.rangeId]))
    session.cancel()
  }
})
