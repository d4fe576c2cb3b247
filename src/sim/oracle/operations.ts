import type { HistoryLine } from "./history.ts"
import { type Effect, effectOf } from "./model.ts"

/** A line that bears on the verdict, made ready for the search. */
export interface Operation {
  readonly line: HistoryLine
  readonly effect: Effect
  readonly call: number
  /** Infinity when the outcome is unknown: it may take effect at any later time, or never. */
  readonly return: number
  readonly unknown: boolean
}

/** Operations of each key, in the order of their calls. */
export function operationsByKey(history: readonly HistoryLine[]): Map<string, Operation[]> {
  const keys = new Map<string, Operation[]>()
  for (const line of history) {
    const effect = effectOf(line)
    if (effect === undefined) continue
    const unknown = line.ok === null
    const end = unknown ? Number.POSITIVE_INFINITY : line.return
    const operation: Operation = { line, effect, call: line.call, return: end, unknown }
    const sameKey = keys.get(line.key)
    if (sameKey === undefined) keys.set(line.key, [operation])
    else sameKey.push(operation)
  }
  for (const operations of keys.values()) operations.sort((left, right) => left.call - right.call)
  return keys
}

/** Pairs of neighbours on one key that overlapped: without any, a history proves little. */
export function countOverlaps(operations: readonly Operation[]): number {
  let overlaps = 0
  let latestReturn = Number.NEGATIVE_INFINITY
  for (const operation of operations) {
    if (operation.unknown) continue
    if (operation.call < latestReturn) overlaps += 1
    latestReturn = Math.max(latestReturn, operation.return)
  }
  return overlaps
}

/** Two lines of one client that overlap: the recorder is broken and times can't be trusted. */
export function findOverlapOfOneClient(
  history: readonly HistoryLine[],
): readonly [HistoryLine, HistoryLine] | undefined {
  const byClient = new Map<number, HistoryLine[]>()
  for (const line of history) {
    const lines = byClient.get(line.client)
    if (lines === undefined) byClient.set(line.client, [line])
    else lines.push(line)
  }
  for (const lines of byClient.values()) {
    lines.sort((left, right) => left.call - right.call)
    for (let i = 1; i < lines.length; i += 1) {
      const [before, after] = [lines[i - 1] as HistoryLine, lines[i] as HistoryLine]
      const goesOn = before.ok === null && before.op !== "get"
      if (after.call < before.return || goesOn) return [before, after]
    }
  }
  return undefined
}
