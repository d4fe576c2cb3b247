import {
  defaultLimits,
  inSpan,
  isDataLoss,
  type KeyspaceId,
  KvError,
  mapKeyOf,
} from "../base/index.ts"
import {
  defaultKeyspace,
  defaultKeyspaceId,
  type KeyspaceRecord,
  systemKeyspace,
  systemKeyspaceId,
} from "../core/range/index.ts"
import type { AppliedBatch, CellWrite, ScanOperation } from "../core/range/types.ts"
import type { RangeData } from "../storage/index.ts"
import { decodeKeyspaceRecord, keyspaceRecords } from "../wire/index.ts"
import type { KnownKeyspaces } from "./types.ts"

/**
 * The keyspaces that this node's replica of the cluster's own range has the records of, as of what
 * it has applied: so it is behind sometimes, and never wrong.
 */
export class Keyspaces implements KnownKeyspaces {
  /** By `mapKeyOf` the record's key. */
  readonly #byKey = new Map<string, KeyspaceRecord>()
  #byName: ReadonlyMap<string, KeyspaceRecord> = new Map()
  #byId: ReadonlyMap<KeyspaceId, KeyspaceRecord> = new Map()
  #dropped: readonly KeyspaceId[] = []
  /** Whose records could not be read, and are to be. */
  #unread: RangeData | undefined
  /** What was applied while the records are being read. */
  #meanwhile: CellWrite[][] = []
  readonly isDropped: KnownKeyspaces["isDropped"]

  constructor(isDropped: KnownKeyspaces["isDropped"]) {
    this.isDropped = isDropped
  }

  named(name: string): KeyspaceRecord | undefined {
    return this.#byName.get(name)
  }

  /** Another map whenever something has changed. */
  get records(): ReadonlyMap<KeyspaceId, KeyspaceRecord> {
    return this.#byId
  }

  /** Those that were dropped, and whose records are there still: few, and for a while. */
  get dropped(): readonly KeyspaceId[] {
    return this.#dropped
  }

  /** undefined: not known here. */
  nameOf(id: KeyspaceId): string | undefined {
    if (id === defaultKeyspaceId) return defaultKeyspace
    return id === systemKeyspaceId ? systemKeyspace : this.#byId.get(id)?.name
  }

  /** The replica of the cluster's own range has left: nothing here would be heard of any more. */
  forget(): void {
    this.#unread = undefined
    this.#meanwhile = []
    this.#byKey.clear()
    this.#take([])
  }

  /** Takes in what was applied, if it is of the cluster's own range. */
  absorb({ state, cells }: AppliedBatch): void {
    if (state.descriptor.keyspaceId !== systemKeyspaceId) return
    const { start, end } = keyspaceRecords
    const records = cells.filter(({ key }) => inSpan(key, start, end))
    if (records.length === 0) return
    for (const writes of this.#meanwhile) writes.push(...records)
    this.#take(records)
  }

  /**
   * Reads all records, if this is the system range: at its opening, and after a snapshot. What is
   * wrong where a record is corrupt: nobody else would come across it, for all ask here.
   */
  async load(data: RangeData): Promise<KvError | undefined> {
    if (data.descriptor.keyspaceId !== systemKeyspaceId) return undefined
    this.#unread = undefined
    const writes: CellWrite[] = []
    this.#meanwhile.push(writes)
    try {
      const records = await this.#read(data)
      // Forgotten meanwhile: nobody would tell what becomes of them.
      if (!this.#meanwhile.includes(writes)) return undefined
      this.#byKey.clear()
      this.#take([...records, ...writes])
      return undefined
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      if (isDataLoss(error)) return error
      // Where it is being replaced, it is read again when that is done.
      if (!data.installing && this.#meanwhile.includes(writes)) this.#unread = data
      return undefined
    } finally {
      this.#meanwhile = this.#meanwhile.filter((other) => other !== writes)
    }
  }

  /** Without the records, ranges of the keyspaces in them would never come to this node. */
  get unread(): RangeData | undefined {
    return this.#unread
  }

  async #read(data: RangeData): Promise<readonly CellWrite[]> {
    const records: CellWrite[] = []
    let start: Uint8Array = keyspaceRecords.start
    for (;;) {
      const operation: ScanOperation = {
        ...{ type: "scan", start, end: keyspaceRecords.end, limit: 0 },
        ...{ reverse: false, keysOnly: false, consistency: "stale" },
      }
      const page = await data.scan(operation, defaultLimits, 0)
      if (page.type !== "scan") return records
      for (const { key, ...cell } of page.cells) records.push({ type: "put", key, cell })
      if (!page.more) return records
      start = page.resumeKey
    }
  }

  #take(writes: readonly CellWrite[]): void {
    for (const write of writes) {
      const key = mapKeyOf(write.key)
      if (write.type === "delete") this.#byKey.delete(key)
      else this.#byKey.set(key, decodeKeyspaceRecord(write.cell.value))
    }
    const records = [...this.#byKey.values()]
    this.#byName = new Map(records.map((record) => [record.name, record]))
    this.#byId = new Map(records.map((record) => [record.id, record]))
    this.#dropped = records.filter(({ droppedAtMs }) => droppedAtMs > 0).map(({ id }) => id)
  }
}
