/**
 * The services as grpc-js wants them, by hand: every message passes as the bytes it is, so nothing
 * is decoded before src/api or a peer asks for it, and nothing reflective runs on a hot path.
 */
import type { MethodDefinition, ServiceDefinition, UntypedHandleCall } from "@grpc/grpc-js"

type RawMethod = MethodDefinition<Buffer, Buffer>

const asIs = (bytes: Buffer): Buffer => bytes

function method(path: string, streams: { request?: boolean; response?: boolean } = {}): RawMethod {
  return {
    path,
    requestStream: streams.request ?? false,
    responseStream: streams.response ?? false,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  }
}

/**
 * Unary calls are served as streams of one message: the same bytes on the wire, the same cost, and
 * the server learns when an answer has left.
 */
export const kvMethods = {
  Get: method("/ringraft.v1.KV/Get", { response: true }),
  Put: method("/ringraft.v1.KV/Put", { response: true }),
  Delete: method("/ringraft.v1.KV/Delete", { response: true }),
  CompareAndSwap: method("/ringraft.v1.KV/CompareAndSwap", { response: true }),
  Increment: method("/ringraft.v1.KV/Increment", { response: true }),
  Batch: method("/ringraft.v1.KV/Batch", { response: true }),
  Scan: method("/ringraft.v1.KV/Scan", { response: true }),
  DeleteRange: method("/ringraft.v1.KV/DeleteRange", { response: true }),
  Session: method("/ringraft.v1.KV/Session", { request: true, response: true }),
} as const satisfies ServiceDefinition

export const clusterMethods = {
  Status: method("/ringraft.v1.Cluster/Status", { response: true }),
  MoveReplica: method("/ringraft.v1.Cluster/MoveReplica", { response: true }),
  ListOperators: method("/ringraft.v1.Cluster/ListOperators", { response: true }),
  CancelOperator: method("/ringraft.v1.Cluster/CancelOperator", { response: true }),
  SetStoreState: method("/ringraft.v1.Cluster/SetStoreState", { response: true }),
  ChangeReplicas: method("/ringraft.v1.Cluster/ChangeReplicas", { response: true }),
  ListStores: method("/ringraft.v1.Cluster/ListStores", { response: true }),
  SetStoreLabels: method("/ringraft.v1.Cluster/SetStoreLabels", { response: true }),
  Join: method("/ringraft.v1.Cluster/Join", { response: true }),
  ListRanges: method("/ringraft.v1.Cluster/ListRanges", { response: true }),
  LocateKey: method("/ringraft.v1.Cluster/LocateKey", { response: true }),
  SplitRange: method("/ringraft.v1.Cluster/SplitRange", { response: true }),
  TransferLeader: method("/ringraft.v1.Cluster/TransferLeader", { response: true }),
  MergeRanges: method("/ringraft.v1.Cluster/MergeRanges", { response: true }),
  CheckRange: method("/ringraft.v1.Cluster/CheckRange", { response: true }),
  CreateKeyspace: method("/ringraft.v1.Cluster/CreateKeyspace", { response: true }),
  AlterKeyspace: method("/ringraft.v1.Cluster/AlterKeyspace", { response: true }),
  DropKeyspace: method("/ringraft.v1.Cluster/DropKeyspace", { response: true }),
  ListJobs: method("/ringraft.v1.Cluster/ListJobs", { response: true }),
  ListKeyspaces: method("/ringraft.v1.Cluster/ListKeyspaces", { response: true }),
} as const satisfies ServiceDefinition

export const peerMethods = {
  Stream: method("/ringraft.internal.v1.Peer/Stream", { response: true }),
  Fetch: method("/ringraft.internal.v1.Peer/Fetch", { response: true }),
} as const satisfies ServiceDefinition

/** One handler a method: a missing one would answer UNIMPLEMENTED at run time. */
export type Handlers<Methods> = { readonly [Name in keyof Methods]: UntypedHandleCall }
