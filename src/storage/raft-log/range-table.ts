import { assert, type LogIndex, type RangeId, type Term } from "../../base/index.ts"
import {
  firstBodyOffset,
  logItself,
  type RecordVisitor,
  type StateRecord,
  visitRecords,
} from "./format.ts"
import { RangeLog } from "./range-log.ts"

/** Told of a range whose records don't fit together. */
export type ReportMisfit = (rangeId: RangeId, what: string, segment: number, offset: number) => void

/**
 * All ranges of the log, as the records make them. Replay at open and append share this one way
 * from bytes to memory, so memory is always what a replay of the disk would give.
 */
export class RangeTable implements RecordVisitor {
  readonly #ranges = new Map<RangeId, RangeLog>()
  readonly #reportMisfit: ReportMisfit
  /** Variant skip-damaged-records: misfits are passed over as if never written. */
  readonly #passOver: boolean
  #segment = 0
  #bodyOffset = 0
  #damageSeen = false
  #entriesFreed = false
  /** No record was ever met, nor damage that may have been one. */
  #blank = true
  /** Damage may have swallowed ranges of which nothing else is left: no list of all came after. */
  #unattributed = false

  constructor(options: { readonly reportMisfit: ReportMisfit; readonly passOver: boolean }) {
    this.#reportMisfit = options.reportMisfit
    this.#passOver = options.passOver
  }

  get blank(): boolean {
    return this.#blank
  }

  /** Damage may have swallowed a range that this table does not know. */
  get unattributed(): boolean {
    return this.#unattributed
  }

  /** Some range has lost records; false again once each of them began anew. */
  get damaged(): boolean {
    if (this.#unattributed) return true
    for (const range of this.#ranges.values()) if (range.damaged) return true
    return false
  }

  /** Whether some range let go of entries since this was asked last. */
  takeEntriesFreed(): boolean {
    const freed = this.#entriesFreed
    this.#entriesFreed = false
    return freed
  }

  get(rangeId: RangeId): RangeLog | undefined {
    return this.#ranges.get(rangeId)
  }

  /** By range id, for what goes to disk must not depend on the order of arrival. */
  get sorted(): readonly RangeLog[] {
    return [...this.#ranges.values()].sort((left, right) => left.rangeId - right.rangeId)
  }

  /** The oldest segment that a range still needs; undefined when none needs any. */
  get oldestSegment(): number | undefined {
    if (this.damaged) return 0
    let oldest: number | undefined
    for (const range of this.#ranges.values()) {
      const first = range.firstSegment
      if (first !== undefined && (oldest === undefined || first < oldest)) oldest = first
    }
    return oldest
  }

  /** Takes in the records of a batch, which lie at `offset` of a segment. */
  apply(segment: number, records: Uint8Array, offset: number): void {
    this.#segment = segment
    this.#bodyOffset = offset
    if (records.length > 0) this.#blank = false
    // The first batch of a segment lists every range, or says that it can't.
    if (offset === firstBodyOffset) this.#unattributed = false
    visitRecords(records, offset, this)
  }

  /** Replay: records between the last batch and the next are lost. */
  noteDamage(): void {
    this.#blank = false
    if (this.#passOver) return
    this.#damageSeen = true
    this.#unattributed = true
    for (const range of this.#ranges.values()) range.damaged = true
  }

  /** Replay came to its end: what has not turned up by now is missing. */
  endReplay(): void {
    for (const range of this.sorted) {
      if (range.damaged || range.whole) continue
      const missing = `entries ${range.start.index + 1} to ${range.firstLocated - 1} are missing`
      this.#misfit(range, missing, this.#bodyOffset)
    }
  }

  state(record: StateRecord): void {
    if (record.rangeId === logItself) {
      this.#unattributed = record.damageNonce !== 0
      return
    }
    if (record.gone) {
      this.#ranges.delete(record.rangeId)
      this.#entriesFreed = true
      return
    }
    const range = this.#ranges.get(record.rangeId) ?? this.#meet(record)
    if (record.beginsAnew) {
      range.beginAnew(record.start)
      this.#entriesFreed = true
    } else if (!range.damaged) {
      const { index, term } = record.last
      if (range.lastIndex !== index || range.lastTerm !== term) {
        this.#misfit(range, "the log does not end where its state says", this.#bodyOffset)
      } else if (record.start.index > range.start.index) {
        range.compactTo(record.start)
        this.#entriesFreed = true
      }
    }
    range.hardState = record.hardState
    range.damageNonce = record.damageNonce
  }

  entry(rangeId: RangeId, index: LogIndex, term: Term, offset: number, length: number): void {
    const range = this.#ranges.get(rangeId) ?? this.#open(rangeId, true)
    if (range.damaged) return
    if (index <= range.start.index || index > range.lastIndex + 1) {
      this.#misfit(range, `entry ${index} does not fit into the log`, offset)
    } else {
      range.put(index, term, this.#segment, offset, length)
    }
  }

  /** First sight of a range: at its birth, or where the oldest segment left lists it. */
  #meet(record: StateRecord): RangeLog {
    const range = this.#open(record.rangeId, this.#damageSeen)
    range.beginInMiddle(record.start, record.last)
    range.damaged = this.#damageSeen
    return range
  }

  #open(rangeId: RangeId, damaged: boolean): RangeLog {
    const range = new RangeLog(rangeId)
    range.damaged = damaged && !this.#passOver
    this.#ranges.set(rangeId, range)
    return range
  }

  #misfit(range: RangeLog, what: string, offset: number): void {
    if (this.#passOver) return
    assert(this.#segment > 0, "a misfit before the first batch")
    range.damaged = true
    this.#reportMisfit(range.rangeId, what, this.#segment, offset)
  }
}
