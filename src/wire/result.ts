/** ringraft.v1.Result: the answer to one operation, encoded once by the node that served it. */
import { emptyBytes, KvError } from "../base/index.ts"
import type { Cell, KeyedCell, OperationResult } from "../core/range/types.ts"
import {
  contextOfHint,
  type DecodedHint,
  type ErrorHint,
  readErrorDetail,
  writeErrorDetail,
} from "./error-detail.ts"
import { byVerbField, type Verb, verbFields, withId } from "./operation.ts"
import { readCheckReport, writeCheckReport } from "./range-check.ts"
import { noRange, readDescriptorField, writeDescriptorField } from "./range-descriptor.ts"
import { readSplitHalves } from "./range-status.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

const idField = 1
const errorField = 14
/** Cells of one page; `limits.scanPageCellsMax` is far below. */
const cellsMax = 1_000_000

export interface DecodedResult {
  readonly id: number
  readonly result: OperationResult
  /** Goes with errors only. */
  readonly hint: DecodedHint | undefined
}

export function encodeResult(id: number, result: OperationResult, hint?: ErrorHint): Uint8Array {
  const size = sizeHintOf(result)
  const writer = new Writer(16 + size)
  writer.uint(idField, id)
  const field = result.type === "error" ? errorField : verbFields[result.type]
  const response = writer.begin(field, size)
  if (result.type !== "error") writeResponse(writer, result)
  else writeErrorDetail(writer, result.code, result.message, hint ?? noHint)
  writer.end(response)
  return writer.finish()
}

/** Values are views into `bytes`. Throws KvError `invalid_argument`. */
export function decodeResult(bytes: Uint8Array): DecodedResult {
  const reader = new Reader(bytes)
  let id = 0
  let result: OperationResult | undefined
  let hint: DecodedHint | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    const read = readers[field]
    if (field === idField) id = reader.uint32()
    else if (field === errorField) {
      const outer = reader.enter()
      const error = readErrorDetail(reader)
      reader.leave(outer)
      result = { type: "error", code: error.code, message: error.message }
      hint = error.hint
    } else if (read !== undefined) {
      const outer = reader.enter()
      result = read(reader)
      reader.leave(outer)
      hint = undefined
    } else reader.skip()
  }
  if (result === undefined) throw malformed("the result has no response that this version knows")
  return { id, result, hint }
}

/** A result as the session table stores it: a Result without id. */
export function encodeOperationResult(result: OperationResult): Uint8Array {
  return encodeResult(0, result)
}

export function decodeOperationResult(bytes: Uint8Array): OperationResult {
  return decodeResult(bytes).result
}

/** The result with its id replaced, its response not looked at. */
export function resultWithId(bytes: Uint8Array, id: number): Uint8Array {
  return withId(bytes, id)
}

/** The asked node is not where the operation belongs, and did nothing. */
export interface Misrouted {
  readonly code: "not_leader" | "range_changed"
  /** Who leads the range, as that node says; 0: it does not say. */
  readonly leader: number
}

/** undefined: anything else, whatever it says. */
export function misroutedOf(bytes: Uint8Array): Misrouted | undefined {
  const reader = new Reader(bytes)
  let misrouted: Misrouted | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === errorField) {
      const outer = reader.enter()
      const { code, hint } = readErrorDetail(reader)
      const routing = code === "not_leader" || code === "range_changed"
      misrouted = routing ? { code, leader: hint?.leaderNodeId ?? 0 } : undefined
      reader.leave(outer)
    } else reader.skip()
  }
  return misrouted
}

/** Unwraps a result for a unary call: the response message's bytes as they are, or the error. */
export function responseOfResult(
  bytes: Uint8Array,
): { readonly verb: Verb; readonly response: Uint8Array } | { readonly error: KvError } {
  const reader = new Reader(bytes)
  let answer: ReturnType<typeof responseOfResult> | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    const verb = verbOfField[field]
    if (field === errorField) {
      const outer = reader.enter()
      const { code, message, hint } = readErrorDetail(reader)
      reader.leave(outer)
      answer = { error: new KvError(code, message, contextOfHint(hint)) }
    } else if (verb !== undefined) answer = { verb, response: reader.bytes() }
    else reader.skip()
  }
  if (answer === undefined) throw malformed("the result has no response that this version knows")
  return answer
}

const noHint: ErrorHint = {}

const verbOfField: Readonly<Record<number, Verb>> = Object.fromEntries(
  Object.entries(verbFields).map(([verb, field]) => [field, verb as Verb]),
)

function writeResponse(
  writer: Writer,
  result: Exclude<OperationResult, { readonly type: "error" }>,
): void {
  switch (result.type) {
    case "get":
      if (result.cell === undefined) return
      writer.bool(1, true)
      writer.bytes(2, result.cell.value)
      writer.uint(3, result.cell.version)
      writer.uint(4, result.cell.expiresAtMs)
      return
    case "put":
    case "delete":
      writer.uint(1, result.version)
      return
    case "compareAndSwap":
      writer.bool(1, result.swapped)
      writer.uint(2, result.version)
      writer.bool(3, result.found)
      if (result.value !== undefined) writer.bytes(4, result.value)
      return
    case "increment":
      writer.int64(1, result.value)
      writer.uint(2, result.version)
      return
    case "scan":
      for (const cell of result.cells) writeCell(writer, cell)
      writer.bytes(2, result.resumeKey)
      writer.bool(3, result.more)
      return
    case "deleteRange":
      writer.uint(1, result.deleted)
      writer.uint(2, result.version)
      writer.bytes(3, result.resumeKey)
      writer.bool(4, result.more)
      return
    case "check":
      writeCheckReport(writer, result)
      return
    case "addKeyspace":
      writer.uint(1, result.version)
      writeDescriptorField(writer, 2, result.range)
      return
    case "merge":
    case "absorb":
    case "transfer":
    case "changeReplicas":
      writeDescriptorField(writer, 1, result.range)
      return
    case "ask":
      writer.bytes(1, result.response)
      return
    case "split":
      writeDescriptorField(writer, 1, result.left)
      writeDescriptorField(writer, 2, result.right)
  }
}

function writeCell(writer: Writer, { key, value, version, expiresAtMs }: KeyedCell): void {
  const cell = writer.begin(1, key.length + value.length + 20)
  writer.bytes(1, key)
  writer.bytes(2, value)
  writer.uint(3, version)
  writer.uint(4, expiresAtMs)
  writer.end(cell)
}

function readGet(reader: Reader): OperationResult {
  let found = false
  let value = emptyBytes
  let version = 0
  let expiresAtMs = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) found = reader.bool()
    else if (field === 2) value = reader.bytes()
    else if (field === 3) version = reader.uint53()
    else if (field === 4) expiresAtMs = reader.uint53()
    else reader.skip()
  }
  const cell: Cell | undefined = found ? { value, version, expiresAtMs } : undefined
  return { type: "get", cell }
}

function readPut(reader: Reader): OperationResult {
  return { type: "put", version: readVersion(reader) }
}

function readDelete(reader: Reader): OperationResult {
  return { type: "delete", version: readVersion(reader) }
}

function readVersion(reader: Reader): number {
  let version = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) version = reader.uint53()
    else reader.skip()
  }
  return version
}

function readCompareAndSwap(reader: Reader): OperationResult {
  let swapped = false
  let version = 0
  let found = false
  let stored = emptyBytes
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) swapped = reader.bool()
    else if (field === 2) version = reader.uint53()
    else if (field === 3) found = reader.bool()
    else if (field === 4) stored = reader.bytes()
    else reader.skip()
  }
  const value = found && !swapped ? stored : undefined
  return { type: "compareAndSwap", swapped, version, found, value }
}

function readIncrement(reader: Reader): OperationResult {
  let value = 0n
  let version = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) value = reader.int64()
    else if (field === 2) version = reader.uint53()
    else reader.skip()
  }
  return { type: "increment", value, version }
}

function readScan(reader: Reader): OperationResult {
  const cells: KeyedCell[] = []
  let resumeKey = emptyBytes
  let more = false
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) cells.push(readCell(reader))
    else if (field === 2) resumeKey = reader.bytes()
    else if (field === 3) more = reader.bool()
    else reader.skip()
    if (cells.length > cellsMax) throw tooMany(cellsMax)
  }
  return { type: "scan", cells, resumeKey, more }
}

function readCell(reader: Reader): KeyedCell {
  let key = emptyBytes
  let value = emptyBytes
  let version = 0
  let expiresAtMs = 0
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) key = reader.bytes()
    else if (field === 2) value = reader.bytes()
    else if (field === 3) version = reader.uint53()
    else if (field === 4) expiresAtMs = reader.uint53()
    else reader.skip()
  }
  reader.leave(outer)
  return { key, value, version, expiresAtMs }
}

function readDeleteRange(reader: Reader): OperationResult {
  let deleted = 0
  let version = 0
  let resumeKey = emptyBytes
  let more = false
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) deleted = reader.uint53()
    else if (field === 2) version = reader.uint53()
    else if (field === 3) resumeKey = reader.bytes()
    else if (field === 4) more = reader.bool()
    else reader.skip()
  }
  return { type: "deleteRange", deleted, version, resumeKey, more }
}

function readSplit(reader: Reader): OperationResult {
  return { type: "split", ...readSplitHalves(reader) }
}

function readAddKeyspace(reader: Reader): OperationResult {
  let version = 0
  let range = noRange
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) version = reader.uint53()
    else if (field === 2) range = readDescriptorField(reader)
    else reader.skip()
  }
  return { type: "addKeyspace", version, range }
}

type RangeVerb = "transfer" | "changeReplicas" | "merge" | "absorb"

function readRangeOf(type: RangeVerb): (reader: Reader) => OperationResult {
  return (reader) => {
    let range = noRange
    for (let field = reader.next(); field !== 0; field = reader.next()) {
      if (field === 1) range = readDescriptorField(reader)
      else reader.skip()
    }
    return { type, range }
  }
}

function readAsk(reader: Reader): OperationResult {
  let response = emptyBytes
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) response = reader.bytes()
    else reader.skip()
  }
  return { type: "ask", response }
}

const readers = byVerbField<(reader: Reader) => OperationResult>({
  get: readGet,
  put: readPut,
  delete: readDelete,
  compareAndSwap: readCompareAndSwap,
  increment: readIncrement,
  scan: readScan,
  deleteRange: readDeleteRange,
  split: readSplit,
  transfer: readRangeOf("transfer"),
  changeReplicas: readRangeOf("changeReplicas"),
  merge: readRangeOf("merge"),
  absorb: readRangeOf("absorb"),
  check: (reader) => ({ type: "check", ...readCheckReport(reader) }),
  ask: readAsk,
  addKeyspace: readAddKeyspace,
})

/** Bytes of a response, rarely less than what it takes and never by much. */
function sizeHintOf(result: OperationResult): number {
  switch (result.type) {
    case "error":
      return 96 + result.message.length
    case "get":
      return 24 + (result.cell?.value.length ?? 0)
    case "scan": {
      let size = 16 + result.resumeKey.length
      for (const { key, value } of result.cells) size += 32 + key.length + value.length
      return size
    }
    case "compareAndSwap":
      return 24 + (result.value?.length ?? 0)
    case "deleteRange":
      return 32 + result.resumeKey.length
    case "check":
      return 128 + 32 * result.hashes.length
    case "ask":
      return 16 + result.response.length
    case "addKeyspace":
    case "merge":
    case "absorb":
    case "transfer":
    case "changeReplicas":
      return 64 + result.range.start.length + result.range.end.length
    case "split":
      return 64 + result.left.start.length + result.right.start.length + result.right.end.length
    default:
      return 24
  }
}
