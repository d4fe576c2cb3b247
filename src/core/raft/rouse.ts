/**
 * Groups that sleep hear nothing of each other. Their stores do, for all of them at once (rule 53,
 * after CockroachDB's store liveness), and say whose stores are absent. From that follows which
 * groups have reason to be awake; the shell rouses those by and by: all at once would be a storm
 * in which nobody is heard in time.
 */
import { type NodeId, nodeOf } from "../../base/index.ts"
import { mayCampaign } from "./caretaker.ts"
import { maybeCampaign } from "./election.ts"
import { askForLeader, wake } from "./quiesce.ts"
import { becomeFollower, forgetLeader, restartElectionClock } from "./roles.ts"
import { isQuorumPresent, type RaftState } from "./state.ts"

/** Whether this replica sleeps and should not: nobody leads it, or it leads whom it has to feed. */
export function isRestless(state: RaftState): boolean {
  if (!state.quiescent) return false
  if (state.role.name !== "leader") {
    const led = state.leader !== 0 && !state.absent.has(nodeOf(state.leader))
    return !led && isQuorumPresent(state)
  }
  // Who leads only a minority finds out when it is awake.
  if (!isQuorumPresent(state)) return true
  for (const { id, match, damage } of state.role.progress.values()) {
    const lacks = match !== state.log.lastIndex || damage !== undefined
    if (lacks && !state.absent.has(nodeOf(id))) return true
  }
  return false
}

/**
 * Who sleeps without a quorum, and without its leader, believes in that one no more: when they are
 * back, others may lead, and this replica may have been removed.
 */
export function heedAbsent(state: RaftState, nodes: ReadonlySet<NodeId>): void {
  state.absent = nodes
  if (!state.quiescent || state.leader === 0 || isQuorumPresent(state)) return
  if (nodes.has(nodeOf(state.leader))) forgetLeader(state)
}

/** Wakes a replica that is restless. Who followed one that is absent soon campaigns. */
export function rouse(state: RaftState): void {
  if (!isRestless(state)) return
  if (state.role.name === "leader") {
    wake(state)
    return
  }
  state.quiescent = false
  restartElectionClock(state)
  if (state.leader !== 0) {
    forgetLeader(state)
    // Its store was silent for a whole timeout: what is left is the part that is drawn.
    state.electionElapsedTicks = state.options.electionTimeoutTicks
  } else if (state.vote === state.id && mayCampaign(state)) {
    // Before a restart, perhaps, it led this very term: nobody else does.
    maybeCampaign(state)
  } else {
    askForLeader(state)
  }
}

/** Where there is no quorum to be had, campaigns are noise: sleeps until more are present. */
export function maybeLieDown(state: RaftState): boolean {
  if (state.options.quiesceAfterTicks === 0 || isQuorumPresent(state)) return false
  if (state.role.name !== "follower") becomeFollower(state, state.term, 0)
  state.quiescent = true
  return true
}
