import {
  assert,
  isDataLoss,
  type KeyspaceId,
  KvError,
  type RangeId,
  type ReplicaId,
  type WallMs,
} from "../../base/index.ts"
import type { RangeDescriptor, RangeImage } from "../../core/range/types.ts"
import type { Engine, EngineWrite, Telemetry } from "../../env/index.ts"
import type { StorageVariant } from "../variant.ts"
import { Burial, withoutCells } from "./burial.ts"
import { CacheBudget } from "./cache-budget.ts"
import { CellReader } from "./cell-record.ts"
import { learnFirstExpiries } from "./first-expiries.ts"
import { type Identity, identityWrite, loadIdentities } from "./identity-records.ts"
import { checkpointWrite, endWrites, loadImage, markWrite, nothingKnown } from "./image.ts"
import { expiriesOfKeyspace, isLost, RangeKeys, spanOfKeyspace, unknownRange } from "./keys.ts"
import { Leftovers } from "./leftovers.ts"
import { type Losses, loadLosses, lossesOf, lossesWrite, newStore, nothingLost } from "./losses.ts"
import type { LettingGo, Neighbours } from "./neighbours.ts"
import { Occupancy } from "./occupancy.ts"
import { type Pace, unpaced } from "./pace.ts"
import { RangeData } from "./range-data.ts"
import { rangeIdsOn } from "./ranges-on.ts"
import { clearExpiries, clearLeftover } from "./removal.ts"
import { SharedEngine } from "./shared-engine.ts"
import { dropUnfinishedStagings } from "./staging.ts"
import { ValueCache } from "./value-cache.ts"

/** The cluster's own keyspace is small, and read by nodes only. */
const systemCacheBytes = 1_024 * 1_024
/** An engine that is corrupt each time is beyond help. */
const openTriesMax = 4

export interface StoreDataOptions {
  /** Ranges that a store has from its beginning. */
  readonly initial: readonly RangeDescriptor[]
  /** The store's log tells of earlier starts: an engine that is new has taken the place of one. */
  readonly startedBefore?: boolean | undefined
  /** Memory for hot cells, all overhead included. 0: none. */
  readonly valueCacheBytes: number
  readonly snapshotChunkBytes: number
  /** Of work in bulk. Default: as fast as it goes. */
  readonly pace?: Pace | undefined
  readonly telemetry: Telemetry
  readonly variant?: StorageVariant | undefined
}

/** The data of all ranges that a store holds, on its one engine. No two of them share a key. */
export class StoreData implements Neighbours {
  readonly #engine: SharedEngine
  readonly #options: StoreDataOptions
  readonly #ranges = new Map<RangeId, RangeData>()
  readonly #caches = new Map<KeyspaceId, ValueCache>()
  /** Of all keyspaces but the cluster's own, which nobody else's reads shall push out. */
  readonly #cacheBudget: CacheBudget
  /** Of ranges that were taken in, and that the engine has as their own still. */
  readonly #burials = new Set<Burial>()
  readonly #leftovers: Leftovers
  readonly occupancy: Occupancy
  haveLeft = false
  #identities = new Map<RangeId, Identity>()
  #losses = newStore
  #opened = false
  /** Called before a snapshot may come of a range that holds others by now. */
  onOvertaken: ((range: RangeDescriptor) => void) | undefined
  #lettingGo = false

  /** Finds the ranges on the engine. Corrupt state shows as `installing` of the ranges it hit. */
  static async open(engine: Engine, options: StoreDataOptions): Promise<StoreData> {
    const store = new StoreData(new SharedEngine(engine), options)
    // What is written instead of it may go bad, too, before it is read.
    for (let triesLeft = openTriesMax; !store.#opened; triesLeft -= 1) {
      try {
        await store.#openAll()
        store.#opened = true
      } catch (error) {
        if (!isDataLoss(error) || triesLeft === 1) throw error
        options.telemetry.error("the engine is corrupt, all ranges are fetched anew", {
          reason: error.message,
        })
        await store.#letGoUnread()
      }
    }
    return store
  }

  private constructor(engine: SharedEngine, options: StoreDataOptions) {
    this.#engine = engine
    this.#options = options
    this.#cacheBudget = new CacheBudget(options.valueCacheBytes)
    this.#leftovers = new Leftovers(options.telemetry)
    this.occupancy = new Occupancy(this.#ranges, this.#leftovers)
  }

  get ranges(): readonly RangeData[] {
    return [...this.#ranges.values()]
  }

  get(rangeId: RangeId): RangeData | undefined {
    return this.#ranges.get(rangeId)
  }

  has(rangeId: RangeId): boolean {
    return this.#ranges.has(rangeId)
  }

  get lettingGo(): boolean {
    return this.#lettingGo
  }

  /** Which replica of a range came here by a change of configuration; the last one, if it left. */
  identityOf(rangeId: RangeId): Identity | undefined {
    return this.#identities.get(rangeId)
  }

  /** Also of one whose data is still to come; `unknownRange`'s where nobody can tell. */
  keyspaceOf({ rangeId, descriptor }: RangeData): KeyspaceId {
    if (descriptor.version > 0) return descriptor.keyspaceId
    return this.#identities.get(rangeId)?.keyspaceId ?? descriptor.keyspaceId
  }

  /** Some replicas may have left their tombstones, which can't be read any more. */
  get identitiesLost(): boolean {
    return this.#losses.identities
  }

  /** Some ranges may have been here, and nobody knows which. */
  get rangesLost(): boolean {
    return this.#losses.ranges
  }

  /** The store's log had a record: when it is empty now, what it held is lost. */
  get logged(): boolean {
    return this.#losses.logged && this.#options.variant !== "trust-empty-log"
  }

  /** What follows from what was lost is durable in the log. Rejects with KvError. */
  async settleLosses(): Promise<void> {
    const { identities, ranges, logged } = this.#losses
    if (!identities && !ranges && logged) return
    await this.#engine.write([lossesWrite(nothingLost)], { sync: true })
    this.#losses = nothingLost
  }

  /** What removed ranges left was not cleared when the store was opened: the disk was full. */
  get hasLeftovers(): boolean {
    return this.#leftovers.any
  }

  /** One caller at a time. Rejects with KvError, and goes on there when it is called again. */
  clearLeftovers(): Promise<void> {
    return this.#leftovers.clear()
  }

  /** Makes all that is flushed durable. Rejects with KvError. */
  sync(): Promise<void> {
    return this.#engine.write([], { sync: true })
  }

  /** Makes what the engine has of these ranges durable, by one write. Rejects with KvError. */
  async checkpoint(rangeIds: readonly RangeId[]): Promise<void> {
    const writes = rangeIds.flatMap((rangeId) => {
      const { recovered, installing = true } = this.#ranges.get(rangeId) ?? {}
      if (recovered === undefined || installing) return []
      const { descriptor, index } = recovered.state
      return [checkpointWrite(new RangeKeys(descriptor), index)]
    })
    if (writes.length > 0) await this.#engine.write(writes, { sync: true })
  }

  /**
   * For a replica to come, whose data comes by a snapshot: nobody else may come to its keys. What
   * it is called is durable before it may vote. Rejects with KvError, and then nothing has come.
   */
  async openBlank(announced: RangeDescriptor, replicaId: ReplicaId): Promise<RangeData> {
    const { rangeId } = announced
    this.occupancy.claim(announced)
    const known = this.#identities.get(rangeId)
    assert(!this.#leftovers.has(rangeId), "a blank range has keys to clear")
    if (known?.replicaId !== replicaId || known.removed) {
      const { keyspaceId } = announced
      const identity: Identity = { replicaId, removed: false, keyspaceId, leftover: undefined }
      // Before it is written: what replaces the engine meanwhile has it, too.
      this.#identities.set(rangeId, identity)
      try {
        await this.#engine.write([identityWrite(rangeId, identity)], { sync: true })
      } catch (error) {
        this.occupancy.settled(rangeId)
        if (known === undefined) this.#identities.delete(rangeId)
        else this.#identities.set(rangeId, known)
        throw error
      }
    }
    const data = await RangeData.open(this.#engine, this.#rangeOptions(unknownRange(rangeId)))
    this.#ranges.set(rangeId, data)
    return data
  }

  /** The new range of a split that `parent` has just absorbed. */
  bear(child: RangeImage, parent: RangeData): RangeData {
    const data = RangeData.bornOf(child, parent, this.#rangeOptions(child.state.descriptor))
    // The parent looks at its own half from here on, and may come to know nothing of this one.
    data.inheritExpiry(parent.nextExpiryMs())
    this.#ranges.set(child.state.descriptor.rangeId, data)
    return data
  }

  bequeath(child: RangeId, expiresAtMs: WallMs | undefined): void {
    this.#ranges.get(child)?.inheritExpiry(expiresAtMs)
  }

  /**
   * Removes a range that this store holds no more. What it held is nobody's until it is cleared;
   * rejects as `RangeData.remove` does.
   */
  async remove(rangeId: RangeId, replicaId: ReplicaId, merged = false): Promise<void> {
    const data = this.#ranges.get(rangeId)
    assert(data !== undefined, "a range is removed that is not here")
    const keyspaceId = this.keyspaceOf(data)
    this.haveLeft = true
    // From then on the tombstone stays, even if all else has to go before the range is cleared.
    await data.remove(replicaId, keyspaceId, merged, () => {
      const identity = { replicaId, removed: true, keyspaceId, leftover: undefined }
      this.#identities.set(rangeId, merged ? { ...identity, merged } : identity)
      this.#forgetBuried()
    })
    this.#ranges.delete(rangeId)
    this.occupancy.settled(rangeId)
  }

  /**
   * Another range has taken this one in: its cells are not its own from here on, and the rest goes
   * with the next durable write of the other. All of it is in the engine.
   */
  takeIn(range: RangeDescriptor, replicaId: ReplicaId, into: RangeData): Burial {
    const { rangeId, keyspaceId } = range
    const source = this.#ranges.get(rangeId)
    assert(source !== undefined, "a range is taken in that is not here")
    into.inheritFrom(source)
    const drained = source.handOver()
    this.#ranges.delete(rangeId)
    const identity: Identity = {
      ...{ replicaId, removed: true, merged: true, keyspaceId },
      leftover: withoutCells(range),
    }
    const forgets = this.#options.variant === "absorb-without-tombstone"
    if (!forgets) this.#identities.set(rangeId, { ...identity, leftover: undefined })
    const burial: Burial = new Burial({
      ...{ range, identity, drained, forgets },
      onDurable: () => this.#onBuried(burial, identity),
    })
    this.#burials.add(burial)
    return burial
  }

  /** Resolves when its sessions are cleared. What can't be cleared now, the next start clears. */
  async #onBuried(burial: Burial, identity: Identity): Promise<void> {
    this.#burials.delete(burial)
    this.#forgetBuried()
    if (this.#lettingGo || burial.forgets || identity.leftover === undefined) return
    try {
      await this.#clearLeftover(identity.leftover, identity, async () => {
        throw new KvError("data_loss", "what a merged range left can't be told apart")
      })
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      const { telemetry } = this.#options
      telemetry.warn("what a merged range left is not cleared yet", { reason: error.message })
    }
  }

  /** Nothing is left of a keyspace: gives back what it took up. Rejects with KvError. */
  async reclaim(keyspaceId: KeyspaceId): Promise<void> {
    this.#caches.get(keyspaceId)?.close()
    const wasHere = this.#caches.delete(keyspaceId)
    const left = await clearExpiries(this.#engine, keyspaceId, this.#options.pace ?? unpaced)
    if (!wasHere && !left) return
    await this.#engine.compact(expiriesOfKeyspace(keyspaceId))
    await this.#engine.compact(spanOfKeyspace(keyspaceId))
  }

  forget(child: RangeId): void {
    this.#ranges.delete(child)
  }

  nobodysOf(keyspaceId: KeyspaceId, keys: readonly Uint8Array[]): readonly Uint8Array[] {
    return this.occupancy.nobodysOf(keyspaceId, keys)
  }

  claim(descriptor: RangeDescriptor): boolean {
    this.onOvertaken?.(descriptor)
    const may = this.occupancy.mayHold(descriptor)
    if (may) this.occupancy.claim(descriptor)
    return may
  }

  settled(rangeId: RangeId): void {
    this.occupancy.settled(rangeId)
  }

  async letGoOfAll(by: LettingGo): Promise<void> {
    // While opening: whoever opens begins anew.
    if (!this.#opened) throw new KvError("data_loss", "the engine takes no writes")
    if (this.#lettingGo) throw new KvError("unavailable", "the engine lets go of everything")
    this.#lettingGo = true
    let release: () => void = () => {}
    const done = new Promise<void>((resolve) => {
      release = resolve
    })
    try {
      await this.#holdAllBut(by, done)
      // A range that is not on the engine yet goes with the one that it was split off.
      // Of one that is buried its tombstone is left, and no more.
      const left = this.ranges.flatMap((range) => {
        const writes = this.has(range.rangeId) ? range.letGo() : []
        return this.#identities.get(range.rangeId)?.removed ? [] : writes
      })
      await this.#engine.replaceAll([...left, ...this.#identityWrites(), lossesWrite(this.#losses)])
      this.#leftovers.onAllGone()
      for (const burial of this.#burials) burial.settle()
    } finally {
      this.#lettingGo = false
      release()
    }
  }

  /** From then on nobody has a write under way. Whoever asks for this has its own in hand. */
  async #holdAllBut(by: LettingGo, until: Promise<void>): Promise<void> {
    const held = new Set([by])
    for (;;) {
      // Some are born of writes that were waited for, and have writes of their own by then.
      const others = this.ranges.filter((range) => !held.has(range))
      if (others.length === 0) return
      for (const range of others) held.add(range)
      await Promise.all(others.map((range) => range.hold(until)))
    }
  }

  async #openAll(): Promise<void> {
    this.#ranges.clear()
    this.#leftovers.forgetAll()
    this.#losses = (await loadLosses(this.#engine)) ?? (await this.#begin())
    await dropUnfinishedStagings(this.#engine, this.#options.snapshotChunkBytes)
    this.#identities = await loadIdentities(this.#engine)
    this.haveLeft = this.#identities.size > 0
    await this.#clearLeftovers()
    this.#forgetBuried()
    // One that left does not begin anew, nor does one that came back, as another replica.
    const initial = this.#options.initial.filter(({ rangeId }) => !this.#identities.has(rangeId))
    const descriptors = new Map(initial.map((range) => [range.rangeId, range]))
    for (const rangeId of await rangeIdsOn(this.#engine)) {
      const known = this.#identities.get(rangeId)
      if (this.#leftovers.has(rangeId)) continue
      if (known?.removed) await this.#buryAgain(rangeId, known.replicaId)
      else if (!descriptors.has(rangeId)) descriptors.set(rangeId, unknownRange(rangeId))
    }
    for (const [rangeId, { removed }] of this.#identities) if (removed) descriptors.delete(rangeId)
    for (const [rangeId, initial] of descriptors) {
      this.#ranges.set(rangeId, await RangeData.open(this.#engine, this.#rangeOptions(initial)))
    }
    await learnFirstExpiries(this.#engine, this.ranges)
  }

  /** Before the log has its first record: an engine that can't be opened leaves an empty one. */
  async #begin(): Promise<Losses> {
    if (this.#options.startedBefore) throw new KvError("data_loss", "the engine has come up empty")
    await this.#engine.write([lossesWrite(newStore)], { sync: true })
    return newStore
  }

  /** Before anything was opened: only what can still be read is known. */
  async #letGoUnread(): Promise<void> {
    const ids = new Set(this.#options.initial.map(({ rangeId }) => rangeId))
    const before = await loadLosses(this.#engine)
    const identities = await orUndefined(loadIdentities(this.#engine))
    this.#identities = identities ?? new Map()
    const listed = await orUndefined(rangeIdsOn(this.#engine))
    for (const rangeId of listed ?? []) ids.add(rangeId)
    for (const [rangeId, { removed }] of this.#identities) if (removed) ids.delete(rangeId)
    const left: EngineWrite[] = []
    for (const rangeId of ids) {
      const unknown = unknownRange(rangeId)
      const image = await orUndefined(loadImage(this.#engine, new RangeKeys(unknown)))
      const known = image?.mark ?? image?.state
      // Nothing is left of what could not be told either.
      const state = known === undefined || isLost(known.descriptor) ? nothingKnown(unknown) : known
      const keys = new RangeKeys(state.descriptor)
      left.push(markWrite(keys, state), ...endWrites(keys))
    }
    const lost = lossesWrite(lossesOf({ before, identities, ranges: listed }))
    await this.#engine.replaceAll([...left, ...this.#identityWrites(), lost])
  }

  /** When all else goes, replicas that left stay away, and have nothing to clear any more. */
  #identityWrites(): readonly EngineWrite[] {
    return [...this.#identities].map(([rangeId, identity]) =>
      identityWrite(rangeId, { ...identity, leftover: undefined }),
    )
  }

  /** A crash came before all that a removed replica held was gone. */
  async #clearLeftovers(): Promise<void> {
    for (const [rangeId, identity] of this.#identities) {
      const { leftover } = identity
      if (leftover === undefined) continue
      this.#identities.set(rangeId, { ...identity, leftover: undefined })
      const letGoOfAll = (): Promise<void> => this.letGoOfAll({ letGo: () => [] })
      await this.#leftovers.clearOrKeep(leftover, () =>
        this.#clearLeftover(leftover, identity, letGoOfAll),
      )
    }
  }

  #clearLeftover(
    leftover: RangeDescriptor,
    identity: Identity,
    letGoOfAll: () => Promise<void>,
  ): Promise<void> {
    const { telemetry, pace = unpaced } = this.#options
    const { replicaId, keyspaceId, merged = false } = identity
    return clearLeftover({
      engine: this.#engine,
      reader: new CellReader({ telemetry, ignoreChecksum: false }),
      keys: new RangeKeys(leftover),
      ...{ replicaId, keyspaceId, merged },
      // Nobody is served yet while a store opens.
      pace: this.#opened ? pace : unpaced,
      letGoOfAll,
    })
  }

  /** One that had left was split off once more, by a range whose data is older than that. */
  async #buryAgain(rangeId: RangeId, replicaId: ReplicaId): Promise<void> {
    const options = this.#rangeOptions(unknownRange(rangeId))
    const data = await RangeData.open(this.#engine, options)
    await this.#leftovers.clearOrKeep(data.descriptor, async () => {
      this.#ranges.set(rangeId, data)
      await this.remove(rangeId, replicaId).finally(() => this.#ranges.delete(rangeId))
    })
  }

  /** Variant forget-tombstone: as if they had never been here. */
  #forgetBuried(): void {
    if (this.#options.variant !== "forget-tombstone") return
    for (const [rangeId, { removed }] of this.#identities) {
      if (removed) this.#identities.delete(rangeId)
    }
  }

  #rangeOptions(initial: RangeDescriptor) {
    const { snapshotChunkBytes, pace, telemetry, variant } = this.#options
    return {
      rangeId: initial.rangeId,
      initial,
      cacheOf: (keyspaceId: KeyspaceId) => this.#cacheOf(keyspaceId),
      neighbours: this,
      snapshotChunkBytes,
      pace,
      telemetry,
      variant,
    }
  }

  #cacheOf(keyspaceId: KeyspaceId): ValueCache {
    let cache = this.#caches.get(keyspaceId)
    if (cache === undefined) {
      const { valueCacheBytes } = this.#options
      const isSystem = keyspaceId === 0
      const own = isSystem && new CacheBudget(Math.min(systemCacheBytes, valueCacheBytes))
      cache = new ValueCache(own || this.#cacheBudget)
      this.#caches.set(keyspaceId, cache)
    }
    return cache
  }
}

async function orUndefined<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (!isDataLoss(error)) throw error
    return undefined
  }
}
