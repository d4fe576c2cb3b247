import type { MonotonicMs } from "../base/index.ts"
import type { RaftConfig } from "../config/types.ts"
import type { Raft } from "../core/raft/index.ts"
import type { Telemetry } from "../env/index.ts"
import type { Flusher } from "./flusher.ts"
import type { LogWriter } from "./log-writer.ts"

interface DiskWatchdogOptions {
  readonly raft: Raft
  readonly writer: LogWriter
  readonly flusher: Flusher
  readonly config: RaftConfig
  readonly telemetry: Telemetry
  /** Somebody else keeps this replica from leading: it must not resume because the disk is well. */
  readonly heldBack: () => boolean
}

/**
 * A leader whose disk hangs goes on to send heartbeats, and nobody would take over from it. So it
 * gives leadership up once a write is older than an election timeout, and may lead again when it
 * has ended. Not while the log finds no space: the others may have none either, and then nobody
 * would serve reads. It is given to who has some, see `Succession`.
 */
export class DiskWatchdog {
  readonly #options: DiskWatchdogOptions
  #standingDown = false

  constructor(options: DiskWatchdogOptions) {
    this.#options = options
  }

  tick(nowMs: MonotonicMs): void {
    const { raft, writer, flusher, config, telemetry, heldBack } = this.#options
    // Nobody could lead instead of a node that is alone, and its reads can go on. It may come to be
    // alone while it stands down: the entry that removed the others was on its way.
    const alone = raft.view.configuration.voters.length === 1
    const since = earlier(writer.full ? undefined : writer.busySince, flusher.stuckSince)
    const stalledMs = since === undefined ? 0 : nowMs - since
    const stalled = !alone && stalledMs > config.tickMs * config.electionTimeoutTicks
    if (stalled && !this.#standingDown) {
      telemetry.warn("the disk stalls, standing down", { stalledMs: Math.round(stalledMs) })
      this.#standingDown = true
      raft.step({ type: "standDown" })
    } else if (!stalled && this.#standingDown && !heldBack()) {
      this.#standingDown = false
      raft.step({ type: "resume" })
    }
  }
}

function earlier(
  left: MonotonicMs | undefined,
  right: MonotonicMs | undefined,
): MonotonicMs | undefined {
  if (left === undefined || right === undefined) return left ?? right
  return Math.min(left, right)
}
