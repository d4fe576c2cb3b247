import fc from "fast-check"
import t from "tap"
import { type SlabEntry, Slabs } from "../../src/storage/range-data/slabs.ts"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import { batchOf, bytes, openData, put, text, write } from "./range-data-harness.ts"

t.test("slabs keep what is held, and little of what is not", (t) => {
  const step = fc.record({
    length: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 9_000 })),
    free: fc.nat({ max: 100 }),
    frees: fc.nat({ max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 100, maxLength: 400 }), (steps) => {
      const slabs = new Slabs(200_000)
      const held: { entry: SlabEntry; fill: number }[] = []
      let live = 0
      for (const [i, { length, free, frees }] of steps.entries()) {
        const slab = slabs.reserve(length)
        const entry = { slab, offset: slab.used - length, length }
        slab.bytes.fill(i & 255, entry.offset, slab.used)
        slabs.hold(entry)
        held.push({ entry, fill: i & 255 })
        live += length
        for (let n = 0; n < frees && held.length > 20; n += 1) {
          const [gone] = held.splice(free % held.length, 1)
          live -= gone?.entry.length ?? 0
          if (gone !== undefined) slabs.free(gone.entry)
        }
      }
      if (slabs.liveBytes !== live) throw new Error("live bytes are not their sum")
      for (const { entry, fill } of held) {
        const part = entry.slab?.bytes.subarray(entry.offset, entry.offset + entry.length)
        if (part?.length !== entry.length || part.some((byte) => byte !== fill)) {
          throw new Error("held bytes changed")
        }
      }
      const most = (live * 4) / 3 + 40_000
      if (slabs.bytes > most) throw new Error(`${slabs.bytes} bytes, at most ${most} expected`)
      for (const { entry } of held) slabs.free(entry)
      if (slabs.liveBytes !== 0 || slabs.bytes !== 0) throw new Error("memory is not given back")
    }),
    { numRuns: 60 },
  )
  t.pass("all runs")
  t.end()
})

t.test("hot cells stay while cold ones pass, with the right bytes", async (t) => {
  const data = await openData(new MemoryEngine(new MemoryDisk()), { valueCacheBytes: 100_000 })
  const hot = Array.from({ length: 20 }, (_, i) => `hot${i}`)
  await write(data, batchOf(1, ...hot.map((name) => put(name, `<${name}>`))))
  await data.cells(hot.map(bytes))
  for (let i = 2; i < 1_000; i += 1) {
    await write(data, batchOf(i, put(`cold${i}`, "c".repeat(200 + (i % 100)))))
    for (const name of hot) data.cached(bytes(name))
  }
  t.same(
    hot.map((name) => text(data.cached(bytes(name)))),
    hot.map((name) => `<${name}>`),
  )
  t.equal(data.cached(bytes("cold2")), undefined)
})
