/** The engine may have to let go of any view while a store is opened: it is taken anew. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { type EngineIterator, type EngineRange, silentTelemetry } from "../../src/env/index.ts"
import { StoreData } from "../../src/storage/index.ts"
import { put } from "../core/range/test-range.ts"
import { type MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import { descriptor } from "./range-data-harness.ts"
import { childId, parentId, rowsOf, Store } from "./store-data-harness.ts"

/** Lets go of one of the views that are taken of it. */
class ForgetfulEngine extends MemoryEngine {
  readonly #which: number
  viewsCount = 0

  constructor(disk: MemoryDisk, which: number) {
    super(disk)
    this.#which = which
  }

  override iterate(range: EngineRange): EngineIterator {
    this.viewsCount += 1
    if (this.viewsCount !== this.#which) return super.iterate(range)
    const next = async () => {
      throw new KvError("unavailable", "begin anew")
    }
    return { next, close: async () => {} }
  }
}

/** Two ranges with sessions, and cells that expire. */
async function durable(): Promise<MemoryDisk> {
  const store = await Store.open()
  await store.run(parentId, put("a", "1", { ttlMs: 60_000 }), put("m", "1", { ttlMs: 60_000 }))
  await store.split("m")
  await store.flush()
  await store.flush(childId)
  for (const id of [parentId, childId]) await store.range(id).checkpoint()
  return store.disk.copy()
}

async function open(disk: MemoryDisk, which: number) {
  const engine = new ForgetfulEngine(disk, which)
  const data = await StoreData.open(engine, {
    ...{ initial: [descriptor], valueCacheBytes: 64 * 1_024, snapshotChunkBytes: 100 },
    telemetry: silentTelemetry,
  })
  return { data, forgotten: engine.viewsCount >= which }
}

t.test("the store has what it had, whichever view it is", async (t) => {
  const disk = await durable()
  let which = 1
  for (; ; which += 1) {
    const { data, forgotten } = await open(disk.copy(), which)
    if (!forgotten) break
    const rows = await Promise.all(data.ranges.map(rowsOf))
    t.same(rows, ["a=1", "m=1"], `without view ${which}`)
    t.ok(data.ranges.every((range) => range.nextExpiryMs() !== undefined))
  }
  t.ok(which > 8, `${which - 1} views`)
})

t.test("likewise where the engine is corrupt, and all ranges are to be fetched anew", async (t) => {
  const disk = await durable()
  // An identity that can't be read.
  disk.write([{ type: "put", key: Uint8Array.of(0x04, 0, 0, 0, 9), value: Uint8Array.of(1) }], true)
  for (let which = 1; ; which += 1) {
    const { data, forgotten } = await open(disk.copy(), which)
    if (!forgotten) break
    const installing = data.ranges.map(({ rangeId, installing }) => installing && rangeId)
    t.same(installing, [parentId, childId], `without view ${which}`)
  }
})
