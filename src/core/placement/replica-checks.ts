import { answers, type Member, type Plan, type RangeFacts, storesOf } from "./facts.ts"
import type { PlacementOptions } from "./options.ts"
import { costOf } from "./spread.ts"
import type { Standings } from "./standings.ts"
import type { Store } from "./store-table.ts"
import type { OperatorKind, Step } from "./types.ts"
import type { PlacementVariant } from "./variant.ts"

/**
 * Whether a range has the replicas that it should have, where it should have them, and what to do
 * where not. One thing at a time, the most urgent first; what an interrupted plan left behind is
 * finished or undone by the same rules.
 */
export class ReplicaChecks {
  readonly #automatic: boolean
  readonly #standings: Standings
  readonly #variant: PlacementVariant | undefined

  constructor(
    { automatic }: PlacementOptions,
    standings: Standings,
    variant: PlacementVariant | undefined,
  ) {
    this.#automatic = automatic
    this.#standings = standings
    this.#variant = variant
  }

  check(range: RangeFacts): Plan | undefined {
    const voters = range.members.filter(({ isVoter }) => isVoter)
    // Without a quorum nothing can be changed; what is left waits for its stores.
    const answering = voters.filter((voter) => answers(voter, this.#variant))
    if (answering.length <= voters.length / 2) return undefined
    if (range.members.some(({ isJoint }) => isJoint)) {
      // The leader leaves it by itself.
      if (!this.#automatic) return undefined
      const why = "a joint configuration was left behind"
      return { kind: "leaveJoint", why, steps: [{ type: "leaveJoint" }] }
    }
    const leaving = worstOfLeaving(this.#automatic ? voters : voters.filter(isSentAway))
    // Where no store is left for another replica, its leader can go to one that is there.
    if (leaving !== undefined) {
      return this.#replaceLeaving(range, voters, leaving) ?? this.#leadElsewhere(range, voters)
    }
    if (!this.#automatic) return this.#undo(range, voters) ?? this.#leadElsewhere(range, voters)
    const { replicationFactor } = range
    if (voters.length < replicationFactor) {
      const why = `${voters.length} of ${replicationFactor} replicas`
      const plan = this.#bring(range, voters, undefined, "repair", why)
      return plan ?? this.#leadElsewhere(range, voters)
    }
    if (voters.length > replicationFactor) return this.#removeExtra(range, voters)
    const learner = range.members.find(({ isVoter }) => !isVoter)
    if (learner !== undefined) return dropLearner(learner, "removeExtra", "has no use")
    return this.#spreadBetter(range, voters) ?? this.#leadElsewhere(range, voters)
  }

  /** Steps before `removed` may go: the leader hands over first (rule 37). */
  transferBefore(range: RangeFacts, removed: Store): Step[] | undefined {
    if (range.leader !== removed || this.#variant === "remove-the-leader") return []
    const heir = this.heirOf(range, removed)
    return heir === undefined ? undefined : [{ type: "transferLeader", store: heir.id }]
  }

  /** Who should lead next: of voters that have caught up, the one that leads the least. */
  heirOf(range: RangeFacts, without: Store): Store | undefined {
    const able = range.members.filter((member) => {
      const { store, isVoter, isPending } = member
      return store !== without && isVoter && !isPending && answers(member) && !store.isLeaving
    })
    const welcome = able.filter(({ store }) => store.takesLeaders)
    return storesOf(welcome.length > 0 ? welcome : able).reduce<Store | undefined>(
      (best, store) => {
        return best === undefined || store.leaderScore < best.leaderScore ? store : best
      },
      undefined,
    )
  }

  /** Steps that bring a replica to `added` and take the one on `removed`. */
  exchange(range: RangeFacts, added: Store, removed: Store | undefined): Step[] {
    const add: Step = { type: "addLearner", store: added.id }
    const promote = [added.id]
    if (removed === undefined) return [add, { type: "changeVoters", promote, remove: [] }]
    const transfer = this.transferBefore(range, removed)
    const remove = [removed.id]
    if (transfer !== undefined) return [add, ...transfer, { type: "changeVoters", promote, remove }]
    // Nobody else can lead: the new replica does, before the old one goes.
    return [
      add,
      { type: "changeVoters", promote, remove: [] },
      { type: "transferLeader", store: added.id },
      { type: "changeVoters", promote: [], remove },
    ]
  }

  #replaceLeaving(range: RangeFacts, voters: readonly Member[], leaving: Member): Plan | undefined {
    const { store } = leaving
    const kind = store.isLost || leaving.isDownForLong ? "repair" : "decommission"
    const why = whyLeaving(leaving)
    const staying = voters.filter((voter) => answers(voter) && !voter.store.isLeaving)
    if (staying.length < range.replicationFactor) {
      return this.#bring(range, voters, leaving, kind, why)
    }
    return this.#remove(range, store, kind, `${why}; there are enough others`)
  }

  /** Only what an operator left behind: whatever else is there may be somebody's will. */
  #undo(range: RangeFacts, voters: readonly Member[]): Plan | undefined {
    const isExtra = voters.length > range.replicationFactor
    const left = range.members.find(({ store, isVoter }) => {
      return range.leftAt.has(store.id) && (isExtra || !isVoter)
    })
    if (left === undefined) return undefined
    if (!left.isVoter) return dropLearner(left, "removeExtra", "was left behind")
    const why = `the replica on store ${left.store.id} was left behind`
    return this.#remove(range, left.store, "removeExtra", why)
  }

  #bring(
    range: RangeFacts,
    voters: readonly Member[],
    replaced: Member | undefined,
    kind: OperatorKind,
    why: string,
  ): Plan | undefined {
    const others = storesOf(voters.filter((voter) => voter !== replaced))
    const learner = range.members.find((member) => {
      const { store, isVoter } = member
      return !isVoter && answers(member) && store.isHome && this.#standings.fits(store, others)
    })
    const { failedAt } = range
    if (learner?.isPending && failedAt.includes(learner.store)) {
      return dropLearner(learner, kind, "stays behind")
    }
    const there = storesOf(range.members)
    const added = learner?.store ?? this.#standings.homeInNeed(others, range.rule, there, failedAt)
    if (added === undefined) return this.#dropUseless(range, others)
    const steps = this.exchange(range, added, replaced?.store)
    return { kind, why: `${why}; store ${added.id} gets a replica`, steps }
  }

  /** A learner that can never vote beside the others is of no use, however few they are. */
  #dropUseless(range: RangeFacts, others: readonly Store[]): Plan | undefined {
    if (!this.#automatic) return undefined
    const learner = range.members.find(({ store, isVoter }) => {
      return !isVoter && (store.isLeaving || !this.#standings.fits(store, others))
    })
    return learner && dropLearner(learner, "removeExtra", "has no use")
  }

  #remove(range: RangeFacts, store: Store, kind: OperatorKind, why: string): Plan | undefined {
    const transfer = this.transferBefore(range, store)
    if (transfer === undefined) return undefined
    const steps: Step[] = [...transfer, { type: "changeVoters", promote: [], remove: [store.id] }]
    return { kind, why, steps }
  }

  /**
   * One that can't be counted on goes before any that can; of equals, one without which the rest is
   * spread best, then one that does not lead, on the fullest store. The leader of the cluster's own
   * range is the driver: were it to go, the next one would have to learn anew who has been silent
   * for how long, and might want to go as well.
   */
  #removeExtra(range: RangeFacts, voters: readonly Member[]): Plan | undefined {
    let worst: Store | undefined
    let leastCost = Number.POSITIVE_INFINITY
    for (const voter of leastReliable(voters)) {
      const cost = costOf(range.rule, storesOf(voters.filter((other) => other !== voter)))
      if (cost > leastCost) continue
      const { store } = voter
      if (worst !== undefined && cost === leastCost && keepsRather(range, store, worst)) continue
      worst = store
      leastCost = cost
    }
    if (worst === undefined) return undefined
    const why = `${voters.length} replicas, ${range.replicationFactor} are enough`
    return this.#remove(range, worst, "removeExtra", why)
  }

  #spreadBetter(range: RangeFacts, voters: readonly Member[]): Plan | undefined {
    const { rule } = range
    const cost = costOf(rule, storesOf(voters))
    if (cost <= rule.reachable) return undefined
    let best: { readonly removed: Store; readonly added: Store } | undefined
    let bestCost = cost
    // Of equals, one that does not lead is moved: that is a step less.
    const leads = ({ store }: Member) => (store === range.leader ? 1 : 0)
    for (const voter of [...voters].sort((left, right) => leads(left) - leads(right))) {
      const others = storesOf(voters.filter((other) => other !== voter))
      const without = [voter.store, ...range.failedAt]
      const added = this.#standings.homeFor(others, rule, undefined, without)
      if (added === undefined) continue
      const after = costOf(rule, [...others, added])
      if (after >= bestCost) continue
      best = { removed: voter.store, added }
      bestCost = after
    }
    if (best === undefined) return undefined
    const { removed, added } = best
    const where = storesOf(voters).map(({ id }) => id)
    const why = `replicas on stores ${where.join(", ")} share labels; store ${added.id} is apart`
    return { kind: "spread", why, steps: this.exchange(range, added, removed) }
  }

  #leadElsewhere(range: RangeFacts, voters: readonly Member[]): Plan | undefined {
    const { leader } = range
    if (leader.state !== "draining" || voters.length < 2) return undefined
    const heir = this.heirOf(range, leader)
    // From one that drains to the next it would go round for ever.
    if (heir === undefined || heir.isDraining) return undefined
    const why = `store ${leader.id} is draining; store ${heir.id} leads instead`
    return { kind: "drain", why, steps: [{ type: "transferLeader", store: heir.id }] }
  }
}

function dropLearner({ store }: Member, kind: OperatorKind, what: string): Plan {
  const why = `the learner on store ${store.id} ${what}`
  return { kind, why, steps: [{ type: "removeLearner", store: store.id }] }
}

function worstOfLeaving(voters: readonly Member[]): Member | undefined {
  return (
    voters.find(({ store }) => store.isLost) ??
    voters.find(({ isDownForLong }) => isDownForLong) ??
    voters.find(({ store }) => store.isLeaving)
  )
}

/** Whether somebody said that a replica is to be elsewhere. */
function isSentAway({ store }: Member): boolean {
  return store.state === "decommissioning" || store.state === "gone"
}

function whyLeaving({ store, isDownForLong }: Member): string {
  if (store.state === "gone") return `store ${store.id} is gone`
  if (store.isLost) return `store ${store.id} has been silent for too long`
  if (isDownForLong) return `the replica on store ${store.id} has not answered for too long`
  return `store ${store.id} is being decommissioned`
}

/** Voters that don't answer; where all do, those that lag; where none does, all. */
function leastReliable(voters: readonly Member[]): readonly Member[] {
  const silent = voters.filter((voter) => !answers(voter))
  if (silent.length > 0) return silent
  const lagging = voters.filter(({ isPending }) => isPending)
  return lagging.length > 0 ? lagging : voters
}

/** Of two stores whose replicas are worth the same for the spread. */
function keepsRather({ leader }: RangeFacts, store: Store, than: Store): boolean {
  if (store.isHome !== than.isHome) return store.isHome
  if (store === leader || than === leader) return store === leader
  return store.replicaScore <= than.replicaScore
}
