import { assert } from "../../base/index.ts"
import { checkConfiguration, membersOf } from "./membership.ts"
import type { Progress } from "./progress.ts"
import type { Raft } from "./raft.ts"
import { isDamaged, type LeaderRole, type RaftState } from "./state.ts"

/**
 * What must hold of one machine between any two steps; throws InvariantViolation. Cheap enough to
 * run after every step of a test or a simulation.
 */
export function checkRaft({ state }: Raft): void {
  const { log, handout, commit, term } = state
  log.check()
  checkConfiguration(state.configuration)
  assert(log.start.index <= commit, "what the log begins after is committed")
  assert(commit <= log.lastIndex, "what is committed is in the log")
  assert(handout.applied <= handout.index, "what is applied was handed out")
  assert(handout.index <= commit, "only what is committed is handed out")
  assert(log.last.term <= term, "no entry is of a later term")
  assert(state.persistedHardState.term <= term, "the term on disk is not ahead")
  assert(
    log.configBeforeLast(log.persistedIndex) <= state.persistedHardState.commit,
    "who has a change on disk knows there that the one before is committed",
  )
  assert(
    state.readyNumber - state.persistedReady === state.unpersisted.length,
    "every ready is persisted once",
  )
  checkRole(state)
}

function checkRole(state: RaftState): void {
  const { role } = state
  switch (role.name) {
    case "follower":
      assert(role.matched <= state.log.lastIndex, "what matches the leader's log is in the log")
      break
    case "preCandidate":
      assert(state.leader === 0, "who campaigns knows no leader (rule 22)")
      break
    case "candidate":
      assert(state.vote === state.id, "a candidate votes for itself")
      break
    case "leader":
      checkLeader(state, role)
      break
  }
  if (role.name === "follower") return
  assert(!isDamaged(state), "a damaged replica neither leads nor campaigns")
  const caretaker = role.name === "leader" ? role.caretaker : state.snapshotWanted !== 0
  assert(!state.standingDown || caretaker, "who stands down leads at most as a caretaker")
  assert(!state.installing, "nobody campaigns while a snapshot is pending (rule 23)")
}

function checkLeader(state: RaftState, leader: LeaderRole): void {
  const { log, id, persistedHardState: disk, options } = state
  assert(state.leader === id, "a leader knows who leads")
  if (options.variant !== "vote-without-persist") {
    assert(disk.term === state.term && disk.vote === id, "its own vote was durable (rule 11)")
  }
  const known = [id, ...leader.progress.keys()].sort((left, right) => left - right)
  const members = membersOf(state.configuration)
  const expected = members.includes(id) ? members : [id, ...members].sort((a, b) => a - b)
  assert(known.join() === expected.join(), "a leader keeps progress of all others, and no more")
  const kept = leader.termStart > log.start.index
  if (kept && options.variant !== "skip-no-op") {
    assert(log.termAt(leader.termStart) === state.term, "a term begins with its own entry (rule 2)")
  }
  assert(leader.pendingConfig <= log.lastIndex, "the pending configuration is in the log")
  assert(leader.uncommittedBytes >= 0, "the quota is not overdrawn")
  const { reads } = leader
  assert(reads.confirmed <= reads.position, "only what was asked is confirmed")
  const [oldest] = reads.registered
  assert(!oldest || oldest.position > reads.confirmed, "what is confirmed was answered")
  for (const progress of leader.progress.values()) checkProgress(state, progress)
}

function checkProgress(state: RaftState, progress: Progress): void {
  const { log, options } = state
  const { match, next, flow } = progress
  assert(match < next, "what matches is not sent again")
  assert(match <= log.lastIndex, "nobody has more than the leader")
  assert(next <= log.lastIndex + 1, "nothing is sent that is not in the log")
  if (flow.state !== "replicate") return
  assert(flow.inflight.count <= options.limits.inflightAppendsMax, "the window is bounded")
  assert(flow.inflight.count > 0 || flow.inflight.bytes === 0, "an empty window has no bytes")
}
