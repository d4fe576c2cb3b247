/** A surprise, values that are larger than all before, is so many of them in each lot at most. */
const keysMax = 256
/** A lot has room for so many before anything is known of them. */
const keysAtFirst = 16
/** The last cells of about this number say what the next are like. */
const cellsRemembered = 64

/**
 * How many cells are read as one, so that they weigh about `bytesMax`: nobody knows what a cell
 * weighs before it is read, but those of a range are alike. A lot that turns out heavier says more
 * than all before it, so that the next is not.
 */
export class LotSize {
  readonly #bytesMax: number
  #cells = 1
  #bytes: number

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
    this.#bytes = bytesMax / keysAtFirst
  }

  get keys(): number {
    return Math.max(1, Math.floor(this.#bytesMax / this.cellBytes))
  }

  /** What a cell is taken to weigh. */
  get cellBytes(): number {
    return Math.max(this.#bytes / this.#cells, this.#bytesMax / keysMax)
  }

  /** So many cells weighed this much. */
  onRead(cells: number, bytes: number): void {
    const tooHeavy = cells > 1 && bytes > this.#bytesMax
    const kept = tooHeavy ? 0 : Math.min(1, cellsRemembered / this.#cells)
    this.#cells = this.#cells * kept + cells
    this.#bytes = this.#bytes * kept + bytes
  }
}
