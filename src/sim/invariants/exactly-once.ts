import { assert } from "../../base/index.ts"
import type { HistoryLine } from "../oracle/index.ts"

/**
 * Every increment that was acknowledged happened once, every one that was refused not at all, every
 * one of unknown outcome at most once, however often it was sent (rule 54; Raft dissertation 6.3).
 * Each adds `unit` and much less beside, so a counter also counts its increments.
 */
export function checkExactlyOnce(
  history: readonly HistoryLine[],
  counters: ReadonlyMap<string, bigint>,
  unit: bigint,
): void {
  for (const [key, sum] of counters) {
    const increments = history.filter((line) => line.op === "incr" && line.key === key)
    const done = increments.filter(({ ok }) => ok === true).length
    const unknown = increments.filter(({ ok }) => ok === null).length
    const happened = Number(sum / unit)
    assert(
      happened >= done && happened <= done + unknown,
      `exactly once: ${key} was incremented ${happened} times; ` +
        `${done} times acknowledged, ${unknown} times unknown`,
    )
  }
}
