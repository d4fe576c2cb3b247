import { KvError, type LogIndex } from "../../base/index.ts"
import type { Entry } from "../../core/raft/types.ts"
import { checksum, entryHeaderBytes, getUint, kindOf, recordType, viewOf } from "./format.ts"
import type { RangeLog } from "./range-log.ts"
import type { Segment } from "./segment.ts"

/**
 * Bytes of others between two entries that are rather read along than jumped over. The entries of
 * one range of many lie 10 KiB apart, and each read is a trip through the thread pool.
 */
const gapBytesMax = 64 * 1_024
/** No read is longer, unless for a single entry. */
const spanBytesMax = 1_024 * 1_024

/** Entries that one read of the device brings. */
interface Span {
  readonly segment: Segment
  readonly offset: number
  endOffset: number
  readonly records: { readonly offset: number; readonly length: number }[]
}

export interface ReadOptions {
  readonly range: RangeLog
  readonly segmentOf: (number: number) => Segment
  readonly from: LogIndex
  /** Exclusive, within the log. */
  readonly to: LogIndex
  readonly bytesMax: number
  readonly ignoreChecksum: boolean
}

/**
 * Reads entries from `from` on, at least one, until their data reaches `bytesMax`. Which records
 * they are is decided before the first read, so the answer is the log as it was at the call,
 * however it is cut meanwhile (rule 9). Throws KvError `data_loss` where bytes are not what was
 * written.
 */
export async function readEntries(options: ReadOptions): Promise<readonly Entry[]> {
  const spans = planSpans(options)
  for (const { segment } of spans) segment.hold()
  try {
    return await readSpans(spans, options)
  } finally {
    for (const { segment } of spans) segment.release()
  }
}

async function readSpans(spans: readonly Span[], options: ReadOptions): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const span of spans) {
    const bytes = await readSpan(span)
    for (const record of span.records) {
      const at = record.offset - span.offset
      const entry = decodeEntry(bytes.subarray(at, at + record.length), {
        span,
        offset: record.offset,
        rangeId: options.range.rangeId,
        index: options.from + entries.length,
        ignoreChecksum: options.ignoreChecksum,
      })
      entries.push(entry)
    }
  }
  return entries
}

function planSpans({ range, segmentOf, from, to, bytesMax }: ReadOptions): Span[] {
  const spans: Span[] = []
  let span: Span | undefined
  let dataBytes = 0
  for (let index = from; index < to; index += 1) {
    const length = range.lengthOf(index)
    const offset = range.offsetOf(index)
    const number = range.segmentOf(index)
    dataBytes += length - entryHeaderBytes
    if (index > from && dataBytes > bytesMax) break
    if (span === undefined || !fits(span, number, offset, length)) {
      span = { segment: segmentOf(number), offset, endOffset: offset, records: [] }
      spans.push(span)
    }
    span.records.push({ offset, length })
    span.endOffset = offset + length
  }
  return spans
}

function fits(span: Span, segment: number, offset: number, length: number): boolean {
  return (
    span.segment.number === segment &&
    offset - span.endOffset <= gapBytesMax &&
    offset + length - span.offset <= spanBytesMax
  )
}

async function readSpan(span: Span): Promise<Uint8Array> {
  try {
    return await span.segment.file.read(span.offset, span.endOffset - span.offset)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new KvError("data_loss", `${span.segment.name} can't be read: ${reason}`)
  }
}

interface Expected {
  readonly span: Span
  readonly offset: number
  readonly rangeId: number
  readonly index: LogIndex
  readonly ignoreChecksum: boolean
}

function decodeEntry(record: Uint8Array, expected: Expected): Entry {
  const { span, offset } = expected
  if (record.length < entryHeaderBytes) throw corrupt(span.segment, offset)
  const view = viewOf(record)
  const sound =
    expected.ignoreChecksum ||
    view.getUint32(0, true) === checksum(record.subarray(4), span.segment.seed, offset)
  const kind = kindOf(view.getUint8(9))
  const belongs =
    view.getUint8(8) === recordType.entry &&
    getUint(view, 12) === expected.rangeId &&
    getUint(view, 20) === expected.index
  if (!sound || !belongs || kind === undefined) throw corrupt(span.segment, offset)
  // A copy: an entry that is kept would pin what others have in the span.
  const data = new Uint8Array(record.subarray(entryHeaderBytes))
  return { index: expected.index, term: getUint(view, 28), kind, data }
}

function corrupt(segment: Segment, offset: number): KvError {
  return new KvError("data_loss", `corrupt log record in ${segment.name} at ${offset}`)
}
