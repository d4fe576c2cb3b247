import { assert, type LogIndex } from "../../base/index.ts"
import { entryBytes } from "./entry-cache.ts"
import { becomeSnapshot, type Progress } from "./progress.ts"
import { isCaretaker, type LeaderRole, type RaftState, send } from "./state.ts"
import type { Entry, EntryKind } from "./types.ts"

/** The leader's own entry goes into its log; followers get it with the next ready. */
export function appendOwn(
  state: RaftState,
  leader: LeaderRole,
  kind: EntryKind,
  data: readonly Uint8Array[],
): LogIndex {
  const firstIndex = state.log.lastIndex + 1
  const { term } = state
  state.log.append(data.map((bytes, at) => ({ index: firstIndex + at, term, kind, data: bytes })))
  leader.appendsDue = true
  leader.idleTicks = 0
  return firstIndex
}

/** Sends what the followers' windows allow. Called once a ready: a turn's proposals go together. */
export function flushAppends(state: RaftState, leader: LeaderRole): void {
  if (!leader.appendsDue) return
  leader.appendsDue = false
  for (const progress of leader.progress.values()) {
    while (maybeSendAppend(state, progress));
  }
}

/** Sends the next append if the follower's state allows one. False: nothing more to do now. */
function maybeSendAppend(state: RaftState, progress: Progress): boolean {
  const { log, options } = state
  const { flow, next } = progress
  switch (flow.state) {
    case "snapshot":
      return false
    case "probe":
      if (flow.paused) return false
      break
    case "replicate":
      if (next > log.lastIndex || flow.inflight.full || progress.loading) return false
      break
  }
  if (log.termAt(next - 1) === undefined) {
    beginSnapshot(state, progress)
    return false
  }
  const bytesMax = options.limits.appendMessageBytesMax
  const entries = log.cached(next, log.lastIndex + 1, bytesMax)
  if (entries === undefined && flow.state === "replicate") {
    progress.loading = true
    state.effects.loads.push({ to: progress.id, from: next, bytesMax })
    return false
  }
  // A probe asks only where the logs meet: what is not in memory can follow later.
  sendAppend(state, progress, entries ?? [])
  return flow.state === "replicate"
}

/** One append of entries that begin at the follower's `next`. */
export function sendAppend(state: RaftState, progress: Progress, entries: readonly Entry[]): void {
  const previous = progress.next - 1
  const previousTerm = state.log.termAt(previous)
  assert(previousTerm !== undefined, "an append follows an entry of this log")
  const last = previous + entries.length
  send(state, {
    type: "appendRequest",
    from: state.id,
    to: progress.id,
    term: state.term,
    previous: { index: previous, term: previousTerm },
    entries,
    commit: state.commit,
  })
  progress.commitSent = Math.max(progress.commitSent, Math.min(state.commit, last))
  if (progress.flow.state === "probe") {
    progress.flow.paused = true
    progress.quietTicks = 0
  } else if (progress.flow.state === "replicate" && entries.length > 0) {
    if (progress.flow.inflight.count === 0) progress.quietTicks = 0
    let bytes = 0
    for (const entry of entries) bytes += entryBytes(entry)
    progress.flow.inflight.add(last, bytes)
    progress.next = last + 1
  }
}

/** One round of heartbeats with a read position of its own: its answers confirm earlier reads. */
export function broadcastHeartbeat(state: RaftState, leader: LeaderRole): void {
  leader.reads.position += 1
  leader.reads.unsent = true
  for (const progress of leader.progress.values()) sendHeartbeat(state, leader, progress)
}

export function sendHeartbeat(state: RaftState, leader: LeaderRole, progress: Progress): void {
  // What the follower has for sure, so that it may believe this without a look at its log (rule 3).
  const commit = Math.min(progress.match, state.commit)
  const { damage } = progress
  const sure = damage?.wholeAt !== undefined
  send(state, {
    type: "heartbeat",
    from: state.id,
    to: progress.id,
    term: state.term,
    commit,
    readPosition: leader.reads.position,
    damageNonce: sure ? damage.nonce : 0,
    lastIndex: sure ? (damage.wholeAt ?? 0) : 0,
  })
  progress.commitSent = Math.max(progress.commitSent, commit)
}

/** The follower needs what the log does not have: appends stop, offers begin. */
export function beginSnapshot(state: RaftState, progress: Progress): void {
  becomeSnapshot(progress, state.handout.applied)
  offerSnapshot(state, progress)
}

/** "Fetch my snapshot": of what this replica has applied, or later. A caretaker has none. */
export function offerSnapshot(state: RaftState, progress: Progress): void {
  if (isCaretaker(state)) return
  const index = state.handout.applied
  const term = state.log.termAt(index)
  if (index === 0 || term === undefined || index < progress.snapshotWanted) return
  send(state, {
    type: "snapshotOffer",
    from: state.id,
    to: progress.id,
    term: state.term,
    snapshot: { index, term, configuration: state.configuration },
    logStart: state.log.start.index,
  })
}
