/**
 * Storage that is broken on purpose, to prove that the simulator would notice. Never set outside of
 * it. Each is one marked deviation:
 *
 * - skip-log-sync: the log acknowledges appends that are not durable
 * - ignore-log-checksum: whatever bytes a log record holds are believed
 * - skip-damaged-records: records of the log that can't be read count as never written
 * - trust-empty-log: a log that is gone counts as one that never began
 * - ignore-cell-checksum: whatever bytes a cell holds are believed
 * - applied-index-apart: the applied index is written after what it stands for, not with it
 * - serve-half-install: a staged snapshot counts as installed before all of it is in its place
 * - serve-half-received: one that comes straight to its place counts from its first chunk on
 * - stale-cache: a write does not reach the value cache
 * - forget-tombstone: a range that left is as one that was never here
 * - absorb-without-tombstone: a range that was taken in by its neighbour is there as well
 */
export type StorageVariant =
  | "skip-log-sync"
  | "ignore-log-checksum"
  | "skip-damaged-records"
  | "trust-empty-log"
  | "ignore-cell-checksum"
  | "applied-index-apart"
  | "serve-half-install"
  | "serve-half-received"
  | "stale-cache"
  | "forget-tombstone"
  | "absorb-without-tombstone"

export const storageVariants: readonly StorageVariant[] = [
  "skip-log-sync",
  "ignore-log-checksum",
  "skip-damaged-records",
  "trust-empty-log",
  "ignore-cell-checksum",
  "applied-index-apart",
  "serve-half-install",
  "serve-half-received",
  "stale-cache",
  "forget-tombstone",
  "absorb-without-tombstone",
]
