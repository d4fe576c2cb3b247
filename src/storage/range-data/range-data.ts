import {
  assert,
  copyBytes,
  defaultLimits,
  KvError,
  type Limits,
  type LogIndex,
  mapKeyOf,
  type RangeId,
  type WallMs,
  wallMsOf,
} from "../../base/index.ts"
import type { SnapshotMeta } from "../../core/raft/types.ts"
import type { KeySpan } from "../../core/range/index.ts"
import type {
  AppliedBatch,
  AppliedState,
  Cell,
  OperationResult,
  ScanOperation,
  SessionImage,
} from "../../core/range/types.ts"
import type { Engine, EngineWrite, Telemetry } from "../../env/index.ts"
import type { StorageVariant } from "../variant.ts"
import { CellReader } from "./cell-record.ts"
import { encodeCells, encodeSessions } from "./encode-batch.ts"
import { ExpiryIndex, type ExpiryRow } from "./expiry-index.ts"
import { FetchGuard } from "./fetch-guard.ts"
import {
  checkpointWrite,
  endWrites,
  loadImage,
  loadSessions,
  markWrite,
  nothingOf,
  stateWrite,
} from "./image.ts"
import { RangeKeys } from "./keys.ts"
import { Scanner } from "./scan.ts"
import { installSnapshot } from "./snapshot-install.ts"
import { SnapshotSource } from "./snapshot-source.ts"
import { type CacheEntry, ValueCache } from "./value-cache.ts"
import { WriteQueue } from "./write-queue.ts"

export interface RangeDataOptions {
  readonly rangeId: RangeId
  readonly keyspaceId: number
  /** Memory for hot cells, all overhead included. 0: none. */
  readonly valueCacheBytes: number
  /** Size of the chunks of snapshots that are sent. Default: that of the default limits. */
  readonly snapshotChunkBytes?: number | undefined
  readonly telemetry: Telemetry
  readonly variant?: StorageVariant | undefined
}

/** What a restart begins with. */
export interface RecoveredImage {
  readonly state: AppliedState
  readonly sessions: SessionImage
}

/** A snapshot being sent. */
export interface SnapshotToSend {
  readonly meta: SnapshotMeta
  chunks(): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

const noSessions: SessionImage = { sessions: [], forgotten: [], chunks: [] }
/** While sweeps find something they follow one another; else this much log time lies between. */
const sweepEveryMs = 10_000
/** A view that the engine had to let go of is taken anew this often. */
const viewsMax = 3

/**
 * The data of one range on an engine: cells, sessions, expiry index and applied state. Reads may
 * run beside anything; writes go one at a time. What is read is checked: corrupt bytes are KvError
 * `data_loss`, and while data is being replaced reads are refused as `unavailable`.
 */
export class RangeData {
  readonly #engine: Engine
  readonly #options: RangeDataOptions
  readonly #keys: RangeKeys
  readonly #reader: CellReader
  readonly #scanner: Scanner
  readonly #cache: ValueCache
  readonly #expiries: ExpiryIndex
  readonly #fetches = new FetchGuard()
  readonly #queue = new WriteQueue()
  /** Looks at the expiry index, one at a time. */
  readonly #looks = new WriteQueue()
  /** In log time. */
  #sweepAtMs: WallMs = 0
  #recovered: RecoveredImage | undefined
  #installing = false
  /** As of the last write that ended. */
  #state: AppliedState | undefined
  #durableIndex: LogIndex | undefined

  private constructor(engine: Engine, options: RangeDataOptions) {
    const { rangeId, keyspaceId, telemetry, variant } = options
    this.#engine = engine
    this.#options = options
    this.#keys = new RangeKeys(rangeId, keyspaceId)
    this.#reader = new CellReader({
      telemetry,
      // Variant ignore-cell-checksum: bytes are believed as they are.
      ignoreChecksum: variant === "ignore-cell-checksum",
    })
    const context = { engine, keys: this.#keys, reader: this.#reader }
    this.#scanner = new Scanner(context)
    this.#cache = new ValueCache(options.valueCacheBytes)
    this.#expiries = new ExpiryIndex(context)
  }

  /** Corrupt state does not fail this: it comes up as `installing`. */
  static async open(engine: Engine, options: RangeDataOptions): Promise<RangeData> {
    const data = new RangeData(engine, options)
    await data.#load()
    return data
  }

  /** undefined: nothing was ever applied. While `installing`: the configuration, nothing else. */
  get recovered(): RecoveredImage | undefined {
    return this.#recovered
  }

  /** An install or a quarantine was begun and is not finished; so even after a restart. */
  get installing(): boolean {
    return this.#installing
  }

  /** One unsynced engine write of everything the batch changed and the applied state (rule 16). */
  write(batch: AppliedBatch): Promise<void> {
    return this.#queue.run(async () => {
      assert(!this.#installing, "a write while the data is being replaced")
      const context = { keys: this.#keys, cache: this.#cache, expiries: this.#expiries }
      const writes: EngineWrite[] = this.#state === undefined ? [...endWrites(this.#keys)] : []
      const entries = encodeCells(batch.cells, context, writes)
      encodeSessions(batch.sessions, this.#keys, writes)
      const state = stateWrite(this.#keys, batch.state)
      if (this.#options.variant === "applied-index-apart") {
        // Variant: a crash in between applies these entries a second time.
        await this.#engine.write(writes, { sync: false })
        await this.#engine.write([state], { sync: false })
      } else {
        writes.push(state)
        await this.#engine.write(writes, { sync: false })
      }
      this.#state = batch.state
      // Variant stale-cache: what was cached before stays.
      if (this.#options.variant !== "stale-cache") this.#keep(entries)
      this.#sweepSometimes(wallMsOf(batch.state.time))
    })
  }

  /** null: known to be absent; undefined: not cached. */
  cached(key: Uint8Array): Cell | null | undefined {
    return this.#installing ? undefined : this.#cache.get(mapKeyOf(key))
  }

  /** In the order of the keys. Throws KvError `data_loss`, `unavailable`. */
  async cells(keys: readonly Uint8Array[]): Promise<readonly (Cell | undefined)[]> {
    this.#assertReadable()
    const ticket = this.#fetches.begin()
    try {
      const records = await this.#engine.getMany(keys.map((key) => this.#keys.cell(key)))
      this.#assertReadable()
      return keys.map((key, i) => {
        const record = records[i]
        const cell = record === undefined ? undefined : this.#reader.read(record, key)
        const mapKey = mapKeyOf(key)
        if (!this.#cache.has(mapKey) && this.#fetches.isNewest(ticket, mapKey)) {
          if (record === undefined || cell === undefined) this.#cache.putAbsent(mapKey)
          else this.#cache.putCopy(mapKey, record, cell.expiresAtMs)
        }
        return cell
      })
    } finally {
      this.#fetches.end()
    }
  }

  /** The first `keysMax` keys of the span, expired or not. Throws as `cells` does. */
  keysOf(span: KeySpan): Promise<readonly Uint8Array[]> {
    return this.#withView(() => this.#scanner.keysOf(span.start, span.end, span.keysMax))
  }

  /** One page of what has not expired by `nowMs`, all of one moment. Throws as `cells` does. */
  scan(operation: ScanOperation, limits: Limits, nowMs: WallMs): Promise<OperationResult> {
    return this.#withView(() => this.#scanner.page(operation, limits, nowMs))
  }

  /** No cell expires before this; undefined: none expires. Costs nothing. */
  nextExpiryMs(): WallMs | undefined {
    return this.#installing ? undefined : this.#expiries.nextMs
  }

  /**
   * Up to `keysMax` keys whose cells expired by `nowMs`. Rows of the index that no cell stands for
   * any more are removed on the way; a corrupt cell is passed over, and found by whoever reads it.
   */
  async expired(nowMs: WallMs, keysMax: number): Promise<readonly Uint8Array[]> {
    this.#assertReadable()
    const { alive } = await this.#looks.run(() => this.#lookForDue(nowMs, keysMax))
    return alive.map(({ key }) => copyBytes(key))
  }

  /** Makes everything written so far durable; returns the applied index that is. 0: none. */
  checkpoint(): Promise<LogIndex> {
    return this.#queue.run(async () => {
      if (this.#installing) return 0
      const index = this.#state?.index ?? 0
      if (this.#durableIndex === index) return index
      await this.#engine.write([checkpointWrite(this.#keys, index)], { sync: true })
      this.#durableIndex = index
      return index
    })
  }

  /** The data is corrupt: durably not to be read any more, until a snapshot replaces it. */
  quarantine(): Promise<void> {
    return this.#queue.run(() => this.#mark(this.#state))
  }

  /** Throws KvError `unavailable` when there is nothing to send, `data_loss`. */
  async openSnapshot(): Promise<SnapshotToSend> {
    this.#assertReadable()
    return SnapshotSource.open({
      engine: this.#engine,
      keys: this.#keys,
      reader: this.#reader,
      rangeId: this.#options.rangeId,
      chunkBytes: this.#options.snapshotChunkBytes ?? defaultLimits.snapshotChunkBytes,
    })
  }

  /**
   * Replaces everything by a snapshot; resolves when it is durable. Fails when the stream does, or
   * is not whole: `installing` says whether the old data was let go by then. No writes meanwhile.
   */
  install(chunks: AsyncIterable<Uint8Array>): Promise<RecoveredImage> {
    return this.#queue.run(async () => {
      const before = this.#installing
      const image = await installSnapshot(
        {
          engine: this.#engine,
          keys: this.#keys,
          reader: this.#reader,
          expiries: this.#expiries,
          rangeId: this.#options.rangeId,
          indexMin: before ? 0 : (this.#state?.index ?? 0),
          onBegin: () => this.#letGo(),
          onNothingDone: () => {
            this.#installing = before
          },
          serveHalf: this.#options.variant === "serve-half-install",
        },
        chunks,
      )
      this.#state = image.state
      this.#durableIndex = image.state.index
      this.#installing = false
      return image
    })
  }

  async #load(): Promise<void> {
    let state: AppliedState | undefined
    try {
      const image = await loadImage(this.#engine, this.#keys)
      state = image.state
      if (image.mark !== undefined) {
        this.#installing = true
        this.#recovered = onlyConfiguration(image.mark)
        return
      }
      if (state === undefined) return
      const sessions = await loadSessions(this.#engine, this.#keys)
      await this.#expiries.load()
      this.#recovered = { state, sessions }
      this.#state = state
    } catch (error) {
      if (!(error instanceof KvError) || error.code !== "data_loss") throw error
      this.#options.telemetry.error("stored state is corrupt", { reason: error.message })
      await this.#mark(state)
      this.#recovered = state === undefined ? undefined : onlyConfiguration(state)
    }
  }

  async #mark(state: AppliedState | undefined): Promise<void> {
    this.#letGo()
    const mark = markWrite(this.#keys, state ?? emptyState)
    try {
      await this.#engine.write([mark], { sync: true })
    } catch (error) {
      if (!(error instanceof KvError) || error.code !== "data_loss") throw error
      // Too damaged to be written to, and not to be read anyway.
      await this.#engine.replaceAll([mark])
    }
  }

  /** From here on nothing is read, and nothing that was read before is remembered. */
  #letGo(): void {
    this.#installing = true
    this.#fetches.overtakeAll()
    this.#cache.clear()
  }

  #keep(entries: readonly CacheEntry[]): void {
    for (const entry of entries) {
      this.#fetches.note(entry.key)
      this.#cache.put(entry)
    }
  }

  async #lookForDue(
    nowMs: WallMs,
    keysMax: number,
  ): Promise<{ readonly alive: readonly ExpiryRow[]; readonly staleCount: number }> {
    const view = await this.#queue.run(async () => this.#expiries.begin())
    const stale: ExpiryRow[] = []
    const alive = await this.#expiries.look(view, nowMs, keysMax, async (rows) => {
      const expiries = await this.#cellExpiriesOf(rows)
      stale.push(...rows.filter((row, i) => isStale(row, expiries[i])))
      return rows.filter((row, i) => expiries[i] === row.expiresAtMs)
    })
    if (stale.length > 0) await this.#queue.run(() => this.#removeStale(stale))
    return { alive, staleCount: stale.length }
  }

  /** Only leaders ask what is due; followers would keep the rows of overwritten cells for ever. */
  #sweepSometimes(nowMs: WallMs): void {
    const floorMs = this.#expiries.nextMs
    if (floorMs === undefined || floorMs > nowMs || nowMs < this.#sweepAtMs) return
    this.#sweepAtMs = Number.POSITIVE_INFINITY
    const sweep = this.#looks.run(() => this.#lookForDue(nowMs, Number.MAX_SAFE_INTEGER))
    sweep.then(
      ({ staleCount }) => {
        this.#sweepAtMs = staleCount > 0 ? nowMs : nowMs + sweepEveryMs
      },
      (error: unknown) => {
        this.#sweepAtMs = nowMs + sweepEveryMs
        // Nobody waits for this: what the engine has against it shows elsewhere.
        if (!(error instanceof KvError)) throw error
      },
    )
  }

  async #withView<T>(read: () => Promise<T>): Promise<T> {
    for (let views = 1; ; views += 1) {
      this.#assertReadable()
      try {
        return await read()
      } catch (error) {
        const again = error instanceof KvError && error.code === "unavailable" && views < viewsMax
        if (!again) throw error
      }
    }
  }

  /** When the cells of these rows expire: 0 for never or absent, undefined for corrupt. */
  async #cellExpiriesOf(rows: readonly ExpiryRow[]): Promise<readonly (WallMs | undefined)[]> {
    const expiries = rows.map(({ key }) => this.#cache.expiryOf(mapKeyOf(key)))
    const misses = rows.flatMap(({ key }, i) => (expiries[i] === undefined ? [{ key, i }] : []))
    if (misses.length === 0) return expiries
    const records = await this.#engine.getMany(misses.map(({ key }) => this.#keys.cell(key)))
    misses.forEach(({ key, i }, n) => {
      const record = records[n]
      expiries[i] = record === undefined ? 0 : this.#expiryIn(record, key)
    })
    return expiries
  }

  #expiryIn(record: Uint8Array, key: Uint8Array): WallMs | undefined {
    try {
      return this.#reader.read(record, key).expiresAtMs
    } catch (error) {
      if (error instanceof KvError && error.code === "data_loss") return undefined
      throw error
    }
  }

  /** Looks again first: with no write under way, what is stale now stays so. */
  async #removeStale(rows: readonly ExpiryRow[]): Promise<void> {
    if (this.#installing) return
    const expiries = await this.#cellExpiriesOf(rows)
    const writes = rows
      .filter((row, i) => isStale(row, expiries[i]))
      .map(({ row }) => ({ type: "del", key: row }) as const)
    if (writes.length > 0) await this.#engine.write(writes, { sync: false })
  }

  #assertReadable(): void {
    // Variant serve-half-install: half a snapshot is as good as a whole one.
    if (!this.#installing || this.#options.variant === "serve-half-install") return
    throw new KvError("unavailable", "this replica's data is being replaced: ask another")
  }
}

const emptyState: AppliedState = {
  index: 0,
  term: 0,
  time: 0,
  configuration: {
    voters: [],
    votersOutgoing: [],
    learners: [],
    learnersNext: [],
    autoLeave: false,
  },
}

/** What is known while nothing may be read. Undefined: not even who the voters are. */
function onlyConfiguration(state: AppliedState): RecoveredImage | undefined {
  if (state.configuration.voters.length === 0) return undefined
  return { state: nothingOf(state), sessions: noSessions }
}

function isStale(row: ExpiryRow, cellExpiresAtMs: WallMs | undefined): boolean {
  return cellExpiresAtMs !== undefined && cellExpiresAtMs !== row.expiresAtMs
}
