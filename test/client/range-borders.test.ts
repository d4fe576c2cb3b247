/** Scans and deletes that go across the borders of ranges, while ranges are split and move. */
import fc from "fast-check"
import t from "tap"
import type { ErrorCode } from "../../src/base/index.ts"
import type { Cell, ScanOptions } from "../../src/client/index.ts"
import { errorOf, learnRanges, type Setup, setUpRanges } from "./setup.ts"

/** Two cells before the first border, four between, two behind: one page has three. */
const stored = ["a", "b", "m", "n", "o", "s", "t", "z"]

async function filled(): Promise<Setup> {
  const setup = setUpRanges()
  await learnRanges(setup)
  await setup.time.until(Promise.all(stored.map((key) => setup.db.put(key, `of ${key}`))))
  for (const node of setup.cluster.nodes.values()) node.requests.length = 0
  return setup
}

const keysOf = (cells: readonly Cell[]): string[] => cells.map(({ key }) => key.toString())

/** Where the parts of a scan or a delete were asked for, in order of the nodes. */
function asked({ a, b, c }: Setup): string[][] {
  return [a, b, c].map(({ operations }) =>
    operations.map((operation) => {
      if (operation.type !== "scan" && operation.type !== "deleteRange") return operation.type
      const [start, end] = [operation.start, operation.end].map((key) => Buffer.from(key))
      return `${start}-${end}`
    }),
  )
}

t.test("a scan goes on where a range ends, at the leader of the next", async (t) => {
  const setup = await filled()
  const { time, db } = setup
  t.same(keysOf(await time.until(db.scan().all())), stored)
  t.same(asked(setup), [["-"], ["m-", "s-"], ["t-"]])
  await db.close()
})

t.test("backwards it goes on where a range begins", async (t) => {
  const setup = await filled()
  const { time, db } = setup
  t.same(keysOf(await time.until(db.scan({ reverse: true }).all())), [...stored].reverse())
  t.same(asked(setup), [["-m"], ["-t", "-n"], ["-"]])
  await db.close()
})

t.test("a delete goes on where a range ends, each part once", async (t) => {
  const setup = await filled()
  const { time, db } = setup
  t.same(await time.until(db.deleteRange({ gte: "b", lt: "z" })), { deleted: 6 })
  t.same(asked(setup), [["b-z"], ["m-z", "s-z"], ["t-z"]])
  t.same(keysOf(await time.until(db.scan().all())), ["a", "z"])
  await db.close()
})

t.test("bounds at borders ask no range for nothing", async (t) => {
  const table: readonly [ScanOptions, string[][]][] = [
    [{ gte: "m", lt: "t" }, [[], ["m-t", "s-t"], []]],
    [{ gte: "m", lt: "t", reverse: true }, [[], ["m-t", "m-n"], []]],
    [{ lt: "m" }, [["-m"], [], []]],
    [{ lt: "m", reverse: true }, [["-m"], [], []]],
    [{ gte: "t", reverse: true }, [[], [], ["t-"]]],
    [{ gte: "a", limit: 2 }, [["a-"], [], []]],
  ]
  for (const [options, parts] of table) {
    const setup = await filled()
    const { gte = "", lt = "\xff", reverse = false, limit } = options
    const within = stored.filter((key) => key >= gte && key < lt).slice(0, limit)
    const keys = keysOf(await setup.time.until(setup.db.scan(options).all()))
    t.same(keys, reverse ? within.reverse() : within)
    t.same(asked(setup), parts, JSON.stringify(options))
    await setup.db.close()
  }
})

t.test("a part of a delete that was not known to be elsewhere is done once", async (t) => {
  const setup = await filled()
  const { time, db, cluster } = setup
  cluster.ranges.split("n", "c:1")
  cluster.ranges.split("o", "a:1")
  t.same(await time.until(db.deleteRange({ gte: "m", lt: "t" })), { deleted: 4 })
  t.same(keysOf(await time.until(db.scan().all())), ["a", "b", "t", "z"])
  await db.close()
})

t.test("a delete that fails midway was not refused, whatever its last part was", async (t) => {
  const table: readonly [string, ErrorCode, ErrorCode][] = [
    ["b", "unimplemented", "unimplemented"],
    ["m", "unimplemented", "result_unknown"],
    ["t", "unimplemented", "result_unknown"],
    ["t", "internal", "deadline_unknown"],
    ["t", "unavailable", "deadline_unknown"],
    ["b", "unavailable", "deadline_exceeded"],
  ]
  for (const [at, code, told] of table) {
    const setup = await filled()
    const { time, db, cluster } = setup
    for (const node of cluster.nodes.values()) {
      node.script = ({ request }) =>
        request.type === "deleteRange" && `${Buffer.from(request.start)}` === at
          ? { result: { type: "error", code, message: "not this part" } }
          : undefined
    }
    const begunMs = time.monotonicMs()
    const error = await errorOf(time, db.deleteRange({ gte: "b", lt: "z" }, { timeoutMs: 700 }))
    t.equal(error.code, told, `${code} at ${at}`)
    t.ok(time.monotonicMs() - begunMs <= 700, "its time is for all parts")
    if (told === "result_unknown") t.match(error.message, /keys were removed.*not this part/)
    await db.close()
  }
})

const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz")
const key = fc.oneof(
  letter,
  fc.tuple(letter, letter).map(([first, second]) => first + second),
)

const scenario = fc.record({
  stored: fc.uniqueArray(key, { maxLength: 30 }),
  /** Before the client has spoken, and while it does. */
  splits: fc.uniqueArray(key, { maxLength: 6 }),
  later: fc.uniqueArray(fc.tuple(key, fc.nat({ max: 30 })), { maxLength: 6 }),
  moves: fc.array(fc.tuple(key, fc.constantFrom("a:1", "b:1", "c:1"), fc.nat({ max: 30 }))),
  bounds: fc.tuple(fc.option(key, { nil: undefined }), fc.option(key, { nil: undefined })),
  reverse: fc.boolean(),
  limit: fc.nat({ max: 40 }),
})

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never

/** Cells, and ranges that go on to be split and to move. */
async function begin({ stored, splits, later, moves }: Scenario): Promise<Setup> {
  const split = (setup: Setup, at: string, leader: string): void => {
    const starts = setup.cluster.ranges.all.map(({ descriptor }) => `${descriptor.start}`)
    if (!starts.includes(`${Buffer.from(at)}`)) setup.cluster.ranges.split(at, leader)
  }
  const setup = setUpRanges()
  const leaders = ["a:1", "b:1", "c:1"]
  for (const [i, at] of splits.entries()) split(setup, at, leaders[i % 3] as string)
  await setup.time.until(Promise.all(stored.map((key) => setup.db.put(key, key))))
  for (const [i, [at, afterMs]] of later.entries()) {
    setup.time.after(afterMs, () => split(setup, at, leaders[i % 3] as string))
  }
  for (const [key, leader, afterMs] of moves) {
    setup.time.after(afterMs, () => {
      setup.cluster.ranges.holding(key).leader = leader
    })
  }
  return setup
}

function within({ stored, bounds: [gte = "", lt = "~"] }: Scenario): string[] {
  return stored.filter((key) => key >= gte && key < lt).sort()
}

t.test("a scan gives each key once and in order, whatever becomes of the ranges", async (t) => {
  await fc.assert(
    fc.asyncProperty(scenario, async (scenario) => {
      const { time, db } = await begin(scenario)
      const { reverse, limit, bounds } = scenario
      const [gte, lt] = bounds
      const keys = keysOf(await time.until(db.scan({ gte, lt, reverse, limit }).all()))
      await db.close()
      const expected = reverse ? within(scenario).reverse() : within(scenario)
      const wanted = limit === 0 ? expected : expected.slice(0, limit)
      return JSON.stringify(keys) === JSON.stringify(wanted)
    }),
    { numRuns: 300 },
  )
  t.pass()
})

t.test("a delete removes each key once, whatever becomes of the ranges", async (t) => {
  await fc.assert(
    fc.asyncProperty(scenario, async (scenario) => {
      const { time, db } = await begin(scenario)
      const [gte, lt] = scenario.bounds
      const { deleted } = await time.until(db.deleteRange({ gte, lt }))
      const left = keysOf(await time.until(db.scan().all()))
      await db.close()
      const doomed = within(scenario)
      const others = scenario.stored.filter((key) => !doomed.includes(key)).sort()
      return deleted === doomed.length && JSON.stringify(left) === JSON.stringify(others)
    }),
    { numRuns: 300 },
  )
  t.pass()
})
