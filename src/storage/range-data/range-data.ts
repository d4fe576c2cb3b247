import {
  assert,
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
  CellWrite,
  OperationResult,
  ScanOperation,
  SessionImage,
  SessionWrites,
} from "../../core/range/types.ts"
import type { Engine, EngineWrite, Telemetry } from "../../env/index.ts"
import type { StorageVariant } from "../variant.ts"
import { CellReader } from "./cell-record.ts"
import { DueCells } from "./due-cells.ts"
import { cellWrites, sessionWrites } from "./encode-batch.ts"
import { ExpiryIndex } from "./expiry-index.ts"
import {
  checkpointWrite,
  endWrites,
  loadImage,
  loadSessions,
  markWrite,
  nothingOf,
  stateWrite,
} from "./image.ts"
import { RangeKeys, type RangeSpan, wholeKeyspace } from "./keys.ts"
import { Overlay, type SealedLayer } from "./overlay.ts"
import type { ScanPage } from "./page-of-scan.ts"
import { Scanner } from "./scan.ts"
import { installSnapshot } from "./snapshot-install.ts"
import { SnapshotSource } from "./snapshot-source.ts"
import { ValueCache } from "./value-cache.ts"
import { WriteQueue } from "./write-queue.ts"

export interface RangeDataOptions {
  readonly rangeId: RangeId
  readonly keyspaceId: number
  /** The keys of the range. Default: all of the keyspace. */
  readonly span?: RangeSpan | undefined
  /** Other ranges are on this engine, which is a SharedEngine then. */
  readonly sharesEngine?: boolean | undefined
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
/** A view that the engine had to let go of is taken anew this often. */
const viewsMax = 3

/**
 * The data of one range on an engine: cells, sessions, expiry index and applied state. What is
 * applied is absorbed in memory, seen by reads at once, and reaches the engine with the next flush:
 * the log makes it durable, so that the engine need not take every write of a busy key. What is
 * read is checked: corrupt bytes are KvError `data_loss`, and while data is being replaced reads
 * are refused as `unavailable`.
 */
export class RangeData {
  readonly #engine: Engine
  readonly #options: RangeDataOptions
  readonly #keys: RangeKeys
  readonly #reader: CellReader
  readonly #scanner: Scanner
  readonly #cache: ValueCache
  readonly #expiries: ExpiryIndex
  readonly #overlay = new Overlay()
  readonly #due: DueCells
  /** Counts what changed the engine: what was read before is not what it holds. */
  #epoch = 0
  readonly #queue = new WriteQueue()
  #recovered: RecoveredImage | undefined
  #installing = false
  /** What the engine holds. */
  #flushed: AppliedState | undefined
  #durableIndex: LogIndex | undefined

  private constructor(engine: Engine, options: RangeDataOptions) {
    const { rangeId, keyspaceId, telemetry, variant } = options
    this.#engine = engine
    this.#options = options
    this.#keys = new RangeKeys(rangeId, keyspaceId, options.span ?? wholeKeyspace)
    this.#reader = new CellReader({
      telemetry,
      // Variant ignore-cell-checksum: bytes are believed as they are.
      ignoreChecksum: variant === "ignore-cell-checksum",
    })
    const context = { engine, keys: this.#keys, reader: this.#reader }
    this.#cache = new ValueCache(options.valueCacheBytes)
    this.#scanner = new Scanner({
      ...context,
      cache: this.#cache,
      overlay: this.#overlay,
      epoch: () => this.#epoch,
    })
    this.#expiries = new ExpiryIndex(context)
    this.#due = new DueCells({
      ...context,
      expiries: this.#expiries,
      queue: this.#queue,
      knownExpiryOf: (mapKey) => this.#knownExpiryOf(mapKey),
      installing: () => this.#installing,
    })
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

  /** Bytes of memory that wait for a flush, those that one is writing included. */
  get absorbedBytes(): number {
    return this.#overlay.absorbedBytes
  }

  /** About what the next flush would write, each key once. */
  get unsealedBytes(): number {
    return this.#overlay.openBytes
  }

  /** Whether a flush has something to do. */
  get unflushed(): boolean {
    return !this.#overlay.empty
  }

  /** Takes in what was applied: reads see it from here on. */
  absorb(batch: AppliedBatch): void {
    assert(!this.#installing, "a write while the data is being replaced")
    this.#overlay.absorb(batch)
  }

  /**
   * Brings everything absorbed by now into the engine: one unsynced write a layer, with the applied
   * state (rule 16). `takeSessions` is called when a layer is closed. Rejects with KvError
   * `disk_full` and others of the engine; nothing is lost then, and the same is tried again next.
   */
  flush(takeSessions: () => SessionWrites): Promise<void> {
    return this.#queue.run(async () => {
      const leftOver = this.#overlay.sealed
      for (let layers = leftOver ? 2 : 1; layers > 0 && !this.#installing; layers -= 1) {
        const layer = this.#overlay.seal(takeSessions)
        if (layer === undefined) return
        await this.#writeOut(layer)
      }
    })
  }

  /** null: known to be absent; undefined: not known without the engine. */
  cached(key: Uint8Array): Cell | null | undefined {
    if (this.#installing) return undefined
    const mapKey = mapKeyOf(key)
    const write = this.#overlay.read(mapKey)
    return write === undefined ? this.#cache.get(mapKey) : cellOf(write)
  }

  /** In the order of the keys, from memory or the engine. Throws `data_loss`, `unavailable`. */
  async cells(keys: readonly Uint8Array[]): Promise<readonly (Cell | undefined)[]> {
    this.#assertReadable()
    const cells = keys.map((key) => this.cached(key))
    const misses = keys.flatMap((key, i) => (cells[i] === undefined ? [{ key, i }] : []))
    if (misses.length > 0) {
      const epoch = this.#epoch
      const records = await this.#engine.getMany(misses.map(({ key }) => this.#keys.cell(key)))
      this.#assertReadable()
      misses.forEach(({ key, i }, n) => {
        const record = records[n]
        const cell = record === undefined ? undefined : this.#reader.read(record, key)
        if (epoch === this.#epoch) this.#learn(key, record, cell)
        cells[i] = cell
      })
    }
    return cells.map((cell) => cell ?? undefined)
  }

  /** The first `keysMax` keys of the span, expired or not. Throws as `cells` does. */
  keysOf(span: KeySpan): Promise<readonly Uint8Array[]> {
    const { start, end } = this.#keys.within(span)
    return this.#withView(() => this.#scanner.keysOf(start, end, span.keysMax))
  }

  /** A page of a scan, as `scan` gives it, when it can be had without the engine. */
  cachedScan(operation: ScanOperation, limits: Limits, nowMs: WallMs): OperationResult | undefined {
    if (this.#installing) return undefined
    const mine = this.#within(operation)
    const page = this.#scanner.cachedPage(mine, limits, nowMs)
    return page && upToBorder(page, mine, operation)
  }

  /**
   * One page of what has not expired by `nowMs`, all of one moment. Where the scan leaves the range
   * there is more, from the border on. Throws as `cells` does.
   */
  scan(operation: ScanOperation, limits: Limits, nowMs: WallMs): Promise<OperationResult> {
    const mine = this.#within(operation)
    return this.#withView(async () =>
      upToBorder(await this.#scanner.page(mine, limits, nowMs), mine, operation),
    )
  }

  /** No flushed cell expires before this; undefined: none expires. Costs nothing. */
  nextExpiryMs(): WallMs | undefined {
    return this.#installing ? undefined : this.#expiries.nextMs
  }

  /**
   * Up to `keysMax` keys whose cells expired by `nowMs`. Rows of the index that no cell stands for
   * any more are removed on the way; a corrupt cell is passed over, and found by whoever reads it.
   */
  async expired(nowMs: WallMs, keysMax: number): Promise<readonly Uint8Array[]> {
    this.#assertReadable()
    return this.#due.keys(nowMs, keysMax)
  }

  /** Makes everything flushed so far durable; returns the applied index that is. 0: none. */
  checkpoint(): Promise<LogIndex> {
    return this.#queue.run(async () => {
      if (this.#installing) return 0
      const index = this.#flushed?.index ?? 0
      if (this.#durableIndex === index) return index
      await this.#engine.write([checkpointWrite(this.#keys, index)], { sync: true })
      this.#durableIndex = index
      return index
    })
  }

  /** The data is corrupt: durably not to be read any more, until a snapshot replaces it. */
  quarantine(): Promise<void> {
    return this.#queue.run(() => this.#mark(this.#overlay.state ?? this.#flushed))
  }

  /** Of what is flushed. Throws `unavailable` when there is nothing to send, `data_loss`. */
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
          sharesEngine: this.#options.sharesEngine === true,
          indexMin: before ? 0 : ((this.#overlay.state ?? this.#flushed)?.index ?? 0),
          onBegin: () => this.#letGo(),
          onNothingDone: () => {
            this.#installing = before
          },
          serveHalf: this.#options.variant === "serve-half-install",
        },
        chunks,
      )
      this.#flushed = image.state
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
      this.#flushed = state
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
      // What others have on this engine is not to go with it.
      if (this.#options.sharesEngine === true) throw error
      // Too damaged to be written to, and not to be read anyway.
      await this.#engine.replaceAll([mark])
    }
  }

  /** From here on nothing is read, and nothing that was read before is remembered. */
  #letGo(): void {
    this.#installing = true
    this.#epoch += 1
    this.#overlay.clear()
    this.#cache.clear()
  }

  async #writeOut(layer: SealedLayer): Promise<void> {
    const state = stateWrite(this.#keys, layer.state)
    const options = { sync: false, bytesAbout: layer.bytes }
    if (this.#options.variant === "applied-index-apart") {
      // Variant: a crash in between applies these entries a second time.
      await this.#engine.write(this.#writesOf(layer), options)
      await this.#engine.write([state], { sync: false })
    } else {
      await this.#engine.write(this.#writesOf(layer, state), options)
    }
    this.#flushed = layer.state
    this.#epoch += 1
    // Variant stale-cache: what was cached before stays.
    if (this.#options.variant !== "stale-cache") {
      for (const [key, write] of layer.writes) this.#cache.follow(key, write, layer.read.has(key))
    }
    this.#overlay.drop(layer)
    this.#due.sweepSometimes(wallMsOf(layer.state.time))
  }

  *#writesOf(layer: SealedLayer, state?: EngineWrite): Generator<EngineWrite, void> {
    if (this.#flushed === undefined) yield* endWrites(this.#keys)
    const context = { keys: this.#keys, cache: this.#cache, expiries: this.#expiries }
    yield* cellWrites(layer.writes, context)
    yield* sessionWrites(layer.sessions, this.#keys)
    if (state !== undefined) yield state
  }

  /** A read of the engine found this, and nothing changed there meanwhile. */
  #learn(key: Uint8Array, record: Uint8Array | undefined, cell: Cell | undefined): void {
    const mapKey = mapKeyOf(key)
    // What is on its way into the engine may be there already, or not.
    if (this.#overlay.peek(mapKey) !== undefined || this.#cache.has(mapKey)) return
    if (record === undefined || cell === undefined) this.#cache.learnAbsent(mapKey)
    else if (this.#cache.excludes(mapKey)) throw this.#reader.corrupt(key)
    else this.#cache.learn({ key: mapKey, record, expiresAtMs: cell.expiresAtMs })
  }

  #within(operation: ScanOperation): ScanOperation {
    return { ...operation, ...this.#keys.within(operation) }
  }

  #knownExpiryOf(mapKey: string): WallMs | undefined {
    const write = this.#overlay.peek(mapKey)
    if (write === undefined) return this.#cache.expiryOf(mapKey)
    return write.type === "put" ? write.cell.expiresAtMs : 0
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

  #assertReadable(): void {
    // Variant serve-half-install: half a snapshot is as good as a whole one.
    if (!this.#installing || this.#options.variant === "serve-half-install") return
    throw new KvError("unavailable", "this replica's data is being replaced: ask another")
  }
}

/** The page as who asked for more than the range has is to see it. */
function upToBorder(page: ScanPage, mine: ScanOperation, asked: ScanOperation): ScanPage {
  const side = asked.reverse ? "start" : "end"
  if (page.more || mine[side] === asked[side]) return page
  return { ...page, more: true, resumeKey: mine[side] }
}

function cellOf(write: CellWrite): Cell | null {
  return write.type === "put" ? write.cell : null
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
