import { assert, type LogIndex, type RangeId, type Term } from "../../base/index.ts"
import type { EntryId, HardState } from "../../core/raft/types.ts"
import { EntryLocations } from "./entry-locations.ts"
import type { RecoveredRange, TermRun } from "./types.ts"

/**
 * What is in memory of one range's log: its state, the terms of its entries as runs, and where each
 * entry lies. During replay entries right after `start` may be missing, for the segments that held
 * them may be gone because later records compact them away.
 */
export class RangeLog {
  readonly rangeId: RangeId
  hardState: HardState = { term: 0, vote: 0, commit: 0 }
  damageNonce = 0
  /** Records of this range were lost: nothing but its hard state is of use. */
  damaged = false
  #start: EntryId = { index: 0, term: 0 }
  /** The entry before the first that is located; the same as `start` when none is missing. */
  #before: EntryId = this.#start
  #locations = new EntryLocations()
  #runs: TermRun[] = []

  constructor(rangeId: RangeId) {
    this.rangeId = rangeId
  }

  get start(): EntryId {
    return this.#start
  }

  get last(): EntryId {
    const run = this.#runs.at(-1)
    if (run === undefined) return this.#before
    return { index: this.#before.index + this.#locations.count, term: run.term }
  }

  get lastIndex(): LogIndex {
    return this.#before.index + this.#locations.count
  }

  get lastTerm(): Term {
    return this.#runs.at(-1)?.term ?? this.#before.term
  }

  /** First entry whose place is known. */
  get firstLocated(): LogIndex {
    return this.#before.index + 1
  }

  get whole(): boolean {
    return this.#before.index === this.#start.index
  }

  /** Bytes of the records of all entries. */
  get bytes(): number {
    return this.#locations.bytes
  }

  /** The oldest segment that holds an entry; undefined when there is none. */
  get firstSegment(): number | undefined {
    return this.#locations.count === 0 ? undefined : this.#locations.segmentAt(0)
  }

  segmentOf(index: LogIndex): number {
    return this.#locations.segmentAt(this.#position(index))
  }

  offsetOf(index: LogIndex): number {
    return this.#locations.offsetAt(this.#position(index))
  }

  lengthOf(index: LogIndex): number {
    return this.#locations.lengthAt(this.#position(index))
  }

  recovered(): RecoveredRange {
    const { hardState, damageNonce } = this
    const useless = this.damaged || !this.whole
    return {
      hardState,
      start: this.#start,
      terms: useless ? [] : [...this.#runs],
      lastIndex: useless ? this.#start.index : this.lastIndex,
      damageNonce,
    }
  }

  /** Drops everything; the next entry is the one after `start`. */
  beginAnew(start: EntryId): void {
    this.damaged = false
    this.#start = start
    this.#before = start
    this.#locations = new EntryLocations()
    this.#runs = []
  }

  /** Replay met this range in the middle of its life: entries up to `last` are not located. */
  beginInMiddle(start: EntryId, last: EntryId): void {
    this.beginAnew(last)
    this.#start = start
  }

  compactTo(to: EntryId): void {
    if (to.index <= this.#start.index) return
    assert(to.index <= this.lastIndex, "compaction beyond the end of the log")
    this.#start = to
    if (to.index < this.#before.index) return
    this.#locations.dropFirst(to.index - this.#before.index)
    this.#before = to
    while (this.#runEnd(0) <= to.index) this.#runs.shift()
    const first = this.#runs[0]
    if (first !== undefined && first.firstIndex <= to.index) {
      this.#runs[0] = { firstIndex: to.index + 1, term: first.term }
    }
  }

  /** Puts an entry at `index`; those at and after it are gone. */
  put(index: LogIndex, term: Term, segment: number, offset: number, length: number): void {
    assert(index > this.#start.index, "entry at or before the start of the log")
    const { lastIndex } = this
    assert(index <= lastIndex + 1, "entry beyond the end of the log")
    if (index <= lastIndex) this.#truncateFrom(index)
    // Not pushed: an array that grows keeps room for a dozen more, and there is one run as a rule.
    if (this.#runs.at(-1)?.term !== term) {
      this.#runs = this.#runs.concat({ firstIndex: index, term })
    }
    this.#locations.push(segment, offset, length)
  }

  #truncateFrom(index: LogIndex): void {
    while ((this.#runs.at(-1)?.firstIndex ?? 0) >= index) this.#runs.pop()
    if (index <= this.#before.index) {
      // Into what is not located: the entry before is known by its index alone.
      this.#locations = new EntryLocations()
      this.#before = index - 1 === this.#start.index ? this.#start : { index: index - 1, term: 0 }
    } else {
      this.#locations.dropLast(this.lastIndex - index + 1)
    }
  }

  /** Last index of a run; infinity when there is no such run. */
  #runEnd(at: number): LogIndex {
    if (at >= this.#runs.length) return Number.POSITIVE_INFINITY
    return (this.#runs[at + 1]?.firstIndex ?? this.lastIndex + 1) - 1
  }

  #position(index: LogIndex): number {
    const position = index - this.#before.index - 1
    assert(position >= 0 && position < this.#locations.count, "entry is not in the log")
    return position
  }
}
