import type { HistoryLine } from "./history.ts"
import { absentCell, unknownCell } from "./model.ts"
import { type Operation, operationsByKey } from "./operations.ts"
import { type SearchResult, searchOrder } from "./search.ts"

/** A small part of a history that no order explains, and where it contradicts itself. */
export interface Window {
  readonly lines: readonly HistoryLine[]
  /** False: the window was cut out, and what the key held before it is left open. */
  readonly fromStart: boolean
  readonly result: SearchResult
}

type Part = Omit<Window, "result">

/** Bounds of the checks made to shrink: a window may stay larger than it could be, never run on. */
const stepsMax = 100_000
const stepsMaxOfAll = 2_000_000

/**
 * Cuts a history that can't be explained down to a few lines that can't either. Every cut keeps the
 * truth: what is left is wrong by itself, whatever was cut away.
 *
 * - the end may go, if what ran across the cut may or may not have had its effect
 * - so may the beginning, if what the key held after it is left open too
 * - an observation may go: one constraint less
 * - a write may go when nobody saw its value: it was written over before anyone looked
 */
export function shrink(operations: readonly Operation[]): Window {
  const judge = new Judge()
  const lines = operations.map(({ line }) => line)
  const ends = lines
    .filter(({ ok }) => ok !== null)
    .map((line) => line.return)
    .sort((left, right) => left - right)

  let best: Part = { lines, fromStart: true }
  const end = smallest(ends.length, (count) => {
    const part = { lines: beforeCut(lines, ends[count - 1] as number), fromStart: true }
    return judge.isWrong(part) ? part : undefined
  })
  best = end ?? best
  const whole = best.lines
  const beginning = smallest(ends.length, (count) => {
    const part = { lines: afterCut(whole, ends[ends.length - count] as number), fromStart: false }
    return judge.isWrong(part) ? part : undefined
  })
  best = dropLines(beginning ?? best, judge)
  return { ...best, result: search(best, false) }
}

/**
 * The smallest of 1 … `countMax` for which `tryCount` finds something: what is wrong stays wrong
 * when more is known. Gallops up before it halves, for what is small is quickly judged.
 */
function smallest<T>(countMax: number, tryCount: (count: number) => T | undefined): T | undefined {
  let low = 0
  let high = 1
  let found = countMax === 0 ? undefined : tryCount(high)
  while (found === undefined && high < countMax) {
    low = high
    high = Math.min(countMax, high * 2)
    found = tryCount(high)
  }
  if (found === undefined) return undefined
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const better = tryCount(middle)
    if (better === undefined) low = middle
    else [found, high] = [better, middle]
  }
  return found
}

class Judge {
  #steps = 0

  isWrong(part: Part): boolean {
    if (this.#steps > stepsMaxOfAll) return false
    const result = search(part, true)
    this.#steps += result.steps + part.lines.length
    return result.verdict === "notLinearizable"
  }
}

function search(part: Part, foresight: boolean): SearchResult {
  const [operations] = operationsByKey(part.lines).values()
  const initial = part.fromStart ? absentCell : unknownCell
  return searchOrder(operations ?? [], initial, stepsMax, foresight)
}

function beforeCut(lines: readonly HistoryLine[], cut: number): HistoryLine[] {
  return lines.flatMap((line): HistoryLine[] => {
    if (line.call > cut) return []
    return line.ok === null || line.return <= cut ? [line] : leftOpen(line)
  })
}

function afterCut(lines: readonly HistoryLine[], cut: number): HistoryLine[] {
  return lines.flatMap((line): HistoryLine[] => {
    if (line.call > cut || line.ok === null) return [line]
    return line.return <= cut ? [] : leftOpen(line)
  })
}

function leftOpen(line: HistoryLine): HistoryLine[] {
  return isObservation(line) ? [] : [{ ...line, ok: null, error: "cut off" }]
}

/** Drops lines in halves first, then quarters, …: a long window loses most in few checks. */
function dropLines(part: Part, judge: Judge): Part {
  let best = part
  for (let size = best.lines.length >> 1; size >= 1; size >>= 1) {
    for (let at = best.lines.length - size; at > -size; at -= size) {
      const cut = new Set(best.lines.slice(Math.max(0, at), at + size))
      const lines = withoutUnseen(best.lines, cut)
      if (lines.length === best.lines.length) continue
      if (judge.isWrong({ ...best, lines })) best = { ...best, lines }
    }
  }
  return best
}

/** The lines without those of `cut` that may go when the others stay. */
function withoutUnseen(
  lines: readonly HistoryLine[],
  cut: ReadonlySet<HistoryLine>,
): HistoryLine[] {
  const kept = lines.filter((line) => !cut.has(line) || !isObservation(line))
  const seen = seenBy(kept)
  return kept.filter((line) => !cut.has(line) || !isUnseenWrite(line, seen))
}

function isObservation(line: HistoryLine): boolean {
  return line.op === "get" || line.ok === false
}

/** Values that some line depends on; undefined when some line does not tell which. */
function seenBy(lines: readonly HistoryLine[]): ReadonlySet<string> | undefined {
  const seen = new Set<string>()
  for (const line of lines) {
    if (line.op === "get") seen.add(String(line.result ?? null))
    if (line.op === "incr" || line.expectedVersion !== undefined) return undefined
    if (line.op !== "cas") continue
    if (line.ok === false && line.result === undefined) return undefined
    seen.add(String(line.ok === false ? line.result : (line.expected ?? null)))
  }
  return seen
}

function isUnseenWrite(line: HistoryLine, seen: ReadonlySet<string> | undefined): boolean {
  if (seen === undefined || isObservation(line)) return false
  const written = line.op === "delete" ? "null" : String(line.value)
  return !seen.has(written)
}
