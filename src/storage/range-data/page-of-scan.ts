import { copyBytes, emptyBytes, type Limits, successorOf, type WallMs } from "../../base/index.ts"
import type { KeyedCell, OperationResult, ScanOperation } from "../../core/range/types.ts"
import { isVisible } from "./cell-record.ts"

export type ScanPage = OperationResult & { readonly type: "scan" }

/** One page of a scan in the making: what is visible, until it is full. */
export class PageOfScan {
  /** It has no more cells than this. */
  readonly cellsMax: number
  readonly #operation: ScanOperation
  readonly #bytesMax: number
  readonly #nowMs: WallMs
  readonly #cells: KeyedCell[] = []
  #bytes = 0
  #last = emptyBytes
  /** Where the next page begins. */
  #resumeKey: Uint8Array | undefined

  constructor(operation: ScanOperation, limits: Limits, nowMs: WallMs) {
    this.#operation = operation
    this.#bytesMax = limits.scanPageBytesMax
    this.#nowMs = nowMs
    this.cellsMax = Math.min(operation.limit || Number.MAX_SAFE_INTEGER, limits.scanPageCellsMax)
  }

  /** Takes in the next cells of the walk. True: the page is full, and there is more. */
  add(cells: readonly KeyedCell[]): boolean {
    const { keysOnly, reverse } = this.#operation
    for (const cell of cells) {
      const visible = isVisible(cell, this.#nowMs)
      const full = this.#cells.length >= this.cellsMax || this.#bytes >= this.#bytesMax
      if (visible && full) {
        // In reverse it is the end of the next page: the last key seen, which is not in it.
        this.#resumeKey = reverse ? this.#last : cell.key
        return true
      }
      this.#last = cell.key
      if (!visible) continue
      // A copy: a view would keep its value.
      this.#cells.push(keysOnly ? { ...cell, key: copyBytes(cell.key), value: emptyBytes } : cell)
      this.#bytes += cell.key.length + (keysOnly ? 0 : cell.value.length)
    }
    return false
  }

  /** The page, at the end of the walk or when it is full. */
  end(): ScanPage {
    const resumeKey = this.#resumeKey
    if (resumeKey === undefined) return this.#page(emptyBytes, false)
    return this.#page(copyBytes(resumeKey), true)
  }

  /** The page as it is: all keys up to and with this one are dealt with. */
  endAt(key: Uint8Array): ScanPage {
    const { reverse } = this.#operation
    return this.#page(copyBytes(reverse ? key : successorOf(key)), true)
  }

  #page(resumeKey: Uint8Array, more: boolean): ScanPage {
    return { type: "scan", cells: this.#cells, resumeKey, more }
  }
}

/** The page as who asked for more than the range has is to see it. */
export function upToBorder(page: ScanPage, mine: ScanOperation, asked: ScanOperation): ScanPage {
  const side = asked.reverse ? "start" : "end"
  if (page.more || mine[side] === asked[side]) return page
  return { ...page, more: true, resumeKey: mine[side] }
}
