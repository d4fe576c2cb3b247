import t from "tap"
import { describeStep, type Placement, type Verdict } from "../../../src/core/placement/index.ts"
import { rangeReport } from "./reports.ts"
import { SmallCluster } from "./small-cluster.ts"

/** Ranges 1 and 2 share stores 1, 2, 3; range 3 behind them is on 1, 2, 4; store 5 is silent. */
function cluster(): SmallCluster {
  const made = new SmallCluster(["a//x", "b", "c", "d", "e", "a//x"])
  made.placement.observeRange(rangeReport(1, "..g", "1 2 3"), 0)
  made.placement.observeRange(rangeReport(2, "g..p", "1 2 3"), 0)
  made.placement.observeRange(rangeReport(3, "p..", "1 2 4"), 0)
  made.nowMs = 30_000
  made.hear([5])
  made.schedule()
  return made
}

type Ask = (placement: Placement) => Verdict<unknown>

const noStore9 = /no store 9: the stores are 1, 2, 3, 4, 5, 6$/

const refusals: readonly (readonly [string, Ask, string, RegExp])[] = [
  ["an unknown range", (p) => p.moveReplica(9, 1, 4, 0), "unknown_range", /no range 9/],
  ["an unknown store", (p) => p.moveReplica(1, 1, 9, 0), "unknown_store", noStore9],
  ["from where none is", (p) => p.moveReplica(1, 4, 5, 0), "invalid", /no replica on store 4: its/],
  ["to where one is", (p) => p.moveReplica(1, 1, 2, 0), "invalid", /has a replica on store 2/],
  ["to a silent store", (p) => p.moveReplica(1, 1, 5, 0), "unsafe", /disconnected/],
  ["to a shared host", (p) => p.moveReplica(1, 2, 6, 0), "unsafe", /on the host of store 1/],
  ["a merge with none", (p) => p.mergeRanges(1, 9, 0), "unknown_range", /no range 9/],
  ["a merge across", (p) => p.mergeRanges(1, 3, 0), "invalid", /not neighbours/],
  ["a merge of the last", (p) => p.mergeNext(3, 0), "invalid", /may be the last one/],
  ["a merge of nobody", (p) => p.mergeNext(9, 0), "unknown_range", /no range 9/],
  ["an unknown operator", (p) => p.cancelOperator(77, 0), "unknown_operator", /no operator 77/],
  ["a state of nobody", (p) => p.mayBecome(9, "draining"), "unknown_store", noStore9],
  [
    "a live store as gone",
    (p) => p.mayBecome(1, "gone"),
    "unsafe",
    /alive: decommission it, and once/,
  ],
]

for (const [what, ask, reason, message] of refusals) {
  t.test(`refused: ${what}`, async (t) => {
    const { placement } = cluster()
    const before = [placement.operators(), placement.range(1), placement.stores()]
    t.match(ask(placement), { type: "refused", reason, message })
    t.same([placement.operators(), placement.range(1), placement.stores()], before)
  })
}

t.test("what is asked for is begun", async (t) => {
  const { placement } = cluster()
  t.match(placement.moveReplica(1, 1, 6, 30_000), {
    type: "accepted",
    value: { kind: "admin", steps: [{ type: "addLearner", store: 6 }, {}, {}] },
  })
  t.match(placement.moveReplica(1, 2, 4, 30_000), { type: "refused", reason: "busy" })
  t.match(placement.mergeRanges(2, 1, 30_000), { type: "refused", reason: "busy" })
  t.match(placement.moveReplica(3, 2, 3, 30_000), { type: "accepted" })
})

t.test("a merge takes in the right neighbour, whichever is named first", async (t) => {
  const { placement } = cluster()
  t.match(placement.mergeRanges(2, 1, 30_000), {
    type: "accepted",
    value: { rangeId: 1, steps: [{ type: "merge", source: 2 }] },
  })
  t.match(placement.operatorOf(2), { rangeId: 1 }, "the source is part of it")
})

/** The steps of a merge of the range that begins, led by store 1 unless said otherwise. */
function stepsOf(left: string, right: string, leader = 1): unknown {
  const { placement } = new SmallCluster(["", "", "", "", "", ""])
  placement.observeRange(rangeReport(1, "..m", left, { leader }), 0)
  placement.observeRange(rangeReport(2, "m..", right), 0)
  const verdict = placement.mergeNext(1, 0)
  return verdict.type === "accepted" ? verdict.value.steps.map(describeStep) : verdict.message
}

t.test(
  "replicas of the left range are moved to those of the right one before a merge",
  async (t) => {
    const merge = "merge range 2 into it"
    const cases: readonly (readonly [string, string, number, readonly string[]])[] = [
      ["1 2 3", "3 1 2", 1, [merge]],
      [
        "1 2 3",
        "1 2 4",
        1,
        ["add a learner on store 4", "let store 4 vote instead of store 3", merge],
      ],
      [
        ...(["1 2 3", "4 5 3", 2] as const),
        [
          ...["add a learner on store 4", "add a learner on store 5"],
          ...["hand leadership to store 3", "let store 4, 5 vote instead of store 1, 2", merge],
        ],
      ],
      [
        ...(["1 2", "3 4", 1] as const),
        [
          ...["add a learner on store 3", "add a learner on store 4"],
          ...["let store 3, 4 vote instead of store 2", "hand leadership to store 3"],
          ...["remove the replica from store 1", merge],
        ],
      ],
    ]
    for (const [left, right, leader, steps] of cases) {
      t.same(stepsOf(left, right, leader), steps, `${left}, led by ${leader}, to ${right}`)
    }
    t.match(stepsOf("1 2 3", "1 2"), /range 1 has 3 replicas, range 2 2: ask again when/)
  },
)

t.test("a merge is refused where a store takes no replicas", async (t) => {
  const made = cluster()
  made.hear()
  made.state(5, "draining")
  made.placement.observeRange(rangeReport(3, "p..", "1 2 5", { configVersion: 2 }), 30_000)
  t.match(made.placement.mergeNext(2, 30_000), {
    ...{ type: "refused", reason: "unsafe" },
    message: /store 5, where range 3 has a replica, takes no others now: move that replica first/,
  })
})

t.test(
  "a merge is refused where it would wait for a replica: keys stand still meanwhile",
  async (t) => {
    const refusal = (left: string, right: string, more = {}): string => {
      const made = cluster()
      made.placement.observeRange(rangeReport(1, "..g", left, { version: 2 }), 30_000)
      made.placement.observeRange(rangeReport(2, "g..p", right, { version: 2, ...more }), 30_000)
      const verdict = made.placement.mergeNext(1, 30_000)
      return verdict.type === "refused" ? `${verdict.reason}: ${verdict.message}` : verdict.type
    }
    t.equal(refusal("1 2 3", "1 2 3"), "accepted")
    const [silent, lagging] = ["does not answer", "has not caught up"]
    const on = (store: number, what: string, range = 2) => {
      const replica = `the replica of range ${range} on store ${store}`
      return `unsafe: ${replica} ${what}: ask again when it is back`
    }
    t.equal(refusal("1 2 5", "1 2 5"), on(5, silent, 1))
    t.equal(refusal("1 2 3", "1 2 5"), on(5, silent))
    t.equal(refusal("1 2 3", "1 2 3", { down: [3] }), on(3, silent))
    t.equal(refusal("1 2 3", "1 2 3", { pending: [2] }), on(2, lagging))
  },
)

t.test("decommissioning leaves at least as many hosts as there are replicas", async (t) => {
  const made = new SmallCluster(["", "", "", ""])
  made.report("1 2 3")
  const verdict = made.placement.mayBecome(4, "decommissioning")
  t.match(verdict, { type: "accepted", value: { store: 4, state: "decommissioning" } })
  made.state(4, "decommissioning")
  t.match(made.placement.mayBecome(1, "decommissioning"), {
    type: "refused",
    reason: "unsafe",
    message: /without store 1 there are 2 hosts for replicas, and a keyspace wants 3/,
  })
})

t.test(
  "decommissioning counts stores that are rather full, but not those that are full",
  async (t) => {
    for (const [percent, type] of [
      [85, "accepted"],
      [95, "refused"],
    ] as const) {
      const made = new SmallCluster(["", "", "", ""], { usedPercent: { 1: percent, 2: 85, 3: 85 } })
      made.report("1 2 3")
      t.match(made.placement.mayBecome(4, "decommissioning"), { type }, `${percent} %`)
    }
  },
)

t.test("decommissioning heeds keyspaces of which no range has reported yet", async (t) => {
  const made = new SmallCluster(["", "", "", "", ""])
  made.report("1 2 3")
  made.placement.setKeyspace({ keyspaceId: 77, replicationFactor: 5, rangeBytesMax: 1_000 })
  t.match(made.placement.mayBecome(4, "decommissioning"), {
    type: "refused",
    reason: "unsafe",
    message: /there are 4 hosts for replicas, and a keyspace wants 5/,
  })
})

t.test("where fewer replicas will do, a store may go, and they become fewer", async (t) => {
  const factors = { replicationFactor: 5, replicationFactorMin: 3 }
  const made = new SmallCluster(["", "", "", "", ""], factors)
  made.report("1 2 3 4 5")
  made.pass(30_000)
  t.equal(made.underWay(), "")
  made.state(4, "draining")
  made.pass(30_000)
  t.equal(made.underWay(), "", "a drained store keeps what it has")
  t.match(made.placement.mayBecome(4, "decommissioning"), { type: "accepted" })
  made.state(4, "decommissioning")
  made.pass(30_000)
  t.match(made.underWay(), /^decommission: .*store 4/)
})

t.test("the last store with room is not drained", async (t) => {
  const made = new SmallCluster(["", ""], { replicationFactor: 2 })
  made.report("1 2")
  made.state(2, "draining")
  t.match(made.placement.mayBecome(1, "draining"), {
    type: "refused",
    reason: "unsafe",
    message: /the last one with room/,
  })
})

t.test("who was removed for good is not taken back", async (t) => {
  const made = new SmallCluster(["", "", "", ""])
  made.state(4, "gone")
  for (const state of ["up", "draining", "decommissioning"] as const) {
    t.match(made.placement.mayBecome(4, state), {
      type: "refused",
      reason: "invalid",
      message: /store 4 was removed for good: let its node join with an empty folder/,
    })
  }
})
