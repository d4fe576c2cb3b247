import { assert, type LogIndex } from "../../base/index.ts"
import type { Entry } from "./types.ts"

/** What an entry costs beside its data, on the wire and in memory, roughly. */
const entryOverheadBytes = 48

/** Bytes that an entry counts for in every bound of this folder. */
export function entryBytes(entry: Entry): number {
  return bytesCounted(entry.data)
}

/** As `entryBytes`, of the entry that this data will be. */
export function bytesCounted(data: Uint8Array): number {
  return data.length + entryOverheadBytes
}

/** The end of the log, in memory: entries in a row, taken off the front when there are too many. */
export class EntryCache {
  #entries: Entry[] = []
  /** Those before this position are dropped; cut off now and then. */
  #head = 0
  #bytes = 0
  #nextIndex: LogIndex

  constructor(nextIndex: LogIndex) {
    this.#nextIndex = nextIndex
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The first entry held; where the next would go when there is none. */
  get firstIndex(): LogIndex {
    return this.#nextIndex - (this.#entries.length - this.#head)
  }

  get nextIndex(): LogIndex {
    return this.#nextIndex
  }

  push(entry: Entry): void {
    assert(entry.index === this.#nextIndex, "cached entries are in a row")
    this.#entries.push(entry)
    this.#bytes += entryBytes(entry)
    this.#nextIndex += 1
  }

  at(index: LogIndex): Entry | undefined {
    const position = index - this.firstIndex
    return position < 0 ? undefined : this.#entries[this.#head + position]
  }

  /** Entries of [from, to), at least one if there is one, then as many as fit into `bytesMax`. */
  slice(from: LogIndex, to: LogIndex, bytesMax = Number.POSITIVE_INFINITY): Entry[] {
    assert(from >= this.firstIndex, "entries are in memory")
    const begin = this.#head + (from - this.firstIndex)
    const limit = Math.min(this.#entries.length, begin + (to - from))
    let end = limit
    if (bytesMax !== Number.POSITIVE_INFINITY) {
      let bytes = 0
      for (end = begin; end < limit; end += 1) {
        bytes += entryBytes(this.#entries[end] as Entry)
        if (bytes > bytesMax && end > begin) break
      }
    }
    return this.#entries.slice(begin, end)
  }

  /** Drops everything at and after `from`; nothing is left when that was not held. */
  truncate(from: LogIndex): void {
    if (from <= this.firstIndex) this.clear(from)
    while (this.#nextIndex > from) {
      this.#bytes -= entryBytes(this.#entries.pop() as Entry)
      this.#nextIndex -= 1
    }
  }

  clear(nextIndex: LogIndex): void {
    this.#entries = []
    this.#head = 0
    this.#bytes = 0
    this.#nextIndex = nextIndex
  }

  /** Drops from the front up to and with `index` while more than `bytesMax` is held. */
  trim(index: LogIndex, bytesMax: number): void {
    while (this.#bytes > bytesMax && this.firstIndex <= index) {
      const head = this.#entries[this.#head]
      if (head === undefined) break
      this.#bytes -= entryBytes(head)
      this.#head += 1
    }
    if (this.#head === 0) return
    if (this.#head === this.#entries.length) this.clear(this.#nextIndex)
    else if (this.#head > 256 && this.#head * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#head)
      this.#head = 0
    }
  }
}
