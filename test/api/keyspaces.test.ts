/** CreateKeyspace, ListKeyspaces, and operations in keyspaces that this node may not know yet. */
import t from "tap"
import { defaultSettings, systemKeyspaceId } from "../../src/core/range/index.ts"
import type { OperationResult } from "../../src/core/range/types.ts"
import {
  type CreatedKeyspace,
  decodeCreatedKeyspace,
  decodeKeyspaceList,
  decodeRangeList,
  decodeRangeSummary,
  decodeResult,
  encodeBatchRequest,
  encodeKeyOfKeyspace,
  encodeKeyspaceCreation,
  encodeKeyspaceRecord,
  encodeSessionRequest,
  keyOfRecord,
  splitBatchResponse,
} from "../../src/wire/index.ts"
import { keysOfPage, requestOf, resultOf } from "./requests.ts"
import { bytesOf, codeOf, get, open, put, settled, setUp, TestCall, text } from "./setup.ts"

type Setup = ReturnType<typeof setUp>

const request = (name: string, splitAt: readonly string[] = [], client = 1): Uint8Array =>
  encodeKeyspaceCreation({
    ...{ name, splitAt: splitAt.map(text), replicas: 0, rangeBytes: 0, defaultTtlMs: 0 },
    requestId: { clientId: new Uint8Array(16).fill(client), sequence: 1, acknowledgedBelow: 0 },
  })

const create = async ({ api }: Setup, ...parts: Parameters<typeof request>) =>
  decodeCreatedKeyspace(await api.createKeyspace(request(...parts), new TestCall()))

const list = async ({ api }: Setup) => decodeKeyspaceList(await api.listKeyspaces(new TestCall()))

const startsOf = async ({ api }: Setup, id: number): Promise<string[]> =>
  decodeRangeList(await api.listRanges(new TestCall()))
    .filter(({ range }) => range.keyspaceId === id)
    .map(({ range }) => Buffer.from(range.start).toString())
    .sort()

const lookUps = ({ service }: Setup): number =>
  service.taken.filter((pending) => pending.keyspaceId === systemKeyspaceId).length

/** The service holds the record, and this node has not seen it yet. */
async function withUnseen(limits: Parameters<typeof setUp>[0] = {}): Promise<Setup> {
  const setup = setUp(limits)
  await create(setup, "users")
  setup.service.taken.length = 0
  setup.service.submits = 0
  return setup
}

t.test("a keyspace is created with an id of its own, and listed by name", async (t) => {
  const setup = setUp()
  t.match(await create(setup, "users"), { keyspace: { id: 3, name: "users" }, notSplitAt: [] })
  t.match(await create(setup, "a.b-c_9", [], 2), { keyspace: { id: 4 } })
  t.same(await list(setup), [
    { id: 4, name: "a.b-c_9", ...defaultSettings, droppedAtMs: 0 },
    { id: 1, name: "default", ...defaultSettings, droppedAtMs: 0 },
    { id: 3, name: "users", ...defaultSettings, droppedAtMs: 0 },
  ])
  t.same(await startsOf(setup, 3), [""])
})

t.test("what is asked of the cluster's own range: an id, then record and range", async (t) => {
  const setup = setUp()
  await create(setup, "users")
  const [count, add] = setup.service.taken
  t.match(count, { keyspaceId: systemKeyspaceId, operation: { type: "increment" } })
  const record = encodeKeyspaceRecord({ id: 3, name: "users", ...defaultSettings, droppedAtMs: 0 })
  const requestId = { clientId: new Uint8Array(16).fill(1), sequence: 1 }
  t.match(add, {
    keyspaceId: systemKeyspaceId,
    operation: { type: "addKeyspace", key: keyOfRecord("users"), record, newId: 3, requestId },
  })
})

t.test("it is cut where it was asked", async (t) => {
  const setup = setUp()
  const { keyspace, notSplitAt } = await create(setup, "users", ["c", "k", "p"])
  t.same(notSplitAt, [])
  t.same(await startsOf(setup, keyspace.id), ["", "c", "k", "p"])
  t.same(await startsOf(setup, 1), [""], "no other keyspace is cut")
})

t.test("one that can't be cut is there all the same, and says so", async (t) => {
  const setup = setUp()
  const { service } = setup
  const refused: OperationResult = { type: "error", code: "unavailable", message: "not now" }
  service.script = ({ operation }) =>
    operation.type === "split" && operation.at[0] !== 0x63 ? refused : undefined
  const created = await create(setup, "users", ["c", "k", "p"])
  t.match(created, { keyspace: { name: "users" }, reason: "not now" })
  t.same(textsOf(created), ["k", "p"])
  t.same(await startsOf(setup, created.keyspace.id), ["", "c"])
  service.script = ({ operation }) =>
    operation.type === "addKeyspace" ? first(created) : undefined
  const again = await create(setup, "users", ["c", "k", "p"])
  t.same(textsOf(again), [], "a retry goes on where the first try ended")
  t.same(await startsOf(setup, created.keyspace.id), ["", "c", "k", "p"])
})

const textsOf = ({ notSplitAt }: CreatedKeyspace): string[] =>
  notSplitAt.map((key) => Buffer.from(key).toString()).sort()

/** What the session table remembers of the first try. */
function first({ keyspace }: CreatedKeyspace): OperationResult {
  const id: number = keyspace.id
  const whole = { start: text(""), end: text(""), version: 1, configVersion: 0 }
  return { type: "addKeyspace", version: 9, range: { rangeId: id, keyspaceId: id, ...whole } }
}

t.test("a name that is taken or can't be, keys and request ids that are none", async (t) => {
  const setup = setUp()
  await create(setup, "users")
  t.equal(await codeOf(() => create(setup, "users", ["m"], 2)), "keyspace_exists")
  t.same(await startsOf(setup, 3), [""], "and nothing is cut")
  setup.service.submits = 0
  const long = "k".repeat(setup.limits.keyBytesMax + 1)
  const oddId = { clientId: text("short"), sequence: 1, acknowledgedBelow: 0 }
  const orders = {
    name: "orders",
    splitAt: [],
    replicas: 0,
    rangeBytes: 0,
    defaultTtlMs: 0,
    requestId: undefined,
  }
  const table: readonly [Uint8Array, string][] = [
    [request("default"), "keyspace_exists"],
    ...["", "system", "Users", "a b", "ü", "a/b", "x".repeat(65)].map(
      (name): [Uint8Array, string] => [request(name), "invalid_argument"],
    ),
    [request("orders", ["a", ""]), "invalid_argument"],
    [request("orders", [long]), "too_large"],
    [request("orders", ["c", "b"]), "invalid_argument"],
    [request("orders", ["b", "b"]), "invalid_argument"],
    [encodeKeyspaceCreation({ ...orders, requestId: oddId }), "invalid_argument"],
    [
      encodeKeyspaceCreation({ ...orders, rangeBytes: setup.limits.rangeBytesMin - 1 }),
      "invalid_argument",
    ],
    [encodeKeyspaceCreation({ ...orders, replicas: 16 }), "invalid_argument"],
    [text("\xff\xff"), "invalid_argument"],
  ]
  for (const [bytes, code] of table) {
    t.equal(await codeOf(() => setup.api.createKeyspace(bytes, new TestCall())), code)
  }
  t.equal(setup.service.submits, 0, "none of it came further than the door")
  const past = () => setup.api.createKeyspace(request("orders"), new TestCall(0))
  t.equal(await codeOf(past), "deadline_exceeded")
  t.equal(await codeOf(() => setup.api.listKeyspaces(new TestCall(0))), "deadline_exceeded")
})

t.test("a name that this node has seen created costs no look-up", async (t) => {
  const setup = await withUnseen()
  const { api, clock, service } = setup
  service.known = [{ id: 3, name: "users", ...defaultSettings, droppedAtMs: 0 }]
  const { peer, session } = open(api)
  session.onFrame(encodeSessionRequest([bytesOf(1, put("k"), { keyspace: "users" })]))
  clock.turn()
  t.match(peer.results.get(1), { type: "put" }, "answered in the same turn")
  t.equal(lookUps(setup), 0)
  t.match(peer.routes, [{ keyspace: "users", range: { rangeId: 3, keyspaceId: 3 } }])
  t.equal(service.taken[0]?.keyspaceId, 3)
})

t.test("any other is looked up once for all who ask, then submitted", async (t) => {
  const setup = await withUnseen()
  const { api, clock, service } = setup
  service.holding = true
  const { peer, session } = open(api)
  const frame = [1, 2, 3].map((id) => bytesOf(id, put(`k${id}`), { keyspace: "users" }))
  session.onFrame(encodeSessionRequest([...frame, bytesOf(4, get("k"))]))
  const unary = api.unary("get", requestOf(get("k1"), "users"), new TestCall())
  await settled()
  t.equal(lookUps(setup), 1)
  t.equal(service.held.length, 2, "the look-up, and what is of a known keyspace")
  t.equal(service.held[0]?.deadline, service.held[1]?.deadline, "with their own deadline")
  while (service.held.length > 0) {
    service.release()
    await settled()
  }
  clock.turn()
  t.same([...peer.results.values()].map(({ type }) => type).sort(), ["get", "put", "put", "put"])
  t.match(resultOf("get", await unary), { type: "get" })
  t.same(
    service.taken.filter(({ keyspaceId }) => keyspaceId === 3).map(({ id }) => id),
    [1, 2, 3, 0],
  )
})

t.test("a batch takes room while its keyspace is looked up", async (t) => {
  const { api, service } = await withUnseen({ operationsPendingBytesMax: 1_500 })
  const batch = () => {
    const request = encodeBatchRequest("users", [bytesOf(1, put("k", "v".repeat(800)))])
    return codeOf(() => api.batch(request, new TestCall()))
  }
  service.holding = true
  const first = batch()
  t.equal(await batch(), "overloaded")
  service.script = () => ({ type: "error", code: "unavailable", message: "not now" })
  service.release()
  t.equal(await first, "unavailable")
  service.script = () => undefined
  service.holding = false
  t.equal(await batch(), "done", "there is room again")
})

t.test("nothing is done of a batch whose client went away before that was found", async (t) => {
  const { api, service } = await withUnseen()
  service.holding = true
  const call = new TestCall()
  const batch = api.batch(encodeBatchRequest("users", [bytesOf(1, put("k"))]), call)
  call.cancel()
  service.holding = false
  service.release()
  const [result] = splitBatchResponse(await batch).map((bytes) => decodeResult(bytes).result)
  t.match(result, { type: "error", code: "cancelled" })
})

t.test("batches and scans find their way too, each by one look-up", async (t) => {
  const setup = await withUnseen()
  const { api } = setup
  const parts = [bytesOf(1, put("a")), bytesOf(2, put("b"), { keyspace: "users" })]
  const elsewhere = [bytesOf(3, put("c"), { keyspace: "default" })]
  const batch = encodeBatchRequest("users", [...parts, ...elsewhere])
  const results = splitBatchResponse(await api.batch(batch, new TestCall())).map(decodeResult)
  t.match(results, [{ id: 1 }, { id: 2 }, { id: 3 }])
  t.ok(results.every(({ result }) => result.type === "put"))
  t.equal(lookUps(setup), 1)
  const scan = { type: "scan", start: text(""), end: text(""), limit: 0, reverse: false } as const
  const whole = requestOf({ ...scan, keysOnly: false, consistency: "stale" }, "users")
  const keys: string[] = []
  for await (const page of api.scan(whole, new TestCall())) keys.push(...keysOfPage(page))
  t.same(keys, ["a", "b"])
  const place = encodeKeyOfKeyspace({ keyspace: "users", key: text("a") })
  t.match(decodeRangeSummary(await api.locateKey(place, new TestCall())), {
    range: { rangeId: 3 },
  })
  await api.splitRange(encodeKeyOfKeyspace({ keyspace: "users", key: text("b") }), new TestCall())
  t.same(await startsOf(setup, 3), ["", "b"])
})

t.test("one that there is not is refused, and looked up anew by who asks later", async (t) => {
  const setup = setUp()
  const { api, service } = setup
  service.holding = true
  const early = codeOf(() => api.unary("get", requestOf(get("k"), "users"), new TestCall()))
  await settled()
  t.equal(service.held.length, 1)
  const lookUp = service.held.splice(0)
  service.holding = false
  await create(setup, "users")
  const late = codeOf(() => api.unary("get", requestOf(get("k"), "users"), new TestCall()))
  const absent: OperationResult = { type: "get", cell: undefined }
  for (const pending of lookUp) pending.sink.deliver(pending, absent)
  t.equal(await early, "unknown_keyspace", "at its time there was none")
  t.equal(await late, "done", "it came when the keyspace was there, so that is no answer")
})

t.test("who has more time than a look-up that ended tries again", async (t) => {
  const setup = await withUnseen()
  const { api, service } = setup
  service.holding = true
  const call = (timeoutMs: number) =>
    codeOf(() => api.unary("get", requestOf(get("k"), "users"), new TestCall(timeoutMs)))
  const [short, long, shortest] = [call(100), call(900), call(50)]
  await settled()
  t.equal(service.held.length, 2, "one of them shares the first, one has no time for that")
  const late: OperationResult = { type: "error", code: "deadline_exceeded", message: "over" }
  for (const pending of service.held.splice(0)) pending.sink.deliver(pending, late)
  t.same([await short, await shortest], ["deadline_exceeded", "deadline_exceeded"])
  await settled()
  service.holding = false
  service.release()
  t.equal(await long, "done")
})

t.test(
  "what was looked up serves for a while, and then is looked up in the background",
  async (t) => {
    const setup = await withUnseen()
    const { api, clock, service } = setup
    const ask = () => codeOf(() => api.unary("get", requestOf(get("k"), "users"), new TestCall()))
    for (let i = 0; i < 3; i += 1) t.equal(await ask(), "done")
    t.equal(lookUps(setup), 1)
    clock.advance(5_001)
    service.script = ({ keyspaceId }) =>
      keyspaceId === systemKeyspaceId ? { type: "get", cell: undefined } : undefined
    t.equal(await ask(), "done", "nobody waits for it")
    await settled()
    t.equal(lookUps(setup), 2)
    t.equal(await ask(), "unknown_keyspace", "it is gone, and now this is known")
  },
)

t.test("what nobody asked for in ten seconds is looked up before it serves again", async (t) => {
  const setup = await withUnseen()
  const { api, clock, service } = setup
  const ask = () => codeOf(() => api.unary("get", requestOf(get("k"), "users"), new TestCall()))
  t.equal(await ask(), "done")
  clock.advance(10_001)
  service.script = ({ keyspaceId }) =>
    keyspaceId === systemKeyspaceId ? { type: "get", cell: undefined } : undefined
  t.equal(await ask(), "unknown_keyspace", "who asks waits, and has the newest")
})

t.test("what is known of a name serves while the cluster's own range is down", async (t) => {
  const setup = await withUnseen()
  const { api, clock, service } = setup
  const ask = () => codeOf(() => api.unary("get", requestOf(get("k"), "users"), new TestCall()))
  t.equal(await ask(), "done")
  service.script = ({ keyspaceId }) =>
    keyspaceId === systemKeyspaceId
      ? { type: "error", code: "unavailable", message: "nobody leads" }
      : undefined
  for (let i = 0; i < 4; i += 1) {
    clock.advance(6_000)
    t.equal(await ask(), "done")
    await settled()
  }
  clock.advance(60_000)
  t.equal(await ask(), "unavailable", "the first to ask hears that")
  await settled()
  t.equal(await ask(), "done", "and the others need not wait")
})
