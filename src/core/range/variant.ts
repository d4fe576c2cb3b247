/**
 * Machines that are broken on purpose, to prove that the simulator would notice. Never set outside
 * of it. Each is one marked deviation:
 *
 * - forget-sessions-on-snapshot: a restored machine starts with an empty session table
 * - apply-twice-on-retry: a remembered request is executed again
 * - cas-ignores-version: expecting a version holds for any cell
 * - lost-increment: an increment does not see what was written earlier in its batch
 * - swap-keeps-expiry: what is swapped in expires when what was there would have
 * - increment-drops-expiry: a sum expires as its last increment says, or never
 * - apply-without-epoch-check: what was proposed before a split is applied after it all the same
 * - split-without-sessions: the new range begins with an empty session table
 * - absorb-without-epoch-check: a neighbour that has changed since takes a range in all the same
 * - absorb-without-sessions: whoever takes a range in forgets the sessions of its clients
 * - served-while-frozen: a range is written to after the entry that froze it
 * - add-keyspace-again: a keyspace that exists is added once more, with another range
 * - skip-entry: one entry in seven is acknowledged without effect on the cells
 */
export type RangeVariant =
  | "forget-sessions-on-snapshot"
  | "apply-twice-on-retry"
  | "cas-ignores-version"
  | "lost-increment"
  | "swap-keeps-expiry"
  | "increment-drops-expiry"
  | "skip-entry"
  | "apply-without-epoch-check"
  | "split-without-sessions"
  | "absorb-without-epoch-check"
  | "absorb-without-sessions"
  | "served-while-frozen"
  | "add-keyspace-again"

export const rangeVariants: readonly RangeVariant[] = [
  "forget-sessions-on-snapshot",
  "apply-twice-on-retry",
  "cas-ignores-version",
  "lost-increment",
  "swap-keeps-expiry",
  "increment-drops-expiry",
  "skip-entry",
  "apply-without-epoch-check",
  "split-without-sessions",
  "absorb-without-epoch-check",
  "absorb-without-sessions",
  "served-while-frozen",
  "add-keyspace-again",
]
