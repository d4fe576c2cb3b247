import {
  assert,
  defaultLimits,
  isDataLoss,
  type KeyspaceId,
  KvError,
  type Limits,
  type LogIndex,
  type RangeId,
  type ReplicaId,
  type WallMs,
  wallMsOf,
} from "../../base/index.ts"
import { type KeySpan, noSessions, type SessionTableView } from "../../core/range/index.ts"
import type {
  AppliedBatch,
  AppliedState,
  Cell,
  OperationResult,
  RangeDescriptor,
  RangeImage,
  ScanOperation,
  SessionWrites,
} from "../../core/range/types.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import { type Burial, writeWith } from "./burial.ts"
import { CellReads } from "./cell-reads.ts"
import { CellReader } from "./cell-record.ts"
import { ContentWalk } from "./content-walk.ts"
import { DueCells } from "./due-cells.ts"
import { ExpiryIndex } from "./expiry-index.ts"
import { withFreshView } from "./fresh-view.ts"
import {
  checkpointWrite,
  endWrites,
  loadImage,
  loadSessions,
  markWrite,
  nothingKnown,
  onlyConfiguration,
} from "./image.ts"
import { isLost, lostRange, RangeKeys, unknownRange } from "./keys.ts"
import { followLayer, writeLayer } from "./layer-writes.ts"
import { hasSpaceFor } from "./leftovers.ts"
import { aloneOn, type Neighbours } from "./neighbours.ts"
import { Overlay, type SealedLayer } from "./overlay.ts"
import { unpaced } from "./pace.ts"
import { Place } from "./place.ts"
import type { RangeDataOptions } from "./range-data-options.ts"
import { removeRange } from "./removal.ts"
import { Scanner } from "./scan.ts"
import { SizeWatch } from "./size-watch.ts"
import { finishInstall, type InstallOptions, installSnapshot } from "./snapshot-install.ts"
import { SnapshotSource, type SnapshotToSend } from "./snapshot-source.ts"
import { Staging } from "./staging.ts"
import { WriteQueue } from "./write-queue.ts"

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
  readonly #neighbours: Neighbours
  readonly #place: Place
  readonly #chunkBytes: number
  readonly #scanner: Scanner
  readonly #reads: CellReads
  readonly #expiries: ExpiryIndex
  readonly #overlay = new Overlay()
  readonly #due: DueCells
  readonly size: SizeWatch
  /** Counts what changed the engine: what was read before is not what it holds. */
  #epoch = 0
  readonly #queue = new WriteQueue()
  #recovered: RangeImage | undefined
  #installing = false
  /** Its cells are another range's, or gone. */
  #left = false
  /** Snapshots that replaced what was here. */
  #installs = 0
  /** Called when the engine lets go of all ranges because of another one. */
  onLetGo: (() => void) | undefined
  /** Called when a cell is corrupt that was read for no one. */
  onCorrupt: ((error: KvError) => void) | undefined
  /** What the engine holds. */
  #flushed: AppliedState | undefined
  #durableIndex: LogIndex | undefined
  /** Of what was taken in last, if it was let go of before the engine had it. */
  #burial: Burial | undefined
  /** What was known of the range when it was last let go. */
  #marked: AppliedState | undefined

  private constructor(engine: Engine, options: RangeDataOptions) {
    const { initial, telemetry, variant } = options
    this.#engine = engine
    this.#options = options
    this.#neighbours = options.neighbours ?? aloneOn(engine)
    this.#chunkBytes = options.snapshotChunkBytes ?? defaultLimits.snapshotChunkBytes
    // Variant ignore-cell-checksum: bytes are believed as they are.
    const reader = new CellReader({ telemetry, ignoreChecksum: variant === "ignore-cell-checksum" })
    this.#place = new Place({ ...options, engine, reader }, new RangeKeys(initial))
    const context = { place: this.#place, overlay: this.#overlay, epoch: () => this.#epoch }
    this.#scanner = new Scanner(context)
    this.#reads = new CellReads(context)
    this.#expiries = new ExpiryIndex(this.#place)
    this.size = new SizeWatch({ engine, keys: () => this.#place.keys })
    this.#due = new DueCells({
      ...{ place: this.#place, expiries: this.#expiries, queue: this.#queue },
      knownExpiryOf: (mapKey) => this.#reads.knownExpiryOf(mapKey),
      ...{ installing: () => this.#installing, neighbours: this.#neighbours },
      onDataLoss: (error) => this.onCorrupt?.(error),
    })
  }

  /** Corrupt state does not fail this: it comes up as `installing`. */
  static async open(engine: Engine, options: RangeDataOptions): Promise<RangeData> {
    const data = new RangeData(engine, options)
    await data.#load()
    return data
  }

  /** The range that the last entry of another one's split off: it is there once that is flushed. */
  static bornOf(image: RangeImage, parent: RangeData, options: RangeDataOptions): RangeData {
    const data = new RangeData(parent.#engine, options)
    data.#recovered = image
    data.#flushed = image.state
    parent.size.shareWith(data.size)
    return data
  }

  /** Before it is used: what it has on the engine can't be read, and is not to be. */
  async giveUp(error: KvError, state = this.#flushed): Promise<void> {
    this.#options.telemetry.error("stored state is corrupt", { reason: error.message })
    if (state === undefined) this.#place.settleAt(new RangeKeys(lostRange(this.rangeId)))
    this.#marked = state
    await hasSpaceFor(this.#mark(state))
    this.#recovered = state && onlyConfiguration(state)
  }

  get rangeId(): RangeId {
    return this.#options.rangeId
  }

  /** What the range is, as of the last batch absorbed. */
  get descriptor(): RangeDescriptor {
    return this.#place.keys.descriptor
  }

  /** undefined: nothing was ever applied. While `installing`: who holds it, nothing else. */
  get recovered(): RangeImage | undefined {
    return this.#recovered
  }

  /** The same, for who has its sessions from then on. */
  takeRecovered(): RangeImage | undefined {
    const image = this.#recovered
    this.#recovered = image && { ...image, sessions: noSessions }
    return image
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

  /**
   * Takes in what was applied: reads see it from here on. `burial`: of the range that was taken in
   * with it, all of which the engine has.
   */
  absorb(batch: AppliedBatch, burial?: Burial): void {
    assert(!this.#installing, "a write while the data is being replaced")
    this.#overlay.absorb(batch, burial)
    const { descriptor } = batch.state
    const { version, configVersion } = this.descriptor
    const same = descriptor.version === version && descriptor.configVersion === configVersion
    if (!same) this.#place.settleAt(new RangeKeys(descriptor))
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
    return this.#installing ? undefined : this.#reads.cached(key)
  }

  /** In the order of the keys, from memory or the engine. Throws `data_loss`, `unavailable`. */
  cells(keys: readonly Uint8Array[]): Promise<readonly (Cell | undefined)[]> {
    return this.#reads.cells(keys, () => this.#assertReadable())
  }

  /** The first `keysMax` keys of the span, expired or not. Throws as `cells` does. */
  keysOf(span: KeySpan): Promise<readonly Uint8Array[]> {
    const { start, end } = this.#place.keys.within(span)
    return this.#withView(() => this.#scanner.keysOf(start, end, span.keysMax))
  }

  /** A page of a scan, as `scan` gives it, when it can be had without the engine. */
  cachedScan(operation: ScanOperation, limits: Limits, nowMs: WallMs): OperationResult | undefined {
    if (this.#installing) return undefined
    return this.#scanner.cachedPage(operation, limits, nowMs)
  }

  /**
   * One page of what has not expired by `nowMs`, all of one moment. Where the scan leaves the range
   * there is more, from the border on. Throws as `cells` does.
   */
  scan(operation: ScanOperation, limits: Limits, nowMs: WallMs): Promise<OperationResult> {
    return this.#withView(() => this.#scanner.page(operation, limits, nowMs))
  }

  /** No flushed cell expires before this; undefined: none expires. Costs nothing. */
  nextExpiryMs(): WallMs | undefined {
    return this.#installing ? undefined : this.#expiries.nextMs
  }

  /**
   * Up to `keysMax` keys whose cells expired by `nowMs`. Rows of the index that no cell stands for
   * any more are removed on the way; a corrupt cell is passed over. Throws as `cells` does.
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
      await this.#engine.write([checkpointWrite(this.#place.keys, index)], { sync: true })
      this.#durableIndex = index
      return index
    })
  }

  /** The data is corrupt: durably not to be read any more, until a snapshot replaces it. */
  async quarantine(): Promise<void> {
    const before = this.#installs
    // A snapshot replaced it, or it went: a start with both marks would clear another range's keys.
    const mark = async (): Promise<boolean> =>
      this.#left || this.#installs > before || this.#mark(this.#stateToMark ?? this.#marked)
    while (!(await this.#queue.run(mark)));
  }

  /** Of what is flushed. Throws `unavailable` when there is nothing to send, `data_loss`. */
  openSnapshot(): Promise<SnapshotToSend> {
    // The engine may finish a write between the two views that are taken.
    return this.#queue.run(async () => {
      this.#assertReadable()
      return SnapshotSource.open(this.#imageContext)
    })
  }

  /** Of what is flushed; `sessions` go with it. The view is taken here. Throws `unavailable`. */
  openContent(sessions: SessionTableView, stepBytes: number): ContentWalk {
    this.#assertReadable()
    return new ContentWalk(this.#imageContext, sessions, stepBytes)
  }

  /**
   * Replaces everything by a snapshot; resolves when it is durable. Fails when the stream does, or
   * is not whole, and then what was here stays as it was: `installing` says whether it was let go
   * of. No writes meanwhile. An install that was cut short is finished first, and instead.
   */
  install(chunks: AsyncIterable<Uint8Array>): Promise<RangeImage> {
    return this.#queue.run(async () => {
      const image = await installSnapshot(this.#installOptions(), chunks).finally(() => {
        // A blank one stays, and its keys are not for others.
        if (!this.#installing && this.descriptor.version > 0) this.#neighbours.settled(this.rangeId)
      })
      this.#installs += 1
      this.#onInstalled(image)
      this.#neighbours.settled(this.rangeId)
      return image
    })
  }

  /** Takes the range off the engine, but for its replica's tombstone. Rejects as `flush` does. */
  remove(
    replicaId: ReplicaId,
    keyspaceId: KeyspaceId,
    merged: boolean,
    onBuried: () => void,
  ): Promise<void> {
    return this.#queue.run(async () => {
      const gone = { keys: this.#keysOnEngine, replicaId, keyspaceId, merged, onBuried }
      this.#left = true
      this.#letGo()
      await removeRange({ ...this.#installOptions(), ...gone })
    })
  }

  /**
   * Another range has its cells from here on, and nothing is read of it any more. Resolves when
   * nothing of it is on its way to the engine.
   */
  handOver(): Promise<void> {
    assert(!this.#overlay.holdsCells, "a range is taken in that the engine does not have")
    this.#installing = true
    this.#left = true
    this.#epoch += 1
    return this.#queue.run(async () => {})
  }

  /** What another range that hands over knew of its cells. */
  inheritFrom(source: RangeData): void {
    this.inheritExpiry(source.#expiries.nextMs)
    this.size.takeIn(source.size)
  }

  /** The range that this was split off, or the engine, has counted what expires in it until now. */
  inheritExpiry(expiresAtMs: WallMs | undefined): void {
    this.#expiries.inherit(expiresAtMs)
  }

  /** Keeps everything else from the engine until `until` settles; resolves when that is so. */
  hold(until: Promise<unknown>): Promise<void> {
    return this.#queue.hold(until)
  }

  /** What is to be left of this range when all else goes. Nothing is read from here on. */
  letGo(): readonly EngineWrite[] {
    const state = this.#stateToMark ?? this.#marked ?? nothingKnown(this.descriptor)
    this.#marked = state
    const wasInstalling = this.#installing
    this.#letGo()
    // Of what nobody could tell where it was, nothing is left either.
    const descriptor = isLost(state.descriptor) ? unknownRange(this.rangeId) : state.descriptor
    this.#place.settleAt(new RangeKeys(descriptor))
    this.#flushed = undefined
    if (!wasInstalling) this.onLetGo?.()
    return [markWrite(this.#place.keys, { ...state, descriptor }), ...endWrites(this.#place.keys)]
  }

  #installOptions(): InstallOptions {
    const { rangeId, pace = unpaced, variant } = this.#options
    const applied = (this.#overlay.state ?? this.#flushed)?.index ?? 0
    return {
      ...{ rangeId, engine: this.#engine, reader: this.#place.reader, pace, variant },
      staging: new Staging(this.#engine, rangeId, this.#chunkBytes),
      ...{ lotBytes: this.#chunkBytes, keysHere: () => this.#keysOnEngine },
      ...{ expiries: this.#expiries, neighbours: this.#neighbours },
      burial: this.#overlay.burial ?? this.#burial,
      indexMin: this.#installing ? 0 : applied,
      installing: () => this.#installing,
      letGoOfAll: () => this.#neighbours.letGoOfAll(this),
      onBegin: () => this.#letGo(),
      onCounted: (size) => this.size.onInstalled(size),
      onPlace: (state) => {
        this.#place.settleAt(new RangeKeys(state.descriptor))
        this.#flushed = undefined
        this.#marked = state
      },
      blank: () => this.descriptor.version === 0 && this.#flushed === undefined,
    }
  }

  #onInstalled({ state }: RangeImage): void {
    this.#flushed = state
    this.#durableIndex = state.index
    this.#installing = false
  }

  async #load(): Promise<void> {
    let state: AppliedState | undefined
    try {
      const image = await loadImage(this.#engine, this.#place.keys)
      state = image.state
      const descriptor = (image.mark ?? state)?.descriptor
      if (descriptor !== undefined) this.#place.settleAt(new RangeKeys(descriptor))
      if (image.mark !== undefined) {
        this.#installing = true
        this.#marked = image.mark
        const found = await finishInstall(this.#installOptions(), this.#options.telemetry)
        if (typeof found === "object") this.#onInstalled(found)
        this.#recovered = typeof found === "object" ? found : onlyConfiguration(image.mark, found)
        return
      }
      if (state === undefined) return this.size.onInstalled({ bytes: 0, keys: 0 })
      this.#recovered = { state, sessions: await loadSessions(this.#engine, this.#place.keys) }
      this.#flushed = state
    } catch (error) {
      if (!isDataLoss(error)) throw error
      await this.giveUp(error, state)
    }
  }

  get #imageContext() {
    const [{ keys, reader }, chunkBytes] = [this.#place, this.#chunkBytes]
    return { engine: this.#engine, keys, reader, rangeId: this.rangeId, chunkBytes }
  }

  /**
   * As of what the engine holds: a split that it does not have yet leaves the span as it was; of a
   * range that was taken in it has all.
   */
  get #keysOnEngine(): RangeKeys {
    if (this.#overlay.burial !== undefined) return this.#place.keys
    const flushed = this.#flushed?.descriptor
    return flushed === undefined ? this.#place.keys : new RangeKeys(flushed)
  }

  /** Who holds the range by now, and what of it may be on the engine. */
  get #stateToMark(): AppliedState | undefined {
    const state = this.#overlay.state ?? this.#flushed
    return state && { ...state, descriptor: this.#keysOnEngine.descriptor }
  }

  /** False: another range has all let go of just now; this may have its turn after that. */
  async #mark(state: AppliedState | undefined): Promise<boolean> {
    this.#letGo()
    try {
      const mark = markWrite(this.#place.keys, state ?? nothingKnown(this.descriptor))
      await writeWith(this.#burial, this.#engine, [mark])
    } catch (error) {
      if (!isDataLoss(error)) throw error
      if (this.#neighbours.lettingGo) return false
      // Too damaged to be written to, and not to be read anyway.
      await this.#neighbours.letGoOfAll(this)
    }
    return true
  }

  /** From here on nothing is read, and nothing that was read before is remembered. */
  #letGo(): void {
    this.#installing = true
    this.size.reset()
    this.#epoch += 1
    const { unborn } = this.#overlay
    if (unborn !== undefined) this.#neighbours.forget(unborn)
    const keys = this.#keysOnEngine
    this.#burial = this.#overlay.burial ?? this.#burial
    // What was just taken in goes as well, whoever asks later.
    this.#flushed &&= { ...this.#flushed, descriptor: keys.descriptor }
    this.#overlay.clear()
    this.#place.forgetAt(keys)
  }

  async #writeOut(layer: SealedLayer): Promise<void> {
    const context = {
      ...{ engine: this.#engine, place: this.#place, expiries: this.#expiries, size: this.size },
      first: this.#flushed === undefined,
      overtaken: () => this.#left,
      variant: this.#options.variant,
    }
    if (!(await writeLayer(layer, context))) return
    followLayer(layer, context)
    this.#flushed = layer.state
    this.#epoch += 1
    this.#overlay.drop(layer)
    const heir = layer.child?.state.descriptor.rangeId ?? this.#overlay.unborn
    if (heir !== undefined) this.#neighbours.bequeath(heir, this.#expiries.nextMs)
    this.#due.sweepSometimes(wallMsOf(layer.state.time))
  }

  #withView<T>(read: () => Promise<T>): Promise<T> {
    return withFreshView(read, () => this.#assertReadable())
  }

  #assertReadable(): void {
    // Variants serve-half-…: half a snapshot is as good as a whole one.
    if (!this.#installing || this.#options.variant?.startsWith("serve-half-")) return
    throw new KvError("unavailable", "this replica's data is being replaced: ask another")
  }
}
