import { setImmediate as breath } from "node:timers/promises"
import { assert } from "../../base/index.ts"
import type { EngineIterator, EngineRange, EngineWrite } from "../../env/index.ts"
import {
  type BatchHandle,
  called,
  type DatabaseHandle,
  type NativeBinding,
  nativeBinding,
} from "./binding.ts"
import { engineError } from "./errors.ts"
import { DatabaseIterator } from "./iterator.ts"
import { durableMarkOf } from "./wal.ts"

const KiB = 1_024
const MiB = 1_024 * KiB

/** Small values are read one at a time: a larger block costs every read more than it saves. */
const blockBytes = 4 * KiB
const openFilesMax = 1_000
/** A cell is encoded and handed over in 3 µs; after so many others have their turn. */
const writesPerBreath = 128
/** A batch keeps the memory of its largest write; beyond this it is given back. */
const batchBytesKept = 4 * MiB

export interface DatabaseOptions {
  readonly cacheBytes: number
  readonly writeBufferBytes: number
}

/** One open RocksDB. Errors of its calls are KvErrors. */
export class Database {
  readonly folder: string
  readonly readOnly: boolean
  readonly #binding: NativeBinding
  readonly #handle: DatabaseHandle
  readonly #durableMark: Uint8Array | undefined
  readonly #iterators = new Set<DatabaseIterator>()
  #batch: BatchHandle
  #open = true

  private constructor(
    binding: NativeBinding,
    folder: string,
    readOnly: boolean,
    handle: DatabaseHandle,
    durableMark: Uint8Array | undefined,
  ) {
    this.folder = folder
    this.readOnly = readOnly
    this.#binding = binding
    this.#handle = handle
    this.#durableMark = durableMark
    this.#batch = binding.batch_init(handle)
  }

  /** Creates what is missing, unless it is opened read-only: then nothing at all is written. */
  static async open(folder: string, options: DatabaseOptions, readOnly = false): Promise<Database> {
    const sizes = [options.cacheBytes, options.writeBufferBytes]
    assert(
      sizes.every((bytes) => Number.isInteger(bytes) && bytes > 0 && bytes < 2 ** 32),
      "engine sizes must be from 1 to 2^32 - 1 bytes",
    )
    const binding = nativeBinding()
    const handle = binding.db_init()
    const native = {
      createIfMissing: !readOnly,
      readOnly,
      compression: true,
      cacheSize: options.cacheBytes,
      writeBufferSize: options.writeBufferBytes,
      blockSize: blockBytes,
      maxOpenFiles: openFilesMax,
    }
    try {
      await called<void>((done) => binding.db_open(handle, folder, native, done))
    } catch (error) {
      throw engineError(error, "opening")
    }
    return new Database(binding, folder, readOnly, handle, await durableMarkOf(folder))
  }

  async getMany(keys: readonly Uint8Array[]): Promise<readonly (Buffer | undefined)[]> {
    assert(this.#open, "the database is closed")
    assert(
      keys.every((key) => key.length > 0),
      "the engine takes no empty keys",
    )
    if (keys.length === 0) return []
    try {
      return await called((done) => this.#binding.db_get_many(this.#handle, keys, getOptions, done))
    } catch (error) {
      throw engineError(error, "reading")
    }
  }

  /** The caller awaits one write before it begins another, or closes. */
  async write(writes: Iterable<EngineWrite>, sync: boolean): Promise<void> {
    assert(this.#open, "the database is closed")
    const binding = this.#binding
    const batch = this.#batch
    binding.batch_clear(batch)
    let bytes = 0
    let count = 0
    for (const write of writes) {
      if (count > 0 && count % writesPerBreath === 0) {
        await breath()
        assert(this.#open, "the database was closed under a write")
      }
      bytes += this.#add(batch, write)
      count += 1
    }
    if (count === 0) {
      if (!sync) return
      // What is empty is not synced; the deletion of a key that nobody has syncs all before it.
      binding.batch_del(batch, nobodysKey)
    }
    try {
      await called<void>((done) => binding.batch_write(batch, sync ? synced : unsynced, done))
    } catch (error) {
      throw engineError(error, "writing")
    } finally {
      if (bytes > batchBytesKept) this.#batch = binding.batch_init(this.#handle)
    }
  }

  /** Says in the log that what was written so far is durable. Follows each synced write. */
  async markDurable(): Promise<void> {
    if (this.#durableMark === undefined) return
    await this.write([{ type: "del", key: this.#durableMark }], false)
  }

  /** Returns the bytes of the write. */
  #add(batch: BatchHandle, write: EngineWrite): number {
    assert(write.key.length > 0, "the engine takes no empty keys")
    if (write.type === "put") {
      this.#binding.batch_put(batch, write.key, write.value)
      return write.key.length + write.value.length
    }
    this.#binding.batch_del(batch, write.key)
    return write.key.length
  }

  /** Whether a write goes through; this one changes nothing. */
  async takesWrites(): Promise<boolean> {
    if (this.readOnly) return true
    try {
      await this.write([{ type: "del", key: nobodysKey }], false)
      return true
    } catch {
      return false
    }
  }

  iterate(range: EngineRange): EngineIterator {
    assert(this.#open, "the database is closed")
    const iterator = new DatabaseIterator(this.#binding, this.#handle, range, {
      iterate: (other) => this.iterate(other),
      onClose: () => this.#iterators.delete(iterator),
    })
    this.#iterators.add(iterator)
    return iterator
  }

  async approximateBytes(range: EngineRange): Promise<number> {
    assert(this.#open, "the database is closed")
    try {
      return await called((done) =>
        this.#binding.db_approximate_size(this.#handle, range.gte, range.lt, done),
      )
    } catch (error) {
      throw engineError(error, "reading")
    }
  }

  /** How often a flush or a compaction failed since the database was opened. */
  get backgroundFailures(): number {
    return this.#numberOf("rocksdb.background-errors")
  }

  /** Bytes of the files that hold it, what is in memory apart. */
  get tableBytes(): number {
    return this.#numberOf("rocksdb.total-sst-files-size")
  }

  #numberOf(property: string): number {
    return this.#open ? Number(this.#binding.db_get_property(this.#handle, property)) : 0
  }

  async compact(range: EngineRange): Promise<void> {
    assert(this.#open, "the database is closed")
    try {
      await called<void>((done) =>
        this.#binding.db_compact_range(this.#handle, range.gte, range.lt, done),
      )
    } catch (error) {
      throw engineError(error, "reading")
    }
  }

  /** As closed for its users, and for ever open: whoever calls this keeps it from the collector. */
  abandon(): this {
    this.#open = false
    for (const iterator of this.#iterators) iterator.letGo()
    this.#iterators.clear()
    return this
  }

  /** Lets what is under way end. Iterators that are still open fail from here on. */
  async close(): Promise<void> {
    assert(this.#open, "the database is closed already")
    this.#open = false
    for (const iterator of this.#iterators) iterator.letGo()
    this.#iterators.clear()
    try {
      await called<void>((done) => this.#binding.db_close(this.#handle, done))
    } catch (error) {
      throw engineError(error, "writing")
    }
  }
}

const getOptions = { asBuffer: true, fillCache: true } as const
const synced = { sync: true }
const unsynced = { sync: false }
const nobodysKey = new Uint8Array([0])
