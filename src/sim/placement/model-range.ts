import type { NodeId, RangeId } from "../../base/index.ts"
import {
  type RangeReport,
  type Replica,
  replicasMax,
  type Step,
} from "../../core/placement/index.ts"

/** A range as it really is, whatever the driver believes. */
export interface ModelRange {
  readonly id: RangeId
  start: Uint8Array
  end: Uint8Array
  version: number
  configVersion: number
  term: number
  leader: NodeId
  replicas: readonly Replica[]
  /** Stores whose replicas have not caught up. */
  pending: readonly NodeId[]
  bytes: number
  readRate: number
  writeRate: number
  /** The newest change of its replicas that no operator made. */
  foreignConfigVersion: number
  /** Where it brought a replica. */
  foreignStore: NodeId
}

export function votersOf({ replicas }: ModelRange): NodeId[] {
  return replicas.filter(({ role }) => role !== "learner").map(({ store }) => store)
}

export function reportOf(
  range: ModelRange,
  keyspaceId: number,
  isDown: (store: NodeId) => boolean,
): RangeReport {
  const { id, start, end, version, configVersion, term, leader, replicas, pending } = range
  const down = replicas
    .map(({ store }) => store)
    .filter((store) => store !== leader && isDown(store))
  return {
    ...{ rangeId: id, keyspaceId, start, end, version, configVersion, term, leader, replicas },
    ...{ down, pending, bytes: range.bytes, keys: Math.ceil(range.bytes / 1_024) },
    ...{ readRate: range.readRate, writeRate: range.writeRate },
  }
}

/** What the leader says of a step that it can't carry out; undefined: it can. */
export function refusalOf(range: ModelRange, step: Step): string | undefined {
  const has = (store: NodeId) => range.replicas.some((replica) => replica.store === store)
  const isJoint = range.replicas.some(({ role }) => role === "incoming" || role === "outgoing")
  switch (step.type) {
    case "addLearner":
      if (isJoint) return "joint"
      return range.replicas.length >= replicasMax ? "too many replicas" : undefined
    case "changeVoters":
      if (isJoint) return "joint"
      return [...step.promote, ...step.remove].every(has) ? undefined : "no such replica"
    case "removeLearner":
      return has(step.store) ? undefined : "no such replica"
    case "transferLeader":
      return votersOf(range).includes(step.store) ? undefined : "no such voter"
    default:
      return undefined
  }
}

/** The first half of a change of voters: joint, or at once where it is just one. */
export function enterChange(range: ModelRange, step: Step & { type: "changeVoters" }): void {
  const simple = step.promote.length + step.remove.length === 1
  const replicas = range.replicas.map((replica): Replica => {
    if (step.promote.includes(replica.store)) return { ...replica, role: "incoming" }
    if (step.remove.includes(replica.store)) return { ...replica, role: "outgoing" }
    return replica
  })
  setReplicas(range, replicas)
  if (simple) range.replicas = settled(range.replicas)
}

/** Those that voted and are to go are learners then. */
export function leaveJoint(range: ModelRange): void {
  if (range.replicas.every(({ role }) => role === "voter" || role === "learner")) return
  setReplicas(range, settled(range.replicas))
}

export function letGo(range: ModelRange, stores: readonly NodeId[]): void {
  const staying = range.replicas.filter(({ store, role }) => {
    return role !== "learner" || !stores.includes(store)
  })
  if (staying.length < range.replicas.length) setReplicas(range, staying)
}

export function setReplicas(range: ModelRange, replicas: readonly Replica[]): void {
  range.replicas = replicas
  range.configVersion += 1
  range.pending = range.pending.filter((store) => replicas.some((one) => one.store === store))
}

function settled(replicas: readonly Replica[]): readonly Replica[] {
  return replicas.map((replica) => {
    if (replica.role === "incoming") return { ...replica, role: "voter" }
    return replica.role === "outgoing" ? { ...replica, role: "learner" } : replica
  })
}
