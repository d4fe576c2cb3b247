import type { AppliedState } from "../../core/range/types.ts"
import type { Engine, EngineIterator, KeyValue } from "../../env/index.ts"
import type { CellReader } from "./cell-record.ts"
import { OrderCheck } from "./image.ts"
import { keyHeadBytes, RangeKeys } from "./keys.ts"
import { corruptRecord, unseal } from "./sealed-record.ts"
import { decodeState } from "./state-records.ts"

export interface ImageContext {
  readonly engine: Engine
  /** As of now. */
  readonly keys: RangeKeys
  readonly reader: CellReader
}

/**
 * Everything a range holds, as it was at one moment: its own records, then its cells. Every record
 * is checked, and both stretches are walked to where they must end. Throws KvError `data_loss`.
 */
export class ImageWalk {
  readonly #reader: CellReader
  #keys: RangeKeys
  readonly #own: EngineIterator
  readonly #cells: EngineIterator
  readonly #order = new OrderCheck(false)
  #at: "own" | "cells" | "end" = "own"

  /** Both views are taken here, with nothing between them. */
  constructor(context: ImageContext, bytesHint: number) {
    const { engine, keys, reader } = context
    this.#reader = reader
    this.#keys = keys
    this.#own = engine.iterate({ ...keys.own, bytesHint })
    this.#cells = engine.iterate({ ...keys.cellsOn, bytesHint })
  }

  /**
   * The applied state, which comes first; undefined when nothing was ever applied. Call first: it
   * says where the range ended at that moment, which may be behind where it ends now.
   */
  async state(): Promise<AppliedState | undefined> {
    const keys = this.#keys
    const [first] = await this.#own.next(1)
    if (first === undefined || keys.readImageKey(first.key)?.type !== "applied") return undefined
    this.#order.next(first.key)
    const state = decodeState(unseal(keys.applied, first.value))
    this.#keys = new RangeKeys(state.descriptor)
    return state
  }

  /** The next records, about so many bytes; none at the end. */
  async next(bytesMax: number): Promise<readonly KeyValue[]> {
    while (this.#at !== "end") {
      const lot = await (this.#at === "own" ? this.#own : this.#cells).next(bytesMax)
      if (lot.length === 0) throw corruptRecord("the stored cells or sessions have no end")
      const pairs = this.#at === "own" ? this.#takeOwn(lot) : this.#takeCells(lot)
      if (pairs.length > 0) return pairs
    }
    return []
  }

  async close(): Promise<void> {
    await Promise.all([this.#own.close(), this.#cells.close()])
  }

  #takeOwn(lot: readonly KeyValue[]): readonly KeyValue[] {
    const pairs: KeyValue[] = []
    for (const pair of lot) {
      this.#order.next(pair.key)
      const type = this.#keys.readImageKey(pair.key)?.type
      if (type === undefined) throw corruptRecord("a record is where none belongs")
      unseal(pair.key, pair.value)
      if (type === "sessionsEnd") this.#at = "cells"
      else pairs.push(pair)
    }
    return pairs
  }

  #takeCells(lot: readonly KeyValue[]): readonly KeyValue[] {
    const keys = this.#keys
    const pairs: KeyValue[] = []
    for (const pair of lot) {
      this.#order.next(pair.key)
      const type = keys.readImageKey(pair.key)?.type
      if (type === "cell") {
        this.#reader.read(pair.value, pair.key.subarray(keyHeadBytes))
        pairs.push(pair)
        continue
      }
      // The next range's cells are not ours to judge.
      if (type === "cellsEnd") unseal(pair.key, pair.value)
      else if (!keys.isBeyond(pair.key)) throw corruptRecord("a record is where none belongs")
      this.#at = "end"
      break
    }
    return pairs
  }
}
