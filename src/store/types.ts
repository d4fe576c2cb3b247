import type { LeaderHint, MonotonicMs, NodeId } from "../base/index.ts"
import type { Operation, OperationResult } from "../core/range/types.ts"

/** One client operation on its way through this node. */
export interface PendingOperation {
  /** The client's number for it; echoed, never interpreted. */
  readonly id: number
  readonly operation: Operation
  /** The ringraft.v1.Operation message as its client encoded it: goes into the log untouched. */
  readonly bytes: Uint8Array
  readonly deadline: MonotonicMs
  /** Came from another node: is not forwarded a second time. */
  readonly forwarded: boolean
  readonly sink: ResultSink
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
  readonly role: "leader" | "follower" | "candidate" | "preCandidate"
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
}

/** What the API layer and the simulator see of a running node. */
export interface OperationService {
  /** Takes operations in; each is answered through its sink. Never throws. */
  submit(operations: readonly PendingOperation[]): void
  status(): NodeStatus
  /**
   * Tells who leads, now and whenever that changes; undefined while nobody does. Returns what ends
   * it.
   */
  onLeaderChange(listener: LeaderListener): () => void
}

export type LeaderListener = (leader: LeaderHint | undefined) => void
