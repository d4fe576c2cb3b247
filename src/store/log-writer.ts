import { assert, isDiskFull, type MonotonicMs, type RangeId } from "../base/index.ts"
import type { RaftConfig } from "../config/types.ts"
import type { Ready } from "../core/raft/types.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import type { LogWrite, RaftLog } from "../storage/index.ts"
import { LogLane } from "./log-lane.ts"
import type { StoreVariant } from "./variant.ts"

/** Space may come back; asked for again this often. */
const diskFullRetryMs = 1_000

interface LogWriterOptions {
  readonly log: RaftLog
  readonly config: Pick<RaftConfig, "tickMs" | "electionTimeoutTicks">
  readonly clock: Clock
  readonly telemetry: Telemetry
  readonly variant: StoreVariant | undefined
  /** A write has ended: who held back proposals for the next one may go on. */
  readonly onIdle: () => void
  /** The log can't be written any more: this node must stop. */
  readonly onFatal: (error: unknown) => void
}

/** One write of the log, and what was asked for by it. */
interface Batch {
  readonly writes: readonly LogWrite[]
  readonly lanes: readonly {
    readonly lane: LogLane
    readonly readies: readonly Ready[]
    readonly generation: number
  }[]
}

/**
 * Makes the readies of all ranges durable: one write and one sync for everything that gathered
 * while the last sync was under way. An acknowledgement leaves only when a lane is told (idea 5 of
 * the design).
 */
export class LogWriter {
  readonly #options: LogWriterOptions
  readonly #lanes = new Map<RangeId, LogLane>()
  readonly #closing = new Map<RangeId, () => void>()
  #waiting = new Set<LogLane>()
  #busySince: MonotonicMs | undefined
  #full = false
  #stopped = false

  constructor(options: LogWriterOptions) {
    this.#options = options
  }

  get busy(): boolean {
    return this.#busySince !== undefined
  }

  /** When the write under way began. */
  get busySince(): MonotonicMs | undefined {
    return this.#busySince
  }

  /** The disk refused the last write for want of space; it is tried again until it fits. */
  get full(): boolean {
    return this.#full
  }

  /** No space, or a write older than an election timeout: what comes is not durable for long. */
  get stalled(): boolean {
    if (this.#full || this.#busySince === undefined) return this.#full
    const { clock, config } = this.#options
    return clock.monotonicMs() - this.#busySince > config.tickMs * config.electionTimeoutTicks
  }

  /** The way of one range into the log; `onPersisted` hears of its readies in their order. */
  openLane(rangeId: RangeId, onPersisted: (readies: readonly Ready[]) => void): LogLane {
    assert(!this.#lanes.has(rangeId), "a range has one lane")
    const onWaiting = (waiting: LogLane) => this.#waiting.add(waiting)
    const onGone = (gone: LogLane) => this.#onGone(gone)
    const lane = new LogLane({ rangeId, onWaiting, onPersisted, onGone })
    this.#lanes.set(rangeId, lane)
    return lane
  }

  /** Drops the log of a range that has left this store; resolves when that is durable. */
  closeLane(lane: LogLane): Promise<void> {
    lane.close()
    return new Promise((resolve) => {
      this.#closing.set(lane.rangeId, resolve)
    })
  }

  /** Begins the next write when none is under way. */
  start(): void {
    if (this.#stopped) return
    while (!this.busy && this.#waiting.size > 0) {
      const batch = this.#take()
      if (batch.writes.length === 0) this.#tell(batch)
      else this.#append(batch)
    }
  }

  /** Writes what was allowed to wait, and takes no more. */
  async stop(): Promise<void> {
    this.#stopped = true
    if (this.busy || this.#full) return
    const writes = [...this.#lanes.values()].flatMap((lane) => lane.takeHardState())
    if (writes.length === 0) return
    try {
      await this.#options.log.append(writes)
    } catch (error) {
      // A commit index may be forgotten.
      if (!isDiskFull(error)) throw error
    }
  }

  #take(): Batch {
    const waiting = this.#waiting
    this.#waiting = new Set()
    const writes: LogWrite[] = []
    const lanes: Batch["lanes"][number][] = []
    for (const lane of waiting) {
      const taken = lane.take()
      for (const write of taken.writes) writes.push(write)
      lanes.push({ lane, readies: taken.readies, generation: lane.generation })
    }
    return { writes, lanes }
  }

  #onGone({ rangeId }: LogLane): void {
    this.#lanes.delete(rangeId)
    this.#closing.get(rangeId)?.()
    this.#closing.delete(rangeId)
  }

  #tell({ lanes }: Batch): void {
    for (const { lane, readies } of lanes) lane.persisted(readies)
  }

  #append(batch: Batch): void {
    assert(!this.#stopped, "log write after stop")
    this.#busySince ??= this.#options.clock.monotonicMs()
    if (this.#options.variant === "acknowledge-before-sync") this.#tell(batch)
    this.#options.log.append(batch.writes).then(
      () => this.#finish(batch),
      (error: unknown) => this.#fail(error, batch),
    )
  }

  #finish(batch: Batch): void {
    if (this.#full) this.#options.telemetry.info("disk space is back, writes go on")
    this.#full = false
    this.#busySince = undefined
    if (this.#options.variant !== "acknowledge-before-sync") this.#tell(batch)
    this.#options.onIdle()
  }

  #fail(error: unknown, batch: Batch): void {
    if (!isDiskFull(error)) {
      this.#options.onFatal(error)
      return
    }
    // Nothing of the write counts and nothing was acknowledged: the same write may be tried again.
    if (!this.#full) this.#options.telemetry.warn("disk full, writes wait for space")
    this.#full = true
    this.#options.clock.after(diskFullRetryMs, () => {
      if (!this.#stopped) this.#append({ ...batch, writes: stillWanted(batch) })
    })
  }
}

/**
 * Entries of a range whose log was begun anew meanwhile belong to a log that is gone, and so does a
 * cut that may lie among them.
 */
function stillWanted({ writes, lanes }: Batch): readonly LogWrite[] {
  const stale = new Set<RangeId>()
  for (const { lane, generation } of lanes) {
    if (lane.generation !== generation) stale.add(lane.rangeId)
  }
  return writes.map((write) => {
    if (!stale.has(write.rangeId)) return write
    const { compactTo: _, ...rest } = write
    return { ...rest, entries: [] }
  })
}
