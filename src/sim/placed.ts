import { labelLevels, nodeOf } from "../base/index.ts"
import { isJoint } from "../core/raft/index.ts"
import { systemRange } from "../core/range/index.ts"
import type { RangeInspection } from "../node/index.ts"
import type { Machine } from "./machine.ts"

/** Voters that a range is to have; the cluster's own has more where there are hosts for them. */
const replicas = 3
const systemReplicas = 5

/**
 * What the driver has yet to do for a range that this leader leads, with all of these up;
 * undefined: it has as many voters as are wanted and there are hosts for, in as many places as
 * there are.
 */
export function leftToDo(
  { descriptor: { rangeId }, view: { configuration } }: RangeInspection,
  machines: readonly Machine[],
): string | undefined {
  const { voters, learners } = configuration
  if (isJoint(configuration)) return `range ${rangeId} is left in a joint configuration`
  if (learners.length > 0) return `range ${rangeId} has learners ${learners}`
  const hosts = new Set(machines.map(hostOf)).size
  const isSystem = rangeId === systemRange
  const wanted = isSystem && hosts >= systemReplicas ? systemReplicas : replicas
  // More replicas than hosts may be there from the beginning, and none has to go.
  if (voters.length > wanted || voters.length < Math.min(wanted, hosts)) {
    return `range ${rangeId} has voters ${voters}, not ${wanted} on ${hosts} hosts`
  }
  const places = new Set(machines.map(placeOf))
  const used = new Set(
    machines.filter(({ nodeId }) => voters.some((id) => nodeOf(id) === nodeId)).map(placeOf),
  )
  if (used.size < Math.min(voters.length, places.size)) {
    return `range ${rangeId} has voters ${voters} in ${[...used]} only, of ${[...places]}`
  }
  return undefined
}

function hostOf({ nodeId, config }: Machine): string {
  return config.labels.host || `store ${nodeId}`
}

/** In the one level of labels that a seed draws; without labels each store is a host of its own. */
function placeOf({ nodeId, config }: Machine): string {
  return labelLevels.map((level) => config.labels[level]).join("") || `store ${nodeId}`
}
