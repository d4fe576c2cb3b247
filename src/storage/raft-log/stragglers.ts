import { KvError, type RangeId } from "../../base/index.ts"
import type { Entry } from "../../core/raft/types.ts"
import type { RangeTable } from "./range-table.ts"
import { readEntries } from "./read-entries.ts"
import type { Segment } from "./segment.ts"
import type { RaftLogOptions } from "./types.ts"

const stragglerSegmentsDefault = 4
/** Share of a segment that goes to entries written anew. */
const rewriteShareMax = 0.25

/**
 * Ranges whose oldest entry holds back segments that others have left behind, and all their
 * entries, the farthest behind first. Only small logs are moved: a big one may hold its segments.
 */
export async function findStragglers(input: {
  readonly table: RangeTable
  readonly nextSegment: number
  readonly segmentOf: (number: number) => Segment
  readonly options: RaftLogOptions
}): Promise<ReadonlyMap<RangeId, readonly Entry[]>> {
  const { table, nextSegment, segmentOf, options } = input
  const behindMax = options.stragglerSegments ?? stragglerSegmentsDefault
  const oldestKept = nextSegment - behindMax
  const candidates = table.sorted
    .filter((range) => !range.damaged && (range.firstSegment ?? nextSegment) < oldestKept)
    .sort((left, right) => (left.firstSegment ?? 0) - (right.firstSegment ?? 0))
  const moved = new Map<RangeId, readonly Entry[]>()
  let bytesLeft = rewriteShareMax * options.segmentBytesMax
  for (const range of candidates) {
    if (range.bytes > bytesLeft) continue
    try {
      const from = range.start.index + 1
      const to = range.lastIndex + 1
      const whole = { range, segmentOf, from, to, bytesMax: range.bytes, ignoreChecksum: false }
      moved.set(range.rangeId, await readEntries(whole))
      bytesLeft -= range.bytes
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      // It stays where it is; whoever needs these entries meets the same error.
      options.telemetry.error("raft log: entries can't be moved forward", {
        rangeId: range.rangeId,
        reason: error.message,
      })
    }
  }
  return moved
}
