import { assert, type KeyspaceId, KvError, type NodeId } from "../base/index.ts"
import type { KeyspaceRecord } from "../core/range/index.ts"
import type { OperationResult } from "../core/range/types.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import {
  type Beat,
  type DroppedKeyspaces,
  type DropRecord,
  decodeDropRecord,
  decodeKeyspaceRecord,
  dropRecords,
  encodeDropRecord,
  type JobSummary,
  keyOfDrop,
  keyOfRecord,
  type LeavingKeyspace,
} from "../wire/index.ts"
import { scanAll } from "./scan-all.ts"
import type { SystemOperation } from "./types.ts"

/** Drops that have ended and are shown still. */
const endedShownMax = 100

interface DropsOptions {
  /** Carries out one operation on the cluster's own keyspace. Rejects with KvError. */
  readonly perform: (operation: SystemOperation) => Promise<OperationResult>
  readonly clock: Clock
  readonly telemetry: Telemetry
  /** What people decided of each keyspace. */
  readonly keyspaces: () => ReadonlyMap<KeyspaceId, KeyspaceRecord>
  /** Stores that may hold something: those that are neither removed nor given up. */
  readonly stores: () => readonly NodeId[]
  /** Nobody is to care for its ranges any more. */
  readonly onDropped: (keyspaceId: KeyspaceId) => void
}

interface Kept {
  readonly version: number
  readonly record: DropRecord
}

/** What a store said last. */
interface Told {
  readonly droppedVersion: number
  readonly leaving: ReadonlyMap<KeyspaceId, LeavingKeyspace>
}

/**
 * Sees to it that what was dropped goes. A keyspace is dropped when its record says so. For each
 * such record there is a cell `dropped/<id>` of the cluster's own range, for ever; the list of them
 * goes to every store, which removes its replicas by itself. Once every store that knows the list
 * says that it has none left, the record goes, and the cell says that this has ended. Each step is
 * one write that can be done again: the next driver goes on where this one was.
 */
export class Drops {
  readonly #options: DropsOptions
  readonly #kept = new Map<KeyspaceId, Kept>()
  readonly #told = new Map<NodeId, Told>()
  #list: DroppedKeyspaces = { version: 0, ids: [] }
  #working = false
  #stopped = false

  constructor(options: DropsOptions) {
    this.#options = options
  }

  /** All that were dropped, ever, and what stores are told. */
  get list(): DroppedKeyspaces {
    return this.#list
  }

  has(keyspaceId: KeyspaceId): boolean {
    return this.#kept.has(keyspaceId)
  }

  /** Rejects with KvError. */
  async open(): Promise<void> {
    const { perform } = this.#options
    const cells = await scanAll(perform, dropRecords.start, dropRecords.end)
    for (const { version, value } of cells) this.#keep({ version, record: decodeDropRecord(value) })
  }

  heard({ store, droppedVersion, leaving }: Beat): void {
    const byId = new Map(leaving.map((each) => [each.keyspaceId, each]))
    this.#told.set(store.store, { droppedVersion, leaving: byId })
  }

  /** Somebody else drives by now. */
  stop(): void {
    this.#stopped = true
  }

  /** Before each pass: begins what is to be begun, and ends what has come to its end. */
  follow(): void {
    if (this.#working || this.#stopped) return
    this.#working = true
    this.#followOnce()
      .catch((error: unknown) => {
        if (!(error instanceof KvError)) throw error
        this.#options.telemetry.debug("drop not followed", { reason: error.message })
      })
      .finally(() => {
        this.#working = false
      })
  }

  /** The newest first. */
  jobs(): readonly JobSummary[] {
    const waiting = [...this.#options.keyspaces().values()].filter((record) => this.#isNew(record))
    const begun = [...this.#kept.values()].map(({ record }) => record)
    const records = [...waiting.map(dropOf), ...begun]
    records.sort((left, right) => right.begunAtMs - left.begunAtMs)
    const ended = records.filter(({ endedAtMs }) => endedAtMs > 0).slice(0, endedShownMax)
    const shown = new Set(ended)
    return records
      .filter((record) => record.endedAtMs === 0 || shown.has(record))
      .map((record) => this.#summaryOf(record))
  }

  async #followOnce(): Promise<void> {
    for (const keyspace of this.#options.keyspaces().values()) {
      if (this.#isNew(keyspace)) await this.#begin(dropOf(keyspace))
    }
    for (const kept of this.#kept.values()) {
      if (this.#stopped) return
      if (kept.record.endedAtMs === 0 && this.#waitsFor(kept.record).length === 0) {
        await this.#end(kept)
      }
    }
  }

  #isNew({ id, droppedAtMs }: KeyspaceRecord): boolean {
    return droppedAtMs > 0 && !this.#kept.has(id)
  }

  async #begin(record: DropRecord): Promise<void> {
    await this.#write(record, undefined)
    const { keyspaceId, name } = record
    this.#options.telemetry.info("keyspace is dropped", { keyspaceId, keyspace: name })
  }

  async #end({ record, version }: Kept): Promise<void> {
    const { clock, telemetry } = this.#options
    const { keyspaceId, name, begunAtMs } = record
    await this.#forgetName(record)
    const { gone } = this.#progressOf(record)
    const endedAtMs = Math.max(begunAtMs + 1, Math.floor(clock.wallMs()))
    await this.#write({ ...record, endedAtMs, gone }, version)
    telemetry.info("keyspace is gone", { keyspaceId, keyspace: name, replicas: gone })
  }

  /** The record goes, unless somebody has done that before, and the name is another's by now. */
  async #forgetName({ keyspaceId, name }: DropRecord): Promise<void> {
    const { perform } = this.#options
    const key = keyOfRecord(name)
    const read = await perform({ type: "get", key, consistency: "linearizable" })
    assert(read.type === "get", "a get is answered by a cell")
    if (read.cell === undefined) return
    if (decodeKeyspaceRecord(read.cell.value).id !== keyspaceId) return
    const result = await perform({
      ...{ type: "compareAndSwap", key, value: undefined, ttlMs: undefined, requestId: undefined },
      expect: { type: "version", version: read.cell.version },
    })
    if (result.type === "compareAndSwap" && result.swapped) return
    throw new KvError("unavailable", "the keyspace's record has changed meanwhile")
  }

  /** `version` undefined: there is none yet. */
  async #write(record: DropRecord, version: number | undefined): Promise<void> {
    const result = await this.#options.perform({
      type: "compareAndSwap",
      key: keyOfDrop(record.keyspaceId),
      expect: version === undefined ? { type: "absent" } : { type: "version", version },
      value: encodeDropRecord(record),
      ttlMs: undefined,
      requestId: undefined,
    })
    if (result.type === "compareAndSwap" && result.swapped) {
      this.#keep({ version: result.version, record })
      return
    }
    // A try of ours whose answer was lost, or another driver's.
    await this.open()
  }

  #keep(kept: Kept): void {
    const { keyspaceId } = kept.record
    const known = this.#kept.get(keyspaceId)
    if (known !== undefined && known.version >= kept.version) return
    this.#kept.set(keyspaceId, kept)
    const version = Math.max(this.#list.version, kept.version)
    this.#list = { version, ids: [...this.#kept.keys()] }
    if (known === undefined) this.#options.onDropped(keyspaceId)
  }

  /** Who has not said yet that it knows of the drop and has nothing left. */
  #waitsFor({ keyspaceId, endedAtMs }: DropRecord): readonly NodeId[] {
    const version = this.#kept.get(keyspaceId)?.version ?? Number.POSITIVE_INFINITY
    if (endedAtMs > 0) return []
    return this.#options.stores().filter((store) => {
      const told = this.#told.get(store)
      if (told === undefined || told.droppedVersion < version) return true
      return (told.leaving.get(keyspaceId)?.left ?? 0) > 0
    })
  }

  #progressOf({ keyspaceId }: DropRecord): { readonly gone: number; readonly left: number } {
    let [gone, left] = [0, 0]
    for (const { leaving } of this.#told.values()) {
      gone += leaving.get(keyspaceId)?.gone ?? 0
      left += leaving.get(keyspaceId)?.left ?? 0
    }
    return { gone, left }
  }

  #summaryOf(record: DropRecord): JobSummary {
    const { keyspaceId, name, begunAtMs, endedAtMs } = record
    const ended = endedAtMs > 0
    const ageMs = Math.max(0, Math.round(this.#options.clock.wallMs() - begunAtMs))
    return {
      ...{ id: keyspaceId, kind: "drop", keyspace: name, ageMs },
      tookMs: ended ? endedAtMs - begunAtMs : 0,
      ...(ended ? { gone: record.gone, left: 0 } : this.#progressOf(record)),
      waitsFor: this.#waitsFor(record),
    }
  }
}

function dropOf({ id, name, droppedAtMs }: KeyspaceRecord): DropRecord {
  return { keyspaceId: id, name, begunAtMs: droppedAtMs, endedAtMs: 0, gone: 0 }
}
