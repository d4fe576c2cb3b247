/** Frames of the Session stream and the Batch call: many operations or results, unread. */
import { assert } from "../base/index.ts"
import { type RangeRoute, readRoute, writeRoute } from "./range-descriptor.ts"
import { Reader, tooMany } from "./reader.ts"
import { varintBytes, Writer } from "./writer.ts"

/** Operations or results of one frame. Bounds what a frame of empty ones costs to split. */
export const frameOperationsMax = 65_536
const memberAddressesMax = 1_000
const routesMax = 65_536

const operationsField = 1
const batchKeyspaceField = 1
const batchOperationsField = 2

export interface SessionResponseFrame {
  readonly results: readonly Uint8Array[]
  /** Where to go directly with keys of these ranges. */
  readonly routes: readonly RangeRoute[]
  /** Every node of the cluster; empty when the frame doesn't say. */
  readonly memberAddresses: readonly string[]
}

export function encodeSessionRequest(operations: readonly Uint8Array[]): Uint8Array {
  const writer = new Writer(bytesOfList(operations))
  writeList(writer, operationsField, operations)
  return writer.finish()
}

/** The encoded operations of a frame, as views into it. Throws KvError `invalid_argument`. */
export function splitSessionRequest(frame: Uint8Array): readonly Uint8Array[] {
  const reader = new Reader(frame)
  const operations: Uint8Array[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === operationsField) take(reader, operations)
    else reader.skip()
  }
  return operations
}

export function encodeSessionResponse(parts: {
  readonly results: readonly Uint8Array[]
  readonly routes?: readonly RangeRoute[]
  readonly memberAddresses?: readonly string[]
}): Uint8Array {
  const { results, routes, memberAddresses } = parts
  const writer = new Writer(bytesOfList(results))
  writeList(writer, operationsField, results)
  for (const route of routes ?? []) {
    const message = writer.begin(5)
    writeRoute(writer, route)
    writer.end(message)
  }
  for (const address of memberAddresses ?? []) writer.presentString(4, address)
  return writer.finish()
}

/** The encoded results are views into the frame. Throws KvError `invalid_argument`. */
export function splitSessionResponse(frame: Uint8Array): SessionResponseFrame {
  const reader = new Reader(frame)
  const results: Uint8Array[] = []
  const memberAddresses: string[] = []
  const routes: RangeRoute[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === operationsField) take(reader, results)
    else if (field === 4) memberAddresses.push(reader.string())
    else if (field === 5) routes.push(readRoute(reader))
    else reader.skip()
    if (memberAddresses.length > memberAddressesMax) throw tooMany(memberAddressesMax)
    if (routes.length > routesMax) throw tooMany(routesMax)
  }
  return { results, routes, memberAddresses }
}

export function encodeBatchRequest(
  keyspace: string,
  operations: readonly Uint8Array[],
): Uint8Array {
  const writer = new Writer(16 + 3 * keyspace.length + bytesOfList(operations))
  writer.string(batchKeyspaceField, keyspace)
  writeList(writer, batchOperationsField, operations)
  return writer.finish()
}

/** The encoded operations are views into the request. Throws KvError `invalid_argument`. */
export function splitBatchRequest(request: Uint8Array): {
  readonly keyspace: string
  readonly operations: readonly Uint8Array[]
} {
  const reader = new Reader(request)
  const operations: Uint8Array[] = []
  let keyspace = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === batchKeyspaceField) keyspace = reader.string()
    else if (field === batchOperationsField) take(reader, operations)
    else reader.skip()
  }
  return { keyspace, operations }
}

export function encodeBatchResponse(results: readonly Uint8Array[]): Uint8Array {
  return encodeSessionRequest(results)
}

/** Both are one list in field 1. */
export function splitBatchResponse(response: Uint8Array): readonly Uint8Array[] {
  return splitSessionRequest(response)
}

function take(reader: Reader, into: Uint8Array[]): void {
  into.push(reader.bytes())
  if (into.length > frameOperationsMax) throw tooMany(frameOperationsMax)
}

function writeList(writer: Writer, field: number, elements: readonly Uint8Array[]): void {
  assert(elements.length <= frameOperationsMax, "more operations than one frame may carry")
  for (const element of elements) writer.presentBytes(field, element)
}

function bytesOfList(elements: readonly Uint8Array[]): number {
  let size = 64
  for (const element of elements) size += 1 + varintBytes(element.length) + element.length
  return size
}
