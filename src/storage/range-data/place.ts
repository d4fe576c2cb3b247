import { type KeyspaceId, mapKeyOf } from "../../base/index.ts"
import type { Engine } from "../../env/index.ts"
import type { CellReader } from "./cell-record.ts"
import type { RangeKeys } from "./keys.ts"
import { endOfAll } from "./row-order.ts"
import type { ValueCache } from "./value-cache.ts"

export interface PlaceOptions {
  readonly engine: Engine
  readonly reader: CellReader
  /** Hot cells of a keyspace, shared by its ranges. */
  readonly cacheOf: (keyspaceId: KeyspaceId) => ValueCache
}

/**
 * Where a range lies on its engine and in its keyspace, as of now: a split or a snapshot moves its
 * borders. Who works on for long with what was asked once keeps the keys of that moment.
 */
export class Place {
  readonly engine: Engine
  readonly reader: CellReader
  readonly #cacheOf: PlaceOptions["cacheOf"]
  #keys: RangeKeys
  #cache: ValueCache

  constructor({ engine, reader, cacheOf }: PlaceOptions, keys: RangeKeys) {
    this.engine = engine
    this.reader = reader
    this.#cacheOf = cacheOf
    this.#keys = keys
    this.#cache = cacheOf(keys.descriptor.keyspaceId)
  }

  get keys(): RangeKeys {
    return this.#keys
  }

  get cache(): ValueCache {
    return this.#cache
  }

  settleAt(keys: RangeKeys): void {
    this.#keys = keys
    this.#cache = this.#cacheOf(keys.descriptor.keyspaceId)
  }

  /** Nothing that was read there is good any more. */
  forgetAt(keys: RangeKeys): void {
    this.settleAt(keys)
    const { start, end } = keys.descriptor
    this.cache.clear(mapKeyOf(start), end.length === 0 ? endOfAll : mapKeyOf(end))
  }
}
