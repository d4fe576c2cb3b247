/** Which range a key, a span and an operation belong to. */
import fc from "fast-check"
import t from "tap"
import { compareBytes } from "../../../src/base/index.ts"
import {
  beginsIn,
  defaultKeyspaceId,
  firstKeyOf,
  holdsKey,
  initialRanges,
  type Operation,
  overlap,
  type RangeDescriptor,
  systemKeyspaceId,
} from "../../../src/core/range/index.ts"
import { bytesOf, emptyState, put, remove, removeRange, textOf } from "./test-range.ts"

function range(start: string, end: string, version = 1): RangeDescriptor {
  return { ...emptyState.descriptor, start: bytesOf(start), end: bytesOf(end), version }
}

function scan(start: string, end: string, reverse: boolean): Operation {
  return {
    ...{ type: "scan", start: bytesOf(start), end: bytesOf(end), limit: 0 },
    ...{ reverse, keysOnly: false, consistency: "stale" },
  }
}

t.test("a range holds its start and not its end", async (t) => {
  const middle = range("g", "m")
  const held = ["f", "fz", "g", "g\0", "lz", "m", "z"].filter((key) =>
    holdsKey(middle, bytesOf(key)),
  )
  t.same(held, ["g", "g\0", "lz"])
  t.ok(holdsKey(range("g", ""), bytesOf("zzz")))
  t.ok(holdsKey(range("", "m"), bytesOf("a")))
})

t.test("spans overlap when some key is in both", async () => {
  const border = fc.constantFrom("", "b", "d", "f", "h")
  const span = fc
    .record({ start: border, end: border })
    .filter(({ start, end }) => end === "" || start < end)
  const keys = [..."abcdefghi"].map(bytesOf)
  fc.assert(
    fc.property(span, span, (one, other) => {
      const [left, right] = [range(one.start, one.end), range(other.start, other.end)]
      const shared = keys.some((key) => holdsKey(left, key) && holdsKey(right, key))
      return overlap(left, right) === shared && overlap(right, left) === shared
    }),
  )
})

t.test("an operation belongs to the range of its first key", async (t) => {
  const operations: readonly [Operation, string][] = [
    [put("k", "v"), "k"],
    [remove("k"), "k"],
    [removeRange("a", "z"), "a"],
    [{ type: "get", key: bytesOf("k"), consistency: "stale" }, "k"],
    [scan("a", "z", false), "a"],
    [{ type: "split", at: bytesOf("k"), childId: 9 }, "k"],
  ]
  for (const [operation, key] of operations) {
    t.equal(textOf(firstKeyOf(operation)), key)
    t.ok(beginsIn(range(key, ""), operation))
    t.notOk(beginsIn(range(`${key}\0`, ""), operation))
    t.notOk(beginsIn(range("", key), operation))
    t.notOk(beginsIn(range("", "", 0), operation), "nothing begins where nothing is known")
  }
})

t.test(
  "a scan begins in exactly one of the ranges of a keyspace, in either direction",
  async () => {
    const borders = fc.uniqueArray(fc.constantFrom(..."bcdefgh"), { maxLength: 4 })
    const bound = fc.constantFrom("", ..."abcdefghi")
    fc.assert(
      fc.property(borders, bound, bound, fc.boolean(), (inner, start, end, reverse) => {
        if (end !== "" && start >= end) return true
        const cuts = ["", ...inner.sort(), ""]
        const ranges = cuts.slice(1).map((cut, i) => range(cuts[i] as string, cut))
        const first = ranges.filter((each) => beginsIn(each, scan(start, end, reverse)))
        if (first.length !== 1) return false
        // The first key that it meets there, if it meets any.
        const keys = [..."abcdefghi"].map((key) => bytesOf(`${key}5`))
        const met = keys.filter((key) => holdsKey(range(start, end), key)).sort(compareBytes)
        const key = reverse ? met.at(-1) : met[0]
        return key === undefined || holdsKey(first[0] as RangeDescriptor, key)
      }),
    )
  },
)

t.test("a cluster begins with one range for each keyspace, all of it", async (t) => {
  t.same(
    initialRanges.map(({ rangeId, keyspaceId }) => [rangeId, keyspaceId]),
    [
      [1, systemKeyspaceId],
      [2, defaultKeyspaceId],
    ],
  )
  t.ok(initialRanges.every(({ start, end }) => start.length === 0 && end.length === 0))
  t.ok(initialRanges.every(({ version }) => version === 1))
})
