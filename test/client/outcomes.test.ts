import fc from "fast-check"
import t from "tap"
import { Dice, type ErrorCode, errorCatalogue, hexOf, type KvError } from "../../src/base/index.ts"
import { createClient } from "../../src/client/index.ts"
import type { OperationResult } from "../../src/core/range/types.ts"
import { ScriptedCluster } from "./scripted-cluster.ts"
import { wholeRoute } from "./scripted-ranges.ts"
import { errorOf, requestIds, setUp } from "./setup.ts"
import { plainDice, VirtualTime } from "./virtual-time.ts"

const failing = (code: ErrorCode): { result: OperationResult } => ({
  result: { type: "error", code, message: `because of ${code}` },
})

const codes = Object.keys(errorCatalogue) as ErrorCode[]

t.test("rule 54: retries go by the outcome, not by the kind of error", async (t) => {
  const once: readonly ErrorCode[] = [
    ...["invalid_argument", "too_large", "unknown_keyspace", "keyspace_exists", "not_a_number"],
    ...["number_overflow", "unimplemented", "cancelled", "wrong_cluster"],
  ] as const
  for (const code of codes) {
    if (code === "session_forgotten") continue
    const { time, db, a, b, c } = setUp()
    for (const node of [a, b, c]) {
      node.script = () => (a.answered + b.answered + c.answered === 0 ? failing(code) : undefined)
    }
    const put = db.put("k", "v")
    if (once.includes(code)) {
      t.equal((await errorOf(time, put)).code, code)
    } else {
      t.equal((await time.until(put)).version, 1, `${code} is tried again`)
      const ids = [a, b, c].flatMap(requestIds)
      t.equal(ids.length, 2)
      t.same(ids[0], ids[1], `${code} is tried again under the same request id`)
    }
    await db.close()
  }
})

t.test("a write whose answer is lost happens once, and gives its first result", async (t) => {
  const { time, db, a, b, cluster } = setUp()
  await time.until(db.connected())
  a.script = ({ request }) => {
    if (request.type !== "cancel") cluster.execute(request)
    return "nothing"
  }
  const increment = db.increment("n", 1)
  await time.pass(5)
  t.equal(a.requests.length, 1)
  for (const node of [b, cluster.node("c:1")]) node.tell(wholeRoute("b:1"))
  a.crash()
  t.same(await time.until(increment), { value: 1n, version: 1 })
  t.equal((await time.until(db.get("n")))?.value.toString(), "1")
  await db.close()
})

t.test("at the deadline, what was never sent is refused, and says why", async (t) => {
  const { time, db } = setUp({
    before: (cluster) => {
      for (const node of cluster.nodes.values()) node.state = "down"
    },
  })
  const error = await errorOf(time, db.put("k", "v", { timeoutMs: 800 }))
  t.equal(error.code, "deadline_exceeded")
  t.equal(error.outcome, "refused")
  t.match(error.message, /a:1: connection refused/)
  await db.close()
})

t.test("at the deadline, what may have been done is unknown; a read never is", async (t) => {
  const { time, db, a, b, c } = setUp()
  for (const node of [a, b, c]) node.script = () => "nothing"
  const put = await errorOf(time, db.put("k", "v", { timeoutMs: 800 }))
  t.equal(put.code, "deadline_unknown")
  t.equal(put.outcome, "unknown")
  const get = await errorOf(time, db.get("k", { timeoutMs: 800 }))
  t.equal(get.code, "deadline_exceeded")
  await db.close()
})

t.test("at the deadline, refused every time is refused, with the last reason", async (t) => {
  const { time, db, a, b, c } = setUp()
  for (const node of [a, b, c]) node.script = () => failing("disk_full")
  const error = await errorOf(time, db.put("k", "v", { timeoutMs: 800 }))
  t.equal(error.code, "deadline_exceeded")
  t.match(error.message, /disk_full: because of disk_full/)
  const attempts = a.requests.length + b.requests.length + c.requests.length
  t.ok(attempts > 6 && attempts < 40, `${attempts} attempts`)
  await db.close()
})

t.test("once an attempt is unknown, refusals of later ones don't make it refused", async (t) => {
  const { time, db, a, b, c } = setUp()
  for (const node of [a, b, c]) {
    node.script = () => failing(a.answered === 0 ? "result_unknown" : "overloaded")
  }
  const error = await errorOf(time, db.put("k", "v", { timeoutMs: 800 }))
  t.equal(error.code, "deadline_unknown")
  await db.close()
})

t.test("once an attempt is unknown, only its own result is an answer", async (t) => {
  for (const code of ["unknown_keyspace", "invalid_argument", "too_large", "cancelled"] as const) {
    const { time, db, a, b, c } = setUp()
    for (const node of [a, b, c]) {
      node.script = () => failing(a.answered === 0 ? "result_unknown" : code)
    }
    const error = await errorOf(time, db.put("k", "v"))
    t.equal(error.outcome, "unknown", `${code}: a keyspace may have been dropped meanwhile`)
    t.match(error.message, code)
    await db.close()
  }
  const { time, db, a, b, c } = setUp()
  for (const node of [a, b, c]) {
    node.script = () => failing(a.answered === 0 ? "result_unknown" : "not_a_number")
  }
  t.equal((await errorOf(time, db.increment("k", 1))).code, "not_a_number")
  await db.close()
})

t.test("damaged data is named as such when no node has better", async (t) => {
  const { time, db, a, b, c } = setUp()
  for (const node of [a, b, c]) node.script = () => failing("data_loss")
  t.equal((await errorOf(time, db.get("k", { timeoutMs: 800 }))).code, "data_loss")
  await db.close()
})

t.test("the wait that a node advises is kept", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  a.script = () =>
    a.answered === 0 ? { ...failing("overloaded"), hint: { retryAfterMs: 400 } } : undefined
  const begunMs = time.monotonicMs()
  await time.until(db.put("k", "v"))
  t.ok(time.monotonicMs() - begunMs >= 400)
  await db.close()
})

t.test("a call that waits for long holds up no retry of another", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  a.script = () => {
    if (a.answered >= 2) return undefined
    return { ...failing("overloaded"), hint: { retryAfterMs: a.answered === 0 ? 2_000 : 1 } }
  }
  const slow = db.put("slow", "v")
  const begunMs = time.monotonicMs()
  await time.until(db.put("quick", "v"))
  t.ok(time.monotonicMs() - begunMs < 500)
  await time.until(slow)
  t.ok(time.monotonicMs() - begunMs >= 2_000)
  await db.close()
})

t.test("a signal takes back what was not sent: refused", async (t) => {
  const { time, db, a, b, c } = setUp()
  const early = AbortSignal.abort()
  t.equal((await errorOf(time, db.put("k", "v", { signal: early }))).code, "cancelled")
  const controller = new AbortController()
  const put = db.put("k", "v", { signal: controller.signal })
  controller.abort()
  t.equal((await errorOf(time, put)).code, "cancelled")
  await time.pass(100)
  t.equal([a, b, c].flatMap(({ requests }) => requests).length, 0)
  await db.close()
})

t.test("a signal takes back what was sent: unknown for a write, refused for a read", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  a.script = () => "nothing"
  const controller = new AbortController()
  const { signal } = controller
  const errors = Promise.all([
    errorOf(time, db.put("k", "v", { signal })),
    errorOf(time, db.get("k", { signal })),
  ])
  await time.pass(5)
  controller.abort()
  t.same(
    (await errors).map(({ code }) => code),
    ["cancelled_unknown", "cancelled"],
  )
  await time.pass(5)
  const cancels = a.requests.filter(({ request }) => request.type === "cancel")
  t.same(
    cancels.map(({ id }) => id).sort(),
    a.requests.slice(0, 2).map(({ id }) => id),
    "the node hears of it",
  )
  await db.close()
})

t.test("request ids count up, and say what was answered", async (t) => {
  const { time, db, a } = setUp()
  for (let i = 0; i < 4; i += 1) await time.until(db.put(`k${i}`, "v"))
  await time.until(Promise.all([db.put("x", "1"), db.put("y", "2")]))
  const ids = requestIds(a)
  t.same(
    ids.map(({ sequence }) => sequence),
    [1, 2, 3, 4, 5, 6],
  )
  t.same(
    ids.map(({ acknowledgedBelow }) => acknowledgedBelow),
    [1, 2, 3, 4, 5, 5],
  )
  t.equal(new Set(ids.map(({ clientId }) => hexOf(clientId))).size, 1)
  t.equal(ids[0]?.clientId.length, 16)
  await db.close()
})

t.test("nothing is acknowledged before the nodes know the client", async (t) => {
  const { time, db, a } = setUp()
  a.script = ({ request }) =>
    request.type === "put" && request.value.length === 0 ? failing("too_large") : undefined
  await errorOf(time, db.put("k", ""))
  await errorOf(time, db.put("k", ""))
  await time.until(db.put("k", "v"))
  await time.until(db.put("k", "v"))
  t.same(
    requestIds(a).map(({ acknowledgedBelow }) => acknowledgedBelow),
    [1, 1, 1, 4],
  )
  await db.close()
})

t.test("one slow write holds the window of unacknowledged ones, not the rest", async (t) => {
  const windowMax = 64
  const { time, db, a } = setUp({ limits: { ...(await defaults()), sessionResultsMax: windowMax } })
  await time.until(db.put("first", "v"))
  a.script = ({ request }) =>
    request.type === "put" && Buffer.from(request.key).toString() === "slow" ? "nothing" : undefined
  const slow = db.put("slow", "v")
  const writes = Array.from({ length: 200 }, (_, i) => db.put(`k${i}`, "v"))
  await time.pass(100)
  const widest = Math.max(...requestIds(a).map((id) => id.sequence - id.acknowledgedBelow))
  t.equal(widest, windowMax - 1)
  t.equal(a.requests.length, windowMax + 1)
  const [request] = a.requests.filter(
    ({ request }) => request.type === "put" && Buffer.from(request.key).toString() === "slow",
  )
  if (request === undefined) throw new Error("it was sent")
  a.answerLate(request, { type: "put", version: 99 })
  await time.until(Promise.all([slow, ...writes]))
  await db.close()
})

t.test("writes that all fail before the nodes know the client don't exhaust its ids", async (t) => {
  const { time, db, a } = setUp({ limits: { ...(await defaults()), sessionResultsMax: 8 } })
  a.script = () => failing("too_large")
  for (let i = 0; i < 20; i += 1) await errorOf(time, db.put("k", "v"))
  a.script = () => undefined
  await time.until(db.put("k", "v"))
  t.equal(new Set(requestIds(a).map(({ clientId }) => hexOf(clientId))).size, 3)
  await db.close()
})

t.test("rule 56: a forgotten client goes on under a new name", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.put("k", "1"))
  const [first] = requestIds(a)
  a.script = ({ request }) =>
    "requestId" in request && hexOf(request.requestId?.clientId ?? new Uint8Array()) === old
      ? failing("session_forgotten")
      : undefined
  const old = hexOf(first?.clientId ?? new Uint8Array())
  await time.until(db.put("k", "2"))
  const ids = requestIds(a)
  t.same(
    ids.map(({ sequence, acknowledgedBelow }) => [sequence, acknowledgedBelow]),
    [
      [1, 1],
      [2, 2],
      [1, 1],
    ],
  )
  t.not(hexOf(ids[2]?.clientId ?? new Uint8Array()), old)
  await db.close()
})

t.test("rule 56: a forgotten write that was sent before is told as unknown", async (t) => {
  const { time, db, a, b, c } = setUp()
  await time.until(db.put("k", "1"))
  for (const node of [a, b, c]) {
    node.script = () => failing(a.answered === 1 ? "result_unknown" : "session_forgotten")
  }
  const error = await errorOf(time, db.put("k", "2"))
  t.equal(error.code, "session_forgotten")
  t.equal(error.outcome, "unknown")
  for (const node of [a, b, c]) node.script = () => undefined
  const before = requestIds(a).length
  await time.until(db.put("k", "3"))
  const ids = [a, b, c].flatMap(requestIds)
  t.ok(requestIds(a).length >= before)
  t.same(ids.at(-1)?.sequence, 1)
  await db.close()
})

async function defaults() {
  return (await import("../../src/base/index.ts")).defaultLimits
}

t.test("whatever goes wrong, an increment happens as often as its outcome says", async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const dice = new Dice(seed)
      const time = new VirtualTime()
      const addresses = ["a:1", "b:1", "c:1"]
      const cluster = new ScriptedCluster(time, addresses)
      const nodes = [...cluster.nodes.values()]
      for (const node of nodes) {
        node.script = ({ request }) => {
          if (request.type === "cancel") return undefined
          const chance = dice.chance()
          if (chance < 0.1) return failing(dice.pick(["not_leader", "unavailable", "overloaded"]))
          if (chance < 0.2) {
            cluster.execute(request)
            return dice.roll(0.5) ? failing("result_unknown") : "nothing"
          }
          if (chance < 0.25) return failing("result_unknown")
          return undefined
        }
      }
      const transport = cluster
      const options = { transport, endpoints: addresses, clock: time, random: plainDice() }
      const db = createClient({ ...options, defaultTimeoutMs: 900, inFlightMax: 8 })
      const outcomes: ("done" | KvError["outcome"])[] = []
      const calls = Array.from({ length: 40 }, async () => {
        await new Promise<void>((resolve) => time.after(dice.between(0, 3_000), resolve))
        await db.increment("n", 1).then(
          () => outcomes.push("done"),
          (error: KvError) => outcomes.push(error.outcome),
        )
      })
      for (let i = 0; i < 6; i += 1) {
        time.after(dice.between(0, 3_000), () => {
          const node = dice.pick(nodes)
          node.crash()
          time.after(dice.between(1, 500), () => {
            node.state = "up"
          })
        })
      }
      await time.until(Promise.all(calls))
      for (const node of nodes) node.script = () => undefined
      const cell = await time.until(db.get("n", { timeoutMs: 10_000 }))
      const count = Number(cell?.value.toString() ?? 0)
      const done = outcomes.filter((outcome) => outcome === "done").length
      const unknown = outcomes.filter((outcome) => outcome === "unknown").length
      await db.close()
      return count >= done && count <= done + unknown
    }),
    { numRuns: 100 },
  )
  t.pass()
})
