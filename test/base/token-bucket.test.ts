import fc from "fast-check"
import t from "tap"
import { TokenBucket } from "../../src/base/index.ts"

t.test("all who wait as they are told come together to the rate, and no less", async () => {
  const takers = fc.array(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 20 }))
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 100_000 }), takers, (perSecond, lots) => {
      const bucket = new TokenBucket(perSecond, 0)
      const ready = lots.map((left) => ({ left: [...left], atMs: 0 }))
      let total = 0
      let endMs = 0
      for (;;) {
        const open = ready.filter(({ left }) => left.length > 0)
        open.sort((one, other) => one.atMs - other.atMs)
        const [next] = open
        if (next === undefined) break
        const tokens = next.left.shift() ?? 0
        next.atMs += bucket.take(tokens, next.atMs)
        total += tokens
        endMs = Math.max(endMs, next.atMs)
      }
      const dueMs = Math.max(0, ((total - perSecond / 50) * 1_000) / perSecond)
      return Math.abs(endMs - dueMs) < 0.001 * (1 + dueMs)
    }),
  )
})

t.test("an idle bucket holds no more than its burst", async (t) => {
  const bucket = new TokenBucket(1_000, 0)
  t.equal(bucket.take(20, 60_000), 0)
  t.equal(bucket.take(50, 60_000), 50)
  t.equal(bucket.take(50, 60_050), 50)
})

t.test("another rate counts from then on", async (t) => {
  const bucket = new TokenBucket(1_000, 0)
  bucket.take(20, 0)
  t.equal(bucket.take(50, 0), 50)
  bucket.setRate(2_000, 50)
  t.equal(bucket.take(50, 50), 25)
  bucket.setRate(500, 75)
  t.equal(bucket.take(50, 75), 100)
})
