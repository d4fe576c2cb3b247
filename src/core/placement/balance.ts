import { answers, type Plan, type RangeFacts, storesOf } from "./facts.ts"
import type { PlacementOptions } from "./options.ts"
import type { ReplicaChecks } from "./replica-checks.ts"
import { costOf } from "./spread.ts"
import type { Standings } from "./standings.ts"
import type { Store } from "./store-table.ts"
import type { PlacementVariant } from "./variant.ts"

/**
 * Moves from stores that hold or lead much to stores that hold or lead little. A move must narrow
 * the gap between the two, and by more than the tolerance: then the sum of all squares falls with
 * each, and there is an end.
 *
 * First only stores above the mean give, which takes the fewest moves; when a whole pass finds
 * nothing of that kind, any store gives (`anybody`): where labels confine replicas to a zone, all
 * of its stores may be on one side of the mean.
 */
export class Balance {
  readonly #options: PlacementOptions
  readonly #standings: Standings
  readonly #checks: ReplicaChecks
  readonly #variant: PlacementVariant | undefined
  anybody = false

  constructor(
    options: PlacementOptions,
    standings: Standings,
    checks: ReplicaChecks,
    variant: PlacementVariant | undefined,
  ) {
    this.#options = options
    this.#standings = standings
    this.#checks = checks
    this.#variant = variant
  }

  /** Marks the stores that might give something: most ranges need no closer look then. */
  mark(stores: Iterable<Store>): void {
    const { leaderTolerance } = this.#options
    for (const store of stores) {
      const { leastLeading } = this.#standings
      store.mayGiveReplica = store.isHome && this.#mayGiveReplica(store)
      store.mayGiveLeader = this.#narrows(store.leaderScore, leastLeading, 0, leaderTolerance)
    }
  }

  leaders(range: RangeFacts): Plan | undefined {
    const { leader } = range
    if (!isSettled(range)) return undefined
    if (leader.leaderMoves >= this.#options.leaderMovesMax) return undefined
    const share = this.#standings.ledShare(range.heat)
    let best: Store | undefined
    for (const member of range.members) {
      const { store } = member
      if (store === leader || member.isPending) continue
      if (!store.takesLeaders || store.leaderMoves >= this.#options.leaderMovesMax) continue
      if (best !== undefined && best.leaderScore <= store.leaderScore) continue
      best = store
    }
    if (best === undefined) return undefined
    const { leaderTolerance } = this.#options
    if (!this.#narrows(leader.leaderScore, best.leaderScore, share, leaderTolerance)) {
      return undefined
    }
    const what = range.heat > 0 ? "a hot range" : "a range"
    const from = `store ${leader.id}, which leads ${parts(leader.leaderScore)} of the mean`
    const to = `store ${best.id} with ${parts(best.leaderScore)}`
    const why = `${what} goes from ${from}, to ${to}`
    return { kind: "balanceLeaders", why, steps: [{ type: "transferLeader", store: best.id }] }
  }

  replicas(range: RangeFacts): Plan | undefined {
    if (!isSettled(range)) return undefined
    const stores = storesOf(range.members).sort(
      (left, right) => right.replicaScore - left.replicaScore,
    )
    const cost = costOf(range.rule, stores)
    const share = this.#standings.heldShare(range.bytes)
    for (const removed of stores) {
      if (!removed.mayGiveReplica || !this.#mayGiveReplica(removed)) continue
      const others = stores.filter((store) => store !== removed)
      const costMax = cost - costOf(range.rule, others)
      const without = [removed, ...range.failedAt]
      const added = this.#standings.homeFor(others, range.rule, costMax, without)
      if (added === undefined || !this.#isBetter(removed, added, share)) continue
      const from = `store ${removed.id} holds ${parts(removed.replicaScore)} of the mean`
      const why = `${from}, store ${added.id} ${parts(added.replicaScore)}`
      const steps = this.#checks.exchange(range, added, removed)
      return { kind: "balanceReplicas", why, steps }
    }
    return undefined
  }

  #mayGiveReplica(store: Store): boolean {
    if (this.#standings.isOverfull(store)) return true
    const { replicaTolerance } = this.#options
    return this.#narrows(store.replicaScore, this.#standings.emptiest, 0, replicaTolerance)
  }

  #isBetter(removed: Store, added: Store, share: number): boolean {
    if (this.#standings.isOverfull(removed)) return true
    const { replicaTolerance } = this.#options
    return this.#narrows(removed.replicaScore, added.replicaScore, share, replicaTolerance)
  }

  /** Between scores that are a share apart, moving it changes nothing but sides. */
  #narrows(from: number, to: number, share: number, tolerance: number): boolean {
    if (this.#variant === "balance-without-tolerance") return from >= to
    if (from <= 1 && !this.anybody) return false
    return from - to > share + tolerance
  }
}

/** Whether a range is as it should be: nothing is moved for balance while something is wrong. */
function isSettled({ members }: RangeFacts): boolean {
  return members.every((member) => member.isVoter && !member.isJoint && answers(member))
}

function parts(score: number): string {
  return `${Math.round(100 * score)} %`
}
