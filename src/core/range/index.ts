/**
 * The state machine of a range, pure: what a committed entry does to cells, to log time and to the
 * sessions of clients. `RangeMachine` decides, the shell fetches and writes:
 *
 *     plan(entries) ─▶ which cells must be known ─▶ apply(entries, cells) ─▶ one write, results
 *
 * An operation's version is its place in log time, stamped by the leader. Expiry knows no other
 * clock. Exactly-once rests on the session table, which follows from the log like everything else.
 */
export type { CellSource, KeySpan } from "./batch-cells.ts"
export { checkRange } from "./check.ts"
export {
  type CheckView,
  ConsistencyMachine,
  judge,
  replicasOf,
} from "./consistency.ts"
export {
  describeCommand,
  describeOperation,
  describeResult,
  describeState,
  quoted,
} from "./describe.ts"
export { holeIn } from "./holes.ts"
export * from "./keyspaces.ts"
export { LoadSampler, type RangeLoad } from "./load-sampler.ts"
export { type Plan, RangeMachine, readsItsCell, type YieldedRange } from "./machine.ts"
export { fateOf, hasAbsorbed, isTarget, type MergeSide, mergeRefusal } from "./merge.ts"
export * from "./placing.ts"
export { noSessions, type SessionTableView } from "./session-table.ts"
export { type RangeSize, SizeEstimate } from "./size-estimate.ts"
export { splitRefusal } from "./split.ts"
export * from "./types.ts"
export { validateChanges, validateOperation } from "./validate.ts"
export { type RangeVariant, rangeVariants } from "./variant.ts"
