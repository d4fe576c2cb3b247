import type { Test } from "tap"
import { type SimulationResult, simulate, type VariantCase } from "../../src/sim/index.ts"

/** A machine that is broken in this way is caught, and the same world passes with a whole one. */
export async function catches(t: Test, test: VariantCase): Promise<void> {
  const caught = await firstCaught(test)
  t.ok(caught, `within ${test.seedsMax} seeds`)
  if (caught === undefined) return
  const [what] = caught.failure?.message.split("\n") ?? []
  t.comment(`seed ${caught.seed}: ${what}`)
  const { virtualMs, adjust } = test
  const whole = await simulate({ seed: caught.seed, virtualMs, adjust })
  t.equal(whole.failure?.message, undefined, "the same world with nothing broken passes")
}

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
