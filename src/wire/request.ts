/** The messages of one request each: GetRequest, PutRequest, … and the core's operations. */
import { emptyBytes } from "../base/index.ts"
import type {
  AbsorbOperation,
  AddKeyspaceOperation,
  AskOperation,
  ChangeReplicasOperation,
  CheckOperation,
  CompareAndSwapOperation,
  Consistency,
  DeleteOperation,
  DeleteRangeOperation,
  Expectation,
  GetOperation,
  IncrementOperation,
  MergeOperation,
  Operation,
  PutOperation,
  ReplicaChange,
  RequestId,
  ScanOperation,
  SplitOperation,
  TransferOperation,
} from "../core/range/types.ts"
import { noRange, readDescriptorField, writeDescriptorField } from "./range-descriptor.ts"
import { malformed, type Reader } from "./reader.ts"
import { readReplicaChange, writeReplicaChange } from "./replica-change.ts"
import type { Writer } from "./writer.ts"

/** What a request says beside its operation. */
export interface RequestHead {
  keyspace: string
}

/** Field numbers that all requests share. */
const keyspaceField = 1
const requestIdField = 7

/** How a key is found where none is given. */
const splitsBy: readonly ("size" | "load" | undefined)[] = [undefined, "size", "load"]
const consistencies: readonly Consistency[] = ["linearizable", "lease", "stale"]

export function readGet(reader: Reader, head: RequestHead): GetOperation {
  let key = emptyBytes
  let consistency: Consistency = "linearizable"
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else if (field === 3) consistency = readConsistency(reader)
    else reader.skip()
  }
  return { type: "get", key, consistency }
}

export function readPut(reader: Reader, head: RequestHead): PutOperation {
  let key = emptyBytes
  let value = emptyBytes
  let ttlMs: number | undefined
  let requestId: RequestId | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else if (field === 3) value = reader.bytes()
    else if (field === 4) ttlMs = reader.int53()
    else if (field === requestIdField) requestId = readRequestId(reader)
    else reader.skip()
  }
  return { type: "put", key, value, ttlMs, requestId }
}

export function readDelete(reader: Reader, head: RequestHead): DeleteOperation {
  let key = emptyBytes
  let requestId: RequestId | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else if (field === requestIdField) requestId = readRequestId(reader)
    else reader.skip()
  }
  return { type: "delete", key, requestId }
}

export function readCompareAndSwap(reader: Reader, head: RequestHead): CompareAndSwapOperation {
  let key = emptyBytes
  let expect: Expectation | undefined
  let value: Uint8Array | "delete" | undefined
  let ttlMs: number | undefined
  let requestId: RequestId | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else if (field === 3) expect = reader.bool() ? { type: "absent" } : undefined
    else if (field === 4) expect = { type: "version", version: reader.uint53() }
    else if (field === 5) expect = { type: "value", value: reader.bytes() }
    else if (field === 6) value = reader.bytes()
    else if (field === 8) value = reader.bool() ? "delete" : undefined
    else if (field === 9) ttlMs = reader.int53()
    else if (field === requestIdField) requestId = readRequestId(reader)
    else reader.skip()
  }
  if (expect === undefined) {
    throw malformed("give one of expect_absent: true, expect_version, expect_value")
  }
  if (value === undefined) throw malformed("give one of value, delete: true")
  const replacement = value === "delete" ? undefined : value
  return { type: "compareAndSwap", key, expect, value: replacement, ttlMs, requestId }
}

export function readIncrement(reader: Reader, head: RequestHead): IncrementOperation {
  let key = emptyBytes
  let delta = 0n
  let ttlMs: number | undefined
  let requestId: RequestId | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else if (field === 3) delta = reader.int64()
    else if (field === 4) ttlMs = reader.int53()
    else if (field === requestIdField) requestId = readRequestId(reader)
    else reader.skip()
  }
  return { type: "increment", key, delta, ttlMs, requestId }
}

export function readScan(reader: Reader, head: RequestHead): ScanOperation {
  let start = emptyBytes
  let end = emptyBytes
  let limit = 0
  let reverse = false
  let keysOnly = false
  let consistency: Consistency = "linearizable"
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) start = reader.bytes()
    else if (field === 3) end = reader.bytes()
    else if (field === 4) limit = reader.int53()
    else if (field === 5) reverse = reader.bool()
    else if (field === 6) keysOnly = reader.bool()
    else if (field === 7) consistency = readConsistency(reader)
    else reader.skip()
  }
  return { type: "scan", start, end, limit, reverse, keysOnly, consistency }
}

export function readDeleteRange(reader: Reader, head: RequestHead): DeleteRangeOperation {
  let start = emptyBytes
  let end = emptyBytes
  let requestId: RequestId | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) start = reader.bytes()
    else if (field === 3) end = reader.bytes()
    else if (field === requestIdField) requestId = readRequestId(reader)
    else reader.skip()
  }
  return { type: "deleteRange", start, end, requestId }
}

export function readSplit(reader: Reader, head: RequestHead): SplitOperation {
  let at = emptyBytes
  let childId = 0
  let by = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) at = reader.bytes()
    else if (field === 3) childId = reader.uint53()
    else if (field === 4) by = reader.uint53()
    else reader.skip()
  }
  const found = splitsBy[by]
  return found === undefined
    ? { type: "split", at, childId }
    : { type: "split", at, by: found, childId }
}

export function readMerge(reader: Reader, head: RequestHead): MergeOperation {
  let at = emptyBytes
  let into = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) at = reader.bytes()
    else if (field === 3) into = reader.uint53()
    else reader.skip()
  }
  return { type: "merge", at, into }
}

export function readAbsorb(reader: Reader, head: RequestHead): AbsorbOperation {
  let source = noRange
  let giveUp = false
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) source = readDescriptorField(reader)
    else if (field === 3) giveUp = reader.bool()
    else reader.skip()
  }
  return { type: "absorb", source, giveUp }
}

export function readTransfer(reader: Reader, head: RequestHead): TransferOperation {
  let key = emptyBytes
  let to = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else if (field === 3) to = reader.uint32()
    else reader.skip()
  }
  return { type: "transfer", key, to }
}

export function readCheck(reader: Reader, head: RequestHead): CheckOperation {
  let key = emptyBytes
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else reader.skip()
  }
  return { type: "check", key }
}

export function readAsk(reader: Reader, head: RequestHead): AskOperation {
  let request = emptyBytes
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) request = reader.bytes()
    else reader.skip()
  }
  return { type: "ask", request }
}

export function readAddKeyspace(reader: Reader, head: RequestHead): AddKeyspaceOperation {
  let key = emptyBytes
  let record = emptyBytes
  let newId = 0
  let requestId: RequestId | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else if (field === 3) record = reader.bytes()
    else if (field === 4) newId = reader.uint53()
    else if (field === requestIdField) requestId = readRequestId(reader)
    else reader.skip()
  }
  return { type: "addKeyspace", key, record, newId, requestId }
}

export function readChangeReplicas(reader: Reader, head: RequestHead): ChangeReplicasOperation {
  let key = emptyBytes
  let rangeId = 0
  let configVersion = 0
  const changes: ReplicaChange[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === keyspaceField) head.keyspace = reader.string()
    else if (field === 2) key = reader.bytes()
    else if (field === 3) rangeId = reader.uint53()
    else if (field === 4) configVersion = reader.uint53()
    else if (field === 5) readReplicaChange(reader, changes)
    else reader.skip()
  }
  return { type: "changeReplicas", key, rangeId, configVersion, changes }
}

/** The fields of the request message that carries `operation`. */
export function writeRequest(writer: Writer, keyspace: string, operation: Operation): void {
  writer.string(keyspaceField, keyspace)
  switch (operation.type) {
    case "get":
      writer.bytes(2, operation.key)
      writer.uint(3, consistencies.indexOf(operation.consistency))
      return
    case "put":
      writer.bytes(2, operation.key)
      writer.bytes(3, operation.value)
      writeTtl(writer, 4, operation.ttlMs)
      break
    case "delete":
      writer.bytes(2, operation.key)
      break
    case "compareAndSwap":
      writeCompareAndSwap(writer, operation)
      break
    case "increment":
      writer.bytes(2, operation.key)
      writer.int64(3, operation.delta)
      writeTtl(writer, 4, operation.ttlMs)
      break
    case "scan":
      writeScan(writer, operation)
      return
    case "deleteRange":
      writer.bytes(2, operation.start)
      writer.bytes(3, operation.end)
      break
    case "check":
      writer.bytes(2, operation.key)
      return
    case "addKeyspace":
      writer.bytes(2, operation.key)
      writer.bytes(3, operation.record)
      writer.uint(4, operation.newId)
      break
    case "merge":
      writer.bytes(2, operation.at)
      writer.uint(3, operation.into)
      return
    case "absorb":
      writeDescriptorField(writer, 2, operation.source)
      writer.bool(3, operation.giveUp)
      return
    case "transfer":
      writer.bytes(2, operation.key)
      writer.uint(3, operation.to)
      return
    case "ask":
      writer.bytes(2, operation.request)
      return
    case "changeReplicas":
      writer.bytes(2, operation.key)
      writer.uint(3, operation.rangeId)
      writer.uint(4, operation.configVersion)
      for (const change of operation.changes) writeReplicaChange(writer, 5, change)
      return
    case "split":
      writer.bytes(2, operation.at)
      writer.uint(3, operation.childId)
      if (operation.by !== undefined) writer.uint(4, splitsBy.indexOf(operation.by))
      return
  }
  if (operation.requestId !== undefined) writeRequestId(writer, operation.requestId)
}

function writeScan(writer: Writer, operation: ScanOperation): void {
  writer.bytes(2, operation.start)
  writer.bytes(3, operation.end)
  writer.int(4, operation.limit)
  writer.bool(5, operation.reverse)
  writer.bool(6, operation.keysOnly)
  writer.uint(7, consistencies.indexOf(operation.consistency))
}

function writeCompareAndSwap(writer: Writer, operation: CompareAndSwapOperation): void {
  const { key, expect, value, ttlMs } = operation
  writer.bytes(2, key)
  if (expect.type === "absent") writer.bool(3, true)
  else if (expect.type === "version") writer.presentUint(4, expect.version)
  else writer.presentBytes(5, expect.value)
  if (value === undefined) writer.bool(8, true)
  else writer.presentBytes(6, value)
  writeTtl(writer, 9, ttlMs)
}

/** That none is given, and that it is 0, are two things. */
function writeTtl(writer: Writer, field: number, ttlMs: number | undefined): void {
  if (ttlMs !== undefined) writer.presentInt(field, ttlMs)
}

function readConsistency(reader: Reader): Consistency {
  const value = reader.uint53()
  const consistency = consistencies[value]
  if (consistency === undefined) throw malformed(`no consistency has the number ${value}`)
  return consistency
}

/**
 * The client id that was read last. Operations of one client follow one another: they share one
 * array, a copy, so that a remembered id does not keep a whole frame in memory.
 */
let lastClientId: Uint8Array = emptyBytes

export function readRequestId(reader: Reader): RequestId {
  let clientId = emptyBytes
  let sequence = 0
  let acknowledgedBelow = 0
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) clientId = reader.knownBytes(lastClientId)
    else if (field === 2) sequence = reader.uint53()
    else if (field === 3) acknowledgedBelow = reader.uint53()
    else reader.skip()
  }
  reader.leave(outer)
  if (clientId.length === 16) lastClientId = clientId
  return { clientId, sequence, acknowledgedBelow }
}

export function writeRequestId(writer: Writer, requestId: RequestId): void {
  const id = writer.begin(requestIdField)
  writer.bytes(1, requestId.clientId)
  writer.uint(2, requestId.sequence)
  writer.uint(3, requestId.acknowledgedBelow)
  writer.end(id)
}
