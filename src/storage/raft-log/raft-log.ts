import { assert, isDiskFull, KvError, type LogIndex, type RangeId } from "../../base/index.ts"
import type { Entry } from "../../core/raft/types.ts"
import type { LogDevice, LogFile } from "../../env/index.ts"
import { BatchEncoder } from "./batch-encoder.ts"
import { batchBytesMaxOf, encodePreamble, encodeWrites } from "./encode-writes.ts"
import {
  batchHeaderBytes,
  encodeSegmentHeader,
  firstBodyOffset,
  formatVersion,
  segmentHeaderBytes,
  segmentNameOf,
  storeIdOf,
} from "./format.ts"
import type { RangeTable } from "./range-table.ts"
import { readEntries } from "./read-entries.ts"
import { Reclaimer } from "./reclaimer.ts"
import { type RecoveredLog, recoverLog } from "./recovery.ts"
import { Segment } from "./segment.ts"
import { type OverdueLog, overdueIn, Stragglers } from "./stragglers.ts"
import type { LogWrite, RaftLogOptions, RecoveredRange } from "./types.ts"

/** A segment that is full to this share has what the next one takes in read. */
const gatherShare = 0.75

const nobody: readonly OverdueLog[] = []

/**
 * The Raft log of all ranges of a store: appends go to the newest segment, one device write and at
 * most one sync each, one after the other. Old segments go when no range needs them any more.
 *
 * Errors of `append`: `disk_full` means that nothing of it counts and the same append may be tried
 * again. Everything else is final: what is on disk is not known any more, so all later calls fail.
 */
export class RaftLog {
  readonly #device: LogDevice
  readonly #options: RaftLogOptions
  readonly #table: RangeTable
  readonly #segments = new Map<number, Segment>()
  readonly #reclaimer: Reclaimer
  readonly #encoder = new BatchEncoder()
  readonly #stragglers: Stragglers
  /** Something was written to it before it was opened. */
  readonly startedBefore: boolean
  #overdue: readonly OverdueLog[] = nobody
  #current: Segment | undefined
  /** Bytes of the current segment that are known to be durable. */
  #durableBytes = 0
  #endsInMark: boolean
  /** Where the first batch of the current segment ends; 0 for one that an earlier process began. */
  #firstBatchEnd = 0
  /** Takes back what a failed append left on the device; must succeed before the next one. */
  #repair: (() => Promise<void>) | undefined
  #failure: KvError | undefined
  #closed = false
  /** Settles when the append before is done. */
  #queue: Promise<unknown> = Promise.resolve()

  /**
   * Opens the log of a device, mending what a crash left. Throws KvError `wrong_cluster` when it
   * was written by a newer program or another store.
   */
  static async open(device: LogDevice, options: RaftLogOptions): Promise<RaftLog> {
    const recovered = await recoverLog(device, options)
    const log = new RaftLog(device, options, recovered)
    if (recovered.sealed) await log.#roll()
    return log
  }

  private constructor(device: LogDevice, options: RaftLogOptions, recovered: RecoveredLog) {
    this.#device = device
    this.#options = options
    this.#table = recovered.table
    this.#endsInMark = recovered.endsInMark
    this.#reclaimer = new Reclaimer(device, options.telemetry)
    const segmentOf = (number: number): Segment => this.#segmentOf(number)
    this.#stragglers = new Stragglers({ table: this.#table, segmentOf, options })
    for (const segment of recovered.segments) this.#segments.set(segment.number, segment)
    const last = recovered.segments.at(-1)
    this.startedBefore = !recovered.table.blank || (last?.number ?? 0) > 1
    this.#current = last
    this.#durableBytes = last?.bytes ?? 0
  }

  /**
   * Records that were durable can't be read any more, and a range that they may belong to has not
   * begun anew since. Of such a range only the newest readable hard state is left; it may even be
   * unknown. All ranges that are to begin anew must do so in one append.
   */
  get damaged(): boolean {
    return this.#table.damaged
  }

  /** Ranges that the log has something of. */
  get rangeIds(): readonly RangeId[] {
    return this.#table.sorted.map(({ rangeId }) => rangeId)
  }

  recovered(rangeId: RangeId): RecoveredRange | undefined {
    return this.#table.get(rangeId)?.recovered()
  }

  /** Bytes that the entries of a range take in the log. */
  bytesOf(rangeId: RangeId): number {
    return this.#table.get(rangeId)?.bytes ?? 0
  }

  /** Whose logs are to be cut, or this one grows without end. Told once for each segment. */
  takeOverdue(): readonly OverdueLog[] {
    const overdue = this.#overdue
    this.#overdue = nobody
    return overdue
  }

  /**
   * Appends all writes in the order given, all or nothing. Resolves when they are durable if any of
   * them has `sync`, else when the operating system has them.
   */
  append(writes: readonly LogWrite[]): Promise<void> {
    return this.#inTurn(() => this.#append(writes))
  }

  /**
   * Entries in [from, to) that the log holds, at least one if there is one, as many as `bytesMax`
   * bytes of data allow. Empty when `from` is compacted away or beyond the end. Throws KvError
   * `data_loss` when bytes on disk are not what was written.
   */
  async read(
    rangeId: RangeId,
    from: LogIndex,
    to: LogIndex,
    bytesMax: number,
  ): Promise<readonly Entry[]> {
    const range = this.#table.get(rangeId)
    if (range === undefined || range.damaged || from <= range.start.index) return []
    try {
      return await readEntries({
        range,
        segmentOf: (number) => this.#segmentOf(number),
        from,
        to: Math.min(to, range.lastIndex + 1),
        bytesMax,
        ignoreChecksum: this.#options.variant === "ignore-log-checksum",
      })
    } catch (error) {
      if (error instanceof KvError) {
        this.#options.telemetry.error("raft log: entries are unreadable", {
          rangeId,
          reason: error.message,
        })
      }
      throw error
    }
  }

  /** Lets what is under way end, and marks all of it durable. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#closed) return
      if (this.#failure === undefined) await this.#markDurable()
      this.#closed = true
      await this.#stragglers.stop()
      await this.#reclaimer.stop()
      for (const segment of this.#segments.values()) await segment.close()
    })
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => {})
    return done
  }

  async #append(writes: readonly LogWrite[]): Promise<void> {
    this.#checkUsable()
    if (this.#repair !== undefined) await this.#mend(this.#repair)
    let segment = this.#currentSegment()
    const fits = segment.bytes + batchBytesMaxOf(writes) <= this.#options.segmentBytesMax
    if (!fits && segment.bytes > this.#firstBatchEnd) segment = await this.#roll()
    const offset = segment.bytes
    this.#encoder.begin(segment.seed, offset)
    encodeWrites(this.#encoder, this.#table, writes)
    const sync = writes.some((write) => write.sync)
    if (this.#encoder.recordCount > 0) {
      await this.#appendBatch(segment, this.#encoder.finish(this.#durableBytes), sync)
    } else if (sync) {
      await this.#sync(segment)
    }
    this.#table.apply(segment.number, this.#encoder.records, offset + batchHeaderBytes)
    const soonFull = segment.bytes > gatherShare * this.#options.segmentBytesMax
    if (soonFull) this.#stragglers.gather(segment.number + 1)
    // What unsynced writes set free is still needed by a replay that lost them.
    if (sync && this.#table.takeEntriesFreed()) this.#reclaim()
  }

  async #appendBatch(segment: Segment, batch: Uint8Array, sync: boolean): Promise<void> {
    const { file } = segment
    const sizeBytes = file.sizeBytes
    // Asked for in one breath, for the device may make one operation of both.
    const appending = file.append([batch])
    const syncing = sync ? this.#syncFile(file) : undefined
    const [appended, synced] = await Promise.allSettled([appending, syncing])
    if (synced.status === "rejected") throw synced.reason
    if (appended.status === "rejected") {
      await this.#takeBack(appended.reason, () => file.truncate(sizeBytes))
    }
    this.#endsInMark = false
    if (sync) this.#durableBytes = segment.bytes
  }

  /** An append failed. Throws always; for want of space only once its remains are gone. */
  async #takeBack(error: unknown, repair: () => Promise<void>): Promise<never> {
    if (!isDiskFull(error)) throw this.#fail("appending", error)
    this.#repair = repair
    await this.#mend(repair)
    throw error
  }

  async #sync(segment: Segment): Promise<void> {
    if (this.#durableBytes === segment.bytes) return
    await this.#syncFile(segment.file)
    this.#durableBytes = segment.bytes
  }

  async #syncFile(file: LogFile): Promise<void> {
    // Variant: acknowledges what a power cut takes back.
    if (this.#options.variant === "skip-log-sync") return
    try {
      await file.sync()
    } catch (error) {
      throw this.#fail("syncing", error)
    }
  }

  /**
   * Closes the current segment and begins the next one. The order makes recovery certain: the old
   * segment is durable before the new one exists, and the new one is durable, name included, before
   * anything else is written to it or taken away.
   */
  async #roll(): Promise<Segment> {
    const old = this.#current
    if (old !== undefined) await this.#sync(old)
    const number = (old?.number ?? 0) + 1
    const stragglers = await this.#stragglers.take(number)
    const storeId = storeIdOf(this.#options.identity)
    const segment = await this.#createSegment(number, storeId)
    const header = encodeSegmentHeader({
      version: formatVersion,
      storeId,
      segmentNumber: segment.number,
      previousBytes: old?.bytes ?? 0,
    })
    this.#encoder.begin(segment.seed, segmentHeaderBytes)
    encodePreamble(this.#encoder, this.#table, stragglers)
    try {
      await segment.file.append([header, this.#encoder.finish(0)])
    } catch (error) {
      await this.#takeBack(error, async () => {
        await segment.close()
        await this.#removeUnfinished(segment.name)
      })
    }
    await this.#syncFile(segment.file)
    await this.#guard("making a segment durable", () => this.#device.syncFolder())
    this.#segments.set(segment.number, segment)
    this.#current = segment
    this.#durableBytes = segment.bytes
    this.#firstBatchEnd = segment.bytes
    this.#endsInMark = false
    this.#table.apply(segment.number, this.#encoder.records, firstBodyOffset)
    this.#overdue = overdueIn(this.#table, segment.number, this.#options)
    this.#reclaim()
    return segment
  }

  async #createSegment(number: number, storeId: number): Promise<Segment> {
    const name = segmentNameOf(number)
    try {
      const file = await this.#device.open(name)
      assert(file.sizeBytes === 0, "a new segment is empty")
      return new Segment(number, file, storeId)
    } catch (error) {
      return this.#takeBack(error, () => this.#removeUnfinished(name))
    }
  }

  /** Durable, so that a later crash does not find a successor to a segment that grew on. */
  async #removeUnfinished(name: string): Promise<void> {
    if ((await this.#device.list()).includes(name)) await this.#device.remove(name)
    await this.#device.syncFolder()
  }

  /** Until the device lets go of what did not fit, there is no safe place to append to. */
  async #mend(repair: () => Promise<void>): Promise<void> {
    try {
      await repair()
      this.#repair = undefined
    } catch (error) {
      if (isDiskFull(error)) throw error
      throw this.#fail("taking back a partial append", error)
    }
  }

  #reclaim(): void {
    // Which one is the oldest in use takes a look at all ranges.
    if (this.#segments.size < 2) return
    const oldest = this.#table.oldestSegment ?? this.#currentSegment().number
    for (const segment of this.#segments.values()) {
      if (segment.number >= oldest) break
      this.#segments.delete(segment.number)
      this.#reclaimer.drop(segment)
    }
  }

  /** An empty last batch vouches for the batch before it, which nothing else would. */
  async #markDurable(): Promise<void> {
    try {
      if (this.#repair !== undefined) await this.#mend(this.#repair)
      const segment = this.#currentSegment()
      await this.#sync(segment)
      if (this.#endsInMark) return
      this.#encoder.begin(segment.seed, segment.bytes)
      await this.#appendBatch(segment, this.#encoder.finish(this.#durableBytes), true)
    } catch (error) {
      if (!isDiskFull(error)) throw error
    }
  }

  #currentSegment(): Segment {
    assert(this.#current !== undefined, "the log has no segment")
    return this.#current
  }

  #segmentOf(number: number): Segment {
    const segment = this.#segments.get(number)
    assert(segment !== undefined, "an entry lies in a segment that is gone")
    return segment
  }

  #checkUsable(): void {
    if (this.#failure !== undefined) throw this.#failure
    if (this.#closed) throw new KvError("unavailable", "the log is closed")
  }

  async #guard(doing: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw this.#fail(doing, error)
    }
  }

  /** After a failed sync the kernel may have dropped what it could not write: no second try. */
  #fail(doing: string, error: unknown): KvError {
    const reason = error instanceof Error ? error.message : String(error)
    this.#failure = new KvError("internal", `the log failed while ${doing}: ${reason}`)
    return this.#failure
  }
}
