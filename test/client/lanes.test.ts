/** Names for writes: a client id for each range, and some for ranges that are not known. */
import fc from "fast-check"
import t from "tap"
import { hexOf } from "../../src/base/index.ts"
import { Lanes } from "../../src/client/lanes.ts"
import type { RequestIds } from "../../src/client/request-ids.ts"
import type { RequestId } from "../../src/core/range/types.ts"

function lanesOf(unacknowledgedMax = 8_192): Lanes {
  let count = 0
  const freshClientId = (): Uint8Array => {
    count += 1
    const id = Buffer.alloc(16)
    id.writeUInt32BE(count)
    return id
  }
  return new Lanes({ freshClientId, unacknowledgedMax })
}

function idsOf(lanes: Lanes, rangeId: number): RequestIds {
  const ids = lanes.of(rangeId)
  if (ids === undefined) throw new Error(`no room in the lane of range ${rangeId}`)
  return ids
}

/** Names a write and takes its answer. */
function write(lanes: Lanes, rangeId: number): RequestId {
  const ids = idsOf(lanes, rangeId)
  const name = ids.issue()
  ids.settle(name.sequence, true)
  return name
}

const clientOf = (name: RequestId): string => hexOf(name.clientId)

t.test("each range has a client id of its own, that counts by itself", async (t) => {
  const lanes = lanesOf()
  const names = [7, 8, 7, 9, 8, 7].map((rangeId) => write(lanes, rangeId))
  t.equal(new Set(names.map(clientOf)).size, 3)
  t.same(
    names.map(({ sequence, acknowledgedBelow }) => [sequence, acknowledgedBelow]),
    [
      ...[
        [1, 1],
        [1, 1],
        [2, 2],
      ],
      ...[
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
  )
})

t.test("a stray acknowledges nothing, and its client id is soon another", async (t) => {
  const lanes = lanesOf()
  const names = Array.from({ length: 1_000 }, () => write(lanes, 0))
  t.ok(names.every(({ acknowledgedBelow }) => acknowledgedBelow === 1))
  t.equal(new Set(names.map(clientOf)).size, Math.ceil(1_000 / 256))
  t.equal(new Set(names.map((name) => `${clientOf(name)} ${name.sequence}`)).size, 1_000)
})

t.test("strays have room, however few names of one client a node remembers", async (t) => {
  for (const unacknowledgedMax of [2, 8, 64, 255, 256, 257]) {
    const answered = lanesOf(unacknowledgedMax)
    const open = lanesOf(unacknowledgedMax)
    const names = Array.from({ length: 1_000 }, () => write(answered, 0))
    for (let i = 0; i < 1_000; i += 1) names.push(idsOf(open, 0).issue())
    t.equal(names.length, 2_000)
    t.ok(names.every(({ sequence }) => sequence <= unacknowledgedMax))
  }
})

t.test("a range without room leaves room to the others", async (t) => {
  const lanes = lanesOf(8)
  write(lanes, 7)
  const slow = idsOf(lanes, 7).issue()
  for (let i = 0; i < 7; i += 1) write(lanes, 7)
  t.equal(lanes.of(7), undefined, "eight names that may have to be remembered")
  t.equal(write(lanes, 8).sequence, 1)
  t.equal(write(lanes, 0).sequence, 1)
  t.equal(slow.sequence, 2)
})

t.test("a forgotten client id is given up for its range alone", async (t) => {
  for (const rangeId of [7, 0]) {
    const lanes = lanesOf()
    const other = write(lanes, 8)
    const old = write(lanes, rangeId)
    const ids = idsOf(lanes, rangeId)
    const late = ids.issue()
    ids.forget()
    const next = write(lanes, rangeId)
    t.not(clientOf(next), clientOf(old))
    t.same([next.sequence, next.acknowledgedBelow], [1, 1])
    t.equal(clientOf(write(lanes, 8)), clientOf(other))
    ids.settle(late.sequence, false)
  }
})

t.test("a client id whose writes all failed makes way for another", async (t) => {
  const lanes = lanesOf(8)
  const clients = new Set<string>()
  for (let i = 0; i < 21; i += 1) {
    const ids = idsOf(lanes, 7)
    const name = ids.issue()
    clients.add(clientOf(name))
    ids.settle(name.sequence, false)
  }
  t.equal(clients.size, 3)
})

t.test("so many client ids are kept; beyond, the oldest go that nothing hangs on", async (t) => {
  const lanes = lanesOf()
  const lanesMax = 4_096
  const first = write(lanes, 1)
  const slow = idsOf(lanes, 2).issue()
  for (let rangeId = 3; rangeId <= lanesMax; rangeId += 1) write(lanes, rangeId)
  t.equal(write(lanes, 1).sequence, 2, "all are kept")
  write(lanes, lanesMax + 1)
  write(lanes, lanesMax + 2)
  t.not(clientOf(write(lanes, 1)), clientOf(first))
  t.equal(clientOf(write(lanes, 2)), clientOf(slow), "its answer is not in")
  t.equal(write(lanes, lanesMax).sequence, 2)
})

type Step =
  | { readonly do: "issue"; readonly rangeId: number }
  | { readonly do: "settle"; readonly which: number; readonly applied: boolean }
  | { readonly do: "forget"; readonly which: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("issue" as const), rangeId: fc.nat({ max: 3 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ do: fc.constant("settle" as const), which: fc.nat(), applied: fc.boolean() },
    }),
  },
  fc.record({ do: fc.constant("forget" as const), which: fc.nat() }),
)

t.test("what a client id acknowledges was answered, grows, and stays in one range", async (t) => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 150 }),
      fc.integer({ min: 2, max: 12 }),
      (steps, window) => {
        const lanes = lanesOf(window)
        const open: { readonly ids: RequestIds; readonly name: RequestId }[] = []
        const rangeOf = new Map<string, number>()
        const below = new Map<string, number>()
        const pick = (which: number) => open.splice(which % Math.max(1, open.length), 1)[0]
        for (const step of steps) {
          if (step.do === "issue") {
            const ids = lanes.of(step.rangeId)
            if (ids === undefined) continue
            const name = ids.issue()
            const client = clientOf(name)
            const pending = open.filter((one) => clientOf(one.name) === client)
            const least = Math.min(name.sequence, ...pending.map((one) => one.name.sequence))
            if (name.acknowledgedBelow > least) return false
            if (name.acknowledgedBelow < (below.get(client) ?? 1)) return false
            if (step.rangeId === 0 && name.acknowledgedBelow > 1) return false
            if ((rangeOf.get(client) ?? step.rangeId) !== step.rangeId) return false
            below.set(client, name.acknowledgedBelow)
            rangeOf.set(client, step.rangeId)
            open.push({ ids, name })
          } else if (step.do === "settle") {
            const settled = pick(step.which)
            settled?.ids.settle(settled.name.sequence, step.applied)
          } else open[step.which % Math.max(1, open.length)]?.ids.forget()
        }
        return true
      },
    ),
    { numRuns: 300 },
  )
  t.pass()
})
