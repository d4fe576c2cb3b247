/**
 * Policies that are broken on purpose, to prove that tests and simulator would notice. Never set
 * outside of them. Each is one marked deviation:
 *
 * - reports-go-backwards: a report of an older epoch or term is taken for the newest (rule 52)
 * - keep-overlapped: ranges that a newer one covers stay in the directory (rule 52)
 * - ignore-foreign-changes: an operator goes on though somebody else changed its range (rule 52)
 * - replace-the-suspected: a store is replaced once it is disconnected, without the wait
 * - remove-the-leader: the leader's replica goes without a transfer first (rule 37)
 * - count-the-dead: replicas that don't answer count for the new quorum (rule 37)
 * - promote-the-lagging: a learner votes before it has caught up (rule 39)
 * - balance-without-tolerance: whatever is fuller gives to whatever is emptier, for ever
 * - forget-spread: balancing does not look at labels
 * - no-store-limits: a store is sent as many snapshots at a time as it takes
 */
export const placementVariants = [
  "reports-go-backwards",
  "keep-overlapped",
  "ignore-foreign-changes",
  "replace-the-suspected",
  "remove-the-leader",
  "count-the-dead",
  "promote-the-lagging",
  "balance-without-tolerance",
  "forget-spread",
  "no-store-limits",
] as const

export type PlacementVariant = (typeof placementVariants)[number]
