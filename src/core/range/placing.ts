import { compareBytes, inSpan } from "../../base/index.ts"
import type { Operation, RangeDescriptor, RangeSpan } from "./types.ts"

/** Whether a key of the range's keyspace belongs to it. */
export function holdsKey({ start, end }: RangeSpan, key: Uint8Array): boolean {
  return inSpan(key, start, end)
}

/** Whether two spans of one keyspace share a key. */
export function overlap(left: RangeSpan, right: RangeSpan): boolean {
  const leftFirst = right.end.length === 0 || compareBytes(left.start, right.end) < 0
  const rightFirst = left.end.length === 0 || compareBytes(right.start, left.end) < 0
  return leftFirst && rightFirst
}

/** The key that decides which range an operation belongs to; of scans only forward ones have it. */
export function firstKeyOf(operation: Operation): Uint8Array {
  switch (operation.type) {
    case "scan":
    case "deleteRange":
      return operation.start
    case "split":
      return operation.at
    default:
      return operation.key
  }
}

/** Whether a range is where an operation begins. */
export function beginsIn(range: RangeDescriptor, operation: Operation): boolean {
  if (range.version === 0) return false
  if (operation.type !== "scan" || !operation.reverse) return holdsKey(range, firstKeyOf(operation))
  const { end } = operation
  if (end.length > 0 && compareBytes(range.start, end) >= 0) return false
  return range.end.length === 0 || (end.length > 0 && compareBytes(range.end, end) >= 0)
}
