/**
 * Ranges that one turn concerns itself with. A range takes some tens of microseconds, so a turn of
 * all that a store may have would hold up frames, ticks and syncs for as long as an election takes.
 */
const rangesPerTurnMax = 1_024

/**
 * Takes those beyond a turn's budget out of `dirty`, the last that came. The caller makes them the
 * first of the next turn, before any that this one wakes: none waits longer than for those before.
 */
export function deferBeyondBudget<T>(dirty: Set<T>, max = rangesPerTurnMax): readonly T[] {
  if (dirty.size <= max) return []
  const later = [...dirty].slice(max)
  for (const each of later) dirty.delete(each)
  return later
}
