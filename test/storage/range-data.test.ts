import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import t, { type Test } from "tap"
import { hybridTimeOf, KvError, mapKeyOf } from "../../src/base/index.ts"
import type { KeyedCell, ScanOperation } from "../../src/core/range/types.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { openRocksEngine } from "../../src/platform/rocksdb/index.ts"
import type { RangeData } from "../../src/storage/index.ts"
import { type EngineUnderTest, engineContract } from "../contract/engine.ts"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import {
  batchOf,
  bytes,
  cellKey,
  configuration,
  del,
  descriptor,
  limits,
  noSessionWrites,
  openData,
  page,
  put,
  scanOf,
  text,
  write,
} from "./range-data-harness.ts"

async function codeOf(work: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof work === "function" ? work() : work)
    return "no error"
  } catch (error) {
    return error instanceof KvError ? error.code : `not a KvError: ${String(error)}`
  }
}

const keysOf = (cells: readonly KeyedCell[]): string[] => cells.map(({ key }) => mapKeyOf(key))

/** Opens on a new disk. */
async function fresh(options = {}) {
  const disk = new MemoryDisk()
  return { disk, data: await openData(new MemoryEngine(disk), options) }
}

t.test("the engine of these tests is one", async (t) => {
  engineContract(t, async (): Promise<EngineUnderTest> => {
    const disk = new MemoryDisk()
    const reopen = async () => new MemoryEngine(disk)
    return {
      engine: new MemoryEngine(disk),
      reopen,
      crash: async () => {
        disk.crash(disk.unsyncedCount >> 1)
        return new MemoryEngine(disk)
      },
      corrupt: async (key) => {
        disk.damage(key, (value) => value.reverse())
        return new MemoryEngine(disk)
      },
      dispose: async () => {},
    }
  })
})

t.test("a batch is one unsynced engine write, with the applied state (rule 16)", async (t) => {
  const { disk, data } = await fresh()
  t.equal(data.recovered, undefined)
  await write(data, batchOf(1, put("a", "1"), put("b", "2"), del("c")))
  t.same(
    disk.writes.map(({ sync }) => sync),
    [false],
  )
  t.same((await data.cells([bytes("b"), bytes("c"), bytes("a")])).map(text), ["2", undefined, "1"])
  await write(data, batchOf(2, del("a"), put("b", "3")))
  const again = await openData(new MemoryEngine(disk))
  t.same(again.recovered?.state, { index: 2, term: 1, time: 2, configuration, descriptor })
  t.same((await again.cells([bytes("a"), bytes("b")])).map(text), [undefined, "3"])
})

t.test("a checkpoint makes durable what was written, and says up to where (rule 17)", async (t) => {
  const { disk, data } = await fresh()
  t.equal(await data.checkpoint(), 0)
  await write(data, batchOf(1, put("a", "1")))
  t.equal(await data.checkpoint(), 1)
  const synced = disk.writes.length
  t.equal(await data.checkpoint(), 1, "nothing new")
  t.equal(disk.writes.length, synced, "so nothing is written")
  await write(data, batchOf(2, put("a", "2")))
  disk.crash(0)
  const again = await openData(new MemoryEngine(disk))
  t.equal(again.recovered?.state.index, 1)
  t.equal(text((await again.cells([bytes("a")]))[0]), "1")
})

t.test("what is absorbed is seen at once, and lost in a crash before its flush", async (t) => {
  const { disk, data } = await fresh()
  await write(data, batchOf(1, put("a", "1"), put("b", "1"), put("c", "1")))
  const { length } = disk.writes
  data.absorb(batchOf(2, put("a", "2"), put("n", "2")))
  data.absorb(batchOf(3, put("a", "3", 50, 9), del("b")))
  t.same(data.cached(bytes("a")), { value: bytes("3"), version: 9, expiresAtMs: 50 })
  t.equal(data.cached(bytes("b")), null, "known to be absent")
  t.same((await data.cells([bytes("b"), bytes("c"), bytes("n")])).map(text), [undefined, "1", "2"])
  for (const [reverse, names] of [
    [false, ["a", "c", "n"]],
    [true, ["n", "c", "a"]],
  ] as const) {
    t.same(keysOf((await page(data, { reverse })).cells), names)
  }
  const span = { start: bytes(""), end: bytes(""), keysMax: 9 }
  t.same((await data.keysOf(span)).map(mapKeyOf), ["a", "c", "n"])
  t.equal(disk.writes.length, length, "nothing of it is written yet")
  t.ok(data.unflushed)

  const early = await openData(new MemoryEngine(disk))
  t.equal(early.recovered?.state.index, 1)
  await data.flush(() => noSessionWrites)
  t.notOk(data.unflushed)
  t.equal(disk.writes.length, length + 1, "two batches, one write")
  t.equal((await openData(new MemoryEngine(disk))).recovered?.state.index, 3)
})

t.test("a flush that fails loses nothing, and the next one brings it", async (t) => {
  const { disk, data } = await fresh()
  let taken = 0
  const flush = () =>
    data.flush(() => {
      taken += 1
      return noSessionWrites
    })
  data.absorb(batchOf(1, put("a", "1"), put("b", "1")))
  disk.failWrites = new KvError("disk_full", "full")
  t.equal(await codeOf(flush()), "disk_full")
  data.absorb(batchOf(2, put("a", "2")))
  t.equal(await codeOf(flush()), "disk_full")
  t.same([text(data.cached(bytes("a"))), text(data.cached(bytes("b")))], ["2", "1"])
  t.equal(taken, 1, "sessions go with the layer that was closed")
  disk.failWrites = undefined
  await flush()
  t.equal(taken, 2)
  t.notOk(data.unflushed)
  const again = await openData(new MemoryEngine(disk))
  t.equal(again.recovered?.state.index, 2)
  t.same((await again.cells([bytes("a"), bytes("b")])).map(text), ["2", "1"])
})

t.test("reads fill the cache, writes follow what is in it", async (t) => {
  const { data } = await fresh()
  await write(data, batchOf(1, put("a", "1"), put("b", "1", 50, 9)))
  t.equal(data.cached(bytes("a")), undefined, "written and never read")
  await data.cells([bytes("a"), bytes("b"), bytes("x")])
  t.equal(text(data.cached(bytes("a"))), "1")
  t.equal(data.cached(bytes("x")), null)
  t.match(data.cached(bytes("b")), { value: bytes("1"), version: 9, expiresAtMs: 50 })
  await write(data, batchOf(2, put("a", "2"), del("b"), put("x", "2"), put("y", "2")))
  const names = ["a", "b", "x", "y"]
  t.same(
    names.map((name) => text(data.cached(bytes(name)))),
    ["2", null, "2", undefined],
  )
  data.absorb(batchOf(3, put("y", "3")))
  data.cached(bytes("y"))
  await data.flush(() => noSessionWrites)
  t.equal(text(data.cached(bytes("y"))), "3", "read before its flush")
})

t.test("the cache keeps its own bytes and stays within them", async (t) => {
  const { data } = await fresh({ valueCacheBytes: 20_000 })
  const frame = new Uint8Array(1_000).fill(1)
  const cell = { value: frame.subarray(10, 110), version: 1, expiresAtMs: 0 }
  await write(data, batchOf(1, { type: "put", key: bytes("a"), cell }))
  frame.fill(2)
  await data.cells([bytes("a")])
  t.equal(text(data.cached(bytes("a"))), "\x01".repeat(100))
  const keys = Array.from({ length: 500 }, (_, i) => `key${i}`)
  for (const [i, key] of keys.entries()) {
    await write(data, batchOf(i + 2, put(key, "v".repeat(100))))
    await data.cells([bytes(key)])
  }
  const cached = keys.filter((key) => data.cached(bytes(key)) !== undefined)
  t.ok(cached.length > 10 && cached.length < 60, `${cached.length} of 500 cells in 20,000 bytes`)
  t.same(cached, keys.slice(-cached.length), "the latest")
  await write(data, batchOf(600, put("huge", "v".repeat(30_000))))
  t.equal(text((await data.cells([bytes("huge")]))[0])?.length, 30_000)
  t.equal(data.cached(bytes("huge")), undefined, "larger than all of it")
  const none = await fresh({ valueCacheBytes: 0 })
  await write(none.data, batchOf(1, put("a", "1")))
  t.equal(text((await none.data.cells([bytes("a")]))[0]), "1")
  t.equal(none.data.cached(bytes("a")), undefined)
})

t.test("a scan is kept in memory, and what is written there since", async (t) => {
  const { data } = await fresh()
  const names = ["a", "c", "e", "g", "i"]
  await write(data, batchOf(1, ...names.map((name) => put(name, "1"))))
  const cached = (parts: Partial<ScanOperation>) => {
    const found = data.cachedScan(scanOf(parts), limits, 0)
    return found?.type === "scan" ? keysOf(found.cells).join("") : undefined
  }
  const middle = { start: bytes("b"), end: bytes("h") }
  t.equal(cached(middle), undefined)
  await page(data, middle)
  t.equal(cached(middle), "ceg")
  t.equal(cached({ ...middle, reverse: true }), "gec")
  t.equal(cached({ ...middle, start: bytes("d") }), "eg", "any part of it")
  t.equal(cached({ start: bytes("b"), limit: 2 }), "ce", "whatever comes behind")
  t.equal(cached({ start: bytes("b"), limit: 3 }), undefined, "whether there is more is not known")
  t.equal(cached({ ...middle, end: bytes("i") }), undefined)
  t.equal(cached({ ...middle, start: bytes("a") }), undefined)
  data.absorb(batchOf(2, put("d", "2"), del("e"), put("i", "2")))
  t.equal(cached(middle), "cdg", "what is not flushed counts")
  await data.flush(() => noSessionWrites)
  t.equal(cached(middle), "cdg", "and when it is")
  t.equal(cached({ ...middle, reverse: true, limit: 2 }), "gd")
  await page(data, { start: bytes("h") })
  t.equal(cached({ start: bytes("c") }), "cdgi", "stretches that meet are one")
  t.equal(cached({ start: bytes("c"), reverse: true }), "igdc")
  t.equal((await page(data, {})).cells.length, 4)
})

t.test("a fetch that a write overtook is answered, not cached", async (t) => {
  const { disk } = await fresh()
  const engine = new MemoryEngine(disk)
  const first = await openData(engine)
  await write(first, batchOf(1, put("a", "old"), put("b", "old")))
  // An empty cache, so that nothing but the guard stands between the fetch and the cache.
  for (const cacheBytes of [64 * 1_024, 600]) {
    const data = await openData(engine, { valueCacheBytes: cacheBytes })
    let goOn = (): void => {}
    disk.pauses.read = new Promise((resolve) => {
      goOn = resolve
    })
    const fetching = data.cells([bytes("a"), bytes("b")])
    await write(data, batchOf(2, put("a", "new")))
    await write(data, batchOf(3, put("c", "x".repeat(100)), put("d", "x".repeat(100))))
    goOn()
    disk.pauses = {}
    t.same((await fetching).map(text), ["old", "old"])
    t.not(text(data.cached(bytes("a"))), "old")
    t.equal(text((await data.cells([bytes("a")]))[0]), "new")
    await write(first, batchOf(4, put("a", "old")))
  }
})

t.test("a scan gives pages both ways, without what has expired", async (t) => {
  const { data } = await fresh()
  const names = ["a", "b", "b\0", "c", "d", "e", "f"]
  await write(data, batchOf(1, ...names.map((name, i) => put(name, `<${name}>`, 0, i + 1))))
  await write(data, batchOf(2, put("c", "gone", 100), put("f", "later", 101)))
  const first = await page(data, {}, 100)
  t.same(keysOf(first.cells), ["a", "b", "b\0", "d"], "as many as a page may have")
  t.same([first.more, mapKeyOf(first.resumeKey)], [true, "e"])
  t.same(first.cells[0], { key: bytes("a"), value: bytes("<a>"), version: 1, expiresAtMs: 0 })
  const rest = await page(data, { start: first.resumeKey }, 100)
  t.same(keysOf(rest.cells), ["e", "f"])
  t.same([rest.more, rest.resumeKey.length], [false, 0])

  const table: [Partial<ScanOperation>, string[], string | undefined][] = [
    [{ limit: 2 }, ["a", "b"], "b\0"],
    [{ start: bytes("b"), end: bytes("d") }, ["b", "b\0"], undefined],
    [{ start: bytes("bb"), end: bytes("cc") }, [], undefined],
    [{ start: bytes("d"), end: bytes("d") }, [], undefined],
    [{ start: bytes("d"), end: bytes("a") }, [], undefined],
    [{ reverse: true, limit: 3 }, ["f", "e", "d"], "c"],
    [{ reverse: true, end: bytes("d") }, ["b\0", "b", "a"], undefined],
    [{ reverse: true, start: bytes("b"), end: bytes("e"), limit: 2 }, ["d", "b\0"], "b\0"],
    [{ start: bytes("e"), limit: 2 }, ["e", "f"], undefined],
    [{ start: bytes("g") }, [], undefined],
  ]
  for (const [parts, keys, resume] of table) {
    const { cells, more, resumeKey } = await page(data, parts, 100)
    t.same(keysOf(cells), keys, JSON.stringify(keys))
    t.equal(more ? mapKeyOf(resumeKey) : undefined, resume)
  }
  const keysOnly = await page(data, { keysOnly: true, limit: 1 })
  t.same(keysOnly.cells, [{ key: bytes("a"), value: bytes(""), version: 1, expiresAtMs: 0 }])
})

t.test("pages end by bytes, and by what was read in vain", async (t) => {
  const { data } = await fresh()
  const own = { ...limits, scanPageBytesMax: 1_000, scanPageCellsMax: 1_000 }
  const names = Array.from({ length: 40 }, (_, i) => `key${String(i).padStart(2, "0")}`)
  await write(data, batchOf(1, ...names.map((name) => put(name, "v".repeat(295)))))
  const full = await page(data, {}, 0, own)
  t.equal(full.cells.length, 4, "until the bytes are reached")
  t.equal(mapKeyOf(full.resumeKey), "key04")
  await write(data, batchOf(2, ...names.map((name) => put(name, "v".repeat(295), 5))))
  const seen: string[] = []
  let pages = 0
  for (const reverse of [false, true]) {
    let next = await page(data, { reverse }, 5, own)
    t.ok(next.more, "nothing visible yet, and more to look at")
    while (next.more) {
      pages += 1
      seen.push(...keysOf(next.cells))
      const from = next.resumeKey
      next = await page(data, reverse ? { reverse, end: from } : { start: from }, 5, own)
    }
  }
  t.same(seen, [])
  t.ok(pages >= 4 && pages < 40, `${pages} pages`)
})

t.test("what applying asks for is there whether expired or not", async (t) => {
  const { data } = await fresh()
  await write(data, batchOf(1, put("a", "1", 5), put("b", "2"), put("c", "3"), put("d", "4")))
  const span = { start: bytes("a"), end: bytes("d"), keysMax: 2 }
  t.same((await data.keysOf(span)).map(mapKeyOf), ["a", "b"])
  t.same((await data.keysOf({ ...span, keysMax: 9 })).map(mapKeyOf), ["a", "b", "c"])
  const toTheEnd = { ...span, start: bytes("c"), end: bytes(""), keysMax: 9 }
  t.same((await data.keysOf(toTheEnd)).map(mapKeyOf), ["c", "d"])
  t.equal(text((await data.cells([bytes("a")]))[0]), "1")
})

t.test("expiry: what is due, and nothing that was overwritten since", async (t) => {
  for (const valueCacheBytes of [64 * 1_024, 0]) {
    const { disk, data } = await fresh({ valueCacheBytes })
    const due = async (nowMs: number, keysMax = 10) =>
      (await data.expired(nowMs, keysMax)).map(mapKeyOf)
    const rows = () => [...disk.pairs.keys()].filter((key) => key.charCodeAt(0) === 0x30).length
    t.equal(data.nextExpiryMs(), undefined)
    await write(data, batchOf(1, put("a", "1", 30), put("b", "1", 20), put("c", "1", 10)))
    t.equal(data.nextExpiryMs(), 10)
    t.same(await due(9), [])
    t.same(await due(25), ["c", "b"])
    t.same(await due(25, 1), ["c"])
    t.equal(data.nextExpiryMs(), 10, "until they are purged")
    // Overwritten without expiry, with a later one, and deleted: three rows that mean nothing.
    await write(data, batchOf(2, put("a", "2"), put("b", "2", 50), del("c")))
    t.ok((data.nextExpiryMs() ?? 0) <= 50)
    t.same(await due(40), [])
    t.equal(data.nextExpiryMs(), 50)
    t.equal(rows(), 1, "rows that mean nothing are gone")
    t.same(await due(50), ["b"])
    await write(data, batchOf(3, put("b", "3", 50), put("b", "4", 60), put("b", "5", 50)))
    t.same(await due(50), ["b"], "the last of a batch counts")
    const again = await openData(new MemoryEngine(disk), { valueCacheBytes })
    t.equal(again.nextExpiryMs(), 50, "known after a restart")
    await write(again, batchOf(4, del("b")))
    t.same(await again.expired(1_000, 10), [])
    t.equal(again.nextExpiryMs(), undefined)
    t.equal(rows(), 0)
  }
})

t.test("expiry: what is written during a look is not missed", async (t) => {
  const { disk, data } = await fresh()
  await write(data, batchOf(1, put("a", "1", 10)))
  await write(data, batchOf(2, put("a", "2")))
  let goOn = (): void => {}
  disk.pauses.read = new Promise((resolve) => {
    goOn = resolve
  })
  const looking = data.expired(100, 10)
  await write(data, batchOf(3, put("b", "1", 40), put("a", "3", 10)))
  goOn()
  disk.pauses = {}
  await looking
  t.equal(data.nextExpiryMs(), 10)
  t.same((await data.expired(100, 10)).map(mapKeyOf), ["a", "b"], "no row was taken for stale")
})

t.test("expiry: who only applies gets rid of old rows too", async (t) => {
  const { disk, data } = await fresh({ valueCacheBytes: 0 })
  const rows = () => [...disk.pairs.keys()].filter((key) => key.charCodeAt(0) === 0x30).length
  const start = 1_700_000_000_000
  for (let i = 1; i <= 300; i += 1) {
    const nowMs = start + i * 1_000
    const batch = batchOf(i, put("a", "again", nowMs + 2_000), put("b", "once", start + 500))
    await write(data, { ...batch, state: { ...batch.state, time: hybridTimeOf(nowMs) } })
  }
  t.ok(rows() < 30, `${rows()} rows of 301`)
  t.same((await data.expired(start + 300_000, 9)).map(mapKeyOf), ["b"], "what is due is kept")
})

t.test("many rows: a look ends, the next goes on", async (t) => {
  const { data } = await fresh()
  const names = Array.from({ length: 9_000 }, (_, i) => `key${String(i).padStart(4, "0")}`)
  await write(data, batchOf(1, ...names.map((name, i) => put(name, "1", 1 + i))))
  await write(data, batchOf(2, ...names.slice(0, 8_999).map((name) => put(name, "2"))))
  const found: string[] = []
  let looks = 0
  for (; found.length === 0 && looks < 10; looks += 1) {
    found.push(...(await data.expired(10_000, 10)).map(mapKeyOf))
  }
  t.same(found, ["key8999"])
  t.ok(looks <= 3, `${looks} looks`)
})

t.test("corrupt bytes are data_loss, named in telemetry only", async (t) => {
  const noted: unknown[] = []
  const telemetry = {
    ...silentTelemetry,
    error: (event: string, fields: unknown) => noted.push([event, fields]),
  }
  const damages: [string, (value: Uint8Array) => Uint8Array][] = [
    ["a bit of the value", (value) => value.with(5, 0x55)],
    ["a bit of the key", (value) => value.with(0, 0x62)],
    ["the version", (value) => value.with(-25, 1)],
    ["the expiry", (value) => value.with(-12, 1)],
    ["the length of the key", (value) => value.with(-6, 2)],
    ["the format", (value) => value.with(-5, 2)],
    ["the checksum", (value) => value.with(-1, (value.at(-1) as number) ^ 1)],
    ["the end", (value) => value.slice(0, -1)],
    ["nearly all", (value) => value.slice(0, 3)],
    ["all", () => new Uint8Array(0)],
  ]
  for (const [what, damage] of damages) {
    const { disk } = await fresh()
    const engine = new MemoryEngine(disk)
    const writer = await openData(engine)
    await write(writer, batchOf(1, put("a", "value", 77), put("b", "sound")))
    disk.damage(cellKey("a"), damage)
    const data = await openData(engine, { telemetry })
    t.equal(await codeOf(data.cells([bytes("b"), bytes("a")])), "data_loss", what)
    t.equal(await codeOf(page(data, {})), "data_loss")
    t.equal(await codeOf(page(data, { reverse: true, keysOnly: true })), "data_loss")
    t.equal(
      await codeOf(data.keysOf({ start: bytes(""), end: bytes(""), keysMax: 5 })),
      "data_loss",
    )
    t.same(await data.expired(100, 5), [], "left to whoever reads it")
    t.equal(text((await data.cells([bytes("b")]))[0]), "sound", "the others are served")
    await write(data, batchOf(2, put("a", "mended")))
    t.equal(text((await data.cells([bytes("a")]))[0]), "mended")
  }
  t.same(noted[0], ["stored cell is corrupt", { key: "61" }])
})

t.test("a cell that turns up at another key is not believed", async (t) => {
  const { disk, data } = await fresh()
  await write(data, batchOf(1, put("a", "1"), put("b", "2"), put("c", "3")))
  const ofC = disk.pairs.get(mapKeyOf(cellKey("c"))) as Uint8Array
  disk.damage(cellKey("a"), () => ofC)
  const again = await openData(new MemoryEngine(disk))
  t.equal(await codeOf(again.cells([bytes("a")])), "data_loss")
  t.equal(await codeOf(page(again, {})), "data_loss", "out of order")
  t.equal(await codeOf(page(again, { end: bytes("b") })), "data_loss", "out of the span")
})

t.test("the variant believes what it finds", async (t) => {
  const { disk, data } = await fresh({ variant: "ignore-cell-checksum" })
  await write(data, batchOf(1, put("a", "value")))
  disk.damage(cellKey("a"), (value) => value.with(3, 0x55))
  const again = await openData(new MemoryEngine(disk), { variant: "ignore-cell-checksum" })
  t.equal(text((await again.cells([bytes("a")]))[0]), "vaUue")
})

t.test("on RocksDB: writes, scans, restart, snapshot", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "ringraft-range-"))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const sizes = { cacheBytes: 1 << 20, writeBufferBytes: 1 << 20 }
  const engine = await openRocksEngine(join(folder, "a"), sizes)
  const data = await openData(engine)
  const names = Array.from({ length: 3_000 }, (_, i) => `key${String(i).padStart(4, "0")}`)
  for (let i = 0; i < 30; i += 1) {
    const lot = names.slice(i * 100, i * 100 + 100)
    await write(data, batchOf(i + 1, ...lot.map((name) => put(name, `<${name}>`, 0, i + 1))))
  }
  t.equal(await data.checkpoint(), 30)
  await engine.close()
  const reopened = await openRocksEngine(join(folder, "a"), sizes)
  const again = await openData(reopened, { snapshotChunkBytes: 10_000 })
  t.equal(again.recovered?.state.index, 30)
  await checkOnRocks(t, again, names)
  const target = await openRocksEngine(join(folder, "b"), sizes)
  const copy = await openData(target)
  await write(copy, batchOf(1, put("old", "gone")))
  const snapshot = await again.openSnapshot()
  await copy.install(snapshot.chunks())
  await snapshot.close()
  await checkOnRocks(t, copy, names)
  t.same((await copy.cells([bytes("old")])).map(text), [undefined])
  await reopened.close()
  await target.close()
})

async function checkOnRocks(t: Pick<Test, "same" | "equal">, data: RangeData, names: string[]) {
  t.same(
    (await data.cells(names.map(bytes))).map(text),
    names.map((name) => `<${name}>`),
  )
  const own = { ...limits, scanPageCellsMax: 10_000 }
  t.same(keysOf((await page(data, {}, 0, own)).cells), names)
  const { cells, resumeKey } = await page(data, { reverse: true, limit: 100 }, 0, own)
  t.same(keysOf(cells), names.slice(-100).reverse())
  t.equal(mapKeyOf(resumeKey), "key2900")
}
