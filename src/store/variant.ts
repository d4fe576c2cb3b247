/**
 * Shells that are broken on purpose, to prove that the simulator would notice. Never set outside of
 * it. Each is one marked deviation:
 *
 * - acknowledge-before-sync: what is written counts as durable before the disk says so
 * - cut-beyond-durable-applied: the log is cut up to what is applied, synced or not
 * - answer-reads-at-once: a leader serves linearizable reads without asking anybody
 * - unknown-as-refused: a write that nobody can wait for any longer is said to have had no effect
 * - settle-by-index: a proposal takes whatever is applied at its index for its own
 * - apply-without-epoch-check: proposals go on behind a split that is not applied yet; the range
 *   machine, broken in the same name, then takes them for what it is by now
 * - read-beyond-split: reads of keys that were split off are served by the range that had them
 * - child-before-flush: a new range is open before the engine has what it begins with
 * - hash-unflushed: replicas hash what their engines happen to hold, not what is applied
 * - verdict-of-leader: of replicas that differ, those that hold what the leader holds are right
 * - ignore-verdict: a replica that is outvoted goes on as if nothing was the matter
 * - drop-log-before-tombstone: a replica that leaves forgets its vote before it can't come back
 * - served-while-frozen: a range that waits to be taken in goes on as if it did not
 * - absorb-without-epoch-check: a range that has changed since is asked all the same to take its
 *   neighbour in; the range machine, broken in the same name, then does so
 * - absorb-without-waiting: a range is taken in as it is here, wherever in its log that may be
 * - gone-from-anybody: a replica takes word that another one of its node is gone for itself
 */
export const storeVariants = [
  "acknowledge-before-sync",
  "cut-beyond-durable-applied",
  "answer-reads-at-once",
  "unknown-as-refused",
  "settle-by-index",
  "apply-without-epoch-check",
  "read-beyond-split",
  "child-before-flush",
  "hash-unflushed",
  "verdict-of-leader",
  "ignore-verdict",
  "drop-log-before-tombstone",
  "served-while-frozen",
  "absorb-without-epoch-check",
  "absorb-without-waiting",
  "gone-from-anybody",
] as const

export type StoreVariant = (typeof storeVariants)[number]
