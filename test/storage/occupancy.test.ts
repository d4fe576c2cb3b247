import fc from "fast-check"
import t from "tap"
import { compareBytes, type RangeId, successorOf } from "../../src/base/index.ts"
import type { RangeDescriptor } from "../../src/core/range/types.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { lostRange, unknownRange } from "../../src/storage/range-data/keys.ts"
import { Leftovers } from "../../src/storage/range-data/leftovers.ts"
import { Occupancy } from "../../src/storage/range-data/occupancy.ts"

const keyspaceId = 1
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function rangeOf(rangeId: RangeId, start: string, end: string): RangeDescriptor {
  const span = { start: bytes(start), end: bytes(end) }
  return { rangeId, keyspaceId, ...span, version: 2, configVersion: 0 }
}

function occupancyOf(...here: readonly RangeDescriptor[]): Occupancy {
  const ranges = new Map(here.map((descriptor) => [descriptor.rangeId, { descriptor }]))
  return new Occupancy(ranges, new Leftovers(silentTelemetry))
}

t.test("a key is nobody's where no range could not come to it", async (t) => {
  const key = fc.stringMatching(/^[a-d]{1,2}$/)
  const span = fc.record({ start: fc.constantFrom("", "a", "b", "c"), length: key })
  const claims = fc.array(span, { maxLength: 4 })
  const keys = fc.array(key, { maxLength: 8 })
  fc.assert(
    fc.property(claims, claims, keys, fc.boolean(), (here, coming, asked, oneIsLost) => {
      const range = (id: RangeId, { start, length }: { start: string; length: string }) =>
        rangeOf(id, start, length > start ? length : "")
      const occupancy = occupancyOf(
        ...here.map((one, i) => range(10 + i, one)),
        ...(oneIsLost ? [lostRange(3)] : []),
        unknownRange(4),
        { ...rangeOf(5, "", ""), keyspaceId: 2 },
      )
      for (const [i, one] of coming.entries()) occupancy.claim(range(20 + i, one))
      const wanted = asked.map(bytes)
      const expected = wanted.filter((start) => {
        const only = { ...rangeOf(9, "", ""), start, end: successorOf(start) }
        return occupancy.mayHold(only)
      })
      const found = occupancy.nobodysOf(keyspaceId, wanted)
      t.same([...found].sort(compareBytes), expected.sort(compareBytes))
    }),
  )
})

t.test("who is known to have a key is not looked for among all ranges", async (t) => {
  const occupancy = occupancyOf(rangeOf(3, "b", "c"))
  occupancy.isHeld = (_, key) => key[0] === 0x61
  t.same(occupancy.nobodysOf(keyspaceId, [bytes("a"), bytes("b"), bytes("d")]), [bytes("d")])
})

t.test(
  "a range is awaited while what holds the keys before its own has not taken it in",
  async (t) => {
    const source = rangeOf(3, "m", "")
    const target = rangeOf(2, "", "m")
    const cases: readonly [string, Occupancy, boolean][] = [
      ["it is here", occupancyOf(target, source), true],
      ["nothing is", occupancyOf(source), false],
      ["nothing is known of it yet", occupancyOf(unknownRange(2), source), false],
      ["of another keyspace", occupancyOf({ ...target, keyspaceId: 2 }, source), false],
      ["another ends elsewhere", occupancyOf(rangeOf(2, "", "k"), source), false],
      ["it did, and was cut there", occupancyOf({ ...target, absorbed: [3] }, source), false],
    ]
    for (const [what, occupancy, expected] of cases) {
      t.equal(occupancy.isAwaited(source), expected, what)
    }
    t.notOk(occupancyOf(rangeOf(2, "m", "")).isAwaited(rangeOf(3, "", "m")), "no end is no start")
  },
)

t.test("also what is being brought awaits it", async (t) => {
  const source = rangeOf(3, "m", "")
  const occupancy = occupancyOf(unknownRange(2), source)
  occupancy.claim(rangeOf(2, "", "m"))
  t.ok(occupancy.isAwaited(source))
  occupancy.settled(2)
  t.notOk(occupancy.isAwaited(source))
})
