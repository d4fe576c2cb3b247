import type {
  ErrorCode,
  HybridTime,
  KeyspaceId,
  LogIndex,
  NodeId,
  RangeId,
  ReplicaId,
  Term,
  WallMs,
} from "../../base/index.ts"
import type { ConfigChange, Configuration } from "../raft/types.ts"

/** Names one request of one client for ever, so that a retry is not a second request. */
export interface RequestId {
  /** 16 bytes. */
  readonly clientId: Uint8Array
  /** 1 and up, one for each new request of this client. */
  readonly sequence: number
  /** The client has the answers of all sequences below this and won't ask again. */
  readonly acknowledgedBelow: number
}

interface WriteBase {
  readonly requestId: RequestId | undefined
}

export interface PutOperation extends WriteBase {
  readonly type: "put"
  readonly key: Uint8Array
  readonly value: Uint8Array
  /** 0: never expires; undefined: as its keyspace has it, which the API fills in. */
  readonly ttlMs: number | undefined
}

export interface DeleteOperation extends WriteBase {
  readonly type: "delete"
  readonly key: Uint8Array
}

export type Expectation =
  | { readonly type: "absent" }
  | { readonly type: "version"; readonly version: HybridTime }
  | { readonly type: "value"; readonly value: Uint8Array }

export interface CompareAndSwapOperation extends WriteBase {
  readonly type: "compareAndSwap"
  readonly key: Uint8Array
  readonly expect: Expectation
  /** undefined: delete the key when the expectation holds. */
  readonly value: Uint8Array | undefined
  /** As of a put. */
  readonly ttlMs: number | undefined
}

export interface IncrementOperation extends WriteBase {
  readonly type: "increment"
  readonly key: Uint8Array
  /** Signed 64 bits. An absent key counts as 0. */
  readonly delta: bigint
  /** As of a put; of a counter that is not there yet. */
  readonly ttlMs?: number | undefined
}

/** Removes the keys of [start, end), in order, up to limits.deleteRangeKeysMax. */
export interface DeleteRangeOperation extends WriteBase {
  readonly type: "deleteRange"
  readonly start: Uint8Array
  /** Empty: to the end of the keyspace. */
  readonly end: Uint8Array
}

/**
 * Writes the record of a new keyspace, where no cell is, and begins the keyspace's first range. Of
 * the cluster's own range, and made by nodes only.
 */
export interface AddKeyspaceOperation extends WriteBase {
  readonly type: "addKeyspace"
  /** Of the record's cell. */
  readonly key: Uint8Array
  /** What is known of the keyspace; opaque here. */
  readonly record: Uint8Array
  /** Of the keyspace and of its first range: no range and no keyspace ever had it. */
  readonly newId: number
}

/** What goes through the log on behalf of a client. */
export type WriteOperation =
  | PutOperation
  | DeleteOperation
  | CompareAndSwapOperation
  | IncrementOperation
  | DeleteRangeOperation
  | AddKeyspaceOperation

export interface GetOperation {
  readonly type: "get"
  readonly key: Uint8Array
  readonly consistency: Consistency
}

export interface ScanOperation {
  readonly type: "scan"
  readonly start: Uint8Array
  /** Empty: to the end of the keyspace. */
  readonly end: Uint8Array
  /** 0: as many as fit into a page. */
  readonly limit: number
  readonly reverse: boolean
  readonly keysOnly: boolean
  readonly consistency: Consistency
}

/** `lease` is served as `linearizable` where leases are off. `stale`: what this replica has. */
export type Consistency = "linearizable" | "lease" | "stale"
export type ReadOperation = GetOperation | ScanOperation

/** Cuts the range that holds `at` in two: what is before it, and a new range from it on. */
export interface SplitOperation {
  readonly type: "split"
  /** First key of the new range. With `by`: the start of the range that is to be cut. */
  readonly at: Uint8Array
  /** The leader finds the key, which halves the bytes or the load. */
  readonly by?: "size" | "load" | undefined
  /** Never used before, by any range of the cluster. */
  readonly childId: RangeId
}

/** Has the range that begins at `at` taken in by the one that ends there. */
export interface MergeOperation {
  readonly type: "merge"
  readonly at: Uint8Array
  /** The range that is to have both. */
  readonly into: RangeId
  /** Added by the leader of the range at `at`: what `into` is to be when it takes it in. */
  readonly target?: RangeEpoch | undefined
}

/** Tells the range that ends where `source` begins to take it in, or never to do so. */
export interface AbsorbOperation {
  readonly type: "absorb"
  /** Frozen. */
  readonly source: RangeDescriptor
  readonly giveUp: boolean
}

/** Hands leadership of the range that holds `key` to the replica of a node. */
export interface TransferOperation {
  readonly type: "transfer"
  readonly key: Uint8Array
  readonly to: NodeId
}

/** Has the replicas of the range that holds `key` compare what they hold. */
export interface CheckOperation {
  readonly type: "check"
  readonly key: Uint8Array
}

/**
 * A question of one node to the driver, answered by whoever leads the cluster's own range. What is
 * in it is between the two: it does not go through the log.
 */
export interface AskOperation {
  readonly type: "ask"
  readonly request: Uint8Array
}

/** What becomes of the replica that a node has, or is to get. */
export interface ReplicaChange {
  readonly type: ConfigChange["type"]
  readonly nodeId: NodeId
}

/** Changes who has replicas of a range: one change at once, several by a joint configuration. */
export interface ChangeReplicasOperation {
  readonly type: "changeReplicas"
  /** Some key of the range. */
  readonly key: Uint8Array
  readonly rangeId: RangeId
  /** What the change is meant for; without effect on any other (rule 43). */
  readonly configVersion: number
  readonly changes: readonly ReplicaChange[]
}

export type Operation =
  | WriteOperation
  | ReadOperation
  | SplitOperation
  | MergeOperation
  | AbsorbOperation
  | TransferOperation
  | CheckOperation
  | AskOperation
  | ChangeReplicasOperation

/** Keys of one keyspace: half open, an empty end meaning that there is none. */
export interface RangeSpan {
  readonly start: Uint8Array
  readonly end: Uint8Array
}

/** Tells apart what a range is now from what it was (rule 43). */
export interface RangeEpoch {
  /** Grows with every split and merge: who knows an older one may believe in another span. */
  readonly version: number
  /** Grows with every change of the configuration. */
  readonly configVersion: number
}

/** What a range is responsible for. Changes by its log and by nothing else. */
export interface RangeDescriptor extends RangeSpan, RangeEpoch {
  readonly rangeId: RangeId
  readonly keyspaceId: KeyspaceId
  /** While it waits to be taken in by its neighbour. */
  readonly frozen?: Freeze | undefined
  /** Ranges that were taken in, here or where this came from: the last `absorbedMax`. */
  readonly absorbed?: readonly RangeId[] | undefined
}

/** A range that does nothing any more until its neighbour has taken it in, or never will. */
export interface Freeze {
  /** Ends where this range begins. */
  readonly into: RangeId
  /** Of `into`: of any other epoch it does not take this range in. */
  readonly version: number
  readonly configVersion: number
  /** Of the entry that froze the range: what it holds is what was applied up to there. */
  readonly index: LogIndex
  readonly term: Term
}

export interface Cell {
  readonly value: Uint8Array
  readonly version: HybridTime
  /** 0: never. */
  readonly expiresAtMs: WallMs
}

export interface KeyedCell extends Cell {
  readonly key: Uint8Array
}

export type OperationResult =
  | { readonly type: "put" | "delete"; readonly version: HybridTime }
  | {
      readonly type: "compareAndSwap"
      readonly swapped: boolean
      /** The version written when swapped, else that of the current cell, 0 when absent. */
      readonly version: HybridTime
      readonly found: boolean
      /** The current value when not swapped. */
      readonly value: Uint8Array | undefined
    }
  | { readonly type: "increment"; readonly value: bigint; readonly version: HybridTime }
  | {
      readonly type: "deleteRange"
      readonly deleted: number
      readonly version: HybridTime
      /** Where to go on when `more`. */
      readonly resumeKey: Uint8Array
      readonly more: boolean
    }
  | {
      readonly type: "split"
      readonly left: RangeDescriptor
      readonly right: RangeDescriptor
    }
  /** The range that has both by now; frozen: the one that is still to be taken in. */
  | { readonly type: "merge"; readonly range: RangeDescriptor }
  /** What the neighbour is now; from that follows what it did, or that it never will. */
  | { readonly type: "absorb"; readonly range: RangeDescriptor }
  /** The range is the keyspace's first, whole and empty. */
  | { readonly type: "addKeyspace"; readonly version: HybridTime; readonly range: RangeDescriptor }
  /** Begun, not done: the range elects by itself. */
  | { readonly type: "transfer"; readonly range: RangeDescriptor }
  | ({ readonly type: "check" } & CheckReport)
  | { readonly type: "ask"; readonly response: Uint8Array }
  /** Applied: the range as it is then. */
  | { readonly type: "changeReplicas"; readonly range: RangeDescriptor }
  | { readonly type: "get"; readonly cell: Cell | undefined }
  | {
      readonly type: "scan"
      readonly cells: readonly KeyedCell[]
      /** First key of the next page (reverse: the `end` of the next page). Empty when no more. */
      readonly resumeKey: Uint8Array
      readonly more: boolean
    }
  | { readonly type: "error"; readonly code: ErrorCode; readonly message: string }

/** What comparing the replicas of a range came to. */
export interface CheckReport {
  readonly range: RangeDescriptor
  /** Where in the log they were compared. */
  readonly index: LogIndex
  readonly outcome: CheckOutcome["type"]
  /** An empty one: that replica gave no answer in time. */
  readonly hashes: readonly { readonly nodeId: NodeId; readonly hash: DataHash }[]
}

interface CommandBase {
  readonly time: HybridTime
  /** Of the range when this was proposed: without effect on a range of another (rule 43). */
  readonly rangeVersion: number
}

/**
 * One log entry of a range. Operation `i` of a batch has the version `time + i`; the leader stamps
 * times so that the next command's is above all of these.
 */
export type Command =
  | (CommandBase & {
      readonly type: "batch"
      readonly operations: readonly WriteOperation[]
    })
  /** Moves log time to `time` and removes cells that expired by then. */
  | (CommandBase & { readonly type: "purge"; readonly keys: readonly Uint8Array[] })
  | (CommandBase & { readonly type: "split"; readonly at: Uint8Array; readonly childId: RangeId })
  /** Stops the range, for `into` to take it in; without effect on another configuration. */
  | (CommandBase & {
      readonly type: "freeze"
      readonly configVersion: number
      readonly into: RangeId
      readonly target: RangeEpoch
    })
  /** Goes on: `into` of the freeze will never take the range in. */
  | (CommandBase & { readonly type: "thaw" })
  | (CommandBase & AbsorbOperation)
  | (CommandBase & CheckStep)

/** All that the replicas of a range must agree on, as 16 hexadecimal digits. */
export type DataHash = string

/**
 * - unanswered: too few have answered, and those that have are of one mind
 * - agreed: a majority has one hash, and nobody another
 * - differs: a majority has one hash, and somebody another: those are not sound
 * - undecided: hashes differ and none has a majority: who is right can't be told
 */
export type CheckOutcome =
  | { readonly type: "unanswered" | "undecided" }
  | { readonly type: "agreed"; readonly hash: DataHash }
  | {
      readonly type: "differs"
      readonly hash: DataHash
      readonly differing: readonly ReplicaId[]
    }

/** A step of the consistency check: changes nothing but what replicas think of themselves. */
export type CheckStep =
  /** Every replica hashes what it has applied up to here. */
  | { readonly type: "hash" }
  /** Most replicas had this hash at `index`: those that had another are not sound. */
  | { readonly type: "verdict"; readonly index: LogIndex; readonly hash: DataHash }

export type CellWrite =
  | { readonly type: "put"; readonly key: Uint8Array; readonly cell: Cell }
  | { readonly type: "delete"; readonly key: Uint8Array }

/** What a range is beside its cells: durable in the same engine write as those cells. */
export interface AppliedState {
  readonly index: LogIndex
  readonly term: Term
  /** Highest time of an applied command: the only clock that expiry knows. */
  readonly time: HybridTime
  readonly configuration: Configuration
  readonly descriptor: RangeDescriptor
}

/** A client session of a range: created by its first write, forgotten when it is the least used. */
export interface SessionRecord {
  readonly clientId: Uint8Array
  /** Where this range's log got it, by a write or a merge: no older chunk has a result of it. */
  readonly createdIndex: LogIndex
  /** Log time: where two ranges become one, it goes on from both, and indexes say nothing. */
  readonly lastUsedTime: HybridTime
  readonly acknowledgedBelow: number
}

/** A client whose session was forgotten, and at what log time. */
export interface ForgottenRecord {
  readonly clientId: Uint8Array
  readonly time: HybridTime
}

/** The remembered result of one applied write. */
export interface SessionResult {
  readonly clientId: Uint8Array
  readonly sequence: number
  readonly result: OperationResult
}

/**
 * What changed in the session table since this was last taken, for the engine write that holds the
 * cells of the same entries. Results of one engine write go into one record (a chunk, named by the
 * log index it ends at), so a put costs no engine write of its own for its session; a chunk is
 * dropped when no result in it is needed any more. What is acknowledged by then is never written.
 */
export interface SessionWrites {
  readonly sessions: readonly SessionRecord[]
  readonly forgotten: readonly ForgottenRecord[]
  /** Forgotten ids that the bounded list no longer holds. */
  readonly unforgotten: readonly Uint8Array[]
  readonly chunk:
    | { readonly index: LogIndex; readonly results: readonly SessionResult[] }
    | undefined
  readonly chunksDropped: readonly LogIndex[]
}

/** The session table as the engine holds it: restores to exactly the table that wrote it. */
export interface SessionImage {
  readonly sessions: readonly SessionRecord[]
  readonly forgotten: readonly ForgottenRecord[]
  readonly chunks: readonly {
    readonly index: LogIndex
    readonly results: readonly SessionResult[]
  }[]
}

export interface CommandEntry {
  readonly index: LogIndex
  readonly term: Term
  /** undefined: an entry without effect on the data (a leader's empty entry, a configuration). */
  readonly command: Command | undefined
}

/** What applying some entries came to, and what the clients get to hear. */
export interface AppliedBatch {
  readonly state: AppliedState
  readonly cells: readonly CellWrite[]
  /** Results by entry, then by operation. */
  readonly results: readonly (readonly OperationResult[])[]
  /** The range that a split, or a new keyspace, made: the only entry of its batch. */
  readonly child: RangeImage | undefined
  /** The range that was taken in: the only entry of its batch. */
  readonly absorbed: RangeDescriptor | undefined
  /** The only entry of its batch, too. */
  readonly check: CheckStep | undefined
}

/** All that a range is beside its cells. */
export interface RangeImage {
  readonly state: AppliedState
  readonly sessions: SessionImage
  /** Where nothing but the members is known: as of which entry they are. */
  readonly configuredAt?: LogIndex
  /** Then: all of it is here, in a snapshot that found no place yet. */
  readonly snapshotWaits?: boolean
}
