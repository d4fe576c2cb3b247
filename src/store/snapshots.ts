import {
  type ErrorCode,
  isDataLoss,
  isDiskFull,
  KvError,
  type LogIndex,
  type NodeId,
  type RangeId,
} from "../base/index.ts"
import type { SnapshotMeta } from "../core/raft/types.ts"
import type { AppliedState, SessionImage } from "../core/range/types.ts"
import type { Clock, Network, Telemetry, Timer } from "../env/index.ts"
import type { Pace, RangeData } from "../storage/index.ts"
import { decodeSnapshotRequest, type SnapshotRequest } from "../wire/index.ts"
import { LogHolds } from "./log-holds.ts"
import { fetchSnapshot } from "./snapshot-fetch.ts"
import { SnapshotSending } from "./snapshot-sending.ts"
import type { SnapshotSlot } from "./snapshot-slots.ts"
import type { SnapshotTraffic } from "./snapshot-traffic.ts"

/** A fetch that brought nothing for this long is given up: the leader offers again. */
const silenceMsMax = 10_000
/**
 * Who is refused a place by the sender, or finds no space here, keeps its own place for so long and
 * then asks anew: others would fare no better.
 */
const restMs: Partial<Record<ErrorCode, number>> = { overloaded: 500, disk_full: 1_000 }

interface SnapshotsOptions {
  readonly rangeId: RangeId
  readonly data: RangeData
  readonly traffic: SnapshotTraffic
  readonly pace: Pace
  readonly network: Network
  readonly clock: Clock
  readonly telemetry: Telemetry
  /** Brings what is applied into the engine: snapshots are of what is there. */
  readonly flush: () => Promise<void>
  /** Stops applying, so that nothing else writes the range's data. */
  readonly pauseApplying: () => Promise<void>
  /** The data is replaced and durable; makes log and machine follow it. */
  readonly onInstalled: (state: AppliedState, sessions: SessionImage) => void
  readonly onFailed: () => void
  /** What this replica has is not what was written. */
  readonly onDataLoss: (error: KvError) => void
  /** A promise inside this program is broken: the node must stop. */
  readonly onFatal: (error: unknown) => void
}

/** Snapshots of a range: served to followers that ask, fetched when the leader offers one. */
export class Snapshots {
  readonly #options: SnapshotsOptions
  #fetching: AbortController | undefined
  /** One a peer at most. */
  readonly #sendings = new Map<NodeId, SnapshotSending>()
  readonly #holds = new LogHolds()
  #stopped = false

  constructor(options: SnapshotsOptions) {
    this.#options = options
  }

  /** A fetch or an install is under way. */
  get fetching(): boolean {
    return this.#fetching !== undefined
  }

  /** The log must be kept after this for snapshots on their way, and who just got one (rule 42). */
  logNeededFrom(matchOf: (node: NodeId) => LogIndex): LogIndex {
    const indices = [...this.#sendings.values()].map(({ index }) => index)
    const held = this.#holds.from(matchOf, this.#options.clock.monotonicMs())
    return Math.min(held, ...indices)
  }

  /**
   * Fetches at least `offered` from `from` and installs it. One at a time; others are ignored.
   * Where this store has no place for it now, it has failed, and the leader offers again.
   */
  fetch(from: NodeId, offered: SnapshotMeta): void {
    if (this.#fetching !== undefined || this.#stopped) return
    const { rangeId, traffic, clock, onFailed } = this.#options
    const slot = traffic.receiving.take(String(rangeId), clock.monotonicMs())
    if (slot === undefined) {
      onFailed()
      return
    }
    const abort = new AbortController()
    this.#fetching = abort
    const silence = new Silence(this.#options.clock, () => abort.abort())
    void this.#run(from, offered, silence, abort.signal).finally(() => {
      silence.end()
      slot.release()
      traffic.settled(rangeId)
      this.#fetching = undefined
    })
  }

  stop(): void {
    this.#stopped = true
    this.#fetching?.abort()
    for (const sending of [...this.#sendings.values()]) sending.end()
  }

  /** Serves a peer's fetch: a point in time of this replica, chunk by chunk as it is pulled. */
  async *serve(from: NodeId, request: Uint8Array): AsyncIterable<Uint8Array> {
    const { rangeId, telemetry } = this.#options
    const wanted = decodeSnapshotRequest(request)
    if (wanted.rangeId !== rangeId) {
      throw new KvError("unavailable", `no range ${wanted.rangeId} on this node`)
    }
    try {
      const sending = await this.#sendingOf(from, wanted)
      const { index } = sending
      telemetry.info("snapshot sent", { to: from, index, behind: wanted.chunksTaken })
      yield* sending.over(wanted.chunksTaken)
    } catch (error) {
      if (isDataLoss(error)) this.#options.onDataLoss(error)
      throw error
    }
  }

  async #sendingOf(to: NodeId, { index, chunksTaken }: SnapshotRequest): Promise<SnapshotSending> {
    const { rangeId, data, traffic, clock } = this.#options
    const before = this.#sendings.get(to)
    if (chunksTaken > 0) {
      if (before?.canGoOn(index, chunksTaken) === true) return before
      throw new KvError("state_changed", "that snapshot is gone: begin anew")
    }
    before?.end()
    if (data.installing) throw new KvError("overloaded", "a snapshot is coming in, try again")
    const slot = traffic.sending.take(`${to} ${rangeId}`, clock.monotonicMs())
    if (slot === undefined) {
      throw new KvError("overloaded", "too many snapshots under way, try again")
    }
    try {
      return await this.#begin(to, index, slot)
    } catch (error) {
      slot.release()
      throw error
    }
  }

  async #begin(to: NodeId, indexMin: LogIndex, slot: SnapshotSlot): Promise<SnapshotSending> {
    const { data, pace, clock, flush } = this.#options
    await flush().catch(orWithoutSpace)
    const source = await data.openSnapshot()
    const { index } = source.meta
    if (index < indexMin || this.#stopped) {
      await source.close()
      throw new KvError("unavailable", `applied ${index}, a snapshot at ${indexMin} was asked`)
    }
    const onEnd = (whole: boolean): void => {
      if (this.#sendings.get(to) === sending) this.#sendings.delete(to)
      if (whole) this.#holds.begin(to, index, clock.monotonicMs())
    }
    const sending = new SnapshotSending({ source, slot, pace, clock, onEnd })
    // Asked for twice at once, over a connection that broke and the next: the later one counts.
    this.#sendings.get(to)?.end()
    this.#sendings.set(to, sending)
    return sending
  }

  async #run(
    from: NodeId,
    offered: SnapshotMeta,
    silence: Silence,
    signal: AbortSignal,
  ): Promise<void> {
    const { rangeId, data, network, telemetry, traffic } = this.#options
    try {
      const fetch = { network, traffic, rangeId, from, indexMin: offered.index, signal }
      const chunks = silence.watch(fetchSnapshot(fetch))
      await this.#options.pauseApplying()
      const { state, sessions } = await data.install(chunks)
      telemetry.info("snapshot installed", { from, index: state.index, term: state.term })
      // Nothing of its replica works any more: what is here goes, or the next start takes it up.
      if (this.#stopped) return
      this.#options.onInstalled(state, sessions)
    } catch (error) {
      if (this.#stopped) return
      if (!(error instanceof KvError)) {
        this.#options.onFatal(error)
        return
      }
      const fields = { from, reason: error.message }
      if (error.code === "overloaded") telemetry.debug("snapshot has to wait", fields)
      else telemetry.warn("snapshot fetch failed", fields)
      const waitMs = restMs[error.code]
      if (waitMs !== undefined) await traffic.wait(waitMs)
      if (!this.#stopped) this.#options.onFailed()
    }
  }
}

/** Where the disk is full, a snapshot of what is in the engine will do. */
function orWithoutSpace(error: unknown): void {
  if (!isDiskFull(error)) throw error
}

/** Calls off what makes no progress, however long the whole may take. */
class Silence {
  readonly #clock: Clock
  readonly #onSilence: () => void
  #timer: Timer

  constructor(clock: Clock, onSilence: () => void) {
    this.#clock = clock
    this.#onSilence = onSilence
    this.#timer = clock.after(silenceMsMax, onSilence)
  }

  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of chunks) {
      // The clock stands while the chunk is being written: only the sender's silence counts.
      this.#timer.cancel()
      yield chunk
      this.#timer = this.#clock.after(silenceMsMax, this.#onSilence)
    }
  }

  end(): void {
    this.#timer.cancel()
  }
}
