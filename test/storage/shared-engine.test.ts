/** Several ranges on one engine: what one does is nothing to the others. */
import fc from "fast-check"
import t from "tap"
import { defaultLimits, KvError, mapKeyOf } from "../../src/base/index.ts"
import type { ScanOperation } from "../../src/core/range/types.ts"
import { type RangeData, SharedEngine } from "../../src/storage/index.ts"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import {
  absorb,
  batchOf,
  bytes,
  del,
  descriptor,
  noSessionWrites,
  openData,
  put,
  write,
} from "./range-data-harness.ts"

const spans = [
  { rangeId: 7, start: "", end: "g" },
  { rangeId: 8, start: "g", end: "p" },
  { rangeId: 9, start: "p", end: "" },
] as const
type SpanOf = (typeof spans)[number]

/** A store with a replica of each range. */
class Shelf {
  readonly disk = new MemoryDisk()
  readonly ranges: RangeData[] = []

  static async open(disk?: MemoryDisk): Promise<Shelf> {
    const shelf = new Shelf(disk)
    const engine = new SharedEngine(new MemoryEngine(shelf.disk))
    for (const { rangeId, start, end } of spans) {
      const initial = { ...descriptor, rangeId, start: bytes(start), end: bytes(end) }
      shelf.ranges.push(await openData(engine, { rangeId, initial }))
    }
    return shelf
  }

  private constructor(disk = new MemoryDisk()) {
    this.disk = disk
  }

  at(i: number): RangeData {
    return this.ranges[i] as RangeData
  }

  /** As far as each range says: keys with values. */
  async contents(): Promise<string[][]> {
    const all: string[][] = []
    for (const range of this.ranges) all.push(range.installing ? ["installing"] : await rows(range))
    return all
  }
}

const everything: ScanOperation = {
  type: "scan",
  ...{ start: bytes(""), end: bytes(""), limit: 0, reverse: false, keysOnly: false },
  consistency: "stale",
}

const ends = new Set<string>(spans.map(({ end }) => end))

async function rows(range: RangeData): Promise<string[]> {
  const found: string[] = []
  let operation = everything
  for (;;) {
    const page = await range.scan(operation, defaultLimits, 0)
    if (page.type !== "scan") throw new Error("a scan that gave something else")
    for (const { key, value } of page.cells) found.push(`${mapKeyOf(key)}=${mapKeyOf(value)}`)
    // The rest is another range's.
    if (!page.more || ends.has(mapKeyOf(page.resumeKey))) return found
    operation = { ...operation, start: page.resumeKey }
  }
}

async function copy(from: RangeData, to: RangeData): Promise<void> {
  const snapshot = await from.openSnapshot()
  try {
    await to.install(snapshot.chunks())
  } finally {
    await snapshot.close()
  }
}

/** Keys at, before and after every border. */
const letters = ["a", "f", "fz", "g", "ga", "m", "o", "p", "pa", "z"]
const rangeOf = (key: string): number =>
  spans.findIndex(({ start, end }: SpanOf) => key >= start && (end === "" || key < end))

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("put" as const),
      key: fc.constantFrom(...letters),
      value: fc.nat(99),
      store: fc.nat(1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("delete" as const),
      key: fc.constantFrom(...letters),
      store: fc.nat(1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("copy" as const), range: fc.nat(2), from: fc.nat(1) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const), store: fc.nat(1) }) },
)

t.test("each range is a map of its own, on both stores", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const stores = [await Shelf.open(), await Shelf.open()]
      const models = stores.map(() => spans.map(() => new Map<string, string>()))
      let index = 0
      for (const next of steps) {
        index += 1
        if (next.do === "copy") {
          const [from, to] = [stores[next.from], stores[1 - next.from]] as [Shelf, Shelf]
          const source = from.at(next.range)
          // Older than what is applied there, it would be refused.
          await write(source, batchOf(index))
          await copy(source, to.at(next.range))
          const model = models[next.from]?.[next.range] as Map<string, string>
          ;(models[1 - next.from] as Map<string, string>[])[next.range] = new Map(model)
        } else if (next.do === "reopen") {
          stores[next.store] = await Shelf.open((stores[next.store] as Shelf).disk)
        } else {
          const range = rangeOf(next.key)
          const data = (stores[next.store] as Shelf).at(range)
          const model = models[next.store]?.[range] as Map<string, string>
          const change = next.do === "put" ? put(next.key, String(next.value)) : del(next.key)
          await write(data, batchOf(index, change))
          if (next.do === "put") model.set(next.key, String(next.value))
          else model.delete(next.key)
        }
      }
      for (const [i, store] of stores.entries()) {
        const wanted = (models[i] as Map<string, string>[]).map((model) =>
          [...model].map(([key, value]) => `${key}=${value}`).sort(),
        )
        const seen = await store.contents()
        if (JSON.stringify(seen) !== JSON.stringify(wanted)) return false
      }
      return true
    }),
    { numRuns: 150 },
  )
})

t.test("ranges that flush at the same time share one engine write, and its failure", async (t) => {
  const shelf = await Shelf.open()
  const flushAll = () =>
    Promise.allSettled(shelf.ranges.map((range) => range.flush(() => noSessionWrites)))
  absorb(shelf.at(0), batchOf(1, put("a", "1")))
  absorb(shelf.at(1), batchOf(1, put("g", "2")))
  absorb(shelf.at(2), batchOf(1, put("p", "3")))
  const before = shelf.disk.writes.length
  shelf.disk.failWrites = new KvError("disk_full", "no space")
  for (const { status } of await flushAll()) t.equal(status, "rejected")
  t.ok(shelf.ranges.every((range) => range.unflushed))
  shelf.disk.failWrites = undefined
  await flushAll()
  t.equal(shelf.disk.writes.length, before + 1)
  t.same(await shelf.contents(), [["a=1"], ["g=2"], ["p=3"]])
})

t.test("a flush joins no other that a synced write came after", async (t) => {
  const disk = new MemoryDisk()
  const engine = new SharedEngine(new MemoryEngine(disk))
  const writeOf = (key: string) => [{ type: "put" as const, key: bytes(key), value: bytes("1") }]
  await Promise.all([
    ...["a", "b"].map((key) => engine.write(writeOf(key), { sync: false, bytesAbout: 2 })),
    engine.write(writeOf("c"), { sync: true }),
    ...["d", "e"].map((key) => engine.write(writeOf(key), { sync: false, bytesAbout: 2 })),
  ])
  t.same(
    disk.writes.map(({ count }) => count),
    [2, 1, 2],
  )
  disk.crash(0)
  t.same([...disk.pairs.keys()], ["a", "b", "c"])
})

t.test("a range gives nothing beyond its borders, whatever it is asked for", async (t) => {
  const shelf = await Shelf.open()
  await write(shelf.at(0), batchOf(1, put("a", "1", 5), put("f", "1")))
  await write(shelf.at(1), batchOf(1, put("g", "2", 5), put("o", "2")))
  await write(shelf.at(2), batchOf(1, put("p", "3", 5)))
  const middle = shelf.at(1)
  t.same(await rows(middle), ["g=2", "o=2"])
  const keys = await middle.keysOf({ start: bytes("b"), end: bytes("x"), keysMax: 10 })
  t.same(keys.map(mapKeyOf), ["g", "o"])
  t.same(await middle.keysOf({ start: bytes("q"), end: bytes("x"), keysMax: 10 }), [])
  t.same(await middle.keysOf({ start: bytes("a"), end: bytes("c"), keysMax: 10 }), [])
  const due = await middle.expired(10, 10)
  t.same(due.map(mapKeyOf), ["g"])
})

t.test("a scan of everything goes from range to range, either way", async (t) => {
  const shelf = await Shelf.open()
  await write(shelf.at(0), batchOf(1, put("a", "1"), put("f", "1")))
  await write(shelf.at(2), batchOf(1, put("p", "3"), put("z", "3")))
  for (const limit of [0, 1, 2, 100]) {
    for (const reverse of [false, true]) {
      const found: string[] = []
      let operation: ScanOperation = { ...everything, limit, reverse }
      // It goes on in the range that begins where the last one ended, or ends where it began.
      for (let at = reverse ? 2 : 0; ; ) {
        const page = await shelf.at(at).scan(operation, defaultLimits, 0)
        if (page.type !== "scan") throw new Error("a scan that gave something else")
        found.push(...page.cells.map(({ key }) => mapKeyOf(key)))
        if (!page.more) break
        const border = mapKeyOf(page.resumeKey)
        operation = { ...operation, [reverse ? "end" : "start"]: page.resumeKey }
        at = reverse ? spans.findIndex(({ end }) => end === "" || border <= end) : rangeOf(border)
      }
      const wanted = ["a", "f", "p", "z"]
      t.same(found, reverse ? wanted.reverse() : wanted, `limit ${limit}`)
    }
  }
})

t.test("an install that breaks off leaves its range as it was, and the others", async (t) => {
  const source = await Shelf.open()
  await write(source.at(1), batchOf(9, put("h", "new"), put("i", "new")))
  for (const survive of [0, 1, 2, 3, 4]) {
    const shelf = await Shelf.open()
    await write(shelf.at(0), batchOf(1, put("a", "1")))
    await write(shelf.at(1), batchOf(1, put("g", "old"), put("h", "old")))
    await shelf.at(0).checkpoint()
    const snapshot = await source.at(1).openSnapshot()
    const broken = (async function* () {
      for await (const chunk of snapshot.chunks()) {
        yield chunk
        throw new KvError("unavailable", "the stream broke")
      }
    })()
    await t.rejects(shelf.at(1).install(broken), { code: "unavailable" })
    await snapshot.close()
    t.same(await shelf.contents(), [["a=1"], ["g=old", "h=old"], []])
    shelf.disk.crash(survive)
    const again = await Shelf.open(shelf.disk)
    t.same(await again.contents(), [["a=1"], ["g=old", "h=old"], []], "even after a restart")
    await copy(source.at(1), again.at(1))
    t.same(await again.contents(), [["a=1"], ["h=new", "i=new"], []])
  }
})
