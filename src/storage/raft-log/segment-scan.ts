import {
  type BatchHeader,
  batchEndBytes,
  batchHeaderBytes,
  batchMagic,
  checksum,
  decodeBatchHeader,
  isWellFormed,
  viewOf,
} from "./format.ts"
import { findWrongByte } from "./one-byte-damage.ts"
import type { SegmentReader } from "./segment-reader.ts"

/** A batch that is longer is not searched for a single wrong byte: chance would find one. */
const wrongByteSearchBytesMax = 256 * 1_024
/** What a disk writes whole or not at all. */
const sectorBytes = 512
const searchStepBytes = 64 * 1_024

export interface ScanOptions {
  /** Where the first batch lies; bytes before it were judged by the caller. */
  readonly from: number
  /** The segment was closed durable: whatever is wrong in it is corruption. */
  readonly closed: boolean
  /** Variant ignore-log-checksum. */
  readonly ignoreChecksum: boolean
  onBatch(records: Uint8Array, offset: number): void
  onDamage(offset: number, reason: string): void
}

export interface ScanResult {
  /** Everything before is well or was reported; what follows, if anything, is a torn write. */
  readonly endBytes: number
  /** What follows is zeros: space that a device had set aside. */
  readonly endsInZeros: boolean
  readonly batches: number
  readonly damaged: boolean
  /** The last batch is empty: a mark that all before it was durable. */
  readonly endsInMark: boolean
}

interface Batch {
  readonly header: BatchHeader
  readonly records: Uint8Array
}

/**
 * Walks the batches of a segment. Where one is bad, it is either a write that a crash tore, which
 * only the end of the last segment can hold and which nobody was told to be durable, or corruption
 * of what was durable. Corruption it is if one of these holds:
 *
 * - the segment was closed, so all of it was durable
 * - a good batch further on says that durable bytes reached beyond the bad one
 * - a single wrong byte explains the bad checksum, which a torn write does not leave
 *
 * After corruption the scan goes on at the next good batch: it may hold a newer term and vote.
 * What can't be told apart: damage of more than one byte to the batch that was synced last, as no
 * later write bears witness for it. It counts as torn.
 */
export async function scanSegment(
  reader: SegmentReader,
  options: ScanOptions,
): Promise<ScanResult> {
  let offset = options.from
  let batches = 0
  let damaged = false
  let endsInMark = false
  while (offset < reader.endBytes) {
    const batch = await readBatch(reader, offset, options.ignoreChecksum)
    if (batch !== undefined) {
      options.onBatch(batch.records, offset + batchHeaderBytes)
      endsInMark = batch.header.recordCount === 0
      batches += 1
      offset += batchHeaderBytes + batch.header.bodyBytes
      continue
    }
    const evidence = options.closed
      ? "the segment was closed"
      : await evidenceOfDamage(reader, offset, batches > 0)
    if (evidence === undefined) break
    options.onDamage(offset, evidence)
    damaged = true
    offset = (await findBatchHeader(reader, offset + 1))?.offset ?? reader.endBytes
  }
  const endsInZeros = await isZero(reader, offset, reader.endBytes)
  return { endBytes: offset, endsInZeros, batches, damaged, endsInMark }
}

/** undefined: what lies at `offset` is no good batch. */
export async function readBatch(
  reader: SegmentReader,
  offset: number,
  ignoreChecksum: boolean,
): Promise<Batch | undefined> {
  const { seed } = reader.segment
  const headerBytes = await reader.bytes(offset, batchHeaderBytes)
  const header = decodeBatchHeader(headerBytes, seed, offset, ignoreChecksum)
  if (header === undefined) return undefined
  const bodyOffset = offset + batchHeaderBytes
  if (bodyOffset + header.bodyBytes > reader.endBytes) return undefined
  const body = await reader.bytes(bodyOffset, header.bodyBytes)
  const good = ignoreChecksum || checksum(body, seed, offset) === header.bodyChecksum
  if (!good || !isWellFormed(body, header.recordCount)) return undefined
  return { header, records: body.subarray(0, -batchEndBytes) }
}

/**
 * Why the bad batch at `offset` was durable once; undefined when it may well be a torn write. With
 * no good batch before it, it is the first one of the segment, and losing that loses nothing.
 */
async function evidenceOfDamage(
  reader: SegmentReader,
  offset: number,
  hasBatchBefore: boolean,
): Promise<string | undefined> {
  let found = await findBatchHeader(reader, offset + 1)
  while (found !== undefined) {
    if (found.header.durableBytes > offset) return "a later batch says that it was durable"
    found = await findBatchHeader(reader, found.offset + 1)
  }
  const oneByte = hasBatchBefore && (await hasOneWrongByte(reader, offset))
  return oneByte ? "a single byte of the last batch is wrong" : undefined
}

async function hasOneWrongByte(reader: SegmentReader, offset: number): Promise<boolean> {
  const { seed } = reader.segment
  const headerBytes = await reader.bytes(offset, batchHeaderBytes)
  if (headerBytes.length < batchHeaderBytes) return false
  const header = decodeBatchHeader(headerBytes, seed, offset, false)
  if (header === undefined) {
    const expected = viewOf(headerBytes).getUint32(0, true)
    const wrong = findWrongByte(headerBytes.subarray(4), expected, (seed + offset) >>> 0)
    if (wrong === undefined) return false
    const at = offset + (wrong.at === "checksum" ? 0 : 4 + wrong.at)
    return !(await looksUnwritten(reader, offset, at))
  }
  const bodyOffset = offset + batchHeaderBytes
  const body = await reader.bytes(bodyOffset, header.bodyBytes)
  if (body.length < header.bodyBytes || body.length > wrongByteSearchBytesMax) return false
  const wrong = findWrongByte(body, header.bodyChecksum, (seed + offset) >>> 0)
  if (wrong === undefined || wrong.at === "checksum") return false
  return !(await looksUnwritten(reader, offset, bodyOffset + wrong.at))
}

/**
 * A torn write may by chance lack a single byte that is not zero, as records are full of zeros. But
 * then its whole sector reads as zeros, or all that follows, the byte that ends the batch included.
 */
async function looksUnwritten(reader: SegmentReader, offset: number, at: number): Promise<boolean> {
  const sector = at - (at % sectorBytes)
  const sectorEnd = Math.min(sector + sectorBytes, reader.endBytes)
  if (await isZero(reader, Math.max(offset, sector), sectorEnd)) return true
  return isZero(reader, at, reader.endBytes)
}

async function isZero(reader: SegmentReader, from: number, to: number): Promise<boolean> {
  for (let at = from; at < to; at += searchStepBytes) {
    const bytes = await reader.bytes(at, Math.min(searchStepBytes, to - at))
    if (bytes.some((byte) => byte !== 0)) return false
  }
  return true
}

/** The next sound batch header at or after `from`, wherever it lies. */
async function findBatchHeader(
  reader: SegmentReader,
  from: number,
): Promise<{ readonly offset: number; readonly header: BatchHeader } | undefined> {
  const { seed } = reader.segment
  for (let base = from; base + batchHeaderBytes <= reader.endBytes; base += searchStepBytes) {
    const bytes = await reader.bytes(base, searchStepBytes + batchHeaderBytes)
    const view = viewOf(bytes)
    for (let at = 0; at < searchStepBytes && at + batchHeaderBytes <= bytes.length; at += 1) {
      if (view.getUint32(at + 4, true) !== batchMagic) continue
      const candidate = bytes.subarray(at, at + batchHeaderBytes)
      const header = decodeBatchHeader(candidate, seed, base + at, false)
      if (header !== undefined) return { offset: base + at, header }
    }
  }
  return undefined
}
