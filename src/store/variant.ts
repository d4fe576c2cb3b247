/**
 * Shells that are broken on purpose, to prove that the simulator would notice. Never set outside of
 * it. Each is one marked deviation:
 *
 * - acknowledge-before-sync: what is written counts as durable before the disk says so
 * - cut-beyond-durable-applied: the log is cut up to what is applied, synced or not
 * - answer-reads-at-once: a leader serves linearizable reads without asking anybody
 * - unknown-as-refused: a write that nobody can wait for any longer is said to have had no effect
 * - settle-by-index: a proposal takes whatever is applied at its index for its own
 */
export const storeVariants = [
  "acknowledge-before-sync",
  "cut-beyond-durable-applied",
  "answer-reads-at-once",
  "unknown-as-refused",
  "settle-by-index",
] as const

export type StoreVariant = (typeof storeVariants)[number]
