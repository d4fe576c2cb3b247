import { compareBytes, emptyBytes, inSpan } from "../../base/index.ts"
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
    case "merge":
      return operation.at
    case "absorb":
      return operation.source.start
    case "ask":
      return emptyBytes
    default:
      return operation.key
  }
}

/**
 * Of ranges of one keyspace, in the order of their starts: the one where an operation begins.
 * undefined: it begins in none of them.
 */
export function findPlace<T>(
  sorted: readonly T[],
  descriptorOf: (range: T) => RangeDescriptor,
  operation: Operation,
): T | undefined {
  const end = endOf(operation)
  const reverse = end !== undefined
  const key = end ?? firstKeyOf(operation)
  const last = lastFitting(sorted, (range) => {
    const { start } = descriptorOf(range)
    if (!reverse) return compareBytes(start, key) <= 0
    return key.length === 0 || compareBytes(start, key) < 0
  })
  const range = sorted[last]
  return range !== undefined && beginsIn(descriptorOf(range), operation) ? range : undefined
}

/** Of a sorted list whose first elements fit: the index of the last that does; -1: none. */
export function lastFitting<T>(sorted: readonly T[], fits: (element: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (fits(sorted[middle] as T)) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Whether a range is where an operation begins. */
export function beginsIn(range: RangeDescriptor, operation: Operation): boolean {
  if (range.version === 0) return false
  const end = endOf(operation)
  if (end === undefined) return holdsKey(range, firstKeyOf(operation))
  if (end.length > 0 && compareBytes(range.start, end) >= 0) return false
  return range.end.length === 0 || (end.length > 0 && compareBytes(range.end, end) >= 0)
}

/** What begins with the last key before this one; undefined: it begins at a key. */
export function endOf(operation: Operation): Uint8Array | undefined {
  if (operation.type === "absorb") return operation.source.start
  return operation.type === "scan" && operation.reverse ? operation.end : undefined
}
