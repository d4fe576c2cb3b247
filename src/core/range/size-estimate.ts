/** How much a range holds: keys and values as clients gave them. */
export interface RangeSize {
  readonly bytes: number
  readonly keys: number
}

/**
 * Keeps account of a range's size without knowing of each write whether its key was there: some
 * writes, chosen evenly, are looked into and stand for the others. A count of everything, taken now
 * and then, puts it right.
 */
export class SizeEstimate {
  #bytes: number
  #keys: number
  /** What came since the count that is under way saw the data. */
  #bytesSince = 0
  #keysSince = 0

  constructor({ bytes, keys }: RangeSize) {
    this.#bytes = bytes
    this.#keys = keys
  }

  get size(): RangeSize {
    const [bytes, keys] = [this.#bytes, this.#keys].map((sum) => Math.max(0, Math.round(sum)))
    return { bytes: bytes ?? 0, keys: keys ?? 0 }
  }

  /**
   * Bytes of one key before and after a write; undefined: it was, or is, not there. It stands for
   * `weight` writes.
   */
  onSample(beforeBytes: number | undefined, afterBytes: number | undefined, weight: number): void {
    const bytes = weight * ((afterBytes ?? 0) - (beforeBytes ?? 0))
    const keys = weight * (Number(afterBytes !== undefined) - Number(beforeBytes !== undefined))
    this.#bytes += bytes
    this.#keys += keys
    this.#bytesSince += bytes
    this.#keysSince += keys
  }

  /** A count begins: it sees the data as it is now. */
  onCountBegun(): void {
    this.#bytesSince = 0
    this.#keysSince = 0
  }

  onCounted({ bytes, keys }: RangeSize): void {
    this.#bytes = bytes + this.#bytesSince
    this.#keys = keys + this.#keysSince
  }
}
