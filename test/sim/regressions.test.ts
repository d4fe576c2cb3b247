import t from "tap"
import { simulate } from "../../src/sim/index.ts"
import { explain } from "./explain.ts"
import { regressions } from "./regressions.ts"

t.test("seeds that found a bug once", async (t) => {
  for (const { seed, cause } of regressions) {
    const result = await simulate({ seed })
    t.equal(explain(result), "", `seed ${seed}: ${cause}`)
  }
})
