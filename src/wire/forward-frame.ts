/** Payloads between nodes on the lane forward. */
import type { KeyspaceId, LogIndex, RangeId, ReplicaId, StoreTable } from "../base/index.ts"
import type { DataHash } from "../core/range/types.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { readTable, writeTable } from "./store-table.ts"
import { varintBytes, Writer } from "./writer.ts"

/** More than one turn ever gathers for one peer. */
const elementsMax = 1_000_000

/**
 * Operations on their way to the leader, and results on their way back. An origin is the life of
 * the node that asks, which counts its operations anew after each start.
 */
export interface ForwardFrame {
  readonly operationsOrigin: number
  /** The forwarding node's numbers, one an operation. */
  readonly operationIds: readonly number[]
  readonly timeoutsMs: readonly number[]
  /** ringraft.v1.Operation, as their clients encoded them. */
  readonly operations: readonly Uint8Array[]
  /** One an operation: the receiver may not know their names yet. */
  readonly keyspaceIds: readonly KeyspaceId[]
  /** Who asked for the results. */
  readonly resultsOrigin: number
  readonly resultIds: readonly number[]
  /** ringraft.v1.Result. */
  readonly results: readonly Uint8Array[]
  readonly hashReports: readonly HashReport[]
  /** With operations: the version of the sender's table of stores. */
  readonly tableVersion: number
  /** For a peer that sent operations and knows less. */
  readonly table: StoreTable | undefined
}

/** What a replica holds once it has applied so much, for the leader of its range. */
export interface HashReport {
  readonly rangeId: RangeId
  readonly replica: ReplicaId
  readonly index: LogIndex
  readonly hash: DataHash
}

export function encodeForwardFrame(frame: ForwardFrame): Uint8Array {
  const { operationIds, timeoutsMs, operations, keyspaceIds, ...rest } = frame
  const { resultIds, results, hashReports } = rest
  const numbers = 3 * operationIds.length + resultIds.length
  const size = 48 + 5 * numbers + bytesOfList(operations) + bytesOfList(results)
  const writer = new Writer(size)
  writer.uints(1, operationIds)
  writer.uints(2, timeoutsMs)
  for (const operation of operations) writer.presentBytes(3, operation)
  writer.uints(4, resultIds)
  for (const result of results) writer.presentBytes(5, result)
  writer.fixed32(6, frame.operationsOrigin)
  writer.fixed32(7, frame.resultsOrigin)
  for (const { rangeId, replica, index, hash } of hashReports) {
    const report = writer.begin(8)
    writer.uint(1, rangeId)
    writer.uint(2, replica)
    writer.uint(3, index)
    writer.string(4, hash)
    writer.end(report)
  }
  writer.uints(9, keyspaceIds)
  writer.uint(10, frame.tableVersion)
  if (frame.table !== undefined) {
    const table = writer.begin(11)
    writeTable(writer, frame.table)
    writer.end(table)
  }
  return writer.finish()
}

/** Operations and results are views into the frame. Throws KvError `invalid_argument`. */
export function decodeForwardFrame(frame: Uint8Array): ForwardFrame {
  const reader = new Reader(frame)
  const operationIds: number[] = []
  const timeoutsMs: number[] = []
  const operations: Uint8Array[] = []
  const keyspaceIds: KeyspaceId[] = []
  const resultIds: number[] = []
  const results: Uint8Array[] = []
  let operationsOrigin = 0
  let resultsOrigin = 0
  let tableVersion = 0
  let table: StoreTable | undefined
  const hashReports: HashReport[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) reader.uint53s(operationIds, elementsMax)
    else if (field === 2) reader.uint53s(timeoutsMs, elementsMax)
    else if (field === 3) operations.push(reader.bytes())
    else if (field === 4) reader.uint53s(resultIds, elementsMax)
    else if (field === 5) results.push(reader.bytes())
    else if (field === 6) operationsOrigin = reader.fixed32()
    else if (field === 7) resultsOrigin = reader.fixed32()
    else if (field === 8) hashReports.push(readHashReport(reader))
    else if (field === 9) reader.uint53s(keyspaceIds, elementsMax)
    else if (field === 10) tableVersion = reader.uint53()
    else if (field === 11) {
      const outer = reader.enter()
      table = readTable(reader)
      reader.leave(outer)
    } else reader.skip()
    const elements = operations.length + results.length + hashReports.length
    if (elements > elementsMax) throw tooMany(elementsMax)
  }
  const { length } = operations
  const whole = [operationIds, timeoutsMs, keyspaceIds].every((list) => list.length === length)
  if (!whole) throw malformed("an id, a timeout and a keyspace go with every forwarded operation")
  if (resultIds.length !== results.length) throw malformed("an id must go with every result")
  return {
    ...{ operationsOrigin, operationIds, timeoutsMs, operations, keyspaceIds },
    ...{ resultsOrigin, resultIds, results, hashReports, tableVersion, table },
  }
}

function readHashReport(reader: Reader): HashReport {
  let rangeId = 0
  let replica = 0
  let index = 0
  let hash = ""
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) replica = reader.uint32()
    else if (field === 3) index = reader.uint53()
    else if (field === 4) hash = reader.string()
    else reader.skip()
  }
  reader.leave(outer)
  return { rangeId, replica, index, hash }
}

function bytesOfList(elements: readonly Uint8Array[]): number {
  let size = 0
  for (const element of elements) size += 1 + varintBytes(element.length) + element.length
  return size
}
