/** What a start makes of a log and data that a crash left apart. */
import t from "tap"
import { Dice, defined } from "../../src/base/index.ts"
import { type Env, silentTelemetry } from "../../src/env/index.ts"
import { beginLog, lossNonceOf, mendLog } from "../../src/node/recovery.ts"
import { randomOf } from "../../src/sim/random.ts"
import { segmentNameOf } from "../../src/storage/raft-log/format.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { MemoryLogDevice } from "../storage/memory-log-device.ts"
import { entries, openLog, write } from "../storage/raft-log-model.ts"
import { bytes } from "../storage/range-data-harness.ts"
import { childId, parentId, Store } from "../storage/store-data-harness.ts"

const env = { random: randomOf(new Dice(1)), telemetry: silentTelemetry } as Env

/**
 * Two ranges, the second split off the first, and three entries more; none of it durable. Its log
 * has begun.
 */
async function unsyncedStore(): Promise<Store> {
  const store = await Store.open()
  await store.data.settleLosses()
  await store.split("m")
  await store.flush()
  for (const id of [parentId, childId]) {
    for (let i = 0; i < 3; i += 1) {
      await store.run(id, put(id, i))
      await store.flush(id)
    }
  }
  return store
}

function put(id: number, i: number) {
  const key = bytes(`${id === parentId ? "a" : "x"}${i}`)
  return { type: "put", key, value: key, ttlMs: 0, requestId: undefined } as const
}

async function mend(device: MemoryLogDevice, store: Store) {
  const states = store.data.ranges.flatMap(({ recovered }) => recovered?.state ?? [])
  const log = await openLog(device)
  const standings = await mendLog(log, states, store.data, env)
  return { log, standings }
}

/** Logs that begin anew, and how each came to be. */
const logs: Record<string, () => Promise<MemoryLogDevice>> = {
  "that has nothing of the ranges": async () => new MemoryLogDevice(),
  "that is behind the data": async () => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    await log.append(
      [parentId, childId].map((id) => write({ rangeId: id, entries: entries(1, 2, 1) })),
    )
    return device
  },
  "that is damaged in its middle": async () => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    await log.append([write({ rangeId: parentId, entries: entries(1, 4, 1) })])
    const { bytes: file } = defined(device.files.get(segmentNameOf(1)), "a segment")
    const middle = file.length - 8
    await log.append([write({ rangeId: childId, entries: entries(1, 4, 1) })])
    const after = defined(device.files.get(segmentNameOf(1)), "a segment").bytes
    after[middle] = (after[middle] as number) ^ 1
    return device
  },
}

for (const [which, makeLog] of Object.entries(logs)) {
  t.test(`power goes after a log began anew ${which}`, async (t) => {
    const device = await makeLog()
    const store = await unsyncedStore()
    // The node is killed: the operating system still has what was written.
    await store.reopen()
    const applied = new Map(store.data.ranges.map((range) => [range.rangeId, appliedOf(range)]))
    t.same(
      [...applied],
      [
        [parentId, 4],
        [childId, 4],
      ],
    )

    const before = store.disk.writes.length
    const { standings } = await mend(device, store)
    t.same(store.disk.writes.slice(before), [{ count: 2, sync: true }], "one write for all ranges")
    for (const [rangeId, index] of applied) {
      t.equal(standings.get(rangeId)?.start.index, index, `range ${rangeId} begins behind its data`)
    }
    await store.crash(0)
    for (const range of store.data.ranges) t.equal(appliedOf(range), applied.get(range.rangeId))
    const again = await mend(device, store)
    t.same(again.standings, standings, "data and log agree")
  })
}

t.test(
  "a disk that may have lost ranges says so until the log has that, and ever after",
  async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    await log.append([write({ rangeId: parentId, entries: entries(1, 6, 1) })])
    const store = await unsyncedStore()
    t.equal(lossNonceOf((await mend(device, store)).log), 0)
    // A key that nobody wrote: what ranges there are can't be told.
    const key = Uint8Array.of(0x10, 255, 255, 255, 255, 0)
    store.disk.write([{ type: "put", key, value: bytes("?") }], true)
    await store.reopen()
    t.equal(store.data.rangesLost, true)
    t.notOk(store.data.has(childId))
    await store.crash(0)
    t.equal(store.data.rangesLost, true, "nothing has followed from it before the crash")
    const nonce = lossNonceOf((await mend(device, store)).log)
    t.not(nonce, 0)
    await store.crash(0)
    t.equal(store.data.rangesLost, false)
    t.equal(lossNonceOf((await mend(device, store)).log), nonce)
  },
)

t.test("a log that is gone took votes and entries along, and that is told for good", async (t) => {
  const device = new MemoryLogDevice()
  const store = await unsyncedStore()
  await store.flush()
  await store.reopen()
  // The crash comes after the new log was begun, and before anything was made of it.
  await (await openLog(device)).close()
  const { log, standings } = await mend(device, store)
  for (const id of [parentId, childId]) {
    t.match(standings.get(id), { hardState: { vote: 0 }, start: { index: 4 } })
    t.not(standings.get(id)?.damageNonce, 0, `range ${id} votes for no one`)
  }
  t.not(lossNonceOf(log), 0, "there may have been ranges that only the log knew of")
  await store.reopen()
  t.same((await mend(device, store)).standings, standings)
})

t.test("a new store has lost nothing, wherever a crash stops its first start", async (t) => {
  for (const stop of ["before the log's first record", "before the engine knows of it", "after"]) {
    const device = new MemoryLogDevice()
    let store = await Store.open()
    if (stop === "before the log's first record") await (await openLog(device)).close()
    else await mend(device, store)
    if (stop !== "before the engine knows of it") await store.reopen()
    else store = await Store.open()
    t.equal(lossNonceOf((await mend(device, store)).log), 0, stop)
    await store.reopen()
    device.files.clear()
    t.not(lossNonceOf((await mend(device, store)).log), 0, "from then on it would be known")
  }
})

t.test("with tombstones lost, a log stays whose replica the configuration tells", async (t) => {
  const store = await unsyncedStore()
  await store.data.remove(childId, 1)
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await log.append([write({ rangeId: parentId, entries: entries(1, 6, 1) })])
  store.disk.damage(Uint8Array.of(0x04, 0, 0, 0, childId), (value) => value.reverse())
  await store.reopen()
  t.equal(store.data.identitiesLost, true)
  const { standings } = await mend(device, store)
  t.match(standings.get(parentId), { lastIndex: 6, damageNonce: 0 })
})

t.test("where log and data agree the engine is left alone", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await log.append(
    [parentId, childId].map((rangeId) => write({ rangeId, entries: entries(1, 6, 1) })),
  )
  const store = await unsyncedStore()
  await store.reopen()
  const before = store.disk.writes.length
  const { standings } = await mend(device, store)
  t.equal(store.disk.writes.length, before)
  t.match(standings.get(parentId), { start: { index: 0 }, lastIndex: 6 })
})

t.test("the log of a range that comes waits for space", async (t) => {
  const store = await unsyncedStore()
  const state = defined(store.data.get(childId)?.recovered?.state, "a range that was split off")
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  const clock = new ManualClock()
  device.freeBytesLeft = 0
  const begun = beginLog(log, state, false, { ...env, clock })
  await new Promise(setImmediate)
  t.equal(clock.timers, 1)
  device.freeBytesLeft = Number.MAX_SAFE_INTEGER
  clock.advance(1_000)
  t.match(await begun, { start: { index: state.index, term: state.term }, damageNonce: 0 })
  t.match(log.recovered(childId), { lastIndex: state.index })
  await log.close()
})

function appliedOf({ recovered }: Store["child"]): number | undefined {
  return recovered?.state.index
}

t.test("damage that is found again has another nonce: more may be lost", async (t) => {
  const store = await unsyncedStore()
  await store.reopen()
  const device = new MemoryLogDevice()
  const nonces = new Set<number>()
  for (let i = 0; i < 2; i += 1) {
    const log = await openLog(device)
    await log.append([write({ rangeId: parentId, entries: entries(5, 4, 1) })])
    const name = defined([...device.files.keys()].sort().at(-1), "a segment")
    const middle = defined(device.files.get(name), "a segment").bytes.length - 8
    await log.append([write({ rangeId: childId, entries: entries(5, 4, 1) })])
    const file = defined(device.files.get(name), "a segment").bytes
    file[middle] = (file[middle] as number) ^ 1
    const { standings } = await mend(device, store)
    nonces.add(defined(standings.get(parentId), "its standing").damageNonce)
  }
  t.equal(nonces.size, 2)
  t.notOk(nonces.has(0))
})
