import { assert, isDiskFull, KvError } from "../../base/index.ts"
import type {
  Engine,
  EngineIterator,
  EngineRange,
  EngineWrite,
  EngineWriteOptions,
  KeyValue,
  Telemetry,
} from "../../env/index.ts"
import { Database, type DatabaseOptions } from "./database.ts"
import { engineError } from "./errors.ts"
import {
  finishGeneration,
  folderOf,
  freeBytesOf,
  removeFolder,
  unfinishedFolderOf,
  walBytesOf,
} from "./generations.ts"
import { RotWatch } from "./rot-watch.ts"
import { keepPrefix } from "./wal.ts"

/** Room beside what is known to be needed before a full disk counts as usable again. */
const spareBytes = 4 * 1_024 * 1_024
/** How much may be written, and for how long, on the word of one look at the free space. */
const bytesPerLook = 1_024 * 1_024
const msPerLook = 250
/** Of a copy: what is read at once. */
const copiedBytes = 1_024 * 1_024
/** Every key begins with the number of its kind, which is far from this. */
const allKeys: EngineRange = { gte: Uint8Array.of(0), lt: Uint8Array.of(0xff) }

/**
 * - `sound`: all is well
 * - `full`: a write found no space. RocksDB may have torn its write-ahead log there and would go on
 *   writing behind the tear, where recovery never looks: 6.17 loses synced writes that way. So the
 *   database is opened anew before it takes another write
 * - `broken`: a write failed for another reason; what is on disk is not known, no more is written
 */
type Condition = "sound" | "full" | "broken"

export interface EngineOptions extends DatabaseOptions {
  /** Writes are refused while less is free, so that RocksDB has room to write its memory out. */
  readonly reserveBytes: number
  /** RocksDB that takes no writes for so long, though there is space, has stopped trying. */
  readonly stuckMsMax: number
  /** Tables that can't be rewritten for so long, though there is space, are corrupt. */
  readonly rottenMsMin: number
}

/**
 * Databases that can't be closed. While RocksDB tries by itself to get over a full disk its close
 * never returns (6.17 ends the thread that tries, and waits for it to say so), and the collector
 * would close what nobody holds.
 */
const abandoned: Database[] = []

/** Engine port on RocksDB: one writer, and reads that go on while the database is opened anew. */
export class RocksEngine implements Engine {
  readonly #folder: string
  readonly #options: EngineOptions
  readonly #telemetry: Telemetry
  #generation: number
  /** Undefined while it is replaced, or when nothing could be opened. */
  #database: Database | undefined
  #exchange: Promise<unknown> | undefined
  #condition: Condition
  #writing: Promise<void> | undefined
  #closed = false
  /** Of the free space: what was written since the last look, and when that was. */
  #unlookedBytes = Number.POSITIVE_INFINITY
  #lookedAtMs = 0
  #rotWatch: RotWatch
  /** Since when there was space and RocksDB did not take writes all the same. */
  #stuckSinceMs: number | undefined

  constructor(
    folder: string,
    options: EngineOptions,
    telemetry: Telemetry,
    generation: number,
    database: Database,
  ) {
    this.#folder = folder
    this.#options = options
    this.#telemetry = telemetry
    this.#generation = generation
    this.#database = database
    this.#rotWatch = new RotWatch(options.rottenMsMin)
    // Opened read-only for lack of space.
    this.#condition = database.readOnly ? "full" : "sound"
  }

  async getMany(keys: readonly Uint8Array[]): Promise<readonly (Uint8Array | undefined)[]> {
    const database = this.#database ?? (await this.#awaitDatabase())
    return database.getMany(keys)
  }

  write(writes: Iterable<EngineWrite>, options: EngineWriteOptions): Promise<void> {
    return this.#alone(() => this.#write(writes, options))
  }

  async #write(writes: Iterable<EngineWrite>, options: EngineWriteOptions): Promise<void> {
    try {
      const bytes = options.bytesAbout ?? bytesOf(writes)
      if (this.#condition === "full") await this.#leaveFull(bytes)
      else await this.#look(bytes)
      const database = this.#database ?? (await this.#awaitDatabase())
      await database.write(writes, options.sync).catch((error: unknown) => {
        throw this.#noteFailure(error)
      })
      // The write is done, whatever becomes of its mark.
      if (options.sync) await database.markDurable().catch((error) => this.#noteFailure(error))
    } catch (error) {
      throw engineError(error, "writing")
    }
  }

  iterate(range: EngineRange): EngineIterator {
    if (this.#database !== undefined) return this.#database.iterate(range)
    // Nothing is written until there is a database again, so the view is that of now.
    return new LateIterator(this.#awaitDatabase().then((database) => database.iterate(range)))
  }

  replaceAll(writes: readonly EngineWrite[]): Promise<void> {
    return this.#alone(() => this.#renew((fresh) => fresh.write(writes, true)))
  }

  async approximateBytes(range: EngineRange): Promise<number> {
    const database = this.#database ?? (await this.#awaitDatabase())
    return database.approximateBytes(range)
  }

  async compact(range: EngineRange): Promise<void> {
    const database = this.#database ?? (await this.#awaitDatabase())
    await database.compact(range)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    // All writes share one batch, that by which the database is asked whether it takes any, too.
    await this.#writing?.catch(() => {})
    await this.#exchange?.catch(() => {})
    const database = this.#database
    this.#database = undefined
    if (database !== undefined) await this.#closeOrAbandon(database)
  }

  async #alone(write: () => Promise<void>): Promise<void> {
    if (this.#closed) throw closedError()
    assert(this.#writing === undefined, "two engine writes at once")
    if (this.#condition === "broken") {
      throw new KvError("internal", "an earlier engine write failed: nothing more is written")
    }
    this.#writing = write()
    try {
      await this.#writing
    } finally {
      this.#writing = undefined
    }
  }

  /** A database that `fill` fills takes the place of this one. Rejects with KvError. */
  async #renew(fill: (fresh: Database) => Promise<void>): Promise<void> {
    const generation = this.#generation + 1
    const unfinished = unfinishedFolderOf(this.#folder, generation)
    try {
      await removeFolder(unfinished)
      const fresh = await Database.open(unfinished, this.#options)
      try {
        await fill(fresh)
        await fresh.markDurable()
      } finally {
        await fresh.close()
      }
      await finishGeneration(this.#folder, generation)
      this.#generation = generation
      await this.#reopen((old) => this.#closeOrAbandon(old))
      this.#condition = this.#database?.readOnly === false ? "sound" : "full"
      await removeFolder(folderOf(this.#folder, generation - 1))
    } catch (error) {
      const failure = engineError(error, "writing")
      // The old generation lives on, unless the new one is in its place.
      if (this.#generation === generation) this.#condition = "broken"
      else await removeFolder(unfinished).catch(() => {})
      throw failure
    }
  }

  /**
   * Bytes that are corrupt are copied as they are, for iterators don't look at checksums: whoever
   * stored them finds them by his own, and can mend them, which in the old tables he could not.
   */
  async #copyAll(): Promise<void> {
    const old = this.#database ?? (await this.#awaitDatabase())
    this.#telemetry.error("engine can't rewrite its tables, copies what can be read of them", {
      bytes: old.tableBytes,
    })
    // Whatever comes of this, it is not tried again before that is seen anew.
    this.#rotWatch = new RotWatch(this.#options.rottenMsMin)
    await this.#renew(async (fresh) => {
      const pairs = old.iterate(allKeys)
      try {
        for (;;) {
          const lot = await pairs.next(copiedBytes)
          if (lot.length === 0) break
          if (this.#closed) throw closedError()
          await fresh.write(
            lot.map(({ key, value }) => ({ type: "put", key, value })),
            false,
          )
        }
        await fresh.write([], true)
      } finally {
        await pairs.close()
      }
    })
    this.#telemetry.info("engine has copied its tables", {})
  }

  #noteFailure(error: unknown): KvError {
    const failure = engineError(error, "writing")
    if (failure.code === "disk_full" && this.#condition !== "full") {
      this.#condition = "full"
      this.#telemetry.warn("engine found the disk full", { reason: failure.message })
    }
    if (failure.code === "internal") this.#condition = "broken"
    return failure
  }

  /**
   * Throws `disk_full` when what RocksDB needs to go on would not be free any more. Where there is
   * room for a copy of all, its compactions do not fail for want of space.
   */
  async #look(bytes: number): Promise<void> {
    this.#unlookedBytes += bytes
    const now = performance.now()
    if (this.#unlookedBytes < bytesPerLook && now - this.#lookedAtMs < msPerLook) return
    const needed = this.#options.reserveBytes + bytes
    const free = await freeBytesOf(this.#folder)
    if (free < needed) throw diskFull(free, needed)
    this.#unlookedBytes = 0
    this.#lookedAtMs = now
    const { backgroundFailures = 0, tableBytes = 0 } = this.#database ?? {}
    const hasSpace = free - needed > tableBytes
    if (this.#rotWatch.look(now, backgroundFailures, hasSpace)) await this.#copyAll()
  }

  /** Opens the database anew when there is space for it; throws `disk_full` when there is not. */
  async #leaveFull(bytes: number): Promise<void> {
    const database = folderOf(this.#folder, this.#generation)
    const needed = (await walBytesOf(database)) + bytes + this.#options.reserveBytes + spareBytes
    const free = await freeBytesOf(this.#folder)
    if (free < needed) {
      this.#stuckSinceMs = undefined
      throw diskFull(free, needed)
    }
    if (!(await this.#mayClose())) throw diskFull(free, needed)
    this.#stuckSinceMs = undefined
    await this.#reopen((old) => old.close())
    if (this.#database?.readOnly !== false) throw diskFull(free, needed)
    this.#condition = "sound"
    this.#telemetry.info("engine takes writes again", { freeBytes: free })
  }

  /**
   * A database that takes writes is not trying to get over a full disk, so it can be closed. One
   * that does not, though there has been space for long, never will, nor may it be closed: only the
   * end of this process unlocks its folder. Throws `internal` then; reads go on.
   */
  async #mayClose(): Promise<boolean> {
    if (this.#database === undefined || (await this.#database.takesWrites())) return true
    this.#stuckSinceMs ??= performance.now()
    if (performance.now() - this.#stuckSinceMs <= this.#options.stuckMsMax) return false
    throw new KvError("internal", "RocksDB does not get over a full disk: start the node anew")
  }

  /**
   * For what nobody opens again in this process: an abandoned database keeps its folder. RocksDB is
   * always asked: its own flush may have found the disk full while every write of ours had room or
   * was refused before it began, and a close would then wait for it for ever.
   */
  async #closeOrAbandon(database: Database): Promise<void> {
    if (await database.takesWrites()) await database.close()
    else abandoned.push(database.abandon())
  }

  /** Lets go of the database, opens the newest generation. Reads wait meanwhile. */
  async #reopen(letGo: (old: Database) => Promise<void>): Promise<void> {
    const old = this.#database
    this.#database = undefined
    const exchange = (async () => {
      if (old !== undefined) await letGo(old)
      const folder = folderOf(this.#folder, this.#generation)
      this.#database = await openOrReadOnly(folder, this.#options, this.#telemetry)
    })()
    this.#exchange = exchange
    try {
      await exchange
    } finally {
      if (this.#database !== undefined) this.#exchange = undefined
    }
  }

  async #awaitDatabase(): Promise<Database> {
    if (this.#closed) throw closedError()
    try {
      await this.#exchange
    } catch (error) {
      // An exchange that failed stays: what it failed with is why there is no database.
      if (this.#database === undefined) throw engineError(error, "opening")
    }
    if (this.#database === undefined) throw closedError()
    return this.#database
  }
}

/**
 * Opens what is a prefix of the writes. Where there is no space to open a database for writing, its
 * data can still be read.
 */
export async function openOrReadOnly(
  folder: string,
  options: DatabaseOptions,
  telemetry: Telemetry,
): Promise<Database> {
  const cutOff = await keepPrefix(folder)
  if (cutOff !== undefined) {
    telemetry.warn("engine log lacks a write that was not durable, cut before it", { ...cutOff })
  }
  try {
    return await Database.open(folder, options)
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return await Database.open(folder, options, true)
  }
}

/** An iterator asked for while the database was being opened. */
class LateIterator implements EngineIterator {
  readonly #iterator: Promise<EngineIterator>

  constructor(iterator: Promise<EngineIterator>) {
    this.#iterator = iterator
    // Whoever calls `next` hears of it.
    iterator.catch(() => {})
  }

  async next(bytesMax: number): Promise<readonly KeyValue[]> {
    return (await this.#iterator).next(bytesMax)
  }

  async close(): Promise<void> {
    const iterator = await this.#iterator.catch(() => undefined)
    await iterator?.close()
  }
}

function closedError(): KvError {
  return new KvError("unavailable", "the engine is closed")
}

function diskFull(freeBytes: number, neededBytes: number): KvError {
  return new KvError(
    "disk_full",
    `the disk is full: ${freeBytes} bytes are free, ${neededBytes} are needed; free space`,
  )
}

function bytesOf(writes: Iterable<EngineWrite>): number {
  let bytes = 0
  for (const write of writes) {
    bytes += write.key.length + (write.type === "put" ? write.value.length : 0)
  }
  return bytes
}
