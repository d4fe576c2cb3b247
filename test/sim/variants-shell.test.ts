import t from "tap"
import { raftVariants } from "../../src/core/raft/index.ts"
import { variantCases } from "../../src/sim/index.ts"
import { variantsAreCaught } from "./variant-cases.ts"

const raft: readonly string[] = raftVariants

t.test("there are twelve broken machines and more", async (t) => {
  t.ok(variantCases.length >= 12)
  t.equal(new Set(variantCases.map(({ variant }) => variant)).size, variantCases.length)
})

/** State machine, storage and shell, broken on purpose. */
variantsAreCaught(
  t,
  variantCases.filter(({ variant }) => !raft.includes(variant)),
)
