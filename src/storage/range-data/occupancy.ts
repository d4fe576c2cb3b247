import { compareBytes, type KeyspaceId, type RangeId } from "../../base/index.ts"
import { hasAbsorbed, holdsKey, lastFitting } from "../../core/range/index.ts"
import type { RangeDescriptor, RangeSpan } from "../../core/range/types.ts"
import { isLost } from "./keys.ts"
import { collide, type Leftovers } from "./leftovers.ts"

interface Held {
  readonly descriptor: RangeDescriptor
}

/** Whose the keys of an engine are, and whose they are to be: no two ranges share one. */
export class Occupancy {
  readonly #ranges: ReadonlyMap<RangeId, Held>
  readonly #leftovers: Leftovers
  /** What those are to hold that are blank, or being replaced. */
  readonly #claimed = new Map<RangeId, RangeDescriptor>()
  /** Whether a key is known to be somebody's: an answer that takes no look at every range. */
  isHeld: (keyspaceId: KeyspaceId, key: Uint8Array) => boolean = () => false

  constructor(ranges: ReadonlyMap<RangeId, Held>, leftovers: Leftovers) {
    this.#ranges = ranges
    this.#leftovers = leftovers
  }

  claim(descriptor: RangeDescriptor): void {
    this.#claimed.set(descriptor.rangeId, descriptor)
  }

  settled(rangeId: RangeId): void {
    this.#claimed.delete(rangeId)
  }

  /** Whether a range could come to hold this, and have no key in common with another. */
  mayHold(descriptor: RangeDescriptor): boolean {
    const mine = this.#ranges.get(descriptor.rangeId)?.descriptor
    const comes = mine === undefined || (mine.version === 0 && !isLost(mine))
    if (comes && this.#isAnyLost(descriptor.rangeId)) return false
    for (const other of this.#all()) if (collide(other, descriptor)) return false
    return !this.#leftovers.isInWayOf(descriptor)
  }

  /**
   * Whether a range that is here, or is being brought, is still to take this one in, as far as is
   * known of it: its log will ask for what this one holds.
   */
  isAwaited({ rangeId, keyspaceId, start }: RangeDescriptor): boolean {
    if (start.length === 0) return false
    for (const range of this.#all()) {
      const isBefore = range.keyspaceId === keyspaceId && compareBytes(range.end, start) === 0
      if (isBefore && !hasAbsorbed(range, rangeId)) return true
    }
    return false
  }

  /** Which of these keys no range has that is here, or comes, or has not gone as a whole. */
  nobodysOf(keyspaceId: KeyspaceId, keys: readonly Uint8Array[]): readonly Uint8Array[] {
    const open = keys.filter((key) => !this.isHeld(keyspaceId, key))
    if (open.length === 0) return open
    if (this.#isAnyLost()) return []
    return heldByNone(open, [...this.#all(), ...this.#leftovers.spans()], keyspaceId)
  }

  /** What is left of a range that can't be told may be anywhere. */
  #isAnyLost(but?: RangeId): boolean {
    for (const { descriptor } of this.#ranges.values()) {
      if (descriptor.rangeId !== but && isLost(descriptor)) return true
    }
    return false
  }

  *#all(): Iterable<RangeDescriptor> {
    for (const { descriptor } of this.#ranges.values()) if (descriptor.version > 0) yield descriptor
    yield* this.#claimed.values()
  }
}

/** One look at each span serves all keys: a look for each would be keys times ranges. */
function heldByNone(
  keys: readonly Uint8Array[],
  spans: readonly (RangeSpan & { readonly keyspaceId: KeyspaceId })[],
  keyspaceId: KeyspaceId,
): readonly Uint8Array[] {
  const sorted = [...keys].sort(compareBytes)
  const held = new Set<Uint8Array>()
  for (const span of spans) {
    if (span.keyspaceId !== keyspaceId) continue
    let at = lastFitting(sorted, (key) => compareBytes(key, span.start) < 0) + 1
    for (; at < sorted.length && holdsKey(span, sorted[at] as Uint8Array); at += 1) {
      held.add(sorted[at] as Uint8Array)
    }
  }
  return sorted.filter((key) => !held.has(key))
}
