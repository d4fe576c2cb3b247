import { copyBytes, inSpan, type Limits, mapKeyOf, type WallMs } from "../../base/index.ts"
import type { KeyedCell, ScanOperation } from "../../core/range/types.ts"
import type { EngineIterator } from "../../env/index.ts"
import type { CellReader } from "./cell-record.ts"
import { OrderCheck } from "./image.ts"
import { keyHeadBytes } from "./keys.ts"
import { LaidCells } from "./laid-cells.ts"
import type { Overlay } from "./overlay.ts"
import { PageOfScan, type ScanPage, upToBorder } from "./page-of-scan.ts"
import type { Place } from "./place.ts"
import { endOfAll, type WalkSpan } from "./row-order.ts"
import type { StoredRow } from "./value-cache.ts"

const KiB = 1_024

/**
 * What is expired, and the values of a scan for keys only, are read and not returned: a page ends
 * after this many times its size.
 */
const readPerPageByte = 4
/** Longer runs are not kept in the cache: who reads so much reads it once. */
const rowsKeptMax = 512
const lotBytesMax = 256 * KiB
/** What a cell takes until it is known better. */
const cellBytesGuess = 512

export interface ScanContext {
  readonly place: Place
  readonly overlay: Overlay
  /** Changes when the engine does. */
  readonly epoch: () => number
}

/** Cells of one span, in the order of their keys or in the reverse one. */
class CellWalk {
  readonly #reader: CellReader
  readonly #start: Uint8Array
  readonly #end: Uint8Array
  readonly #order: OrderCheck
  readonly #view: EngineIterator
  readonly #lotBytes: number
  readonly #rowsMax: number
  bytesRead = 0
  cellsRead = 0
  /** The first `rowsMax` cells, and how they are stored. */
  readonly rows: { readonly cell: KeyedCell; readonly record: Uint8Array }[] = []

  constructor(
    place: Place,
    start: Uint8Array,
    end: Uint8Array,
    reverse: boolean,
    { bytesHint, rowsMax }: { readonly bytesHint: number; readonly rowsMax: number },
  ) {
    this.#reader = place.reader
    this.#start = start
    this.#end = end
    this.#order = new OrderCheck(reverse)
    this.#lotBytes = Math.min(lotBytesMax, bytesHint)
    this.#rowsMax = rowsMax
    const span = place.keys.cellSpan(start, end)
    this.#view = place.engine.iterate({ ...span, reverse, valuesOnly: true, bytesHint })
  }

  /** The next cells, empty at the end. Throws KvError `data_loss`. */
  async next(): Promise<readonly KeyedCell[]> {
    const pairs = await this.#view.next(this.#lotBytes)
    return pairs.map(({ value }) => {
      this.bytesRead += keyHeadBytes + value.length
      this.cellsRead += 1
      const cell = this.#reader.read(value, undefined)
      this.#order.next(cell.key)
      // A record at another key than its own would be a cell of another place.
      if (!inSpan(cell.key, this.#start, this.#end)) throw this.#reader.corrupt(cell.key)
      if (this.rows.length < this.#rowsMax) this.rows.push({ cell, record: value })
      return cell
    })
  }

  close(): Promise<void> {
    return this.#view.close()
  }
}

/** Pages of scans: what is visible at a time, of the engine and of what is not in it yet. */
export class Scanner {
  readonly #context: ScanContext
  /** Running mean of what was read, so that a scan of ten reads about ten. */
  #cellBytes = cellBytesGuess

  constructor(context: ScanContext) {
    this.#context = context
  }

  /** A page from memory alone; undefined when not all of it is there. */
  cachedPage(asked: ScanOperation, limits: Limits, nowMs: WallMs): ScanPage | undefined {
    const { cache } = this.#context.place
    const operation = this.#within(asked)
    const page = new PageOfScan(operation, limits, nowMs)
    const span = spanOf(operation)
    const laid = this.#laid(span, page.cellsMax, nowMs)
    let full = false
    const whole = cache.walk(span, (cell) => {
      full = page.add(laid.over([cell]))
      return !full
    })
    if (!whole) return undefined
    if (!full) page.add(laid.rest())
    return upToBorder(page.end(), operation, asked)
  }

  /**
   * A page of what is asked for and here. Throws KvError `data_loss`, and `unavailable` when the
   * engine let go of the view.
   */
  async page(asked: ScanOperation, limits: Limits, nowMs: WallMs): Promise<ScanPage> {
    const operation = this.#within(asked)
    return upToBorder(await this.#page(operation, limits, nowMs), operation, asked)
  }

  async #page(operation: ScanOperation, limits: Limits, nowMs: WallMs): Promise<ScanPage> {
    const { start, end, reverse } = operation
    const span = spanOf(operation)
    const page = new PageOfScan(operation, limits, nowMs)
    const bytesHint = Math.min(limits.scanPageBytesMax, (page.cellsMax + 1) * this.#cellBytes)
    // Slice and view are of one moment: nothing happens between these lines.
    const laid = this.#laid(span, page.cellsMax, nowMs)
    // One more tells that there are too many.
    const hints = { bytesHint, rowsMax: rowsKeptMax + 1 }
    const walk = new CellWalk(this.#context.place, start, end, reverse, hints)
    const epoch = this.#context.epoch()
    try {
      for (;;) {
        const lot = await walk.next()
        const ended = lot.length === 0
        const full = page.add(ended ? laid.rest() : laid.over(lot))
        if (full || ended) {
          if (epoch === this.#context.epoch()) this.#keep(span, walk, ended)
          return page.end()
        }
        const last = lot[lot.length - 1] as KeyedCell
        if (walk.bytesRead >= readPerPageByte * limits.scanPageBytesMax) return page.endAt(last.key)
      }
    } finally {
      this.#learn(walk)
      await walk.close()
    }
  }

  /** The first keys of a span, expired or not. */
  async keysOf(start: Uint8Array, end: Uint8Array, keysMax: number): Promise<Uint8Array[]> {
    const laid = this.#laid(spanOf({ start, end, reverse: false }), keysMax, 0)
    // Whatever it comes by: the cells may be large, and there may be thousands of them.
    const hints = { bytesHint: (keysMax + 1) * this.#cellBytes, rowsMax: 0 }
    const walk = new CellWalk(this.#context.place, start, end, false, hints)
    const keys: Uint8Array[] = []
    try {
      while (keys.length < keysMax) {
        const lot = await walk.next()
        // Copies: a view would keep its value.
        const cells = lot.length === 0 ? laid.rest() : laid.over(lot)
        for (const cell of cells) keys.push(copyBytes(cell.key))
        if (lot.length === 0) break
      }
    } finally {
      this.#learn(walk)
      await walk.close()
    }
    return keys.slice(0, keysMax)
  }

  #within(operation: ScanOperation): ScanOperation {
    return { ...operation, ...this.#context.place.keys.within(operation) }
  }

  /** What the overlay has for a walk that wants so many cells. */
  #laid(span: WalkSpan, cellsMax: number, nowMs: WallMs): LaidCells {
    return new LaidCells(this.#context.overlay.slice(span, cellsMax + 1, nowMs), span.reverse)
  }

  /** The next scan of the same stretch needs no engine. */
  #keep({ start, end, reverse }: WalkSpan, walk: CellWalk, ended: boolean): void {
    if (walk.rows.length === 0 || walk.rows.length > rowsKeptMax) return
    const rows = walk.rows.map(({ cell, record }): StoredRow => {
      return { key: mapKeyOf(cell.key), record, expiresAtMs: cell.expiresAtMs }
    })
    if (reverse) rows.reverse()
    const low = ended || !reverse ? start : (rows[0] as StoredRow).key
    const high = ended || reverse ? end : (rows[rows.length - 1] as StoredRow).key
    if (low < high) this.#context.place.cache.learnRun(low, rows, high)
  }

  #learn({ bytesRead, cellsRead }: CellWalk): void {
    if (cellsRead === 0) return
    this.#cellBytes = Math.ceil(0.9 * this.#cellBytes + (0.1 * bytesRead) / cellsRead)
  }
}

function spanOf({
  start,
  end,
  reverse,
}: Pick<ScanOperation, "start" | "end" | "reverse">): WalkSpan {
  return { start: mapKeyOf(start), end: end.length === 0 ? endOfAll : mapKeyOf(end), reverse }
}
