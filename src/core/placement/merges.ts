import { answers, type Member, type Plan, type RangeFacts, storesOf } from "./facts.ts"
import type { PlacementOptions } from "./options.ts"
import type { RangeTable } from "./range-table.ts"
import type { ReplicaChecks } from "./replica-checks.ts"
import type { Store } from "./store-table.ts"
import { type KeyspaceSettings, replicasMax, type Step, type Verdict } from "./types.ts"
import { accepted, refused } from "./verdict.ts"

/** Part of the splitting rate under which two neighbours must be, together, to be merged. */
const mergeRateRatio = 0.2

/** A range and the one behind it. */
export interface Neighbours {
  readonly left: RangeFacts
  readonly right: RangeFacts
}

/**
 * Merges of neighbours. Both have to have their replicas on the same stores: where they have not,
 * those of the left one go to where the right one's are, and then it takes that in.
 */
export class Merges {
  readonly #options: PlacementOptions
  readonly #ranges: RangeTable
  readonly #checks: ReplicaChecks

  constructor(options: PlacementOptions, ranges: RangeTable, checks: ReplicaChecks) {
    this.#options = options
    this.#ranges = ranges
    this.#checks = checks
  }

  /** Quick: the neighbour on the right, where both are small and have long been quiet. */
  partnerOf(slot: number, settings: KeyspaceSettings, nowMs: number): number | undefined {
    const { mergeEnabled, mergeRatio, splitRate } = this.#options
    if (!mergeEnabled) return undefined
    const ranges = this.#ranges
    const bytes = ranges.bytes[slot] ?? 0
    const bytesMax = mergeRatio * settings.rangeBytesMax
    if (bytes >= bytesMax || !this.#isQuiet(slot, nowMs)) return undefined
    const source = ranges.nextOf(slot)
    if (source === undefined || !this.#isQuiet(source, nowMs)) return undefined
    if (bytes + (ranges.bytes[source] ?? 0) >= bytesMax) return undefined
    const rate = ranges.rateOf(slot) + ranges.rateOf(source)
    return splitRate > 0 && rate >= mergeRateRatio * splitRate ? undefined : source
  }

  /** What it takes to merge two that are worth it; undefined: it is too dear, or can't be now. */
  plan({ left, right }: Neighbours): Plan | undefined {
    const why = "it and its neighbour are small and have little to do"
    const steps = this.#steps({ left, right })
    const { added } = exchangeOf(left, right)
    // A range costs its overhead: data on its way for more than that is not worth it.
    const dear = left.bytes * added.length > this.#options.rangeOverheadBytes
    if (steps.type === "refused" || dear) return undefined
    return { kind: "merge", why, steps: steps.value }
  }

  /** An admin wants two ranges to be one. */
  asked({ left, right }: Neighbours): Verdict<Plan> {
    if (this.#ranges.nextOf(left.slot) !== right.slot) {
      const message = `ranges ${left.rangeId} and ${right.rangeId} are not neighbours`
      return refused("invalid", `${message}: list the ranges to see which are`)
    }
    const steps = this.#steps({ left, right })
    if (steps.type === "refused") return steps
    return accepted({ kind: "admin", why: "asked for: a merge", steps: steps.value })
  }

  #steps({ left, right }: Neighbours): Verdict<Step[]> {
    for (const { rangeId, members } of [left, right]) {
      if (!members.every(({ isVoter, isJoint }) => isVoter && !isJoint)) {
        const message = `the replicas of range ${rangeId} are being changed: ask again later`
        return refused("unsafe", message)
      }
      // Keys stand still until every replica has the freeze.
      const late = members.find((member) => !able(member))
      if (late !== undefined) {
        const what = answers(late) ? "has not caught up" : "does not answer"
        const message = `the replica of range ${rangeId} on store ${late.store.id} ${what}`
        return refused("unsafe", `${message}: ask again when it is back`)
      }
    }
    const [here, there] = [left.members.length, right.members.length]
    if (here !== there) {
      const counts = `range ${left.rangeId} has ${here} replicas, range ${right.rangeId} ${there}`
      return refused(
        "unsafe",
        `${counts}: ask again when they have as many as their keyspace wants`,
      )
    }
    const { added } = exchangeOf(left, right)
    const unfit = added.find((store) => !store.takesReplicas)
    if (unfit !== undefined) {
      const away = `store ${unfit.id}, where range ${right.rangeId} has a replica`
      return refused("unsafe", `${away}, takes no others now: move that replica first`)
    }
    // All come before any goes.
    const replicas = here + added.length
    if (replicas > replicasMax) {
      const count = `range ${left.rangeId} would have ${replicas} replicas for a while`
      const message = `${count}, and ${replicasMax} is the most`
      return refused("unsafe", `${message}: move some to where range ${right.rangeId} is first`)
    }
    return accepted([...this.#stepsTogether(left, right), this.#mergeStep(right.slot)])
  }

  /** All replicas change at once; whoever leads in the end is not one that goes. */
  #stepsTogether(left: RangeFacts, right: RangeFacts): Step[] {
    const { added, removed } = exchangeOf(left, right)
    if (added.length + removed.length === 0) return []
    const learners = added.map(({ id }): Step => ({ type: "addLearner", store: id }))
    const [promote, remove] = [idsOf(added), idsOf(removed)]
    const { leader } = left
    if (!removed.includes(leader)) {
      return [...learners, { type: "changeVoters", promote, remove }]
    }
    const staying = left.members.filter((member) => !removed.includes(member.store) && able(member))
    const heir = this.#checks.heirOf({ ...left, members: staying }, leader) ?? added[0]
    if (heir === undefined) return []
    const transfer: Step = { type: "transferLeader", store: heir.id }
    if (!added.includes(heir)) {
      return [...learners, transfer, { type: "changeVoters", promote, remove }]
    }
    // Nobody who stays can lead: a new replica does, before the old one goes.
    const others = remove.filter((id) => id !== leader.id)
    return [
      ...learners,
      { type: "changeVoters", promote, remove: others },
      transfer,
      { type: "changeVoters", promote: [], remove: [leader.id] },
    ]
  }

  #mergeStep(source: number): Step {
    const version = this.#ranges.versions[source] ?? 0
    const configVersion = this.#ranges.configVersions[source] ?? 0
    const sourceEpoch = { version, configVersion }
    return { type: "merge", source: this.#ranges.ids[source] ?? 0, sourceEpoch }
  }

  #isQuiet(slot: number, nowMs: number): boolean {
    return nowMs - (this.#ranges.versionAtMs[slot] ?? 0) >= this.#options.mergeQuietMs
  }
}

/** Stores that the left range is to come to, and to leave, to be where the right one is. */
function exchangeOf(left: RangeFacts, right: RangeFacts) {
  const [here, there] = [storesOf(left.members), storesOf(right.members)]
  return {
    added: there.filter((store) => !here.includes(store)),
    removed: here.filter((store) => !there.includes(store)),
  }
}

function able(member: Member): boolean {
  return member.isVoter && !member.isPending && answers(member)
}

function idsOf(stores: readonly Store[]): number[] {
  return stores.map(({ id }) => id)
}
