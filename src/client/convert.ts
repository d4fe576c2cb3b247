import { compareBytes, emptyBytes, endOfPrefix, KvError, successorOf } from "../base/index.ts"
import type {
  CompareAndSwapOperation,
  Expectation,
  GetOperation,
  IncrementOperation,
  Operation,
  OperationResult,
  PutOperation,
} from "../core/range/types.ts"
import type {
  Bytes,
  Cell,
  CompareAndSwap,
  Consistency,
  Incremented,
  Span,
  Swapped,
  Written,
} from "./types.ts"

/** What callers write, to operations. Every function throws KvError `invalid_argument`. */

export function bytesOf(bytes: Bytes, what: string): Uint8Array {
  if (typeof bytes === "string") return Buffer.from(bytes)
  if (bytes instanceof Uint8Array) return bytes
  throw new KvError("invalid_argument", `${what} must be a string or a Uint8Array`)
}

export function getOf(key: Bytes, consistency: Consistency = "linearizable"): GetOperation {
  return { type: "get", key: bytesOf(key, "key"), consistency }
}

export function putOf(key: Bytes, value: Bytes, ttlMs?: number): PutOperation {
  return {
    type: "put",
    key: bytesOf(key, "key"),
    value: bytesOf(value, "value"),
    ttlMs,
    requestId: undefined,
  }
}

export function deleteOf(key: Bytes): Operation {
  return { type: "delete", key: bytesOf(key, "key"), requestId: undefined }
}

export function compareAndSwapOf(key: Bytes, swap: CompareAndSwap): CompareAndSwapOperation {
  if ((swap.value === undefined) === (swap.delete === undefined)) {
    throw new KvError("invalid_argument", "give either the new value, or delete: true")
  }
  return {
    type: "compareAndSwap",
    key: bytesOf(key, "key"),
    expect: expectationOf(swap.expect),
    value: swap.value === undefined ? undefined : bytesOf(swap.value, "value"),
    ttlMs: swap.ttlMs,
    requestId: undefined,
  }
}

function expectationOf(expect: CompareAndSwap["expect"]): Expectation {
  if (expect === "absent") return { type: "absent" }
  if (typeof expect === "number") return { type: "version", version: expect }
  return { type: "value", value: bytesOf(expect?.value, "expect.value") }
}

export function incrementOf(
  key: Bytes,
  delta: bigint | number,
  ttlMs?: number,
): IncrementOperation {
  if (typeof delta !== "bigint" && !Number.isSafeInteger(delta)) {
    throw new KvError("invalid_argument", `delta is ${delta}: give a whole number, or a bigint`)
  }
  return {
    type: "increment",
    key: bytesOf(key, "key"),
    delta: BigInt(delta),
    ttlMs,
    requestId: undefined,
  }
}

/** Half open, as the nodes want it; an empty end is the end of the keyspace. */
export interface Bounds {
  readonly start: Uint8Array
  readonly end: Uint8Array
}

/** The keys that satisfy all of the span's bounds; undefined when none can. */
export function boundsOf(span: Span): Bounds | undefined {
  const starts: Uint8Array[] = [emptyBytes]
  const ends: Uint8Array[] = []
  if (span.gte !== undefined) starts.push(bytesOf(span.gte, "gte"))
  if (span.gt !== undefined) starts.push(successorOf(bytesOf(span.gt, "gt")))
  if (span.lt !== undefined) ends.push(bytesOf(span.lt, "lt"))
  if (span.lte !== undefined) ends.push(successorOf(bytesOf(span.lte, "lte")))
  if (span.prefix !== undefined) {
    const prefix = Uint8Array.from(bytesOf(span.prefix, "prefix"))
    const end = endOfPrefix(prefix)
    starts.push(prefix)
    if (end !== undefined) ends.push(end)
  }
  const start = starts.reduce((left, right) => (compareBytes(left, right) < 0 ? right : left))
  if (ends.length === 0) return { start, end: emptyBytes }
  const end = ends.reduce((left, right) => (compareBytes(left, right) < 0 ? left : right))
  return compareBytes(start, end) < 0 ? { start, end } : undefined
}

/** What nodes answer, to what callers get. Bytes are copied: views would pin the whole frame. */

export function toCell(result: OperationResult, operation: Operation): Cell | undefined {
  if (result.type !== "get" || operation.type !== "get") throw mismatch()
  const { cell } = result
  if (cell === undefined) return undefined
  return {
    key: bufferOf(operation.key),
    value: Buffer.from(cell.value),
    version: cell.version,
    expiresAtMs: cell.expiresAtMs,
  }
}

export function toWritten(result: OperationResult): Written {
  if (result.type !== "put" && result.type !== "delete") throw mismatch()
  return { version: result.version }
}

export function toSwapped(result: OperationResult): Swapped {
  if (result.type !== "compareAndSwap") throw mismatch()
  const { swapped, version, found, value } = result
  return { swapped, version, found, value: value === undefined ? undefined : Buffer.from(value) }
}

export function toIncremented(result: OperationResult): Incremented {
  if (result.type !== "increment") throw mismatch()
  return { value: result.value, version: result.version }
}

export interface DeletedPart {
  readonly deleted: number
  readonly resumeKey: Uint8Array
  readonly more: boolean
}

export function toDeletedPart(result: OperationResult): DeletedPart {
  if (result.type !== "deleteRange") throw mismatch()
  const { deleted, resumeKey, more } = result
  return { deleted, more, resumeKey: Buffer.from(resumeKey) }
}

export interface Page {
  readonly cells: readonly Cell[]
  readonly resumeKey: Uint8Array
  readonly more: boolean
}

export function toPage(result: OperationResult): Page {
  if (result.type !== "scan") throw mismatch()
  const cells = result.cells.map(({ key, value, version, expiresAtMs }) => ({
    key: Buffer.from(key),
    value: Buffer.from(value),
    version,
    expiresAtMs,
  }))
  return { cells, resumeKey: Buffer.from(result.resumeKey), more: result.more }
}

/** The caller's own key back, not copied. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function mismatch(): KvError {
  return new KvError(
    "internal",
    "the node answered another question: are its version and ours one?",
  )
}
