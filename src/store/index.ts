/**
 * The shell of the strong mode. Inputs (frames, operations, ticks, finished writes) gather until
 * the next turn; a turn steps the pure machines and carries out what they decide: persist, send,
 * apply, answer. Nothing here decides anything about consensus; nothing in core does anything.
 *
 * store.ts      the node's side: network, ticks, turns   replica.ts   one range's side
 * roster        which replicas there are               range-directory   keys → replicas
 * belonging     who is part of a range, who was        departures   replicas on their way out
 * status        what is told of replicas               in-hand      operations of a replica
 * replica-changes   changes of who has replicas
 * log-writer    readies of all ranges → one sync         log-lane     one range's way there
 * space         refuses writes before the disk is full   applier      committed → answers, engine
 * proposals     writes on their way through the log      reads        read index rounds
 * read-shares   what all ranges read from the engine     read-queue   one range's reads in line
 * read-rounds   of all ranges, together                planned-cells  read before entries apply
 * forwarder     operations to the leader and back        parked       waiting for a leader
 * snapshots     serve and fetch                          compactor    cutting the log
 * snapshot-traffic  the places and the rate that all ranges share
 * snapshot-sending  one on its way, over many connections  snapshot-fetch  the other end
 * intake        operations into a replica              liveness     peers' stores, for who sleeps
 * range-gauge   size, load, where to cut               check-rota   whose turn to be checked
 * consistency-check  do replicas hold the same?          data-hasher  hashes it in the background
 * members       the stores of the cluster              knocks       of who has lost its range
 * lost-ranges   of who may have lost ranges            waking       sleepers that have reason
 * merging       a range's part in merges               log-feed     followers that lag behind
 * keyspaces     their records, as applied here         clearance    of keyspaces that were dropped
 * quarantine    corrupt data is fetched anew             guards, expiry, lease, outbox, …
 */
export { BulkPace } from "./bulk-pace.ts"
export { lostRanges } from "./lost-ranges.ts"
export { Replica } from "./replica.ts"
export type { ReplicaSeam, ReplicaStanding } from "./roster.ts"
export { Store } from "./store.ts"
export type * from "./types.ts"
export { type StoreVariant, storeVariants } from "./variant.ts"
