import { assert } from "./assert.ts"
import type { HybridTime, WallMs } from "./ids.ts"

/** 2020-01-01T00:00:00Z: 41 bits of milliseconds from here last until 2089. */
const epochMs = 1_577_836_800_000
const countersPerMs = 4_096

/** The smallest hybrid time of a wall clock reading. Readings before 2020 count as 2020. */
export function hybridTimeOf(wallMs: WallMs): HybridTime {
  const time = Math.max(0, Math.floor(wallMs) - epochMs) * countersPerMs
  assert(Number.isSafeInteger(time), "wall clock beyond the year 2089")
  return time
}

/** The wall clock milliseconds inside a hybrid time. */
export function wallMsOf(time: HybridTime): WallMs {
  return Math.floor(time / countersPerMs) + epochMs
}

/**
 * The next stamp after `last` for a clock that reads `wallMs`: strictly above `last`, whatever the
 * clock does. A clock that jumped ahead moves all later stamps; one that fell back changes nothing.
 */
export function nextHybridTime(last: HybridTime, wallMs: WallMs): HybridTime {
  const next = Math.max(last + 1, hybridTimeOf(wallMs))
  assert(next > last, "hybrid time must grow")
  return next
}
