/** A disk that fills up between two calls of RocksDB, which no real disk does on cue. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import t, { type Test } from "tap"
import { KvError } from "../../src/base/index.ts"
import type { Engine } from "../../src/env/index.ts"
import { nativeBinding } from "../../src/platform/rocksdb/binding.ts"
import { openRocksEngine } from "../../src/platform/rocksdb/index.ts"

const MiB = 1_024 * 1_024
const key = new Uint8Array([1])
const noSpace = new Error("IO error: No space left on device")

/** How the next calls of the binding go; all later ones are RocksDB's own. */
type Script = ("goes on" | "finds no space")[]

async function openEngine(t: Test): Promise<{ folder: string; engine: Engine }> {
  const folder = mkdtempSync(join(tmpdir(), "ringraft-engine-full-"))
  const sizes = { cacheBytes: MiB, writeBufferBytes: MiB, reserveBytes: 0 }
  const engine = await openRocksEngine(folder, sizes)
  t.teardown(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, engine }
}

function scriptWrites(t: Test): Script {
  const binding = nativeBinding()
  const { batch_write: native } = binding
  const script: Script = []
  binding.batch_write = (batch, options, callback) => {
    if (script.shift() === "finds no space") setImmediate(callback, noSpace)
    else native(batch, options, callback)
  }
  t.teardown(() => {
    binding.batch_write = native
  })
  return script
}

function scriptOpens(t: Test): Script {
  const binding = nativeBinding()
  const { db_open: native } = binding
  const script: Script = []
  binding.db_open = (database, folder, options, callback) => {
    if (script.shift() === "finds no space") setImmediate(callback, noSpace)
    else native(database, folder, options, callback)
  }
  t.teardown(() => {
    binding.db_open = native
  })
  return script
}

/** Undefined where it was written. */
async function failureOf(work: Promise<void>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    return error instanceof KvError ? error.code : String(error)
  }
}

function put(engine: Engine, value: number): Promise<string | undefined> {
  const write = { type: "put" as const, key, value: new Uint8Array([value]) }
  return failureOf(engine.write([write], { sync: true }))
}

async function valueIn(engine: Engine): Promise<number | undefined> {
  return (await engine.getMany([key]))[0]?.[0]
}

t.test("a disk that is full again while the engine opens anew is only full again", async (t) => {
  const { engine } = await openEngine(t)
  const writes = scriptWrites(t)
  t.equal(await put(engine, 1), undefined)
  writes.push("finds no space")
  t.equal(await put(engine, 2), "disk_full")
  writes.push("goes on", "finds no space")
  t.equal(await put(engine, 3), "disk_full")
  t.equal(await valueIn(engine), 1, "reads go on")
  t.equal(await put(engine, 4), undefined, "and so do writes, once there is space")
  t.equal(await valueIn(engine), 4)
})

t.test("a generation that can't be put in place leaves the old one as it was", async (t) => {
  const { folder, engine } = await openEngine(t)
  const writes = scriptWrites(t)
  t.equal(await put(engine, 1), undefined)
  writes.push("finds no space")
  t.equal(await put(engine, 2), "disk_full")
  const inTheWay = join(folder, "000002")
  mkdirSync(join(inTheWay, "anything"), { recursive: true })
  // The new one's write and its mark; the old one takes none.
  writes.push("goes on", "goes on", "finds no space")
  t.equal(await failureOf(engine.replaceAll([{ type: "del", key }])), "internal")
  t.equal(await valueIn(engine), 1, "reads go on")
  rmSync(inTheWay, { recursive: true })
  writes.length = 0
  t.equal(await put(engine, 3), undefined, "and so do writes")
})

t.test("a new generation that finds no space to be opened is read until there is", async (t) => {
  const { engine } = await openEngine(t)
  const opens = scriptOpens(t)
  opens.push("goes on", "finds no space")
  const write = { type: "put" as const, key, value: new Uint8Array([1]) }
  t.equal(await failureOf(engine.replaceAll([write])), undefined)
  t.equal(await valueIn(engine), 1)
  t.equal(await put(engine, 2), undefined)
  t.equal(await valueIn(engine), 2)
})
