import type { NodeId, RangeId } from "../../base/index.ts"
import { type RangeTable, replicaStates } from "./range-table.ts"
import type { SpreadRule } from "./spread.ts"
import type { Store, StoreTable } from "./store-table.ts"
import { type OperatorKind, replicasMax, type Step } from "./types.ts"
import type { PlacementVariant } from "./variant.ts"

/** A replica as the checkers see it. */
export interface Member {
  readonly store: Store
  readonly isVoter: boolean
  readonly isJoint: boolean
  readonly isDown: boolean
  readonly isPending: boolean
  /** Its store lives, and yet the leader has missed it for as long as makes a store dead. */
  readonly isDownForLong: boolean
}

/** All that a decision about one range needs, gathered. */
export interface RangeFacts {
  readonly slot: number
  readonly rangeId: RangeId
  readonly replicationFactor: number
  readonly rule: SpreadRule
  readonly bytes: number
  readonly heat: number
  readonly leader: Store
  readonly members: readonly Member[]
  /** Where bringing it a replica came to nothing, until it was done elsewhere. */
  readonly failedAt: readonly Store[]
  /** Where operators that did not finish may have left a replica; noted where all else is asked. */
  readonly leftAt: ReadonlySet<NodeId>
}

/** What a checker wants done. */
export interface Plan {
  readonly kind: OperatorKind
  readonly why: string
  readonly steps: readonly Step[]
}

/** @param missedSinceMs who is down since then, or longer, is down for long */
export function membersOf(
  slot: number,
  ranges: RangeTable,
  stores: StoreTable,
  missedSinceMs = Number.NEGATIVE_INFINITY,
): Member[] {
  const members: Member[] = []
  const first = slot * replicasMax
  for (let at = first; at < first + (ranges.replicaCounts[slot] ?? 0); at += 1) {
    const state = ranges.replicaStates[at] ?? 0
    const role = state & replicaStates.roleMask
    const store = stores.at(ranges.replicaStores[at] ?? 0)
    const isDown = (state & replicaStates.downFlag) !== 0
    const sinceMs = Math.max(ranges.downSinceMs[slot] ?? 0, store.liveSinceMs)
    members.push({
      store,
      isVoter: role !== replicaStates.learnerCode,
      isJoint: role > replicaStates.learnerCode,
      isDown,
      isDownForLong: isDown && store.liveness === "live" && sinceMs <= missedSinceMs,
      isPending: (state & replicaStates.pendingFlag) !== 0,
    })
  }
  return members
}

/** Whether a replica can be counted on right now. */
export function answers(member: Member, variant?: PlacementVariant): boolean {
  if (variant === "count-the-dead") return true
  return !member.isDown && !member.store.isLost && member.store.liveness === "live"
}

export function storesOf(members: readonly Member[]): Store[] {
  return members.map(({ store }) => store)
}

export function idsOf(members: readonly Member[]): string {
  return members.map(({ store }) => store.id).join(", ")
}
