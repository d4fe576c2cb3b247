import t from "tap"
import { variantCases } from "../../src/sim/index.ts"
import { catches } from "./catching.ts"

for (const test of variantCases.filter((_, at) => at % 2 === 1)) {
  t.test(`${test.variant} is caught`, (t) => catches(t, test))
}
