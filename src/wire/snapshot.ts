/** What Peer.Fetch carries: a request for a snapshot, then its chunks. */
import { crc32c } from "@node-rs/crc32"
import { emptyBytes, type HybridTime, KvError, type LogIndex, type RangeId } from "../base/index.ts"
import type { SnapshotMeta } from "../core/raft/types.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import { noRange, readDescriptorField, writeDescriptorField } from "./range-descriptor.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { emptySnapshotMeta, readSnapshotMeta, writeSnapshotMeta } from "./snapshot-meta.ts"
import { Writer } from "./writer.ts"

const snapshotFormat = 3
const pairsMax = 1_000_000
/** Field headers and lengths of a pair, at most. */
const pairOverheadBytes = 18

export interface SnapshotRequest {
  readonly rangeId: RangeId
  /** The least applied index that will do; to go on, the one of the snapshot that broke off. */
  readonly index: LogIndex
  /** Chunks that are here already. 0: begins. */
  readonly chunksTaken: number
}

export interface SnapshotHeader {
  readonly rangeId: RangeId
  readonly meta: SnapshotMeta
  /** Log time of the image. */
  readonly time: HybridTime
  readonly range: RangeDescriptor
}

export interface SnapshotPair {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

export interface SnapshotChunk {
  /** In the first chunk. */
  readonly header: SnapshotHeader | undefined
  readonly pairs: readonly SnapshotPair[]
  readonly last: boolean
  /** In the last chunk: pairs of all chunks, so that a lost one is noticed. */
  readonly pairsTotal: number
}

export function encodeSnapshotRequest(request: SnapshotRequest): Uint8Array {
  const writer = new Writer(32)
  writer.uint(1, request.rangeId)
  writer.uint(2, request.index)
  writer.uint(3, request.chunksTaken)
  return writer.finish()
}

export function decodeSnapshotRequest(bytes: Uint8Array): SnapshotRequest {
  const reader = new Reader(bytes)
  let rangeId = 0
  let index = 0
  let chunksTaken = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) index = reader.uint53()
    else if (field === 3) chunksTaken = reader.uint53()
    else reader.skip()
  }
  return { rangeId, index, chunksTaken }
}

/** Encodes a chunk with the checksum of its pairs. */
export function encodeSnapshotChunk(chunk: SnapshotChunk): Uint8Array {
  let size = 256
  for (const { key, value } of chunk.pairs) size += pairOverheadBytes + key.length + value.length
  const writer = new Writer(size)
  if (chunk.header !== undefined) writeHeader(writer, chunk.header)
  for (const { key, value } of chunk.pairs) {
    const pair = writer.begin(2, pairOverheadBytes + key.length + value.length)
    writer.bytes(1, key)
    writer.bytes(2, value)
    writer.end(pair)
  }
  writer.bool(3, chunk.last)
  writer.fixed32(4, checksumOf(chunk.pairs))
  writer.uint(5, chunk.pairsTotal)
  return writer.finish()
}

/**
 * Keys and values are views into `bytes`. Throws KvError `invalid_argument` when malformed,
 * `data_loss` when the pairs are not those that the sender read.
 */
export function decodeSnapshotChunk(bytes: Uint8Array): SnapshotChunk {
  const reader = new Reader(bytes)
  const pairs: SnapshotPair[] = []
  let header: SnapshotHeader | undefined
  let last = false
  let checksum = 0
  let pairsTotal = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) header = readHeader(reader)
    else if (field === 2) pairs.push(readPair(reader))
    else if (field === 3) last = reader.bool()
    else if (field === 4) checksum = reader.fixed32()
    else if (field === 5) pairsTotal = reader.uint53()
    else reader.skip()
    if (pairs.length > pairsMax) throw tooMany(pairsMax)
  }
  if (checksumOf(pairs) !== checksum) {
    throw new KvError(
      "data_loss",
      "a snapshot chunk came with another checksum than its pairs have",
    )
  }
  return { header, pairs, last, pairsTotal }
}

function writeHeader(writer: Writer, { rangeId, meta, time, range }: SnapshotHeader): void {
  const header = writer.begin(1)
  writer.uint(1, snapshotFormat)
  writer.uint(2, rangeId)
  const embedded = writer.begin(3)
  writeSnapshotMeta(writer, meta)
  writer.end(embedded)
  writer.uint(4, time)
  writeDescriptorField(writer, 5, range)
  writer.end(header)
}

function readHeader(reader: Reader): SnapshotHeader {
  let format = 0
  let rangeId = 0
  let meta = emptySnapshotMeta
  let time = 0
  let range = noRange
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) format = reader.uint32()
    else if (field === 2) rangeId = reader.uint53()
    else if (field === 3) {
      const header = reader.enter()
      meta = readSnapshotMeta(reader)
      reader.leave(header)
    } else if (field === 4) time = reader.uint53()
    else if (field === 5) range = readDescriptorField(reader)
    else reader.skip()
  }
  reader.leave(outer)
  if (format !== snapshotFormat) {
    throw malformed(`a snapshot of format ${format}; this version reads ${snapshotFormat}`)
  }
  return { rangeId, meta, time, range }
}

function readPair(reader: Reader): SnapshotPair {
  let key = emptyBytes
  let value = emptyBytes
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) key = reader.bytes()
    else if (field === 2) value = reader.bytes()
    else reader.skip()
  }
  reader.leave(outer)
  return { key, value }
}

/**
 * Lengths are part of it: bytes that moved from a key to its value would go unnoticed. So is the
 * count: of no pairs it is not 0, which is what is read where one changed bit made pairs and
 * checksum the value of a field that nobody knows.
 */
function checksumOf(pairs: readonly SnapshotPair[]): number {
  const length = new Uint8Array(4)
  const view = new DataView(length.buffer)
  view.setUint32(0, pairs.length, true)
  let checksum = crc32c(length)
  for (const { key, value } of pairs) {
    view.setUint32(0, key.length, true)
    checksum = crc32c(key, crc32c(length, checksum))
    view.setUint32(0, value.length, true)
    checksum = crc32c(value, crc32c(length, checksum))
  }
  return checksum
}
