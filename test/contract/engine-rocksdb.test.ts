import { execFileSync } from "node:child_process"
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import t, { type Test } from "tap"
import { KvError, mapKeyOf } from "../../src/base/index.ts"
import type { Engine, LogFields, Telemetry } from "../../src/env/index.ts"
import { openRocksEngine } from "../../src/platform/rocksdb/index.ts"
import { bytes, type EngineUnderTest, engineContract, noise, walk } from "./engine.ts"

const MiB = 1_024 * 1_024
const sizes = { cacheBytes: MiB, writeBufferBytes: MiB }

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "ringraft-engine-"))
}

/** The newest write-ahead log of the engine in a folder: where unsynced writes are. */
function walOf(folder: string): string {
  const generation = generationsOf(folder).at(-1) as string
  const logs = readdirSync(generation).filter((name) => name.endsWith(".log"))
  return join(generation, logs.sort().at(-1) as string)
}

function generationsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{6}$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/** RocksDB removes files in the background: a copy counts when none came or went meanwhile. */
function copyWhole(from: string, to: string): void {
  for (;;) {
    const before = readdirSync(from, { recursive: true }).sort().join()
    try {
      cpSync(from, to, { recursive: true })
      if (readdirSync(from, { recursive: true }).sort().join() === before) return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
    }
    rmSync(to, { recursive: true, force: true })
  }
}

/** A power cut keeps what was synced of the log, and some of what came after it. */
async function openOnDisk(): Promise<EngineUnderTest> {
  const folder = newFolder()
  let disk = join(folder, "0")
  let copies = 0
  let durable = { wal: "", size: 0 }
  let engine: Engine
  const open = async (): Promise<Engine> => {
    const opened = await openRocksEngine(disk, sizes)
    const noteSync = (): void => {
      durable = { wal: walOf(disk), size: statSync(walOf(disk)).size }
    }
    noteSync()
    engine = {
      getMany: (keys) => opened.getMany(keys),
      iterate: (range) => opened.iterate(range),
      approximateBytes: (range) => opened.approximateBytes(range),
      compact: (range) => opened.compact(range),
      close: () => opened.close(),
      write: async (writes, options) => {
        await opened.write(writes, options)
        if (options.sync) noteSync()
      },
      replaceAll: async (writes) => {
        await opened.replaceAll(writes)
        noteSync()
      },
    }
    return engine
  }
  const crash = async (): Promise<Engine> => {
    const wal = walOf(disk)
    const floor = wal === durable.wal ? durable.size : 0
    const size = statSync(wal).size
    copies += 1
    const copy = join(folder, String(copies))
    copyWhole(disk, copy)
    truncateSync(walOf(copy), floor + Math.floor(((size - floor) * (copies % 7)) / 6))
    await engine.close()
    disk = copy
    return await open()
  }
  await open()
  return {
    get engine() {
      return engine
    },
    reopen: async () => {
      await engine.close()
      return await open()
    },
    crash,
    corrupt: async (key) => {
      const [value] = await engine.getMany([key])
      await engine.close()
      // Opening moves what is in the log into a table; the engine after that has read none of it.
      await open()
      await engine.close()
      flipIn(generationsOf(disk).at(-1) as string, value as Uint8Array)
      return await open()
    },
    dispose: async () => {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Flips a bit of the bytes where a table of the database holds them. */
function flipIn(database: string, wanted: Uint8Array): void {
  changeIn(database, wanted, (table, at) => {
    table[at + 10] = (table[at + 10] as number) ^ 1
  })
}

/** Changes the table of the database that holds these bytes. */
function changeIn(
  database: string,
  wanted: Uint8Array,
  change: (table: Uint8Array, at: number) => void,
): void {
  for (const name of readdirSync(database).filter((name) => name.endsWith(".sst"))) {
    const table = readFileSync(join(database, name))
    const at = table.indexOf(wanted)
    if (at < 0) continue
    change(table, at)
    writeFileSync(join(database, name), table)
    return
  }
  throw new Error("the bytes are in no table")
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return "no error"
  } catch (error) {
    return error instanceof KvError ? error.code : `not a KvError: ${String(error)}`
  }
}

function recordingTelemetry(): Telemetry & { readonly events: string[] } {
  const events: string[] = []
  const note = (event: string, _fields?: LogFields): void => {
    events.push(event)
  }
  return { events, debug: note, info: note, warn: note, error: note }
}

t.test("RocksDB as an engine", async (t) => {
  engineContract(t, openOnDisk)
})

t.test("a database that can't be opened is set aside for an empty one", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const engine = await openRocksEngine(folder, sizes)
  await engine.write([{ type: "put", key: bytes("a"), value: bytes("1") }], { sync: true })
  await engine.close()
  const [database] = generationsOf(folder)
  const manifest = readdirSync(database as string).find((name) => name.startsWith("MANIFEST"))
  truncateSync(join(database as string, manifest as string), 10)
  const telemetry = recordingTelemetry()
  const again = await openRocksEngine(folder, { ...sizes, telemetry })
  t.same(await again.getMany([bytes("a")]), [undefined])
  t.same(telemetry.events, ["engine is corrupt, set aside for an empty one"])
  await again.write([{ type: "put", key: bytes("a"), value: bytes("2") }], { sync: true })
  await again.close()
  t.ok(readdirSync(folder).includes("corrupt"))
  const third = await openRocksEngine(folder, sizes)
  t.same(mapKeyOf((await third.getMany([bytes("a")]))[0] as Uint8Array), "2")
  await third.close()
})

t.test("a walk backwards fails where a block can't be read, also where it begins", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const keyOf = (i: number) => bytes(`key${String(i).padStart(3, "0")}`)
  // About four of these are a block. They begin with what is found again there, as it is, and the
  // rest is compressed.
  const zeros = new Uint8Array(1_000)
  const headOf = (i: number) => noise(64, i)
  const puts = Array.from({ length: 100 }, (_, i) => {
    return { type: "put" as const, key: keyOf(i), value: Uint8Array.from([...headOf(i), ...zeros]) }
  })
  const engine = await openRocksEngine(folder, sizes)
  await engine.write(puts, { sync: true })
  await engine.close()
  // Opening moves what is in the log into a table.
  await (await openRocksEngine(folder, sizes)).close()
  changeIn(generationsOf(folder).at(-1) as string, headOf(50), (table, at) => {
    table.fill(255, at, at + 128)
  })
  const damaged = await openRocksEngine(folder, sizes)
  const backwards = (from: number, to: number) =>
    walk(damaged, { gte: keyOf(from), lt: keyOf(to), reverse: true })
  t.equal(await codeOf(backwards(10, 50)), "data_loss", "it begins there")
  t.equal(await codeOf(backwards(10, 90)), "data_loss", "it comes there")
  t.equal((await backwards(60, 90)).length, 30)
  t.equal((await backwards(10, 40)).length, 30)
  t.equal((await backwards(200, 300)).length, 0)
  await damaged.close()
})

t.test("an engine that is closed amid a write lets it end", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const puts = Array.from({ length: 10_000 }, (_, i) => {
    return { type: "put" as const, key: bytes(`key${i}`), value: bytes("1") }
  })
  const engine = await openRocksEngine(folder, sizes)
  const writing = codeOf(engine.write(puts, { sync: true }))
  await engine.close()
  t.equal(await writing, "no error")
  const again = await openRocksEngine(folder, sizes)
  t.equal((await walk(again, { gte: bytes("k"), lt: bytes("l") })).length, puts.length)
  const replacing = codeOf(again.replaceAll(puts.slice(0, 1_000)))
  await again.close()
  t.equal(await replacing, "no error")
  const last = await openRocksEngine(folder, sizes)
  t.equal((await walk(last, { gte: bytes("k"), lt: bytes("l") })).length, 1_000)
  await last.close()
})

t.test("what a crash left of a replacement is removed", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const engine = await openRocksEngine(folder, sizes)
  await engine.write([{ type: "put", key: bytes("a"), value: bytes("1") }], { sync: true })
  await engine.close()
  const first = generationsOf(folder)[0] as string
  // Before the rename: made, and not alive yet. After it: alive, and the old one still there.
  cpSync(first, join(folder, "000002.new"), { recursive: true })
  const before = await openRocksEngine(folder, sizes)
  await before.write([{ type: "put", key: bytes("a"), value: bytes("2") }], { sync: true })
  await before.close()
  t.same(readdirSync(folder), ["000001"])
  cpSync(first, join(folder, "000002"), { recursive: true })
  const after = await openRocksEngine(folder, sizes)
  t.equal(mapKeyOf((await after.getMany([bytes("a")]))[0] as Uint8Array), "2")
  t.same(readdirSync(folder), ["000002"])
  await after.close()
})

t.test("a folder in use and sizes that would wrap are refused", async (t) => {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const engine = await openRocksEngine(folder, sizes)
  t.equal(await codeOf(openRocksEngine(folder, sizes)), "internal")
  await engine.close()
  await engine.close()
  t.equal(await codeOf(engine.getMany([bytes("a")])), "unavailable", "closed")
  t.equal(await codeOf(engine.write([], { sync: true })), "unavailable")
  const span = { gte: bytes("a"), lt: bytes("b") }
  t.equal(await codeOf(engine.iterate(span).next(1)), "unavailable")
  const file = join(folder, "file")
  writeFileSync(file, "")
  t.equal(await codeOf(openRocksEngine(file, sizes)), "internal")
  const wrapping = { cacheBytes: 2 ** 32, writeBufferBytes: MiB }
  await t.rejects(openRocksEngine(folder, wrapping), /engine sizes/)
})

/** Runs `use` in the folder of a small disk of its own. */
async function onSmallDisk(
  t: Pick<Test, "teardown" | "comment">,
  sizeMiB: number,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = newFolder()
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const mount = ["-t", "tmpfs", "-o", `size=${sizeMiB}m`, "tmpfs", folder]
  try {
    execFileSync("mount", mount, { stdio: "pipe" })
  } catch (error) {
    const why = error instanceof Error ? error.message.trim() : String(error)
    t.comment(`skipped: a small tmpfs can't be mounted here: ${why.split("\n").at(-1)}`)
    return
  }
  try {
    await use(folder)
  } finally {
    execFileSync("umount", ["-l", folder])
  }
}

const valueBytes = 200_000
const incompressible = noise(MiB, 1)

/** Leaves just so much of a small disk free. */
function fillUpTo(folder: string, freeBytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(join(folder, "ballast"), new Uint8Array(bavail * bsize - freeBytes))
}

/** Writes one value after another, and knows what must be there. */
class Filler {
  readonly #open: () => Promise<Engine>
  engine: Engine
  #count = 0

  private constructor(open: () => Promise<Engine>, engine: Engine) {
    this.#open = open
    this.engine = engine
  }

  static async open(open: () => Promise<Engine>): Promise<Filler> {
    return new Filler(open, await open())
  }

  #key(n: number): Uint8Array {
    return bytes(`key${String(n).padStart(6, "0")}`)
  }

  #value(n: number): Uint8Array {
    const from = (n * 9_973) % (incompressible.length - valueBytes)
    return incompressible.subarray(from, from + valueBytes)
  }

  async write(sync: boolean): Promise<string> {
    const put = {
      type: "put" as const,
      key: this.#key(this.#count),
      value: this.#value(this.#count),
    }
    const code = await codeOf(this.engine.write([put], { sync }))
    if (code === "no error") this.#count += 1
    return code
  }

  /** Writes until a write fails; says how. */
  async fill(): Promise<string> {
    for (let n = 0; n < 10_000; n += 1) {
      const code = await this.write(n % 5 === 0)
      if (code !== "no error") return code
    }
    return "never full"
  }

  async missing(): Promise<number> {
    const keys = Array.from({ length: this.#count }, (_, n) => this.#key(n))
    const values = await this.engine.getMany(keys)
    return values.filter(
      (value, n) => value === undefined || Buffer.compare(value, this.#value(n)) !== 0,
    ).length
  }

  async reopen(): Promise<void> {
    await this.engine.close()
    this.engine = await this.#open()
  }
}

t.test("a full disk: writes are refused, reads go on, nothing is lost", async (t) => {
  await onSmallDisk(t, 64, async (folder) => {
    const ballast = join(folder, "ballast")
    // With a reserve RocksDB never meets the full disk; without one its log does.
    for (const [name, reserveBytes] of [
      ["reserve", 8 * MiB],
      ["torn", 0],
    ] as const) {
      const telemetry = recordingTelemetry()
      const options = { cacheBytes: MiB, writeBufferBytes: 64 * MiB, reserveBytes, telemetry }
      const filler = await Filler.open(() => openRocksEngine(join(folder, name), options))
      for (let round = 0; round < 2; round += 1) {
        fillUpTo(folder, 12 * MiB)
        const iterator = filler.engine.iterate({ gte: bytes("k"), lt: bytes("l") })
        t.equal(await filler.fill(), "disk_full")
        t.equal(await filler.write(true), "disk_full", "still full")
        t.equal(await filler.missing(), 0, "reads go on")
        rmSync(ballast)
        const recovering = filler.write(true)
        t.equal(await filler.missing(), 0, "reads go on while it recovers")
        t.equal(await recovering, "no error", "takes writes again")
        t.equal(await filler.write(false), "no error")
        t.ok(["no error", "unavailable"].includes(await codeOf(iterator.next(1_000))))
        await iterator.close()
        await filler.reopen()
        t.equal(await filler.missing(), 0, "nothing that was acknowledged is lost")
      }
      t.equal(telemetry.events.includes("engine takes writes again"), name === "torn")
      await filler.engine.close()
      rmSync(join(folder, name), { recursive: true })
    }
  })
})

t.test("a full disk met by a table: recovers once RocksDB has written it", async (t) => {
  await onSmallDisk(t, 64, async (folder) => {
    const options = { cacheBytes: MiB, writeBufferBytes: MiB, reserveBytes: 0 }
    const filler = await Filler.open(() => openRocksEngine(join(folder, "engine"), options))
    const ballast = join(folder, "ballast")
    fillUpTo(folder, 20 * MiB)
    t.equal(await filler.fill(), "disk_full")
    t.equal(await filler.missing(), 0, "reads go on")
    rmSync(ballast)
    // RocksDB looks once a second by its own clock; there is nothing to wait for but that.
    let code = "disk_full"
    for (let tries = 0; code === "disk_full" && tries < 300; tries += 1) {
      code = await filler.write(true)
      if (code === "disk_full") await setTimeout(100)
    }
    t.equal(code, "no error")
    t.equal(await filler.write(true), "no error")
    await filler.reopen()
    t.equal(await filler.missing(), 0, "nothing that was acknowledged is lost")
    await filler.engine.close()
  })
})

t.test(
  "a full disk that RocksDB does not get over: it fails, is read, and is closed",
  async (t) => {
    await onSmallDisk(t, 64, async (folder) => {
      // It is given no time to try.
      const options = { cacheBytes: MiB, writeBufferBytes: MiB, reserveBytes: 0, stuckMsMax: -1 }
      const filler = await Filler.open(() => openRocksEngine(join(folder, "engine"), options))
      fillUpTo(folder, 20 * MiB)
      t.equal(await filler.fill(), "disk_full")
      rmSync(join(folder, "ballast"))
      // Where the engine refused by itself, RocksDB tells only now what became of its tables.
      const said = await filler.write(true)
      const then = said === "disk_full" ? await filler.write(true) : said
      // "no error" where the log met the full disk, and not a table: that is mended at once.
      t.ok(["internal", "no error"].includes(then), then)
      t.equal(await filler.missing(), 0, "reads go on")
      await filler.engine.close()
    })
  },
)

t.test("an engine on a full disk can be closed and replaced", async (t) => {
  await onSmallDisk(t, 48, async (folder) => {
    const options = { cacheBytes: MiB, writeBufferBytes: MiB, reserveBytes: 0 }
    const filler = await Filler.open(() => openRocksEngine(join(folder, "engine"), options))
    const ballast = join(folder, "ballast")
    fillUpTo(folder, 10 * MiB)
    t.equal(await filler.fill(), "disk_full")
    rmSync(ballast)
    await filler.engine.replaceAll([{ type: "put", key: bytes("a"), value: bytes("1") }])
    t.same(mapKeyOf((await filler.engine.getMany([bytes("a")]))[0] as Uint8Array), "1")
    fillUpTo(folder, 10 * MiB)
    t.equal(await filler.fill(), "disk_full")
    await filler.engine.close()
  })
})
