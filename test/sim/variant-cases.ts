import type { Test } from "tap"
import { simulate, type VariantCase } from "../../src/sim/index.ts"

/** Each broken machine fails within its seeds, in a world in which the sound one passes. */
export function variantsAreCaught(t: Test, cases: readonly VariantCase[]): void {
  t.setTimeout(900_000)
  for (const { variant, seedsMax, virtualMs, adjust } of cases) {
    t.test(variant, async (t) => {
      for (let seed = 1; seed <= seedsMax; seed += 1) {
        const broken = await simulate({ seed, virtualMs, variant, adjust })
        if (broken.failure === undefined) continue
        t.comment(`seed ${seed}: ${broken.failure.message.split("\n")[0]}`)
        const sound = await simulate({ seed, virtualMs, adjust })
        t.equal(sound.failure?.message, undefined, `sound with seed ${seed}`)
        return
      }
      t.fail(`not caught by seeds 1 to ${seedsMax}`)
    })
  }
}
