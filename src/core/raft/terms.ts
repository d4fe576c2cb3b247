import { assert, type LogIndex, type Term } from "../../base/index.ts"
import type { EntryId } from "./types.ts"

/** Entries of one term in a row: from `firstIndex` to the next run. */
export interface TermRun {
  readonly firstIndex: LogIndex
  readonly term: Term
}

/**
 * The term of every entry, as runs: a log of millions of entries has a handful of them, so terms
 * are known without their entries. Runs begin after `start` and their terms never fall.
 */
export class Terms {
  #start: EntryId
  #runs: TermRun[]
  #lastIndex: LogIndex

  constructor(start: EntryId, runs: readonly TermRun[], lastIndex: LogIndex) {
    this.#start = start
    this.#runs = [...runs]
    this.#lastIndex = lastIndex
    this.check()
  }

  get start(): EntryId {
    return this.#start
  }

  get lastIndex(): LogIndex {
    return this.#lastIndex
  }

  get lastTerm(): Term {
    return this.#runs.at(-1)?.term ?? this.#start.term
  }

  /** undefined before the start and after the end. */
  at(index: LogIndex): Term | undefined {
    if (index === this.#start.index) return this.#start.term
    if (index < this.#start.index || index > this.#lastIndex) return undefined
    return this.#runs[this.#runAt(index)]?.term
  }

  push(index: LogIndex, term: Term): void {
    assert(index === this.#lastIndex + 1, "terms are added at the end")
    const { lastTerm } = this
    assert(term >= lastTerm, "terms of a log never fall")
    // Not pushed: an array that grows keeps room for a dozen more, and there is one run as a rule.
    if (this.#runs.length === 0 || term > lastTerm) {
      this.#runs = this.#runs.concat({ firstIndex: index, term })
    }
    this.#lastIndex = index
  }

  /** Drops everything at and after `from`. */
  truncate(from: LogIndex): void {
    assert(from > this.#start.index, "a log is not cut before its start")
    while ((this.#runs.at(-1)?.firstIndex ?? 0) >= from) this.#runs.pop()
    this.#lastIndex = from - 1
  }

  /** Moves the start up to an entry of this log. */
  compact(index: LogIndex): void {
    const term = this.at(index)
    assert(term !== undefined, "a log is compacted at one of its entries")
    const keep = index < this.#lastIndex ? this.#runAt(index + 1) : this.#runs.length
    this.#runs.splice(0, keep)
    const first = this.#runs[0]
    if (first !== undefined) this.#runs[0] = { firstIndex: index + 1, term: first.term }
    this.#start = { index, term }
  }

  /**
   * The last entry at or before `index` whose term is at most `term`: where two logs can meet at
   * best when one has `term` at `index` (rule 6). Term 0 when it lies before the start.
   */
  meeting(index: LogIndex, term: Term): EntryId {
    let meeting = Math.min(index, this.#lastIndex)
    while (meeting > this.#start.index) {
      const run = this.#runs[this.#runAt(meeting)]
      if (run === undefined || run.term <= term) break
      meeting = run.firstIndex - 1
    }
    return { index: meeting, term: this.at(meeting) ?? 0 }
  }

  /** Throws when the runs contradict themselves. */
  check(): void {
    let previous: TermRun = { firstIndex: this.#start.index, term: this.#start.term }
    for (const [at, run] of this.#runs.entries()) {
      assert(run.firstIndex > previous.firstIndex, "runs of terms are in order")
      const grows = at === 0 ? run.term >= previous.term : run.term > previous.term
      assert(grows, "terms of a log never fall")
      assert(run.firstIndex <= this.#lastIndex, "a run of terms has an entry")
      previous = run
    }
    const empty = this.#lastIndex === this.#start.index
    assert(empty === (this.#runs.length === 0), "a log has terms when it has entries")
    const first = this.#runs[0]
    assert(!first || first.firstIndex === this.#start.index + 1, "terms begin after the start")
  }

  /** Position of the run that holds `index`, which is in the log. */
  #runAt(index: LogIndex): number {
    let low = 0
    let high = this.#runs.length - 1
    if (index >= (this.#runs[high]?.firstIndex ?? 0)) return high
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#runs[middle]?.firstIndex ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
}
