/** ringraft.v1.ReplicaChange, and the request that asks for some. */
import type { RangeId } from "../base/index.ts"
import type { ReplicaChange } from "../core/range/types.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

/** ChangeReplicasRequest of the Cluster service. */
export interface ReplicaChanges {
  readonly rangeId: RangeId
  /** What the caller knows the range as; 0: whatever it is. */
  readonly configVersion: number
  readonly changes: readonly ReplicaChange[]
}

const changesMax = 1_000
const types: readonly ReplicaChange["type"][] = ["addVoter", "addLearner", "remove"]

export function writeReplicaChange(
  writer: Writer,
  field: number,
  { type, nodeId }: ReplicaChange,
): void {
  const change = writer.begin(field)
  writer.uint(1, types.indexOf(type))
  writer.uint(2, nodeId)
  writer.end(change)
}

/** One more of a list. Throws KvError `invalid_argument`. */
export function readReplicaChange(reader: Reader, into: ReplicaChange[]): void {
  if (into.length === changesMax) throw tooMany(changesMax)
  let number = 0
  let nodeId = 0
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) number = reader.uint53()
    else if (field === 2) nodeId = reader.uint32()
    else reader.skip()
  }
  reader.leave(outer)
  const type = types[number]
  if (type === undefined) throw malformed(`no change of replicas has the number ${number}`)
  into.push({ type, nodeId })
}

export function encodeReplicaChanges(request: ReplicaChanges): Uint8Array {
  const writer = new Writer(32 + 12 * request.changes.length)
  writer.uint(1, request.rangeId)
  writer.uint(2, request.configVersion)
  for (const change of request.changes) writeReplicaChange(writer, 3, change)
  return writer.finish()
}

/** Throws KvError `invalid_argument`. */
export function decodeReplicaChanges(bytes: Uint8Array): ReplicaChanges {
  const reader = new Reader(bytes)
  const changes: ReplicaChange[] = []
  let rangeId = 0
  let configVersion = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) configVersion = reader.uint53()
    else if (field === 3) readReplicaChange(reader, changes)
    else reader.skip()
  }
  return { rangeId, configVersion, changes }
}
