import type { RangeId } from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import type { Entry, LoadRequest } from "../core/raft/types.ts"
import type { Telemetry } from "../env/index.ts"
import type { RaftLog } from "../storage/index.ts"

interface LogFeedOptions {
  readonly rangeId: RangeId
  readonly raft: Raft
  readonly log: RaftLog
  readonly telemetry: Telemetry
  readonly wake: () => void
}

/** Reads back from the log what a leader needs to feed a follower that lags behind. */
export function feedFromLog(options: LogFeedOptions, { to, from, bytesMax }: LoadRequest): void {
  const { rangeId, raft, log, telemetry, wake } = options
  const give = (entries: readonly Entry[]): void => {
    raft.step({ type: "loaded", to, entries })
    wake()
  }
  log.read(rangeId, from, raft.view.persistedIndex + 1, bytesMax).then(give, (error: unknown) => {
    // The leader could not read its own log: a snapshot will do instead.
    const reason = error instanceof Error ? error.message : String(error)
    telemetry.warn("log entries could not be read back", { reason })
    give([])
  })
}
