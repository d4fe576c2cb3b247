/**
 * Raft, pure: synchronous, without clock, dice, disk or network. The shell feeds a `Raft` with
 * inputs and carries out its readies; `types.ts` says what each means.
 *
 * Inside, one `RaftState` (state.ts) and functions on it, a file for each concern:
 *
 * - receive → follower, leader, election: messages, by role; roles: how one becomes another
 * - log, terms, entry-cache, handout: what is where, in memory and on disk; ready: what to do next
 * - replication, progress, inflight, commit, quorum: how entries flow and count
 * - reads, transfer, reconfigure, membership, quiesce, damage: one protocol each
 *
 * "Rule n" in these files are the rules that naive implementations miss; test/core/raft has a test
 * for each.
 */
export { checkRaft } from "./check.ts"
export {
  describeConfiguration,
  describeEntryId,
  describeMessage,
  describeProgress,
  describeRaft,
  describeReady,
} from "./describe.ts"
export { isJoint, isMember, isPassing, membersOf } from "./membership.ts"
export type { Accepted, ProposalRefusal, Refused } from "./propose.ts"
export { isQuorum } from "./quorum.ts"
export { Raft } from "./raft.ts"
export type { ConfigRefusal } from "./reconfigure.ts"
export type { RaftOptions } from "./state.ts"
export type { TermRun } from "./terms.ts"
export type * from "./types.ts"
export { type RaftVariant, raftVariants } from "./variant.ts"
export type { RaftView } from "./view.ts"
