/** ListRanges, LocateKey, SplitRange and TransferLeader, on a service of memory. */
import t from "tap"
import { KvError, noLabels } from "../../src/base/index.ts"
import { defaultKeyspaceId, systemKeyspaceId } from "../../src/core/range/index.ts"
import type { OperationResult, RangeDescriptor } from "../../src/core/range/types.ts"
import {
  decodeCheckReport,
  decodeOperation,
  decodeRangeList,
  decodeRangeSummary,
  decodeSplitHalves,
  encodeDriverMessage,
  encodeKeyOfKeyspace,
  encodeLeaderTransfer,
  encodeRangeCut,
  encodeRangeId,
  encodeRangeList,
  encodeStoreList,
  type RangeSummary,
} from "../../src/wire/index.ts"
import { requestOf } from "./requests.ts"
import { codeOf, put, settled, setUp, TestCall, text } from "./setup.ts"

type Setup = ReturnType<typeof setUp>

const place = (key: string, keyspace = ""): Uint8Array =>
  encodeKeyOfKeyspace({ keyspace, key: text(key) })

const locate = async ({ api }: Setup, key: string, keyspace = "") =>
  decodeRangeSummary(await api.locateKey(place(key, keyspace), new TestCall()))

const split = async ({ api }: Setup, at: string, keyspace = "", call = new TestCall()) =>
  decodeSplitHalves(await api.splitRange(place(at, keyspace), call))

/** The error that work ends with. */
async function errorOf(work: () => Promise<unknown>): Promise<KvError> {
  try {
    await work()
  } catch (error) {
    if (error instanceof KvError) return error
    throw error
  }
  throw new Error("it was done, and should not have been")
}

/** The driver knows of these, and of no others. */
function driverTells({ service }: Setup, body = encodeRangeList([])): void {
  const response = encodeDriverMessage({ question: "ranges", body })
  service.script = ({ operation }) => {
    return operation.type === "ask" ? { type: "ask", response } : undefined
  }
}

t.test("the ranges of a cluster at its beginning: one of each keyspace", async (t) => {
  const { api } = setUp()
  const replicas = [
    { nodeId: 1, role: "voter" },
    { nodeId: 2, role: "learner" },
  ]
  const seen = { replicas, leaderNodeId: 1, term: 7, appliedIndex: 28 }
  t.match(decodeRangeList(await api.listRanges(new TestCall())), [
    { ...seen, keyspace: "system", range: { rangeId: 1, keyspaceId: 0, version: 1 } },
    { ...seen, keyspace: "default", range: { rangeId: 2, keyspaceId: 1, version: 1 } },
  ])
})

t.test("no key is in two of the ranges listed, whoever is behind", async (t) => {
  const range = (rangeId: number, start: string, end: string, version: number): RangeDescriptor => {
    return { rangeId, keyspaceId: 1, start: text(start), end: text(end), version, configVersion: 0 }
  }
  const [whole, left, right] = [range(2, "", "", 1), range(2, "", "m", 2), range(3, "m", "", 2)]
  const merged = range(2, "", "", 3)
  const table: readonly [string, RangeDescriptor[], RangeDescriptor[], RangeDescriptor[]][] = [
    ["this node has not split", [whole], [left, right], [left, right]],
    ["the driver has not heard of the split", [left, right], [whole], [left, right]],
    ["this node has the second half only", [right], [whole], [right]],
    ["this node has not merged", [left, right], [merged], [merged]],
    ["the driver has not heard of the merge", [merged], [left, right], [merged]],
    ["this node has the half that went", [right], [merged], [merged]],
    ["one of them is elsewhere", [left], [left, right], [left, right]],
  ]
  for (const [what, mine, told, listed] of table) {
    const setup = setUp()
    const { api, service } = setup
    service.descriptors = told
    const body = encodeRangeList(decodeRangeList(await api.listRanges(new TestCall())))
    driverTells(setup, body)
    service.descriptors = mine
    const ranges = decodeRangeList(await api.listRanges(new TestCall()))
    t.match(
      ranges.map(({ range: { rangeId, version } }) => `${rangeId} at ${version}`),
      listed.map(({ rangeId, version }) => `${rangeId} at ${version}`),
      what,
    )
    t.equal(ranges.length, listed.length, what)
  }
})

t.test("a range is denied only where all ranges are known", async (t) => {
  const setup = setUp()
  const { api, service } = setup
  const [system, whole] = service.descriptors as [RangeDescriptor, RangeDescriptor]
  const half = { ...whole, end: text("m"), version: 2 }
  const table: readonly [string, RangeDescriptor[], RangeDescriptor[], RegExp?][] = [
    ["the driver knows", [system], [system, whole]],
    ["both together know", [whole], [system]],
    [
      "another driver has just begun",
      [system],
      [],
      /range 9, nor which range has the first key of keyspace default/,
    ],
    ["of the other half nobody has told", [half], [system], /range has "m" of keyspace default/],
    ["this node has not split yet", [whole], [system, half], /range has "m" of keyspace default/],
    ["of the cluster's own nobody has told", [whole], [], /first key of keyspace system/],
  ]
  for (const [what, mine, told, hole] of table) {
    service.script = () => undefined
    service.descriptors = told
    driverTells(setup, encodeRangeList(decodeRangeList(await api.listRanges(new TestCall()))))
    service.descriptors = mine
    const { code, message } = await errorOf(() => transfer(setup, 9, 2))
    t.equal(code, hole === undefined ? "invalid_argument" : "unavailable", what)
    t.match(message, hole ?? /there is no range 9/, what)
  }
})

t.test("how much a range holds its leader knows better than this node", async (t) => {
  const setup = setUp()
  const { api, service } = setup
  const listed = async () => decodeRangeList(await api.listRanges(new TestCall()))
  const [, mine] = (await listed()) as [RangeSummary, RangeSummary]
  const sizes = { bytes: mine.bytes + 500, keys: mine.keys + 5 }
  const there = (parts: Partial<RangeDescriptor> = {}): RangeSummary => {
    return { ...mine, ...sizes, range: { ...mine.range, ...parts } }
  }
  const unknown = { ...there(), bytes: 0, keys: 0 }
  const table: readonly [string, number, RangeSummary, Partial<RangeSummary>][] = [
    ["another node leads", 2, there(), sizes],
    ["this node leads", 1, there(), { bytes: mine.bytes, keys: mine.keys }],
    ["it is another range by now", 2, { ...there({ version: 0 }) }, { bytes: mine.bytes }],
    ["its leader does not know yet", 2, unknown, { bytes: 0, keys: 0 }],
  ]
  for (const [what, leader, told, expected] of table) {
    service.leader = { nodeId: leader, address: "h:1" }
    driverTells(setup, encodeRangeList([told]))
    const range = (await listed()).find(({ range }) => range.rangeId === mine.range.rangeId)
    t.match(range, expected, what)
  }
})

t.test("keyspaces have names, also where this node knows none", async (t) => {
  const setup = setUp()
  const { api, service } = setup
  driverTells(setup, encodeRangeList(decodeRangeList(await api.listRanges(new TestCall()))))
  service.nameOf = () => ""
  const ranges = decodeRangeList(await api.listRanges(new TestCall()))
  t.same(
    ranges.map(({ keyspace }) => keyspace),
    ["system", "default"],
  )
  const located = await api.locateKey(place("k"), new TestCall())
  t.equal(decodeRangeSummary(located).keyspace, "default")
})

t.test("a split gives both halves", async (t) => {
  const setup = setUp()
  t.match(await split(setup, "m"), {
    left: { rangeId: 2, version: 2, start: text(""), end: text("m") },
    right: { rangeId: 3, version: 2, start: text("m"), end: text("") },
  })
  t.match(await split(setup, "t", "default"), {
    left: { rangeId: 3, version: 3, start: text("m"), end: text("t") },
    right: { rangeId: 4, version: 3, start: text("t"), end: text("") },
  })
  t.same(
    decodeRangeList(await setup.api.listRanges(new TestCall())).map(({ range }) => range.rangeId),
    [1, 2, 3, 4],
  )
})

t.test("a split of a range that is named is refused where the key is not in it", async (t) => {
  const setup = setUp()
  const cut = (at: string, rangeId: number) =>
    setup.api.splitRange(encodeRangeCut({ keyspace: "", key: text(at), rangeId }), new TestCall())
  t.match(decodeSplitHalves(await cut("m", 2)), { right: { rangeId: 3 } })
  const sent = setup.service.taken.find(({ operation }) => operation.type === "split")
  t.match(sent, { rangeId: 2, rangeVersion: 1 }, "it is checked once more")
  const { taken } = setup.service
  const before = taken.length
  driverTells(setup)
  const refusals: readonly [string, number, RegExp][] = [
    [
      "t",
      2,
      /range 2, of keyspace default, goes from the first key to before "m": "t" is not in it/,
    ],
    ["\x00", 3, /range 3, of keyspace default, goes from "m" to the last one: 0x00 is not in it/],
    [
      "t",
      1,
      /range 1, of keyspace system, goes from the first key to the last one: "t" is not in it/,
    ],
    ["t", 9, /there is no range 9/],
  ]
  for (const [at, rangeId, message] of refusals) {
    t.match(await errorOf(() => cut(at, rangeId)), { code: "invalid_argument", message })
  }
  t.notOk(taken.slice(before).some(({ operation }) => operation.type === "split"))
})

t.test("a key is located by the range that holds it", async (t) => {
  const setup = setUp()
  await split(setup, "m")
  const table: readonly [string, number][] = [
    ["a", 2],
    ["lzzz", 2],
    ["m", 3],
    ["m\0", 3],
    ["z", 3],
  ]
  for (const [key, rangeId] of table) {
    for (const keyspace of ["", "default"]) {
      const { range, keyspace: of } = await locate(setup, key, keyspace)
      t.same([range.rangeId, of], [rangeId, "default"], key)
    }
  }
})

t.test(
  "a located key comes with where this node's replica is, and whether it knows it",
  async (t) => {
    const setup = setUp()
    await setup.api.unary("put", requestOf(put("ada")), new TestCall())
    const log = { firstIndex: 4, commitIndex: 29, appliedIndex: 28, lastIndex: 30 }
    t.match(await locate(setup, "ada"), { ...log, readFrom: "memory" })
    t.match(await locate(setup, "bob"), { ...log, readFrom: "disk" })
  },
)

t.test("what is no place of a client's keyspace is refused", async (t) => {
  const setup = setUp()
  const { api, service, limits } = setup
  const long = "k".repeat(limits.keyBytesMax + 1)
  const table: readonly [Uint8Array, string, RegExp][] = [
    [place(""), "invalid_argument", /key is empty/],
    [place(long), "too_large", /key has 65 bytes, at most 64/],
    [place("k", "nowhere"), "unknown_keyspace", /no keyspace "nowhere"/],
    [place("k", "system"), "unknown_keyspace", /"system" is the cluster's own/],
    [Uint8Array.from([0xff, 0xff]), "invalid_argument", /malformed/],
  ]
  for (const [request, code, message] of table) {
    for (const work of [
      api.locateKey(request, new TestCall()),
      api.splitRange(request, new TestCall()),
    ]) {
      t.match(await errorOf(() => work), { code, message })
    }
  }
  t.ok(
    service.taken.every(({ operation }) => operation.type === "get"),
    "names are looked up",
  )
})

t.test("a key of a range that this node does not know is not located now", async (t) => {
  const setup = setUp()
  setup.service.descriptors = setup.service.descriptors.slice(0, 1)
  t.match(await errorOf(() => locate(setup, "k")), { code: "unavailable", message: /ask again/ })
})

t.test("the id of a range is taken from the cluster's own, before the split", async (t) => {
  const setup = setUp()
  const { service } = setup
  service.holding = true
  const halves = split(setup, "m")
  const [count] = service.held
  t.equal(service.held.length, 1, "nothing is split before there is an id")
  t.match(count, { keyspaceId: systemKeyspaceId, operation: { type: "increment", delta: 64n } })
  service.release()
  await settled()
  t.equal(service.held.length, 1)
  t.match(service.held[0], {
    keyspaceId: defaultKeyspaceId,
    operation: { type: "split", at: text("m"), childId: 3 },
  })
  service.release()
  t.equal((await halves).right.rangeId, 3)
})

t.test("what is submitted is encoded as another node will read it", async (t) => {
  const setup = setUp()
  await split(setup, "m")
  const { taken } = setup.service
  t.same(
    taken.map(({ bytes }) => decodeOperation(bytes).request),
    taken.map(({ operation }) => operation),
  )
  t.same(
    taken.map(({ bytes }) => decodeOperation(bytes).keyspace),
    ["", "", ""],
    "keyspaces go by their ids",
  )
})

t.test("ids are taken a block at a time, however many are asked for at once", async (t) => {
  const setup = setUp()
  const keys = Array.from({ length: 70 }, (_, i) => String(100 + i))
  await Promise.all(keys.map((key) => split(setup, key)))
  const increments = setup.service.taken.filter(({ operation }) => operation.type === "increment")
  t.equal(increments.length, 2)
  t.equal(new Set(setup.service.descriptors.map(({ rangeId }) => rangeId)).size, 72)
})

t.test("an id that was given once is never given again", async (t) => {
  const setup = setUp()
  const { service } = setup
  const refused: OperationResult = { type: "error", code: "invalid_argument", message: "no" }
  service.script = ({ operation }) => (operation.type === "split" ? refused : undefined)
  await errorOf(() => split(setup, "m"))
  service.script = () => undefined
  t.equal((await split(setup, "m")).right.rangeId, 4)
})

t.test("errors are passed on with their codes", async (t) => {
  const codes = ["invalid_argument", "unavailable", "result_unknown", "disk_full"] as const
  for (const at of ["increment", "split"]) {
    for (const code of codes) {
      const setup = setUp()
      const failure: OperationResult = { type: "error", code, message: `of ${at}` }
      setup.service.script = ({ operation }) => (operation.type === at ? failure : undefined)
      t.match(await errorOf(() => split(setup, "m")), { code, message: `of ${at}` })
    }
  }
})

t.test("an answer to another question is an error of the node", async (t) => {
  for (const at of ["increment", "split"]) {
    const setup = setUp()
    setup.service.script = ({ operation }) =>
      operation.type === at ? { type: "put", version: 1 } : undefined
    t.equal((await errorOf(() => split(setup, "m"))).code, "internal")
  }
})

const transfer = async ({ api }: Setup, rangeId: number, to: number, call = new TestCall()) =>
  api.transferLeader(encodeLeaderTransfer({ rangeId, to }), call)

t.test("leadership of a range is handed over by its id", async (t) => {
  const setup = setUp()
  const { service } = setup
  await split(setup, "m")
  service.taken.length = 0
  const table: readonly [number, number, string][] = [
    [1, systemKeyspaceId, ""],
    [2, defaultKeyspaceId, ""],
    [3, defaultKeyspaceId, "m"],
  ]
  for (const [rangeId, keyspaceId, start] of table) {
    await transfer(setup, rangeId, 2)
    const [taken] = service.taken.splice(0)
    const operation = { type: "transfer", key: text(start), to: 2 }
    t.match(taken, { keyspaceId, operation, rangeId })
    const sent = decodeOperation(taken?.bytes ?? new Uint8Array(0))
    t.equal(sent.rangeId, rangeId)
    t.same(sent.request, taken?.operation)
  }
  t.equal(decodeRangeList(await setup.api.listRanges(new TestCall()))[0]?.leaderNodeId, 2)
})

t.test("a transfer that can't be is refused, and its errors are passed on", async (t) => {
  const setup = setUp()
  const { api, service } = setup
  t.match(await errorOf(() => transfer(setup, 9, 2)), {
    ...{ code: "unavailable", message: /nobody can tell now of range 9: ask again/ },
  })
  service.taken.length = 0
  driverTells(setup)
  t.match(await errorOf(() => transfer(setup, 9, 2)), {
    ...{ code: "invalid_argument", message: /no range 9/ },
  })
  const malformed = () => api.transferLeader(Uint8Array.from([0xff]), new TestCall())
  t.equal((await errorOf(malformed)).code, "invalid_argument")
  t.equal(await codeOf(() => transfer(setup, 2, 2, new TestCall(0))), "deadline_exceeded")
  // Nothing but where range 9 is, of the driver, and whether that knows of all keyspaces' ranges.
  t.same(
    service.taken.map(({ operation }) => operation.type),
    ["ask", "scan"],
  )
  service.script = () => ({ type: "error", code: "unavailable", message: "not now" })
  t.match(await errorOf(() => transfer(setup, 2, 2)), { code: "unavailable", message: "not now" })
  service.script = () => ({ type: "put", version: 1 })
  t.equal((await errorOf(() => transfer(setup, 2, 2))).code, "internal")
  api.close()
  t.equal(await codeOf(() => transfer(setup, 2, 2)), "unavailable")
})

t.test("a transfer to a store that is not there is told apart", async (t) => {
  const setup = setUp()
  const counts = { ranges: 0, leaders: 0, bytes: 0, capacityBytes: 0, usedBytes: 0 }
  const sizes = { ...counts, heardMsAgo: 1, stateMs: 0 }
  const store = { nodeId: 8, address: "h:1", state: "up", labels: noLabels, ...sizes }
  const body = encodeStoreList([store])
  const response = encodeDriverMessage({ question: "stores", body })
  setup.service.script = ({ operation }) =>
    operation.type === "ask" ? { type: "ask", response } : undefined
  const message = /there is no store 9: the stores are 8$/
  t.match(await errorOf(() => transfer(setup, 2, 9)), { code: "invalid_argument", message })
  t.notOk(setup.service.taken.some(({ operation }) => operation.type === "transfer"))
  await transfer(setup, 2, 8)
  const sent = setup.service.taken.some(({ operation }) => operation.type === "transfer")
  t.ok(sent, "its range answers for itself")
})

t.test("a range is checked by its id", async (t) => {
  const setup = setUp()
  const { api, service } = setup
  driverTells(setup)
  const check = (rangeId: number, call = new TestCall()) => {
    return api.checkRange(encodeRangeId(rangeId), call)
  }
  const report = decodeCheckReport(await check(2))
  t.match(report, { range: { rangeId: 2 }, index: 28, outcome: "agreed" })
  t.same(report.hashes, [{ nodeId: 1, hash: "0123456789abcdef" }])
  t.match(service.taken.at(-1), {
    ...{ operation: { type: "check" }, keyspaceId: defaultKeyspaceId, rangeId: 2 },
  })
  t.equal(await codeOf(() => check(9)), "invalid_argument")
  t.equal(await codeOf(() => check(2, new TestCall(0))), "deadline_exceeded")
  api.close()
  t.equal(await codeOf(() => check(2)), "unavailable")
})

t.test("a split takes room, has a deadline, and can be taken back", async (t) => {
  const setup = setUp({ operationsPendingMax: 1 })
  const { service, clock } = setup
  service.holding = true
  const call = new TestCall(250)
  const first = codeOf(() => split(setup, "m", "", call))
  const check = setup.api.checkRange(encodeRangeId(2), new TestCall())
  t.equal(await codeOf(() => check), "overloaded")
  t.equal((service.held[0]?.deadline ?? 0) - clock.nowMs, 250)
  call.cancel()
  service.release()
  t.equal(await first, "cancelled")
  service.holding = false
  t.equal(await codeOf(() => split(setup, "m")), "done", "there is room again")
  t.equal(await codeOf(() => split(setup, "m", "", new TestCall(0))), "deadline_exceeded")
})

t.test("a stopping node splits nothing", async (t) => {
  const setup = setUp()
  setup.api.close()
  t.equal(await codeOf(() => split(setup, "m")), "unavailable")
  t.equal(setup.service.submits, 0)
})
