import t from "tap"
import { nodeVariants } from "../../src/node/index.ts"
import { aimedFaultKinds } from "../../src/sim/faults/kinds.ts"
import {
  type SimulationResult,
  simulate,
  type VariantCase,
  variantCases,
} from "../../src/sim/index.ts"
import { drawSwarm } from "../../src/sim/swarm.ts"

/** The first seed that notices, if one does. */
async function firstCaught({
  variant,
  ...test
}: VariantCase): Promise<SimulationResult | undefined> {
  const { firstSeed, seedsMax, adjust, virtualMs } = test
  for (let seed = firstSeed; seed < firstSeed + seedsMax; seed += 1) {
    const result = await simulate({ seed, virtualMs, adjust, variant })
    if (result.failure !== undefined) return result
  }
  return undefined
}

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

for (const test of variantCases) {
  t.test(`${test.variant} is caught`, async (t) => {
    const caught = await firstCaught(test)
    t.ok(caught, `within ${test.seedsMax} seeds`)
    if (caught === undefined) return
    const [what] = caught.failure?.message.split("\n") ?? []
    t.comment(`seed ${caught.seed}: ${what}`)
    const { virtualMs, adjust } = test
    const whole = await simulate({ seed: caught.seed, virtualMs, adjust })
    t.equal(whole.failure?.message, undefined, "the same world with nothing broken passes")
  })
}
