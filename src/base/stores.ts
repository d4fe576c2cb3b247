import type { LeaderHint } from "./errors.ts"
import type { HybridTime, NodeId, WallMs } from "./ids.ts"

/** Where a store is. Empty: not said. A store that says nothing is a host of its own. */
export interface StoreLabels {
  readonly region: string
  readonly zone: string
  readonly rack: string
  readonly host: string
}

/** From the widest to the narrowest. */
export const labelLevels = ["region", "zone", "rack", "host"] as const

export const noLabels: StoreLabels = { region: "", zone: "", rack: "", host: "" }

/**
 * What people want of a store. `draining`: leads nothing and takes nothing new. `decommissioning`:
 * hands everything away. `gone`: is not coming back, and replaced without a wait; its id is never
 * used again.
 */
export const storeStates = ["up", "draining", "decommissioning", "gone"] as const
export type StoreState = (typeof storeStates)[number]

/** A store as the cluster knows it: one node, its disk and where it is. */
export interface StoreEntry {
  readonly nodeId: NodeId
  /** host:port that clients and peers connect to. */
  readonly address: string
  readonly labels: StoreLabels
  readonly state: StoreState
  /** Since when it is in this state. */
  readonly sinceMs: WallMs
  /** Made at random with its data folder: another disk is another store. Empty: not heard yet. */
  readonly storeKey: string
}

/** All stores of the cluster, the gone ones included. Newer ones have higher versions. */
export interface StoreTable {
  readonly version: HybridTime
  /**
   * Made at random when the cluster began, and never changed: another cluster of the same name has
   * another. Empty: not heard yet.
   */
  readonly clusterKey: string
  readonly stores: readonly StoreEntry[]
}

export function sameLabels(left: StoreLabels, right: StoreLabels): boolean {
  return labelLevels.every((level) => left[level] === right[level])
}

/** What is told to a node whose store an operator gave up. */
export function removedStore(nodeId: NodeId): string {
  return `store ${nodeId} was removed for good: start with an empty data folder`
}

/** As many are named to who asked for one that is not there; a list has all of them. */
const namedMax = 16

/** What is told to who named a store that is not among these. */
export function noSuchStore(nodeId: NodeId, stores: Iterable<NodeId>): string {
  const ids = [...stores].sort((left, right) => left - right)
  const none = `there is no store ${nodeId}`
  if (ids.length === 0) return `${none}, nor is any other known so far: ask again`
  const more = ids.length - namedMax
  const rest = more > 0 ? ` and ${more} more: list them to see which` : ""
  return `${none}: the stores are ${ids.slice(0, namedMax).join(", ")}${rest}`
}

/** What is known of the stores before the driver has told anything. */
export function tableOfMembers(members: readonly LeaderHint[], clusterKey = ""): StoreTable {
  const stores = members.map(({ nodeId, address }) => {
    return { nodeId, address, labels: noLabels, state: "up", sinceMs: 0, storeKey: "" } as const
  })
  return { version: 0, clusterKey, stores }
}
