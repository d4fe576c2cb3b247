import t from "tap"
import { Placement } from "../../../src/core/placement/index.ts"
import { bytes, keyspaceId, placeOf, rangeReport, storeRecord, storeReport } from "./reports.ts"

/** What is known, in the order of keys: "1[a..m) v2". */
function known(placement: Placement): string[] {
  return [...placement.ranges(keyspaceId, bytes(""))].map(({ rangeId, start, end, version }) => {
    const text = new TextDecoder()
    return `${rangeId}[${text.decode(start)}..${text.decode(end)}) v${version}`
  })
}

t.test("a range is where its newest report says", async (t) => {
  const placement = new Placement()
  t.equal(placement.observeRange(rangeReport(1, "..", "1 2 3"), 0), "taken")
  t.equal(placement.observeRange(rangeReport(1, "..", "2 1 3", { term: 2 }), 0), "taken")
  const range = placement.range(1)
  t.equal(placeOf(range?.replicas ?? [], range?.leader ?? 0), "1 2* 3")
  t.equal(placement.locate(keyspaceId, bytes("k"))?.rangeId, 1)
  t.equal(placement.locate(keyspaceId + 1, bytes("k")), undefined)
})

t.test("rule 52: reports of older epochs and older terms are dropped", async (t) => {
  const newest = { version: 3, configVersion: 5, term: 7 }
  const table = [
    [{ version: 2, configVersion: 6, term: 8 }, "stale"],
    [{ version: 3, configVersion: 4, term: 8 }, "stale"],
    [{ version: 3, configVersion: 5, term: 6 }, "stale"],
    [{ version: 3, configVersion: 5, term: 7 }, "taken"],
    [{ version: 3, configVersion: 6, term: 7 }, "taken"],
  ] as const
  for (const [epoch, fate] of table) {
    const placement = new Placement()
    placement.observeRange(rangeReport(1, "..", "1 2 3", newest), 0)
    t.equal(placement.observeRange(rangeReport(1, "..", "4 5 6", epoch), 0), fate)
    t.equal(placement.range(1)?.leader, fate === "taken" ? 4 : 1)
  }
})

t.test("rule 52: a newer range removes the older ones that it covers", async (t) => {
  const placement = new Placement()
  placement.observeRange(rangeReport(1, "..", "1 2 3"), 0)
  // The child of a split is heard of before its parent's new span.
  placement.observeRange(rangeReport(2, "m..", "1 2 3", { version: 2 }), 0)
  t.same(known(placement), ["2[m..) v2"])
  t.equal(placement.observeRange(rangeReport(1, "..", "1 2 3"), 0), "stale", "what it was before")
  placement.observeRange(rangeReport(1, "..m", "1 2 3", { version: 2 }), 0)
  t.same(known(placement), ["1[..m) v2", "2[m..) v2"])
  // The left half takes the right one in again.
  placement.observeRange(rangeReport(1, "..", "1 2 3", { version: 3 }), 0)
  t.same(known(placement), ["1[..) v3"])
  t.equal(placement.observeRange(rangeReport(2, "m..", "1 2 3", { version: 2 }), 0), "stale")
  t.equal(placement.range(2), undefined)
})

t.test("broken on purpose: what goes backwards, and what stays, shows", async (t) => {
  const backwards = new Placement({ variant: "reports-go-backwards" })
  backwards.observeRange(rangeReport(1, "..", "1 2 3", { term: 2 }), 0)
  backwards.observeRange(rangeReport(1, "..", "4 5 6"), 0)
  t.equal(backwards.range(1)?.leader, 4)
  const keeping = new Placement({ variant: "keep-overlapped" })
  keeping.observeRange(rangeReport(1, "..", "1 2 3"), 0)
  keeping.observeRange(rangeReport(2, "m..", "1 2 3", { version: 2 }), 0)
  t.same(known(keeping), ["1[..) v1", "2[m..) v2"])
})

t.test("a report that can't be true is dropped", async (t) => {
  const table = [
    rangeReport(1, "..", "1 1 2"),
    rangeReport(1, "..", "1 2 3", { leader: 4 }),
    rangeReport(1, "..", "1 2 3", { replicas: [] }),
    rangeReport(1, "..", "1 2 3", { version: 0 }),
    rangeReport(1, "..", "1 2 3", { down: [1] }),
  ]
  const placement = new Placement()
  for (const report of table) t.equal(placement.observeRange(report, 0), "malformed")
  t.equal(placement.range(1), undefined)
})

t.test("stores count what ranges say of them", async (t) => {
  const placement = new Placement()
  for (const store of [1, 2, 3]) {
    placement.setStore(storeRecord(store), 0)
    placement.observeStore(storeReport(store), 0)
  }
  placement.observeRange(rangeReport(1, "..m", "1 2 3", { readRate: 1_000 }), 0)
  placement.observeRange(rangeReport(2, "m..", "2 3", { bytes: 500 }), 0)
  placement.observeRange(rangeReport(1, "..m", "2 1 3+", { term: 2, readRate: 1_100 }), 0)
  const counts = placement.stores().map(({ ranges, leaders, bytes, heat }) => {
    return [ranges, leaders, bytes, heat]
  })
  t.same(counts, [
    [1, 0, 1_000_000, 0],
    [2, 2, 1_000_500, 1_000],
    [2, 0, 1_000_500, 0],
  ])
})
