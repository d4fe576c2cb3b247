import { assert } from "../../base/index.ts"

const KiB = 1_024
const slabBytesMax = 64 * KiB
const slabBytesMin = 4 * KiB

export interface Slab {
  readonly bytes: Uint8Array
  used: number
  live: number
  /** What was put into it, dead or alive. */
  readonly held: SlabEntry[]
}

/** Some bytes of a slab. Moves to another one when its slab is tidied up. */
export interface SlabEntry {
  /** Undefined: it has no bytes, or none any more. */
  slab: Slab | undefined
  offset: number
  readonly length: number
}

/**
 * Memory for many small byte strings. Space is never written twice, so views stay good for ever; a
 * slab is let go when nothing in it is held any more. What is dead in slabs that live on is at most
 * a third of what is alive, and two slabs. Those are the smaller the less is held: thousands may
 * hold a little each.
 */
export class Slabs {
  readonly #slabBytesMin: number
  readonly #slabBytesMax: number
  /** Slabs with something in them, oldest first. */
  readonly #slabs = new Set<Slab>()
  /** Has room at its end, if any. */
  #current = newSlab(0)
  #bytes = 0
  #liveBytes = 0

  /** `bytesMax`: about what will be held at once. */
  constructor(bytesMax: number) {
    this.#slabBytesMax = Math.min(slabBytesMax, Math.ceil(bytesMax / 32))
    this.#slabBytesMin = Math.min(slabBytesMin, this.#slabBytesMax)
  }

  /** Bytes of all slabs that hold something. */
  get bytes(): number {
    return this.#bytes
  }

  get liveBytes(): number {
    return this.#liveBytes
  }

  /** A slab whose last `length` used bytes are the caller's to fill. Costs nothing unless held. */
  reserve(length: number): Slab {
    let slab = this.#current
    if (slab.bytes.length - slab.used < length) {
      const slabBytes = this.#slabBytes
      // What would leave much of a slab empty gets one of its own.
      const alone = length > slabBytes / 4
      slab = newSlab(alone ? length : slabBytes)
      if (!alone) this.#current = slab
    }
    slab.used += length
    return slab
  }

  hold(entry: SlabEntry): void {
    if (entry.slab === undefined) return
    this.#add(entry, entry.slab)
    this.#tidy()
  }

  free(entry: SlabEntry): void {
    const { slab } = entry
    if (slab === undefined) return
    entry.slab = undefined
    slab.live -= entry.length
    this.#liveBytes -= entry.length
    assert(slab.live >= 0, "a space was freed twice")
    if (slab.live === 0) this.#letGo(slab)
    this.#tidy()
  }

  /** Of the next one: a sixteenth of what is alive. */
  get #slabBytes(): number {
    const bytes = Math.ceil(this.#liveBytes / 16)
    return Math.min(this.#slabBytesMax, Math.max(this.#slabBytesMin, bytes))
  }

  /** Empties the oldest slab when there is too much that is dead: a little work at a time. */
  #tidy(): void {
    if (this.#bytes <= (this.#liveBytes * 4) / 3 + 2 * this.#slabBytes) return
    const [oldest] = this.#slabs
    if (oldest === undefined) return
    if (oldest.live > 0.9 * oldest.bytes.length) {
      this.#slabs.delete(oldest)
      this.#slabs.add(oldest)
      return
    }
    this.#letGo(oldest)
    for (const entry of oldest.held) if (entry.slab === oldest) this.#move(entry, oldest)
    assert(oldest.live === 0, "a slab is thrown away with something alive in it")
  }

  #move(entry: SlabEntry, from: Slab): void {
    const { offset, length } = entry
    const to = this.reserve(length)
    entry.slab = to
    entry.offset = to.used - length
    to.bytes.set(from.bytes.subarray(offset, offset + length), entry.offset)
    this.#add(entry, to)
    from.live -= length
    this.#liveBytes -= length
  }

  #add(entry: SlabEntry, slab: Slab): void {
    if (!this.#slabs.has(slab)) {
      this.#slabs.add(slab)
      this.#bytes += slab.bytes.length
    }
    slab.held.push(entry)
    slab.live += entry.length
    this.#liveBytes += entry.length
  }

  #letGo(slab: Slab): void {
    if (this.#slabs.delete(slab)) this.#bytes -= slab.bytes.length
    if (slab === this.#current) this.#current = newSlab(0)
  }
}

function newSlab(bytes: number): Slab {
  return { bytes: new Uint8Array(bytes), used: 0, live: 0, held: [] }
}
