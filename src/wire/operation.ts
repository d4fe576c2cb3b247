/** ringraft.v1.Operation: what a client sends, a frame carries and the log keeps, untouched. */
import type { RangeId } from "../base/index.ts"
import type { Operation } from "../core/range/types.ts"
import { malformed, Reader } from "./reader.ts"
import {
  type RequestHead,
  readAbsorb,
  readAddKeyspace,
  readAsk,
  readChangeReplicas,
  readCheck,
  readCompareAndSwap,
  readDelete,
  readDeleteRange,
  readGet,
  readIncrement,
  readMerge,
  readPut,
  readScan,
  readSplit,
  readTransfer,
  writeRequest,
} from "./request.ts"
import { Writer } from "./writer.ts"

/** What a client may ask for; the names of the KV service's calls. */
export type Verb = Operation["type"]

const idField = 1
const timeoutField = 2
const rangeIdField = 10
const rangeVersionField = 11
const cancelField = 15

/** The field of each verb in Operation.request and in Result.response. */
export const verbFields: Readonly<Record<Verb, number>> = {
  get: 3,
  put: 4,
  delete: 5,
  compareAndSwap: 6,
  increment: 7,
  scan: 8,
  deleteRange: 9,
  split: 100,
  transfer: 101,
  check: 110,
  ask: 113,
  addKeyspace: 102,
  changeReplicas: 106,
  merge: 120,
  absorb: 121,
}

/** A table from fields to what belongs to their verbs. */
export function byVerbField<T>(byVerb: Readonly<Record<Verb, T>>): (T | undefined)[] {
  const verbs = Object.keys(verbFields) as Verb[]
  const fields = Math.max(...Object.values(verbFields)) + 1
  // Without holes: it is read for every operation.
  const table: (T | undefined)[] = Array.from({ length: fields }, () => undefined)
  for (const verb of verbs) table[verbFields[verb]] = byVerb[verb]
  return table
}

/** Takes back the operation with the same id if it has not been started. */
interface CancelRequest {
  readonly type: "cancel"
}

export interface DecodedOperation {
  /** Unique among the sender's operations in flight; 0 outside of sessions. */
  readonly id: number
  /** 0: the server's default. */
  readonly timeoutMs: number
  /** The range that the sender takes the key to be in, and its version; 0: it has no idea. */
  readonly rangeId: RangeId
  readonly rangeVersion: number
  /** Empty: "default", or the batch's. */
  readonly keyspace: string
  readonly request: Operation | CancelRequest
}

const cancel: CancelRequest = { type: "cancel" }

/**
 * Reads an operation; keys and values are views into `bytes`. Of several requests the last one
 * stands. Throws KvError `invalid_argument`.
 */
export function decodeOperation(bytes: Uint8Array): DecodedOperation {
  const reader = new Reader(bytes)
  const head: RequestHead = { keyspace: "" }
  let id = 0
  let timeoutMs = 0
  let rangeId = 0
  let rangeVersion = 0
  let request: Operation | CancelRequest | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === idField) id = reader.uint32()
    else if (field === timeoutField) timeoutMs = reader.uint32()
    else if (field === rangeIdField) rangeId = reader.uint53()
    else if (field === rangeVersionField) rangeVersion = reader.uint53()
    else request = readRequest(reader, field, head) ?? request
  }
  if (request === undefined) throw malformed("the operation has no request that this node knows")
  return { id, timeoutMs, rangeId, rangeVersion, keyspace: head.keyspace, request }
}

/** The id alone, for answering an operation that can't be read otherwise; 0 when there is none. */
export function idOfOperation(bytes: Uint8Array): number {
  const reader = new Reader(bytes)
  let id = 0
  try {
    for (let field = reader.next(); field !== 0; field = reader.next()) {
      if (field === idField) id = reader.uint32()
      else reader.skip()
    }
  } catch {
    // What came before the damage has to do.
  }
  return id
}

/** The operation with its id replaced, its request not looked at. */
export function operationWithId(bytes: Uint8Array, id: number): Uint8Array {
  return withId(bytes, id)
}

export function encodeOperation(parts: {
  readonly id: number
  readonly timeoutMs: number
  readonly keyspace: string
  readonly rangeId?: RangeId | undefined
  readonly rangeVersion?: number | undefined
  readonly operation: Operation | CancelRequest
}): Uint8Array {
  const { id, timeoutMs, keyspace, rangeId, rangeVersion, operation } = parts
  const writer = new Writer(sizeHintOf(operation))
  writer.uint(idField, id)
  writer.uint(timeoutField, timeoutMs)
  writer.uint(rangeIdField, rangeId ?? 0)
  writer.uint(rangeVersionField, rangeVersion ?? 0)
  if (operation.type === "cancel") {
    writer.presentBytes(cancelField, noBytes)
    return writer.finish()
  }
  const request = writer.begin(verbFields[operation.type], sizeHintOf(operation) - 24)
  writeRequest(writer, keyspace, operation)
  writer.end(request)
  return writer.finish()
}

/** Makes an Operation out of the encoded request of a unary call, its bytes taken as they are. */
export function operationOfRequest(verb: Verb, request: Uint8Array, timeoutMs: number): Uint8Array {
  const writer = new Writer(16 + request.length)
  writer.uint(timeoutField, timeoutMs)
  writer.presentBytes(verbFields[verb], request)
  return writer.finish()
}

/** A message whose id is field 1, as Operation's and Result's are, under another id. */
export function withId(bytes: Uint8Array, id: number): Uint8Array {
  const writer = new Writer(8 + bytes.length)
  // Where an encoder puts it first, it is taken out. Anywhere else the one at the end overrules it.
  writer.raw(bytes[0] === 8 * idField ? bytes.subarray(endOfVarint(bytes, 1)) : bytes)
  writer.presentUint(idField, id)
  return writer.finish()
}

function endOfVarint(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && (bytes[at] as number) > 0x7f) at += 1
  return at + 1
}

/** Reads the request in this field; undefined when the field is none, and it is passed over. */
function readRequest(
  reader: Reader,
  field: number,
  head: RequestHead,
): Operation | CancelRequest | undefined {
  const read = readers[field]
  if (read === undefined) {
    reader.skip()
    return undefined
  }
  const outer = reader.enter()
  const request = read(reader, head)
  reader.leave(outer)
  return request
}

function readCancel(reader: Reader): CancelRequest {
  while (reader.next() !== 0) reader.skip()
  return cancel
}

const noBytes = new Uint8Array(0)

const readers = byVerbField<(reader: Reader, head: RequestHead) => Operation | CancelRequest>({
  get: readGet,
  put: readPut,
  delete: readDelete,
  compareAndSwap: readCompareAndSwap,
  increment: readIncrement,
  scan: readScan,
  deleteRange: readDeleteRange,
  split: readSplit,
  transfer: readTransfer,
  check: readCheck,
  ask: readAsk,
  addKeyspace: readAddKeyspace,
  changeReplicas: readChangeReplicas,
  merge: readMerge,
  absorb: readAbsorb,
})
readers[cancelField] = readCancel

/** Field headers, ids and numbers take less than 96 bytes. */
function sizeHintOf(operation: Operation | CancelRequest): number {
  switch (operation.type) {
    case "cancel":
      return 16
    case "put":
      return 96 + operation.key.length + operation.value.length
    case "compareAndSwap": {
      const { key, expect, value } = operation
      const expected = expect.type === "value" ? expect.value.length : 0
      return 96 + key.length + expected + (value?.length ?? 0)
    }
    case "split":
    case "merge":
      return 96 + operation.at.length
    case "absorb":
      return 128 + operation.source.start.length + operation.source.end.length
    case "ask":
      return 96 + operation.request.length
    case "addKeyspace":
      return 96 + operation.key.length + operation.record.length
    case "scan":
    case "deleteRange":
      return 96 + operation.start.length + operation.end.length
    case "changeReplicas":
      return 96 + operation.key.length + 12 * operation.changes.length
    default:
      return 96 + operation.key.length
  }
}
