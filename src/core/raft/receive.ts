import { assert, assertNever } from "../../base/index.ts"
import {
  askAgain,
  heedCommitted,
  holdsToLeader,
  onVoteRequest,
  onVoteResponse,
  rejectVoteRequest,
} from "./election.ts"
import {
  answerDeposed,
  onAppendRequest,
  onHeartbeat,
  onSnapshotOffer,
  onTimeoutNow,
} from "./follower.ts"
import { onAppendResponse, onHeartbeatResponse, onWake } from "./leader.ts"
import { onQuiesce, wake, wakes } from "./quiesce.ts"
import { onReadIndexRequest, onReadIndexResponse } from "./reads.ts"
import { becomeFollower } from "./roles.ts"
import { onlyLeader, type RaftState } from "./state.ts"
import type { Message } from "./types.ts"

/** A message of a peer: the gate of terms first, then whoever it is for. */
export function receive(state: RaftState, message: Message): void {
  if (message.to !== state.id || message.from === state.id) return
  if (wakes(message) || message.term > state.term) wake(state, message.from)
  if (message.term < state.term) {
    answerOlderTerm(state, message)
    return
  }
  if (!enterTermOf(state, message)) return
  deliver(state, message)
}

/** Follows the message into its term. False: the message is to be ignored. */
function enterTermOf(state: RaftState, message: Message): boolean {
  const leads = isOfLeader(message)
  if (message.term > state.term) {
    const seeks = message.type === "voteRequest" || message.type === "wake"
    if (seeks && holdsToLeader(state, message)) return false
    if (!speaksOfTermToCome(message)) becomeFollower(state, message.term, leads ? message.from : 0)
  } else if (leads) {
    const { role, leader } = state
    assert(role.name !== "leader", "two leaders in one term (election safety)")
    assert(leader === 0 || leader === message.from, "two leaders in one term (election safety)")
    if (role.name !== "follower") becomeFollower(state, state.term, message.from)
  }
  return true
}

/** Pre-votes ask and tell about a term that nobody has entered yet (rule 19). */
function speaksOfTermToCome(message: Message): boolean {
  if (message.type === "voteRequest") return message.preVote
  return message.type === "voteResponse" && message.preVote && message.granted
}

/** Only the leader of the message's term sends these. */
function isOfLeader(message: Message): boolean {
  switch (message.type) {
    case "appendRequest":
    case "heartbeat":
    case "snapshotOffer":
    case "timeoutNow":
    case "readIndexResponse":
    case "quiesce":
      return true
    default:
      return false
  }
}

/** Who is behind must learn of it, or a replica that was cut off is stuck for ever (rule 20). */
function answerOlderTerm(state: RaftState, message: Message): void {
  switch (message.type) {
    case "appendRequest":
    case "heartbeat":
    case "snapshotOffer":
    case "quiesce":
      answerDeposed(state, message)
      break
    case "voteRequest":
      rejectVoteRequest(state, message)
      break
    case "voteResponse":
      heedCommitted(state, message)
      break
    case "wake":
      onlyLeader(state, (leader) => onWake(state, leader, message))
      break
    default:
      break
  }
}

function deliver(state: RaftState, message: Message): void {
  switch (message.type) {
    case "voteRequest":
      onVoteRequest(state, message)
      break
    case "voteResponse":
      onVoteResponse(state, message)
      break
    case "appendResponse":
    case "heartbeatResponse":
    case "readIndexRequest":
      deliverToLeader(state, message)
      break
    case "appendRequest":
    case "heartbeat":
    case "snapshotOffer":
    case "timeoutNow":
    case "quiesce":
      deliverToFollower(state, message)
      break
    case "readIndexResponse":
      onReadIndexResponse(state, message)
      break
    case "wake":
      askAgain(state, message.from)
      onlyLeader(state, (leader) => onWake(state, leader, message))
      break
    case "gone":
      break
    default:
      assertNever(message)
  }
}

function deliverToLeader(
  state: RaftState,
  message: Extract<Message, { type: "appendResponse" | "heartbeatResponse" | "readIndexRequest" }>,
): void {
  const { role } = state
  if (role.name !== "leader") return
  if (message.type === "appendResponse") onAppendResponse(state, role, message)
  else if (message.type === "heartbeatResponse") onHeartbeatResponse(state, role, message)
  else onReadIndexRequest(state, role, message)
}

function deliverToFollower(
  state: RaftState,
  message: Extract<
    Message,
    { type: "appendRequest" | "heartbeat" | "snapshotOffer" | "timeoutNow" | "quiesce" }
  >,
): void {
  const { role } = state
  assert(role.name === "follower", "a leader speaks to followers")
  switch (message.type) {
    case "appendRequest":
      onAppendRequest(state, role, message)
      break
    case "heartbeat":
      onHeartbeat(state, role, message)
      break
    case "snapshotOffer":
      onSnapshotOffer(state, role, message)
      break
    case "timeoutNow":
      onTimeoutNow(state)
      break
    case "quiesce":
      onQuiesce(state, message)
      break
  }
}
