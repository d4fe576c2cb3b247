import type { KeyspaceId, MonotonicMs, NodeId, RangeId } from "../base/index.ts"
import type { Role } from "../core/raft/index.ts"
import type { KeyspaceRecord } from "../core/range/index.ts"
import type { Operation, OperationResult, RangeDescriptor } from "../core/range/types.ts"
import type { RangeRoute } from "../wire/index.ts"

/** One client operation on its way through this node. */
export interface PendingOperation {
  /** The client's number for it; echoed, never interpreted. */
  readonly id: number
  /** These two, and how the operation is encoded, are settled before it is submitted. */
  keyspaceId: KeyspaceId
  readonly operation: Operation
  /** The range that the client takes it to belong to, and its version; 0: it has no idea. */
  readonly rangeId: RangeId
  readonly rangeVersion: number
  /** The ringraft.v1.Operation message as its client encoded it: goes into the log untouched. */
  readonly bytes: Uint8Array
  readonly deadline: MonotonicMs
  /** Came from another node: is not forwarded a second time. */
  readonly forwarded: boolean
  readonly sink: ResultSink
  /** Set when nobody was known here who leads its range: its client has yet to be told the way. */
  strayed?: boolean
  /** Set when the client went away or took the operation back: work not begun is not begun. */
  cancelled: boolean
}

/** Where results go. Each operation is answered exactly once, by one of the two. */
export interface ResultSink {
  deliver(operation: PendingOperation, result: OperationResult, error?: ErrorHint): void
  /**
   * `result` is a ringraft.v1.Result with the operation's id, encoded by the node that served it.
   */
  deliverEncoded(operation: PendingOperation, result: Uint8Array): void
}

/** Goes with a result of type "error". */
export interface ErrorHint {
  readonly leaderNodeId?: NodeId
  readonly leaderAddress?: string
  readonly retryAfterMs?: number
}

export interface MemberStatus {
  readonly nodeId: NodeId
  readonly address: string
}

export interface NodeStatus {
  readonly clusterId: string
  readonly nodeId: NodeId
  readonly address: string
  /** This and what follows up to `appliedIndex` are of the cluster's own range. */
  readonly role: Role
  /** 0: none known. */
  readonly leaderNodeId: NodeId
  readonly term: number
  readonly firstIndex: number
  readonly lastIndex: number
  readonly commitIndex: number
  readonly appliedIndex: number
  readonly members: readonly MemberStatus[]
  /** "ok", or why this node can't do all its work. */
  readonly condition: "ok" | "disk_full" | "data_loss" | "recovering" | "stopping"
  readonly operationsPending: number
  /** Ranges that this node has a replica of, and how many of them it leads. */
  readonly ranges: number
  readonly leaders: number
  /** Ranges that it leads whose replicas differ, with no majority to say who is right. */
  readonly undecided: number
}

/** A range as the node sees it that has a replica of it. */
export interface RangeStatus {
  readonly descriptor: RangeDescriptor
  /** Empty: not known here, or not yet. */
  readonly keyspace: string
  readonly role: Role
  /** 0: none known. */
  readonly leaderNodeId: NodeId
  readonly term: number
  readonly appliedIndex: number
  readonly firstIndex: number
  readonly commitIndex: number
  readonly lastIndex: number
  readonly replicas: readonly { readonly nodeId: NodeId; readonly role: "voter" | "learner" }[]
  /** Keys and values of clients, about, and how many; 0 as long as it is not known. */
  readonly bytes: number
  readonly keys: number
  /** What this replica serves, averaged over some seconds. */
  readonly readsPerSecond: number
  readonly writesPerSecond: number
}

/** Keyspaces that a node has seen created. */
export interface KnownKeyspaces {
  /** undefined: there is none, or it is not known here yet. */
  named(name: string): KeyspaceRecord | undefined
  /** Whether this node has heard that it was dropped. */
  isDropped(id: KeyspaceId): boolean
}

/** What the API layer and the simulator see of a running node. */
export interface OperationService {
  /** Takes operations in; each is answered through its sink. Never throws. */
  submit(operations: readonly PendingOperation[]): void
  status(): NodeStatus
  /** Every store of the cluster, this node among them. */
  readonly members: { readonly all: readonly MemberStatus[] }
  /**
   * Where its client had better go with an operation next time, as far as this node knows;
   * undefined: it came to where it belongs, or nobody here knows.
   */
  routeFor(operation: PendingOperation): RangeRoute | undefined
  readonly keyspaces: KnownKeyspaces
  /** All ranges that this node has a replica of, by keyspace and in the order of their keys. */
  ranges(): readonly RangeStatus[]
  /** Whether this node's replica of a range can tell a key's cell without the engine. */
  isInMemory(rangeId: RangeId, key: Uint8Array): boolean
}
