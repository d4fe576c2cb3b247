/**
 * The bytes of a segment, all integers little-endian:
 *
 *     segment = header, batch*            the first batch holds the state of every range
 *     header  = magic 8, version u32, store u32, number u64, previousBytes u64, crc u32
 *     batch   = crc u32, magic u32, bodyBytes u32, records u32, bodyCrc u32, durableBytes u32, body
 *     body    = record*, 0xff
 *     record  = crc u32, bytes u32, type u8, detail u8, 0 u16, range u64, …
 *     entry   = … index u64, term u64, data                            detail: kind of entry
 *     state   = … term, vote, commit, start, last, damageNonce u64 each
 *               detail 1: begins anew; 2: gone, the log has nothing of the range any more
 *
 * A batch is one append: all of it counts or nothing. `durableBytes` says how much of the segment
 * was known to be durable when the batch was written: a bad batch below that mark is corruption,
 * not a torn write. A batch ends in a byte that is not zero: else a last bit that rotted to zero
 * could not be told from an end that was never written. Checksums begin from a seed made of store,
 * segment and offset, so that right bytes in the wrong place don't pass.
 */
import { crc32c } from "@node-rs/crc32"
import type { RangeId } from "../../base/index.ts"
import type { EntryId, EntryKind, HardState } from "../../core/raft/types.ts"

export const formatVersion = 2
export const segmentHeaderBytes = 36
export const batchHeaderBytes = 24
export const batchEndBytes = 1
export const entryHeaderBytes = 36
export const stateRecordBytes = 84

/** "RINGRLOG" and "RLBT". */
const segmentMagic = [0x474e_4952, 0x474f_4c52] as const
export const batchMagic = 0x5442_4c52
/** No single bit makes it zero. */
export const batchEnd = 0xff

/** Where the records of a segment begin. */
export const firstBodyOffset = segmentHeaderBytes + batchHeaderBytes

/** State of the log, not of a range: a damage nonce says that it may have lost whole ranges. */
export const logItself: RangeId = 0

export const recordType = { entry: 1, state: 2 } as const
export const stateDetail = { goesOn: 0, beginsAnew: 1, gone: 2 } as const

const kinds: readonly EntryKind[] = ["normal", "empty", "config"]

export interface SegmentHeader {
  readonly version: number
  readonly storeId: number
  readonly segmentNumber: number
  /** Size of the segment before this one, durable before this one was made. 0: the first. */
  readonly previousBytes: number
}

export interface BatchHeader {
  readonly bodyBytes: number
  readonly recordCount: number
  readonly bodyChecksum: number
  readonly durableBytes: number
}

/** All that a range is beside its entries, whole in every record. */
export interface StateRecord {
  readonly rangeId: RangeId
  /** The log of this range is empty from here on, whatever came before. */
  readonly beginsAnew: boolean
  /** The log has nothing of this range from here on, not even this. */
  readonly gone: boolean
  readonly hardState: HardState
  readonly start: EntryId
  /** Last entry when this was written: what a replay must have come to. */
  readonly last: EntryId
  readonly damageNonce: number
}

export interface RecordVisitor {
  state(record: StateRecord): void
  entry(rangeId: RangeId, index: number, term: number, offset: number, length: number): void
}

export function segmentNameOf(segmentNumber: number): string {
  return `raft-${String(segmentNumber).padStart(10, "0")}.log`
}

/** undefined: not the name of a segment. */
export function segmentNumberOf(name: string): number | undefined {
  const digits = /^raft-(\d{10})\.log$/.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The 32 bits that tell the logs of different stores apart. */
export function storeIdOf(identity: string | undefined): number {
  return crc32c(identity ?? "")
}

/** What the checksums of one segment begin from. */
export function segmentSeed(storeId: number, segmentNumber: number): number {
  const bytes = new Uint8Array(12)
  const view = viewOf(bytes)
  view.setUint32(0, storeId, true)
  putUint(view, 4, segmentNumber)
  return crc32c(bytes)
}

export function checksum(bytes: Uint8Array, seed: number, offset: number): number {
  return crc32c(bytes, (seed + offset) >>> 0)
}

export function encodeSegmentHeader(header: SegmentHeader): Uint8Array {
  const bytes = new Uint8Array(segmentHeaderBytes)
  const view = viewOf(bytes)
  view.setUint32(0, segmentMagic[0], true)
  view.setUint32(4, segmentMagic[1], true)
  view.setUint32(8, header.version, true)
  view.setUint32(12, header.storeId, true)
  putUint(view, 16, header.segmentNumber)
  putUint(view, 24, header.previousBytes)
  view.setUint32(32, crc32c(bytes.subarray(0, 32)), true)
  return bytes
}

/** undefined: these bytes are no segment header. Versions to come keep this layout. */
export function decodeSegmentHeader(bytes: Uint8Array): SegmentHeader | undefined {
  if (bytes.length < segmentHeaderBytes) return undefined
  const view = viewOf(bytes)
  if (view.getUint32(0, true) !== segmentMagic[0]) return undefined
  if (view.getUint32(4, true) !== segmentMagic[1]) return undefined
  if (view.getUint32(32, true) !== crc32c(bytes.subarray(0, 32))) return undefined
  return {
    version: view.getUint32(8, true),
    storeId: view.getUint32(12, true),
    segmentNumber: getUint(view, 16),
    previousBytes: getUint(view, 24),
  }
}

/** undefined: no batch begins here. */
export function decodeBatchHeader(
  bytes: Uint8Array,
  seed: number,
  offset: number,
  ignoreChecksum: boolean,
): BatchHeader | undefined {
  if (bytes.length < batchHeaderBytes) return undefined
  const view = viewOf(bytes)
  if (view.getUint32(4, true) !== batchMagic) return undefined
  const expected = checksum(bytes.subarray(4, batchHeaderBytes), seed, offset)
  if (view.getUint32(0, true) !== expected && !ignoreChecksum) return undefined
  return {
    bodyBytes: view.getUint32(8, true),
    recordCount: view.getUint32(12, true),
    bodyChecksum: view.getUint32(16, true),
    durableBytes: view.getUint32(20, true),
  }
}

/** Whether the records and the byte that ends them fill the body exactly. */
export function isWellFormed(body: Uint8Array, recordCount: number): boolean {
  const view = viewOf(body)
  let at = 0
  for (let i = 0; i < recordCount; i += 1) {
    if (at + entryHeaderBytes > body.length) return false
    const bytes = view.getUint32(at + 4, true)
    const type = view.getUint8(at + 8)
    if (type === recordType.state ? bytes !== stateRecordBytes : type !== recordType.entry) {
      return false
    }
    if (bytes < entryHeaderBytes || at + bytes > body.length) return false
    at += bytes
  }
  return at === body.length - batchEndBytes && body[at] === batchEnd
}

/** Walks the records of a well-formed body; they lie at `offset` of their segment. */
export function visitRecords(records: Uint8Array, offset: number, visitor: RecordVisitor): void {
  const view = viewOf(records)
  let at = 0
  while (at < records.length) {
    const bytes = view.getUint32(at + 4, true)
    if (view.getUint8(at + 8) === recordType.entry) {
      const rangeId = getUint(view, at + 12)
      visitor.entry(rangeId, getUint(view, at + 20), getUint(view, at + 28), offset + at, bytes)
    } else {
      visitor.state(decodeState(view, at))
    }
    at += bytes
  }
}

function decodeState(view: DataView, at: number): StateRecord {
  return {
    rangeId: getUint(view, at + 12),
    beginsAnew: view.getUint8(at + 9) === stateDetail.beginsAnew,
    gone: view.getUint8(at + 9) === stateDetail.gone,
    hardState: {
      term: getUint(view, at + 20),
      vote: getUint(view, at + 28),
      commit: getUint(view, at + 36),
    },
    start: { index: getUint(view, at + 44), term: getUint(view, at + 52) },
    last: { index: getUint(view, at + 60), term: getUint(view, at + 68) },
    damageNonce: getUint(view, at + 76),
  }
}

export function kindCode(kind: EntryKind): number {
  return kinds.indexOf(kind)
}

export function kindOf(code: number): EntryKind | undefined {
  return kinds[code]
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** A safe integer as 64 bits. */
export function putUint(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true)
  view.setUint32(at + 4, Math.floor(value / 0x1_0000_0000), true)
}

export function getUint(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000
}
