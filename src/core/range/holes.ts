import { compareBytes, emptyBytes, equalBytes, type KeyspaceId } from "../../base/index.ts"
import { quoted } from "./describe.ts"
import {
  defaultKeyspace,
  defaultKeyspaceId,
  type KeyspaceRecord,
  systemKeyspace,
  systemKeyspaceId,
} from "./keyspaces.ts"
import type { RangeSpan } from "./types.ts"

interface KeyspaceSpan extends RangeSpan {
  readonly keyspaceId: KeyspaceId
}

/**
 * Where keys belong to none of the ranges, no two of which share a key: in the two keyspaces that
 * are always there, and in those named that are in use. undefined: nowhere, they are all there are.
 */
export function holeIn(
  ranges: Iterable<KeyspaceSpan>,
  keyspaces: Iterable<Pick<KeyspaceRecord, "id" | "name" | "droppedAtMs">>,
): string | undefined {
  const names = new Map([
    [systemKeyspaceId, systemKeyspace],
    [defaultKeyspaceId, defaultKeyspace],
  ])
  for (const { id, name, droppedAtMs } of keyspaces) if (droppedAtMs === 0) names.set(id, name)
  const spans = new Map<KeyspaceId, RangeSpan[]>([...names.keys()].map((id) => [id, []]))
  for (const range of ranges) spans.get(range.keyspaceId)?.push(range)
  for (const [id, those] of spans) {
    const hole = holeAmong(those)
    if (hole !== undefined) return `${hole} of keyspace ${names.get(id)}`
  }
  return undefined
}

/** The first key that is in none of them. */
function holeAmong(ranges: RangeSpan[]): string | undefined {
  let reached = emptyBytes
  for (const { start, end } of ranges.sort((left, right) =>
    compareBytes(left.start, right.start),
  )) {
    if (!equalBytes(start, reached)) break
    if (end.length === 0) return undefined
    reached = end
  }
  return reached.length === 0 ? "the first key" : quoted(reached)
}
