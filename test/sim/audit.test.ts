/** What is checked of a run once it is over. */
import t from "tap"
import { checkStaleReads } from "../../src/sim/invariants/stale-reads.ts"
import { checkWhatIsThere, type Found } from "../../src/sim/invariants/what-is-there.ts"
import { historyOf } from "./histories.ts"

t.test("stale reads give what was written, under its version", (t) => {
  const history = historyOf([
    "1 0-1 put a @7",
    "1 2-3 put b ?",
    "2 2-3 put c !",
    "2 4-5 cas a>d no:b",
    "2 6-7 cas b>e @9",
  ])
  const check = (value: string, version: number) => () =>
    checkStaleReads(history, [{ key: "k", value, version }])
  t.doesNotThrow(check("a", 7))
  t.doesNotThrow(check("b", 8), "its writer was not told its version")
  t.doesNotThrow(check("e", 9))
  t.throws(check("a", 8), /written @7/)
  t.throws(check("c", 8), /nobody wrote/, "it was refused")
  t.throws(check("d", 8), /nobody wrote/, "it was not swapped in")
  t.throws(check("z", 1), /nobody wrote/)
  t.end()
})

t.test("what all nodes hold is what is found key by key", (t) => {
  const check = (found: Readonly<Record<string, Found>>, strays: readonly string[] = []) => {
    const cells = [cellOf("a", "1", 5, 0), cellOf("b", "2", 6, 99)]
    return () => checkWhatIsThere(cells, new Map(Object.entries(found)), new Set(strays))
  }
  const [a, b, nothing] = [
    { value: "1", version: 5 },
    { value: "2", version: 6 },
    { value: null, version: undefined },
  ]
  t.doesNotThrow(check({ a, b, c: nothing }))
  t.doesNotThrow(check({ a, b: nothing }), "its time was up")
  t.doesNotThrow(check({ a }, ["b"]))
  t.throws(check({ a }), /no client ever wrote/)
  t.throws(check({ a: nothing, b }), /a get gives nothing/)
  t.throws(check({ a: { ...a, version: 4 }, b }), /a get gives 1@4/)
  t.throws(check({ a: { ...a, value: "2" }, b }), /a get gives 2@5/)
  t.throws(check({ a, b, c: a }), /no node holds it/)
  t.end()
})

function cellOf(key: string, value: string, version: number, expiresAtMs: number) {
  const [keyBytes, valueBytes] = [key, value].map((text) => new TextEncoder().encode(text))
  return { key: keyBytes as Uint8Array, value: valueBytes as Uint8Array, version, expiresAtMs }
}
