/** What is read of a range's data before entries are applied. */
import t from "tap"
import { mapKeyOf } from "../../src/base/index.ts"
import { RangeMachine } from "../../src/core/range/index.ts"
import type {
  CellWrite,
  Command,
  OperationResult,
  WriteOperation,
} from "../../src/core/range/types.ts"
import type { EngineIterator, EngineRange } from "../../src/env/index.ts"
import { LotSize, type RangeData } from "../../src/storage/index.ts"
import { Applier } from "../../src/store/applier.ts"
import { MemoryDisk, MemoryEngine } from "../storage/memory-engine.ts"
import * as harness from "../storage/range-data-harness.ts"

const KiB = 1_024
const MiB = 1_024 * KiB

/** Remembers which rows it was asked for, how much it gave at once, and its views. */
class WatchedEngine extends MemoryEngine {
  readonly asked: string[] = []
  readonly lotBytes: number[] = []
  views = 0
  viewsAtOnce = 0

  override iterate(range: EngineRange): EngineIterator {
    const view = super.iterate(range)
    this.views += 1
    this.viewsAtOnce = Math.max(this.viewsAtOnce, this.views)
    const close = async () => {
      this.views -= 1
    }
    return { ...view, close }
  }

  override async getMany(keys: readonly Uint8Array[]) {
    this.asked.push(...keys.map(mapKeyOf))
    const records = await super.getMany(keys)
    this.lotBytes.push(records.reduce((sum, record) => sum + (record?.length ?? 0), 0))
    return records
  }
}

function swap(key: string): WriteOperation {
  const [name, value] = [harness.bytes(key), harness.bytes("other")]
  const asked = { ttlMs: undefined, requestId: undefined, expect: { type: "absent" } } as const
  return { type: "compareAndSwap", key: name, value, ...asked }
}

/** A range that holds these cells, none of them in memory. */
async function holding(cells: readonly CellWrite[]) {
  const disk = new MemoryDisk()
  const written = await harness.openData(new MemoryEngine(disk))
  await harness.write(written, harness.batchOf(1, ...cells))
  const engine = new WatchedEngine(disk)
  const data = await harness.openData(engine)
  for (const seen of [engine.asked, engine.lotBytes]) seen.length = 0
  return { engine, data }
}

/** Applies the commands as the entries that come next. */
async function apply(data: RangeData, commands: readonly Command[]) {
  const state = { ...harness.freshState, index: 1, term: 1 }
  const { limits, noSessions: sessions } = harness
  const machine = new RangeMachine({ state, sessions, limits })
  const results: OperationResult[] = []
  const cellReads = new LotSize(2 * MiB, 1_024)
  const last = 1 + commands.length
  await new Promise<void>((resolve) => {
    const applier = new Applier({
      data,
      flusher: { hasRoom: true, room: async () => {}, onAbsorbed: () => {} },
      machine: () => machine,
      proposals: {
        commandAt: (index: number) => commands[index - 2],
        settle: (_index: number, _term: number, each: OperationResult[]) => results.push(...each),
        cellReads,
      },
      onApplied: () => {},
      onAppliedLater: () => {
        if (machine.state.index === last) resolve()
      },
    } as never)
    const entryAt = (index: number) => {
      return { index, term: 1, kind: "normal", data: new Uint8Array() } as const
    }
    applier.enqueue(commands.map((_, i) => entryAt(i + 2)))
    applier.start()
  })
  return { results, cellReads }
}

t.test("a cell that many operations ask about is read once", async (t) => {
  const { engine, data } = await holding([harness.put("big", "v".repeat(1_000))])
  const operations = [swap("big"), swap("small"), swap("big"), swap("big")]
  const { results } = await apply(data, [{ type: "batch", time: 10, rangeVersion: 1, operations }])
  t.same(engine.asked, ["big", "small"].map(harness.cellKey).map(mapKeyOf))
  t.same(
    results.map((result) => result.type === "compareAndSwap" && result.value?.length),
    [1_000, undefined, 1_000, 1_000],
  )
})

t.test("a purge of large cells reads a few at a time", async (t) => {
  const value = "v".repeat(100 * KiB)
  const names = Array.from({ length: 200 }, (_, i) => `expired/${i}`)
  const { engine, data } = await holding(names.map((name) => harness.put(name, value, 1)))
  const keys = names.map(harness.bytes)
  const time = 10_000 * 4_096
  await apply(data, [{ type: "purge", time, rangeVersion: 1, keys }])
  t.equal(engine.asked.length, keys.length)
  t.ok(Math.max(...engine.lotBytes) < 2 * MiB, `${engine.lotBytes}`)
  for (const key of keys) t.equal(data.cached(key), null, "it is gone")
})

t.test("entries that ask about large cells are applied a few at a time", async (t) => {
  const names = Array.from({ length: 20 }, (_, i) => `large/${i}`)
  const { engine, data } = await holding(names.map((name) => harness.put(name, "v".repeat(MiB))))
  const commands = names.map((name, i) => {
    return { type: "batch", time: 10 + i, rangeVersion: 1, operations: [swap(name)] } as const
  })
  const { results, cellReads } = await apply(data, commands)
  t.equal(results.length, names.length)
  const [first, ...others] = engine.lotBytes
  t.ok((first ?? 0) <= 17 * MiB, "as long as nothing is known of them")
  t.ok(Math.max(...others) < 3 * MiB, `${others}`)
  t.equal(cellReads.keys, 2, "so large they are")
})

t.test("the spans of an entry are listed one after the other", async (t) => {
  const names = Array.from({ length: 30 }, (_, i) => `cell/${String(i).padStart(2, "0")}`)
  const { engine, data } = await holding(names.map((name) => harness.put(name, "v")))
  const operations = names.map((name): WriteOperation => {
    const [start, end] = [harness.bytes(name), harness.bytes(`${name}/`)]
    return { type: "deleteRange", start, end, requestId: undefined }
  })
  const { results } = await apply(data, [{ type: "batch", time: 10, rangeVersion: 1, operations }])
  t.equal(results.length, names.length)
  t.equal(engine.viewsAtOnce, 1)
  for (const name of names) t.equal(data.cached(harness.bytes(name)), null, "it is gone")
})
