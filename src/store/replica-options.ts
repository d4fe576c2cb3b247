import type { KvError, RangeId, Term } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Raft } from "../core/raft/index.ts"
import type { MergeSide, RangeMachine, YieldedRange } from "../core/range/index.ts"
import type {
  AppliedBatch,
  AppliedState,
  RangeDescriptor,
  RangeImage,
  SessionImage,
} from "../core/range/types.ts"
import type { Env } from "../env/index.ts"
import type { Pace, RaftLog, RangeData } from "../storage/index.ts"
import type { SourceState, TakenIn } from "./applier.ts"
import type { DataHasher } from "./data-hasher.ts"
import type { Forwarder } from "./forwarder.ts"
import type { LogWriter } from "./log-writer.ts"
import type { Members } from "./members.ts"
import type { Outbox } from "./outbox.ts"
import type { ReadShares } from "./read-shares.ts"
import type { SnapshotTraffic } from "./snapshot-traffic.ts"
import type { PendingOperation } from "./types.ts"
import type { StoreVariant } from "./variant.ts"

/** A replica whose range was cut. */
export interface SplitParent {
  readonly data: RangeData
  readonly raft: Raft
  /** Its log lost entries that it had acknowledged, and what replaced them is not all applied. */
  readonly damaged: boolean
}

/** What a replica is made of: its machines, what it shares with others, and who hears of it. */
export interface ReplicaOptions {
  readonly rangeId: RangeId
  readonly env: Env
  readonly config: NodeConfig
  readonly raft: Raft
  readonly log: RaftLog
  readonly writer: LogWriter
  readonly data: RangeData
  readonly machine: RangeMachine
  /** The machine that a snapshot holds. */
  readonly restoreMachine: (state: AppliedState, sessions: SessionImage) => RangeMachine
  readonly outbox: Outbox
  readonly forwarder: Forwarder
  readonly hasher: DataHasher
  readonly readShares: ReadShares
  readonly snapshotTraffic: SnapshotTraffic
  /** Of snapshots that leave. */
  readonly pace: Pace
  readonly members: Members
  /** Answers what nodes ask the driver, where this replica leads in `term`. */
  readonly onAsk: (operation: PendingOperation, term: Term) => void
  /** A round of read index has ended. */
  readonly onReadAnswered: () => void
  /** Asks for a turn of this replica soon. */
  readonly wake: () => void
  /** Takes an operation back that belongs to another range by now. */
  readonly reroute: (operation: PendingOperation) => void
  /** Another batch is applied. */
  readonly onApplied: (batch: AppliedBatch) => void
  /** Whether this node has a range. */
  readonly has: (rangeId: RangeId) => boolean
  /** This range was cut: its borders have moved, and the child's keys are nobody's as yet. */
  readonly onSplit: (child: RangeImage, parent: SplitParent) => void
  /** The engine has the child. */
  readonly onBorn: (child: RangeImage, parent: SplitParent) => void
  /** What is applied here of the range that ends where another one begins. */
  readonly neighbourBefore: (range: RangeDescriptor) => MergeSide | undefined
  /** This node's replica of a range that this one is to take in. */
  readonly sourceOf: (source: RangeDescriptor, onCome: () => void) => YieldedRange | SourceState
  /** It is taken in: it is not a range of this node any more. */
  readonly takeIn: (source: RangeDescriptor) => TakenIn
  /** A snapshot brought other borders. */
  readonly onMoved: () => void
  /** Why this node takes no writes now, if so; `full`: the range's data found no space. */
  readonly writesRefused: (full: boolean) => KvError | undefined
  readonly onFatal: (error: unknown) => void
  readonly variant?: StoreVariant
}
