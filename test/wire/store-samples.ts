/** Arbitrary stores of a cluster. */
import fc from "fast-check"
import { storeStates } from "../../src/base/index.ts"

const safe = fc.oneof(fc.nat(300), fc.maxSafeNat())
const uint32 = fc.nat(0xffff_ffff)
const text = fc.string({ unit: "grapheme", maxLength: 100 })

export const labels = fc.record({ region: text, zone: text, rack: text, host: text })
/** The stores of a cluster. */
export const storeTable = fc.record({
  version: safe,
  clusterKey: text,
  stores: fc.array(
    fc.record({
      nodeId: uint32,
      address: text,
      labels,
      state: fc.constantFrom(...storeStates),
      sinceMs: safe,
      storeKey: text,
    }),
    { maxLength: 3 },
  ),
})
