/** The consistency check: what answers of replicas come to, and when a verdict is due. */
import fc from "fast-check"
import t from "tap"
import type { Configuration } from "../../../src/core/raft/types.ts"
import {
  type CommandEntry,
  ConsistencyMachine,
  judge,
  RangeMachine,
  replicasOf,
} from "../../../src/core/range/index.ts"
import { emptyState, noSessions, smallLimits } from "./test-range.ts"

function voters(...ids: number[]): Configuration {
  return {
    voters: ids,
    votersOutgoing: [],
    learners: [],
    learnersNext: [],
    leaving: [],
    autoLeave: false,
  }
}
const joint: Configuration = { ...voters(1, 2, 3), votersOutgoing: [3, 4, 5] }
const learning: Configuration = { ...voters(1, 2), learners: [3] }

/** Answers as "1:a 2:a 3:b". */
function answers(text: string): Map<number, string> {
  const pairs = text.split(" ").filter((each) => each !== "")
  return new Map(pairs.map((pair) => [Number(pair.split(":")[0]), pair.split(":")[1] as string]))
}

t.test("answers are judged by the majority of voters", async (t) => {
  const table: readonly [Configuration, string, string][] = [
    [voters(1, 2, 3), "", "unanswered"],
    [voters(1, 2, 3), "1:a", "unanswered"],
    [voters(1, 2, 3), "1:a 2:a", "agreed a"],
    [voters(1, 2, 3), "1:a 2:a 3:a", "agreed a"],
    [voters(1, 2, 3), "1:b 2:a 3:a", "differs a 1"],
    [voters(1, 2, 3), "1:a 2:b", "undecided"],
    [voters(1, 2, 3), "1:a 2:b 3:c", "undecided"],
    [voters(1), "1:a", "agreed a"],
    [voters(1, 2), "1:a 2:b", "undecided"],
    [voters(1, 2, 3, 4, 5), "1:a 2:b 3:a 4:b 5:a", "differs a 2,4"],
    [voters(1, 2, 3), "1:a 2:a 9:b", "agreed a"],
    [learning, "1:a 3:b", "undecided"],
    [learning, "1:a 2:a 3:b", "differs a 3"],
    [learning, "3:a", "unanswered"],
    [joint, "1:a 2:a 3:a", "unanswered"],
    [joint, "1:a 2:a 3:a 4:a", "agreed a"],
    [joint, "1:a 2:a 4:a 5:a 3:b", "differs a 3"],
    [joint, "1:a 2:a 3:b 4:b 5:b", "undecided"],
  ]
  for (const [configuration, said, expected] of table) {
    const outcome = judge(configuration, answers(said))
    const hash = "hash" in outcome ? ` ${outcome.hash}` : ""
    const differing = "differing" in outcome ? ` ${outcome.differing}` : ""
    t.equal(`${outcome.type}${hash}${differing}`, expected, said)
  }
})

t.test("a replica that holds what a majority holds is never found wanting", async () => {
  const answer = fc.constantFrom("a", "b", "c")
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), answer)), (given) => {
      const hashes = new Map(given)
      const outcome = judge(voters(1, 2, 3, 4, 5), hashes)
      if (outcome.type !== "differs") return
      const agreeing = [...hashes.values()].filter((hash) => hash === outcome.hash).length
      if (agreeing < 3) throw new Error("a verdict of a minority")
      for (const replica of outcome.differing) {
        if (hashes.get(replica) === outcome.hash) throw new Error("a sound replica differs")
      }
    }),
  )
})

t.test("who differs is asked to go, whatever comes first", async (t) => {
  type Step = (machine: ConsistencyMachine) => void
  const steps: Readonly<Record<string, Step>> = {
    open: (machine) => machine.open(7, voters(1, 2, 3)),
    own: (machine) => machine.answer(7, 1, "bad"),
    verdict: (machine) => machine.rule(7, "good"),
  }
  for (const order of [
    ["open", "own", "verdict"],
    ["open", "verdict", "own"],
  ]) {
    const machine = new ConsistencyMachine(1)
    for (const name of order) {
      t.equal(machine.outvotedAt, undefined, `before ${name} of ${order}`)
      steps[name]?.(machine)
    }
    t.equal(machine.outvotedAt, 7, String(order))
    machine.reset()
    t.equal(machine.outvotedAt, undefined, "its data is another now")
  }
})

t.test("a verdict is proposed once, and again by the next leader", async (t) => {
  const machine = new ConsistencyMachine(1)
  machine.answer(7, 3, "bad")
  machine.answer(7, 2, "good")
  t.equal(machine.unruled, undefined, "answers come before it is known what they are about")
  machine.open(7, voters(1, 2, 3))
  t.equal(machine.unruled, undefined, "nobody has a majority")
  machine.answer(7, 1, "good")
  machine.answer(7, 2, "bad")
  t.same(machine.unruled, { index: 7, hash: "good" }, "the first answer counts")
  machine.onProposed(7)
  t.equal(machine.unruled, undefined)
  machine.onLeadershipLost()
  t.same(machine.unruled, { index: 7, hash: "good" })
  machine.rule(7, "good")
  t.equal(machine.unruled, undefined)
  t.equal(machine.outvotedAt, undefined)
  t.same(machine.answersTo(7), [
    { replica: 1, hash: "good" },
    { replica: 2, hash: "good" },
    { replica: 3, hash: "bad" },
  ])
})

t.test(
  "only a few checks are remembered, and late answers to older ones are harmless",
  async (t) => {
    const machine = new ConsistencyMachine(1)
    for (const index of [10, 20, 30, 40, 50]) machine.open(index, voters(1, 2, 3))
    machine.answer(10, 2, "a")
    machine.rule(10, "a")
    machine.open(5, voters(1, 2, 3))
    t.same(
      machine.view.map(({ index }) => index),
      [20, 30, 40, 50],
    )
    t.same(machine.answersTo(10), [])
    t.equal(machine.outcomeOf(10), undefined)
    machine.answer(60, 2, "a")
    t.equal(machine.outcomeOf(60), undefined, "it has yet to be applied here")
    t.equal(machine.view.length, 4)
  },
)

t.test("all that hold data are asked", async (t) => {
  t.same(replicasOf(joint), [1, 2, 3, 4, 5])
  t.same(replicasOf(learning), [1, 2, 3])
})

t.test("a step of a check is a batch by itself, and changes nothing", async (t) => {
  const step = (index: number, rangeVersion = 1): CommandEntry => {
    return { index, term: 1, command: { type: "hash", time: 10 * index, rangeVersion } }
  }
  const nothing = { cell: () => undefined, keysOf: () => [] }
  const machine = new RangeMachine({ state: emptyState, sessions: noSessions, limits: smallLimits })
  const blank = { index: 1, term: 1, command: undefined }
  t.equal(machine.plan([blank, step(2)]).count, 1)
  t.equal(machine.plan([step(1), { ...blank, index: 2 }]).count, 1)
  const hashed = machine.apply([step(1)], nothing)
  t.match(hashed, { check: { type: "hash" }, cells: [], results: [[]], state: { time: 10 } })
  const verdict = { type: "verdict", time: 20, rangeVersion: 1, index: 1, hash: "a" } as const
  const ruled = machine.apply([{ index: 2, term: 1, command: verdict }], nothing)
  t.match(ruled, { check: { type: "verdict", index: 1, hash: "a" }, cells: [] })
  t.equal(machine.apply([step(3, 9)], nothing).check, undefined, "of a range that has changed")
  t.equal(machine.apply([{ ...blank, index: 4 }], nothing).check, undefined)
})
