import type { NodeId } from "../../base/index.ts"
import { answers, type Member } from "./facts.ts"
import type { Store, StoreTable } from "./store-table.ts"
import type { RangeEpoch, Replica, ReplicaRole, Step } from "./types.ts"
import type { PlacementVariant } from "./variant.ts"

/** A range at one moment: what a step starts from, and what a report shows of it later. */
export interface RangeMoment extends RangeEpoch {
  readonly leader: NodeId
  readonly replicas: readonly Replica[]
}

/** Whether a step has come to its end: also when it was so before it began. */
export function isComplete(
  step: Step,
  before: RangeMoment,
  now: RangeMoment,
  pending: readonly NodeId[],
): boolean {
  switch (step.type) {
    case "addLearner":
      return roleOn(step.store, now) === "learner" && !pending.includes(step.store)
    case "changeVoters":
      return (
        step.promote.every((store) => roleOn(store, now) === "voter") &&
        step.remove.every((store) => roleOn(store, now) === undefined)
      )
    case "removeLearner":
      return roleOn(step.store, now) === undefined
    case "transferLeader":
      return now.leader === step.store
    case "leaveJoint":
      return !now.replicas.some(({ role }) => role === "incoming" || role === "outgoing")
    case "split":
    case "merge":
      return now.version > before.version
  }
}

/**
 * Whether the range changed in a way that the step in flight does not explain. Replicas are
 * compared one by one, by their ids too, so that no change of somebody else's passes for the step's
 * own (rule 52).
 */
export function isForeign(step: Step, before: RangeMoment, now: RangeMoment): boolean {
  if (isSame(before, now)) return false
  if (step.type === "split" || step.type === "merge") return now.version === before.version
  if (now.version !== before.version) return true
  const changed = changedBy(step, before)
  const others = ({ replicas }: RangeMoment) => {
    return replicas.filter(({ store }) => !changed.includes(store))
  }
  // Nothing of what the step is for has changed, but the epoch has.
  return areEqual(before.replicas, now.replicas) || !areEqual(others(before), others(now))
}

/** The same epoch and members: nothing has happened but, perhaps, another leader. */
function isSame(before: RangeMoment, now: RangeMoment): boolean {
  return (
    before.version === now.version &&
    before.configVersion === now.configVersion &&
    areEqual(before.replicas, now.replicas)
  )
}

function areEqual(left: readonly Replica[], right: readonly Replica[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ store, replicaId, role }) => {
      const other = right.find((replica) => replica.store === store)
      return other?.replicaId === replicaId && other.role === role
    })
  )
}

/** Stores whose replicas a step changes. */
function changedBy(step: Step, before: RangeMoment): readonly NodeId[] {
  if (step.type === "addLearner" || step.type === "removeLearner") return [step.store]
  if (step.type === "changeVoters") return [...step.promote, ...step.remove]
  if (step.type !== "leaveJoint") return []
  return before.replicas.filter(({ role }) => role !== "voter").map(({ store }) => store)
}

function roleOn(store: NodeId, { replicas }: RangeMoment): ReplicaRole | undefined {
  return replicas.find((replica) => replica.store === store)?.role
}

/** Why a step must not be ordered as things are; `wait`: it may become safe by itself. */
export interface Objection {
  readonly wait: boolean
  readonly reason: string
}

/**
 * Rules 37 and 39: the leader does not go, who has not caught up does not vote, and a change leaves
 * a majority that answers, before it and after it.
 */
export function objectionTo(
  step: Step,
  leader: Store,
  members: readonly Member[],
  stores: StoreTable,
  variant: PlacementVariant | undefined,
): Objection | undefined {
  switch (step.type) {
    case "addLearner":
      return objectionToTarget(step.store, members, stores)
    case "transferLeader":
      return objectionToHeir(members.find(({ store }) => store.id === step.store))
    case "changeVoters":
      return objectionToVoters(step.promote, step.remove, leader, members, variant)
    case "merge":
      return objectionToMerge(members)
    default:
      return undefined
  }
}

/**
 * A learner that is there already may be silent for a while. But when its store is lost it will not
 * catch up, and the range could be neither split nor repaired until the step's time is up.
 */
function objectionToTarget(
  id: NodeId,
  members: readonly Member[],
  stores: StoreTable,
): Objection | undefined {
  const store = stores.get(id)
  if (store === undefined) return { wait: false, reason: "its store is not known any more" }
  if (!store.isHome) return { wait: false, reason: `store ${id} takes no replicas any more` }
  const isThere = members.some((member) => member.store === store)
  if (isThere || store.liveness === "live") return undefined
  return { wait: false, reason: `store ${store.id} does not answer` }
}

function objectionToHeir(heir: Member | undefined): Objection | undefined {
  if (heir === undefined || !heir.isVoter) return { wait: false, reason: "no voter to lead" }
  return objectionToLate(heir)
}

function objectionToLate(member: Member): Objection | undefined {
  if (!answers(member)) return { wait: false, reason: `store ${member.store.id} does not answer` }
  if (!member.isPending) return undefined
  return { wait: true, reason: `the replica on store ${member.store.id} has not caught up` }
}

/** The keys of the neighbour stand still until every replica has done its part. */
function objectionToMerge(members: readonly Member[]): Objection | undefined {
  const late = members.find((member) => !answers(member)) ?? members.find((it) => it.isPending)
  return late && objectionToLate(late)
}

function objectionToVoters(
  promote: readonly NodeId[],
  remove: readonly NodeId[],
  leader: Store,
  members: readonly Member[],
  variant: PlacementVariant | undefined,
): Objection | undefined {
  if (remove.includes(leader.id) && variant !== "remove-the-leader") {
    return { wait: false, reason: `store ${leader.id} leads the range, and is not to be removed` }
  }
  const promoted = members.filter(({ store }) => promote.includes(store.id))
  if (promoted.length < promote.length) {
    return { wait: false, reason: "the replica that was to vote is not there" }
  }
  const lagging = promoted.find(({ isPending }) => isPending)
  if (lagging !== undefined && variant !== "promote-the-lagging") {
    return { wait: true, reason: `the replica on store ${lagging.store.id} has not caught up` }
  }
  const before = members.filter(({ isVoter }) => isVoter)
  const after = [...before.filter(({ store }) => !remove.includes(store.id))]
  after.push(...promoted.filter(({ isVoter }) => !isVoter))
  for (const voters of [before, after]) {
    const answering = voters.filter((voter) => answers(voter, variant)).length
    if (answering > voters.length / 2) continue
    return { wait: true, reason: `${answering} of ${voters.length} voters answer` }
  }
  return undefined
}
