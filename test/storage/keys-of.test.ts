/** What a listing of keys holds in memory, for whom the cells are of no interest. */
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import t from "tap"
import { mapKeyOf } from "../../src/base/index.ts"
import type { EngineIterator, EngineRange } from "../../src/env/index.ts"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import { batchOf, bytes, openData, put, write } from "./range-data-harness.ts"

setFlagsFromString("--expose-gc")
const collect = runInNewContext("gc") as () => void

/** Gives cells one by one, and counts how many of them somebody has still. */
class WatchedEngine extends MemoryEngine {
  heldMax = 0
  readonly #given: WeakRef<Uint8Array>[] = []

  override iterate(range: EngineRange): EngineIterator {
    const view = super.iterate(range)
    const next = async () => {
      const [pair] = await view.next(1)
      // What a WeakRef was asked for stays until then.
      await new Promise(setImmediate)
      collect()
      const held = this.#given.filter((each) => each.deref() !== undefined)
      this.heldMax = Math.max(this.heldMax, held.length)
      if (pair === undefined) return []
      const value = pair.value.slice()
      this.#given.push(new WeakRef(value))
      return [{ ...pair, value }]
    }
    return { ...view, next }
  }
}

t.test("cells go as soon as their keys are known", async (t) => {
  const disk = new MemoryDisk()
  const names = Array.from({ length: 20 }, (_, i) => `cell/${String(i).padStart(2, "0")}`)
  const cells = names.map((name) => put(name, "v".repeat(1_000)))
  await write(await openData(new MemoryEngine(disk)), batchOf(1, ...cells))
  const engine = new WatchedEngine(disk)
  const data = await openData(engine)
  engine.heldMax = 0
  const keys = await data.keysOf({ start: bytes(""), end: bytes(""), keysMax: 100 })
  t.same(keys.map(mapKeyOf), names)
  t.ok(engine.heldMax <= 2, `${engine.heldMax} were there at once`)
})
