/** When something expires first in each range of a store that was just opened. */
import t from "tap"
import { KvError, wallMsOf } from "../../src/base/index.ts"
import { type EngineIterator, type EngineRange, silentTelemetry } from "../../src/env/index.ts"
import { StoreData } from "../../src/storage/index.ts"
import { put } from "../core/range/test-range.ts"
import { MemoryEngine } from "./memory-engine.ts"
import { descriptor } from "./range-data-harness.ts"
import { Store } from "./store-data-harness.ts"

const expiryPrefix = 0x30
const [plain, busy, late] = [descriptor.rangeId, 8, 9]
const busyCells = 1_000
const lateMs = 1_000_000

/** Counts the rows of expiry indexes that are read, one at a time; those from one on are bad. */
class IndexEngine extends MemoryEngine {
  rowsRead = 0
  rowsMax = Number.POSITIVE_INFINITY

  override iterate(range: EngineRange): EngineIterator {
    const view = super.iterate(range)
    if (range.gte[0] !== expiryPrefix) return view
    const next = async () => {
      if (this.rowsRead >= this.rowsMax) throw new KvError("data_loss", "a bad block")
      const rows = await view.next(1)
      this.rowsRead += rows.length
      return rows
    }
    return { ...view, next }
  }
}

t.test("it costs one walk, however many ranges expire late or never", async (t) => {
  const { engine, data, firstMs } = await reopened(Number.POSITIVE_INFINITY)
  t.equal(engine.rowsRead, busyCells + 1)
  t.equal(data.get(plain)?.nextExpiryMs(), undefined)
  t.equal(data.get(busy)?.nextExpiryMs(), firstMs + 1)
  t.equal(data.get(late)?.nextExpiryMs(), firstMs + lateMs)
})

t.test("a row that can't be read costs the ranges that may have it", async (t) => {
  const { data, firstMs } = await reopened(1)
  t.equal(data.get(busy)?.nextExpiryMs(), firstMs + 1)
  for (const rangeId of [plain, late]) {
    const range = data.get(rangeId)
    t.ok(range?.installing, "it is not to be read")
    t.equal(range?.recovered?.state.index, 0, "and begins anew")
  }
})

/** Three ranges on an engine whose index can be read up to `rowsMax`. */
async function reopened(rowsMax: number) {
  const store = await Store.open()
  await store.run(plain, put("a", "1"))
  await store.split("g", busy)
  await store.flush()
  await store.split("p", late, busy)
  await store.flush(busy)
  const firstMs = wallMsOf(store.machine(busy).state.time) + 1
  const ttls = Array.from({ length: busyCells }, (_, i) => put(`g${i}`, "1", { ttlMs: i + 1 }))
  await store.run(busy, ...ttls)
  await store.run(late, put("p", "1", { ttlMs: lateMs }))
  for (const rangeId of [busy, late]) await store.flush(rangeId)
  const engine = new IndexEngine(store.disk)
  engine.rowsMax = rowsMax
  const options = { initial: [descriptor], valueCacheBytes: 0, snapshotChunkBytes: 100 }
  const data = await StoreData.open(engine, { ...options, telemetry: silentTelemetry })
  return { engine, data, firstMs }
}
