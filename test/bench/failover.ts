import { loadConfig } from "../../src/config/index.ts"
import { type Client, connect, KvError } from "../../src/index.ts"
import type { Figures } from "./figures.ts"
import { pause } from "./processes.ts"
import type { RingraftCluster } from "./ringraft.ts"

const rounds = 5
const writers = 64

/**
 * Kills the leader under load, several times: how long until a write is acknowledged again, in
 * election timeouts, at worst; and whether every acknowledged write is still there.
 */
export async function measureFailover(figures: Figures, cluster: RingraftCluster): Promise<void> {
  const { raft } = loadConfig({ environment: {}, flags: [] }).config
  const electionTimeoutMs = raft.electionTimeoutTicks * raft.tickMs
  const db = await connect(cluster.addresses)
  const load = new Load(db)
  let worstMs = 0
  for (let round = 0; round < rounds; round += 1) {
    await pause(1_000)
    const leader = await cluster.leader()
    const killedAt = performance.now()
    await cluster.kill(leader)
    await load.acknowledgedAfter(performance.now() + 500)
    const gapMs = load.longestGapMs(killedAt)
    figures.set(`leader kill ${round + 1}`, gapMs, "ms until a write was acknowledged")
    worstMs = Math.max(worstMs, gapMs)
    cluster.start(leader)
    await cluster.leader()
  }
  await load.stop()
  figures.set("leader kill", worstMs / electionTimeoutMs, "election timeouts at worst")
  figures.set("lost", await load.lost(), `of ${load.count} acknowledged writes`)
  await db.close()
}

/** Writers of keys of their own. */
class Load {
  readonly #db: Client
  readonly #acknowledged: { readonly key: string; readonly atMs: number }[] = []
  readonly #writers: Promise<void>[]
  #stopped = false

  constructor(db: Client) {
    this.#db = db
    this.#writers = Array.from({ length: writers }, (_, number) => this.#write(number))
  }

  get count(): number {
    return this.#acknowledged.length
  }

  async acknowledgedAfter(atMs: number): Promise<void> {
    const until = performance.now() + 60_000
    while ((this.#acknowledged.at(-1)?.atMs ?? 0) < atMs) {
      if (performance.now() > until) throw new Error("no write was acknowledged for a minute")
      await pause(20)
    }
  }

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

  async lost(): Promise<number> {
    const there = new Set<string>()
    for await (const { key } of this.#db.scan({ prefix: "failover/", keysOnly: true })) {
      there.add(key.toString())
    }
    return this.#acknowledged.filter(({ key }) => !there.has(key)).length
  }

  async #write(writer: number): Promise<void> {
    for (let number = 0; !this.#stopped; number += 1) {
      const key = `failover/${writer}/${number}`
      try {
        await this.#db.put(key, "x", { timeoutMs: 20_000 })
        this.#acknowledged.push({ key, atMs: performance.now() })
      } catch (error) {
        if (!(error instanceof KvError)) throw error
      }
    }
  }
}
