import { createRequire } from "node:module"
import { KvError } from "../../base/index.ts"

/**
 * The native half of npm `rocksdb` 5.2.1 (RocksDB 6.17.3), as its JavaScript half uses it. That
 * half is left out because it costs more than the engine: an object with five properties for each
 * write of a batch, a tick of the event loop for each pair of an iterator.
 *
 * It trusts its caller with the life of the process:
 *
 * - nothing may be called before `db_open` called back, nor after `db_close` was called
 * - `iterator_next` must not be called again once it said that it finished, or failed
 * - batches under way at the same time are applied in any order
 * - bytes may be any Uint8Array; they are copied before a call returns
 */
export interface NativeBinding {
  db_init(): DatabaseHandle
  db_open(
    database: DatabaseHandle,
    folder: string,
    options: NativeOpenOptions,
    callback: Callback<void>,
  ): void
  /** Waits for what is under way, and ends iterators that were not. */
  db_close(database: DatabaseHandle, callback: Callback<void>): void
  /** All from one snapshot, taken at the call. Skips empty keys, so there must be none. */
  db_get_many(
    database: DatabaseHandle,
    keys: readonly Uint8Array[],
    options: { readonly asBuffer: true; readonly fillCache: boolean },
    callback: Callback<(Buffer | undefined)[]>,
  ): void
  db_approximate_size(
    database: DatabaseHandle,
    start: Uint8Array,
    end: Uint8Array,
    callback: Callback<number>,
  ): void
  /** Empty where there is no such property. */
  db_get_property(database: DatabaseHandle, property: string): string
  db_compact_range(
    database: DatabaseHandle,
    start: Uint8Array,
    end: Uint8Array,
    callback: Callback<void>,
  ): void
  /** A batch may be cleared and used again once its write called back. Keeps its memory. */
  batch_init(database: DatabaseHandle): BatchHandle
  batch_put(batch: BatchHandle, key: Uint8Array, value: Uint8Array): void
  batch_del(batch: BatchHandle, key: Uint8Array): void
  batch_clear(batch: BatchHandle): void
  /** An empty batch is not written, and so not synced either. */
  batch_write(
    batch: BatchHandle,
    options: { readonly sync: boolean },
    callback: Callback<void>,
  ): void
  /** Takes its snapshot before it returns. Reads blocks without looking at their checksums. */
  iterator_init(database: DatabaseHandle, options: NativeIteratorOptions): IteratorHandle
  /**
   * Calls back with [value n, key n, …, value 1, key 1]: the first call with one pair, later ones
   * with what exceeds `highWaterMark` bytes, at most 1,000 pairs.
   */
  iterator_next(
    iterator: IteratorHandle,
    callback: (error: Error | null, reversed?: (Buffer | string)[], finished?: boolean) => void,
  ): void
  /** Calls back once, and only at the first call. */
  iterator_end(iterator: IteratorHandle, callback: Callback<void>): void
}

/** Sizes are 32 bits: larger ones wrap. */
export interface NativeOpenOptions {
  readonly createIfMissing: boolean
  readonly readOnly: boolean
  /** Snappy. */
  readonly compression: boolean
  readonly cacheSize: number
  readonly writeBufferSize: number
  readonly blockSize: number
  readonly maxOpenFiles: number
}

export interface NativeIteratorOptions {
  readonly gte: Uint8Array
  readonly lt: Uint8Array
  readonly reverse: boolean
  readonly keys: boolean
  readonly keyAsBuffer: boolean
  readonly highWaterMark: number
}

export type Callback<T> = (error: Error | null, result: T) => void

type Handle<Name extends string> = object & { readonly __handle: Name }
export type DatabaseHandle = Handle<"database">
export type BatchHandle = Handle<"batch">
export type IteratorHandle = Handle<"iterator">

let loaded: NativeBinding | undefined

/** Throws KvError `internal` where there is no build for this machine. */
export function nativeBinding(): NativeBinding {
  if (loaded !== undefined) return loaded
  try {
    loaded = createRequire(import.meta.url)("rocksdb/binding.js") as NativeBinding
    return loaded
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new KvError(
      "internal",
      `rocksdb has no build for ${process.platform} ${process.arch}: ` +
        `run "npm rebuild rocksdb --build-from-source" (${reason})`,
    )
  }
}

/** One call of the binding as a promise. */
export function called<T>(call: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, result) => {
      if (error === null || error === undefined) resolve(result)
      else reject(error)
    })
  })
}
