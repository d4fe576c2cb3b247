import t from "tap"
import { nodeVariants } from "../../src/node/index.ts"
import { aimedFaultKinds } from "../../src/sim/faults/kinds.ts"
import { variantCases } from "../../src/sim/index.ts"
import { drawSwarm } from "../../src/sim/swarm.ts"
import { catches } from "./catching.ts"

t.test("every variant has a case", async (t) => {
  const covered = variantCases.map(({ variant }) => variant)
  t.same([...covered].sort(), [...nodeVariants].sort())
  t.ok(covered.length >= 14)
})

t.test("every aimed fault has a world", (t) => {
  const struck = new Set(variantCases.flatMap(({ adjust }) => adjust(drawSwarm(1)).faults))
  t.same(
    aimedFaultKinds.filter((kind) => !struck.has(kind)),
    [],
  )
  t.end()
})

// The others are in more-variants.test.ts, for two files run at once.
for (const test of variantCases.filter((_, at) => at % 2 === 0)) {
  t.test(`${test.variant} is caught`, (t) => catches(t, test))
}
