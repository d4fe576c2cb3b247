import type { NodeConfig } from "../config/types.ts"
import type { Members } from "./members.ts"
import type { Replica } from "./replica.ts"
import { nodeOf } from "./replica-nodes.ts"
import type { NodeStatus, RangeStatus } from "./types.ts"

interface StoreFacts {
  readonly stopping: boolean
  /** Too little of the disk is free. */
  readonly short: boolean
  readonly full: boolean
  readonly operationsPending: number
}

/** A node as it sees itself; what has one answer only is of the cluster's own range. */
export function nodeStatusOf(
  config: NodeConfig,
  members: Members,
  replicas: readonly Replica[],
  facts: StoreFacts,
): NodeStatus {
  const view = replicas.find(({ descriptor }) => descriptor.keyspaceId === 0)?.raft.view
  return {
    clusterId: config.clusterId,
    nodeId: config.nodeId,
    address: members.of(config.nodeId)?.address ?? config.listen,
    role: view?.role ?? "follower",
    leaderNodeId: nodeOf(view?.leader ?? 0),
    term: view?.term ?? 0,
    firstIndex: (view?.logStart.index ?? 0) + 1,
    lastIndex: view?.lastIndex ?? 0,
    commitIndex: view?.commit ?? 0,
    appliedIndex: view?.applied ?? 0,
    members: members.all,
    condition: conditionOf(replicas, facts),
    operationsPending: facts.operationsPending,
    ranges: replicas.length,
    undecided: replicas.filter(({ check }) => check.undecided).length,
    leaders: replicas.filter(({ raft }) => raft.view.role === "leader").length,
  }
}

export function rangeStatusOf({ descriptor, raft: { view } }: Replica): RangeStatus {
  const { voters, votersOutgoing, learners } = view.configuration
  const voting = [...new Set([...voters, ...votersOutgoing])]
  return {
    descriptor,
    role: view.role,
    leaderNodeId: nodeOf(view.leader),
    term: view.term,
    appliedIndex: view.applied,
    replicas: [
      ...voting.map((id) => ({ nodeId: nodeOf(id), role: "voter" as const })),
      ...learners.map((id) => ({ nodeId: nodeOf(id), role: "learner" as const })),
    ],
  }
}

/** The worst that is the matter with any range. */
function conditionOf(replicas: readonly Replica[], facts: StoreFacts): NodeStatus["condition"] {
  if (facts.stopping) return "stopping"
  if (facts.short || facts.full) return "disk_full"
  const conditions = new Set(replicas.map(({ condition }) => condition))
  if (conditions.has("data_loss")) return "data_loss"
  return conditions.has("recovering") ? "recovering" : "ok"
}
