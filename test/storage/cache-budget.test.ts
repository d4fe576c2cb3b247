/** Caches of several keyspaces that share what one of them may have. */
import t from "tap"
import { bytesOfMapKey } from "../../src/base/index.ts"
import { type BudgetMember, CacheBudget } from "../../src/storage/range-data/cache-budget.ts"
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

t.test("all memory that many small caches take counts", async (t) => {
  const budget = new CacheBudget(1_024 * KiB)
  const caches = Array.from({ length: 300 }, () => new ValueCache(budget))
  const keys = Array.from({ length: 20 }, (_, i) => `key${i}`)
  for (const key of keys) {
    const cell = { value: new Uint8Array(100), version: 1, expiresAtMs: 0 }
    for (const cache of caches) {
      cache.follow(key, { type: "put", key: bytesOfMapKey(key), cell }, true)
    }
  }
  const slabs = new Set<ArrayBufferLike>()
  for (const cache of caches) {
    for (const key of keys) {
      const cell = cache.get(key)
      if (cell) slabs.add(cell.value.buffer)
    }
  }
  let bytes = 0
  for (const { byteLength } of slabs) bytes += byteLength
  t.ok(bytes > 0 && bytes < budget.bytesMax, `${bytes} bytes`)
})

t.test("thousands share: who wants little keeps it, the others come to the same", async (t) => {
  const budget = new CacheBudget(8_192 * KiB)
  const small = Array.from({ length: 1_000 }, () => new ValueCache(budget))
  const large = Array.from({ length: 20 }, () => new ValueCache(budget))
  for (const cache of small) read(cache, 1)
  for (let i = 0; i < 500; i += 1) for (const cache of large) read(cache, 1, i)
  t.ok(small.every((cache) => cache.has("key0")))
  const sizes = large.map((cache) => cache.bytes)
  t.ok(Math.max(...sizes) < 1.2 * Math.min(...sizes), `${sizes}`)
})

/** Says how often it was looked at. */
class Member implements BudgetMember {
  looks = 0
  #bytes = 1

  get bytes(): number {
    this.looks += 1
    return this.#bytes
  }

  shed(): number {
    this.#bytes -= 1
    return 1
  }
}

t.test("to make room costs no walk through all caches", async (t) => {
  const budget = new CacheBudget(1_000)
  const members = Array.from({ length: 2_000 }, () => new Member())
  for (const member of members) {
    budget.join(member)
    budget.change(member, 1)
  }
  t.equal(budget.bytes, 1_000)
  const looks = members.reduce((sum, member) => sum + member.looks, 0)
  t.ok(looks < 40 * members.length, `${looks} looks`)
})
