import { explainWindow } from "./explain.ts"
import type { HistoryLine } from "./history.ts"
import { absentCell } from "./model.ts"
import { countOverlaps, findOverlapOfOneClient, operationsByKey } from "./operations.ts"
import { searchOrder } from "./search.ts"
import { shrink } from "./shrink.ts"

export interface CheckOptions {
  /** Operations tried per key before the search gives up as undecided, which counts as failure. */
  readonly stepsMax?: number
  /** Refuses histories that could not have shown a fault: no reads, no writes, no overlap. */
  readonly requireEvidence?: boolean
}

export interface CheckStats {
  readonly lines: number
  readonly keys: number
  /** Reads that were answered. */
  readonly reads: number
  /** Writes that were done. */
  readonly writes: number
  readonly unknown: number
  /** Operations that overlapped another one of their key. */
  readonly overlaps: number
  /** Operations tried by the search. */
  readonly steps: number
}

export type Verdict =
  | { readonly ok: true; readonly stats: CheckStats }
  | {
      readonly ok: false
      readonly reason: "notLinearizable" | "undecided" | "noEvidence" | "malformed"
      /** The key that failed; empty when it is not about one key. */
      readonly key: string
      /** For a human: several lines. */
      readonly explanation: string
      /** The smallest part found that is wrong by itself. */
      readonly window: readonly HistoryLine[]
      readonly stats: CheckStats
    }

/** Seed 50 of the simulator needs 1.1 million, in two seconds. */
const stepsMaxDefault = 5_000_000

/**
 * Judges a history: is there, for each key, one order of its operations that every client's
 * observations agree with? Keys are judged apart: linearizability is local (Herlihy and Wing 1990).
 */
export function checkHistory(history: readonly HistoryLine[], options: CheckOptions = {}): Verdict {
  const keys = operationsByKey(history)
  let stats = statsOf(history, keys)
  const fault = findFaultOfRecording(history, stats, options)
  if (fault !== undefined) return { ok: false, key: "", stats, ...fault }

  for (const [key, operations] of [...keys].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const result = searchOrder(operations, absentCell, options.stepsMax ?? stepsMaxDefault)
    stats = { ...stats, steps: stats.steps + result.steps }
    if (result.verdict === "linearizable") continue
    if (result.verdict === "undecided") {
      const unknown = operations.filter((operation) => operation.unknown).length
      const explanation =
        `key ${JSON.stringify(key)}: undecided after ${result.steps} steps over ` +
        `${operations.length} operations, ${unknown} of them unknown; allow more steps (stepsMax)`
      return { ok: false, reason: "undecided", key, explanation, window: [], stats }
    }
    const window = shrink(operations)
    const explanation = explainWindow(key, window)
    return { ok: false, reason: "notLinearizable", key, explanation, window: window.lines, stats }
  }
  return { ok: true, stats }
}

function statsOf(
  history: readonly HistoryLine[],
  keys: ReturnType<typeof operationsByKey>,
): CheckStats {
  const done = history.filter(({ ok }) => ok === true)
  const reads = done.filter(({ op }) => op === "get").length
  let overlaps = 0
  for (const operations of keys.values()) overlaps += countOverlaps(operations)
  return {
    lines: history.length,
    keys: keys.size,
    reads,
    writes: done.length - reads,
    unknown: history.filter(({ ok }) => ok === null).length,
    overlaps,
    steps: 0,
  }
}

type Fault = Pick<Extract<Verdict, { ok: false }>, "reason" | "explanation" | "window">

function findFaultOfRecording(
  history: readonly HistoryLine[],
  stats: CheckStats,
  options: CheckOptions,
): Fault | undefined {
  const overlap = findOverlapOfOneClient(history)
  if (overlap !== undefined) {
    const [{ client }] = overlap
    const explanation =
      `client ${client} began an operation before its last one had ended, or after one of ` +
      "unknown outcome: a client does one thing at a time, and takes a new number after that"
    return { reason: "malformed", explanation, window: overlap }
  }
  if (options.requireEvidence !== true) return undefined
  for (const [count, what] of [
    [stats.reads, "no answered read"],
    [stats.writes, "no completed write"],
    [stats.overlaps, "no two operations on one key that overlapped"],
  ] as const) {
    if (count > 0) continue
    const explanation = `the history proves nothing: it has ${what}`
    return { reason: "noEvidence", explanation, window: [] }
  }
  return undefined
}
