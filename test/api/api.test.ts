/** The API without a transport: sessions, calls, admission, against a service on a Map. */
import t from "tap"
import type { Operation } from "../../src/core/range/types.ts"
import {
  decodeResult,
  decodeStatus,
  encodeBatchRequest,
  encodeSessionRequest,
  splitBatchResponse,
  type Verb,
} from "../../src/wire/index.ts"
import { keysOfPage, requestOf, resultOf } from "./requests.ts"
import {
  bytesOf,
  codeOf,
  frameOf,
  get,
  open,
  put,
  settled,
  setUp,
  TestCall,
  text,
} from "./setup.ts"

t.test("a session greets with the members", async (t) => {
  const { api, clock } = setUp()
  const { peer } = open(api)
  clock.turn()
  t.same(peer.memberAddresses, ["127.0.0.1:7400", "127.0.0.1:7401"])
  t.equal(peer.frames.length, 1)
})

t.test(
  "operations of a frame are submitted together, answers of a turn leave together",
  async (t) => {
    const { api, clock, service } = setUp()
    const { peer, session } = open(api)
    clock.turn()
    session.onFrame(frameOf([1, put("a", "1")], [2, put("b", "2")], [3, get("nothing")]))
    session.onFrame(frameOf([4, get("a")]))
    t.equal(service.submits, 2)
    clock.turn()
    t.equal(peer.frames.length, 2, "the greeting and one frame of answers")
    t.equal(peer.frames[1]?.results, 4)
    t.match(peer.results.get(4), { type: "get", cell: { value: text("1") } })
    t.match(peer.results.get(3), { type: "get", cell: undefined })
  },
)

t.test("what can't be executed is refused for itself", async (t) => {
  const { api, clock, service, limits } = setUp()
  const { peer, session } = open(api)
  const long = "k".repeat(limits.keyBytesMax + 1)
  session.onFrame(
    encodeSessionRequest([
      bytesOf(1, get("")),
      bytesOf(2, put(long)),
      bytesOf(3, put("k", "v".repeat(limits.valueBytesMax + 1))),
      bytesOf(4, get("k"), { keyspace: "nowhere" }),
      Buffer.concat([Buffer.from([0x08, 5]), Buffer.from([0xff, 0xff])]),
      Buffer.from([0x08, 6]),
      bytesOf(7, get("fine"), { keyspace: "default" }),
    ]),
  )
  await settled()
  clock.turn()
  t.equal(peer.errorOf(1), "invalid_argument")
  t.equal(peer.errorOf(2), "too_large")
  t.equal(peer.errorOf(3), "too_large")
  t.equal(peer.errorOf(4), "unknown_keyspace")
  t.equal(peer.errorOf(5), "invalid_argument", "garbage is answered under its id")
  t.equal(peer.errorOf(6), "invalid_argument", "an operation without a request")
  t.match(peer.results.get(7), { type: "get" })
  t.equal(service.held.length, 0)
  t.equal(peer.closed, undefined)
})

t.test("an id in flight can't be used twice", async (t) => {
  const { api, clock, service } = setUp()
  const { peer, session } = open(api)
  service.holding = true
  session.onFrame(frameOf([1, get("a")], [1, get("b")]))
  clock.turn()
  t.equal(peer.errorOf(1), "invalid_argument")
  service.release()
  clock.turn()
  t.match(peer.results.get(1), { type: "get" })
  session.onFrame(frameOf([1, get("b")]))
  t.equal(service.held.length, 1, "free again after the answer")
})

t.test("a frame that is none closes the session", async (t) => {
  const { api, clock, service } = setUp()
  const { peer, session } = open(api)
  service.holding = true
  session.onFrame(frameOf([1, put("a")]))
  session.onFrame(Buffer.from([0xff, 0xff, 0xff]))
  t.equal(peer.closed?.error?.code, "invalid_argument")
  t.equal(service.held[0]?.cancelled, true)
  service.release()
  session.onFrame(frameOf([2, get("a")]))
  clock.turn()
  t.equal(peer.results.size, 0)
})

t.test("operations are taken back by id, and when the client goes", async (t) => {
  const { api, clock, service } = setUp()
  const { peer, session } = open(api)
  service.holding = true
  session.onFrame(frameOf([1, put("a")], [2, put("b")], [9, { type: "cancel" }]))
  session.onFrame(frameOf([2, { type: "cancel" }]))
  t.same(
    service.held.map(({ cancelled }) => cancelled),
    [false, true],
  )
  session.onClose()
  t.ok(service.held.every(({ cancelled }) => cancelled))
  service.release()
  clock.turn()
  t.equal(peer.results.size, 0)
})

t.test("deadlines are the client's, else the default", async (t) => {
  const { api, clock, service, limits } = setUp()
  const { session } = open(api)
  service.holding = true
  session.onFrame(
    encodeSessionRequest([bytesOf(1, get("a")), bytesOf(2, get("a"), { timeoutMs: 250 })]),
  )
  t.same(
    service.held.map(({ deadline }) => deadline - clock.nowMs),
    [limits.deadlineMsDefault, 250],
  )
})

t.test("a client that sends no more gets all its answers, then the end", async (t) => {
  const { api, clock, service } = setUp()
  const { peer, session } = open(api)
  service.holding = true
  session.onFrame(frameOf([1, get("a")], [2, get("b")]))
  session.onEnd()
  clock.turn()
  t.equal(peer.closed, undefined)
  service.release()
  clock.turn()
  t.equal(peer.results.size, 2)
  t.same(peer.closed, { error: undefined })
})

t.test("more operations than the node takes are refused with advice", async (t) => {
  const { api, clock, service, limits } = setUp()
  const { peer, session } = open(api)
  service.holding = true
  const many = Array.from({ length: limits.operationsPendingMax + 5 }, (_, i) => i + 1)
  session.onFrame(frameOf(...many.map((id) => [id, get("a")] as const)))
  clock.turn()
  t.equal(service.held.length, limits.operationsPendingMax)
  t.equal(peer.results.size, 5)
  t.equal(peer.errorOf(limits.operationsPendingMax + 1), "overloaded")
  t.match(peer.hints[0], { retryAfterMs: Number })
  t.equal(await codeOf(() => api.unary("get", requestOf(get("a")), new TestCall())), "overloaded")
  service.release()
  clock.turn()
  session.onFrame(frameOf([1_000, get("a")]))
  t.equal(service.held.length, 1, "there is room again")
})

t.test("more bytes than the node holds are refused", async (t) => {
  const { api, clock, service } = setUp({ operationsPendingBytesMax: 4_000 })
  const { peer, session } = open(api)
  service.holding = true
  const value = "v".repeat(1_000)
  for (let id = 1; id <= 6; id += 1) session.onFrame(frameOf([id, put("a", value)]))
  clock.turn()
  t.equal(service.held.length, 3)
  t.same(
    [4, 5, 6].map((id) => peer.errorOf(id)),
    ["overloaded", "overloaded", "overloaded"],
  )
  service.holding = false
  service.release()
  session.onFrame(frameOf([7, put("a", value)]))
  clock.turn()
  t.match(peer.results.get(7), { type: "put" })
})

t.test("a client that does not read: reads are given up, then the session", async (t) => {
  const { api, clock, service } = setUp({ operationsPendingBytesMax: 16_000 })
  const { peer, session } = open(api)
  clock.turn()
  session.onFrame(frameOf([1, put("big", "v".repeat(1_000))]))
  peer.reading = false
  clock.turn()
  service.holding = true
  for (let id = 10; id < 30; id += 1) session.onFrame(frameOf([id, get("big")]))
  session.onFrame(frameOf([30, put("small")]))
  service.release()
  clock.turn()
  const before = peer.frames.length
  t.equal(peer.results.size, 1, "nothing is sent to a client that does not read")
  clock.advance(5_000)
  peer.reading = true
  session.onDrain()
  const refused = [...peer.results.keys()].filter((id) => peer.errorOf(id) === "overloaded")
  t.equal(peer.results.size, 22)
  t.ok(refused.length >= 15 && refused.length < 20, `${refused.length} reads were given up`)
  t.match(peer.results.get(30), { type: "put" }, "a write was done and is told")
  t.ok(peer.frames.length > before)

  peer.reading = false
  session.onFrame(frameOf([40, get("big")]))
  service.release()
  clock.turn()
  t.equal(peer.closed, undefined)
  clock.advance(10_000)
  t.equal(peer.closed?.error?.code, "overloaded")
  t.equal(clock.timers, 0)
  service.holding = false
  t.equal(await codeOf(() => api.unary("get", requestOf(get("big")), new TestCall())), "done")
})

t.test("many clients that do not read leave room for those who do", (t) => {
  const { api, clock, service } = setUp({ operationsPendingBytesMax: 160_000 })
  const reader = open(api)
  reader.session.onFrame(frameOf([1, put("big", "v".repeat(1_000))]))
  clock.turn()
  service.holding = true
  const clients = Array.from({ length: 5 }, () => open(api))
  clock.turn()
  for (const { peer, session } of clients) {
    peer.reading = false
    session.onFrame(frameOf([1, put("small")]))
    service.release()
    clock.turn()
    for (let id = 2; id < 47; id += 1) session.onFrame(frameOf([id, get("big")]))
    service.release()
    clock.turn()
  }
  for (let id = 2; id < 12; id += 1) reader.session.onFrame(frameOf([id, get("big")]))
  service.release()
  clock.turn()
  const read = [...reader.peer.results.values()].filter(({ type }) => type === "get")
  t.equal(read.length, 10, "who reads is not refused")

  const kept = clients.map(({ peer, session }) => {
    peer.reading = true
    session.onDrain()
    return [...peer.results.values()].filter(({ type }) => type === "get").length
  })
  t.ok(
    kept.every((one, at) => at === 0 || (one > 0 && one < (kept[at - 1] ?? 0))),
    `each has a quarter of what those before it left: ${kept.join(" ")} reads`,
  )
  clock.advance(20_000)
  for (const { peer, session } of clients) {
    session.onFrame(frameOf([90, get("big")]))
    service.release()
    clock.turn()
    t.match(peer.results.get(90), { type: "get" }, "all is given back once they read")
  }
  t.equal(clock.timers, 0)
  t.end()
})

const swap = (key: string): Operation => ({
  ...{ type: "compareAndSwap", key: text(key), value: text("other"), expect: { type: "absent" } },
  ...{ ttlMs: undefined, requestId: undefined },
})

t.test("swaps that did not happen bring the value, and are given up like reads", async (t) => {
  const { api, clock, service } = setUp({ operationsPendingBytesMax: 16_000 })
  await api.unary("put", requestOf(put("big", "v".repeat(1_000))), new TestCall())
  const { peer, session } = open(api)
  peer.reading = false
  clock.turn()
  service.holding = true
  for (let id = 10; id < 30; id += 1) session.onFrame(frameOf([id, swap("big")]))
  session.onFrame(frameOf([30, swap("small")]))
  service.release()
  clock.turn()
  peer.reading = true
  session.onDrain()
  const refused = [...peer.results.keys()].filter((id) => peer.errorOf(id) === "overloaded")
  t.equal(peer.results.size, 21)
  t.ok(refused.length >= 15 && refused.length < 20, `${refused.length} swaps were given up`)
  t.match(peer.results.get(30), { type: "compareAndSwap", swapped: true }, "one that did is told")
})

t.test("answers are cut into frames that a client takes", async (t) => {
  const { api, clock, limits } = setUp()
  const { peer, session } = open(api)
  clock.turn()
  session.onFrame(frameOf([1, put("big", "v".repeat(1_000))]))
  for (let id = 2; id < 22; id += 1) session.onFrame(frameOf([id, get("big")]))
  clock.turn()
  t.equal(peer.results.size, 21)
  t.ok(peer.frames.every(({ bytes }) => bytes <= limits.messageBytesMax))
  t.ok(peer.frames.length > 3)
})

t.test("no more sessions than connections", async (t) => {
  const { api } = setUp({ connectionsMax: 2 })
  open(api)
  const { session } = open(api)
  const { peer } = open(api)
  t.equal(peer.closed?.error?.code, "overloaded")
  session.onClose()
  t.equal(open(api).peer.closed, undefined)
})

t.test("a stopping node ends its sessions and takes no calls", async (t) => {
  const { api, clock } = setUp()
  const { peer } = open(api)
  clock.turn()
  api.close()
  t.equal(peer.closed?.error?.code, "unavailable")
  t.equal(clock.timers, 0)
  t.equal(open(api).peer.closed?.error?.code, "unavailable")
  t.equal(await codeOf(() => api.unary("get", requestOf(get("a")), new TestCall())), "unavailable")
  t.equal(await codeOf(() => api.batch(new Uint8Array(0), new TestCall())), "unavailable")
  t.equal(await codeOf(() => api.locateKey(new Uint8Array(0), new TestCall())), "unavailable")
  t.equal(await codeOf(() => api.scan(new Uint8Array(0), new TestCall()).next()), "unavailable")
})

t.test("unary calls", async (t) => {
  const { api, service } = setUp()
  const call = (verb: Verb, operation: Operation) =>
    api.unary(verb, requestOf(operation), new TestCall())
  t.match(resultOf("put", await call("put", put("a", "1"))), { version: 101 })
  t.match(resultOf("get", await call("get", get("a"))), { cell: { value: text("1") } })
  t.equal(await codeOf(() => call("get", get(""))), "invalid_argument")
  t.equal(
    await codeOf(() => api.unary("get", text("\xff\xff"), new TestCall())),
    "invalid_argument",
  )
  service.holding = true
  const cancelled = new TestCall()
  const answer = codeOf(() => api.unary("put", requestOf(put("a")), cancelled))
  cancelled.cancel()
  service.release()
  t.equal(await answer, "cancelled")
})

t.test("a call whose deadline is past does no work", async (t) => {
  const { api, service } = setUp()
  for (const timeoutMs of [0, -5]) {
    const call = new TestCall(timeoutMs)
    t.equal(await codeOf(() => api.unary("put", requestOf(put("a")), call)), "deadline_exceeded")
    t.equal(await codeOf(() => api.batch(new Uint8Array(0), call)), "deadline_exceeded")
    t.equal(await codeOf(() => api.scan(new Uint8Array(0), call).next()), "deadline_exceeded")
  }
  t.equal(service.submits, 0)
})

t.test("long responses count until they have left", async (t) => {
  for (const operation of [get("big"), swap("big")]) {
    const { api } = setUp({ operationsPendingBytesMax: 3_000 })
    await api.unary("put", requestOf(put("big", "v".repeat(1_000))), new TestCall())
    const calls = Array.from({ length: 3 }, () => new TestCall())
    const { type } = operation
    const ask = (call: TestCall) => codeOf(() => api.unary(type, requestOf(operation), call))
    t.same([await ask(calls[0] as TestCall), await ask(calls[1] as TestCall)], ["done", "done"])
    t.equal(await ask(calls[2] as TestCall), "overloaded", type)
    calls[0]?.left()
    t.equal(await ask(calls[2] as TestCall), "done")
  }
})

t.test("a batch answers each operation in its place", async (t) => {
  const { api, limits } = setUp()
  const results = splitBatchResponse(
    await api.batch(
      encodeBatchRequest("", [
        bytesOf(7, put("a", "1")),
        bytesOf(8, get("")),
        bytesOf(9, get("a"), { keyspace: "nowhere" }),
        Buffer.from([0xff]),
        bytesOf(10, { type: "cancel" }),
      ]),
      new TestCall(),
    ),
  ).map((bytes) => decodeResult(bytes))
  t.same(
    results.map(({ id }) => id),
    [7, 8, 9, 0, 10],
  )
  t.same(
    results.map(({ result }) => (result.type === "error" ? result.code : result.type)),
    ["put", "invalid_argument", "unknown_keyspace", "invalid_argument", "invalid_argument"],
  )
  const many = Array.from({ length: limits.batchOperationsMax + 1 }, (_, i) => bytesOf(i, get("a")))
  const tooMany = encodeBatchRequest("", many)
  t.equal(await codeOf(() => api.batch(tooMany, new TestCall())), "too_large")
  const elsewhere = encodeBatchRequest("nowhere", [])
  t.equal(await codeOf(() => api.batch(elsewhere, new TestCall())), "unknown_keyspace")
  t.equal(await codeOf(() => api.batch(text("\xff\xff"), new TestCall())), "invalid_argument")
  t.equal((await api.batch(new Uint8Array(0), new TestCall())).length, 0)
})

t.test("operations of a batch have its deadline, or an earlier one of their own", async (t) => {
  const { api, clock, service, limits } = setUp()
  const asked = [0, 250, 3 * limits.deadlineMsDefault]
  const parts = asked.map((timeoutMs, id) => bytesOf(id, get("a"), { timeoutMs }))
  for (const [call, deadlinesMs] of [
    [2 * limits.deadlineMsDefault, [2 * limits.deadlineMsDefault, 250]],
    [undefined, [limits.deadlineMsDefault, 250]],
    [100, [100, 100]],
  ] as const) {
    service.taken.length = 0
    await api.batch(encodeBatchRequest("", parts), new TestCall(call))
    t.same(
      service.taken.map(({ deadline }) => deadline - clock.nowMs),
      [...deadlinesMs, deadlinesMs[0]],
    )
  }
})

t.test("a batch's response is no longer than a message", async (t) => {
  const { api, limits } = setUp()
  await api.unary("put", requestOf(put("big", "v".repeat(1_000))), new TestCall())
  const reads = Array.from({ length: 12 }, (_, i) => bytesOf(i, get("big")))
  const response = await api.batch(encodeBatchRequest("", reads), new TestCall())
  t.ok(response.length <= limits.messageBytesMax)
  const results = splitBatchResponse(response).map((bytes) => decodeResult(bytes).result)
  const refused = results.filter((result) => result.type === "error" && result.code === "too_large")
  t.ok(refused.length > 0 && refused.length < 12, `${refused.length} of 12 were refused`)
})

t.test("a scan goes page by page, as far as it is read", async (t) => {
  const { api, service } = setUp()
  for (const key of ["a", "b", "c", "d", "e", "f", "g", "h"]) {
    await api.unary("put", requestOf(put(key)), new TestCall())
  }
  const scan = async (more: object): Promise<string[]> => {
    const operation = { ...whole, ...more } as Operation
    const pages: string[] = []
    for await (const page of api.scan(requestOf(operation), new TestCall())) {
      pages.push(keysOfPage(page).join(""))
    }
    return pages
  }
  const whole = {
    ...{ type: "scan", start: text(""), end: text(""), limit: 0, reverse: false },
    ...{ keysOnly: false, consistency: "linearizable" },
  }
  t.same(await scan({}), ["abc", "def", "gh"])
  t.same(await scan({ limit: 4 }), ["abc", "d"])
  t.same(await scan({ start: text("c"), end: text("g") }), ["cde", "f"])
  t.same(await scan({ reverse: true, limit: 5 }), ["hgf", "ed"])
  t.equal(await codeOf(() => scan({ limit: -1 })), "invalid_argument")
  t.equal(await codeOf(() => scan({ start: text("z"), end: text("a") })), "invalid_argument")

  const before = service.submits
  const pages = api.scan(requestOf(whole as Operation), new TestCall())
  await pages.next()
  t.equal(service.submits, before + 1, "the next page is read when it is asked for")
  await pages.return(undefined)
})

t.test("status", async (t) => {
  const { api, clock } = setUp()
  clock.nowMs += 1_234
  t.match(decodeStatus(api.status()), {
    ...{ version: "1.2.3", term: 7, uptimeMs: 1_234, residentBytes: 4_096, condition: "ok" },
  })
})
