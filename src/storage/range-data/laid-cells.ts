import { compareBytes } from "../../base/index.ts"
import type { CellWrite, KeyedCell } from "../../core/range/types.ts"

/** Lays a slice of the overlay over the cells of a walk in the same order. */
export class LaidCells {
  readonly #slice: readonly CellWrite[]
  readonly #sign: 1 | -1
  #at = 0

  constructor(slice: readonly CellWrite[], reverse: boolean) {
    this.#slice = slice
    this.#sign = reverse ? -1 : 1
  }

  /** The next cells of the walk as they are now, with those of the slice that come before them. */
  over(cells: readonly KeyedCell[]): readonly KeyedCell[] {
    if (this.#at === this.#slice.length) return cells
    const laid: KeyedCell[] = []
    for (const cell of cells) {
      let overwritten = false
      for (; this.#at < this.#slice.length; this.#at += 1) {
        const write = this.#slice[this.#at] as CellWrite
        const order = this.#sign * compareBytes(write.key, cell.key)
        if (order > 0) break
        if (write.type === "put") laid.push({ key: write.key, ...write.cell })
        overwritten ||= order === 0
      }
      if (!overwritten) laid.push(cell)
    }
    return laid
  }

  /** What is left of the slice when the walk has ended. */
  rest(): readonly KeyedCell[] {
    const rest = this.#slice.slice(this.#at)
    this.#at = this.#slice.length
    return rest.flatMap((write) =>
      write.type === "put" ? [{ key: write.key, ...write.cell }] : [],
    )
  }
}
