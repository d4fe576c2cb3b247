import { KvError, type RangeId } from "../../base/index.ts"
import type { SnapshotMeta } from "../../core/raft/types.ts"
import type { AppliedState } from "../../core/range/types.ts"
import type { Engine, EngineIterator, KeyValue } from "../../env/index.ts"
import { encodeSnapshotChunk, type SnapshotHeader } from "../../wire/index.ts"
import type { CellReader } from "./cell-record.ts"
import { OrderCheck } from "./image.ts"
import { keyHeadBytes, type RangeKeys } from "./keys.ts"
import { corruptRecord, unseal } from "./sealed-record.ts"
import { decodeState } from "./state-records.ts"

export interface SnapshotSourceOptions {
  readonly engine: Engine
  readonly keys: RangeKeys
  readonly reader: CellReader
  readonly rangeId: RangeId
  readonly chunkBytes: number
}

/**
 * A point in time of a range, as chunks for a peer. Holds one engine iterator and one chunk. The
 * applied state goes first, as the header; what iterators must come to stays here.
 */
export class SnapshotSource {
  readonly meta: SnapshotMeta
  readonly #options: SnapshotSourceOptions
  readonly #state: AppliedState
  readonly #view: EngineIterator

  private constructor(options: SnapshotSourceOptions, state: AppliedState, view: EngineIterator) {
    this.#options = options
    this.#state = state
    this.#view = view
    const { index, term, configuration } = state
    this.meta = { index, term, configuration }
  }

  /** Throws KvError `unavailable` when nothing was applied yet, `data_loss`. */
  static async open(options: SnapshotSourceOptions): Promise<SnapshotSource> {
    const { engine, keys, chunkBytes } = options
    const view = engine.iterate({ ...keys.image, bytesHint: chunkBytes })
    try {
      const [first] = await view.next(1)
      if (first === undefined || keys.readImageKey(first.key)?.type !== "applied") {
        throw new KvError("unavailable", "nothing was applied yet: there is no snapshot to give")
      }
      const state = decodeState(unseal(keys.applied, first.value))
      return new SnapshotSource(options, state, view)
    } catch (error) {
      await view.close()
      throw error
    }
  }

  /** Can be walked once. Throws KvError `data_loss` where a record is not what was written. */
  async *chunks(): AsyncIterable<Uint8Array> {
    const { rangeId, chunkBytes } = this.#options
    const order = new OrderCheck(false)
    const ends = new Set<string>()
    let header: SnapshotHeader | undefined = { rangeId, meta: this.meta, time: this.#state.time }
    let pairsTotal = 0
    for (;;) {
      const lot = await this.#view.next(chunkBytes)
      if (lot.length === 0) break
      const pairs = lot.filter((pair) => this.#belongs(pair, order, ends))
      pairsTotal += pairs.length
      yield encodeSnapshotChunk({ header, pairs, last: false, pairsTotal: 0 })
      header = undefined
    }
    if (ends.size !== 2) throw corruptRecord("the stored cells or sessions have no end")
    yield encodeSnapshotChunk({ header, pairs: [], last: true, pairsTotal })
  }

  close(): Promise<void> {
    return this.#view.close()
  }

  #belongs({ key, value }: KeyValue, order: OrderCheck, ends: Set<string>): boolean {
    order.next(key)
    const type = this.#options.keys.readImageKey(key)?.type
    if (type === undefined) throw corruptRecord("a record is where none belongs")
    if (type === "cell") {
      this.#options.reader.read(value, key.subarray(keyHeadBytes))
      return true
    }
    unseal(key, value)
    if (type !== "sessionsEnd" && type !== "cellsEnd") return true
    ends.add(type)
    return false
  }
}
