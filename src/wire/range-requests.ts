/** Cluster.SplitRange and MergeRanges. */
import { emptyBytes, type RangeId } from "../base/index.ts"
import type { KeyOfKeyspace } from "./range-status.ts"
import { Reader } from "./reader.ts"
import { Writer } from "./writer.ts"

/** A SplitRangeRequest. */
export interface RangeCut extends KeyOfKeyspace {
  /** 0: whichever holds the key. */
  readonly rangeId: RangeId
}

/** A MergeRangesRequest. */
export interface RangeMerge {
  readonly rangeId: RangeId
  /** The one behind it; 0: whichever that is. */
  readonly nextRangeId: RangeId
}

export function encodeRangeCut({ keyspace, key, rangeId }: RangeCut): Uint8Array {
  const writer = new Writer(32 + 3 * keyspace.length + key.length)
  writer.string(1, keyspace)
  writer.bytes(2, key)
  writer.uint(3, rangeId)
  return writer.finish()
}

export function decodeRangeCut(bytes: Uint8Array): RangeCut {
  const reader = new Reader(bytes)
  let keyspace = ""
  let key = emptyBytes
  let rangeId = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else if (field === 3) rangeId = reader.uint53()
    else reader.skip()
  }
  return { keyspace, key, rangeId }
}

export function encodeRangeMerge({ rangeId, nextRangeId }: RangeMerge): Uint8Array {
  const writer = new Writer(24)
  writer.uint(1, rangeId)
  writer.uint(2, nextRangeId)
  return writer.finish()
}

export function decodeRangeMerge(bytes: Uint8Array): RangeMerge {
  const reader = new Reader(bytes)
  let rangeId = 0
  let nextRangeId = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) nextRangeId = reader.uint53()
    else reader.skip()
  }
  return { rangeId, nextRangeId }
}
