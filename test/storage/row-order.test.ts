/** The cache as a mirror of the engine: stretches it claims to know, it knows. */
import fc from "fast-check"
import t from "tap"
import { mapKeyOf } from "../../src/base/index.ts"
import type { Cell } from "../../src/core/range/types.ts"
import { CacheBudget } from "../../src/storage/range-data/cache-budget.ts"
import {
  cellTrailerBytes,
  recordBytesOf,
  writeRecord,
} from "../../src/storage/range-data/cell-record.ts"
import { endOfAll } from "../../src/storage/range-data/row-order.ts"
import { type StoredRow, ValueCache } from "../../src/storage/range-data/value-cache.ts"
import { bytes } from "./range-data-harness.ts"

type Step =
  | { readonly do: "write"; readonly key: string; readonly value: number; readonly wanted: boolean }
  | { readonly do: "delete"; readonly key: string; readonly wanted: boolean }
  | { readonly do: "get"; readonly key: string }
  | {
      readonly do: "scan"
      readonly start: string
      readonly end: string
      readonly reverse: boolean
      readonly rowsMax: number
    }
  /** Others come in their place, and the cache is told that all there is another. */
  | { readonly do: "replace"; readonly start: string; readonly end: string; readonly by: string[] }

const key = fc
  .tuple(fc.constantFrom(..."abcdefghijklmnopqrst"), fc.constantFrom(..."xyz"))
  .map((letters) => letters.join(""))
const bounds = {
  start: fc.oneof(key, fc.constant("")),
  end: fc.oneof(key, fc.constant(endOfAll)),
}
const replace: fc.Arbitrary<Step> = fc.record({
  ...{ do: fc.constant("replace" as const), ...bounds, by: fc.array(key, { maxLength: 9 }) },
})
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    ...{ do: fc.constant("write" as const), key },
    ...{ value: fc.nat({ max: 200 }), wanted: fc.boolean() },
  }),
  fc.record({ do: fc.constant("delete" as const), key, wanted: fc.boolean() }),
  fc.record({ do: fc.constant("get" as const), key }),
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: fc.constant("scan" as const), reverse: fc.boolean() },
      ...bounds,
      rowsMax: fc.integer({ min: 1, max: 6 }),
    }),
  },
)

/** An engine that is a map, and the cache over it. */
class Mirror {
  readonly cache: ValueCache
  readonly #rows = new Map<string, StoredRow>()
  hits = 0

  constructor(bytesMax: number) {
    this.cache = new ValueCache(new CacheBudget(bytesMax))
  }

  take(step: Step): void {
    if (step.do === "write") this.#write(step.key, step.value, step.wanted)
    else if (step.do === "delete") {
      this.#rows.delete(step.key)
      this.cache.follow(step.key, { type: "delete", key: bytes(step.key) }, step.wanted)
    } else if (step.do === "get") this.#get(step.key)
    else if (step.do === "replace") this.#replace(step)
    else this.#scan(step)
  }

  #write(name: string, valueBytes: number, wanted: boolean): void {
    const [key, cell] = [bytes(name), this.#store(name, valueBytes)]
    this.cache.follow(name, { type: "put", key, cell }, wanted)
  }

  #store(name: string, valueBytes: number): Cell {
    const value = new Uint8Array(valueBytes).fill(this.#rows.size)
    const key = bytes(name)
    const cell = { value, version: 1, expiresAtMs: 0 }
    const record = new Uint8Array(recordBytesOf(key, value))
    writeRecord(record, 0, key, cell)
    this.#rows.set(name, { key: name, record, expiresAtMs: 0 })
    return cell
  }

  #replace({ start, end, by }: Step & { readonly do: "replace" }): void {
    if (start >= end) return
    const inside = (name: string) => name >= start && name < end
    const names = [...this.#rows.keys(), ...by]
    const before = names.map((name) => this.cache.get(name))
    for (const name of names.filter(inside)) this.#rows.delete(name)
    for (const [i, name] of by.entries()) if (inside(name)) this.#store(name, 300 + i)
    this.cache.clear(start, end)
    for (const [i, name] of names.entries()) {
      const cell = this.cache.get(name)
      if (inside(name) && cell !== undefined) throw new Error(`${name} is still remembered`)
      if (!inside(name) && cell?.value.length !== before[i]?.value.length) {
        throw new Error(`${name} was forgotten with its neighbours`)
      }
    }
  }

  #get(name: string): void {
    const row = this.#rows.get(name)
    const cached = this.cache.get(name)
    const seen = cached === null ? undefined : cached?.value.length
    if (cached !== undefined && seen !== valueBytesOf(row)) throw new Error(`${name} is stale`)
    if (row !== undefined && this.cache.excludes(name)) throw new Error(`${name} is denied`)
    if (cached !== undefined) return
    if (row === undefined) this.cache.learnAbsent(name)
    else this.cache.learn(row)
  }

  #scan({ start, end, reverse, rowsMax }: Step & { readonly do: "scan" }): void {
    if (start >= end) return
    const all = [...this.#rows.values()].filter((row) => row.key >= start && row.key < end)
    all.sort((left, right) => (left.key < right.key ? -1 : 1))
    if (reverse) all.reverse()
    const seen: string[] = []
    const known = this.cache.walk({ start, end, reverse }, (cell) => {
      seen.push(`${mapKeyOf(cell.key)} ${cell.value.length}`)
      return seen.length < rowsMax
    })
    const page = all.slice(0, rowsMax)
    if (known) {
      this.hits += 1
      const truth = page.map((row) => `${row.key} ${valueBytesOf(row)}`)
      if (seen.join() !== truth.join()) throw new Error(`${seen.join()}, not ${truth.join()}`)
      return
    }
    // As the scanner learns of what it read.
    const ended = page.length === all.length
    const inOrder = reverse ? [...page].reverse() : page
    if (inOrder.length === 0) return
    const low = ended || !reverse ? start : (inOrder[0]?.key ?? "")
    const high = ended || reverse ? end : (inOrder.at(-1)?.key ?? "")
    if (low < high) this.cache.learnRun(low, inOrder, high)
  }
}

function valueBytesOf(row: StoredRow | undefined): number | undefined {
  return row === undefined ? undefined : row.record.length - row.key.length - cellTrailerBytes
}

for (const [what, steps] of [
  ["what a walk says is there is all there is", step],
  [
    "so it is where stretches are replaced, and nothing else is forgotten then",
    fc.oneof({ weight: 9, arbitrary: step }, replace),
  ],
] as const) {
  t.test(what, async (t) => t.ok(hitsOf(steps) > 1_000, "walks needed no engine"))
}

function hitsOf(each: fc.Arbitrary<Step>): number {
  let hits = 0
  const histories = fc.property(
    fc.array(each, { minLength: 80, maxLength: 200 }),
    // Room for all, and for so few that runs are torn by what leaves.
    fc.constantFrom(400_000, 20_000, 10_000),
    (steps, bytesMax) => {
      const mirror = new Mirror(bytesMax)
      for (const each of steps) mirror.take(each)
      hits += mirror.hits
    },
  )
  fc.assert(histories, { numRuns: 500 })
  return hits
}

t.test("what is cleared is forgotten, and where it lay is not known", async (t) => {
  const cell = { value: bytes("1"), version: 1, expiresAtMs: 0 }
  const rows = [..."acegi"].map((name): StoredRow => {
    const record = new Uint8Array(recordBytesOf(bytes(name), cell.value))
    writeRecord(record, 0, bytes(name), cell)
    return { key: name, record, expiresAtMs: 0 }
  })
  const cases: readonly [string, string, string, readonly [string, string][]][] = [
    ["", endOfAll, "", []],
    ["d", "f", "acgi", [["a", "c"]]],
    ["e", "g", "acgi", [["a", "c"]]],
    ["", "c", "cegi", [["c", "i"]]],
    ["g", endOfAll, "ace", [["a", "e"]]],
    ["d", "e", "acegi", [["a", "c"]]],
    ["x", "y", "acegi", [["a", "i"]]],
  ]
  for (const [start, end, kept, known] of cases) {
    const cache = new ValueCache(new CacheBudget(100_000))
    cache.learnRun("", rows, endOfAll)
    cache.clear(start, end)
    const what = `${start} to ${end === endOfAll ? "the end" : end}`
    t.equal([..."acegi"].filter((name) => cache.has(name)).join(""), kept, what)
    for (const [low, high] of known) {
      t.ok(
        cache.walk({ start: low, end: high, reverse: false }, () => false),
        what,
      )
    }
    for (const at of ["d", "e", "f"].filter((name) => name >= start && name < end)) {
      t.notOk(cache.excludes(at), `${at} may be there after ${what}`)
    }
    t.notOk(
      cache.walk({ start, end, reverse: false }, () => false),
      what,
    )
    t.notOk(
      cache.walk({ start, end, reverse: true }, () => false),
      what,
    )
  }
})

t.test("a row that makes room for others of its run is not taken for absent", async (t) => {
  const rowOf = (name: string, valueBytes: number): StoredRow => {
    const cell = { value: new Uint8Array(valueBytes), version: 1, expiresAtMs: 0 }
    const record = new Uint8Array(recordBytesOf(bytes(name), cell.value))
    writeRecord(record, 0, bytes(name), cell)
    return { key: name, record, expiresAtMs: 0 }
  }
  const first = rowOf("a", 10)
  // With so many younger ones that one more has it leave, or not yet.
  for (let younger = 0; younger < 80; younger += 1) {
    const cache = new ValueCache(new CacheBudget(20_000))
    cache.learn(first)
    for (let i = 0; i < younger; i += 1) cache.learn(rowOf(`z${i}`, 10))
    // A walk backwards that ended at the first row.
    cache.learnRun("a", [first, rowOf("b", 10)], "c")
    t.not(cache.get("a"), null, `with ${younger} younger ones`)
  }
})
