import t from "tap"
import { KvError } from "../../src/base/index.ts"
import type { Client } from "../../src/index.ts"
import { Cluster } from "./cluster.ts"
import { when } from "./conditions.ts"

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
  const load = new Load(await cluster.client())
  await load.grows(100)
  const leader = await cluster.leader()
  const killedAt = performance.now()
  await cluster.signal(leader, "SIGKILL")
  await load.grows(100)
  const resumed = load.longestGapMs(killedAt)
  t.comment(`longest time without an acknowledged write: ${Math.round(resumed)} ms`)
  cluster.startNode(leader)
  await cluster.leader()
  await load.stop()
  t.same(await load.lost(), [], "nothing acknowledged is lost")
})

t.test("nodes that are asked to stop hand over, and clients see no failure", async (t) => {
  const cluster = await Cluster.start(t, { nodes: 3 })
  const load = new Load(await cluster.client())
  await load.grows(100)
  for (let round = 0; round < cluster.ids.length; round += 1) {
    const leader = await cluster.leader()
    t.equal(await cluster.signal(leader, "SIGTERM"), 0, `node ${leader} leaves with code 0`)
    await load.grows(50)
    cluster.startNode(leader)
    await cluster.leader()
    await load.grows(50)
  }
  await load.stop()
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

/** Writers of keys of their own, as fast as answers come. */
class Load {
  readonly failures: string[] = []
  readonly #db: Client
  readonly #acknowledged: { readonly key: string; readonly atMs: number }[] = []
  readonly #writers: Promise<void>[]
  #stopped = false

  constructor(db: Client) {
    this.#db = db
    this.#writers = Array.from({ length: 8 }, (_, number) => this.#write(number))
  }

  async grows(by: number): Promise<void> {
    const goal = this.#acknowledged.length + by
    await when("more writes are acknowledged", () =>
      this.#acknowledged.length >= goal ? true : undefined,
    )
  }

  /** The longest time without an acknowledgement from then on. */
  longestGapMs(fromMs: number): number {
    let last = fromMs
    let longest = 0
    for (const { atMs } of this.#acknowledged) {
      if (atMs < fromMs) continue
      longest = Math.max(longest, atMs - last)
      last = atMs
    }
    return longest
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#writers)
  }

  async lost(): Promise<string[]> {
    const cells = await this.#db.scan({ prefix: "load/" }).all()
    const there = new Set(cells.map(({ key }) => key.toString()))
    return this.#acknowledged.map(({ key }) => key).filter((key) => !there.has(key))
  }

  async #write(writer: number): Promise<void> {
    for (let number = 0; !this.#stopped; number += 1) {
      const key = `load/${writer}/${number}`
      try {
        await this.#db.put(key, "x", { timeoutMs: 20_000 })
        this.#acknowledged.push({ key, atMs: performance.now() })
      } catch (error) {
        if (!(error instanceof KvError)) throw error
        this.failures.push(`${key}: ${error.code} ${error.message}`)
      }
    }
  }
}
