/** What a store does in one turn when thousands of its ranges have something to do. */
import t from "tap"
import { deferBeyondBudget } from "../../src/store/turn-budget.ts"

t.test("a turn takes those that came first, and the others come first in the next", async (t) => {
  let dirty = new Set(Array.from({ length: 10 }, (_, i) => i))
  const turns: number[][] = []
  for (let turn = 0; dirty.size > 0; turn += 1) {
    const later = deferBeyondBudget(dirty, 4)
    turns.push([...dirty])
    dirty = new Set(later)
    // Busy ranges have more to do each time.
    if (turn === 0) for (const busy of [0, 1]) dirty.add(busy)
  }
  t.same(turns, [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9, 0, 1],
  ])
})

t.test("within the budget nothing is put off", async (t) => {
  const dirty = new Set([1, 2, 3, 4])
  t.same(deferBeyondBudget(dirty, 4), [])
  t.equal(dirty.size, 4)
})
