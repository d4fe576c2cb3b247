import type { NodeId, ReplicaId } from "../base/index.ts"

/** The first configuration of a cluster numbers its replicas as their nodes. */
export function nodeOf(replica: ReplicaId): NodeId {
  return replica as number as NodeId
}

export function firstReplicaOf(node: NodeId): ReplicaId {
  return node as number as ReplicaId
}

export function replicasOn(nodes: ReadonlySet<NodeId>): ReadonlySet<ReplicaId> {
  return new Set([...nodes].map(firstReplicaOf))
}
