import { assert, KvError, type MonotonicMs, type Term } from "../base/index.ts"
import type { KeyedCell, OperationResult } from "../core/range/types.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import { decodeOperatorRecords, encodeOperatorRecords, type OperatorRecord } from "../wire/index.ts"
import type { History } from "./history.ts"
import { bytesOfText, scanFolder } from "./scan-all.ts"
import type { SystemOperation } from "./types.ts"

const prefix = "underway/"
/** A driver's operators are shared out, so that what changes for one is a small write. */
const cellsPerTerm = 32
/** Between two looks at what has changed. */
const lookMs = 1_000

interface UnderWayOptions {
  /** The driver's, and part of its keys: no other driver writes them. */
  readonly term: Term
  /** Carries out one operation on the cluster's own keyspace. Rejects with KvError. */
  readonly perform: (operation: SystemOperation) => Promise<OperationResult>
  readonly clock: Clock
  readonly telemetry: Telemetry
  /** Operators that have not ended. */
  readonly operators: () => readonly OperatorRecord[]
  readonly history: Pick<History, "keep" | "waiting">
}

/** A cell of this driver's. */
interface Written {
  /** Which operators are in it, and how far; empty: nothing, and there is no cell. */
  readonly content: string
  /** undefined: there is no cell. */
  readonly version: number | undefined
}

/**
 * What a driver is about, in cells of the cluster's own range, `underway/<term>/<number>`: the next
 * driver takes nothing of it up, but puts it into the history as ended, so that no operator
 * vanishes without a trace. Not so those begun in the last second or two before a driver fell. What
 * is written by one that has fallen and does not know it, after its successor has read, is left to
 * the driver that comes then; of an id the history takes the first end. Nothing waits for any of
 * this.
 */
export class UnderWay {
  readonly #options: UnderWayOptions
  readonly #written = new Map<number, Written>()
  /** What earlier drivers left and the history is given; undefined: not read yet. */
  #left: readonly KeyedCell[] | undefined
  #nextLookAtMs: MonotonicMs = 0
  #looking = false
  #stopped = false

  constructor(options: UnderWayOptions) {
    this.#options = options
  }

  /** Called often: ends what earlier drivers left, and writes what has changed, when it is time. */
  follow(): void {
    const nowMs = this.#options.clock.monotonicMs()
    if (this.#looking || this.#stopped || nowMs < this.#nextLookAtMs) return
    this.#nextLookAtMs = nowMs + lookMs
    this.#looking = true
    // The one is done also where the other can't be.
    const log = (error: unknown) => this.#log(error)
    this.#writeChanged()
      .catch(log)
      .then(() => this.#endLeft())
      .catch(log)
      .finally(() => {
        this.#looking = false
      })
  }

  /** Somebody else drives by now. */
  stop(): void {
    this.#stopped = true
  }

  #log(error: unknown): void {
    if (!(error instanceof KvError)) throw error
    this.#options.telemetry.debug("operators under way not noted", { reason: error.message })
  }

  async #writeChanged(): Promise<void> {
    const cells = new Map<number, OperatorRecord[]>()
    for (const cell of this.#written.keys()) cells.set(cell, [])
    // An end that the history has not got yet is known to the next driver all the same.
    const { operators, history, term } = this.#options
    for (const record of [...operators(), ...history.waiting]) {
      const cell = record.operator.id % cellsPerTerm
      const others = cells.get(cell)
      if (others === undefined) cells.set(cell, [record])
      else others.push(record)
    }
    for (const [cell, records] of cells) {
      const content = contentOf(records)
      const before = this.#written.get(cell) ?? { content: "", version: undefined }
      if (content === before.content || this.#stopped) continue
      // Should nobody hear how it went, it is written again.
      this.#written.set(cell, { content: "?", version: before.version })
      const value = records.length === 0 ? undefined : encodeOperatorRecords(records)
      const result = await this.#swap(keyOf(term, cell), before.version, value)
      if (result.done) this.#written.set(cell, { content, version: value && result.version })
      else this.#written.set(cell, { content: "?", version: result.version })
    }
  }

  async #endLeft(): Promise<void> {
    const { perform, history } = this.#options
    if (this.#left === undefined) {
      const cells = await scanFolder(perform, prefix)
      if (!this.#stopped) this.#left = cells.filter((cell) => this.#hasEnded(cell))
    } else if (this.#left.length > 0 && history.waiting.length === 0) await this.#removeLeft()
  }

  /** Whether it is an earlier driver's, and now in the history. */
  #hasEnded(cell: KeyedCell): boolean {
    const { term, history, telemetry } = this.#options
    if (termOf(cell) >= term) return false
    try {
      for (const record of decodeOperatorRecords(cell.value)) history.keep(endedBy(record))
      return true
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      telemetry.warn("what an earlier driver was about can't be read", { reason: error.message })
      return false
    }
  }

  /** A cell that has changed since was written by a driver that fell: the next one looks at it. */
  async #removeLeft(): Promise<void> {
    for (const { key, version } of this.#left ?? []) {
      if (this.#stopped) return
      await this.#swap(key, version, undefined)
    }
    this.#left = []
  }

  /** The version is that of the cell as it is then. */
  async #swap(
    key: Uint8Array,
    version: number | undefined,
    value: Uint8Array | undefined,
  ): Promise<{ readonly done: boolean; readonly version: number | undefined }> {
    const result = await this.#options.perform({
      ...{ type: "compareAndSwap", key, value, ttlMs: undefined, requestId: undefined },
      expect: version === undefined ? { type: "absent" } : { type: "version", version },
    })
    assert(result.type === "compareAndSwap", "a swap is answered by its kind")
    const { swapped: done, found } = result
    return { done, version: done || found ? result.version : undefined }
  }
}

/** How it ended is known where only the history lacked it. */
function endedBy({ operator, begunAtMs }: OperatorRecord): OperatorRecord {
  if (operator.end !== "") return { operator, begunAtMs }
  const reason = "the driver changed; what was begun is finished or undone"
  return { operator: { ...operator, end: "cancelled", reason }, begunAtMs }
}

function contentOf(records: readonly OperatorRecord[]): string {
  return records.map(({ operator: { id, stepsDone, end } }) => `${id} ${stepsDone} ${end}`).join()
}

function keyOf(term: Term, cell: number): Uint8Array {
  return bytesOfText(`${prefix}${String(term).padStart(16, "0")}/${String(cell).padStart(2, "0")}`)
}

function termOf({ key }: KeyedCell): Term {
  return Number(new TextDecoder().decode(key).slice(prefix.length).split("/")[0])
}
