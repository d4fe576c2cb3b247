/**
 * Seeds that found a bug, and what it was. They are run for ever. What a seed draws changes when
 * the simulator does, so a seed may meet its bug no more; the cause is what to remember.
 */
export const regressions: readonly { readonly seed: number; readonly cause: string }[] = [
  {
    seed: 4,
    cause:
      "A log write that waited for disk space was tried again after a snapshot had begun the log " +
      "anew, and put entries in front of its start.",
  },
  {
    seed: 18,
    cause:
      "A page of a scan ended early behind cells that were deleted and not flushed yet: it went on " +
      "at the first key of all, not behind them.",
  },
  {
    seed: 66,
    cause:
      "While the log was being begun anew for a snapshot, Raft still took entries of the old one, " +
      "which were acknowledged and never written.",
  },
  {
    seed: 96,
    cause:
      "A linearizable read was served once the state machine had decided its index, before the " +
      "engine and the cache had it: a stale read.",
  },
  {
    seed: 122,
    cause:
      "An entry was applied before it was durable in the log; after a power loss the data was ahead " +
      "of the log, and the recovered term was older than the log's last entry. The same, later, by a " +
      "snapshot that was fetched from a replica in a later term than the leader that offered it.",
  },
  {
    seed: 180,
    cause:
      "No bug: a disk was full when a snapshot was installed, so the log could not begin anew " +
      "behind it, and then the data rotted. The check took the snapshot for a promise of the log's.",
  },
]
