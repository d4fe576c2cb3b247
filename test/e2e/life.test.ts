import t from "tap"
import { Cluster } from "./cluster.ts"
import { when } from "./conditions.ts"
import { Ledger } from "./ledger.ts"

const ledgerOptions = { writers: 8, timeoutMs: 20_000 }

t.test("what was acknowledged is there after all nodes were killed at once", async (t) => {
  const cluster = await Cluster.start(t, { nodes: 3 })
  const db = await cluster.client()
  await db.put("plain", "a")
  await db.increment("counter", 5)
  await db.put("gone", "b")
  await db.delete("gone")
  const { version } = await db.put("versioned", "c", { ttlMs: 3_600_000 })
  await Promise.all(cluster.ids.map((id) => cluster.signal(id, "SIGKILL")))
  for (const id of cluster.ids) cluster.startNode(id)
  await cluster.leader()
  t.equal((await db.get("plain"))?.value.toString(), "a")
  t.equal((await db.increment("counter", 1)).value, 6n)
  t.equal(await db.get("gone"), undefined)
  t.match(await db.get("versioned"), { version })
})

t.test("writes resume after the leader was killed under load", async (t) => {
  const cluster = await Cluster.start(t, { nodes: 3 })
  const load = new Ledger(await cluster.client(), ledgerOptions)
  await load.grows(100)
  const leader = await cluster.leader()
  const killedAt = performance.now()
  await cluster.signal(leader, "SIGKILL")
  await load.grows(100)
  const resumed = load.longestGapMs(killedAt)
  t.comment(`longest time without an acknowledged write: ${Math.round(resumed)} ms`)
  cluster.startNode(leader)
  await cluster.leader()
  await load.close()
  t.same(await load.lost(), [], "nothing acknowledged is lost")
})

t.test("nodes that are asked to stop hand over, and clients see no failure", async (t) => {
  const cluster = await Cluster.start(t, { nodes: 3 })
  const load = new Ledger(await cluster.client(), ledgerOptions)
  await load.grows(100)
  for (let round = 0; round < cluster.ids.length; round += 1) {
    const leader = await cluster.leader()
    t.equal(await cluster.signal(leader, "SIGTERM"), 0, `node ${leader} leaves with code 0`)
    await load.grows(50)
    cluster.startNode(leader)
    await cluster.leader()
    await load.grows(50)
  }
  await load.close()
  t.same(load.failures, [])
  t.same(await load.lost(), [], "nothing acknowledged is lost")
})

t.test("a client works when a node is down from the start, whichever it is", async (t) => {
  const cluster = await Cluster.start(t, { nodes: 3, down: [1] })
  const others = [2, 3]
  await cluster.leader(others)
  const db = await cluster.client()
  await db.put("a", "1")
  t.equal((await db.get("a"))?.value.toString(), "1")
  const deadFirst = await cluster.client([cluster.addressOf(1), cluster.addressOf(3)])
  t.equal((await deadFirst.get("a"))?.value.toString(), "1")
  await t.rejects(cluster.client([cluster.addressOf(1)], 1_000), { code: "unavailable" })
  cluster.startNode(1)
  await cluster.converged()
})

t.test("any node serves any request, and tells who leads", async (t) => {
  const cluster = await Cluster.start(t, { nodes: 3 })
  for (const id of cluster.ids) {
    const db = await cluster.client([cluster.addressOf(id)])
    await db.put(`through ${id}`, String(id))
    const cells = await db.scan({ prefix: "through " }).all()
    t.equal(cells.length, id)
    // The driver may have another one lead at any time.
    await when("the client knows who leads", async () => {
      await db.get(`through ${id}`)
      const leader = cluster.addressOf(await cluster.leader())
      return db.leaderOf(`through ${id}`) === leader ? true : undefined
    })
  }
})
