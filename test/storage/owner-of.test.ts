import t from "tap"
import { ownerOf, RangeKeys } from "../../src/storage/index.ts"
import { bytes, descriptor } from "./range-data-harness.ts"

t.test("of each pair of an engine it can be told whose it is", (t) => {
  const { rangeId, keyspaceId } = descriptor
  const keys = new RangeKeys(descriptor)
  const key = bytes("key")
  t.same(ownerOf(keys.cell(key)), { type: "cell", keyspaceId, key })
  t.same(ownerOf(keys.expiry(1_000, key)), { type: "expiry", keyspaceId, key })
  for (const own of [keys.mark, keys.checkpoint, keys.applied, keys.session(bytes("client"))]) {
    t.same(ownerOf(own), { type: "range", rangeId })
  }
  t.equal(ownerOf(keys.cellsEnd), undefined)
  t.end()
})
