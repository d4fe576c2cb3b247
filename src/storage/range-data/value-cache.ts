import { LRUCache } from "lru-cache"
import type { WallMs } from "../../base/index.ts"
import type { Cell } from "../../core/range/types.ts"
import { parse } from "./cell-record.ts"
import { type Slab, type SlabEntry, Slabs } from "./slabs.ts"

/**
 * What an entry costs beside its bytes: a key string, the entry, its place in the cache's lists and
 * map, and its share of what is dead in slabs. Measured with values of 256 bytes.
 */
const entryOverheadBytes = 320

/** A cell's record in a slab. Without one the key is known to be absent. */
export interface CacheEntry extends SlabEntry {
  /** `mapKeyOf` the user's key. */
  readonly key: string
  /** 0: never, or absent. */
  readonly expiresAtMs: WallMs
}

/**
 * Cells by key, least recently used leave first. Bytes live in slabs, many records each: memory of
 * its own costs a small value more than all else that is done with it. All of it together stays
 * within `bytesMax`.
 */
export class ValueCache {
  readonly slabs: Slabs
  readonly #bytesMax: number
  readonly #entries: LRUCache<string, CacheEntry> | undefined

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
    this.slabs = new Slabs(bytesMax)
    // The package takes a size of 0 for none at all.
    if (bytesMax <= 0) return
    this.#entries = new LRUCache<string, CacheEntry>({
      maxSize: bytesMax,
      sizeCalculation: ({ length, key }) => entryOverheadBytes + key.length + length,
      dispose: (entry) => this.slabs.free(entry),
    })
  }

  /** null: known to be absent; undefined: not known. */
  get(key: string): Cell | null | undefined {
    const entry = this.#entries?.get(key)
    if (entry === undefined) return undefined
    const { slab, offset, length } = entry
    if (slab === undefined) return null
    return parse(slab.bytes.subarray(offset, offset + length))
  }

  has(key: string): boolean {
    return this.#entries?.has(key) ?? false
  }

  /** When the cell expires, 0 for never or absent; undefined: not known. Does not count as use. */
  expiryOf(key: string): WallMs | undefined {
    return this.#entries?.peek(key)?.expiresAtMs
  }

  /** Keeps what `entryOf` or `absentEntry` made, in place of what there was. */
  put(entry: CacheEntry): void {
    if (this.#entries === undefined) return
    this.slabs.hold(entry)
    this.#entries.set(entry.key, entry)
    // Larger than the whole cache: it was not taken.
    if (entry.length > this.#bytesMax - entryOverheadBytes - entry.key.length) {
      this.slabs.free(entry)
    }
  }

  /** Keeps a copy of a record. */
  putCopy(key: string, record: Uint8Array, expiresAtMs: WallMs): void {
    if (this.#entries === undefined || record.length > this.#bytesMax) return
    const slab = this.slabs.reserve(record.length)
    slab.bytes.set(record, slab.used - record.length)
    this.put(entryOf(key, slab, record.length, expiresAtMs))
  }

  putAbsent(key: string): void {
    this.#entries?.set(key, absentEntry(key))
  }

  clear(): void {
    this.#entries?.clear()
  }
}

/** Of the last `length` used bytes of a slab. */
export function entryOf(key: string, slab: Slab, length: number, expiresAtMs: WallMs): CacheEntry {
  return { key, slab, offset: slab.used - length, length, expiresAtMs }
}

export function absentEntry(key: string): CacheEntry {
  return { key, slab: undefined, offset: 0, length: 0, expiresAtMs: 0 }
}
