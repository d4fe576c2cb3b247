/** Frames of the Session stream and the Batch call: many operations or results, unread. */
import { assert, type LeaderHint } from "../base/index.ts"
import { Reader, tooMany } from "./reader.ts"
import { varintBytes, Writer } from "./writer.ts"

/** Operations or results of one frame. Bounds what a frame of empty ones costs to split. */
export const frameOperationsMax = 65_536
const memberAddressesMax = 1_000

const operationsField = 1
const batchKeyspaceField = 1
const batchOperationsField = 2

export interface SessionResponseFrame {
  readonly results: readonly Uint8Array[]
  /** Where to go directly; told when it becomes known or changes. */
  readonly leader: LeaderHint | undefined
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
  readonly leader?: LeaderHint | undefined
  readonly memberAddresses?: readonly string[]
}): Uint8Array {
  const { results, leader, memberAddresses } = parts
  const writer = new Writer(bytesOfList(results))
  writeList(writer, operationsField, results)
  if (leader !== undefined) {
    writer.uint(2, leader.nodeId)
    writer.string(3, leader.address)
  }
  for (const address of memberAddresses ?? []) writer.presentString(4, address)
  return writer.finish()
}

/** The encoded results are views into the frame. Throws KvError `invalid_argument`. */
export function splitSessionResponse(frame: Uint8Array): SessionResponseFrame {
  const reader = new Reader(frame)
  const results: Uint8Array[] = []
  const memberAddresses: string[] = []
  let nodeId = 0
  let address = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === operationsField) take(reader, results)
    else if (field === 2) nodeId = reader.uint32()
    else if (field === 3) address = reader.string()
    else if (field === 4) memberAddresses.push(reader.string())
    else reader.skip()
    if (memberAddresses.length > memberAddressesMax) throw tooMany(memberAddressesMax)
  }
  const leader = nodeId === 0 && address === "" ? undefined : { nodeId, address }
  return { results, leader, memberAddresses }
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
