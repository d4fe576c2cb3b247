/** Stores that are struck off for good, and the ranges that may need what is on their disks. */
import t from "tap"
import { keyspaceId, rangeReport } from "./reports.ts"
import { SmallCluster } from "./small-cluster.ts"

const silentMs = 30_000
const deadMs = 3_600_000

interface Case {
  readonly what: string
  /** Ranges 1, 2, …: "a..b: 1 2 3". */
  readonly ranges: readonly string[]
  /** Who is silent, and for how long; store 5 always is. */
  readonly silent?: readonly number[]
  readonly forMs?: number
  readonly gone?: number
  /** undefined: it may be removed. */
  readonly objection?: RegExp
}

const cases: readonly Case[] = [
  { what: "one that has nothing", ranges: ["..: 1 2 3"] },
  { what: "one of three", ranges: ["..: 1 2 5"] },
  { what: "a learner", ranges: ["..: 1 5+"] },
  {
    ...{ what: "one of two", ranges: ["..m: 1 2 3", "m..: 1 5"] },
    objection: /^range 2 is on stores 1, 5, of which only 1 would be left, no majority: .*--force$/,
  },
  { what: "the only one", ranges: ["..: 5"], objection: /of which none would be left/ },
  { what: "one beside another that is silent", ranges: ["..: 1 2 5"], silent: [2] },
  {
    ...{ what: "one beside another that is dead", ranges: ["..: 1 2 5"], silent: [2] },
    ...{ forMs: deadMs, objection: /on stores 1, 2, 5, of which only 1 would be left/ },
  },
  {
    ...{ what: "the second of three", ranges: ["..: 1 2 5"], silent: [2], gone: 2 },
    objection: /^store 2 was removed, and 1 ranges still have a replica there: wait/,
  },
  { what: "one after another that has nothing", ranges: ["..: 1 2 5"], silent: [4], gone: 4 },
  { what: "who is gone already", ranges: ["..: 5"], gone: 5 },
  {
    ...{ what: "one on its way in", ranges: ["..: 1 2> 5<"] },
    objection: /of which only 1, 2 would be left/,
  },
  {
    ...{ what: "one on its way out", ranges: ["..: 1 2< 5>"] },
    objection: /of which only 1, 2 would be left/,
  },
  { what: "one on its way out of three", ranges: ["..: 1 2 3< 5>"] },
  ...["a..: 1 2 3", "..m: 1 2 3", ""].map((range) => ({
    ...{ what: `one where only ${range} is known`, ranges: range === "" ? [] : [range] },
    objection: /^no leader has told the driver of some range of keyspace 7, which may need store 5/,
  })),
  {
    ...{ what: "one where a range in the middle is not known" },
    ...{ ranges: ["..g: 1 2 3", "m..: 1 2 3"], objection: /^no leader has told/ },
  },
]

for (const { what, ranges, silent = [], forMs = silentMs, gone, objection } of cases) {
  t.test(`${objection === undefined ? "" : "not "}to be removed: ${what}`, async (t) => {
    const cluster = new SmallCluster(["", "", "", "", ""])
    const { placement } = cluster
    ranges.forEach((text, i) => {
      const [span = "", replicas = ""] = text.split(": ")
      placement.observeRange(rangeReport(i + 1, span, replicas), 0)
    })
    cluster.pass(forMs, [5, ...silent])
    if (gone !== undefined) cluster.state(gone, "gone")
    const verdict = placement.mayBecome(5, "gone")
    if (objection === undefined) t.match(verdict, { type: "accepted", value: { state: "gone" } })
    else t.match(verdict, { type: "refused", reason: "unsafe", message: objection })
    t.match(placement.mayBecome(5, "gone", true), { type: "accepted" }, "by force")
  })
}

t.test("nobody waits for the ranges of a keyspace that was dropped", async (t) => {
  const cluster = new SmallCluster(["", "", "", "", ""])
  const { placement } = cluster
  cluster.report("1 2 3")
  placement.observeRange(rangeReport(2, "m..", "1 5", { keyspaceId: 8 }), 0)
  cluster.pass(silentMs, [5])
  t.match(placement.mayBecome(5, "gone"), { type: "refused" })
  placement.dropKeyspace(8, cluster.nowMs)
  t.match(placement.mayBecome(5, "gone"), { type: "accepted" })
  placement.dropKeyspace(keyspaceId, cluster.nowMs)
  t.match(placement.mayBecome(5, "gone"), { type: "accepted" })
})
