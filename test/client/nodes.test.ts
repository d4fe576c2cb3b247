import t from "tap"
import { wholeRoute } from "./scripted-ranges.ts"
import { errorOf, requestIds, setUp } from "./setup.ts"

t.test("operations go to the leader that the nodes name", async (t) => {
  const { time, db, a, b, c } = setUp({
    before: (cluster) => {
      for (const node of cluster.nodes.values()) node.greeting = { routes: [wholeRoute("b:1")] }
    },
  })
  await time.until(db.put("k", "v"))
  await time.pass(10)
  await time.until(Promise.all([db.put("k", "v"), db.get("k"), db.scan().all()]))
  t.equal(db.leaderOf("k"), "b:1")
  t.ok(b.requests.length >= 3)
  t.ok(a.requests.length + c.requests.length <= 1)
  await db.close()
})

t.test("one address is enough: the others are learnt", async (t) => {
  const { time, db, b } = setUp({
    endpoints: ["a:1"],
    before: (cluster) => {
      for (const node of cluster.nodes.values()) {
        node.greeting = { routes: [wholeRoute("b:1")], memberAddresses: ["a:1", "b:1", "c:1"] }
      }
    },
  })
  await time.until(db.connected())
  await time.pass(10)
  await time.until(db.put("k", "v"))
  t.equal(b.requests.length, 1)
  await db.close()
})

t.test("any one node may be down from the start", async (t) => {
  for (const down of ["a:1", "b:1", "c:1"]) {
    const { time, db } = setUp({
      before: (cluster) => {
        cluster.node(down).state = "down"
        const routes = [wholeRoute(down === "a:1" ? "b:1" : "a:1")]
        for (const node of cluster.nodes.values()) node.greeting = { routes }
      },
    })
    const begunMs = time.monotonicMs()
    await time.until(db.put("k", "v"))
    t.ok(time.monotonicMs() - begunMs < 10, `${down} down costs nothing`)
    await db.close()
  }
})

t.test("a node that takes connections and says nothing costs nothing either", async (t) => {
  const { time, db } = setUp({
    before: (cluster) => {
      cluster.node("a:1").state = "silent"
      for (const node of cluster.nodes.values()) node.greeting = { routes: [wholeRoute("b:1")] }
    },
  })
  const begunMs = time.monotonicMs()
  await time.until(db.put("k", "v"))
  t.ok(time.monotonicMs() - begunMs < 10)
  await db.close()
})

t.test("the one node that answers is found among many that say nothing", async (t) => {
  const addresses = [..."abcdefghij"].map((name) => `${name}:1`)
  for (const living of addresses) {
    const { time, db } = setUp({
      addresses,
      endpoints: addresses,
      before: (cluster) => {
        for (const node of cluster.nodes.values()) node.state = "silent"
        cluster.node(living).state = "up"
        cluster.node(living).greeting = { routes: [wholeRoute(living)] }
      },
    })
    const begunMs = time.monotonicMs()
    await time.until(db.put("k", "v", { timeoutMs: 60_000 }))
    const tookMs = time.monotonicMs() - begunMs
    t.ok(tookMs < 8_000, `${living} after ${tookMs} ms`)
    await db.close()
  }
})

t.test("among more addresses than are kept, those that fail make room for a leader", async (t) => {
  const memberAddresses = Array.from({ length: 100 }, (_, i) => `10.0.0.${i}:1`)
  const { time, db, a, b } = setUp({
    endpoints: ["a:1"],
    before: (cluster) => {
      cluster.node("a:1").greeting = { routes: [wholeRoute("a:1")], memberAddresses }
      cluster.node("b:1").greeting = { routes: [wholeRoute("b:1")] }
    },
  })
  await time.until(db.put("k", "v"))
  await time.pass(1_000)
  a.tell(wholeRoute("b:1"))
  await time.pass(10)
  await time.until(db.put("k", "v"))
  t.equal(b.requests.length, 1)
  await db.close()
})

t.test("a leader that is not to be found is given up as one", async (t) => {
  const { time, db, a, cluster } = setUp({ addresses: ["a:1", "b:1", "c:1", "d:1"] })
  const d = cluster.node("d:1")
  await time.until(db.put("k", "v"))
  d.state = "silent"
  a.tell(wholeRoute("d:1"))
  for (let second = 0; second < 60; second += 1) {
    await time.until(db.put("k", "v"))
    await time.pass(1_000)
  }
  t.equal(d.opened, 3)
  await db.close()
})

t.test("connecting fails when nobody answers, and names every address", async (t) => {
  const { time, db } = setUp({
    before: (cluster) => {
      for (const node of cluster.nodes.values()) node.state = "down"
    },
  })
  const error = await errorOf(time, db.connected(500))
  t.equal(error.code, "unavailable")
  for (const address of ["a:1", "b:1", "c:1"]) t.match(error.message, `${address}: connection`)
  await db.close()
})

t.test("calls wait for nodes that come up in time", async (t) => {
  const { time, db, a, b, c } = setUp({
    before: (cluster) => {
      for (const node of cluster.nodes.values()) node.state = "down"
    },
  })
  const put = db.put("k", "v")
  await time.pass(1_500)
  for (const node of [a, b, c]) node.state = "up"
  t.same(await time.until(put), { version: 1 })
  t.ok(a.opened <= 1)
  await db.close()
})

t.test("a refusal that names the leader is followed at once", async (t) => {
  const { time, db, a, b } = setUp()
  await time.until(db.connected())
  await time.pass(10)
  a.script = () => ({
    result: { type: "error", code: "not_leader", message: "b leads" },
    hint: { leaderNodeId: 2, leaderAddress: "b:1" },
  })
  const begunMs = time.monotonicMs()
  await time.until(db.put("k", "v"))
  t.equal(time.monotonicMs() - begunMs, 4, "two round trips, no wait between")
  t.same(requestIds(a), requestIds(b))
  await time.until(db.put("k", "v"))
  t.equal(a.requests.length, 1, "later calls go there directly")
  await db.close()
})

t.test("nodes that name one another don't make a storm", async (t) => {
  const { time, db, a, b, c } = setUp()
  for (const [node, other] of [
    [a, "b:1"],
    [b, "a:1"],
    [c, "a:1"],
  ] as const) {
    node.script = () => ({
      result: { type: "error", code: "not_leader", message: "not me" },
      hint: { leaderNodeId: 1, leaderAddress: other },
    })
  }
  const error = await errorOf(time, db.put("k", "v", { timeoutMs: 1_000 }))
  t.equal(error.code, "deadline_exceeded")
  t.ok(a.requests.length + b.requests.length < 40)
  await db.close()
})

t.test("news of a leader is heard between calls", async (t) => {
  const { time, db, a, b, c } = setUp()
  await time.until(db.put("k", "v"))
  await time.pass(10)
  c.tell(wholeRoute("c:1"))
  await time.pass(10)
  const before = [a, b].map(({ requests }) => requests.length)
  await time.until(db.put("k", "v"))
  t.equal(db.leaderOf("k"), "c:1")
  t.same(
    [a, b].map(({ requests }) => requests.length),
    before,
  )
  await db.close()
})

t.test("when the leader's stream breaks, another node is asked at once", async (t) => {
  const { time, db, a, b, c } = setUp()
  await time.until(db.connected())
  await time.pass(10)
  a.script = () => "nothing"
  const calls = Promise.all([db.put("k", "v"), db.get("k"), db.increment("n", 1)])
  await time.pass(5)
  const begunMs = time.monotonicMs()
  a.crash()
  await time.until(calls)
  t.ok(time.monotonicMs() - begunMs < 30)
  const retried = [...requestIds(b), ...requestIds(c)]
  t.same(
    new Set(retried.map(({ sequence }) => sequence)),
    new Set(requestIds(a).map(({ sequence }) => sequence)),
  )
  t.equal(retried.length, 2, "each once")
  await db.close()
})

t.test("a leader that refuses is passed over for a while, then asked again", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  await time.pass(10)
  a.script = () => ({ result: { type: "error", code: "unavailable", message: "not yet" } })
  await time.until(db.put("k", "v"))
  t.equal(a.requests.length, 1)
  a.script = () => undefined
  for (let i = 0; i < 20; i += 1) {
    await time.until(db.put("k", "v"))
    await time.pass(100)
  }
  t.ok(a.requests.length > 10)
  await db.close()
})

t.test("a node that falls silent is given up, its calls go elsewhere, once", async (t) => {
  const { time, db, a, b, c } = setUp()
  await time.until(db.put("k", "v"))
  await time.pass(10)
  a.state = "silent"
  const begunMs = time.monotonicMs()
  const put = await time.until(db.put("k", "w"))
  t.equal(put.version, 2)
  const tookMs = time.monotonicMs() - begunMs
  t.ok(tookMs > 1_500 && tookMs < 2_500, `${tookMs} ms`)
  t.equal(requestIds(b).length + requestIds(c).length, 1)
  await db.close()
})

t.test("a node that is slow but there is not given up", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  await time.pass(10)
  a.script = () => "nothing"
  const get = db.get("k", { timeoutMs: 60_000 })
  await time.pass(20_000)
  t.equal(a.requests.length, 1)
  t.equal(a.opened, 1)
  const [request] = a.requests
  if (request !== undefined) a.answerLate(request, { type: "get", cell: undefined })
  t.equal(await time.until(get), undefined)
  await db.close()
})

t.test("a pause of this process does not pass for silence of the nodes", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.put("k", "v"))
  await time.pass(10)
  a.script = () => "nothing"
  const get = db.get("k", { timeoutMs: 60_000 })
  await time.pass(50)
  time.freeze(10_000)
  await time.pass(50)
  t.equal(a.connections.size, 1)
  const [request] = a.requests.slice(-1)
  if (request !== undefined) a.answerLate(request, { type: "get", cell: undefined })
  t.equal(await time.until(get), undefined)
  await db.close()
})

t.test("garbage from a node ends its stream, not the client", async (t) => {
  const { time, db, a } = setUp()
  await time.until(db.connected())
  await time.pass(10)
  for (const connection of a.connections) connection.say(Uint8Array.from([0xff, 0xff, 0xff]))
  await time.pass(5)
  t.equal(a.connections.size, 0)
  t.same(await time.until(db.put("k", "v")), { version: 1 })
  await db.close()
})

t.test("stale reads are spread over the nodes", async (t) => {
  const { time, db, a, b, c } = setUp()
  await time.until(db.connected())
  await time.pass(10)
  for (let i = 0; i < 9; i += 1) await time.until(db.get("k", { consistency: "stale" }))
  t.same(
    [a, b, c].map(({ requests }) => requests.length),
    [3, 3, 3],
  )
  await db.close()
})

t.test(
  "a client at rest sets no timers; a missing node is looked for ever more rarely",
  async (t) => {
    const { time, db, b } = setUp()
    await time.until(db.put("k", "v"))
    await time.pass(10_000)
    t.equal(time.timers, 0)
    let attempts = 0
    const open = b.state
    t.equal(open, "up")
    b.crash()
    const { opened } = b
    await time.pass(60_000)
    b.state = "up"
    await time.pass(3_000)
    attempts = b.opened - opened
    t.equal(attempts, 1)
    await db.close()
  },
)
