import { assert } from "../../base/index.ts"
import { maybeCommit } from "./commit.ts"
import { maybeWhole } from "./damage.ts"
import { countOwnVote } from "./election.ts"
import { flushAppends } from "./replication.ts"
import { noEffects, type RaftState } from "./state.ts"
import { trimLog } from "./trim.ts"
import type { HardState, Ready } from "./types.ts"

/** Whether anything is to be done. Decides now what is to be sent, as late as possible. */
export function hasReady(state: RaftState): boolean {
  if (state.role.name === "leader") flushAppends(state, state.role)
  const { effects, log, handout, commit } = state
  return (
    effects.messages.length > 0 ||
    log.hasUnwritten ||
    handout.has(commit) ||
    hardStateChanged(state) ||
    effects.messagesAfterPersist.length > 0 ||
    effects.reads.length > 0 ||
    effects.readsDropped.length > 0 ||
    effects.loads.length > 0 ||
    effects.snapshotOffered !== undefined
  )
}

export function takeReady(state: RaftState): Ready {
  if (state.role.name === "leader") {
    flushAppends(state, state.role)
    state.role.reads.unsent = false
  }
  const { effects, log, writtenHardState: written, term, vote, commit } = state
  const { messagesAfterPersist } = effects
  const hardState: HardState | undefined = hardStateChanged(state)
    ? { term, vote, commit }
    : undefined
  const waits = hardState !== undefined || log.hasUnwritten || messagesAfterPersist.length > 0
  // Those that have nothing to do with the disk come as often as reads do, and may not pile up
  // while it takes no writes.
  if (waits) state.readyNumber += 1
  const number = waits ? state.readyNumber : 0
  const entries = log.takeUnwritten(number)
  const { entries: committed, span: committedToLoad } = state.handout.take(log, commit)
  // A commit index alone can be written whenever there is something else to write (rule 14).
  const mustSync = entries.length > 0 || term !== written.term || vote !== written.vote
  if (hardState !== undefined) state.writtenHardState = hardState
  if (waits) state.unpersisted.push({ ready: number, hardState: state.writtenHardState })
  state.effects = noEffects()
  trimLog(state)
  return { number, hardState, entries, mustSync, committed, committedToLoad, ...effects }
}

/**
 * The ready with this number is durable: what waited for the disk counts now. With 0 nothing did,
 * and what was decided since is looked at all the same.
 */
export function onPersisted(state: RaftState, ready: number): void {
  if (ready !== 0) countAsDurable(state, ready)
  countOwnVote(state)
  maybeWhole(state)
  if (state.role.name === "leader") maybeCommit(state, state.role)
}

function countAsDurable(state: RaftState, ready: number): void {
  const write = state.unpersisted.shift()
  // Lets go of the room that it had.
  if (state.unpersisted.length === 0) state.unpersisted = []
  assert(write?.ready === ready, "readies are persisted in the order of their numbers")
  assert(write.hardState.term >= state.persistedHardState.term, "terms on disk never fall")
  state.persistedReady = ready
  state.persistedHardState = write.hardState
  state.log.persisted(ready)
}

function hardStateChanged({ writtenHardState: written, term, vote, commit }: RaftState): boolean {
  return term !== written.term || vote !== written.vote || commit !== written.commit
}
