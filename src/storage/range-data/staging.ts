import {
  compareBytes,
  concatBytes,
  isDataLoss,
  KvError,
  type RangeId,
  successorOf,
} from "../../base/index.ts"
import type { AppliedState, KeyedCell } from "../../core/range/types.ts"
import type { Engine, EngineWrite, KeyValue } from "../../env/index.ts"
import type { CellReader } from "./cell-record.ts"
import { OrderCheck } from "./image.ts"
import {
  keyHeadBytes,
  type RangeKeys,
  rangeIdOf,
  StagedKeys,
  stagedEnd,
  stagedFrom,
} from "./keys.ts"
import { corruptRecord, seal, unseal } from "./sealed-record.ts"
import { decodeNumbers, decodeState, encodeNumbers, encodeState } from "./state-records.ts"

const totalBytes = 8
/** A view that the engine had to let go of is taken anew this often without a step forward. */
const viewsMax = 3

/** A record of a snapshot with the key that it goes to; `cell`: what it holds, if it is one. */
export interface StagedRecord extends KeyValue {
  readonly cell: KeyedCell | undefined
}

/** A snapshot that is here from its first record to its last. */
export interface StagedSnapshot {
  readonly state: AppliedState
  readonly recordsTotal: number
}

/**
 * A snapshot of a range beside what the range has, until it is whole. Records are staged without a
 * sync: what says that all are here is written later, with one.
 */
export class Staging {
  readonly #engine: Engine
  readonly #keys: StagedKeys
  readonly #lotBytes: number

  /** `lotBytes`: about what is read, or removed, at once. */
  constructor(engine: Engine, rangeId: RangeId, lotBytes: number) {
    this.#engine = engine
    this.#lotBytes = lotBytes
    this.#keys = new StagedKeys(rangeId)
  }

  /** Takes in the next records, which are checked already. */
  async add(records: readonly KeyValue[]): Promise<void> {
    const writes = records.map(
      ({ key, value }): EngineWrite => ({ type: "put", key: this.#keys.of(key), value }),
    )
    await this.#engine.write(writes, { sync: false })
  }

  /** From this write on the snapshot counts as whole; once it is durable, so is the snapshot. */
  wholeWrite({ state, recordsTotal }: StagedSnapshot): EngineWrite {
    const body = concatBytes(encodeNumbers([recordsTotal]), encodeState(state))
    return { type: "put", ...seal(this.#keys.whole, body) }
  }

  forgetWrite(): EngineWrite {
    return { type: "del", key: this.#keys.whole }
  }

  /** Undefined: there is none, or not all of it, or that can't be told. */
  async whole(): Promise<StagedSnapshot | undefined> {
    try {
      const [record] = await this.#engine.getMany([this.#keys.whole])
      if (record === undefined) return undefined
      const body = unseal(this.#keys.whole, record)
      const [recordsTotal] = decodeNumbers(body.subarray(0, totalBytes), 1)
      return { state: decodeState(body.subarray(totalBytes)), recordsTotal }
    } catch (error) {
      if (!isDataLoss(error)) throw error
      return undefined
    }
  }

  /**
   * All records in lots, each checked for a snapshot of a range with these keys. Throws KvError
   * `data_loss` at one that is not what was staged, and at the end when they are not all here.
   */
  async *records(
    keys: RangeKeys,
    reader: CellReader,
    recordsTotal: number,
  ): AsyncGenerator<readonly StagedRecord[]> {
    const order = new OrderCheck(false)
    let count = 0
    for await (const lot of this.#lots()) {
      yield lot.map(({ key, value }) => {
        order.next(key)
        return checkedRecord(keys, reader, { key: this.#keys.imageKeyOf(key), value })
      })
      count += lot.length
    }
    if (count === recordsTotal) return
    throw corruptRecord(`of ${recordsTotal} staged records ${count} are here`)
  }

  /** Removes all of it. It is not whole from the first write on, even where no record is read. */
  async clear(): Promise<void> {
    await this.#engine.write([this.forgetWrite()], { sync: false })
    for await (const lot of this.#lots()) {
      const writes = lot.map(({ key }): EngineWrite => ({ type: "del", key }))
      await this.#engine.write(writes, { sync: false })
    }
  }

  async *#lots(): AsyncGenerator<readonly KeyValue[]> {
    const { gte, lt } = this.#keys.records
    let from = gte
    for (let views = 1; ; ) {
      const view = this.#engine.iterate({ gte: from, lt, bytesHint: this.#lotBytes })
      try {
        for (;;) {
          const lot = await view.next(this.#lotBytes)
          const last = lot.at(-1)
          if (last === undefined) return
          from = successorOf(last.key)
          views = 1
          yield lot
        }
      } catch (error) {
        const again = error instanceof KvError && error.code === "unavailable" && views < viewsMax
        if (!again) throw error
        views += 1
      } finally {
        await view.close()
      }
    }
  }
}

/** Throws KvError `data_loss` when a record is damaged, or has no place in the range's image. */
export function checkedRecord(
  keys: RangeKeys,
  reader: CellReader,
  { key, value }: KeyValue,
): StagedRecord {
  const type = keys.readImageKey(key)?.type
  if (type === "cell") {
    return { key, value, cell: reader.read(value, key.subarray(keyHeadBytes)) }
  }
  if (type !== "session" && type !== "forgotten" && type !== "chunk") {
    throw corruptRecord("a snapshot has a record that belongs to no range image")
  }
  unseal(key, value)
  return { key, value, cell: undefined }
}

/**
 * Removes what is left of snapshots that were not whole when this node stopped. What can't be read
 * stays: whoever is to stage that range next meets it.
 */
export async function dropUnfinishedStagings(engine: Engine, lotBytes: number): Promise<void> {
  try {
    for (let from = stagedFrom(0); ; ) {
      const view = engine.iterate({ gte: from, lt: stagedEnd, bytesHint: 1 })
      const [first] = await view.next(1).finally(() => view.close())
      // A damaged key must not lead astray, round and round.
      if (first === undefined || compareBytes(first.key, from) < 0) return
      const rangeId = rangeIdOf(first.key)
      const staging = new Staging(engine, rangeId, lotBytes)
      if ((await staging.whole()) === undefined) await staging.clear()
      from = stagedFrom(rangeId + 1)
    }
  } catch (error) {
    if (!(error instanceof KvError)) throw error
  }
}
