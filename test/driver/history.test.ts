/** What drivers did is in the cluster's own range: the next one can tell. */
import t from "tap"
import { History, historyLengthPerKind } from "../../src/driver/history.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { decodeOperatorRecord, encodeOperatorRecord } from "../../src/wire/index.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { SystemRange } from "./system-range.ts"

function historyIn(range: SystemRange): History {
  const { perform } = range
  return new History({ perform, clock: new ManualClock(), telemetry: silentTelemetry })
}

function recordOf(id: number, kind = "repair") {
  const operator = {
    ...{ id, kind, rangeId: 7, why: "store 3 is gone", stepsDone: 1 },
    ...{ steps: ["add a learner on store 4"], end: "finished", reason: "", ageMs: 0 },
    ...{ bytes: 0, bytesTotal: 0, bytesPerSecond: 0 },
  }
  return { operator, begunAtMs: 5_000 + id }
}

async function idsIn(history: History): Promise<readonly number[]> {
  return (await history.list()).map(({ operator }) => operator.id)
}

/** Until what was kept is written. */
async function written(range: SystemRange, writes: number): Promise<void> {
  while (range.writes < writes) await new Promise((resolve) => setImmediate(resolve))
}

t.test("the next driver knows what this one did, the newest first", async (t) => {
  const range = new SystemRange()
  const first = historyIn(range)
  for (const id of [1, 2, 3]) first.keep(recordOf(id))
  t.same(await idsIn(first), [3, 2, 1], "before it is written, too")
  await written(range, 3)
  first.stop()
  const second = historyIn(range)
  second.keep(recordOf(1_000_001))
  await written(range, 4)
  t.same(await idsIn(second), [1_000_001, 3, 2, 1])
  t.same((await second.list())[1], recordOf(3))
})

t.test("what is kept has its bound: the oldest cell of its kind is written over", async (t) => {
  const range = new SystemRange()
  const history = historyIn(range)
  history.keep(recordOf(1))
  const ids = Array.from({ length: historyLengthPerKind + 3 }, (_, i) => i + 2)
  for (const id of ids) history.keep(recordOf(id, "balanceLeaders"))
  history.keep(recordOf(1_000))
  await written(range, ids.length + 2)
  const kept = await idsIn(historyIn(range))
  t.same(kept, [1_000, ...ids.slice(3).reverse(), 1], "a flood of one kind leaves the others")
  t.same(await idsIn(history), kept)
})

t.test("who does not drive any more writes nothing", async (t) => {
  const range = new SystemRange()
  const history = historyIn(range)
  history.stop()
  history.keep(recordOf(1))
  await new Promise((resolve) => setImmediate(resolve))
  t.equal(range.writes, 0)
})

t.test("a record is read as it was written", async (t) => {
  t.same(decodeOperatorRecord(encodeOperatorRecord(recordOf(9))), recordOf(9))
})
