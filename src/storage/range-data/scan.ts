import {
  compareBytes,
  copyBytes,
  emptyBytes,
  type Limits,
  successorOf,
  type WallMs,
} from "../../base/index.ts"
import type { KeyedCell, OperationResult, ScanOperation } from "../../core/range/types.ts"
import type { Engine, EngineIterator } from "../../env/index.ts"
import type { CellReader } from "./cell-record.ts"
import { OrderCheck } from "./image.ts"
import { keyHeadBytes, type RangeKeys } from "./keys.ts"

const KiB = 1_024

/** What is expired, and the values of a scan for keys only, are read and not returned: a page ends
 * after this many times its size. */
const readPerPageByte = 4
const lotBytesMax = 256 * KiB
/** What a cell takes until it is known better. */
const cellBytesGuess = 512

export interface ScanContext {
  readonly engine: Engine
  readonly keys: RangeKeys
  readonly reader: CellReader
}

type ScanPage = OperationResult & { readonly type: "scan" }

/** Cells of one span, in the order of their keys or in the reverse one. */
class CellWalk {
  readonly #reader: CellReader
  readonly #start: Uint8Array
  readonly #end: Uint8Array
  readonly #order: OrderCheck
  readonly #view: EngineIterator
  readonly #lotBytes: number
  bytesRead = 0
  cellsRead = 0

  constructor(
    context: ScanContext,
    start: Uint8Array,
    end: Uint8Array,
    reverse: boolean,
    bytesHint: number,
  ) {
    this.#reader = context.reader
    this.#start = start
    this.#end = end
    this.#order = new OrderCheck(reverse)
    this.#lotBytes = Math.min(lotBytesMax, bytesHint)
    const span = context.keys.cellSpan(start, end)
    this.#view = context.engine.iterate({ ...span, reverse, valuesOnly: true, bytesHint })
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
      if (!this.#inSpan(cell.key)) throw this.#reader.corrupt(cell.key)
      return cell
    })
  }

  close(): Promise<void> {
    return this.#view.close()
  }

  #inSpan(key: Uint8Array): boolean {
    if (compareBytes(key, this.#start) < 0) return false
    return this.#end.length === 0 || compareBytes(key, this.#end) < 0
  }
}

/** One page of a scan: what is visible at `nowMs`. */
export class Scanner {
  readonly #context: ScanContext
  /** Running mean of what was read, so that a scan of ten reads about ten. */
  #cellBytes = cellBytesGuess

  constructor(context: ScanContext) {
    this.#context = context
  }

  /** Throws KvError `data_loss`, and `unavailable` when the engine let go of the view. */
  async page(operation: ScanOperation, limits: Limits, nowMs: WallMs): Promise<ScanPage> {
    const { start, end, reverse, keysOnly } = operation
    const countMax = Math.min(operation.limit || Number.MAX_SAFE_INTEGER, limits.scanPageCellsMax)
    const wanted = Math.min(limits.scanPageBytesMax, (countMax + 1) * this.#cellBytes)
    const walk = new CellWalk(this.#context, start, end, reverse, wanted)
    const cells: KeyedCell[] = []
    let bytes = 0
    let last = emptyBytes
    try {
      for (;;) {
        const lot = await walk.next()
        if (lot.length === 0) return { type: "scan", cells, resumeKey: emptyBytes, more: false }
        for (const cell of lot) {
          const visible = cell.expiresAtMs === 0 || cell.expiresAtMs > nowMs
          const full = cells.length >= countMax || bytes >= limits.scanPageBytesMax
          if (visible && full) return morePage(cells, reverse ? last : cell.key)
          last = cell.key
          if (!visible) continue
          cells.push(keysOnly ? { ...cell, key: copyBytes(cell.key), value: emptyBytes } : cell)
          bytes += cell.key.length + (keysOnly ? 0 : cell.value.length)
        }
        if (walk.bytesRead >= readPerPageByte * limits.scanPageBytesMax) {
          return morePage(cells, reverse ? last : successorOf(last))
        }
      }
    } finally {
      this.#learn(walk)
      await walk.close()
    }
  }

  /** The first keys of a span, expired or not. */
  async keysOf(start: Uint8Array, end: Uint8Array, keysMax: number): Promise<Uint8Array[]> {
    const walk = new CellWalk(this.#context, start, end, false, (keysMax + 1) * this.#cellBytes)
    const keys: Uint8Array[] = []
    try {
      while (keys.length < keysMax) {
        const lot = await walk.next()
        if (lot.length === 0) break
        // Copies: a view would keep its value.
        for (const cell of lot) keys.push(copyBytes(cell.key))
      }
    } finally {
      this.#learn(walk)
      await walk.close()
    }
    return keys.slice(0, keysMax)
  }

  #learn({ bytesRead, cellsRead }: CellWalk): void {
    if (cellsRead === 0) return
    this.#cellBytes = Math.ceil(0.9 * this.#cellBytes + (0.1 * bytesRead) / cellsRead)
  }
}

/** In reverse the resume key is the end of the next page: the last key seen, which is not in it. */
function morePage(cells: readonly KeyedCell[], resumeKey: Uint8Array): ScanPage {
  return { type: "scan", cells, resumeKey: copyBytes(resumeKey), more: true }
}
