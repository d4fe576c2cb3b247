import { assert, compareBytes, type KeyspaceId } from "../base/index.ts"
import { firstKeyOf, holdsKey } from "../core/range/index.ts"
import type { Operation, RangeDescriptor } from "../core/range/types.ts"

interface Placed {
  readonly descriptor: RangeDescriptor
}

/** The ranges of a store by the keys that they hold. No two of them share a key. */
export class RangeDirectory<T extends Placed> {
  /** By keyspace, in the order of their starts. Sorted anew when a border has moved. */
  readonly #sorted = new Map<KeyspaceId, T[]>()

  /** Called with all ranges whenever the span of one of them has changed. */
  rebuild(ranges: Iterable<T>): void {
    this.#sorted.clear()
    for (const range of ranges) {
      const { keyspaceId, version } = range.descriptor
      // Of a replica to come: nothing is known of it yet.
      if (version === 0) continue
      const known = this.#sorted.get(keyspaceId)
      if (known === undefined) this.#sorted.set(keyspaceId, [range])
      else known.push(range)
    }
    for (const sorted of this.#sorted.values()) {
      sorted.sort((left, right) => compareBytes(left.descriptor.start, right.descriptor.start))
      sorted.forEach((range, i) => {
        const next = sorted[i + 1]
        const apart = next === undefined || endsBefore(range.descriptor, next.descriptor)
        assert(apart, "two ranges of a store hold the same keys")
      })
    }
  }

  /** The range that holds a key; undefined: none of this store. */
  holding(keyspaceId: KeyspaceId, key: Uint8Array): T | undefined {
    const sorted = this.#sorted.get(keyspaceId)
    if (sorted === undefined) return undefined
    const range = sorted[lastAt(sorted, ({ start }) => compareBytes(start, key) <= 0)]
    return range !== undefined && holdsKey(range.descriptor, key) ? range : undefined
  }

  /** The range that holds the last key before `end`, an empty one meaning the keyspace's. */
  before(keyspaceId: KeyspaceId, end: Uint8Array): T | undefined {
    const sorted = this.#sorted.get(keyspaceId)
    if (sorted === undefined) return undefined
    const last = lastAt(sorted, ({ start }) => end.length === 0 || compareBytes(start, end) < 0)
    const range = sorted[last]
    if (range === undefined) return undefined
    const reaches = range.descriptor.end.length === 0
    return reaches || (end.length > 0 && compareBytes(range.descriptor.end, end) >= 0)
      ? range
      : undefined
  }

  /** Where an operation begins; undefined: in no range of this store. */
  of(keyspaceId: KeyspaceId, operation: Operation): T | undefined {
    if (operation.type === "scan") {
      const { reverse, start, end } = operation
      return reverse ? this.before(keyspaceId, end) : this.holding(keyspaceId, start)
    }
    return this.holding(keyspaceId, firstKeyOf(operation))
  }
}

function endsBefore(left: RangeDescriptor, right: RangeDescriptor): boolean {
  return left.end.length > 0 && compareBytes(left.end, right.start) <= 0
}

/** Of a sorted list whose first elements `fit`: the index of the last that does; -1: none. */
function lastAt<T extends Placed>(
  sorted: readonly T[],
  fits: (descriptor: RangeDescriptor) => boolean,
): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (fits((sorted[middle] as T).descriptor)) low = middle + 1
    else high = middle
  }
  return low - 1
}
