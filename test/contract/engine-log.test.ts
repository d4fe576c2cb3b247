import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import fc from "fast-check"
import t from "tap"
import type { LogFields, Telemetry } from "../../src/env/index.ts"
import { Database } from "../../src/platform/rocksdb/database.ts"
import { openRocksEngine } from "../../src/platform/rocksdb/index.ts"
import { durableMarkOf } from "../../src/platform/rocksdb/wal.ts"
import { bytes, noise } from "./engine.ts"
import { manifestEdit, walFile, walRecord } from "./wal-file.ts"

const KiB = 1_024
const MiB = 1_024 * KiB
const sizes = { cacheBytes: MiB, writeBufferBytes: 64 * MiB }
const random = noise(MiB, 7)

const cutEvent = "engine log lacks a write that was not durable, cut before it"
const setAsideEvent = "engine is corrupt, set aside for an empty one"

/** A write of the n-th key; what follows it in the log is that all so far is durable. */
interface Put {
  readonly valueBytes: number
  /** Instead of arbitrary bytes. */
  readonly value?: Uint8Array
  readonly synced?: boolean
  /** The power went before the sync that was under way had ended. */
  readonly markLost?: boolean
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "ringraft-engine-log-"))
}

function keyOf(n: number): Uint8Array {
  return bytes(`key${String(n).padStart(3, "0")}`)
}

function bytesOf(n: number, put: Put): Uint8Array {
  return put.value ?? random.subarray(n * 997, n * 997 + put.valueBytes)
}

async function markOf(database: string): Promise<Uint8Array> {
  return (await durableMarkOf(database)) as Uint8Array
}

function logsOf(database: string): string[] {
  const names = readdirSync(database).filter((name) => name.endsWith(".log"))
  return names.sort().map((name) => join(database, name))
}

function edit(path: string, change: (content: Buffer) => void): void {
  const content = readFileSync(path)
  change(content)
  writeFileSync(path, content)
}

/** How many of the keys are there, from the first on; `others` are there behind a missing one. */
async function survivors(
  getMany: (keys: readonly Uint8Array[]) => Promise<readonly (Uint8Array | undefined)[]>,
  puts: readonly Put[],
): Promise<{ readonly prefix: number; readonly others: number }> {
  const values = await getMany(puts.map((_, n) => keyOf(n)))
  const there = values.map((value, n) => {
    const wanted = bytesOf(n, puts[n] as Put)
    return value !== undefined && Buffer.compare(value, wanted) === 0
  })
  const missing = there.indexOf(false)
  const prefix = missing < 0 ? puts.length : missing
  return { prefix, others: there.slice(prefix).filter(Boolean).length }
}

/** What marks were before their key was one that nobody can guess. */
const unidentifiedMark = "\0durable up to here"

interface Opened {
  readonly prefix: number
  readonly others: number
  readonly events: readonly string[]
  readonly fields: readonly LogFields[]
}

/** What an engine has, and says, that finds such a database. */
async function opened(folder: string, puts: readonly Put[]): Promise<Opened> {
  const events: string[] = []
  const fields: LogFields[] = []
  const note = (event: string, with_: LogFields = {}): void => {
    events.push(event)
    fields.push(with_)
  }
  const telemetry: Telemetry = { debug: note, info: note, warn: note, error: note }
  const engine = await openRocksEngine(folder, { ...sizes, telemetry })
  try {
    return { ...(await survivors((keys) => engine.getMany(keys), puts)), events, fields }
  } finally {
    await engine.close()
  }
}

/** A closed database with all of these in its log; `ends` says how long that was after each. */
async function written(database: string, puts: readonly Put[]): Promise<{ ends: number[] }> {
  const ends: number[] = []
  mkdirSync(database, { recursive: true })
  const db = await Database.open(database, sizes)
  for (const [n, put] of puts.entries()) {
    const { synced = false, markLost = false } = put
    await db.write([{ type: "put", key: keyOf(n), value: bytesOf(n, put) }], synced)
    if (synced && !markLost) await db.markDurable()
    ends.push(statSync(logsOf(database)[0] as string).size)
  }
  await db.close()
  return { ends }
}

function manyPuts(count: number, valueBytes: number, synced: readonly number[] = []): Put[] {
  return Array.from({ length: count }, (_, n) => ({ valueBytes, synced: synced.includes(n) }))
}

const damages: readonly [string, (content: Buffer, record: number) => void][] = [
  [
    "a byte that rotted",
    (content, at) => content.writeUInt8(content.readUInt8(at + 99) ^ 1, at + 99),
  ],
  ["a page that was not written", (content, at) => content.fill(0, at + 100, at + 4_196)],
  ["a header that was not written", (content, at) => content.fill(0, at, at + 7)],
  ["a length that rotted", (content, at) => content.writeUInt8(0xff, at + 5)],
]

t.test("RocksDB by itself applies what is behind a record that it can't read", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const puts = manyPuts(8, 40 * KiB)
  const { ends } = await written(folder, puts)
  edit(logsOf(folder)[0] as string, (content) => damages[1]?.[1](content, ends[1] as number))
  const db = await Database.open(folder, sizes)
  const { prefix, others } = await survivors((keys) => db.getMany(keys), puts)
  await db.close()
  t.equal(prefix, 2)
  t.ok(others > 0, "this is why the engine looks first")
})

/** Damages the third write of some; the engine has a database like that. */
async function damaged(
  folder: string,
  puts: readonly Put[],
  damage: (content: Buffer, record: number) => void,
): Promise<Opened> {
  const database = join(folder, "000001")
  const { ends } = await written(database, puts)
  edit(logsOf(database)[0] as string, (content) => damage(content, ends[1] as number))
  return await opened(folder, puts)
}

for (const [name, damage] of damages) {
  t.test(`${name}: what is left is a prefix, unless what came later was durable`, async (t) => {
    const folder = newFolder()
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    const lost = join(folder, "lost")
    const puts = manyPuts(8, 40 * KiB, [1])
    const unsynced = await damaged(lost, puts, damage)
    t.match(unsynced, { prefix: 2, others: 0, events: [cutEvent], fields: [{ records: Number }] })
    t.match(await opened(lost, puts), { prefix: 2, others: 0, events: [] }, "and it stays")

    const synced = await damaged(join(folder, "rotten"), manyPuts(8, 40 * KiB, [5]), damage)
    t.match(synced, { prefix: 0, others: 0, events: [setAsideEvent] })
    const last = await damaged(join(folder, "last"), manyPuts(3, 40 * KiB, [2]), damage)
    t.match(last, { prefix: 0, others: 0, events: [setAsideEvent] }, "the last of all")
    const oneBlock = await damaged(join(folder, "small"), manyPuts(5, 5 * KiB, [3]), damage)
    t.match(oneBlock, { prefix: 0, others: 0, events: [setAsideEvent] }, "in the same block")

    const inSync = manyPuts(8, 40 * KiB).with(6, {
      valueBytes: 40 * KiB,
      synced: true,
      markLost: true,
    })
    const during = await damaged(join(folder, "sync"), inSync, damage)
    t.match(during, { prefix: 2, others: 0, events: [cutEvent] }, "the power went in a sync")
  })
}

t.test("a torn end is nothing to speak of, wherever it is", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const puts = manyPuts(6, 15 * KiB, [2])
  const whole = join(folder, "whole")
  const { ends } = await written(whole, puts)
  const size = ends.at(-1) as number
  for (let round = 0; round <= 12; round += 1) {
    const bytesKept = Math.floor((size * round) / 12)
    const torn = join(folder, String(round))
    cpSync(whole, join(torn, "000001"), { recursive: true })
    truncateSync(logsOf(join(torn, "000001"))[0] as string, bytesKept)
    const found = await opened(torn, puts)
    t.equal(found.others, 0)
    t.ok(found.prefix >= ends.filter((end) => end <= bytesKept).length)
    t.same(found.events, [])
  }
})

t.test("the engine marks each synced write, and nobody sees it", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const engine = await openRocksEngine(folder, sizes)
  const database = join(folder, readdirSync(folder).at(-1) as string)
  const mark = await markOf(database)
  const marks = (): number => {
    const [log] = logsOf(database)
    return readFileSync(log as string, "latin1").split(Buffer.from(mark).toString("latin1")).length
  }
  const put = { type: "put" as const, key: bytes("a"), value: bytes("1") }
  await engine.write([put], { sync: false })
  t.equal(marks(), 1)
  await engine.write([put], { sync: true })
  t.equal(marks(), 2)
  await engine.write([], { sync: true })
  t.equal(marks(), 3)
  const all = engine.iterate({ gte: new Uint8Array([0]), lt: new Uint8Array([255]) })
  t.equal((await all.next(MiB)).length, 1)
  await all.close()
  t.same(await engine.getMany([mark]), [undefined])
  await engine.close()
})

/** Full of what the log would have where it is marked: fragments with a sequence far ahead. */
function forgery(valueBytes: number, keys: readonly Uint8Array[]): Put {
  const { content } = walFile(keys.map((key) => walRecord(2 ** 50, key)))
  return { valueBytes, value: Buffer.alloc(valueBytes, content) }
}

t.test("a client's value is no mark, nor is that of another database", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  await written(join(folder, "other"), [])
  const keys = [bytes(unidentifiedMark), await markOf(join(folder, "other"))]
  const puts = [...manyPuts(2, 40 * KiB, [1]), forgery(40 * KiB, keys), ...manyPuts(2, 40 * KiB)]
  for (const [name, damage] of damages) {
    const forged = await damaged(join(folder, name), puts, damage)
    t.match(forged, { prefix: 2, others: 0, events: [cutEvent] }, name)
  }
})

t.test("a database that lost its identity goes on: only nothing proves rot", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const puts = manyPuts(8, 40 * KiB, [5])
  const database = join(folder, "000001")
  const { ends } = await written(database, puts)
  rmSync(join(database, "IDENTITY"))
  edit(logsOf(database)[0] as string, (content) => damages[0]?.[1](content, ends[1] as number))
  t.match(await opened(folder, puts), { prefix: 2, others: 0, events: [cutEvent] })
  t.ok((await markOf(database)).length > unidentifiedMark.length, "it has a new one")
})

t.test("the marks of earlier builds are records like others", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const puts = manyPuts(3, 10)
  const number = await emptyDatabase(folder)
  const records = puts.flatMap((put, n) => [
    walRecord(2 * n + 1, keyOf(n), bytesOf(n, put)),
    walRecord(2 * n + 2, bytes(unidentifiedMark)),
  ])
  const log = join(folder, "000001", `${String(number).padStart(6, "0")}.log`)
  writeFileSync(log, walFile(records).content)
  t.match(await opened(folder, puts), { prefix: 3, events: [] })
})

/** Empty, with the number of the log that it would replay first. */
async function emptyDatabase(folder: string): Promise<number> {
  const database = join(folder, "000001")
  await written(database, [])
  return numberOf(logsOf(database)[0] as string)
}

function numberOf(log: string): number {
  return Number(basename(log, ".log"))
}

interface Placed {
  readonly log: number
  readonly span: readonly [start: number, end: number]
  /** Undefined for a mark. */
  readonly put: number | undefined
}

/** Logs that follow each other, as files of a database. */
async function placeLogs(
  folder: string,
  firstNumber: number,
  logs: readonly (readonly Put[])[],
  firstSequence = 1,
): Promise<{ readonly paths: string[]; readonly placed: Placed[] }> {
  const mark = await markOf(join(folder, "000001"))
  const placed: Placed[] = []
  let puts = 0
  const paths = logs.map((log, index) => {
    const from = placed.length
    const records: Buffer[] = []
    const add = (put: number | undefined, key: Uint8Array, value?: Uint8Array): void => {
      records.push(walRecord(firstSequence + from + records.length, key, value))
      placed.push({ log: index, span: [0, 0], put })
    }
    for (const put of log) {
      add(puts, keyOf(puts), bytesOf(puts, put))
      puts += 1
      if (put.synced === true) add(undefined, mark)
    }
    const { content, spans } = walFile(records)
    for (const [n, span] of spans.entries()) {
      placed[from + n] = { ...(placed[from + n] as Placed), span }
    }
    const name = `${String(firstNumber + index).padStart(6, "0")}.log`
    const path = join(folder, "000001", name)
    writeFileSync(path, content)
    return path
  })
  return { paths, placed }
}

/** The manifest tells how far writes had come, though they are in the logs only. */
function addEdit(folder: string, edit: Buffer): void {
  const database = join(folder, "000001")
  const manifest = readFileSync(join(database, "CURRENT"), "utf8").trim()
  appendFileSync(join(database, manifest), walFile([edit]).content)
}

const kinds = {
  flip: (content: Buffer, at: number) => {
    if (at < content.length) content.writeUInt8(content.readUInt8(at) ^ 16, at)
    return content
  },
  zero: (content: Buffer, at: number) =>
    content.fill(0, at, Math.min(content.length, at + 4 * KiB)),
  truncate: (content: Buffer, at: number) => content.subarray(0, at),
  lose: (content: Buffer) => content.subarray(0, 0),
} as const

const put: fc.Arbitrary<Put> = fc.record({
  valueBytes: fc.constantFrom(10, 10_000, 70_000),
  synced: fc.boolean(),
})
/** RocksDB begins a log only when there is something in the one before. */
const severalLogs: fc.Arbitrary<Put[][]> = fc
  .tuple(
    fc.array(fc.array(put, { minLength: 1, maxLength: 5 }), { maxLength: 2 }),
    fc.array(put, { maxLength: 5 }),
  )
  .map(([before, last]) => [...before, last])

t.test("whatever is damaged in whichever of several logs: a prefix, or data loss", async () => {
  const property = fc.asyncProperty(
    severalLogs,
    fc.nat({ max: 2 }),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.constantFrom("flip" as const, "zero" as const, "truncate" as const, "lose" as const),
    fc.nat({ max: 20 }),
    fc.boolean(),
    async (logs, which, where, kind, lastSequence, flushed) => {
      const folder = newFolder()
      try {
        const number = await emptyDatabase(folder)
        const { paths, placed } = await placeLogs(folder, number, logs)
        const written = Math.min(lastSequence, placed.length)
        addEdit(folder, manifestEdit(written, flushed ? number : undefined))
        const log = which % logs.length
        const path = paths[log] as string
        const whole = readFileSync(path)
        const left = kinds[kind](Buffer.from(whole), Math.floor(whole.length * where))
        writeFileSync(path, left)
        const broken = (record: Placed): boolean =>
          record.log === log &&
          !whole.subarray(...record.span).equals(left.subarray(...record.span))
        const kept = placed.findIndex(broken)
        const later = kept < 0 ? [] : placed.slice(kept).filter((record) => !broken(record))
        const marks = later.filter((record) => record.put === undefined)
        // A mark at the edge of a block is in two parts; one of them may be in what is left out.
        const clear = marks.filter(({ span: [start, end] }) => inOneBlock(start, end))
        const puts = logs.flat()
        const before = placed.slice(0, kept < 0 ? undefined : kept)
        const prefix = before.filter((record) => record.put !== undefined).length
        const found = await opened(folder, puts)
        const again = await opened(folder, puts)
        const isLost = found.events.includes(setAsideEvent)
        const isSound = isLost
          ? marks.length > 0 && found.prefix === 0
          : clear.length === 0 && found.prefix === prefix
        const stays = again.prefix === found.prefix && again.events.length === 0
        return isSound && stays && found.others + again.others === 0
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
  await fc.assert(property, { numRuns: 30 })
})

function inOneBlock(start: number, end: number): boolean {
  return Math.floor(start / (32 * KiB)) === Math.floor((end - 1) / (32 * KiB))
}

t.test("a log that is lost as a whole has its writes missing, wherever others begin", async (t) => {
  const isCut = { prefix: 0, others: 0, events: [cutEvent] }
  const isRot = { prefix: 0, others: 0, events: [setAsideEvent] }
  const losses: readonly [string, (log: string) => void, flushed: boolean][] = [
    ["without content", (log) => truncateSync(log), true],
    ["with less than a header", (log) => truncateSync(log, 6), true],
    ["without file", (log) => rmSync(log), false],
  ]
  for (const [name, lose, flushed] of losses) {
    for (const synced of [[], [2]]) {
      const folder = newFolder()
      t.teardown(() => rmSync(folder, { recursive: true, force: true }))
      const number = await emptyDatabase(folder)
      const logs = [manyPuts(3, 10), manyPuts(3, 10, synced)]
      const { paths } = await placeLogs(folder, number, logs)
      addEdit(folder, manifestEdit(5, flushed ? number : undefined))
      lose(paths[0] as string)
      const puts = logs.flat()
      t.match(await opened(folder, puts), synced.length === 0 ? isCut : isRot, name)
      t.match(await opened(folder, puts), { prefix: 0, others: 0, events: [] }, "and it stays")
    }
  }
})

t.test(
  "the first record of all is missing, whatever the manifest thinks came before",
  async (t) => {
    const folder = newFolder()
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    const puts = manyPuts(4, 40 * KiB)
    await written(join(folder, "000001"), puts)
    // Its tables and its manifest know of four writes from here on.
    await opened(folder, puts)
    const number = numberOf(logsOf(join(folder, "000001")).at(-1) as string)
    const later = manyPuts(6, 20 * KiB)
    const { paths } = await placeLogs(folder, number, [later], 3)
    edit(paths[0] as string, (content) => kinds.flip(content, 20))
    const found = await opened(folder, later)
    t.match(found, { prefix: 0, others: 0, events: [cutEvent] })
  },
)

t.test("a log that is in tables already counts for nothing, though it is damaged", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const puts = manyPuts(6, 40 * KiB, [1, 4])
  const database = join(folder, "000001")
  const { ends } = await written(database, puts)
  const [old] = logsOf(database)
  const content = readFileSync(old as string)
  t.match(await opened(folder, puts), { prefix: 6, events: [] })
  t.notOk(logsOf(database).includes(old as string), "this put it into a table")
  damages[0]?.[1](content, ends[1] as number)
  writeFileSync(old as string, content)
  t.match(await opened(folder, puts), { prefix: 6, events: [] })
})

t.test("a file CURRENT that names no manifest is corruption, as any other", async (t) => {
  for (const content of ["", "\0".repeat(16), "MANIFEST-000003", "..\n"]) {
    const folder = newFolder()
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    const puts = manyPuts(2, 10)
    await written(join(folder, "000001"), puts)
    writeFileSync(join(folder, "000001", "CURRENT"), content)
    t.match(await opened(folder, puts), { prefix: 0, events: [setAsideEvent] })
  }
})
