import { KvError } from "../base/index.ts"
import type { KeyedCell, OperationResult } from "../core/range/types.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import { decodeOperatorRecord, encodeOperatorRecord, type OperatorRecord } from "../wire/index.ts"
import { bytesOfText, scanFolder } from "./scan-all.ts"
import type { SystemOperation } from "./types.ts"

/** So many of a kind are kept: each has the cell of the one that many before it. */
export const historyLengthPerKind = 200
/** So many wait to be written. */
const waitingMax = 1_000
const prefix = "operator/"
const retryMs = 1_000

interface HistoryOptions {
  /** Carries out one operation on the cluster's own keyspace. Rejects with KvError. */
  readonly perform: (operation: SystemOperation) => Promise<OperationResult>
  readonly clock: Clock
  readonly telemetry: Telemetry
}

/** A cell of the history, as it was read or written last. */
interface Kept {
  readonly slot: number
  readonly version: number
  readonly record: OperatorRecord
}

/**
 * What drivers did: the operators of each kind that ended last, in cells of the cluster's own
 * range, so that the next driver can tell, and that thousands of one kind (a balance of leaders)
 * leave what there is to know of the others. Read when it is first needed. Nothing waits for a
 * write.
 */
export class History {
  readonly #options: HistoryOptions
  /** In the order of their ends; undefined: not read. */
  #kept: Kept[] | undefined
  #reading: Promise<Kept[]> | undefined
  #waiting: OperatorRecord[] = []
  #writing = false
  #stopped = false

  constructor(options: HistoryOptions) {
    this.#options = options
  }

  /** An operator has ended. */
  keep(record: OperatorRecord): void {
    this.#waiting.push(record)
    if (this.#waiting.length > waitingMax) this.#waiting.shift()
    this.#writeAll()
  }

  /** Those that have ended and are not written, in the order of their ends. */
  get waiting(): readonly OperatorRecord[] {
    return this.#waiting
  }

  /** The newest first. Rejects with KvError. */
  async list(): Promise<readonly OperatorRecord[]> {
    const kept = await this.#read()
    return [...kept.map(({ record }) => record), ...this.#waiting].reverse()
  }

  /** Somebody else drives by now. */
  stop(): void {
    this.#stopped = true
  }

  #writeAll(): void {
    if (this.#writing || this.#stopped) return
    this.#writing = true
    this.#writeNext()
      .catch((error: unknown) => {
        if (!(error instanceof KvError)) throw error
        const { clock, telemetry } = this.#options
        telemetry.debug("history not written", { reason: error.message })
        // It may have been written all the same.
        this.#kept = undefined
        clock.after(retryMs, () => this.#writeAll())
      })
      .finally(() => {
        this.#writing = false
      })
  }

  async #writeNext(): Promise<void> {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#stopped) return
      const kept = await this.#read()
      const { id } = next.operator
      if (!kept.some(({ record }) => record.operator.id === id)) await this.#write(next, kept)
      if (this.#waiting[0] === next) this.#waiting.shift()
    }
  }

  async #write(record: OperatorRecord, kept: Kept[]): Promise<void> {
    const { kind } = record.operator
    const alike = kept.filter((each) => each.record.operator.kind === kind)
    const slot = ((alike.at(-1)?.slot ?? -1) + 1) % historyLengthPerKind
    const old = alike.find((each) => each.slot === slot)
    const result = await this.#options.perform({
      type: "compareAndSwap",
      key: bytesOfText(`${prefix}${kind}/${String(slot).padStart(4, "0")}`),
      expect: old === undefined ? { type: "absent" } : { type: "version", version: old.version },
      value: encodeOperatorRecord(record),
      ttlMs: undefined,
      requestId: undefined,
    })
    const done = result.type === "compareAndSwap" && result.swapped
    if (!done) throw new KvError("unavailable", "another driver wrote at the same time")
    if (old !== undefined) kept.splice(kept.indexOf(old), 1)
    kept.push({ slot, version: result.version, record })
  }

  async #read(): Promise<Kept[]> {
    if (this.#kept !== undefined) return this.#kept
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined
    })
    this.#kept = await this.#reading
    return this.#kept
  }

  async #readAll(): Promise<Kept[]> {
    const cells = await scanFolder(this.#options.perform, prefix)
    return cells.map(keptOf).sort((left, right) => left.version - right.version)
  }
}

function keptOf({ key, version, value }: KeyedCell): Kept {
  const slot = Number(new TextDecoder().decode(key).split("/").at(-1))
  return { slot, version, record: decodeOperatorRecord(value) }
}
