import { join } from "node:path"
import t from "tap"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import { checkRange, openRocksEngine, transferLeader } from "../../src/platform/index.ts"
import { cellPair } from "../../src/storage/index.ts"
import { Cluster } from "./cluster.ts"
import { when } from "./conditions.ts"
import { UnaryClient } from "./unary.ts"

const rangeId = 2
const MiB = 1_024 * 1_024

/** Of a node that does not run: gives a key another value, with a checksum that is right. */
async function alter(cluster: Cluster, id: number, key: string, value: string): Promise<void> {
  const sizes = { cacheBytes: MiB, writeBufferBytes: MiB }
  const engine = await openRocksEngine(join(cluster.dataFolder(id), "data"), sizes)
  const cell = { value: Buffer.from(value), version: 1, expiresAtMs: 0 }
  const pair = cellPair(defaultKeyspaceId, Buffer.from(key), cell)
  await engine.write([{ type: "put", ...pair }], { sync: true })
  await engine.close()
}

/** Stops a node in order, so that its engine has all, and starts it with a cell altered. */
async function restartAltered(cluster: Cluster, id: number): Promise<void> {
  await cluster.signal(id, "SIGTERM")
  await alter(cluster, id, "key7", "nobody wrote this")
  cluster.startNode(id)
  await cluster.leader()
  await cluster.converged()
}

/** Asks every node for a check until one answers: leaders come and go here. */
function checked(cluster: Cluster, outcome: string) {
  return when(`a check says ${outcome}`, async () => {
    try {
      const report = await checkRange(cluster.addressOf(1), rangeId, 5_000)
      return report.outcome === outcome ? report : undefined
    } catch {
      return undefined
    }
  })
}

function hashesOf(report: Awaited<ReturnType<typeof checkRange>>): Map<number, string> {
  return new Map(report.hashes.map(({ nodeId, hash }) => [nodeId, hash]))
}

t.test("a whole cell that nobody wrote is found and mended", { timeout: 120_000 }, async (t) => {
  // Nobody but this test asks for checks: else one may have mended what the next is to find.
  const settings = { RINGRAFT_STORAGE_CONSISTENCY_CHECK_MS: "0s" }
  const cluster = await Cluster.start(t, { nodes: 3, settings })
  const db = await cluster.client()
  for (let i = 0; i < 20; i += 1) await db.put(`key${i}`, `value${i}`)
  await cluster.converged()
  const agreed = hashesOf(await checked(cluster, "agreed"))
  t.equal(new Set(agreed.values()).size, 1)
  t.equal(agreed.size, 3)

  const mended = async (id: number): Promise<void> => {
    const report = await checked(cluster, "differs")
    const hashes = hashesOf(report)
    const others = cluster.ids.filter((other) => other !== id).map((other) => hashes.get(other))
    t.equal(new Set(others).size, 1, "the others hold the same")
    t.not(hashes.get(id), others[0])
    await when(`node ${id} says why`, async () => {
      return cluster.logOf(id).includes("its data differs from that of most") ? true : undefined
    })
    await cluster.converged()
    const again = hashesOf(await checked(cluster, "agreed"))
    t.equal(new Set(again.values()).size, 1)
    const node = new UnaryClient(cluster.addressOf(id))
    const { value } = await node.staleGet("key7")
    t.equal(value, "value7")
    node.close()
    t.equal((await db.get("key7"))?.value.toString(), "value7")
  }

  await t.test("on a follower", async () => {
    const leader = await cluster.leader()
    const follower = cluster.ids.find((id) => id !== leader) as number
    await restartAltered(cluster, follower)
    await mended(follower)
  })

  await t.test("on the leader", async () => {
    const id = await cluster.leader()
    await restartAltered(cluster, id)
    await when(`node ${id} leads again`, async () => {
      if ((await cluster.leader()) === id) return true
      await transferLeader(cluster.addressOf(id), { rangeId, to: id }, 1_000).catch(() => {})
      return undefined
    })
    await mended(id)
  })
})
