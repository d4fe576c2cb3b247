import { type LogIndex, nodeOf } from "../../base/index.ts"
import type { RaftState } from "./state.ts"

/** This part of what may be in memory stays for who has to ask again, while a group is awake. */
const shareKept = 1 / 64

/**
 * Entries leave memory once they are handed to the state machine and on their way to all who keep
 * up: a store has thousands of logs, and who lags is fed from the disk.
 */
export function trimLog(state: RaftState): void {
  const { log, commit, options, quiescent } = state
  const bytesKept = quiescent ? 0 : options.limits.cachedBytesMax * shareKept
  log.trim(commit, doneThrough(state), bytesKept)
}

function doneThrough({ role, handout, commit, options, absent }: RaftState): LogIndex {
  let done = Math.min(handout.index, commit)
  if (role.name !== "leader") return done
  for (const { id, next, flow, silentTicks } of role.progress.values()) {
    const keepsUp = flow.state === "replicate" && silentTicks < options.electionTimeoutTicks
    if (keepsUp && !absent.has(nodeOf(id))) done = Math.min(done, next - 1)
  }
  return done
}
