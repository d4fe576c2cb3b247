import { KvError, type LogIndex, type RangeId } from "../../base/index.ts"
import type { Entry } from "../../core/raft/types.ts"
import type { RangeLog } from "./range-log.ts"
import type { RangeTable } from "./range-table.ts"
import { readEntries } from "./read-entries.ts"
import type { Segment } from "./segment.ts"
import type { RaftLogOptions } from "./types.ts"

const stragglerSegmentsDefault = 4
/** Share of a segment that goes to entries written anew. */
const rewriteShareMax = 0.25

/** A log may be so many times as far behind before it is cut; twice that, and it is urgent. */
const overdueFactor = 8
/** So many are cut for one new segment. */
const overdueMax = 32

/** A log that keeps all segments since its oldest entry, and is too big to be written anew. */
export interface OverdueLog {
  readonly rangeId: RangeId
  /** Whoever still needs its entries has had them for long enough. */
  readonly urgent: boolean
}

/** With `newest` segments: whose logs are to be cut, or this store's would grow without end. */
export function overdueIn(
  table: RangeTable,
  newest: number,
  { stragglerSegments = stragglerSegmentsDefault }: RaftLogOptions,
): readonly OverdueLog[] {
  const behindMax = overdueFactor * stragglerSegments
  const overdue = table.sorted.flatMap(({ rangeId, damaged, firstSegment = newest }) => {
    const behind = newest - firstSegment
    return damaged || behind <= behindMax ? [] : [{ rangeId, behind }]
  })
  // Each costs a sync of the engine, and a segment lasts for seconds.
  const first = overdue.sort((left, right) => right.behind - left.behind).slice(0, overdueMax)
  return first.map(({ rangeId, behind }) => ({ rangeId, urgent: behind > 2 * behindMax }))
}

interface StragglersOptions {
  readonly table: RangeTable
  readonly segmentOf: (number: number) => Segment
  readonly options: RaftLogOptions
}

/** A log that is to be moved, and all that it held when it was read. */
interface Straggler {
  readonly range: RangeLog
  readonly startIndex: LogIndex
  readonly lastIndex: LogIndex
  /** Where the last entry lay: it lies elsewhere once it, or one before it, was replaced. */
  readonly segment: number
  readonly offset: number
  readonly entries: readonly Entry[]
}

/**
 * Ranges whose oldest entry holds back segments that others have left behind, and all their
 * entries, the farthest behind first. Only small logs are moved: a big one may hold its segments.
 * They are read while appends go on; when the next segment begins only what came since is missing.
 */
export class Stragglers {
  readonly #options: StragglersOptions
  #gathering: Promise<readonly Straggler[]> | undefined
  #stopped = false

  constructor(options: StragglersOptions) {
    this.#options = options
  }

  /** Begins to read what that segment is to take in. Once for each segment. */
  gather(nextSegment: number): void {
    this.#gathering ??= this.#gather(nextSegment)
  }

  /** All entries of each, as they are now. The caller appends nothing meanwhile. */
  async take(nextSegment: number): Promise<ReadonlyMap<RangeId, readonly Entry[]>> {
    this.gather(nextSegment)
    const gathered = (await this.#gathering) ?? []
    this.#gathering = undefined
    const moved = new Map<RangeId, readonly Entry[]>()
    for (const straggler of gathered) {
      if (!this.#isAsItWas(straggler)) continue
      const { range, lastIndex, entries } = straggler
      const since = await this.#read(range, lastIndex + 1)
      if (since !== undefined) moved.set(range.rangeId, [...entries, ...since])
    }
    return moved
  }

  /** Resolves when nothing is read any more: segments may be closed. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#gathering
  }

  async #gather(nextSegment: number): Promise<readonly Straggler[]> {
    const { table, options } = this.#options
    const oldestKept = nextSegment - (options.stragglerSegments ?? stragglerSegmentsDefault)
    const candidates = table.sorted
      .filter((range) => !range.damaged && (range.firstSegment ?? nextSegment) < oldestKept)
      .sort((left, right) => (left.firstSegment ?? 0) - (right.firstSegment ?? 0))
    const found: Straggler[] = []
    let bytesLeft = rewriteShareMax * options.segmentBytesMax
    for (const range of candidates) {
      if (this.#stopped) break
      const { bytes, lastIndex } = range
      // One that was read before may have kept this waiting, and this one may be gone by now.
      if (bytes > bytesLeft || range.firstSegment === undefined || !this.#holds(range)) continue
      const startIndex = range.start.index
      const [segment, offset] = [range.segmentOf(lastIndex), range.offsetOf(lastIndex)]
      const entries = await this.#read(range, startIndex + 1)
      if (entries === undefined) continue
      found.push({ range, startIndex, lastIndex, segment, offset, entries })
      bytesLeft -= bytes
    }
    return found
  }

  /** Nothing was taken off it, at either end. */
  #isAsItWas({ range, startIndex, lastIndex, segment, offset }: Straggler): boolean {
    return (
      this.#holds(range) &&
      range.start.index === startIndex &&
      range.lastIndex >= lastIndex &&
      range.segmentOf(lastIndex) === segment &&
      range.offsetOf(lastIndex) === offset
    )
  }

  #holds(range: RangeLog): boolean {
    return this.#options.table.get(range.rangeId) === range && !range.damaged
  }

  /** From there to the end. Undefined: it stays where it is; who needs it meets the same error. */
  async #read(range: RangeLog, from: LogIndex): Promise<readonly Entry[] | undefined> {
    const { segmentOf, options } = this.#options
    try {
      const to = range.lastIndex + 1
      return await readEntries({
        ...{ range, segmentOf, from, to, bytesMax: range.bytes, ignoreChecksum: false },
      })
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      options.telemetry.error("raft log: entries can't be moved forward", {
        rangeId: range.rangeId,
        reason: error.message,
      })
      return undefined
    }
  }
}
