import { isDiskFull } from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import type { RangeData } from "../storage/index.ts"

/** Where there is no space for the mark, it is tried again this often. */
const diskFullRetryMs = 1_000

/** No other replica has a vote, and so surely the data: a learner has its voter to ask. */
export function isAlone({ view: { id, configuration } }: Pick<Raft, "view">): boolean {
  return configuration.voters.length === 1 && configuration.voters[0] === id
}

/**
 * Whether data that is not complete when it is opened is no loss: a snapshot of it is here that has
 * not found its place; or it was split off, which the engine did not come to have, and the parent
 * left before it could do that again. Its log is whole then, and all else comes from the leader.
 */
export function isUnfinished(data: Pick<RangeData, "installing" | "recovered">): boolean {
  const { installing, recovered } = data
  return recovered === undefined ? !installing : recovered.snapshotWaits === true
}

interface QuarantineOptions {
  readonly raft: Raft
  readonly data: RangeData
  readonly clock: Clock
  readonly telemetry: Telemetry
  readonly pauseApplying: () => Promise<void>
  readonly wake: () => void
  readonly onFatal: (error: unknown) => void
}

/**
 * A replica whose data on disk is not what was written: it serves nothing, leads nothing, and asks
 * for a snapshot. Its log and its vote are sound, so it goes on to count in quorums.
 */
export class Quarantine {
  readonly #options: QuarantineOptions
  #active = false
  #corrupt = false
  #hopeless = false

  constructor(options: QuarantineOptions) {
    this.#options = options
  }

  get active(): boolean {
    return this.#active
  }

  /** There was something that is lost now. */
  get corrupt(): boolean {
    return this.#corrupt || this.#hopeless
  }

  /** Applying hit corrupt bytes on the only replica: nothing can be applied any more. */
  get hopeless(): boolean {
    return this.#hopeless
  }

  begin(reason: string, unfinished = false): void {
    if (this.#active || this.#hopeless) return
    const { raft, telemetry, wake, onFatal } = this.#options
    if (isAlone(raft)) {
      // Stopping would only start a crash loop; what can still be read may help whoever restores
      // it.
      this.#hopeless = true
      telemetry.error("data is corrupt and no replica can mend it", { reason })
      return
    }
    this.#active = true
    // Without a log it never had anything: its first snapshot was cut short, by a crash perhaps.
    const corrupt = !unfinished && (raft.view.lastIndex > 0 || raft.view.damaged)
    this.#corrupt = corrupt
    if (corrupt) telemetry.error("data is corrupt, fetching it anew from the leader", { reason })
    else telemetry.info("a replica's data came in part, and is fetched anew", { reason })
    raft.step({ type: "standDown" })
    // It slept, perhaps, and the mark may take its time.
    wake()
    this.#prepare(unfinished).catch(onFatal)
  }

  /** A snapshot replaced everything. */
  end(): void {
    if (!this.#active) return
    this.#active = false
    this.#corrupt = false
    this.#options.telemetry.info("data is whole again")
    this.#options.raft.step({ type: "resume" })
  }

  async #prepare(unfinished: boolean): Promise<void> {
    const { raft, data, pauseApplying, wake } = this.#options
    await pauseApplying()
    // Durable first: a crash from here on must not serve the corrupt data again. Nothing is read
    // any more from the first try on, whether there was space for the mark or not. Where there was
    // nothing, the next start finds that again: a mark could not be told from that of a loss.
    let marked = data.installing || unfinished
    while (!marked && this.#active) marked = await this.#writeMark()
    if (!this.#active) return
    raft.step({ type: "wantSnapshot", index: raft.view.applied })
    wake()
  }

  /** False: there is no space for it now. */
  async #writeMark(): Promise<boolean> {
    const { data, clock } = this.#options
    try {
      await data.quarantine()
      return true
    } catch (error) {
      if (!isDiskFull(error)) throw error
      await new Promise<void>((resolve) => {
        clock.after(diskFullRetryMs, resolve)
      })
      return false
    }
  }
}
