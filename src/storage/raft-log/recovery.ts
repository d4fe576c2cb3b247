import { KvError } from "../../base/index.ts"
import type { LogDevice, Telemetry } from "../../env/index.ts"
import {
  batchEndBytes,
  batchHeaderBytes,
  decodeSegmentHeader,
  formatVersion,
  type SegmentHeader,
  segmentHeaderBytes,
  segmentNameOf,
  segmentNumberOf,
  storeIdOf,
} from "./format.ts"
import { RangeTable } from "./range-table.ts"
import { Segment } from "./segment.ts"
import { SegmentReader } from "./segment-reader.ts"
import { readBatch, type ScanResult, scanSegment } from "./segment-scan.ts"
import type { RaftLogOptions } from "./types.ts"

/** What the device held, mended as far as that is safe. */
export interface RecoveredLog {
  /** In the order of their numbers. The last one takes appends unless it is `sealed`. */
  readonly segments: readonly Segment[]
  readonly table: RangeTable
  /** The last segment is damaged or there is none: appends begin a new one. */
  readonly sealed: boolean
  /** The last batch is a mark that everything before it is durable. */
  readonly endsInMark: boolean
}

/**
 * Reads all segments from the oldest on. A torn tail of the last one is cut off; corruption is
 * reported and marks the ranges that it may have hurt. What is recovered is durable on return.
 */
export async function recoverLog(
  device: LogDevice,
  options: RaftLogOptions,
): Promise<RecoveredLog> {
  const recovery = new Recovery(device, options)
  try {
    return await recovery.run()
  } catch (error) {
    await recovery.abandon()
    throw error
  }
}

class Recovery {
  readonly #device: LogDevice
  readonly #options: RaftLogOptions
  readonly #telemetry: Telemetry
  readonly #table: RangeTable
  readonly #storeId: number
  #segments: Segment[] = []
  #sealed = false
  #endsInMark = false

  constructor(device: LogDevice, options: RaftLogOptions) {
    this.#device = device
    this.#options = options
    this.#telemetry = options.telemetry
    this.#storeId = storeIdOf(options.identity)
    this.#table = new RangeTable({
      reportMisfit: (rangeId, reason, segment, offset) => {
        this.#reportDamage(segmentNameOf(segment), offset, reason, rangeId)
      },
      passOver: options.variant === "skip-damaged-records",
    })
  }

  async run(): Promise<RecoveredLog> {
    await this.#openAll()
    const headers: (SegmentHeader | undefined)[] = []
    for (const segment of this.#segments) headers.push(await this.#readHeader(segment))
    await this.#dropUnfinished(headers)
    for (const [at, segment] of this.#segments.entries()) {
      const before = this.#segments[at - 1]
      if (before !== undefined && segment.number !== before.number + 1) {
        this.#table.noteDamage()
        this.#reportDamage(segmentNameOf(before.number + 1), 0, "the segment is missing")
      }
      await this.#scan(at, headers)
    }
    this.#table.endReplay()
    // A process that was killed leaves bytes and names that only the operating system holds.
    await this.#segments.at(-1)?.file.sync()
    await this.#device.syncFolder()
    return {
      segments: this.#segments,
      table: this.#table,
      sealed: this.#sealed || this.#segments.length === 0,
      endsInMark: this.#endsInMark,
    }
  }

  async abandon(): Promise<void> {
    for (const segment of this.#segments) await segment.close()
  }

  async #openAll(): Promise<void> {
    const numbers = (await this.#device.list()).flatMap((name) => segmentNumberOf(name) ?? [])
    for (const number of numbers.sort((left, right) => left - right)) {
      const file = await this.#device.open(segmentNameOf(number))
      this.#segments.push(new Segment(number, file, this.#storeId))
    }
  }

  /** undefined when the header is not what this log wrote. Throws for a log of somebody else. */
  async #readHeader(segment: Segment): Promise<SegmentHeader | undefined> {
    const reader = new SegmentReader(segment, Math.min(segment.bytes, segmentHeaderBytes))
    const header = decodeSegmentHeader(await reader.bytes(0, segmentHeaderBytes))
    if (header === undefined || header.segmentNumber !== segment.number) return undefined
    if (header.version !== formatVersion) {
      throw new KvError(
        "wrong_cluster",
        `${segment.name} has log format ${header.version}, this program knows ${formatVersion}: ` +
          "run a version that knows it",
      )
    }
    if (header.storeId !== this.#storeId) {
      throw new KvError("wrong_cluster", `${segment.name} is the log of another store`)
    }
    return header
  }

  /**
   * A crash while the last segment was begun leaves it without a whole first batch. It holds
   * nothing then that older segments don't, unless they are gone: they go only once it is durable.
   */
  async #dropUnfinished(headers: (SegmentHeader | undefined)[]): Promise<void> {
    const last = this.#segments.at(-1)
    if (last === undefined || !(await this.#isUnfinished(last, headers.at(-1)))) return
    this.#telemetry.warn("raft log: unfinished segment dropped", {
      file: last.name,
      bytes: last.bytes,
    })
    this.#segments.pop()
    headers.pop()
    await last.close()
    // Durable, so that an older segment that grows again is not taken for a closed one.
    await this.#device.remove(last.name)
    await this.#device.syncFolder()
  }

  async #isUnfinished(segment: Segment, header: SegmentHeader | undefined): Promise<boolean> {
    const isOnly = this.#segments.length === 1
    const emptyBatchBytes = batchHeaderBytes + batchEndBytes
    const firstBatchBytesMax = segment.number === 1 ? emptyBatchBytes : Number.POSITIVE_INFINITY
    if (isOnly && segment.number > 1) return false
    if (segment.bytes > segmentHeaderBytes + firstBatchBytesMax) return false
    const reader = new SegmentReader(segment, segment.bytes)
    const ignoreChecksum = this.#ignoresChecksum
    if (header !== undefined && (await readBatch(reader, segmentHeaderBytes, ignoreChecksum))) {
      return false
    }
    const scan = await scanSegment(reader, {
      from: header === undefined ? 0 : segmentHeaderBytes,
      closed: false,
      ignoreChecksum,
      onBatch: () => {},
      onDamage: () => {},
    })
    return scan.batches === 0 && !scan.damaged
  }

  get #ignoresChecksum(): boolean {
    return this.#options.variant === "ignore-log-checksum"
  }

  async #scan(at: number, headers: readonly (SegmentHeader | undefined)[]): Promise<void> {
    const segment = this.#segments[at] as Segment
    const closed = at < this.#segments.length - 1
    const closedBytes = headers[at + 1]?.previousBytes
    const hasHeader = headers[at] !== undefined
    const reader = new SegmentReader(segment, Math.min(segment.bytes, closedBytes ?? segment.bytes))
    let sound = true
    const onDamage = (offset: number, reason: string): void => {
      sound = false
      this.#table.noteDamage()
      this.#reportDamage(segment.name, offset, reason)
    }
    if (!hasHeader) onDamage(0, "the header of the segment is unreadable")
    const scan = await scanSegment(reader, {
      from: segmentHeaderBytes,
      closed: closed || !hasHeader,
      ignoreChecksum: this.#ignoresChecksum,
      onBatch: (records, offset) => this.#table.apply(segment.number, records, offset),
      onDamage,
    })
    if (scan.batches === 0 && sound) onDamage(segmentHeaderBytes, "the first batch is unreadable")
    if (closedBytes !== undefined && segment.bytes < closedBytes) {
      onDamage(segment.bytes, `${closedBytes - segment.bytes} bytes at its end are missing`)
    }
    if (reader.unreadableBlocks > 0) {
      this.#telemetry.error("raft log: the device could not read blocks", {
        file: segment.name,
        blocks: reader.unreadableBlocks,
      })
    }
    if (closed) return
    this.#endsInMark = scan.endsInMark
    this.#sealed = !sound
    // Of a damaged segment too: once it is closed, a torn end would pass for damage.
    if (scan.endBytes < segment.bytes) await this.#cut(segment, scan)
  }

  async #cut(segment: Segment, { endBytes, endsInZeros }: ScanResult): Promise<void> {
    const where = { file: segment.name, offset: endBytes, bytes: segment.bytes - endBytes }
    if (endsInZeros) this.#telemetry.debug("raft log: unused tail cut", where)
    else this.#telemetry.warn("raft log: torn tail cut", where)
    await segment.file.truncate(endBytes)
  }

  #reportDamage(file: string, offset: number, reason: string, rangeId?: number): void {
    this.#telemetry.error("raft log: records are damaged", { file, offset, reason, rangeId })
  }
}
