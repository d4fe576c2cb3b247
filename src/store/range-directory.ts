import { assert, compareBytes, type KeyspaceId } from "../base/index.ts"
import { beginsIn, findPlace, holdsKey, lastFitting, overlap } from "../core/range/index.ts"
import type { Operation, RangeDescriptor, RangeSpan } from "../core/range/types.ts"

interface Range {
  readonly descriptor: RangeDescriptor
}

interface Placed<T extends Range> {
  readonly range: T
  /** As of when it was placed: the order must not change under a search. */
  readonly descriptor: RangeDescriptor
}

/** The ranges of a store by the keys that they hold. No two of them share a key. */
export class RangeDirectory<T extends Range> {
  /** By keyspace, in the order of their starts. */
  readonly #sorted = new Map<KeyspaceId, Placed<T>[]>()
  readonly #placed = new Map<T, Placed<T>>()

  /** Called for a range that is new, or whose span has changed. */
  place(range: T): void {
    const { descriptor } = range
    const before = this.#placed.get(range)
    if (before?.descriptor === descriptor) return
    if (before !== undefined) this.#remove(before)
    // Of a replica to come: nothing is known of it yet.
    if (descriptor.version > 0) this.#insert({ range, descriptor })
  }

  /** It is not here any more. */
  remove(range: T): void {
    const placed = this.#placed.get(range)
    if (placed !== undefined) this.#remove(placed)
  }

  /** Where an operation begins; undefined: in no range of this store. */
  of(keyspaceId: KeyspaceId, operation: Operation): T | undefined {
    const sorted = this.#sorted.get(keyspaceId)
    const range = sorted && findPlace(sorted, ({ descriptor }) => descriptor, operation)?.range
    return range !== undefined && beginsIn(range.descriptor, operation) ? range : undefined
  }

  /** The range that holds a key. */
  holderOf(keyspaceId: KeyspaceId, key: Uint8Array): T | undefined {
    const sorted = this.#sorted.get(keyspaceId) ?? []
    const range = sorted[lastUpTo(sorted, key)]?.range
    return range !== undefined && holdsKey(range.descriptor, key) ? range : undefined
  }

  /** All that have keys of a span. */
  overlapping(keyspaceId: KeyspaceId, span: RangeSpan): readonly T[] {
    const sorted = this.#sorted.get(keyspaceId) ?? []
    const found: T[] = []
    for (let at = Math.max(0, lastUpTo(sorted, span.start)); at < sorted.length; at += 1) {
      const { range, descriptor } = sorted[at] as Placed<T>
      if (overlap(range.descriptor, span)) found.push(range)
      else if (compareBytes(descriptor.start, span.start) > 0) break
    }
    return found
  }

  #insert(placed: Placed<T>): void {
    const { keyspaceId, start } = placed.descriptor
    const sorted = this.#sorted.get(keyspaceId) ?? []
    this.#sorted.set(keyspaceId, sorted)
    const at = lastUpTo(sorted, start) + 1
    const [left, right] = [sorted[at - 1], sorted[at]]
    const apart =
      (left === undefined || endsBefore(left.range.descriptor, placed.descriptor)) &&
      (right === undefined || endsBefore(placed.descriptor, right.descriptor))
    assert(apart, "two ranges of a store hold the same keys")
    sorted.splice(at, 0, placed)
    this.#placed.set(placed.range, placed)
  }

  #remove(placed: Placed<T>): void {
    const { keyspaceId, start } = placed.descriptor
    const sorted = this.#sorted.get(keyspaceId) ?? []
    const at = lastUpTo(sorted, start)
    assert(sorted[at] === placed, "a range is not where it was placed")
    sorted.splice(at, 1)
    this.#placed.delete(placed.range)
  }
}

/** The last of those that begin with the key or before it; -1: none. */
function lastUpTo(sorted: readonly Placed<Range>[], key: Uint8Array): number {
  return lastFitting(sorted, ({ descriptor }) => compareBytes(descriptor.start, key) <= 0)
}

function endsBefore(left: RangeDescriptor, right: RangeDescriptor): boolean {
  return left.end.length > 0 && compareBytes(left.end, right.start) <= 0
}
