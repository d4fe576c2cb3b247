import { type NodeId, nodeOf } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import type { RangeRoute } from "../wire/index.ts"
import type { Keyspaces } from "./keyspaces.ts"
import type { Members } from "./members.ts"
import type { Replica } from "./replica.ts"
import type { NodeStatus, PendingOperation, RangeStatus } from "./types.ts"

interface StoreFacts {
  readonly stopping: boolean
  readonly diskFull: boolean
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
    address: members.ownAddress(config),
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
    undecided: replicas.filter(({ checkMade }) => checkMade?.undecided).length,
    leaders: replicas.filter(({ raft }) => raft.view.role === "leader").length,
  }
}

/**
 * Of all ranges whose replicas here know who has them. One that waits for its first snapshot knows
 * no more than the range's name and place: the driver is to be asked.
 */
export function rangeStatusesOf(
  replicas: readonly Replica[],
  keyspaces: Keyspaces,
): readonly RangeStatus[] {
  const known = replicas.filter(({ descriptor, raft }) => {
    return descriptor.version > 0 && raft.view.configuration.voters.length > 0
  })
  return known.map((replica) => rangeStatusOf(replica, keyspaces))
}

/** Whether a client named the range that its operation belongs to, at the node that leads it. */
export function cameRight(pending: PendingOperation, claimed: Replica | undefined): boolean {
  const current = claimed?.descriptor.version === pending.rangeVersion
  return current && claimed?.raft.view.role === "leader"
}

/** What clients are told of a range; undefined: they could make nothing of it. */
export function routeOf(
  { range, leader }: PlaceOfRange,
  keyspaces: Keyspaces,
  members: Members,
): RangeRoute | undefined {
  const keyspace = keyspaces.nameOf(range.keyspaceId)
  return keyspace === undefined ? undefined : { keyspace, range, leader: members.of(leader) }
}

interface PlaceOfRange {
  readonly range: RangeDescriptor
  /** 0: none known. */
  readonly leader: NodeId
}

/** Where a replica of this node takes its range to be led. */
export function placeOf({ descriptor, raft }: Replica): PlaceOfRange {
  return { range: descriptor, leader: nodeOf(raft.view.leader) }
}

function rangeStatusOf(
  { descriptor, raft: { view }, gauge }: Replica,
  keyspaces: Keyspaces,
): RangeStatus {
  const { voters, votersOutgoing, learners } = view.configuration
  const voting = [...new Set([...voters, ...votersOutgoing])]
  return {
    descriptor,
    keyspace: keyspaces.nameOf(descriptor.keyspaceId) ?? "",
    role: view.role,
    leaderNodeId: nodeOf(view.leader),
    term: view.term,
    appliedIndex: view.applied,
    firstIndex: view.logStart.index + 1,
    commitIndex: view.commit,
    lastIndex: view.lastIndex,
    ...gauge.size,
    ...gauge.load,
    replicas: [
      ...voting.map((id) => ({ nodeId: nodeOf(id), role: "voter" as const })),
      ...learners.map((id) => ({ nodeId: nodeOf(id), role: "learner" as const })),
    ],
  }
}

/** The worst that is the matter with any range. */
function conditionOf(
  replicas: readonly Replica[],
  { stopping, diskFull }: StoreFacts,
): NodeStatus["condition"] {
  if (stopping) return "stopping"
  if (diskFull) return "disk_full"
  const conditions = new Set(replicas.map(({ condition }) => condition))
  if (conditions.has("data_loss")) return "data_loss"
  return conditions.has("recovering") ? "recovering" : "ok"
}
