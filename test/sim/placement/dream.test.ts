import t from "tap"
import { type PlacementVariant, placementVariants } from "../../../src/core/placement/index.ts"
import { dreamPlacement } from "../../../src/sim/placement/index.ts"

/** Seeds that failed once, and what they found. */
const regressions = [
  [10, "a learner on the host of a voter was made use of"],
  [42, "how long one replica had been down was held against another"],
  [66, "a learner that never caught up was waited for again and again"],
] as const

/** These show in test/core/placement, in a report or two. */
const caughtElsewhere: readonly PlacementVariant[] = ["keep-overlapped", "count-the-dead"]

t.test("whatever goes wrong, it comes to rest in order", async (t) => {
  for (let seed = 1; seed <= 25; seed += 1) {
    t.same(dreamPlacement(seed).complaints.slice(0, 3), [], `seed ${seed}`)
  }
})

for (const [seed, found] of regressions) {
  t.test(`seed ${seed}: ${found}`, async (t) => t.same(dreamPlacement(seed).complaints, []))
}

t.test("policies that are broken on purpose are caught", async (t) => {
  for (const variant of placementVariants) {
    if (caughtElsewhere.includes(variant)) continue
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
    t.ok(
      seeds.some((seed) => dreamPlacement(seed, variant).complaints.length > 0),
      variant,
    )
  }
})
