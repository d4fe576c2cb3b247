import t from "tap"
import { raftVariants } from "../../src/core/raft/index.ts"
import { variantCases } from "../../src/sim/index.ts"
import { variantsAreCaught } from "./variant-cases.ts"

/** Raft, broken on purpose: the simulator bites. */
const names: readonly string[] = raftVariants
variantsAreCaught(
  t,
  variantCases.filter(({ variant }) => names.includes(variant)),
)
