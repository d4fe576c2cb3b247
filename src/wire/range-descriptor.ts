/** ringraft.v1.RangeDescriptor and RangeRoute: what a range covers, and where it is led. */
import { copyBytes, emptyBytes, type LeaderHint } from "../base/index.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import { Reader } from "./reader.ts"
import { Writer } from "./writer.ts"

/** Where to go with keys of a range. */
export interface RangeRoute {
  readonly keyspace: string
  readonly range: RangeDescriptor
  /** undefined: none known. */
  readonly leader: LeaderHint | undefined
}

function writeDescriptor(writer: Writer, range: RangeDescriptor): void {
  writer.uint(1, range.rangeId)
  writer.uint(2, range.keyspaceId)
  writer.bytes(3, range.start)
  writer.bytes(4, range.end)
  writer.uint(5, range.version)
  writer.uint(6, range.configVersion)
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
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) keyspaceId = reader.uint32()
    else if (field === 3) start = copyBytes(reader.bytes())
    else if (field === 4) end = copyBytes(reader.bytes())
    else if (field === 5) version = reader.uint53()
    else if (field === 6) configVersion = reader.uint53()
    else reader.skip()
  }
  return { rangeId, keyspaceId, start, end, version, configVersion }
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
