import type { LogIndex, NodeId, ReplicaId, Term } from "../../base/index.ts"

/**
 * `normal` carries a command of the state machine, opaque here. `empty` is what a new leader
 * appends first (rule 2). `config` carries an encoded configuration change.
 */
export type EntryKind = "normal" | "empty" | "config"

export interface Entry {
  readonly index: LogIndex
  readonly term: Term
  readonly kind: EntryKind
  readonly data: Uint8Array
}

/** Last entry's position: what logs are compared by. */
export interface EntryId {
  readonly index: LogIndex
  readonly term: Term
}

/** What must never be forgotten (Raft figure 2): durable before any message that reveals it. */
export interface HardState {
  readonly term: Term
  /** 0: no vote in this term. */
  readonly vote: ReplicaId
  /** Kept so that a restart applies at once; may lag, needs no sync of its own (rule 14). */
  readonly commit: LogIndex
}

/** Who decides. `votersOutgoing` is non-empty only in a joint configuration. Lists are sorted. */
export interface Configuration {
  readonly voters: readonly ReplicaId[]
  readonly votersOutgoing: readonly ReplicaId[]
  readonly learners: readonly ReplicaId[]
  /** Voters of the old half that become learners when the joint configuration is left. */
  readonly learnersNext: readonly ReplicaId[]
  /** Learners, now or next, that voted and are to go: nobody is removed who has a vote. */
  readonly leaving: readonly ReplicaId[]
  /** Left by the leader's own proposal once it is applied. */
  readonly autoLeave: boolean
}

export type ConfigChange = {
  readonly type: "addVoter" | "addLearner" | "remove"
  readonly replica: ReplicaId
}

/** Data of a `config` entry. No changes: leave a passing configuration. */
export interface ConfigChangeRequest {
  readonly changes: readonly ConfigChange[]
}

/** A state machine image: replaces every entry up to `index`. The bytes travel outside of Raft. */
export interface SnapshotMeta {
  readonly index: LogIndex
  readonly term: Term
  readonly configuration: Configuration
}

interface MessageBase {
  readonly from: ReplicaId
  readonly to: ReplicaId
  readonly term: Term
}

/** Asks (or, as a pre-vote, asks whether it would be worth asking) for a vote. */
export interface VoteRequest extends MessageBase {
  readonly type: "voteRequest"
  readonly preVote: boolean
  readonly last: EntryId
  /** Sent on a leader's order: followers in lease must not ignore it (rule 21). */
  readonly transfer: boolean
}

export interface VoteResponse extends MessageBase {
  readonly type: "voteResponse"
  readonly preVote: boolean
  readonly granted: boolean
  /** What it knows to be committed: who asks may learn that it needs this vote no more. */
  readonly commit: EntryId
}

export interface AppendRequest extends MessageBase {
  readonly type: "appendRequest"
  readonly previous: EntryId
  readonly entries: readonly Entry[]
  readonly commit: LogIndex
}

export interface AppendResponse extends MessageBase {
  readonly type: "appendResponse"
  readonly rejected: boolean
  /** Accepted: the last index known to match. Rejected: the `previous.index` that was refused. */
  readonly index: LogIndex
  /** Rejected: where the follower's log may meet the leader's (rule 6). */
  readonly hint: EntryId
  /** Non-zero: this follower lost log it had acknowledged; see `damaged` in RaftOptions. */
  readonly damageNonce: number
  /** Asks for a snapshot at or above this index: its state machine's data is corrupt. 0: no. */
  readonly snapshotWanted: LogIndex
}

export interface Heartbeat extends MessageBase {
  readonly type: "heartbeat"
  /** min(match, committed) of that follower (rule 3). */
  readonly commit: LogIndex
  /** Highest read position registered when this left; the answer echoes it (rule 28). */
  readonly readPosition: number
  /** Echo of the follower's damageNonce, 0 if none, and the leader's last index at that moment. */
  readonly damageNonce: number
  readonly lastIndex: LogIndex
}

export interface HeartbeatResponse extends MessageBase {
  readonly type: "heartbeatResponse"
  readonly readPosition: number
  readonly damageNonce: number
  readonly snapshotWanted: LogIndex
}

/** "Fetch a snapshot of at least this from me." */
export interface SnapshotOffer extends MessageBase {
  readonly type: "snapshotOffer"
  readonly snapshot: SnapshotMeta
  /** Whoever has this entry can be fed from the leader's log. */
  readonly logStart: LogIndex
}

/** "Campaign at once": leadership is being handed over. */
export interface TimeoutNow extends MessageBase {
  readonly type: "timeoutNow"
}

/** A follower's request for a read index, and the leader's answer. */
export interface ReadIndexRequest extends MessageBase {
  readonly type: "readIndexRequest"
  readonly context: number
}

export interface ReadIndexResponse extends MessageBase {
  readonly type: "readIndexResponse"
  readonly context: number
  readonly index: LogIndex
}

/** Quiescence: "all of you have everything; stop the clocks until something happens". */
export interface Quiesce extends MessageBase {
  readonly type: "quiesce"
  readonly commit: LogIndex
}

/** Wakes a quiescent peer. */
export interface Wake extends MessageBase {
  readonly type: "wake"
}

/**
 * "You were removed": from a replica that knows a later configuration. The shell says it and acts
 * on it; to the machine it means nothing, for who was removed has nothing to decide. It is of no
 * term (0): whoever says it may be in one that its disk does not have yet.
 */
export interface Gone extends MessageBase {
  readonly type: "gone"
  /** The whole range is over, taken in by another or dropped: it has no replicas any more. */
  readonly merged: boolean
}

export type Message =
  | VoteRequest
  | VoteResponse
  | AppendRequest
  | AppendResponse
  | Heartbeat
  | HeartbeatResponse
  | SnapshotOffer
  | TimeoutNow
  | ReadIndexRequest
  | ReadIndexResponse
  | Quiesce
  | Wake
  | Gone

/** A caretaker leads, and serves nothing. */
export type Role = "follower" | "preCandidate" | "candidate" | "leader" | "caretaker"

/** One linearizable read, or many that share it. */
export interface ReadState {
  /** The caller's own number, from `input.context`. */
  readonly context: number
  /** Serve once applied this far. */
  readonly index: LogIndex
}

export type Input =
  /** A tick passed. `chance` in [0, 1) is the only dice the machine ever sees. */
  | { readonly type: "tick"; readonly chance: number }
  | { readonly type: "message"; readonly message: Message }
  /** Starts an election now if this replica may lead, without waiting for the timeout. */
  | { readonly type: "campaign" }
  | { readonly type: "transferLeader"; readonly to: ReplicaId }
  /** Gives leadership up and does not campaign until a tick after `resume`. (fsync stalled) */
  | { readonly type: "standDown" }
  | { readonly type: "resume" }
  /** Everything of the ready with this number is durable. Numbers arrive in order. */
  | { readonly type: "persisted"; readonly ready: number }
  /** The state machine applied up to here; of config entries: after `applyConfig`. */
  | { readonly type: "applied"; readonly index: LogIndex }
  /** Entries that a `load` asked for, read back from the log. Empty: they are gone. */
  | { readonly type: "loaded"; readonly to: ReplicaId; readonly entries: readonly Entry[] }
  /** The log was cut: entries up to and with this index are gone from disk. */
  | { readonly type: "compacted"; readonly index: LogIndex }
  /** Follower: the offered snapshot was installed (data durable), or could not be had. */
  | { readonly type: "snapshotInstalled"; readonly snapshot: SnapshotMeta }
  | { readonly type: "snapshotFailed" }
  /** Leader: how a follower fared with the offered snapshot is seen from its responses; this
   *  reports that the connection to a peer broke, so in-flight appends may be lost. */
  | { readonly type: "unreachable"; readonly peer: ReplicaId }
  /** Replicas whose stores can't be heard, from now on. Nothing is said of the others. */
  | { readonly type: "absent"; readonly nodes: ReadonlySet<NodeId> }
  /** Wakes it, if it sleeps and should not (`view.restless`). */
  | { readonly type: "rouse" }
  /** Wakes it: whom it feeds or follows may have lost all that it had. */
  | { readonly type: "doubt" }
  /** It has just come to be, or slept for long: whoever leads, or would like to, is to know. */
  | { readonly type: "seekLeader" }
  /** Somebody else proves that this entry is committed; where it is here, it is so here too. */
  | { readonly type: "committed"; readonly entry: EntryId }
  /** Any replica: the state machine's data is corrupt; get a snapshot at or above `index`. */
  | { readonly type: "wantSnapshot"; readonly index: LogIndex }

/**
 * Entries that the leader needs from disk to feed a lagging follower; or this replica itself, to
 * see what they are. Answer with `loaded`.
 */
export interface LoadRequest {
  readonly to: ReplicaId
  readonly from: LogIndex
  readonly bytesMax: number
}

/**
 * What the machine wants done. The shell sends `messages` at once, makes `hardState` and `entries`
 * durable (one fsync if `mustSync`), then sends `messagesAfterPersist` and steps `persisted`.
 * Readies are persisted in the order of their numbers; several may be under way.
 */
export interface Ready {
  /** 0: nothing of it concerns the disk, so it is as good as durable. */
  readonly number: number
  readonly hardState: HardState | undefined
  /** Replaces everything at and after its first index in the log. */
  readonly entries: readonly Entry[]
  readonly mustSync: boolean
  readonly messages: readonly Message[]
  readonly messagesAfterPersist: readonly Message[]
  /** Entries to apply, in order, each once. Stay within the log even if not yet durable here. */
  readonly committed: readonly Entry[]
  /**
   * Committed entries of [from, to) are not in memory: the shell reads them from its log. They come
   * before `committed`.
   */
  readonly committedToLoad: { readonly from: LogIndex; readonly to: LogIndex } | undefined
  readonly reads: readonly ReadState[]
  /** Contexts of reads that will never be answered (rule 29): fail them. */
  readonly readsDropped: readonly number[]
  readonly loads: readonly LoadRequest[]
  /** Follower: fetch at least this from its sender, install, then step `snapshotInstalled`. */
  readonly snapshotOffered:
    | { readonly from: ReplicaId; readonly snapshot: SnapshotMeta }
    | undefined
}
