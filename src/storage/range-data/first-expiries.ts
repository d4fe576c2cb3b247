import { compareBytes, isDataLoss, type KeyspaceId } from "../../base/index.ts"
import { holdsKey, lastFitting } from "../../core/range/index.ts"
import type { Engine } from "../../env/index.ts"
import { withFreshView } from "./fresh-view.ts"
import { expiriesOfKeyspace, readExpiryRow } from "./keys.ts"
import type { RangeData } from "./range-data.ts"

const lotBytes = 256 * 1_024

/**
 * Tells ranges that were just opened when their first cells expire. Rows of the index lie by time,
 * those of all ranges of a keyspace mixed: one in which nothing expires would find that out behind
 * the last row of all. So they are walked over once, for all. Rejects as the engine does, but for
 * `data_loss`: that costs the ranges whose rows it hides.
 */
export async function learnFirstExpiries(
  engine: Engine,
  ranges: readonly RangeData[],
): Promise<void> {
  const byKeyspace = new Map<KeyspaceId, RangeData[]>()
  for (const range of ranges) {
    if (range.recovered === undefined || range.installing) continue
    const { keyspaceId } = range.descriptor
    const others = byKeyspace.get(keyspaceId)
    if (others === undefined) byKeyspace.set(keyspaceId, [range])
    else others.push(range)
  }
  for (const [keyspaceId, together] of byKeyspace) await learn(engine, keyspaceId, together)
}

async function learn(engine: Engine, keyspaceId: KeyspaceId, ranges: RangeData[]): Promise<void> {
  ranges.sort((left, right) => compareBytes(left.descriptor.start, right.descriptor.start))
  const waiting = new Set(ranges)
  try {
    await withFreshView(() => walk(engine, keyspaceId, ranges, waiting))
  } catch (error) {
    if (!isDataLoss(error)) throw error
    for (const range of waiting) await range.giveUp(error)
  }
}

/** Those that have their first row leave `waiting`. */
async function walk(
  engine: Engine,
  keyspaceId: KeyspaceId,
  sorted: readonly RangeData[],
  waiting: Set<RangeData>,
): Promise<void> {
  const view = engine.iterate({ ...expiriesOfKeyspace(keyspaceId), bytesHint: lotBytes })
  try {
    while (waiting.size > 0) {
      const rows = await view.next(lotBytes)
      if (rows.length === 0) return
      for (const { key: row } of rows) {
        const { key, expiresAtMs } = readExpiryRow(row) ?? {}
        const range = key && rangeOf(sorted, key)
        if (range !== undefined && waiting.delete(range)) range.inheritExpiry(expiresAtMs)
      }
    }
  } finally {
    await view.close()
  }
}

function rangeOf(sorted: readonly RangeData[], key: Uint8Array): RangeData | undefined {
  const at = lastFitting(sorted, ({ descriptor }) => compareBytes(descriptor.start, key) <= 0)
  const range = sorted[at]
  return range !== undefined && holdsKey(range.descriptor, key) ? range : undefined
}
