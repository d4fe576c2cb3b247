/** What is read to find out what has expired. */
import t from "tap"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import { batchOf, openData, put, write } from "./range-data-harness.ts"

class WatchedEngine extends MemoryEngine {
  readonly lots: number[] = []

  override getMany(keys: readonly Uint8Array[]) {
    this.lots.push(keys.length)
    return super.getMany(keys)
  }
}

t.test("large cells are looked at a few at a time", async (t) => {
  const disk = new MemoryDisk()
  const value = "v".repeat(100 * 1_024)
  const cells = Array.from({ length: 64 }, (_, i) => put(`expired/${i}`, value, 10))
  await write(await openData(new MemoryEngine(disk)), batchOf(1, ...cells))
  const engine = new WatchedEngine(disk)
  const data = await openData(engine)
  engine.lots.length = 0
  t.equal((await data.expired(100, 1_000)).length, cells.length)
  const [first = 0, ...others] = engine.lots
  t.ok(first <= 16, "as long as nothing is known of them")
  t.ok(Math.max(...others) <= 10, `${others}`)
})
