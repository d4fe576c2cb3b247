import {
  generationOf,
  type NodeId,
  nodeOf,
  type RangeId,
  type ReplicaId,
  replicaIdOf,
} from "../base/index.ts"
import { isMember, type Message, membersOf } from "../core/raft/index.ts"
import type { Configuration, Gone } from "../core/raft/types.ts"
import type { AppliedState } from "../core/range/types.ts"
import type { RangeData, StoreData } from "../storage/index.ts"

/** What becomes of a message to a replica of this node. */
export type Verdict =
  | "take"
  /** Somebody has lost what it had of the range, and asks whoever has it. */
  | "knock"
  /** It is for a replica that this node had once: old, or lost on its way. */
  | "drop"
  /** This node has another replica of the range by now, and this one does not know it. */
  | "replaced"
  /** This replica was removed, as one says who knows a later configuration. */
  | "gone"
  /** Who sent it was removed, and is to be told so. */
  | "tell"

/**
 * Replicas that were removed don't hear it from the log when they lag behind or were away: they ask
 * for votes, and are answered that they are gone (rule 49).
 */
export function judge(message: Message, id: ReplicaId, applied: AppliedState): Verdict {
  if (isKnock(message)) {
    const { configuration } = applied
    if (replicaOn(configuration, nodeOf(message.from)) !== undefined) return "knock"
    // It does not know whom it asks either.
    if (isRemoved(message.from, applied)) return "tell"
  }
  if (message.to > id) return "replaced"
  if (message.type === "gone") return message.to === id ? "gone" : "drop"
  // Those that it knows may all have left since, and be back as others.
  if (isRemoved(message.from, applied)) return "tell"
  return message.to === id ? "take" : "drop"
}

/** Word that the range was merged, and so has no replicas any more. */
export function isOfMerged(message: Message): boolean {
  return message.type === "gone" && message.merged
}

/** What is said to a replica of a range that it is not of any more. */
export function goneTo(to: ReplicaId, from: ReplicaId, merged: boolean): Gone {
  return { type: "gone", from, to, term: 0, merged }
}

/** What who knocks has lost may be who it was, too: it counts whether its node has a replica. */
function isKnock({ type, term }: Message): boolean {
  return type === "wake" && term === 0
}

/**
 * Whether a replica was once part of a range and is no more. What is applied is committed, a
 * replica is of the generation of the change that brought it, and no id is given twice: who is of
 * an earlier generation and not in the configuration never will be again.
 */
export function isRemoved(id: ReplicaId, { configuration, descriptor }: AppliedState): boolean {
  // Of a replica to come nothing is known yet.
  if (configuration.voters.length === 0 || isMember(configuration, id)) return false
  return generationOf(id) <= descriptor.configVersion
}

/** The replica that a node has of a range; undefined: none. */
export function replicaOn(configuration: Configuration, nodeId: NodeId): ReplicaId | undefined {
  return membersOf(configuration).find((id) => nodeOf(id) === nodeId)
}

/** Which replica it is that the disk of a node holds. */
export function replicaIdOn(
  nodeId: NodeId,
  { rangeId, recovered, descriptor }: RangeData,
  data: Pick<StoreData, "identityOf">,
): ReplicaId {
  const identity = data.identityOf(rangeId)
  if (identity !== undefined) return identity.replicaId
  const { voters = [] } = recovered?.state.configuration ?? {}
  if (recovered === undefined || voters.length === 0) return replicaIdOf(nodeId, 0)
  // One that was removed before a crash: it may have been any up to now, and leaves.
  const last = replicaIdOf(nodeId, descriptor.configVersion)
  return replicaOn(recovered.state.configuration, nodeId) ?? last
}

/** Whether a message is for a replica that is gone from here: it must not come back (rule 49). */
export function isOfThePast(
  id: ReplicaId,
  rangeId: RangeId,
  data: Pick<StoreData, "identityOf">,
): boolean {
  const known = data.identityOf(rangeId)
  if (known === undefined) return false
  return known.removed ? id <= known.replicaId : id < known.replicaId
}
