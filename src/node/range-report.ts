import { nodeOf, type ReplicaId } from "../base/index.ts"
import type { RangeReport, Replica as ReportedReplica } from "../core/placement/types.ts"
import type { Configuration } from "../core/raft/types.ts"
import type { Replica } from "../store/index.ts"

/** A range as its leader knows it, for the driver. */
export function rangeReportOf({ descriptor, raft, gauge }: Replica): RangeReport {
  const { configuration, progress, term, id } = raft.view
  const others = progress.filter((other) => other.id !== id)
  return {
    ...descriptor,
    term,
    leader: nodeOf(id),
    replicas: replicasOf(configuration),
    down: others.filter(({ active }) => !active).map((other) => nodeOf(other.id)),
    pending: others.filter(({ state }) => state !== "replicate").map((other) => nodeOf(other.id)),
    ...gauge.size,
    readRate: gauge.load.readsPerSecond,
    writeRate: gauge.load.writesPerSecond,
  }
}

function replicasOf({ voters, votersOutgoing, learners }: Configuration): ReportedReplica[] {
  const joint = votersOutgoing.length > 0
  const named = (id: ReplicaId, role: ReportedReplica["role"]): ReportedReplica => {
    return { store: nodeOf(id), replicaId: id, role }
  }
  return [
    ...voters.map((id) => named(id, joint && !votersOutgoing.includes(id) ? "incoming" : "voter")),
    ...votersOutgoing.filter((id) => !voters.includes(id)).map((id) => named(id, "outgoing")),
    ...learners.map((id) => named(id, "learner")),
  ]
}
