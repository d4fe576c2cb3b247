import { assert, compareBytes, type KeyspaceId } from "../base/index.ts"
import { findPlace } from "../core/range/index.ts"
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

  /** Where an operation begins; undefined: in no range of this store. */
  of(keyspaceId: KeyspaceId, operation: Operation): T | undefined {
    const sorted = this.#sorted.get(keyspaceId)
    return sorted && findPlace(sorted, ({ descriptor }) => descriptor, operation)
  }
}

function endsBefore(left: RangeDescriptor, right: RangeDescriptor): boolean {
  return left.end.length > 0 && compareBytes(left.end, right.start) <= 0
}
