import type { RangeId } from "../base/index.ts"
import type { EntryId, HardState, Ready } from "../core/raft/types.ts"
import type { LogWrite } from "../storage/index.ts"

interface LogLaneOptions {
  readonly rangeId: RangeId
  /** There is something to write. */
  readonly onWaiting: (lane: LogLane) => void
  /** Everything of these readies is durable. Called in the order of their numbers. */
  readonly onPersisted: (readies: readonly Ready[]) => void
  /** The log has nothing of the range any more. */
  readonly onGone: (lane: LogLane) => void
}

/** What one range wants in the log, until the log writer takes it. */
export class LogLane {
  readonly #options: LogLaneOptions
  #readies: Ready[] = []
  /** Readies that are being made durable. */
  #underWay = 0
  #administrative: LogWrite[] = []
  /** The newest hard state; a commit index alone waits for the next write (rule 14). */
  #unwrittenHardState: HardState | undefined
  /** Where the log on disk is to begin anew, before anything else is written. */
  #restartAt: EntryId | undefined
  /** That is being made durable. */
  #restarting = false
  /** How often the log was begun anew. */
  #generation = 0
  #closed: "no" | "asked" | "written" = "no"

  constructor(options: LogLaneOptions) {
    this.#options = options
  }

  get rangeId(): RangeId {
    return this.#options.rangeId
  }

  get generation(): number {
    return this.#generation
  }

  /**
   * True: nothing of this ready has to be written, nor of any before it, so it is as good as
   * durable. False: `onPersisted` will hear of it.
   */
  enqueue(ready: Ready): boolean {
    if (this.#closed !== "no") return false
    if (ready.number === 0) return true
    const nothing = !ready.mustSync && ready.entries.length === 0
    // What was installed is acknowledged when the log begins there: till then that rests on data
    // which may rot before the next start, and of which the log could not tell that it was there.
    const anew = this.#restartAt !== undefined || this.#restarting
    if (nothing && !anew && this.#readies.length + this.#underWay === 0) {
      this.#unwrittenHardState = ready.hardState ?? this.#unwrittenHardState
      return true
    }
    this.#readies.push(ready)
    this.#options.onWaiting(this)
    return false
  }

  /** Cuts the prefix of the log up to and with `to`; the caller saw to it that nobody needs it. */
  compact(to: EntryId): void {
    if (this.#closed !== "no") return
    this.#administrative.push(this.#write({ compactTo: to, sync: false }))
    this.#options.onWaiting(this)
  }

  /**
   * Drops the whole log: a snapshot that ends at `start` is installed and durable, and Raft has
   * just been told. Entries that wait for their write belong to the old log and go with it. A crash
   * before this is written finds the data ahead of the log, and mends that.
   */
  restart(start: EntryId): void {
    if (this.#closed !== "no") return
    this.#generation += 1
    this.#restartAt = start
    this.#readies = this.#readies.map((ready) => ({ ...ready, entries: [] }))
    this.#options.onWaiting(this)
  }

  /** The log is whole again: the mark of its damage goes. */
  forgetDamage(): void {
    if (this.#closed !== "no") return
    this.#administrative.push(this.#write({ damageNonce: 0, sync: true }))
    this.#options.onWaiting(this)
  }

  /** The range has left this store: nothing else is written, and its log goes. */
  close(): void {
    this.#generation += 1
    this.#closed = "asked"
    this.#restartAt = undefined
    this.#unwrittenHardState = undefined
    this.#readies = []
    this.#administrative = [this.#write({ gone: true, sync: true })]
    this.#options.onWaiting(this)
  }

  /** All that waits, as writes, and the readies that are durable with them. */
  take(): { readonly writes: readonly LogWrite[]; readonly readies: readonly Ready[] } {
    const readies = this.#readies
    this.#restarting = this.#restartAt !== undefined
    const writes = this.#writesOf(readies)
    this.#readies = []
    this.#underWay += readies.length
    this.#administrative = []
    if (this.#closed === "asked") this.#closed = "written"
    return { writes, readies }
  }

  /** The commit index that was allowed to wait, at the end of the node. */
  takeHardState(): readonly LogWrite[] {
    const hardState = this.#unwrittenHardState
    this.#unwrittenHardState = undefined
    return hardState === undefined ? [] : [this.#write({ hardState, sync: true })]
  }

  /** What was taken is durable. */
  persisted(readies: readonly Ready[]): void {
    this.#underWay -= readies.length
    this.#restarting = false
    if (this.#closed === "written") this.#options.onGone(this)
    else if (readies.length > 0) this.#options.onPersisted(readies)
  }

  #writesOf(readies: readonly Ready[]): LogWrite[] {
    const writes: LogWrite[] = []
    if (this.#restartAt !== undefined) {
      writes.push(this.#write({ start: this.#restartAt, sync: true }))
      this.#restartAt = undefined
    }
    let mustSync = false
    for (const ready of readies) {
      if (ready.hardState !== undefined) this.#unwrittenHardState = ready.hardState
      mustSync ||= ready.mustSync
      if (ready.entries.length > 0) {
        writes.push(this.#write({ entries: ready.entries, sync: ready.mustSync }))
      }
    }
    // Term and vote go before or with the entries they belong to, never after (rule 13).
    if (mustSync && this.#unwrittenHardState !== undefined) {
      writes.unshift(this.#write({ hardState: this.#unwrittenHardState, sync: true }))
      this.#unwrittenHardState = undefined
    }
    writes.push(...this.#administrative)
    return writes
  }

  #write(fields: Omit<LogWrite, "rangeId" | "entries"> & Partial<LogWrite>): LogWrite {
    return { entries: [], ...fields, rangeId: this.rangeId }
  }
}
