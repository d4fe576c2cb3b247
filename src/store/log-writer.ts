import { assert, KvError, type MonotonicMs, type RangeId } from "../base/index.ts"
import type { EntryId, HardState, Ready } from "../core/raft/types.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import type { LogWrite, RaftLog } from "../storage/index.ts"
import type { StoreVariant } from "./variant.ts"

/** Space may come back; asked for again this often. */
const diskFullRetryMs = 1_000

interface LogWriterOptions {
  readonly rangeId: RangeId
  readonly log: RaftLog
  readonly clock: Clock
  readonly telemetry: Telemetry
  readonly variant: StoreVariant | undefined
  /** Everything of these readies is durable. Called in the order of their numbers. */
  readonly onPersisted: (readies: readonly Ready[]) => void
  /** The log can't be written any more: this node must stop. */
  readonly onFatal: (error: unknown) => void
}

/**
 * Makes readies durable: one write and one sync for everything that gathered while the last sync
 * was under way. An acknowledgement leaves only from `onPersisted` (idea 5 of the design).
 */
export class LogWriter {
  readonly #options: LogWriterOptions
  #readies: Ready[] = []
  #administrative: LogWrite[] = []
  /** The newest hard state; a commit index alone waits for the next write (rule 14). */
  #unwrittenHardState: HardState | undefined
  #busySince: MonotonicMs | undefined
  #full = false
  /** Where the log on disk is to begin anew, before anything else is written. */
  #restartAt: EntryId | undefined
  /** How often the log was begun anew. */
  #generation = 0
  #stopped = false

  constructor(options: LogWriterOptions) {
    this.#options = options
  }

  get busy(): boolean {
    return this.#busySince !== undefined
  }

  /** Nothing under way and nothing that waits. */
  get idle(): boolean {
    return !this.busy && !this.#waiting
  }

  /** When the write under way began. */
  get busySince(): MonotonicMs | undefined {
    return this.#busySince
  }

  /** The disk refused the last write for want of space; it is tried again until it fits. */
  get full(): boolean {
    return this.#full
  }

  enqueue(ready: Ready): void {
    this.#readies.push(ready)
  }

  /** Cuts the prefix of the log up to and with `to`; the caller saw to it that nobody needs it. */
  compact(to: EntryId): void {
    this.#administrative.push(this.#write({ compactTo: to, sync: false }))
  }

  /**
   * Drops the whole log: a snapshot that ends at `start` is installed and durable, and Raft has
   * just been told. Entries that wait for their write belong to the old log and go with it. A crash
   * before this is written finds the data ahead of the log, and mends that.
   */
  restart(start: EntryId): void {
    this.#generation += 1
    this.#restartAt = start
    this.#readies = this.#readies.map((ready) => ({ ...ready, entries: [] }))
  }

  /** The log is whole again: the mark of its damage goes. */
  forgetDamage(): void {
    this.#administrative.push(this.#write({ damageNonce: 0, sync: true }))
  }

  /** Begins the next write when none is under way. */
  start(): void {
    if (this.#stopped) return
    while (!this.busy && this.#waiting) {
      const readies = this.#readies
      const writes = this.#writesOf(readies)
      this.#readies = []
      this.#administrative = []
      if (writes.length === 0) this.#options.onPersisted(readies)
      else this.#append(readies, writes)
    }
  }

  /** Writes what was allowed to wait, and takes no more. */
  async stop(): Promise<void> {
    this.#stopped = true
    const hardState = this.#unwrittenHardState
    if (hardState === undefined || this.busy || this.#full) return
    await this.#options.log.append([this.#write({ hardState, sync: true })])
  }

  get #waiting(): boolean {
    if (this.#readies.length > 0 || this.#administrative.length > 0) return true
    return this.#restartAt !== undefined
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

  #append(readies: readonly Ready[], writes: readonly LogWrite[]): void {
    assert(!this.#stopped, "log write after stop")
    this.#busySince ??= this.#options.clock.monotonicMs()
    if (this.#options.variant === "acknowledge-before-sync") this.#options.onPersisted(readies)
    const generation = this.#generation
    this.#options.log.append(writes).then(
      () => this.#finish(readies),
      (error: unknown) => this.#fail(error, readies, { writes, generation }),
    )
  }

  #finish(readies: readonly Ready[]): void {
    if (this.#full) this.#options.telemetry.info("disk space is back, writes go on")
    this.#full = false
    this.#busySince = undefined
    if (this.#options.variant === "acknowledge-before-sync") return
    this.#options.onPersisted(readies)
  }

  #fail(
    error: unknown,
    readies: readonly Ready[],
    failed: { readonly writes: readonly LogWrite[]; readonly generation: number },
  ): void {
    const outOfSpace = error instanceof KvError && error.code === "disk_full"
    if (!outOfSpace) {
      this.#options.onFatal(error)
      return
    }
    // Nothing of the write counts and nothing was acknowledged: the same write may be tried again.
    if (!this.#full) this.#options.telemetry.warn("disk full, writes wait for space")
    this.#full = true
    this.#options.clock.after(diskFullRetryMs, () => {
      if (this.#stopped) return
      const stale = failed.generation !== this.#generation
      const { writes } = failed
      this.#append(readies, stale ? writes.map((write) => ({ ...write, entries: [] })) : writes)
    })
  }

  #write(fields: Omit<LogWrite, "rangeId" | "entries"> & Partial<LogWrite>): LogWrite {
    return { entries: [], ...fields, rangeId: this.#options.rangeId }
  }
}
