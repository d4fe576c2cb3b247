import type { RangeId } from "../../base/index.ts"
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
  /** Whether its leader has missed a replica for as long as makes a store dead. */
  readonly downForLong: boolean
}

/** What a checker wants done. */
export interface Plan {
  readonly kind: OperatorKind
  readonly why: string
  readonly steps: readonly Step[]
}

export function membersOf(slot: number, ranges: RangeTable, stores: StoreTable): Member[] {
  const members: Member[] = []
  const first = slot * replicasMax
  for (let at = first; at < first + (ranges.replicaCounts[slot] ?? 0); at += 1) {
    const state = ranges.replicaStates[at] ?? 0
    const role = state & replicaStates.roleMask
    members.push({
      store: stores.at(ranges.replicaStores[at] ?? 0),
      isVoter: role !== replicaStates.learnerCode,
      isJoint: role > replicaStates.learnerCode,
      isDown: (state & replicaStates.downFlag) !== 0,
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
