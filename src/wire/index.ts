/**
 * Core types to bytes and back: Protocol Buffers as `proto/` defines them. The codecs are written
 * by hand, straight between the core's types and bytes: the generated ones (`gen/`) would build an
 * object of their own in between for every message. Tests hold the two against each other.
 *
 * - Decoders take bytes of anybody: any order of fields, the last one wins, unknown ones skipped.
 *   What is malformed throws KvError `invalid_argument`, nothing else is ever thrown.
 * - What they return are views: they keep the whole frame in memory. Copy what is kept for long.
 * - Numbers are safe integers; beyond 2^53 - 1 is malformed. A counter is a signed 64-bit bigint.
 * - An operation is encoded once, by its client, a result once, by the node that served it. Frames
 *   and log entries carry the bytes as they are.
 */
export {
  type Beat,
  type BeatAnswer,
  decodeBeat,
  decodeBeatAnswer,
  encodeBeat,
  encodeBeatAnswer,
  type IncomingSnapshot,
} from "./beat.ts"
export {
  decodeCommand,
  decodeConfigChange,
  decodeConfiguration,
  encodeCommand,
  encodeConfigChange,
  encodeConfiguration,
} from "./command.ts"
export * from "./driver.ts"
export * from "./drops.ts"
export {
  type DecodedHint,
  decodeErrorDetail,
  type ErrorHint,
  encodeErrorDetail,
} from "./error-detail.ts"
export * from "./forward-frame.ts"
export * from "./keyspace.ts"
export * from "./locate.ts"
export {
  type DecodedOperation,
  decodeOperation,
  encodeOperation,
  idOfOperation,
  operationOfRequest,
  operationWithId,
  type Verb,
} from "./operation.ts"
export * from "./operators.ts"
export * from "./raft-frame.ts"
export type { Envelope } from "./raft-message.ts"
export { type CheckReport, decodeCheckReport } from "./range-check.ts"
export * from "./range-descriptor.ts"
export * from "./range-requests.ts"
export * from "./range-status.ts"
export {
  decodeReplicaChanges,
  encodeReplicaChanges,
  type ReplicaChanges,
} from "./replica-change.ts"
export * from "./result.ts"
export * from "./session.ts"
export * from "./snapshot.ts"
export { emptySnapshotMeta } from "./snapshot-meta.ts"
export * from "./status.ts"
export {
  decodeStoreEntry,
  decodeStoreTable,
  encodeStoreEntry,
  encodeStoreTable,
} from "./store-table.ts"
export * from "./stores.ts"
