/** ringraft.internal.v1.Beat: what a node tells the driver of itself and the ranges it leads. */
import type { NodeId, RangeId, StoreLabels, StoreTable, Term } from "../base/index.ts"
import { noLabels } from "../base/index.ts"
import type { RangeReport, Replica, ReplicaRole, StoreReport } from "../core/placement/types.ts"
import {
  type DroppedKeyspaces,
  type LeavingKeyspace,
  readDropped,
  readLeavingField,
  writeDropped,
  writeLeavingField,
} from "./drops.ts"
import { noRange, readDescriptorField, writeDescriptorField } from "./range-descriptor.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { readLabelsField, readTable, writeLabelsField, writeTable } from "./store-table.ts"
import { Writer } from "./writer.ts"

const reportsMax = 100_000
const incomingMax = 1_000
const storesMax = 1_000

/** A snapshot on its way to the node that tells of it. */
export interface IncomingSnapshot {
  readonly rangeId: RangeId
  /** So far, since then. */
  readonly bytes: number
  readonly ageMs: number
}

/** What a node tells the driver. */
export interface Beat {
  readonly store: StoreReport
  /** Made at random with its data folder. */
  readonly storeKey: string
  readonly address: string
  /** As far as its own configuration says. */
  readonly labels: StoreLabels
  /** Of the store table that the node has. */
  readonly tableVersion: number
  /** Of ranges that the node leads: what changed since the last beat that was answered. */
  readonly ranges: readonly RangeReport[]
  readonly incoming: readonly IncomingSnapshot[]
  /** Of the newest list of dropped keyspaces that `leaving` is whole for. */
  readonly droppedVersion: number
  /** What the node has, and had, of those. */
  readonly leaving: readonly LeavingKeyspace[]
}

export interface BeatAnswer {
  /** Which driver answers: another one has to be told everything. */
  readonly driverNodeId: NodeId
  readonly driverTerm: Term
  /** undefined: the node has this one. */
  readonly table: StoreTable | undefined
  /** undefined: the node has this list. */
  readonly dropped: DroppedKeyspaces | undefined
}

const roles: readonly ReplicaRole[] = ["voter", "learner", "incoming", "outgoing"]

export function encodeBeat(beat: Beat): Uint8Array {
  const writer = new Writer(256)
  const { store } = beat
  writer.uint(1, store.store)
  writer.string(2, beat.storeKey)
  writer.string(3, beat.address)
  writeLabelsField(writer, 4, beat.labels)
  writer.uint(6, store.capacityBytes)
  writer.uint(7, store.usedBytes)
  writer.uint(8, store.ranges)
  writer.uint(9, store.leaders)
  writer.bool(10, store.takesMore)
  writer.uint(12, beat.tableVersion)
  for (const report of beat.ranges) writeReportField(writer, 13, report)
  for (const { rangeId, bytes, ageMs } of beat.incoming) {
    const message = writer.begin(14)
    writer.uint(1, rangeId)
    writer.uint(2, bytes)
    writer.uint(3, ageMs)
    writer.end(message)
  }
  writer.uint(15, beat.droppedVersion)
  for (const leaving of beat.leaving) writeLeavingField(writer, 16, leaving)
  return writer.finish()
}

/** Throws KvError `invalid_argument`, as all of these do. */
export function decodeBeat(bytes: Uint8Array): Beat {
  const reader = new Reader(bytes)
  const reports: RangeReport[] = []
  const incoming: IncomingSnapshot[] = []
  const leaving: LeavingKeyspace[] = []
  const texts = { storeKey: "", address: "" }
  let [store, capacityBytes, usedBytes, ranges, leaders, tableVersion, droppedVersion] = [
    0, 0, 0, 0, 0, 0, 0,
  ]
  let takesMore = false
  let labels = noLabels
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) store = reader.uint32()
    else if (field === 2) texts.storeKey = reader.string()
    else if (field === 3) texts.address = reader.string()
    else if (field === 4) labels = readLabelsField(reader)
    else if (field === 6) capacityBytes = reader.uint53()
    else if (field === 7) usedBytes = reader.uint53()
    else if (field === 8) ranges = reader.uint32()
    else if (field === 9) leaders = reader.uint32()
    else if (field === 10) takesMore = reader.bool()
    else if (field === 12) tableVersion = reader.uint53()
    else if (field === 13) reports.push(readReportField(reader))
    else if (field === 14) incoming.push(readIncoming(reader))
    else if (field === 15) droppedVersion = reader.uint53()
    else if (field === 16) leaving.push(readLeavingField(reader))
    else reader.skip()
    if (reports.length + leaving.length > reportsMax) throw tooMany(reportsMax)
    if (incoming.length > incomingMax) throw tooMany(incomingMax)
  }
  const told = { store, capacityBytes, usedBytes, ranges, leaders, takesMore }
  const news = { ranges: reports, incoming, droppedVersion, leaving }
  return { ...texts, store: told, labels, tableVersion, ...news }
}

export function encodeBeatAnswer(answer: BeatAnswer): Uint8Array {
  const writer = new Writer(256)
  writer.uint(1, answer.driverNodeId)
  writer.uint(2, answer.driverTerm)
  if (answer.table !== undefined) {
    const table = writer.begin(3)
    writeTable(writer, answer.table)
    writer.end(table)
  }
  if (answer.dropped !== undefined) {
    const dropped = writer.begin(4)
    writeDropped(writer, answer.dropped)
    writer.end(dropped)
  }
  return writer.finish()
}

export function decodeBeatAnswer(bytes: Uint8Array): BeatAnswer {
  const reader = new Reader(bytes)
  let driverNodeId = 0
  let driverTerm = 0
  let table: StoreTable | undefined
  let dropped: DroppedKeyspaces | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) driverNodeId = reader.uint32()
    else if (field === 2) driverTerm = reader.uint53()
    else if (field === 3) {
      const outer = reader.enter()
      table = readTable(reader)
      reader.leave(outer)
    } else if (field === 4) {
      const outer = reader.enter()
      dropped = readDropped(reader)
      reader.leave(outer)
    } else reader.skip()
  }
  return { driverNodeId, driverTerm, table, dropped }
}

/** Into a field of another message. */
function writeReportField(writer: Writer, field: number, report: RangeReport): void {
  const message = writer.begin(field)
  writeDescriptorField(writer, 1, report)
  writer.uint(2, report.term)
  writer.uint(3, report.leader)
  for (const { store, replicaId, role } of report.replicas) {
    const replica = writer.begin(4)
    writer.uint(1, store)
    writer.uint(2, replicaId)
    writer.string(3, role)
    writer.end(replica)
  }
  writer.uints(5, report.down)
  writer.uints(6, report.pending)
  writer.uint(7, report.bytes)
  writer.uint(8, report.keys)
  writer.uint(9, Math.round(report.readRate))
  writer.uint(10, Math.round(report.writeRate))
  writer.end(message)
}

/** The message in the field that the reader is at. */
function readReportField(reader: Reader): RangeReport {
  const replicas: Replica[] = []
  const down: NodeId[] = []
  const pending: NodeId[] = []
  let range = noRange
  let [term, leader, bytes, keys, readRate, writeRate] = [0, 0, 0, 0, 0, 0]
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) range = readDescriptorField(reader)
    else if (field === 2) term = reader.uint53()
    else if (field === 3) leader = reader.uint32()
    else if (field === 4) replicas.push(readReplica(reader))
    else if (field === 5) reader.uint53s(down, storesMax)
    else if (field === 6) reader.uint53s(pending, storesMax)
    else if (field === 7) bytes = reader.uint53()
    else if (field === 8) keys = reader.uint53()
    else if (field === 9) readRate = reader.uint53()
    else if (field === 10) writeRate = reader.uint53()
    else reader.skip()
    if (replicas.length > storesMax) throw tooMany(storesMax)
  }
  reader.leave(outer)
  const load = { bytes, keys, readRate, writeRate }
  return { ...range, term, leader, replicas, down, pending, ...load }
}

function readIncoming(reader: Reader): IncomingSnapshot {
  let [rangeId, bytes, ageMs] = [0, 0, 0]
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) bytes = reader.uint53()
    else if (field === 3) ageMs = reader.uint53()
    else reader.skip()
  }
  reader.leave(outer)
  return { rangeId, bytes, ageMs }
}

function readReplica(reader: Reader): Replica {
  let [store, replicaId] = [0, 0]
  let name = ""
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) store = reader.uint32()
    else if (field === 2) replicaId = reader.uint32()
    else if (field === 3) name = reader.string()
    else reader.skip()
  }
  reader.leave(outer)
  const role = roles.find((known) => known === name)
  if (role === undefined) throw malformed("no replica has such a role")
  return { store, replicaId, role }
}
