/** A lot has room for so many before anything is known of them. */
const keysAtFirst = 16
/** The last cells of about this number say what the next are like. */
const cellsRemembered = 64
/** Of what is read in the background. */
const lotBytesMax = 1_024 * 1_024

/**
 * How many cells are read as one, so that they weigh about `bytesMax`: nobody knows what a cell
 * weighs before it is read, but those of a range are alike. A lot that turns out heavier says more
 * than all before it, so that the next is not.
 */
export class LotSize {
  readonly #bytesMax: number
  readonly #keysMax: number
  #cells = 1
  #bytes: number

  /** A surprise, values that are larger than all before, is `keysMax` of them in a lot at most. */
  constructor(bytesMax: number, keysMax = 256) {
    this.#bytesMax = bytesMax
    this.#keysMax = keysMax
    this.#bytes = bytesMax / keysAtFirst
  }

  get keys(): number {
    return Math.max(1, Math.floor(this.#bytesMax / this.cellBytes))
  }

  /** What a cell is taken to weigh. */
  get cellBytes(): number {
    return Math.max(this.#bytes / this.#cells, this.#bytesMax / this.#keysMax)
  }

  /** So many cells weighed this much. */
  onRead(cells: number, bytes: number): void {
    const tooHeavy = cells > 1 && bytes > this.#bytesMax
    const kept = tooHeavy ? 0 : Math.min(1, cellsRemembered / this.#cells)
    this.#cells = this.#cells * kept + cells
    this.#bytes = this.#bytes * kept + bytes
  }
}

/** Reads keys that nobody knows much about, lot by lot; `read` says what a lot has weighed. */
export async function readInLots<Key>(
  keys: readonly Key[],
  read: (lot: readonly Key[]) => Promise<number>,
): Promise<void> {
  const size = new LotSize(lotBytesMax)
  for (let at = 0; at < keys.length; ) {
    const lot = keys.slice(at, at + size.keys)
    size.onRead(lot.length, await read(lot))
    at += lot.length
  }
}
