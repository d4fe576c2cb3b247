/** Cluster.ListRanges, LocateKey and SplitRange. */
import { emptyBytes, type NodeId, type RangeId } from "../base/index.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import { noRange, readDescriptorField, writeDescriptorField } from "./range-descriptor.ts"
import { Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

const rangesMax = 10_000_000
const replicasMax = 1_000

/** A range as the asked node sees it. */
export interface RangeSummary {
  readonly range: RangeDescriptor
  readonly keyspace: string
  readonly replicas: readonly { readonly nodeId: NodeId; readonly role: string }[]
  /** 0: none known. */
  readonly leaderNodeId: NodeId
  readonly term: number
  /** Where the asked node's replica is in the range's log; 0: it has none. */
  readonly appliedIndex: number
  readonly firstIndex: number
  readonly commitIndex: number
  readonly lastIndex: number
  /** Keys and values of clients, about, and how many; 0 as long as the node does not know. */
  readonly bytes: number
  readonly keys: number
  /** What the asked node's replica serves, averaged over some seconds. */
  readonly readsPerSecond: number
  readonly writesPerSecond: number
  /** Of a key that was located: "memory" or "disk"; empty: not asked, or no replica. */
  readonly readFrom: string
}

/** A key of a keyspace: what LocateKey asks about. */
export interface KeyOfKeyspace {
  readonly keyspace: string
  readonly key: Uint8Array
}

export function encodeKeyOfKeyspace({ keyspace, key }: KeyOfKeyspace): Uint8Array {
  const writer = new Writer(16 + 3 * keyspace.length + key.length)
  writer.string(1, keyspace)
  writer.bytes(2, key)
  return writer.finish()
}

export function decodeKeyOfKeyspace(bytes: Uint8Array): KeyOfKeyspace {
  const reader = new Reader(bytes)
  let keyspace = ""
  let key = emptyBytes
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else reader.skip()
  }
  return { keyspace, key }
}

export function encodeRangeSummary(summary: RangeSummary): Uint8Array {
  const writer = new Writer(256)
  writeSummary(writer, summary)
  return writer.finish()
}

export function decodeRangeSummary(bytes: Uint8Array): RangeSummary {
  return readSummary(new Reader(bytes))
}

export function encodeRangeList(ranges: readonly RangeSummary[]): Uint8Array {
  const writer = new Writer(64 + 128 * ranges.length)
  for (const summary of ranges) {
    const message = writer.begin(1)
    writeSummary(writer, summary)
    writer.end(message)
  }
  return writer.finish()
}

export function decodeRangeList(bytes: Uint8Array): readonly RangeSummary[] {
  const reader = new Reader(bytes)
  const ranges: RangeSummary[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) {
      const outer = reader.enter()
      ranges.push(readSummary(reader))
      reader.leave(outer)
    } else reader.skip()
    if (ranges.length > rangesMax) throw tooMany(rangesMax)
  }
  return ranges
}

/** Which replica of a range is to lead it. */
export interface LeaderTransfer {
  readonly rangeId: RangeId
  readonly to: NodeId
}

export function encodeLeaderTransfer({ rangeId, to }: LeaderTransfer): Uint8Array {
  const writer = new Writer(16)
  writer.uint(1, rangeId)
  writer.uint(2, to)
  return writer.finish()
}

export function decodeLeaderTransfer(bytes: Uint8Array): LeaderTransfer {
  const reader = new Reader(bytes)
  let rangeId = 0
  let to = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) to = reader.uint32()
    else reader.skip()
  }
  return { rangeId, to }
}

/** A CheckRangeRequest. */
export function encodeRangeId(rangeId: RangeId): Uint8Array {
  const writer = new Writer(16)
  writer.uint(1, rangeId)
  return writer.finish()
}

export function decodeRangeId(bytes: Uint8Array): RangeId {
  return decodeLeaderTransfer(bytes).rangeId
}

/** Both halves of a split. */
export interface SplitHalves {
  readonly left: RangeDescriptor
  readonly right: RangeDescriptor
}

export function decodeSplitHalves(bytes: Uint8Array): SplitHalves {
  return readSplitHalves(new Reader(bytes))
}

/** A SplitResponse, or a SplitRangeResponse, which has the same fields. */
export function readSplitHalves(reader: Reader): SplitHalves {
  let left = noRange
  let right = noRange
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) left = readDescriptorField(reader)
    else if (field === 2) right = readDescriptorField(reader)
    else reader.skip()
  }
  return { left, right }
}

function writeSummary(writer: Writer, summary: RangeSummary): void {
  writeDescriptorField(writer, 1, summary.range)
  writer.string(2, summary.keyspace)
  for (const { nodeId, role } of summary.replicas) {
    const replica = writer.begin(3)
    writer.uint(1, nodeId)
    writer.string(2, role)
    writer.end(replica)
  }
  writer.uint(4, summary.leaderNodeId)
  writer.uint(5, summary.term)
  writer.uint(6, summary.appliedIndex)
  writer.uint(7, summary.firstIndex)
  writer.uint(8, summary.commitIndex)
  writer.uint(9, summary.lastIndex)
  writer.uint(10, summary.bytes)
  writer.uint(11, summary.keys)
  writer.uint(12, Math.round(summary.readsPerSecond))
  writer.uint(13, Math.round(summary.writesPerSecond))
  writer.string(14, summary.readFrom)
}

function readSummary(reader: Reader): RangeSummary {
  let range = noRange
  let [keyspace, readFrom] = ["", ""]
  const replicas: { nodeId: NodeId; role: string }[] = []
  let leaderNodeId = 0
  let term = 0
  const numbers = {
    ...{ appliedIndex: 0, firstIndex: 0, commitIndex: 0, lastIndex: 0 },
    ...{ bytes: 0, keys: 0, readsPerSecond: 0, writesPerSecond: 0 },
  }
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) range = readDescriptorField(reader)
    else if (field === 2) keyspace = reader.string()
    else if (field === 3) replicas.push(readReplica(reader))
    else if (field === 4) leaderNodeId = reader.uint32()
    else if (field === 5) term = reader.uint53()
    else if (field === 6) numbers.appliedIndex = reader.uint53()
    else if (field === 7) numbers.firstIndex = reader.uint53()
    else if (field === 8) numbers.commitIndex = reader.uint53()
    else if (field === 9) numbers.lastIndex = reader.uint53()
    else if (field === 10) numbers.bytes = reader.uint53()
    else if (field === 11) numbers.keys = reader.uint53()
    else if (field === 12) numbers.readsPerSecond = reader.uint53()
    else if (field === 13) numbers.writesPerSecond = reader.uint53()
    else if (field === 14) readFrom = reader.string()
    else reader.skip()
    if (replicas.length > replicasMax) throw tooMany(replicasMax)
  }
  return { range, keyspace, replicas, leaderNodeId, term, ...numbers, readFrom }
}

function readReplica(reader: Reader): { nodeId: NodeId; role: string } {
  let nodeId = 0
  let role = ""
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) nodeId = reader.uint32()
    else if (field === 2) role = reader.string()
    else reader.skip()
  }
  reader.leave(outer)
  return { nodeId, role }
}
