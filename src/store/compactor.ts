import { isDiskFull, type LogIndex, nodeOf, type RangeId } from "../base/index.ts"
import type { StorageConfig } from "../config/types.ts"
import type { Raft } from "../core/raft/index.ts"
import type { RaftLog, RangeData } from "../storage/index.ts"
import type { LogLane } from "./log-lane.ts"
import type { Snapshots } from "./snapshots.ts"
import type { StoreVariant } from "./variant.ts"

/** After a checkpoint found the disk full, the next one waits this long. */
const diskFullRestTicks = 10

/**
 * What goes of a log: what is old, everything that all replicas have, or everything that is durable
 * here.
 */
type Cut = "old" | "replicated" | "durable"

interface CompactorOptions {
  readonly rangeId: RangeId
  readonly raft: Raft
  readonly log: RaftLog
  readonly lane: LogLane
  readonly data: RangeData
  /** Brings what is applied into the engine. */
  readonly flush: () => Promise<void>
  /** Undefined: there were none yet. */
  readonly snapshots: () => Snapshots | undefined
  readonly storage: StorageConfig
  readonly applied: () => LogIndex
  readonly variant: StoreVariant | undefined
  readonly wake: () => void
  readonly onFailure: (error: unknown) => void
}

/**
 * Cuts the log where nobody needs it: below the durable applied index (rule 17), behind what
 * lagging followers still want while the log is small enough, never under a snapshot on its way
 * or in its receiver's hands (rule 42).
 */
export class Compactor {
  readonly #options: CompactorOptions
  #running = false
  #restTicks = 0

  constructor(options: CompactorOptions) {
    this.#options = options
  }

  /** Called once a tick; looks whether there is enough to cut. */
  tick(): void {
    if (this.#restTicks > 0) {
      this.#restTicks -= 1
      return
    }
    if (!this.#mayBegin) return
    const { raft, storage, log, rangeId } = this.#options
    const behind = this.#options.applied() - raft.view.logStart.index
    const tooLong = behind > 2 * storage.logKeepEntries
    const tooBig = behind > 0 && log.bytesOf(rangeId) > storage.logBytesMax
    if (tooBig) this.#begin("durable")
    else if (tooLong) this.#begin("old")
  }

  /** This log keeps the store's from being short, though nothing may ever happen here again. */
  relieve(urgent: boolean): void {
    if (!this.#mayBegin || this.#options.applied() === this.#options.raft.view.logStart.index)
      return
    this.#begin(urgent ? "durable" : "replicated")
  }

  get #mayBegin(): boolean {
    if (this.#running || this.#restTicks > 0 || this.#options.data.installing) return false
    return this.#options.snapshots()?.fetching !== true
  }

  #begin(what: Cut): void {
    this.#running = true
    this.#compact(what)
      .catch((error: unknown) => {
        // Nothing is lost by a longer log; space may come back.
        if (isDiskFull(error)) {
          this.#restTicks = diskFullRestTicks
        } else {
          this.#options.onFailure(error)
        }
      })
      .finally(() => {
        this.#running = false
      })
  }

  async #compact(what: Cut): Promise<void> {
    const { raft, lane, snapshots, storage } = this.#options
    const durable =
      this.#options.variant === "cut-beyond-durable-applied"
        ? this.#options.applied()
        : await this.#makeDurable()
    const matches = new Map(raft.view.progress.map(({ id, match }) => [nodeOf(id), match]))
    // Of whoever was away since this leader began it is not known what it has.
    const wanted = [...matches.values()].filter((match) => match > 0 || what === "replicated")
    const kept = what === "old" ? storage.logKeepEntries : 0
    // What followers lack is kept twice as long as what they have; then a snapshot is cheaper.
    const keepFrom = Math.max(
      durable - 4 * storage.logKeepEntries,
      Math.min(durable - kept, ...wanted),
    )
    const target = Math.min(
      durable,
      what === "durable" ? durable : keepFrom,
      snapshots()?.logNeededFrom((node) => matches.get(node) ?? 0) ?? Number.MAX_SAFE_INTEGER,
    )
    if (target <= raft.view.logStart.index) return
    const term = raft.termAt(target)
    if (term === undefined) return
    lane.compact({ index: target, term })
    raft.step({ type: "compacted", index: target })
    this.#options.wake()
  }

  async #makeDurable(): Promise<LogIndex> {
    await this.#options.flush()
    return this.#options.data.checkpoint()
  }
}
