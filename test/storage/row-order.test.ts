/** The cache as a mirror of the engine: stretches it claims to know, it knows. */
import fc from "fast-check"
import t from "tap"
import { mapKeyOf } from "../../src/base/index.ts"
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

const key = fc
  .tuple(fc.constantFrom(..."abcdefghijklmnopqrst"), fc.constantFrom(..."xyz"))
  .map((letters) => letters.join(""))
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
      ...{ start: fc.oneof(key, fc.constant("")), end: fc.oneof(key, fc.constant(endOfAll)) },
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
    this.cache = new ValueCache(bytesMax)
  }

  take(step: Step): void {
    if (step.do === "write") this.#write(step.key, step.value, step.wanted)
    else if (step.do === "delete") {
      this.#rows.delete(step.key)
      this.cache.follow(step.key, { type: "delete", key: bytes(step.key) }, step.wanted)
    } else if (step.do === "get") this.#get(step.key)
    else this.#scan(step)
  }

  #write(name: string, valueBytes: number, wanted: boolean): void {
    const value = new Uint8Array(valueBytes).fill(this.#rows.size)
    const key = bytes(name)
    const cell = { value, version: 1, expiresAtMs: 0 }
    const record = new Uint8Array(recordBytesOf(key, value))
    writeRecord(record, 0, key, cell)
    this.#rows.set(name, { key: name, record, expiresAtMs: 0 })
    this.cache.follow(name, { type: "put", key, cell }, wanted)
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

t.test("what a walk says is there is all there is", async (t) => {
  let hits = 0
  const histories = fc.property(
    fc.array(step, { minLength: 80, maxLength: 200 }),
    // Room for all, and for so few that runs are torn by what leaves.
    fc.constantFrom(400_000, 20_000, 10_000),
    (steps, bytesMax) => {
      const mirror = new Mirror(bytesMax)
      for (const each of steps) mirror.take(each)
      hits += mirror.hits
    },
  )
  fc.assert(histories, { numRuns: 500 })
  t.ok(hits > 1_000, `${hits} walks needed no engine`)
})
