/** How much a range holds, and where its middle is. */
import fc from "fast-check"
import t from "tap"
import { compareBytes } from "../../src/base/index.ts"
import type { RangeData } from "../../src/storage/index.ts"
import { between } from "../../src/storage/range-data/middle-key.ts"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import { batchOf, bytes, del, openData, put, write } from "./range-data-harness.ts"

interface Checker {
  ok(holds: boolean, what: string): void
}

const numbered = (i: number): string => `k${String(i).padStart(6, "0")}`

/** Asked once it is known. */
async function sizeOf(data: RangeData): Promise<{ readonly bytes: number; readonly keys: number }> {
  for (;;) {
    const { size } = data.size
    if (size !== undefined) return size
    await new Promise(setImmediate)
  }
}

async function near(t: Checker, data: RangeData, keys: number, bytesEach: number): Promise<void> {
  const size = await sizeOf(data)
  t.ok(Math.abs(size.keys - keys) <= 0.2 * keys + 300, `${size.keys} of ${keys} keys`)
  const expected = keys * bytesEach
  t.ok(Math.abs(size.bytes - expected) <= 0.3 * expected + 50_000, `${size.bytes} of ${expected}`)
}

t.test("a size follows what is flushed", async (t) => {
  const data = await openData(new MemoryEngine(new MemoryDisk()))
  t.same(await sizeOf(data), { bytes: 0, keys: 0 })
  const value = "v".repeat(93)
  let index = 0
  const writeAll = async (
    from: number,
    to: number,
    make: (i: number) => ReturnType<typeof put>,
  ) => {
    for (let i = from; i < to; i += 500) {
      index += 1
      const cells = Array.from({ length: 500 }, (_, at) => make(i + at))
      await write(data, batchOf(index, ...cells))
    }
  }
  await writeAll(0, 10_000, (i) => put(numbered(i), value))
  await near(t, data, 10_000, 100)
  await writeAll(0, 10_000, (i) => put(numbered(i), value))
  await near(t, data, 10_000, 100)
  await writeAll(0, 10_000, (i) => put(numbered(i), value + value))
  await near(t, data, 10_000, 193)
  await writeAll(0, 5_000, (i) => del(numbered(i)))
  await near(t, data, 5_000, 193)
})

t.test("who was there from the first key on knows it without being asked", async (t) => {
  const data = await openData(new MemoryEngine(new MemoryDisk()))
  const cells = Array.from({ length: 10_000 }, (_, i) => put(numbered(i), "v".repeat(93)))
  await write(data, batchOf(1, ...cells))
  t.not(data.size.size, undefined, "a follower that comes to lead")
  await near(t, data, 10_000, 100)
})

t.test("what is on the disk is measured when somebody asks", async (t) => {
  const disk = new MemoryDisk()
  const before = await openData(new MemoryEngine(disk))
  const cells = Array.from({ length: 3_000 }, (_, i) => put(numbered(i), "v".repeat(93)))
  await write(before, batchOf(1, ...cells))
  const data = await openData(new MemoryEngine(disk))
  t.equal(data.size.size, undefined)
  await near(t, data, 3_000, 100)
})

t.test("a snapshot is counted on its way in", async (t) => {
  const from = await openData(new MemoryEngine(new MemoryDisk()))
  const cells = Array.from({ length: 3_000 }, (_, i) => put(numbered(i), "v".repeat(93)))
  await write(from, batchOf(1, ...cells))
  const source = await from.openSnapshot()
  const data = await openData(new MemoryEngine(new MemoryDisk()))
  await data.install(source.chunks())
  await source.close()
  t.same(data.size.size, { bytes: 300_000, keys: 3_000 })
})

t.test("the middle key has half of the bytes on either side", async (t) => {
  const data = await openData(new MemoryEngine(new MemoryDisk()))
  t.equal(await data.size.middleKey(), undefined, "nothing")
  await write(data, batchOf(1, put("a", "1")))
  t.equal(await data.size.middleKey(), undefined, "one key")
  await write(data, batchOf(2, put("b", "1")))
  t.same(await data.size.middleKey(), bytes("b"))
  // A tenth of the keys has most of the bytes.
  const cells = Array.from({ length: 1_000 }, (_, i) => {
    return put(numbered(i), "v".repeat(i < 100 ? 1_000 : 10))
  })
  await write(data, batchOf(3, ...cells))
  const middle = Buffer.from((await data.size.middleKey()) ?? []).toString()
  t.ok(middle > numbered(60) && middle < numbered(90), middle)
})

t.test("between two keys lies another, unless they are neighbours", async () => {
  const key = fc.uint8Array({ minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(key, key, (left, right) => {
      const [low, high] = compareBytes(left, right) < 0 ? [left, right] : [right, left]
      const middle = between(low, high)
      if (middle === undefined) return
      if (compareBytes(low, middle) >= 0) throw new Error("not above the lower one")
      if (compareBytes(middle, high) >= 0) throw new Error("not below the higher one")
    }),
  )
})
