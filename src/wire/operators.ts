/** Cluster.MoveReplica, ListOperators, CancelOperator and SetStoreState. */
import { emptyBytes, type NodeId, type RangeId, type WallMs } from "../base/index.ts"
import { Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

const operatorsMax = 1_000_000
const stepsMax = 1_000

/** A plan of the driver's for one range, as people see it. */
export interface OperatorSummary {
  readonly id: number
  readonly kind: string
  readonly rangeId: RangeId
  readonly why: string
  readonly steps: readonly string[]
  /** How many of the steps are done. */
  readonly stepsDone: number
  /** Empty: it is under way. */
  readonly end: string
  /** Why it did not finish; empty when it did. */
  readonly reason: string
  /** Since it was begun. */
  readonly ageMs: number
  /** Of data on its way for the step: has come, of about how much, and how fast. 0: none is. */
  readonly bytes: number
  readonly bytesTotal: number
  readonly bytesPerSecond: number
}

/** One as the cluster's own range keeps it: drivers share no clock but the wall's. */
export interface OperatorRecord {
  readonly operator: OperatorSummary
  readonly begunAtMs: WallMs
}

export interface ReplicaMove {
  readonly rangeId: RangeId
  readonly from: NodeId
  readonly to: NodeId
}

export interface StateOfStore {
  readonly nodeId: NodeId
  readonly state: string
}

/** What a store is to be. */
export interface StateAsked extends StateOfStore {
  /** It may be gone though ranges are lost with it, as far as the driver can tell. */
  readonly force?: boolean
}

export function encodeReplicaMove({ rangeId, from, to }: ReplicaMove): Uint8Array {
  const writer = new Writer(24)
  writer.uint(1, rangeId)
  writer.uint(2, from)
  writer.uint(3, to)
  return writer.finish()
}

/** Throws KvError `invalid_argument`, as all of these do. */
export function decodeReplicaMove(bytes: Uint8Array): ReplicaMove {
  const reader = new Reader(bytes)
  let [rangeId, from, to] = [0, 0, 0]
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) from = reader.uint32()
    else if (field === 3) to = reader.uint32()
    else reader.skip()
  }
  return { rangeId, from, to }
}

export function encodeStateOfStore({ nodeId, state }: StateOfStore): Uint8Array {
  const writer = new Writer(32)
  writer.uint(1, nodeId)
  writer.string(2, state)
  return writer.finish()
}

export function decodeStateOfStore(bytes: Uint8Array): StateOfStore {
  const reader = new Reader(bytes)
  let nodeId = 0
  let state = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) nodeId = reader.uint32()
    else if (field === 2) state = reader.string()
    else reader.skip()
  }
  return { nodeId, state }
}

/** A SetStoreStateRequest. */
export function encodeStateAsked({ nodeId, state, force = false }: StateAsked): Uint8Array {
  const writer = new Writer(32)
  writer.uint(1, nodeId)
  writer.string(2, state)
  writer.bool(3, force)
  return writer.finish()
}

export function decodeStateAsked(bytes: Uint8Array): Required<StateAsked> {
  const reader = new Reader(bytes)
  let nodeId = 0
  let state = ""
  let force = false
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) nodeId = reader.uint32()
    else if (field === 2) state = reader.string()
    else if (field === 3) force = reader.bool()
    else reader.skip()
  }
  return { nodeId, state, force }
}

/** A ListOperatorsRequest: those under way, or those that ended. */
export function encodeOperatorsAsked(ended: boolean): Uint8Array {
  const writer = new Writer(8)
  writer.bool(1, ended)
  return writer.finish()
}

export function decodeOperatorsAsked(bytes: Uint8Array): boolean {
  const reader = new Reader(bytes)
  let ended = false
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) ended = reader.bool()
    else reader.skip()
  }
  return ended
}

export function encodeOperatorId(id: number): Uint8Array {
  const writer = new Writer(16)
  writer.uint(1, id)
  return writer.finish()
}

export function decodeOperatorId(bytes: Uint8Array): number {
  const reader = new Reader(bytes)
  let id = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) id = reader.uint53()
    else reader.skip()
  }
  return id
}

/** An Operator by itself. */
export function encodeOperator(operator: OperatorSummary): Uint8Array {
  const writer = new Writer(256)
  writeOperator(writer, operator)
  return writer.finish()
}

export function decodeOperator(bytes: Uint8Array): OperatorSummary {
  return readOperator(new Reader(bytes))
}

export function encodeOperatorList(operators: readonly OperatorSummary[]): Uint8Array {
  const writer = new Writer(16 + 256 * operators.length)
  for (const operator of operators) {
    const message = writer.begin(1)
    writeOperator(writer, operator)
    writer.end(message)
  }
  return writer.finish()
}

export function decodeOperatorList(bytes: Uint8Array): readonly OperatorSummary[] {
  const reader = new Reader(bytes)
  const operators: OperatorSummary[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) {
      const outer = reader.enter()
      operators.push(readOperator(reader))
      reader.leave(outer)
    } else reader.skip()
    if (operators.length > operatorsMax) throw tooMany(operatorsMax)
  }
  return operators
}

export function encodeOperatorRecord(record: OperatorRecord): Uint8Array {
  const writer = new Writer(256)
  writeRecord(writer, record)
  return writer.finish()
}

export function decodeOperatorRecord(bytes: Uint8Array): OperatorRecord {
  return readRecord(new Reader(bytes))
}

export function encodeOperatorRecords(records: readonly OperatorRecord[]): Uint8Array {
  const writer = new Writer(16 + 256 * records.length)
  for (const record of records) {
    const message = writer.begin(1)
    writeRecord(writer, record)
    writer.end(message)
  }
  return writer.finish()
}

export function decodeOperatorRecords(bytes: Uint8Array): readonly OperatorRecord[] {
  const reader = new Reader(bytes)
  const records: OperatorRecord[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) {
      const outer = reader.enter()
      records.push(readRecord(reader))
      reader.leave(outer)
    } else reader.skip()
    if (records.length > operatorsMax) throw tooMany(operatorsMax)
  }
  return records
}

function writeRecord(writer: Writer, { operator, begunAtMs }: OperatorRecord): void {
  const message = writer.begin(1)
  writeOperator(writer, operator)
  writer.end(message)
  writer.uint(2, begunAtMs)
}

function readRecord(reader: Reader): OperatorRecord {
  let operator = readOperator(new Reader(emptyBytes))
  let begunAtMs = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) {
      const outer = reader.enter()
      operator = readOperator(reader)
      reader.leave(outer)
    } else if (field === 2) begunAtMs = reader.uint53()
    else reader.skip()
  }
  return { operator, begunAtMs }
}

function writeOperator(writer: Writer, operator: OperatorSummary): void {
  writer.uint(1, operator.id)
  writer.string(2, operator.kind)
  writer.uint(3, operator.rangeId)
  writer.string(4, operator.why)
  for (const step of operator.steps) writer.presentString(5, step)
  writer.uint(6, operator.stepsDone)
  writer.string(7, operator.end)
  writer.string(8, operator.reason)
  writer.uint(9, operator.ageMs)
  writer.uint(10, operator.bytes)
  writer.uint(11, operator.bytesTotal)
  writer.uint(12, operator.bytesPerSecond)
}

function readOperator(reader: Reader): OperatorSummary {
  let [kind, why, end, reason] = ["", "", "", ""]
  let [id, rangeId, stepsDone, ageMs] = [0, 0, 0, 0]
  let [bytes, bytesTotal, bytesPerSecond] = [0, 0, 0]
  const steps: string[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) id = reader.uint53()
    else if (field === 2) kind = reader.string()
    else if (field === 3) rangeId = reader.uint53()
    else if (field === 4) why = reader.string()
    else if (field === 5) steps.push(reader.string())
    else if (field === 6) stepsDone = reader.uint32()
    else if (field === 7) end = reader.string()
    else if (field === 8) reason = reader.string()
    else if (field === 9) ageMs = reader.uint53()
    else if (field === 10) bytes = reader.uint53()
    else if (field === 11) bytesTotal = reader.uint53()
    else if (field === 12) bytesPerSecond = reader.uint53()
    else reader.skip()
    if (steps.length > stepsMax) throw tooMany(stepsMax)
  }
  const moved = { bytes, bytesTotal, bytesPerSecond }
  return { id, kind, rangeId, why, steps, stepsDone, end, reason, ageMs, ...moved }
}
