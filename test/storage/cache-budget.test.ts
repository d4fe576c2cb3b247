/** Caches of several keyspaces that share what one of them may have. */
import t from "tap"
import { CacheBudget } from "../../src/storage/range-data/cache-budget.ts"
import { ValueCache } from "../../src/storage/range-data/value-cache.ts"

const KiB = 1_024

/** So many rows of 1 KiB each are read. */
function read(cache: ValueCache, rows: number, from = 0): void {
  for (let i = from; i < from + rows; i += 1) {
    const key = `key${i}`
    cache.learn({ key, record: new Uint8Array(KiB), expiresAtMs: 0 })
  }
}

t.test("one cache has all there is, and gives half of it when another one wants it", async (t) => {
  const budget = new CacheBudget(100 * KiB)
  const [first, second] = [new ValueCache(budget), new ValueCache(budget)]
  read(first, 200)
  const alone = first.bytes
  t.ok(alone > 95 * KiB && alone <= 100 * KiB)
  read(second, 200)
  t.ok(Math.abs(first.bytes - second.bytes) <= 4 * KiB)
  t.ok(budget.bytes <= 100 * KiB)
  t.equal(budget.bytes, first.bytes + second.bytes)
  t.ok(first.has("key199") && !first.has("key60"), "what was used longest ago went")
})

t.test("who wants little keeps it, however much others read", async (t) => {
  const budget = new CacheBudget(100 * KiB)
  const [small, large] = [new ValueCache(budget), new ValueCache(budget)]
  read(small, 5)
  read(large, 1_000)
  t.ok(small.has("key0") && small.has("key4"))
})

t.test("what is let go of has no place in the budget", async (t) => {
  const budget = new CacheBudget(100 * KiB)
  const [first, second] = [new ValueCache(budget), new ValueCache(budget)]
  read(first, 50)
  first.clear("key", "kez")
  t.equal(budget.bytes, 0)
  read(first, 50)
  first.close()
  t.equal(budget.bytes, 0)
  read(first, 50)
  t.equal(budget.bytes, 0, "nor what comes later")
  read(second, 200)
  t.ok(second.bytes > 95 * KiB)
})

t.test("without room nothing is kept", async (t) => {
  const cache = new ValueCache(new CacheBudget(0))
  read(cache, 3)
  t.equal(cache.bytes, 0)
  t.notOk(cache.has("key0"))
})
