/** What replicas compare: one content has one hash, however it came to be. */
import t from "tap"
import type { SessionTableView } from "../../src/core/range/index.ts"
import type { WriteOperation } from "../../src/core/range/types.ts"
import { cellPair, type DataContent } from "../../src/storage/index.ts"
import { MemoryEngine } from "./memory-engine.ts"
import { bytes, cellKey, LogMaker, Replica } from "./range-data-harness.ts"

const clientId = new Uint8Array(16).fill(7)

function put(key: string, value: string, sequence: number): WriteOperation {
  const requestId = { clientId, sequence, acknowledgedBelow: Math.max(1, sequence - 2) }
  return { type: "put", key: bytes(key), value: bytes(value), ttlMs: 0, requestId }
}

function logOf(writes: number): LogMaker {
  const log = new LogMaker()
  for (let i = 1; i <= writes; i += 1) {
    log.batch([put(`k${i % 11}`, `${"v".repeat((i * 977) % 3_000)}${i}`, i)])
  }
  return log
}

async function contentOf(
  { data }: Replica,
  sessions: SessionTableView,
  stepBytes = 256,
): Promise<DataContent> {
  const walk = data.openContent(sessions, stepBytes)
  try {
    for (;;) {
      const content = await walk.step(stepBytes)
      if (content !== undefined) return content
    }
  } finally {
    await walk.close()
  }
}

async function replicaOf(log: LogMaker, lot: number, flushes = 1): Promise<Replica> {
  const replica = await Replica.open()
  const { entries } = log
  for (let i = 1; i <= flushes; i += 1) {
    await replica.follow(entries.slice(0, Math.ceil((i * entries.length) / flushes)), lot)
    await replica.flush()
  }
  return replica
}

t.test("one log, one hash: whatever batches, flushes, steps and restarts it took", async (t) => {
  const log = logOf(60)
  const first = await replicaOf(log, 3)
  const expected = await contentOf(first, first.machine.sessions)
  t.match(expected.hash, /^[0-9a-f]{16}$/)
  t.equal(expected.keys, 11)
  for (const [lot, flushes, stepBytes] of [
    [1, 60, 1],
    [7, 4, 100_000],
  ] as const) {
    const replica = await replicaOf(log, lot, flushes)
    t.same(await contentOf(replica, replica.machine.sessions, stepBytes), expected)
    await replica.reopen()
    t.same(await contentOf(replica, replica.machine.sessions, stepBytes), expected, "reopened")
  }
  const shorter = await replicaOf(logOf(59), 3)
  t.not((await contentOf(shorter, shorter.machine.sessions)).hash, expected.hash)
})

t.test("everything that replicas must agree on is in the hash", async (t) => {
  const log = logOf(5)
  const replica = await replicaOf(log, 3)
  const { sessions } = replica.machine
  const hashes = new Set([(await contentOf(replica, sessions)).hash])
  const expectNew = async (what: string, view: SessionTableView): Promise<void> => {
    const { size } = hashes
    hashes.add((await contentOf(replica, view)).hash)
    t.equal(hashes.size, size + 1, what)
  }
  const [session] = sessions.sessions
  if (session === undefined) throw new Error("no session")
  await expectNew("results", { ...sessions, sessions: [{ ...session, results: [] }] })
  const older = { ...session, lastUsedTime: session.lastUsedTime - 1 }
  await expectNew("use of sessions", { ...sessions, sessions: [older] })
  await expectNew("forgotten ones", { ...sessions, forgotten: [{ clientId, time: 1 }] })
  const cell = { value: bytes("x"), version: 3, expiresAtMs: 0 }
  const engine = new MemoryEngine(replica.disk)
  const changes = [
    { ...cell, key: "k1" },
    { ...cell, key: "k1", value: bytes("y") },
    { ...cell, key: "k1", version: 4 },
    { ...cell, key: "k1", expiresAtMs: 5 },
    { ...cell, key: "stray" },
  ]
  for (const { key, ...changed } of changes) {
    const pair = cellPair(1, bytes(key), changed)
    t.same(pair.key, cellKey(key))
    await engine.write([{ type: "put", ...pair }], { sync: false })
    await expectNew(`a cell at ${key}`, sessions)
  }
})

t.test("a cell that rotted is found on the way", async (t) => {
  const replica = await replicaOf(logOf(5), 3)
  const pair = cellPair(1, bytes("k2"), { value: bytes("x"), version: 3, expiresAtMs: 0 })
  pair.value[3] = (pair.value[3] as number) ^ 1
  await new MemoryEngine(replica.disk).write([{ type: "put", ...pair }], { sync: false })
  await t.rejects(contentOf(replica, replica.machine.sessions), { code: "data_loss" })
})
