import { compareBytes, type RangeId } from "../base/index.ts"
import { defaultKeyspace, findPlace, lastFitting, overlap } from "../core/range/index.ts"
import type { Operation, RangeDescriptor } from "../core/range/types.ts"
import type { RangeRoute } from "../wire/index.ts"

/** Routes that one client remembers; beyond, it begins anew. */
const routesMax = 100_000

/** A range and where it was last heard to be led. */
export interface KnownRange {
  readonly range: RangeDescriptor
  readonly leaderAddress: string | undefined
}

/**
 * The ranges as this client heard of them: by keyspace, in the order of their keys. It may be wrong
 * at any time, for the nodes tell when it is. What is newer wins, by the version of the range.
 */
export class RangeCache {
  readonly #sorted = new Map<string, KnownRange[]>()
  #count = 0

  /** The range that an operation begins in, as far as is known. */
  find(keyspace: string, operation: Operation): KnownRange | undefined {
    const sorted = this.#sorted.get(nameOf(keyspace))
    return sorted && findPlace(sorted, ({ range }) => range, operation)
  }

  /** A node told this. False: something newer is known, or as much and who leads. */
  learn({ keyspace, range, leader }: RangeRoute): boolean {
    if (this.#count >= routesMax) this.#forgetAll()
    const name = nameOf(keyspace)
    const sorted = this.#sorted.get(name) ?? []
    let first = lastFitting(sorted, (known) => compareBytes(known.range.start, range.start) <= 0)
    if (first < 0 || !overlapsAt(sorted, first, range)) first += 1
    let end = first
    while (overlapsAt(sorted, end, range)) {
      const known = sorted[end] as KnownRange
      if (isNewer(known.range, range)) return false
      // One that is cut off has heard of no leader. That there is none nobody can know.
      if (leader === undefined && known.leaderAddress !== undefined && isSame(known.range, range)) {
        return false
      }
      end += 1
    }
    sorted.splice(first, end - first, { range, leaderAddress: leader?.address })
    this.#count += 1 + first - end
    this.#sorted.set(name, sorted)
    return true
  }

  /** It is not so any more. */
  forget(keyspace: string, { rangeId }: RangeDescriptor): void {
    const sorted = this.#sorted.get(nameOf(keyspace)) ?? []
    const at = sorted.findIndex(({ range }) => range.rangeId === rangeId)
    if (at < 0) return
    sorted.splice(at, 1)
    this.#count -= 1
  }

  /** The leader of a range is elsewhere. */
  moveLeader(keyspace: string, rangeId: RangeId, leaderAddress: string): void {
    const sorted = this.#sorted.get(nameOf(keyspace)) ?? []
    const at = sorted.findIndex(({ range }) => range.rangeId === rangeId)
    const known = sorted[at]
    if (known !== undefined) sorted[at] = { range: known.range, leaderAddress }
  }

  #forgetAll(): void {
    this.#sorted.clear()
    this.#count = 0
  }
}

/** Versions are of one keyspace: of one name, the keyspace that came later has the higher id. */
function isNewer(known: RangeDescriptor, told: RangeDescriptor): boolean {
  if (known.keyspaceId !== told.keyspaceId) return known.keyspaceId > told.keyspaceId
  return known.version > told.version
}

function isSame(known: RangeDescriptor, told: RangeDescriptor): boolean {
  return known.rangeId === told.rangeId && known.version === told.version
}

function overlapsAt(sorted: readonly KnownRange[], at: number, range: RangeDescriptor): boolean {
  const known = sorted[at]
  return known !== undefined && overlap(known.range, range)
}

function nameOf(keyspace: string): string {
  return keyspace === "" ? defaultKeyspace : keyspace
}
