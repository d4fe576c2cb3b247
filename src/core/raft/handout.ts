import { assert, type LogIndex } from "../../base/index.ts"
import { entryBytes } from "./entry-cache.ts"
import type { Log } from "./log.ts"
import type { Entry } from "./types.ts"

export interface Handed {
  readonly entries: readonly Entry[]
  /** [from, to): not in memory. */
  readonly span: { readonly from: LogIndex; readonly to: LogIndex } | undefined
}

const nothing: Handed = { entries: [], span: undefined }

/** Committed entries on their way to the state machine, each handed out once, in order. */
export class Handout {
  /** Handed out up to here; `applied` follows. */
  #index: LogIndex
  #applied: LogIndex
  readonly #bytesMax: number
  /** What is handed out and not applied: where each part ends and its bytes. */
  #parts: { readonly through: LogIndex; readonly bytes: number }[] = []
  #bytes = 0
  /** A span ends here; nothing follows it until it is applied, for its size is not known. */
  #spanThrough: LogIndex = 0

  constructor(applied: LogIndex, bytesMax: number) {
    this.#index = applied
    this.#applied = applied
    this.#bytesMax = bytesMax
  }

  get index(): LogIndex {
    return this.#index
  }

  get applied(): LogIndex {
    return this.#applied
  }

  /** True when something can be taken: a state machine that lags is not flooded. */
  has(commit: LogIndex): boolean {
    if (this.#index >= commit) return false
    return this.#applied >= this.#spanThrough && this.#bytes < this.#bytesMax
  }

  take(log: Log, commit: LogIndex): Handed {
    if (!this.has(commit)) return nothing
    const from = this.#index + 1
    const entries = log.cached(from, commit + 1, this.#bytesMax - this.#bytes)
    if (entries === undefined) {
      const to = Math.min(commit + 1, log.cachedFrom)
      this.#index = to - 1
      this.#spanThrough = to - 1
      return { entries: [], span: { from, to } }
    }
    let bytes = 0
    for (const entry of entries) bytes += entryBytes(entry)
    this.#index += entries.length
    this.#bytes += bytes
    this.#parts.push({ through: this.#index, bytes })
    return { entries, span: undefined }
  }

  onApplied(index: LogIndex): void {
    assert(index >= this.#applied, "applied never goes back (rule 16)")
    assert(index <= this.#index, "only what was handed out is applied")
    this.#applied = index
    this.#release()
  }

  /** The state machine was replaced by one that has applied up to `index`. */
  skipTo(index: LogIndex): void {
    this.#index = Math.max(this.#index, index)
    this.#applied = Math.max(this.#applied, index)
    this.#release()
  }

  #release(): void {
    let done = 0
    for (const part of this.#parts) {
      if (part.through > this.#applied) break
      this.#bytes -= part.bytes
      done += 1
    }
    if (done > 0) this.#parts.splice(0, done)
  }
}
