import { assert, type LogIndex, type Term } from "../../base/index.ts"
import type { Entry, EntryId } from "../../core/raft/types.ts"
import { fingerprintOf } from "../trace.ts"
import type { Invariant } from "./types.ts"

/** What an entry is, and what stands before it. */
interface Known {
  readonly fingerprint: number
  readonly previousTerm: Term
}

/**
 * Entries of the same index and term are the same and follow the same entry, so logs that share one
 * share everything before it (Raft paper, figure 3, Log Matching; section 5.3). Seen on the entries
 * that leaders send.
 */
export function logMatching(): Invariant {
  const entries = new Map<string, Known>()
  const check = (replicaId: number, entry: Entry, previous: EntryId): void => {
    const name = nameOf(entry.index, entry.term)
    const fingerprint = fingerprintOf(entry.data)
    const known = entries.get(name)
    if (known === undefined) {
      entries.set(name, { fingerprint, previousTerm: previous.term })
      return
    }
    assert(known.fingerprint === fingerprint, `replica ${replicaId} sends another entry ${name}`)
    assert(
      known.previousTerm === previous.term,
      `replica ${replicaId} sends ${name} after an entry of term ${previous.term}, ` +
        `not ${known.previousTerm}`,
    )
  }
  return {
    name: "log matching",
    onMessage(replicaId, message) {
      if (message.type !== "appendRequest") return
      let previous: EntryId = message.previous
      for (const entry of message.entries) {
        assert(
          entry.index === previous.index + 1 && entry.term >= previous.term,
          `replica ${replicaId} sends ${nameOf(entry.index, entry.term)} out of order`,
        )
        check(replicaId, entry, previous)
        previous = entry
      }
    },
  }
}

function nameOf(index: LogIndex, term: Term): string {
  return `${index}@${term}`
}
