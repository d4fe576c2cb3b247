/** ringraft.internal.v1.LocateRequest and LocateResponse: where ranges are. */
import { copyBytes, emptyBytes, type KeyspaceId, type NodeId } from "../base/index.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import { noRange, readDescriptorField, writeDescriptorField } from "./range-descriptor.ts"
import { Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

const elementsMax = 10_000

/** A key, or what lies right before it; `before` without a key: what is last. */
export interface RangePlace {
  readonly keyspaceId: KeyspaceId
  readonly key: Uint8Array
  readonly before: boolean
}

export interface RangeLocation {
  readonly range: RangeDescriptor
  /** 0: not known. */
  readonly leader: NodeId
  readonly replicas: readonly NodeId[]
}

export function encodePlaces(places: readonly RangePlace[]): Uint8Array {
  const writer = new Writer(64 * places.length)
  for (const { keyspaceId, key, before } of places) {
    const place = writer.begin(1)
    writer.uint(1, keyspaceId)
    writer.bytes(2, key)
    writer.bool(3, before)
    writer.end(place)
  }
  return writer.finish()
}

/** Throws KvError `invalid_argument`. */
export function decodePlaces(bytes: Uint8Array): readonly RangePlace[] {
  return readList(bytes, (reader) => {
    let keyspaceId = 0
    let key = emptyBytes
    let before = false
    for (let field = reader.next(); field !== 0; field = reader.next()) {
      if (field === 1) keyspaceId = reader.uint32()
      else if (field === 2) key = copyBytes(reader.bytes())
      else if (field === 3) before = reader.bool()
      else reader.skip()
    }
    return { keyspaceId, key, before }
  })
}

export function encodeLocations(locations: readonly RangeLocation[]): Uint8Array {
  const writer = new Writer(128 * locations.length)
  for (const { range, leader, replicas } of locations) {
    const location = writer.begin(1)
    writeDescriptorField(writer, 1, range)
    writer.uint(2, leader)
    writer.uints(3, replicas)
    writer.end(location)
  }
  return writer.finish()
}

/** Throws KvError `invalid_argument`. */
export function decodeLocations(bytes: Uint8Array): readonly RangeLocation[] {
  return readList(bytes, (reader) => {
    let range = noRange
    let leader = 0
    const replicas: NodeId[] = []
    for (let field = reader.next(); field !== 0; field = reader.next()) {
      if (field === 1) range = readDescriptorField(reader)
      else if (field === 2) leader = reader.uint32()
      else if (field === 3) reader.uint53s(replicas, elementsMax)
      else reader.skip()
    }
    return { range, leader, replicas }
  })
}

function readList<T>(bytes: Uint8Array, read: (reader: Reader) => T): readonly T[] {
  const reader = new Reader(bytes)
  const elements: T[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) {
      const outer = reader.enter()
      elements.push(read(reader))
      reader.leave(outer)
    } else reader.skip()
    if (elements.length > elementsMax) throw tooMany(elementsMax)
  }
  return elements
}
