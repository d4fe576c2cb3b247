import { assert } from "../../base/index.ts"

const wordsPerEntry = 3
const capacityMin = 4

/**
 * Where the entries of one range lie: segment, offset and length, 12 bytes an entry, in a ring that
 * doubles when full and halves when mostly empty. Positions count from the first entry kept.
 */
export class EntryLocations {
  #words = new Uint32Array(wordsPerEntry * capacityMin)
  #capacity = capacityMin
  #head = 0
  #count = 0
  #bytes = 0

  get count(): number {
    return this.#count
  }

  /** Bytes of all records kept. */
  get bytes(): number {
    return this.#bytes
  }

  push(segment: number, offset: number, length: number): void {
    assert(segment <= 0xffff_ffff && offset <= 0xffff_ffff, "log position beyond 32 bits")
    if (this.#count === this.#capacity) this.#resize(2 * this.#capacity)
    const at = this.#wordOf(this.#count)
    this.#words[at] = segment
    this.#words[at + 1] = offset
    this.#words[at + 2] = length
    this.#count += 1
    this.#bytes += length
  }

  segmentAt(position: number): number {
    return this.#words[this.#wordOf(position)] as number
  }

  offsetAt(position: number): number {
    return this.#words[this.#wordOf(position) + 1] as number
  }

  lengthAt(position: number): number {
    return this.#words[this.#wordOf(position) + 2] as number
  }

  dropFirst(count: number): void {
    assert(count <= this.#count, "dropping more locations than there are")
    for (let i = 0; i < count; i += 1) this.#bytes -= this.lengthAt(i)
    this.#head = (this.#head + count) & (this.#capacity - 1)
    this.#count -= count
    this.#shrink()
  }

  dropLast(count: number): void {
    assert(count <= this.#count, "dropping more locations than there are")
    for (let i = 1; i <= count; i += 1) this.#bytes -= this.lengthAt(this.#count - i)
    this.#count -= count
    this.#shrink()
  }

  #wordOf(position: number): number {
    return wordsPerEntry * ((this.#head + position) & (this.#capacity - 1))
  }

  #shrink(): void {
    let capacity = this.#capacity
    while (capacity > capacityMin && 4 * this.#count < capacity) capacity /= 2
    if (capacity !== this.#capacity) this.#resize(capacity)
  }

  #resize(capacity: number): void {
    const words = new Uint32Array(wordsPerEntry * capacity)
    // The ring may wrap: what lies before its end comes first.
    const beforeWrap = Math.min(this.#count, this.#capacity - this.#head)
    const from = this.#wordOf(0)
    words.set(this.#words.subarray(from, from + wordsPerEntry * beforeWrap))
    const wrapped = wordsPerEntry * (this.#count - beforeWrap)
    words.set(this.#words.subarray(0, wrapped), wordsPerEntry * beforeWrap)
    this.#words = words
    this.#capacity = capacity
    this.#head = 0
  }
}
