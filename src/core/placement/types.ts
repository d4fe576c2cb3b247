import type {
  KeyspaceId,
  NodeId,
  RangeId,
  ReplicaId,
  StoreLabels,
  StoreState,
  Term,
} from "../../base/index.ts"

/** What is decided about a store; the driver keeps it. */
export interface StoreRecord {
  readonly store: NodeId
  readonly labels: StoreLabels
  readonly state: StoreState
}

/** What a store says of itself: a slow beat, and at once when something here changes. */
export interface StoreReport {
  readonly store: NodeId
  readonly capacityBytes: number
  readonly usedBytes: number
  /** Replicas it has; tells whether this view knows all of its ranges. */
  readonly ranges: number
  readonly leaders: number
  /** False: its disk is full, or it is stopping: it gets no replicas, and nothing to lead. */
  readonly takesMore: boolean
}

/** `incoming` and `outgoing` exist only while a configuration is joint: voters of one half. */
export type ReplicaRole = "voter" | "learner" | "incoming" | "outgoing"

export interface Replica {
  readonly store: NodeId
  readonly replicaId: ReplicaId
  readonly role: ReplicaRole
}

/** A range has at most this many replicas, those on their way in or out included. */
export const replicasMax = 16

/** What the leader of a range says of it: on change, and in a slow beat. */
export interface RangeReport {
  readonly rangeId: RangeId
  readonly keyspaceId: KeyspaceId
  readonly start: Uint8Array
  /** Empty: to the end of the keyspace. */
  readonly end: Uint8Array
  readonly version: number
  readonly configVersion: number
  readonly term: Term
  readonly leader: NodeId
  readonly replicas: readonly Replica[]
  /** Stores of replicas that the leader has not heard of for long. */
  readonly down: readonly NodeId[]
  /** Stores of replicas that have not caught up with the leader (rule 39). */
  readonly pending: readonly NodeId[]
  readonly bytes: number
  readonly keys: number
  /** Operations a second, over half a minute or more: decisions follow them. */
  readonly readRate: number
  readonly writeRate: number
}

export interface KeyspaceSettings {
  readonly keyspaceId: KeyspaceId
  /** Voters a range is to have. */
  readonly replicationFactor: number
  /** So many, where there are no hosts for all of them. */
  readonly replicationFactorMin?: number
  /** A range that is larger is split. */
  readonly rangeBytesMax: number
}

/** (span, membership): who names an older one speaks of another range (rule 43). */
export interface RangeEpoch {
  readonly version: number
  readonly configVersion: number
}

/**
 * One change of one range, small enough to be done or not. Stores name replicas: a range has at
 * most one on each. Whoever carries it out gives new replicas and ranges their ids.
 */
export type Step =
  /** A new replica that does not vote; done once it has caught up. */
  | { readonly type: "addLearner"; readonly store: NodeId }
  /**
   * Learners become voters and voters go, all at once: by a joint configuration unless it is just
   * one change. Done when nothing is joint any more.
   */
  | {
      readonly type: "changeVoters"
      readonly promote: readonly NodeId[]
      readonly remove: readonly NodeId[]
    }
  | { readonly type: "removeLearner"; readonly store: NodeId }
  | { readonly type: "transferLeader"; readonly store: NodeId }
  /** Out of a joint configuration that somebody left behind. */
  | { readonly type: "leaveJoint" }
  /** The leader finds a key, halving the bytes or the load. */
  | { readonly type: "split"; readonly by: "size" | "load" }
  /** The neighbour on the right, with replicas on the same stores, becomes part of this range. */
  | { readonly type: "merge"; readonly source: RangeId; readonly sourceEpoch: RangeEpoch }

/** In the order of their worth: who is before may take the place of who is behind. */
export const operatorKinds = [
  "admin",
  "repair",
  "leaveJoint",
  "decommission",
  "drain",
  "removeExtra",
  "spread",
  "split",
  "balanceLeaders",
  "balanceReplicas",
  "merge",
] as const
export type OperatorKind = (typeof operatorKinds)[number]

/** A plan for one range. Data: it can be shown, and stored. */
export interface Operator {
  readonly id: number
  readonly kind: OperatorKind
  readonly rangeId: RangeId
  /** What it was made for; steps that are done move the range on, others cancel it. */
  readonly epoch: RangeEpoch
  /** For people: what was wrong, and why this mends it. */
  readonly why: string
  readonly steps: readonly Step[]
  /** Index of the step in flight; the number of steps when all are done. */
  readonly currentStep: number
  readonly startedAtMs: number
  /** When the step in flight was begun. */
  readonly stepStartedAtMs: number
  readonly stepTimeoutMs: number
}

export type OperatorEnd = "finished" | "cancelled" | "timedOut" | "replaced"

export interface EndedOperator extends Operator {
  readonly end: OperatorEnd
  /** For people: why it did not finish; empty when it did. */
  readonly reason: string
  readonly endedAtMs: number
}

/** What the leader of a range is asked to do now. Safe to be carried out twice or never. */
export interface Order {
  readonly operatorId: number
  readonly rangeId: RangeId
  /** The leader refuses where its range has another epoch. */
  readonly epoch: RangeEpoch
  readonly leader: NodeId
  readonly term: Term
  readonly step: Step
}

/** What an admin hears: the plan, or why there is none, which had no effect. */
export type Verdict<T> =
  | { readonly type: "accepted"; readonly value: T }
  | { readonly type: "refused"; readonly reason: RefusalReason; readonly message: string }

export type RefusalReason =
  | "unknown_store"
  | "unknown_range"
  | "unknown_operator"
  /** The request contradicts itself or what is there; asking again won't help. */
  | "invalid"
  /** Would break a promise now: too few stores, a store that is down. */
  | "unsafe"
  /** Another operator of an admin has the range. */
  | "busy"

/** By silence: `disconnected` gets nothing new; `dead` is replaced. */
export type StoreLiveness = "live" | "disconnected" | "dead"

/** A store as this view sees it. */
export interface StoreView extends StoreRecord {
  readonly liveness: StoreLiveness
  readonly heardAtMs: number
  readonly capacityBytes: number
  readonly usedBytes: number
  /** Replicas and leaders, and the bytes of those replicas, as reports of ranges say. */
  readonly ranges: number
  readonly leaders: number
  readonly bytes: number
  /** Operations a second of the hot ranges that it leads. */
  readonly heat: number
  /** Operators that bring it a replica, take one from it, hand it a leader. */
  readonly incoming: number
  readonly outgoing: number
}

/** A range as this view knows it: the newest report of its leader. */
export interface RangeView extends RangeEpoch {
  readonly rangeId: RangeId
  readonly keyspaceId: KeyspaceId
  readonly start: Uint8Array
  readonly end: Uint8Array
  readonly term: Term
  readonly leader: NodeId
  readonly replicas: readonly Replica[]
  readonly bytes: number
  readonly keys: number
  readonly readRate: number
  readonly writeRate: number
}

/** How much one call of `schedule` may do. */
export interface ScheduleBudget {
  /** Ranges looked at, at most. */
  readonly ranges: number
  /** Operators begun, at most. */
  readonly operators: number
}
