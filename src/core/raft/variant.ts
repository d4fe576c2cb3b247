/**
 * Machines that are broken on purpose, to prove that the simulator would notice. Never set outside
 * of it. Each is one marked deviation:
 *
 * - count-older-terms: commits entries of older terms by counting replicas (against rule 1)
 * - skip-no-op: a new leader appends nothing (against rule 2)
 * - commit-beyond-match: a follower believes the leader's commit for its whole log (rule 3)
 * - vote-without-persist: votes leave before they are durable (rule 11)
 * - ack-before-persist: appends are acknowledged before they are durable (rule 11)
 * - self-ack-before-persist: a leader counts itself before its own sync (rule 12)
 * - ignore-vote-record: votes for everybody who asks in a term
 * - ignore-log-freshness: votes for candidates that lack entries
 * - commit-without-outgoing-half: a joint configuration decides by its new half alone
 * - remove-voter-at-once: a voter that is removed is gone without having been a learner
 * - trust-stale-read-token: any answer of the term confirms the newest read (rule 28)
 * - read-before-own-term-commit: serves reads at a commit index of older terms (rule 27)
 * - answer-heartbeats-of-anybody: who is asked for nothing new says yes without a look at the term
 * - damaged-votes: a replica whose log lost entries goes on voting and counting
 */
export type RaftVariant = (typeof raftVariants)[number]

export const raftVariants = [
  "count-older-terms",
  "skip-no-op",
  "commit-beyond-match",
  "vote-without-persist",
  "ack-before-persist",
  "self-ack-before-persist",
  "ignore-vote-record",
  "ignore-log-freshness",
  "commit-without-outgoing-half",
  "remove-voter-at-once",
  "trust-stale-read-token",
  "read-before-own-term-commit",
  "answer-heartbeats-of-anybody",
  "damaged-votes",
] as const
