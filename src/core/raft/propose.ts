import type { LogIndex, Term } from "../../base/index.ts"
import { maybeCommit } from "./commit.ts"
import { bytesCounted } from "./entry-cache.ts"
import { isVoter } from "./membership.ts"
import { appendOwn } from "./replication.ts"
import { deviates, type LeaderRole, type RaftState } from "./state.ts"

export type ProposalRefusal = "notLeader" | "transferring" | "uncommittedFull" | "removed"

export interface Accepted {
  readonly accepted: true
  readonly firstIndex: LogIndex
  readonly term: Term
}

export interface Refused<Reason> {
  readonly accepted: false
  readonly reason: Reason
}

/** One normal entry for each element, in one go or not at all. */
export function propose(
  state: RaftState,
  data: readonly Uint8Array[],
): Accepted | Refused<ProposalRefusal> {
  const { role } = state
  if (role.name !== "leader" || role.caretaker) return refused("notLeader")
  const reason = refusalOf(state, role)
  if (reason !== undefined) return refused(reason)
  let bytes = 0
  for (const element of data) bytes += bytesCounted(element)
  // With nothing under way anything is taken: a bound must not refuse an entry for ever (rule 8).
  const { uncommittedBytesMax } = state.options.limits
  if (role.uncommittedBytes > 0 && role.uncommittedBytes + bytes > uncommittedBytesMax) {
    return refused("uncommittedFull")
  }
  role.uncommittedBytes += bytes
  const firstIndex = appendOwn(state, role, "normal", data)
  if (deviates(state, "self-ack-before-persist")) maybeCommit(state, role)
  return { accepted: true, firstIndex, term: state.term }
}

/** Why this leader takes no proposal of any kind now. */
export function refusalOf(
  state: RaftState,
  leader: LeaderRole,
): "transferring" | "removed" | undefined {
  if (!isVoter(state.configuration, state.id)) return "removed"
  return leader.transfer === undefined ? undefined : "transferring"
}

export function refused<Reason>(reason: Reason): Refused<Reason> {
  return { accepted: false, reason }
}
