import fc from "fast-check"
import t from "tap"
import { defined } from "../../src/base/index.ts"
import { holdsKey, overlap } from "../../src/core/range/index.ts"
import type { RangeDescriptor } from "../../src/core/range/types.ts"
import { RangeDirectory } from "../../src/store/range-directory.ts"

const keyOf = (key: number): Uint8Array => (key === 0 ? new Uint8Array(0) : Uint8Array.of(key))

class TestRange {
  descriptor: RangeDescriptor

  constructor(rangeId: number, start: number, end: number, version = 1) {
    const span = { start: keyOf(start), end: end === 256 ? keyOf(0) : keyOf(end) }
    this.descriptor = { rangeId, keyspaceId: 1, ...span, version, configVersion: 1 }
  }
}

t.test("it finds the range of every key, however the ranges came and went", (t) => {
  const step = fc.record({ remove: fc.boolean(), key: fc.integer({ min: 1, max: 255 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const directory = new RangeDirectory<TestRange>()
      const ranges = new Set([new TestRange(1, 0, 256)])
      for (const range of ranges) directory.place(range)
      for (const { remove, key } of steps) {
        const holder = [...ranges].find(({ descriptor }) => holdsKey(descriptor, keyOf(key)))
        if (holder === undefined) continue
        if (remove) {
          ranges.delete(holder)
          directory.remove(holder)
        } else if (holder.descriptor.start[0] !== key) {
          const right = new TestRange(ranges.size + 1, key, 256)
          right.descriptor = { ...right.descriptor, end: holder.descriptor.end }
          holder.descriptor = { ...holder.descriptor, end: keyOf(key) }
          directory.place(holder)
          directory.place(right)
          ranges.add(right)
        }
      }
      for (let key = 0; key < 256; key += 1) {
        const holder = [...ranges].find(({ descriptor }) => holdsKey(descriptor, keyOf(key)))
        const get = { type: "get", key: keyOf(key), consistency: "stale" } as const
        if (directory.holderOf(1, keyOf(key)) !== holder) return false
        if (directory.of(1, get) !== holder) return false
        for (const end of [key + 1, key + 9, 256]) {
          const span = { start: keyOf(key), end: end >= 256 ? keyOf(0) : keyOf(end) }
          const wanted = [...ranges].filter(({ descriptor }) => overlap(descriptor, span))
          const found = directory.overlapping(1, span)
          if (found.length !== wanted.length) return false
          if (!wanted.every((range) => found.includes(range))) return false
        }
      }
      return true
    }),
  )
  t.end()
})

t.test("of a range that is not known yet it takes no note", (t) => {
  const directory = new RangeDirectory<TestRange>()
  const blank = new TestRange(2, 0, 256, 0)
  directory.place(blank)
  t.equal(directory.holderOf(1, keyOf(7)), undefined)
  blank.descriptor = { ...blank.descriptor, version: 3 }
  directory.place(blank)
  t.equal(defined(directory.holderOf(1, keyOf(7)), "the range"), blank)
  t.end()
})

t.test("two ranges that hold the same keys are an invariant broken", (t) => {
  for (const [start, end] of [
    [0, 256],
    [10, 20],
    [15, 16],
    [5, 11],
    [19, 30],
  ] as const) {
    const directory = new RangeDirectory<TestRange>()
    directory.place(new TestRange(1, 10, 20))
    t.throws(() => directory.place(new TestRange(2, start, end)), /the same keys/, `${start}`)
  }
  t.end()
})
