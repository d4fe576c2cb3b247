/** What every Engine must do: run on the simulated one and on RocksDB. */
import fc from "fast-check"
import type { Test } from "tap"
import { compareBytes, KvError, mapKeyOf } from "../../src/base/index.ts"
import type { Engine, EngineRange, EngineWrite, KeyValue } from "../../src/env/index.ts"

/** An engine on a disk of its own, and what can be done to that disk. */
export interface EngineUnderTest {
  readonly engine: Engine
  /** Closes the engine and opens the same disk again. */
  reopen(): Promise<Engine>
  /** The power goes: what was not synced may be lost. Opens what is left. */
  crash?(): Promise<Engine>
  /** Damages what the disk holds at a key, or says that it could not. May close and open. */
  corrupt?(key: Uint8Array): Promise<Engine | undefined>
  dispose(): Promise<void>
}

export type OpenEngine = () => Promise<EngineUnderTest>

/** Runs the suite as subtests of `t`. */
export function engineContract(t: Test, open: OpenEngine): void {
  writesAndReads(t, open)
  compaction(t, open)
  iterators(t, open)
  models(t, open)
  replacement(t, open)
  damage(t, open)
}

export function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

const put = (key: string, value: string): EngineWrite => ({
  type: "put",
  key: bytes(key),
  value: bytes(value),
})
const del = (key: string): EngineWrite => ({ type: "del", key: bytes(key) })
const unsynced = { sync: false }
const synced = { sync: true }

async function withEngine(
  open: OpenEngine,
  use: (engine: Engine, under: EngineUnderTest) => Promise<void>,
): Promise<void> {
  const under = await open()
  try {
    await use(under.engine, under)
  } finally {
    await under.dispose()
  }
}

async function get(engine: Engine, ...keys: string[]): Promise<(string | undefined)[]> {
  const values = await engine.getMany(keys.map(bytes))
  return values.map((value) => (value === undefined ? undefined : mapKeyOf(value)))
}

/** Walks a range to its end, in lots of about `bytesMax`. */
export async function walk(
  engine: Engine,
  range: EngineRange,
  bytesMax = 1_024,
): Promise<KeyValue[]> {
  const iterator = engine.iterate(range)
  const pairs: KeyValue[] = []
  try {
    for (;;) {
      const lot = await iterator.next(bytesMax)
      if (lot.length === 0) return pairs
      pairs.push(...lot)
    }
  } finally {
    await iterator.close()
  }
}

const text = (pairs: readonly KeyValue[]): string[] =>
  pairs.map(({ key, value }) => `${mapKeyOf(key)}=${mapKeyOf(value)}`)
const everything: EngineRange = { gte: new Uint8Array([0]), lt: new Uint8Array([255]) }

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return "no error"
  } catch (error) {
    return error instanceof KvError ? error.code : `not a KvError: ${String(error)}`
  }
}

function writesAndReads(t: Test, open: OpenEngine): void {
  t.test("reads give values in the order of the keys", async (t) => {
    await withEngine(open, async (engine) => {
      t.same(await get(engine), [])
      t.same(await get(engine, "a"), [undefined])
      await engine.write([put("a", "1"), put("c", "3"), put("empty", "")], unsynced)
      t.same(await get(engine, "c", "b", "a", "c", "empty"), ["3", undefined, "1", "3", ""])
      await engine.write([], unsynced)
      await engine.write([], synced)
      t.same(await get(engine, "a"), ["1"])
    })
  })

  t.test("within a write the later of two wins", async (t) => {
    await withEngine(open, async (engine) => {
      await engine.write([put("a", "1"), put("a", "2"), del("b"), put("b", "3")], unsynced)
      t.same(await get(engine, "a", "b"), ["2", "3"])
      await engine.write([put("a", "4"), del("a"), del("absent")], unsynced)
      t.same(await get(engine, "a", "b"), [undefined, "3"])
    })
  })

  t.test("bytes are copied both ways, and may be views of anything", async (t) => {
    await withEngine(open, async (engine) => {
      const frame = Uint8Array.from([9, 9, 1, 0, 255, 9])
      const write = { type: "put" as const, key: frame.subarray(2, 4), value: frame.subarray(3, 5) }
      await engine.write([write], unsynced)
      frame.fill(7)
      const key = Uint8Array.from([1, 0])
      const [value] = await engine.getMany([key])
      t.same([...(value ?? [])], [0, 255])
      value?.fill(1)
      const [again] = await engine.getMany([key])
      t.same([...(again ?? [])], [0, 255])
    })
  })

  t.test("writes are made as they are taken, from the same bytes again and again", async (t) => {
    await withEngine(open, async (engine) => {
      const count = 1_000
      const frame = new Uint8Array(4)
      const frameOf = (number: number): Uint8Array => {
        new DataView(frame.buffer).setUint32(0, number + 1)
        return frame
      }
      function* writes(): Generator<EngineWrite> {
        for (let i = 0; i < count; i += 1) yield { type: "put", key: frameOf(i), value: frame }
      }
      await engine.write(writes(), { sync: false, bytesAbout: 8 * count })
      const keys = Array.from({ length: count }, (_, i) => frameOf(i).slice())
      const values = await engine.getMany(keys)
      t.same(
        values.map((value) => value && Uint8Array.from(value)),
        keys,
      )
      await engine.write((function* (): Generator<EngineWrite> {})(), { sync: true, bytesAbout: 0 })
    })
  })

  t.test("a write shows whole or not at all while it is under way", async (t) => {
    await withEngine(open, async (engine) => {
      const keys = Array.from({ length: 200 }, (_, i) => `key${i}`)
      await engine.write(
        keys.map((key) => put(key, "old")),
        unsynced,
      )
      const underWay = engine.write(
        keys.map((key) => put(key, "new")),
        unsynced,
      )
      const seen = await get(engine, ...keys)
      await underWay
      t.equal(new Set(seen).size, 1, "one value for all")
      t.same(new Set(await get(engine, ...keys)), new Set(["new"]))
    })
  })

  t.test("what was written is there after closing and opening", async (t) => {
    await withEngine(open, async (engine, under) => {
      await engine.write([put("a", "1")], synced)
      await engine.write([put("b", "2")], unsynced)
      const again = await under.reopen()
      t.same(await get(again, "a", "b"), ["1", "2"])
      t.ok((await again.approximateBytes(everything)) >= 0)
    })
  })
}

function compaction(t: Test, open: OpenEngine): void {
  t.test("compaction changes nothing that can be read", async (t) => {
    await withEngine(open, async (engine) => {
      const all = ["a", "b", "c", "d", "e"]
      await engine.write(
        all.map((key) => put(key, `<${key}>`)),
        unsynced,
      )
      await engine.write([del("b"), del("c")], unsynced)
      await engine.compact({ gte: bytes("b"), lt: bytes("d") })
      const read = await engine.getMany(all.map(bytes))
      t.same(
        read.map((value) => value && Buffer.from(value).toString()),
        [...["<a>", undefined, undefined, "<d>", "<e>"]],
      )
    })
  })
}

function iterators(t: Test, open: OpenEngine): void {
  t.test("iterators walk a half open span, both ways", async (t) => {
    await withEngine(open, async (engine) => {
      const all = ["a", "b", "b\0", "c", "d\xff", "e"]
      await engine.write(
        all.map((key) => put(key, `<${key}>`)),
        unsynced,
      )
      const span = (gte: string, lt: string) => ({ gte: bytes(gte), lt: bytes(lt) })
      const keys = async (range: EngineRange) =>
        (await walk(engine, range, 1)).map(({ key }) => mapKeyOf(key))
      t.same(await keys(span("a", "z")), all)
      t.same(await keys({ ...span("a", "z"), reverse: true }), [...all].reverse())
      t.same(await keys(span("b", "d\xff")), ["b", "b\0", "c"])
      t.same(await keys({ ...span("b", "d\xff"), reverse: true }), ["c", "b\0", "b"])
      t.same(await keys({ ...span("bb", "cc"), reverse: true }), ["c"])
      t.same(await keys(span("f", "z")), [])
      t.same(await keys(span("c", "c")), [])
      const values = await walk(engine, { ...span("b", "d"), valuesOnly: true })
      t.same(
        values.map(({ value }) => mapKeyOf(value)),
        ["<b>", "<b\0>", "<c>"],
      )
    })
  })

  t.test("an iterator gives at least one pair and not much more than asked", async (t) => {
    await withEngine(open, async (engine) => {
      const value = "v".repeat(100)
      const keys = Array.from({ length: 500 }, (_, i) => `key${String(i).padStart(3, "0")}`)
      await engine.write(
        keys.map((key) => put(key, value)),
        unsynced,
      )
      for (const bytesHint of [undefined, 1, 100_000]) {
        const range = bytesHint === undefined ? everything : { ...everything, bytesHint }
        const iterator = engine.iterate(range)
        const lots: number[] = []
        for (;;) {
          const lot = await iterator.next(1_000)
          if (lot.length === 0) break
          lots.push(lot.length)
        }
        t.same(await iterator.next(1), [], "the end stays the end")
        await iterator.close()
        await iterator.close()
        t.equal(
          lots.reduce((sum, lot) => sum + lot, 0),
          500,
        )
        t.ok(Math.max(...lots) <= 12, `lots of ${Math.max(...lots)}`)
      }
    })
  })

  t.test("an iterator sees the engine as it was at the call", async (t) => {
    await withEngine(open, async (engine) => {
      await engine.write([put("a", "1"), put("b", "2"), put("c", "3")], unsynced)
      const iterator = engine.iterate(everything)
      const reverse = engine.iterate({ ...everything, reverse: true })
      await engine.write([del("a"), put("b", "new"), put("d", "4")], unsynced)
      t.same(text(await iterator.next(10_000)), ["a=1", "b=2", "c=3"])
      t.same(text(await reverse.next(10_000)), ["c=3", "b=2", "a=1"])
      await iterator.close()
      await reverse.close()
      t.same(text(await walk(engine, everything)), ["b=new", "c=3", "d=4"])
    })
  })

  t.test("an iterator may be closed at any point", async (t) => {
    await withEngine(open, async (engine, under) => {
      await engine.write([put("a", "1"), put("b", "2")], unsynced)
      const unused = engine.iterate(everything)
      await unused.close()
      const inTheMiddle = engine.iterate(everything)
      await inTheMiddle.next(1)
      await inTheMiddle.close()
      const leftOpen = engine.iterate(everything)
      await leftOpen.next(1)
      const again = await under.reopen()
      t.same(text(await walk(again, everything)), ["a=1", "b=2"])
    })
  })
}

/** Few keys, so that writes meet. */
const key = fc.integer({ min: 0, max: 30 }).map((n) => Uint8Array.from([1 + (n % 3), n]))
const value = fc.uint8Array({ maxLength: 40 })
const write: fc.Arbitrary<EngineWrite> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("put" as const), key, value }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("del" as const), key }) },
)
const batch = fc.array(write, { maxLength: 8 })

type Step =
  | { readonly do: "write"; readonly writes: readonly EngineWrite[]; readonly sync: boolean }
  | { readonly do: "replace"; readonly writes: readonly EngineWrite[] }
  | { readonly do: "reopen" }
  | { readonly do: "crash" }
  | { readonly do: "read"; readonly range: EngineRange; readonly keys: readonly Uint8Array[] }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant("write" as const), writes: batch, sync: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("replace" as const), writes: batch }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("read" as const),
      range: fc.record({ gte: key, lt: key, reverse: fc.boolean() }),
      keys: fc.array(key, { maxLength: 6 }),
    }),
  },
)

type Model = Map<string, Uint8Array>

function applied(model: Model, writes: readonly EngineWrite[]): Model {
  const next = new Map(model)
  for (const write of writes) {
    if (write.type === "put") next.set(mapKeyOf(write.key), write.value)
    else next.delete(mapKeyOf(write.key))
  }
  return next
}

function pairsOf(model: Model, range: EngineRange): string[] {
  const pairs = [...model]
    .map(([key, value]) => ({ key: bytes(key), value }))
    .filter(({ key }) => compareBytes(key, range.gte) >= 0 && compareBytes(key, range.lt) < 0)
    .sort((left, right) => compareBytes(left.key, right.key))
  return text(range.reverse === true ? pairs.reverse() : pairs)
}

function models(t: Test, open: OpenEngine): void {
  t.test("behaves like a sorted map; a crash drops a suffix of unsynced writes", async (t) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), (steps) => runModel(open, steps)),
      { numRuns: 30 },
    )
    t.pass("all runs")
  })
}

async function runModel(open: OpenEngine, steps: readonly Step[]): Promise<void> {
  const under = await open()
  let { engine } = under
  // All states since the last sync: a crash may go back to any of them.
  let states: Model[] = [new Map()]
  const now = (): Model => states.at(-1) as Model
  try {
    for (const step of steps) {
      if (step.do === "write") {
        await engine.write(step.writes, { sync: step.sync })
        const next = applied(now(), step.writes)
        states = step.sync ? [next] : [...states, next]
      } else if (step.do === "replace") {
        await engine.replaceAll(step.writes)
        states = [applied(new Map(), step.writes)]
      } else if (step.do === "reopen") {
        engine = await under.reopen()
      } else if (step.do === "crash") {
        if (under.crash === undefined) continue
        engine = await under.crash()
        const left = text(await walk(engine, everything)).join()
        const survivor = states.findLast((model) => pairsOf(model, everything).join() === left)
        if (survivor === undefined) throw new Error(`not a prefix of the writes: ${left}`)
        states = [survivor]
      } else {
        await compareReads(engine, now(), step.range, step.keys)
      }
    }
    await compareReads(engine, now(), everything, [])
  } finally {
    await under.dispose()
  }
}

async function compareReads(
  engine: Engine,
  model: Model,
  range: EngineRange,
  keys: readonly Uint8Array[],
): Promise<void> {
  const walked = text(await walk(engine, range, 30)).join()
  const expected = pairsOf(model, range).join()
  if (walked !== expected) throw new Error(`walked ${walked} instead of ${expected}`)
  const values = await engine.getMany(keys)
  const read = values.map((value) => (value === undefined ? "absent" : mapKeyOf(value)))
  const known = keys.map((key) => {
    const value = model.get(mapKeyOf(key))
    return value === undefined ? "absent" : mapKeyOf(value)
  })
  if (read.join() !== known.join()) throw new Error(`read ${read} instead of ${known}`)
}

function replacement(t: Test, open: OpenEngine): void {
  t.test("replaceAll leaves what it was given, durable, and nothing else", async (t) => {
    await withEngine(open, async (engine, under) => {
      await engine.write([put("a", "1"), put("b", "2")], synced)
      const before = engine.iterate(everything)
      await engine.replaceAll([put("b", "new"), put("c", "3")])
      t.same(await get(engine, "a", "b", "c"), [undefined, "new", "3"])
      t.same(text(await walk(engine, everything)), ["b=new", "c=3"])
      t.equal(await codeOf(before.next(1)), "unavailable")
      await before.close()
      await engine.write([put("d", "4")], unsynced)
      let again = await under.reopen()
      t.same(text(await walk(again, everything)), ["b=new", "c=3", "d=4"])
      await again.replaceAll([])
      if (under.crash !== undefined) again = await under.crash()
      t.same(text(await walk(again, everything)), [])
    })
  })

  t.test("reads asked for while everything is replaced get the old or the new", async (t) => {
    await withEngine(open, async (engine) => {
      await engine.write([put("a", "old"), put("b", "old")], synced)
      const replacing = engine.replaceAll([put("a", "new"), put("b", "new")])
      const read = get(engine, "a", "b")
      const walked = walk(engine, everything).catch((error: unknown) => error)
      await replacing
      t.equal(new Set(await read).size, 1)
      const pairs = await walked
      if (pairs instanceof KvError) t.equal(pairs.code, "unavailable")
      else t.equal(new Set((pairs as KeyValue[]).map(({ value }) => mapKeyOf(value))).size, 1)
      t.same(await get(engine, "a", "b"), ["new", "new"])
    })
  })
}

function damage(t: Test, open: OpenEngine): void {
  t.test("damaged bytes are data_loss or other bytes; replaceAll mends them", async (t) => {
    await withEngine(open, async (engine, under) => {
      const value = (n: number) => mapKeyOf(noise(200, n))
      const names = Array.from({ length: 50 }, (_, i) => `key${String(i).padStart(2, "0")}`)
      await engine.write(
        names.map((name, i) => put(name, value(i))),
        synced,
      )
      const damaged = await under.corrupt?.(bytes("key25"))
      if (damaged === undefined) {
        t.comment("nothing was damaged: this engine's disk can't be")
        return
      }
      try {
        const [read] = await get(damaged, "key25")
        t.not(read, undefined, "what is damaged is not absent")
        t.not(read, value(25))
      } catch (error) {
        t.equal(error instanceof KvError ? error.code : error, "data_loss")
      }
      await damaged.replaceAll([put("key25", "whole")])
      t.same(text(await walk(damaged, everything)), ["key25=whole"])
      const again = await under.reopen()
      t.same(text(await walk(again, everything)), ["key25=whole"])
    })
  })
}

/** Bytes that no compression makes smaller. */
export function noise(length: number, seed: number): Uint8Array {
  let state = (seed + 1) * 0x9e3779b9
  return Uint8Array.from({ length }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5
    return (state >>> 11) & 255
  })
}
