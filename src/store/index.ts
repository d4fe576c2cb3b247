/**
 * The shell of the strong mode. Inputs (frames, operations, ticks, finished writes) gather until
 * the next turn; a turn steps the pure machines and carries out what they decide: persist, send,
 * apply, answer. Nothing here decides anything about consensus; nothing in core does anything.
 *
 * store.ts      the node's side: network, ticks, turns   replica.ts   one range's side
 * log-writer    readies → one write, one sync            applier      committed → answers, engine
 * proposals     writes on their way through the log      reads        read index rounds
 * forwarder     operations to the leader and back        parked       waiting for a leader
 * snapshots     serve and fetch                          compactor    cutting the log
 * quarantine    corrupt data is fetched anew             expiry, lease, outbox, disk-watchdog
 */
export { Replica } from "./replica.ts"
export { Store } from "./store.ts"
export type * from "./types.ts"
export { type StoreVariant, storeVariants } from "./variant.ts"
