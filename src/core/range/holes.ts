import { compareBytes, hexOf, type KeyspaceId } from "../../base/index.ts"
import { defaultKeyspaceId, type KeyspaceRecord, systemKeyspaceId } from "./keyspaces.ts"
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
  keyspaces: Iterable<Pick<KeyspaceRecord, "id" | "droppedAtMs">>,
): string | undefined {
  const spans = new Map<KeyspaceId, RangeSpan[]>()
  for (const id of [systemKeyspaceId, defaultKeyspaceId]) spans.set(id, [])
  for (const { id, droppedAtMs } of keyspaces) if (droppedAtMs === 0) spans.set(id, [])
  for (const range of ranges) spans.get(range.keyspaceId)?.push(range)
  for (const [id, those] of spans) {
    const hole = holeAmong(those)
    if (hole !== undefined) return `${hole} of keyspace ${id}`
  }
  return undefined
}

/** The first key that is in none of them. */
function holeAmong(ranges: RangeSpan[]): string | undefined {
  let reached: string | undefined = ""
  for (const { start, end } of ranges.sort((left, right) =>
    compareBytes(left.start, right.start),
  )) {
    if (hexOf(start) !== reached) return `0x${reached}`
    reached = end.length === 0 ? undefined : hexOf(end)
  }
  return reached === undefined ? undefined : `0x${reached}`
}
