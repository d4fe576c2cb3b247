/** A client among many ranges: where its operations go, and under which names. */
import t from "tap"
import { type ErrorCode, hexOf } from "../../src/base/index.ts"
import type { Keyspace } from "../../src/client/index.ts"
import type { RequestId } from "../../src/core/range/types.ts"
import type { DecodedOperation } from "../../src/wire/index.ts"
import type { ScriptedNode } from "./scripted-cluster.ts"
import { routeOf } from "./scripted-ranges.ts"
import { errorOf, learnRanges, requestIds, type Setup, setUp, setUpRanges } from "./setup.ts"

const claimOf = ({ rangeId, rangeVersion }: DecodedOperation) => [rangeId, rangeVersion] as const

const clientsOf = (ids: readonly RequestId[]): string[] => [
  ...new Set(ids.map(({ clientId }) => hexOf(clientId))),
]

const clientOf = (id: RequestId | undefined): string => hexOf(id?.clientId ?? new Uint8Array(0))

/** One range that `a` leads and the client knows, by a write that was acknowledged. */
async function setUpWhole(): Promise<Setup> {
  const setup = setUp({
    before: (cluster) => {
      cluster.knowsRanges = true
    },
  })
  await setup.time.until(setup.db.put("first", "v"))
  await setup.time.pass(10)
  for (const node of setup.cluster.nodes.values()) node.requests.length = 0
  return setup
}

t.test("operations go to the leader of their range", async (t) => {
  const setup = setUpRanges()
  const { time, db, a, b, c } = setup
  await learnRanges(setup)
  const table: readonly [string, (db: Keyspace) => Promise<unknown>, ScriptedNode][] = [
    ["get", (db) => db.get("lz"), a],
    ["get at a border", (db) => db.get("m"), b],
    ["put", (db) => db.put("s", "v"), b],
    ["put at a border", (db) => db.put("t", "v"), c],
    ["increment", (db) => db.increment("n", 1), b],
    ["delete", (db) => db.delete("a"), a],
    ["compareAndSwap", (db) => db.compareAndSwap("z", { expect: "absent", value: "v" }), c],
    ["deleteRange", (db) => db.deleteRange({ gte: "b", lt: "c" }), a],
    ["scan", (db) => db.scan({ gte: "n", lt: "o" }).all(), b],
    ["reverse scan", (db) => db.scan({ gte: "n", lt: "t", reverse: true }).all(), b],
    ["reverse scan from the end", (db) => db.scan({ gte: "u", reverse: true }).all(), c],
  ]
  for (const [what, call, leader] of table) {
    for (const node of [a, b, c]) node.requests.length = 0
    await time.until(call(db))
    const got = [a, b, c].map((node) => node.requests.length)
    t.same(
      got,
      [a, b, c].map((node) => (node === leader ? 1 : 0)),
      what,
    )
  }
  t.same(
    ["a", "m", "z"].map((key) => db.leaderOf(key)),
    ["a:1", "b:1", "c:1"],
  )
  await db.close()
})

t.test("operations claim the range and the version that the client knows", async (t) => {
  const setup = setUpRanges()
  const { time, db, a, b, c } = setup
  await learnRanges(setup)
  await time.until(Promise.all(["a", "n", "z"].map((key) => db.put(key, "v"))))
  await time.until(db.get("n"))
  t.same(a.requests.map(claimOf), [[2, 2]])
  t.same(b.requests.map(claimOf), [
    [7, 3],
    [7, 3],
  ])
  t.same(c.requests.map(claimOf), [[8, 3]])
  await db.close()
})

t.test("before any range is known, nothing is claimed and nothing acknowledged", async (t) => {
  const { time, db, a, b, c } = setUp({
    before: (cluster) => {
      for (const node of cluster.nodes.values()) node.greeting = {}
    },
  })
  for (let i = 0; i < 300; i += 1) await time.until(db.put(`k${i}`, "v"))
  const requests = [a, b, c].flatMap((node) => node.requests)
  const ids = [a, b, c].flatMap(requestIds)
  t.equal(requests.length, 300)
  t.ok(requests.every(({ rangeId, rangeVersion }) => rangeId === 0 && rangeVersion === 0))
  t.ok(ids.every(({ acknowledgedBelow }) => acknowledgedBelow <= 1))
  t.equal(clientsOf(ids).length, 2, "nodes need not remember all of them for ever")
  t.equal(db.leaderOf("k"), undefined)
  await db.close()
})

t.test("a keyspace without routes is not known by those of another", async (t) => {
  const setup = setUpRanges()
  const { time, db, a, b, c } = setup
  await learnRanges(setup)
  await time.until(db.keyspace("users").get("n"))
  t.same(
    [a, b, c].flatMap((node) => node.requests.map(claimOf)),
    [[0, 0]],
  )
  t.equal(db.keyspace("users").leaderOf("n"), undefined)
  t.equal(db.keyspace("default").leaderOf("n"), "b:1")
  await db.close()
})

t.test("a write to a range that was split is sent again at once", async (t) => {
  const { time, db, a, b, cluster } = await setUpWhole()
  cluster.ranges.split("m", "b:1")
  const begunMs = time.monotonicMs()
  await time.until(db.put("z", "v"))
  t.equal(time.monotonicMs() - begunMs, 4, "two round trips, no wait between")
  t.same([...a.requests, ...b.requests].map(claimOf), [
    [2, 1],
    [7, 2],
  ])
  const [refused, done] = [...requestIds(a), ...requestIds(b)] as [RequestId, RequestId]
  t.not(clientOf(done), clientOf(refused), "under a name of the new range")
  t.match(done, { sequence: 1, acknowledgedBelow: 1 })
  await time.until(db.put("y", "v"))
  t.equal(a.requests.length, 1, "later ones go there directly")
  t.match(requestIds(b)[1], { clientId: done.clientId, sequence: 2, acknowledgedBelow: 2 })
  await db.close()
})

t.test("a write to what is left of a range that was split keeps its name", async (t) => {
  const { time, db, a, cluster } = await setUpWhole()
  cluster.ranges.split("m", "b:1")
  await time.until(db.put("c", "v"))
  t.same(a.requests.map(claimOf), [
    [2, 1],
    [2, 2],
  ])
  const [refused, done] = requestIds(a)
  t.same(done, refused)
  await db.close()
})

t.test("a name that was refused is acknowledged to the range it was for", async (t) => {
  const { time, db, a, cluster } = await setUpWhole()
  cluster.ranges.split("m", "b:1")
  await time.until(db.put("z", "v"))
  const [refused] = requestIds(a)
  await time.until(db.put("c", "v"))
  await time.until(db.put("d", "v"))
  const [, d] = requestIds(a).filter((id) => clientOf(id) === clientOf(refused))
  t.match(refused, { sequence: 2, acknowledgedBelow: 2 })
  t.match(d, { sequence: 3, acknowledgedBelow: 3 })
  await db.close()
})

/** A write whose answer never comes, then a split, then the stream of the leader breaks. */
async function unsureAcrossSplit(applied: boolean) {
  const setup = await setUpWhole()
  const { time, db, a, cluster } = setup
  a.script = ({ request }) => {
    if (applied && request.type === "increment") cluster.execute(request)
    return "nothing"
  }
  const increment = db.increment("n", 1)
  await time.pass(5)
  cluster.ranges.split("m", "b:1")
  a.crash()
  const { value } = await time.until(increment)
  return { ...setup, value }
}

t.test("a write that may have been applied keeps its name, whatever the range is", async (t) => {
  for (const applied of [true, false]) {
    const { time, db, a, b, c, value } = await unsureAcrossSplit(applied)
    const names = [a, b, c].flatMap(requestIds).map((id) => `${hexOf(id.clientId)} ${id.sequence}`)
    t.ok(names.length >= 2)
    t.equal(new Set(names).size, 1, "one name for all attempts")
    t.same(claimOf(b.requests.at(-1) as DecodedOperation), [7, 2])
    t.equal(value, 1n)
    t.equal((await time.until(db.get("n")))?.value.toString(), "1", "it happened once")
    await db.close()
  }
})

t.test(
  "a write that an unsure attempt came before keeps its name when it is refused",
  async (t) => {
    const { time, db, a, b, cluster } = await setUpWhole()
    a.script = ({ request }) => {
      if (a.answered > 1 || request.type !== "increment") return undefined
      cluster.execute(request)
      cluster.ranges.split("m", "b:1")
      return { result: { type: "error", code: "result_unknown", message: "who knows" } }
    }
    t.equal((await time.until(db.increment("n", 1))).value, 1n)
    t.same(requestIds(b).at(-1), requestIds(a)[0])
    t.equal((await time.until(db.get("n")))?.value.toString(), "1")
    await db.close()
  },
)

t.test("what was applied in another range establishes nothing in its own", async (t) => {
  const { time, db, a, b, c, cluster } = setUp({
    before: (cluster) => {
      cluster.knowsRanges = true
    },
  })
  await time.until(db.get("n"))
  a.script = () => "nothing"
  const increment = db.increment("n", 1)
  await time.pass(5)
  cluster.ranges.split("m", "b:1")
  a.crash()
  t.equal((await time.until(increment)).value, 1n, "applied in the new range, under its old name")
  a.script = () => undefined
  a.state = "up"
  await time.until(db.get("c"))
  await time.pass(5_000)
  for (const node of [a, b, c]) node.requests.length = 0
  await time.until(db.put("c", "v"))
  await time.until(db.put("d", "v"))
  t.same(
    [a, b, c].flatMap(requestIds).map(({ acknowledgedBelow }) => acknowledgedBelow),
    [1, 3],
    "a range that never heard of the client is told nothing of what is over",
  )
  await db.close()
})

t.test("each range has a client id of its own, and acknowledges by itself", async (t) => {
  const setup = setUpRanges()
  const { time, db, a, b, c } = setup
  await learnRanges(setup)
  for (let i = 0; i < 5; i += 1) {
    await time.until(Promise.all(["a", "n", "z"].map((key) => db.put(`${key}${i}`, "v"))))
  }
  await time.until(db.put("n", "v"))
  const ids = [a, b, c].map(requestIds)
  t.same(
    ids.map((each) => clientsOf(each).length),
    [1, 1, 1],
  )
  t.equal(clientsOf(ids.flat()).length, 3)
  const counted = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
  t.same(
    ids.map((each) => each.map(({ sequence }) => sequence)),
    [5, 6, 5].map(counted),
  )
  t.same(
    ids.map((each) => each.map((id) => id.acknowledgedBelow)),
    [5, 6, 5].map(counted),
  )
  await db.close()
})

t.test("a slow write holds what is acknowledged in its own range alone", async (t) => {
  const setup = setUpRanges()
  const { time, db, a, b } = setup
  await learnRanges(setup)
  await time.until(db.put("a", "v"))
  a.script = ({ request }) =>
    "key" in request && Buffer.from(request.key).toString() === "b" ? "nothing" : undefined
  const slow = db.put("b", "v", { timeoutMs: 1_000 })
  for (const key of ["c", "n", "d", "o", "e", "p"]) await time.until(db.put(key, "v"))
  t.same(
    requestIds(a).map((id) => id.acknowledgedBelow),
    [1, 2, 2, 2, 2],
  )
  t.same(
    requestIds(b).map((id) => id.acknowledgedBelow),
    [1, 2, 3],
  )
  t.equal((await errorOf(time, slow)).code, "deadline_unknown")
  await db.close()
})

t.test("rule 56: a client that one range forgot is not forgotten by the others", async (t) => {
  const setup = setUpRanges()
  const { time, db, a, b, cluster } = setup
  await learnRanges(setup)
  for (const key of ["a", "n", "a", "n"]) await time.until(db.put(key, "v"))
  cluster.ranges.holding("a").sessions.clear()
  for (const key of ["a", "n"]) await time.until(db.put(key, "v"))
  t.equal(clientsOf(requestIds(a)).length, 2)
  t.equal(clientsOf(requestIds(b)).length, 1)
  await db.close()
})

t.test("a leader that is another is learnt from who was it", async (t) => {
  const setup = setUpRanges()
  const { time, db, a, b, c, cluster } = setup
  await learnRanges(setup)
  cluster.ranges.holding("n").leader = "c:1"
  for (let i = 0; i < 4; i += 1) await time.until(db.put("n", "v"))
  t.same(
    [a, b, c].map(({ requests }) => requests.length),
    [0, 1, 3],
  )
  t.equal(clientsOf([b, c].flatMap(requestIds)).length, 1, "the range is the same")
  await db.close()
})

t.test("who led, and answers nothing in time, is not asked for ever", async (t) => {
  const setup = setUpRanges()
  const { time, db, b, cluster } = setup
  await learnRanges(setup)
  // Cut off from the others, it waits to hear who leads; it is there, and answers who asks that.
  b.script = () => "nothing"
  b.ignorant = true
  cluster.ranges.holding("n").leader = "c:1"
  t.equal((await errorOf(time, db.put("n", "1", { timeoutMs: 2_000 }))).code, "deadline_unknown")
  t.match(await time.until(db.put("n", "2", { timeoutMs: 500 })), { version: Number })
  t.equal(db.leaderOf("n"), "c:1", "another node has told who leads")
  await time.pass(5_000)
  await time.until(db.put("n", "3", { timeoutMs: 500 }))
  t.equal(b.requests.length, 1)
  await db.close()
})

t.test("a refusal that names the leader moves that of its range, and no other", async (t) => {
  const setup = setUpRanges()
  const { time, db, a, b, c, cluster } = setup
  await learnRanges(setup)
  cluster.ranges.holding("z").leader = "a:1"
  c.script = () => ({
    result: { type: "error", code: "not_leader", message: "a leads" },
    hint: { leaderNodeId: 1, leaderAddress: "a:1" },
  })
  const begunMs = time.monotonicMs()
  await time.until(db.put("z", "v"))
  t.equal(time.monotonicMs() - begunMs, 4, "followed at once")
  t.same(requestIds(a), requestIds(c), "under the same name")
  t.same(
    ["a", "n", "z"].map((key) => db.leaderOf(key)),
    ["a:1", "b:1", "a:1"],
  )
  for (const key of ["a", "n", "z"]) await time.until(db.put(key, "v"))
  t.same(
    [a, b, c].map(({ requests }) => requests.length),
    [3, 1, 1],
  )
  await db.close()
})

t.test("a refusal that names the leader of an unknown range tells where to begin", async (t) => {
  const { time, db, a, c } = setUp({
    before: (cluster) => {
      for (const node of cluster.nodes.values()) node.greeting = {}
    },
  })
  for (const node of [a, c]) {
    node.script = () => ({
      result: { type: "error", code: "not_leader", message: "b leads" },
      hint: { leaderNodeId: 2, leaderAddress: "b:1" },
    })
  }
  await time.until(db.put("k", "v"))
  const before = a.requests.length + c.requests.length
  for (let i = 0; i < 5; i += 1) await time.until(db.put(`k${i}`, "v"))
  t.equal(a.requests.length + c.requests.length, before)
  await db.close()
})

t.test("nodes that refuse the range and name no other don't make a storm", async (t) => {
  const refusal = { type: "error", code: "range_changed" as ErrorCode, message: "no" } as const
  const { time, db, a, b, c } = await setUpWhole()
  for (const node of [a, b, c]) node.script = () => ({ result: refusal })
  const error = await errorOf(time, db.put("k", "v", { timeoutMs: 1_000 }))
  t.equal(error.code, "deadline_exceeded")
  t.equal(error.outcome, "refused")
  const attempts = [a, b, c].flatMap(({ requests }) => requests).length
  t.ok(attempts > 4 && attempts < 40, `${attempts} attempts`)
  await db.close()
})

t.test("a route that is out of date changes nothing", async (t) => {
  const setup = setUpRanges()
  const { time, db, a, b, c, cluster } = setup
  const [old] = setUp().cluster.ranges.all
  await learnRanges(setup)
  if (old === undefined) throw new Error("one range")
  b.tell(routeOf(old.descriptor, "a:1"))
  await time.pass(5)
  await time.until(db.put("n", "v"))
  t.same(
    [a, b, c].map(({ requests }) => requests.length),
    [0, 1, 0],
  )
  t.equal(cluster.ranges.all.length, 3)
  await db.close()
})

t.test("nodes that lead some range are connected, beside those that stand by", async (t) => {
  const addresses = ["a:1", "b:1", "c:1", "d:1", "e:1", "f:1"]
  const setup = setUpRanges({ addresses })
  const { time, db, cluster } = setup
  cluster.ranges.split("v", "e:1")
  cluster.ranges.split("x", "f:1")
  await learnRanges(setup)
  await time.pass(50)
  t.same(
    addresses.map((address) => cluster.node(address).connections.size),
    [1, 1, 1, 0, 1, 1],
  )
  await time.until(db.put("z", "v"))
  t.equal(cluster.node("f:1").requests.length, 1)
  await db.close()
})

t.test("a route that is wrong is not believed any longer, though no better one came", async (t) => {
  const setup = setUpRanges()
  const { time, db, cluster } = setup
  await learnRanges(setup)
  cluster.knowsRanges = false
  const claims: (readonly [number, number])[] = []
  for (const node of cluster.nodes.values()) {
    node.script = (request) => {
      claims.push(claimOf(request))
      if (request.rangeId === 0) return undefined
      return { result: { type: "error", code: "range_changed", message: "" } }
    }
  }
  await time.until(db.put("s", "v"))
  t.equal(claims.length, 2)
  t.not(claims[0]?.[0], 0)
  t.same(claims[1], [0, 0], "asked as one that knows nothing")
})
