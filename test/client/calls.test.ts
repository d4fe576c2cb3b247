import t from "tap"
import { errorOf, setUp } from "./setup.ts"

t.test("every verb gives what the nodes answer", async (t) => {
  const { time, db } = setUp()
  const done = <T>(promise: Promise<T>): Promise<T> => time.until(promise)
  t.equal(await done(db.get("ada")), undefined)
  t.same(await done(db.put("ada", "1815")), { version: 1 })
  const cell = await done(db.get("ada"))
  t.equal(cell?.key.toString(), "ada")
  t.equal(cell?.value.toString(), "1815")
  t.equal(cell?.version, 1)
  t.same(await done(db.compareAndSwap("ada", { expect: 1, value: "1852" })), {
    swapped: true,
    version: 2,
    found: false,
    value: undefined,
  })
  const lost = await done(db.compareAndSwap("ada", { expect: "absent", value: "1" }))
  t.equal(lost.swapped, false)
  t.equal(lost.value?.toString(), "1852")
  t.ok((await done(db.compareAndSwap("ada", { expect: { value: "1852" }, delete: true }))).swapped)
  t.equal(await done(db.get("ada")), undefined)
  t.same(await done(db.increment("n", -5)), { value: -5n, version: 5 })
  t.same(await done(db.increment("n", 2n ** 40n)), { value: 2n ** 40n - 5n, version: 6 })
  t.same(await done(db.delete("n")), { version: 7 })
  await db.close()
})

t.test("keys and values are bytes, whatever they hold", async (t) => {
  const { time, db } = setUp()
  const key = Uint8Array.from([0, 255, 10, 128])
  const value = Uint8Array.from(Array.from({ length: 256 }, (_, byte) => byte))
  await time.until(db.put(key, value))
  const cell = await time.until(db.get(key))
  t.same(cell?.value, Buffer.from(value))
  await time.until(db.put("größe", "ß"))
  t.equal((await time.until(db.get(Buffer.from("größe"))))?.value.toString(), "ß")
  await db.close()
})

t.test("a keyspace is named in every operation", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.keyspace("users").put("ada", "1815"))
  await time.until(db.put("ada", "1815"))
  t.same(
    a.requests.map(({ keyspace }) => keyspace),
    ["users", ""],
  )
  await db.close()
})

t.test("calls of one turn go in one frame, each under its own id", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  await time.pass(10)
  await time.until(Promise.all(Array.from({ length: 100 }, (_, i) => db.put(`k${i}`, "v"))))
  t.same(a.frames, [100])
  t.equal(new Set(a.requests.map(({ id }) => id)).size, 100)
  await db.close()
})

t.test("a frame holds a bounded number of bytes", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  await time.pass(10)
  const value = new Uint8Array(200_000)
  await time.until(Promise.all(Array.from({ length: 10 }, (_, i) => db.put(`k${i}`, value))))
  t.same(a.frames, [2, 2, 2, 2, 2])
  await db.close()
})

t.test("a batch gives each operation its own result or error", async (t) => {
  const { time, db, a } = setUp()
  a.script = ({ request }) =>
    request.type === "increment"
      ? { result: { type: "error", code: "not_a_number", message: "it is text" } }
      : undefined
  const results = await time.until(
    db.batch([
      { type: "put", key: "x", value: "1" },
      { type: "increment", key: "x", delta: 1 },
      { type: "get", key: "x" },
      { type: "compareAndSwap", key: "x", expect: { value: "1" }, value: "2" },
      { type: "delete", key: "y" },
      { type: "put", key: "", value: "no key" },
    ]),
  )
  const [put, increment, get, swap, gone, empty] = results
  t.same(put, { ok: true, value: { version: 1 } })
  t.equal(increment.ok ? undefined : increment.error.code, "not_a_number")
  t.equal(get.ok ? get.value?.value.toString() : undefined, "1")
  t.equal(swap.ok && swap.value.swapped, true)
  t.equal(gone.ok, true)
  t.equal(empty.ok ? undefined : empty.error.code, "invalid_argument")
  await db.close()
})

t.test("a range is deleted to its end, step by step", async (t) => {
  const { time, db, a } = setUp()
  await time.until(Promise.all(Array.from({ length: 8 }, (_, i) => db.put(`k${i}`, "v"))))
  a.requests.length = 0
  t.same(await time.until(db.deleteRange({ prefix: "k", lt: "k7" })), { deleted: 7 })
  t.equal(a.requests.length, 3)
  t.same(await time.until(db.deleteRange({ gte: "z", lt: "a" })), { deleted: 0 })
  t.equal((await time.until(db.get("k7")))?.key.toString(), "k7")
  await db.close()
})

t.test("what can't be sent is refused before it is sent", async (t) => {
  const { time, db, a } = setUp()
  const wrong: readonly [() => Promise<unknown>, string][] = [
    [() => db.get(""), "invalid_argument"],
    [() => db.get(5 as unknown as string), "invalid_argument"],
    [() => db.put("k", null as unknown as string), "invalid_argument"],
    [() => db.put("k", "v", { ttlMs: -1 }), "invalid_argument"],
    [() => db.put("k", "v", { timeoutMs: 0 }), "invalid_argument"],
    [() => db.put("k", "v", { timeoutMs: Number.NaN }), "invalid_argument"],
    [() => db.put("k", new Uint8Array(5_000_000)), "too_large"],
    [() => db.increment("k", 1.5), "invalid_argument"],
    [() => db.increment("k", 2n ** 63n), "invalid_argument"],
    [() => db.compareAndSwap("k", { expect: "absent" }), "invalid_argument"],
    [() => db.compareAndSwap("k", { expect: 1, value: "v", delete: true }), "invalid_argument"],
    [() => db.compareAndSwap("k", { expect: -1, value: "v" }), "invalid_argument"],
    [() => db.scan({ limit: -1 }).all(), "invalid_argument"],
    [() => db.deleteRange({ prefix: 1 as unknown as string }), "invalid_argument"],
  ]
  for (const [call, code] of wrong) t.equal((await errorOf(time, call())).code, code)
  t.equal(a.requests.length, 0)
  await db.close()
})

t.test("what the nodes find wrong is told as they say it, once", async (t) => {
  const { time, db, a } = setUp()
  a.script = () => ({ result: { type: "error", code: "unknown_keyspace", message: "no such" } })
  const error = await errorOf(time, db.keyspace("nope").get("k"))
  t.equal(error.code, "unknown_keyspace")
  t.equal(error.message, "no such")
  t.equal(error.outcome, "refused")
  t.equal(a.requests.length, 1)
  await db.close()
})

t.test("a bounded number of operations is under way, in the order of the calls", async (t) => {
  const { time, db, a } = setUp({ inFlightMax: 10 })
  await time.until(db.connected())
  let most = 0
  a.script = () => {
    most = Math.max(most, a.requests.length - a.answered)
    return undefined
  }
  await time.until(Promise.all(Array.from({ length: 95 }, (_, i) => db.put(`k${i}`, "v"))))
  t.same(a.frames, [10, 10, 10, 10, 10, 10, 10, 10, 10, 5])
  t.equal(most, 10)
  t.same(
    a.operations.map((operation) => "key" in operation && Buffer.from(operation.key).toString()),
    Array.from({ length: 95 }, (_, i) => `k${i}`),
  )
  await db.close()
})

t.test("a bounded number of bytes is under way, and a large one goes alone", async (t) => {
  const { time, db, a } = setUp({ inFlightBytesMax: 10_000 })
  await time.until(db.connected())
  const put = (bytes: number): Promise<unknown> => db.put("k", new Uint8Array(bytes))
  await time.until(Promise.all([put(4_000), put(4_000), put(4_000), put(50_000), put(10)]))
  t.same(a.frames, [2, 1, 1, 1])
  await db.close()
})

t.test("nothing is sent while the transport asks to wait", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  await time.pass(5)
  a.full = true
  await time.until(db.put("k1", "v"))
  const second = db.put("k2", "v")
  await time.pass(100)
  t.equal(a.requests.length, 1)
  a.drain()
  await time.until(second)
  t.equal(a.requests.length, 2)
  await db.close()
})

t.test("an id is not used again before its answer came", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  a.script = () => "nothing"
  const first = db.get("slow", { timeoutMs: 50 })
  t.equal((await errorOf(time, first)).code, "deadline_exceeded")
  a.script = () => undefined
  await time.until(db.put("quick", "1"))
  const [slow, quick] = a.requests
  if (slow === undefined || quick === undefined) throw new Error("two requests")
  t.not(slow.id, quick.id)
  a.answerLate(slow, { type: "get", cell: undefined })
  await time.pass(5)
  a.answerLate(slow, { type: "get", cell: undefined })
  await time.pass(5)
  await time.until(db.put("quick", "2"))
  t.equal((await time.until(db.get("quick")))?.value.toString(), "2")
  await db.close()
})

t.test("deadlines cost one timer, however many there are", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  await time.pass(1_000)
  a.script = () => "nothing"
  const before = time.timers
  const calls = Array.from({ length: 500 }, (_, i) => db.get(`k${i}`, { timeoutMs: 300 + i }))
  const codes = Promise.all(calls.map((call) => errorOf(time, call)))
  await time.pass(1)
  t.ok(time.timers <= before + 3, `${time.timers} timers`)
  await time.pass(1_000)
  t.ok((await codes).every(({ code }) => code === "deadline_exceeded"))
  await db.close()
})

t.test("a call ends at its deadline, not about then", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  a.script = () => "nothing"
  for (const timeoutMs of [40, 7, 90, 15]) {
    const begunMs = time.monotonicMs()
    await errorOf(time, db.get("k", { timeoutMs }))
    t.equal(time.monotonicMs() - begunMs, timeoutMs)
  }
  await db.close()
})

t.test("nodes are told how long the client will wait", async (t) => {
  const { time, db, a } = setUp({ defaultTimeoutMs: 2_500 })
  await time.until(db.get("k"))
  await time.until(db.get("k", { timeoutMs: 70 }))
  await time.until(db.get("k", { timeoutMs: Number.POSITIVE_INFINITY }))
  t.same(
    a.requests.map(({ timeoutMs }) => timeoutMs),
    [2_498, 70, 0xffff_ffff],
  )
  await db.close()
})

t.test("closing rejects what is under way, and all that comes later", async (t) => {
  const { time, cluster, db, a } = setUp({ inFlightMax: 2 })
  await time.until(db.connected())
  a.script = () => "nothing"
  const [put, get, waiting] = [db.put("k", "v"), db.get("k"), db.put("l", "v")]
  const codes = Promise.all([put, get, waiting].map((call) => errorOf(time, call)))
  await time.pass(5)
  await db.close()
  t.same(
    (await codes).map(({ code }) => code),
    ["cancelled_unknown", "cancelled", "cancelled"],
  )
  t.equal((await errorOf(time, db.get("k"))).code, "cancelled")
  t.equal(cluster.closed, true)
  t.equal(a.connections.size, 0)
  t.equal(time.timers, 0)
})
