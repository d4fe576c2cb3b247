import { assert, type LogIndex, type Term } from "../../base/index.ts"
import { EntryCache } from "./entry-cache.ts"
import { type TermRun, Terms } from "./terms.ts"
import type { Entry, EntryId } from "./types.ts"

/** A ready that is being made durable, and how much of its entries still counts. */
interface Write {
  readonly ready: number
  lastIndex: LogIndex
}

/** The check looks at this many of the last entries: it runs after every step. */
const checkedEntries = 8

interface LogOptions {
  readonly start: EntryId
  readonly runs: readonly TermRun[]
  readonly lastIndex: LogIndex
  readonly cachedBytesMax: number
}

/**
 * The log as Raft sees it: terms of all entries, the entries of its end, and how far the disk is.
 *
 *     start ≤ persistedIndex ≤ writtenIndex ≤ lastIndex
 *
 * Entries after `writtenIndex` go out with the next ready; those up to `persistedIndex` are durable
 * and may leave memory. An acknowledgement of a write counts only for entries of it that were not
 * replaced since (rule 15).
 */
export class Log {
  readonly #terms: Terms
  readonly #cache: EntryCache
  readonly #cachedBytesMax: number
  #persistedIndex: LogIndex
  #writtenIndex: LogIndex
  #writes: Write[] = []
  /** Configuration entries that came by, in order. */
  #configs: LogIndex[] = []
  /** Of entries found on disk up to here it is not known what they are. */
  #unknownThrough: LogIndex
  /** But for these, which were looked at since. */
  #lookedAt = { after: 0, through: 0 }

  constructor({ start, runs, lastIndex, cachedBytesMax }: LogOptions) {
    this.#terms = new Terms(start, runs, lastIndex)
    this.#cache = new EntryCache(lastIndex + 1)
    this.#cachedBytesMax = cachedBytesMax
    this.#persistedIndex = lastIndex
    this.#writtenIndex = lastIndex
    this.#unknownThrough = lastIndex
  }

  get start(): EntryId {
    return this.#terms.start
  }

  get lastIndex(): LogIndex {
    return this.#terms.lastIndex
  }

  get last(): EntryId {
    return { index: this.#terms.lastIndex, term: this.#terms.lastTerm }
  }

  get persistedIndex(): LogIndex {
    return this.#persistedIndex
  }

  get hasUnwritten(): boolean {
    return this.#writtenIndex < this.lastIndex
  }

  get hasUnpersisted(): boolean {
    return this.#persistedIndex < this.lastIndex
  }

  /** The first entry in memory; after the last one when there is none. */
  get cachedFrom(): LogIndex {
    return this.#cache.firstIndex
  }

  get cachedBytes(): number {
    return this.#cache.bytes
  }

  termAt(index: LogIndex): Term | undefined {
    return this.#terms.at(index)
  }

  matches({ index, term }: EntryId): boolean {
    return this.#terms.at(index) === term
  }

  meeting(index: LogIndex, term: Term): EntryId {
    return this.#terms.meeting(index, term)
  }

  /** Adds entries in a row after the last one. */
  append(entries: readonly Entry[], from = 0): void {
    for (let at = from; at < entries.length; at += 1) {
      const entry = entries[at] as Entry
      this.#terms.push(entry.index, entry.term)
      this.#cache.push(entry)
      if (entry.kind === "config") this.#configs.push(entry.index)
    }
  }

  /** Drops everything at and after `from`: a leader has other entries there. */
  truncate(from: LogIndex): void {
    this.#terms.truncate(from)
    this.#cache.truncate(from)
    this.#persistedIndex = Math.min(this.#persistedIndex, from - 1)
    this.#writtenIndex = Math.min(this.#writtenIndex, from - 1)
    for (const write of this.#writes) write.lastIndex = Math.min(write.lastIndex, from - 1)
    while ((this.#configs.at(-1) ?? 0) >= from) this.#configs.pop()
    this.#unknownThrough = Math.min(this.#unknownThrough, from - 1)
    this.#lookedAt.through = Math.min(this.#lookedAt.through, from - 1)
  }

  /** Entries that the next ready must make durable. They count as written from now on. */
  takeUnwritten(ready: number): readonly Entry[] {
    if (!this.hasUnwritten) return []
    const entries = this.#cache.slice(this.#writtenIndex + 1, this.lastIndex + 1)
    this.#writtenIndex = this.lastIndex
    this.#writes.push({ ready, lastIndex: this.lastIndex })
    return entries
  }

  /** The ready with this number is durable, and so is every one before it. */
  persisted(ready: number): void {
    const write = this.#writes[0]
    if (write === undefined || write.ready > ready) return
    assert(write.ready === ready, "writes are acknowledged in their order")
    this.#writes.shift()
    // Lets go of the room that it had.
    if (this.#writes.length === 0) this.#writes = []
    assert(write.lastIndex <= this.#writtenIndex, "what was replaced is not acknowledged (rule 15)")
    this.#persistedIndex = Math.max(this.#persistedIndex, write.lastIndex)
  }

  /** Entries of [from, to) if they are in memory, as many as fit; undefined if they are not. */
  cached(from: LogIndex, to: LogIndex, bytesMax: number): readonly Entry[] | undefined {
    return from < this.#cache.firstIndex ? undefined : this.#cache.slice(from, to, bytesMax)
  }

  cachedEntry(index: LogIndex): Entry | undefined {
    return this.#cache.at(index)
  }

  /**
   * Forgets durable entries: those up to `done`, that nobody is likely to want again, but for the
   * last `bytesKept`; and those up to `index` where memory holds too many all the same.
   */
  trim(index: LogIndex, done: LogIndex, bytesKept: number): void {
    if (this.#cache.bytes <= bytesKept) return
    this.#cache.trim(Math.min(done, this.#persistedIndex), bytesKept)
    this.#cache.trim(Math.min(index, this.#persistedIndex), this.#cachedBytesMax)
  }

  /** Whether one of the entries in (after, through] may change the configuration. */
  mayHoldConfig(after: LogIndex, through: LogIndex): boolean {
    if (this.knownThrough(after) < Math.min(through, this.#unknownThrough)) return true
    return this.#configs.some((index) => index > after && index <= through)
  }

  /** Of entries found on disk after `after` it is known up to here what they are. */
  knownThrough(after: LogIndex): LogIndex {
    const { after: first, through } = this.#lookedAt
    return first <= after ? Math.max(after, through) : after
  }

  /** Entries that follow `after` were read from disk: now it is known what they are. */
  lookAt(after: LogIndex, entries: readonly Entry[]): void {
    const known = this.knownThrough(after)
    const fresh = entries.filter((entry) => entry.index > known && this.matches(entry))
    if (fresh[0]?.index !== known + 1) return
    const configs = fresh.filter(({ kind }) => kind === "config").map(({ index }) => index)
    const through = fresh.at(-1)?.index ?? known
    // What came by since the start is known already, and comes after all that was found on disk.
    const later = this.#configs.filter((index) => index > through)
    const earlier = this.#configs.filter((index) => index <= known)
    this.#configs = [...earlier, ...configs, ...later]
    this.#lookedAt = { after: known > after ? this.#lookedAt.after : after, through }
  }

  /** Of the changes of the configuration up to `through` the last but one; 0: none is known. */
  configBeforeLast(through: LogIndex): LogIndex {
    const last = this.#configs.findLastIndex((index) => index <= through)
    return this.#configs[last - 1] ?? 0
  }

  /** The prefix up to and with `index`, applied and durable as data, is gone from disk. */
  compact(index: LogIndex): void {
    this.#terms.compact(index)
    this.#cache.trim(index, 0)
    this.#persistedIndex = Math.max(this.#persistedIndex, index)
    this.#writtenIndex = Math.max(this.#writtenIndex, index)
    while ((this.#configs[0] ?? Number.POSITIVE_INFINITY) <= index) this.#configs.shift()
  }

  /** Throws when the log contradicts itself. */
  check(): void {
    this.#terms.check()
    assert(this.start.index <= this.#persistedIndex, "the start of the log is durable")
    assert(this.#persistedIndex <= this.#writtenIndex, "what is durable was written")
    assert(this.#writtenIndex <= this.lastIndex, "what was written is in the log")
    assert(this.#cache.nextIndex === this.lastIndex + 1, "the cache ends where the log ends")
    assert(this.#cache.firstIndex > this.start.index, "the cache is inside the log")
    assert(
      this.#cache.firstIndex <= this.#persistedIndex + 1,
      "entries that are not durable are in memory",
    )
    const from = Math.max(this.#cache.firstIndex, this.lastIndex - checkedEntries)
    for (let index = from; index <= this.lastIndex; index += 1) {
      const entry = this.#cache.at(index)
      assert(entry?.index === index, "the cache holds what it says")
      assert(entry.term === this.termAt(index), "entries and terms agree")
    }
  }
}
