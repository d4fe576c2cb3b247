import { LRUCache } from "lru-cache"
import { assert, type WallMs } from "../../base/index.ts"
import type { Cell, CellWrite, KeyedCell } from "../../core/range/types.ts"
import type { BudgetMember, CacheBudget } from "./cache-budget.ts"
import { parse, recordBytesOf, writeRecord } from "./cell-record.ts"
import { type Placed, RowOrder, type WalkSpan } from "./row-order.ts"
import { type Slab, type SlabEntry, Slabs } from "./slabs.ts"

/**
 * What an entry costs beside its bytes: a key string, the entry, its place in the cache's lists and
 * map and in the order of keys. Measured with values of 256 bytes.
 */
const entryOverheadBytes = 300

/** A cell's record in a slab; without one the key is known to be absent, or a mere place. */
export interface CacheEntry extends SlabEntry, Placed {
  /** 0: never, or absent. */
  readonly expiresAtMs: WallMs
}

/** A row as the engine has it. */
export interface StoredRow {
  readonly key: string
  readonly record: Uint8Array
  readonly expiresAtMs: WallMs
}

/** A run of rows takes at most this share of the cache, so that it does not push itself out. */
const runShare = 1 / 16

/**
 * What the engine holds, as of its last write that ended: rows by key, and stretches of which all
 * rows are here. Least recently used leave first. Bytes live in slabs, many records each: memory of
 * its own costs a small value more than all else that is done with it. All of it together stays
 * within the budget, which others may share. Only reads bring something in: what is written and
 * never read costs nothing.
 */
export class ValueCache implements BudgetMember {
  #budget: CacheBudget | undefined
  readonly #slabs: Slabs
  readonly #bytesMax: number
  /** As the budget knows it. */
  #bytes = 0
  readonly #order = new RowOrder<CacheEntry>()
  readonly #entries: LRUCache<string, CacheEntry> | undefined

  constructor(budget: CacheBudget) {
    const { bytesMax } = budget
    this.#budget = budget
    this.#bytesMax = bytesMax
    this.#slabs = new Slabs(bytesMax)
    // The package takes a size of 0 for none at all.
    if (bytesMax <= 0) return
    budget.join(this)
    this.#entries = new LRUCache<string, CacheEntry>({
      maxSize: bytesMax,
      sizeCalculation: ({ length, key }) => entryOverheadBytes + key.length + length,
      dispose: (entry) => {
        this.#slabs.free(entry)
        this.#order.remove(entry)
      },
    })
  }

  get bytes(): number {
    return this.#bytes
  }

  shed(): number {
    const before = this.#bytes
    this.#entries?.pop()
    this.#bytes = this.#held
    return before - this.#bytes
  }

  /** Nobody asks it any more, nor tells it of anything. */
  close(): void {
    this.#budget?.leave(this)
    this.#budget = undefined
  }

  /** null: known to be absent; undefined: not known. */
  get(key: string): Cell | null | undefined {
    const entry = this.#entries?.get(key)
    if (entry === undefined || entry.kind === "bound") return undefined
    return entry.kind === "absent" ? null : cellOf(entry)
  }

  has(key: string): boolean {
    const entry = this.#entries?.peek(key)
    return entry !== undefined && entry.kind !== "bound"
  }

  /** When the cell expires, 0 for never or absent; undefined: not known. Does not count as use. */
  expiryOf(key: string): WallMs | undefined {
    const entry = this.#entries?.peek(key)
    return entry?.kind === "bound" ? undefined : entry?.expiresAtMs
  }

  /** A read of the engine found this. */
  learn(row: StoredRow): void {
    const { key, record } = row
    if (this.#tooLarge(key, record.length)) return
    this.#put(this.#copied(row))
  }

  /** The engine is known to have no row at this key. */
  excludes(key: string): boolean {
    const entry = this.#order.get(key)
    return entry === undefined ? this.#order.knows(key) : entry.kind === "absent"
  }

  /** A read of the engine found nothing there. */
  learnAbsent(key: string): void {
    this.#put(absentEntry(key))
  }

  /**
   * A read of the engine found these rows from `low` to `high`, in their order, and no others.
   * `high` is one of them, or the place where the read ended: what is there is not known then.
   */
  learnRun(low: string, rows: readonly StoredRow[], high: string): void {
    let bytes = 0
    for (const { key, record } of rows) bytes += entryOverheadBytes + key.length + record.length
    if (bytes > this.#bytesMax * runShare) return
    for (const row of rows) if (!this.has(row.key)) this.#put(this.#copied(row))
    // A row at `low` may have made room for the others: it is not here, and not absent.
    const lowIsRow = rows[0]?.key === low
    if (!lowIsRow && this.#order.get(low) === undefined) this.#put(absentEntry(low))
    if (this.#order.get(high) === undefined) this.#put(boundEntry(high))
    const all = [low, ...rows.map(({ key }) => key), high]
    // Making room for the last ones may have cost the first ones.
    if (all.every((key) => this.#order.get(key) !== undefined)) this.#order.join(low, high)
  }

  /**
   * The engine has this from now on, in place of what there was. What nobody asked for (`wanted`)
   * is let go, unless it has a place here already or lies where all is known. The cell is copied:
   * what was decoded from a log entry is a view that would keep the entry.
   */
  follow(key: string, write: CellWrite, wanted: boolean): void {
    if (this.#entries === undefined) return
    const row = write.type === "put"
    const known = this.#order.get(key) !== undefined || (row && this.#order.knows(key))
    if (known || wanted) this.#put(row ? this.#encoded(key, write) : absentEntry(key))
  }

  /**
   * The rows of a span in order, until `visit` has enough. False: not all that the engine has there
   * is here.
   */
  walk(span: WalkSpan, visit: (cell: KeyedCell) => boolean): boolean {
    const entries = this.#entries
    if (entries === undefined) return false
    return this.#order.walk(span, (entry) => {
      entries.get(entry.key)
      return visit(cellOf(entry))
    })
  }

  /** Nothing is known of a stretch any more. */
  clear(start: string, end: string): void {
    for (const key of this.#order.keys(start, end)) this.#entries?.delete(key)
    this.#order.part(start, end)
    this.#settle()
  }

  #put(entry: CacheEntry): void {
    const { key } = entry
    if (this.#entries === undefined || this.#tooLarge(key, entry.length)) {
      this.#entries?.delete(key)
      this.#order.part(key, key)
    } else {
      this.#slabs.hold(entry)
      this.#order.put(entry)
      this.#entries.set(key, entry)
    }
    this.#settle()
  }

  #settle(): void {
    const bytes = this.#held
    const change = bytes - this.#bytes
    this.#bytes = bytes
    if (change !== 0) this.#budget?.change(this, change)
  }

  /** With what is dead in slabs that live on. */
  get #held(): number {
    const { bytes, liveBytes } = this.#slabs
    return (this.#entries?.calculatedSize ?? 0) + bytes - liveBytes
  }

  #tooLarge(key: string, length: number): boolean {
    return length > this.#bytesMax - entryOverheadBytes - key.length
  }

  #encoded(mapKey: string, { key, cell }: CellWrite & { readonly type: "put" }): CacheEntry {
    const length = recordBytesOf(key, cell.value)
    const slab = this.#slabs.reserve(length)
    writeRecord(slab.bytes, slab.used - length, key, cell)
    return rowEntry(mapKey, slab, length, cell.expiresAtMs)
  }

  #copied({ key, record, expiresAtMs }: StoredRow): CacheEntry {
    const slab = this.#slabs.reserve(record.length)
    slab.bytes.set(record, slab.used - record.length)
    return rowEntry(key, slab, record.length, expiresAtMs)
  }
}

function cellOf({ slab, offset, length }: CacheEntry): KeyedCell {
  const cell = slab === undefined ? undefined : parse(slab.bytes.subarray(offset, offset + length))
  assert(cell !== undefined, "a cached row is no record")
  return cell
}

/** Of the last `length` used bytes of a slab. */
function rowEntry(key: string, slab: Slab, length: number, expiresAtMs: WallMs): CacheEntry {
  const offset = slab.used - length
  return { key, kind: "row", joined: false, slab, offset, length, expiresAtMs }
}

function absentEntry(key: string): CacheEntry {
  return {
    key,
    kind: "absent",
    joined: false,
    slab: undefined,
    offset: 0,
    length: 0,
    expiresAtMs: 0,
  }
}

function boundEntry(key: string): CacheEntry {
  return { ...absentEntry(key), kind: "bound" }
}
