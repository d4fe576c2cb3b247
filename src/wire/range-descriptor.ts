/** ringraft.v1.RangeDescriptor and RangeRoute: what a range covers, and where it is led. */
import { copyBytes, emptyBytes, type LeaderHint, type RangeId } from "../base/index.ts"
import type { Freeze, RangeDescriptor } from "../core/range/types.ts"
import { Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

/** Where to go with keys of a range. */
export interface RangeRoute {
  readonly keyspace: string
  readonly range: RangeDescriptor
  /** undefined: none known. */
  readonly leader: LeaderHint | undefined
}

/** Far above what a range ever names. */
const absorbedMax = 1_000

function writeDescriptor(writer: Writer, range: RangeDescriptor): void {
  writer.uint(1, range.rangeId)
  writer.uint(2, range.keyspaceId)
  writer.bytes(3, range.start)
  writer.bytes(4, range.end)
  writer.uint(5, range.version)
  writer.uint(6, range.configVersion)
  const { frozen, absorbed } = range
  if (frozen !== undefined) {
    const freeze = writer.begin(7)
    writer.uint(1, frozen.into)
    writer.uint(2, frozen.version)
    writer.uint(3, frozen.configVersion)
    writer.uint(4, frozen.index)
    writer.uint(5, frozen.term)
    writer.end(freeze)
  }
  if (absorbed !== undefined) writer.uints(8, absorbed)
}

function readFreeze(reader: Reader): Freeze {
  let into = 0
  let version = 0
  let configVersion = 0
  let index = 0
  let term = 0
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) into = reader.uint53()
    else if (field === 2) version = reader.uint53()
    else if (field === 3) configVersion = reader.uint53()
    else if (field === 4) index = reader.uint53()
    else if (field === 5) term = reader.uint53()
    else reader.skip()
  }
  reader.leave(outer)
  return { into, version, configVersion, index, term }
}

/** Into a field of another message. */
export function writeDescriptorField(writer: Writer, field: number, range: RangeDescriptor): void {
  const descriptor = writer.begin(field)
  writeDescriptor(writer, range)
  writer.end(descriptor)
}

/** Its keys are copies: descriptors are kept for long. */
export function readDescriptor(reader: Reader): RangeDescriptor {
  let rangeId = 0
  let keyspaceId = 0
  let start = emptyBytes
  let end = emptyBytes
  let version = 0
  let configVersion = 0
  let frozen: Freeze | undefined
  let absorbed: RangeId[] | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) keyspaceId = reader.uint32()
    else if (field === 3) start = copyBytes(reader.bytes())
    else if (field === 4) end = copyBytes(reader.bytes())
    else if (field === 5) version = reader.uint53()
    else if (field === 6) configVersion = reader.uint53()
    else if (field === 7) frozen = readFreeze(reader)
    else if (field === 8) {
      absorbed ??= []
      reader.uint53s(absorbed, absorbedMax)
      if (absorbed.length > absorbedMax) throw tooMany(absorbedMax)
    } else reader.skip()
  }
  const plain = { rangeId, keyspaceId, start, end, version, configVersion }
  // Most are like this, and there are thousands of them.
  if (frozen === undefined && absorbed === undefined) return plain
  return { ...plain, frozen, absorbed }
}

/** The message in the field that the reader is at. */
export function readDescriptorField(reader: Reader): RangeDescriptor {
  const outer = reader.enter()
  const range = readDescriptor(reader)
  reader.leave(outer)
  return range
}

export function encodeDescriptor(range: RangeDescriptor): Uint8Array {
  const writer = new Writer(64 + range.start.length + range.end.length)
  writeDescriptor(writer, range)
  return writer.finish()
}

export function decodeDescriptor(bytes: Uint8Array): RangeDescriptor {
  return readDescriptor(new Reader(bytes))
}

/** A MergeRangesResponse. */
export function encodeMergedRange(range: RangeDescriptor): Uint8Array {
  const writer = new Writer(96 + range.start.length + range.end.length)
  writeDescriptorField(writer, 1, range)
  return writer.finish()
}

export function decodeMergedRange(bytes: Uint8Array): RangeDescriptor {
  const reader = new Reader(bytes)
  let range = noRange
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) range = readDescriptorField(reader)
    else reader.skip()
  }
  return range
}

export function writeRoute(writer: Writer, { keyspace, range, leader }: RangeRoute): void {
  writer.string(4, keyspace)
  writeDescriptorField(writer, 1, range)
  if (leader === undefined) return
  writer.uint(2, leader.nodeId)
  writer.string(3, leader.address)
}

export function readRoute(reader: Reader): RangeRoute {
  let keyspace = ""
  let range = noRange
  let nodeId = 0
  let address = ""
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) range = readDescriptorField(reader)
    else if (field === 2) nodeId = reader.uint32()
    else if (field === 3) address = reader.string()
    else if (field === 4) keyspace = reader.string()
    else reader.skip()
  }
  reader.leave(outer)
  const leader = nodeId === 0 && address === "" ? undefined : { nodeId, address }
  return { keyspace, range, leader }
}

/** What an absent descriptor means. */
export const noRange: RangeDescriptor = {
  rangeId: 0,
  keyspaceId: 0,
  start: emptyBytes,
  end: emptyBytes,
  version: 0,
  configVersion: 0,
}
