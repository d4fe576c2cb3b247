/**
 * Numbers that mean different things are different types. A flavour lets plain arithmetic through
 * (`index + 1` is a LogIndex again) but not a Term where a LogIndex belongs.
 */
type Flavour<T, Name extends string> = T & { readonly __flavour?: Name }

/** One process with one store: the unit that crashes and owns a disk. 1 and up. */
export type NodeId = Flavour<number, "NodeId">
/**
 * One copy of one range. Never used again once it was removed or its disk is lost (rule 18): a node
 * that gets the range once more has another replica. 1 and up; see `replicaIdOf`.
 */
export type ReplicaId = Flavour<number, "ReplicaId">
/** One contiguous span of the key space, one Raft group. 1 and up. */
export type RangeId = Flavour<number, "RangeId">
/** One name space of keys. 0 is the cluster's own. */
export type KeyspaceId = Flavour<number, "KeyspaceId">
/** Raft term. 0 before the first election. */
export type Term = Flavour<number, "Term">
/** Position in a range's Raft log. The first entry is 1; 0 means before the log. */
export type LogIndex = Flavour<number, "LogIndex">
/** Hybrid logical time, 41 bits of milliseconds and 12 of counter; see hybrid-time.ts. */
export type HybridTime = Flavour<number, "HybridTime">
/** Milliseconds since the Unix epoch, as told by a wall clock. */
export type WallMs = Flavour<number, "WallMs">
/** Milliseconds of a clock that never goes back; its zero means nothing. */
export type MonotonicMs = Flavour<number, "MonotonicMs">

/** Node ids are below this, so that a replica's id can tell its node. */
const nodeIdsEnd = 65_536

/**
 * The replica that a node gets by the change that makes this `generation` of a range's
 * configuration. Changes are numbered, so no id is ever given twice. The replicas that a cluster
 * begins with are of generation 0: their ids are those of their nodes.
 */
export function replicaIdOf(nodeId: NodeId, generation: number): ReplicaId {
  return generation * nodeIdsEnd + nodeId
}

/** 0 for no replica. */
export function nodeOf(replica: ReplicaId): NodeId {
  return replica % nodeIdsEnd
}

/** The configuration version that this replica came with. */
export function generationOf(replica: ReplicaId): number {
  return Math.floor(replica / nodeIdsEnd)
}
