/** A range that has left its store: the log has nothing of it, and it may begin anew. */
import t from "tap"
import { defined } from "../../src/base/index.ts"
import type { RaftLog } from "../../src/storage/index.ts"
import { segmentNameOf } from "../../src/storage/raft-log/format.ts"
import { MemoryLogDevice } from "./memory-log-device.ts"
import { entries, entry, openLog, segmentsOf, write } from "./raft-log-model.ts"

const hardState = { term: 3, vote: 2, commit: 4 }
const gone = (sync = true) => write({ gone: true, sync })

const fill = async (log: RaftLog, rangeId: number, from: number, to: number) => {
  for (let index = from; index <= to; index += 1) {
    await log.append([write({ rangeId, entries: [entry(index, 1, "y".repeat(200))] })])
  }
}

/** Two ranges, of which the first has left. */
async function left(device: MemoryLogDevice): Promise<RaftLog> {
  const log = await openLog(device)
  await log.append([write({ entries: entries(1, 4, 3), hardState }), write({ rangeId: 2 })])
  await log.append([gone()])
  return log
}

/** Damage to a byte of the batch that was written last before `size`. */
function spoil(device: MemoryLogDevice, segment: number, at: number): void {
  const file = defined(device.files.get(segmentNameOf(segment)), "a segment")
  file.bytes[at] = (file.bytes[at] as number) ^ 1
}

t.test("nothing is left of it, now or after a restart", async (t) => {
  const device = new MemoryLogDevice()
  const log = await left(device)
  for (const each of [log, await openLog(device.copy())]) {
    t.equal(each.recovered(1), undefined)
    t.same(each.rangeIds, [2])
    t.same(await each.read(1, 1, 9, 1_000), [])
    t.equal(each.bytesOf(1), 0)
    t.equal(each.damaged, false)
  }
})

t.test("it is forgotten durably when the append says so, not before", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await log.append([write({ entries: entries(1, 4, 3), hardState })])
  const before = device.copy()
  await log.append([gone()])
  t.match((await openLog(before)).recovered(1), { hardState, lastIndex: 4 })
  t.equal((await openLog(device.copy())).recovered(1), undefined)
})

t.test("segments that only it needed go, and those that follow don't list it", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await fill(log, 1, 1, 60)
  const before = segmentsOf(device).length
  t.ok(before > 2)
  await log.append([gone()])
  await fill(log, 2, 1, 60)
  await log.append([write({ rangeId: 2, compactTo: { index: 60, term: 1 } })])
  await fill(log, 2, 61, 62)
  t.ok(segmentsOf(device).length < before)
  const again = await openLog(device.copy())
  t.same(again.rangeIds, [2])
  t.equal(again.damaged, false)
})

t.test("it may begin anew, and remembers nothing of its vote", async (t) => {
  const device = new MemoryLogDevice()
  const log = await left(device)
  const start = { index: 50, term: 7 }
  await log.append([write({ start, entries: entries(51, 52, 7) })])
  const fresh = { hardState: { term: 0, vote: 0, commit: 0 }, start, lastIndex: 52 }
  t.match(log.recovered(1), fresh)
  const again = await openLog(device.copy())
  t.match(again.recovered(1), fresh)
  t.same(await again.read(1, 51, 53, 1_000), entries(51, 52, 7))
  t.equal(again.damaged, false)
})

t.test("a range that was never here may go: nothing is written of it", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await log.append([write({ rangeId: 2, entries: entries(1, 2, 1) })])
  await log.append([gone(), write({ rangeId: 2, entries: entries(3, 3, 1) })])
  const again = await openLog(device.copy())
  t.same(again.rangeIds, [2])
  t.match(again.recovered(2), { lastIndex: 3 })
})

t.test("nothing goes on behind it in the same append", async (t) => {
  const log = await openLog(new MemoryLogDevice())
  await log.append([write({ entries: entries(1, 4, 3) })])
  const late = log.append([gone(), write({ entries: entries(5, 5, 3) })])
  await t.rejects(late, { message: /a range that is gone/ })
  t.match(log.recovered(1), { lastIndex: 4 }, "and the append leaves no trace")
})

t.test("damage before it does not bring it back; the others say that they are hurt", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await log.append([write({ entries: entries(1, 4, 3) }), write({ rangeId: 2 })])
  const { length } = defined(device.files.get(segmentNameOf(1)), "a segment").bytes
  await log.append([write({ rangeId: 2, entries: entries(1, 3, 1) })])
  await log.append([gone()])
  const copy = device.copy()
  spoil(copy, 1, length + 30)
  const again = await openLog(copy)
  t.equal(again.recovered(1), undefined)
  t.equal(again.damaged, true)
})

t.test("where damage took its end, it is there, and known to be damaged", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await log.append([write({ entries: entries(1, 4, 3), hardState })])
  const { length } = defined(device.files.get(segmentNameOf(1)), "a segment").bytes
  await log.append([gone()])
  await log.append([write({ rangeId: 2, entries: entries(1, 3, 1) })])
  await log.append([write({ rangeId: 2, entries: entries(4, 4, 1) })])
  const copy = device.copy()
  spoil(copy, 1, length + 30)
  const again = await openLog(copy)
  t.equal(again.damaged, true)
  t.same(again.rangeIds, [1, 2])
  // As whoever opens a damaged log does: its tombstone says that it may go at last.
  await again.append([gone(), write({ rangeId: 2, start: { index: 4, term: 1 } })])
  t.equal(again.damaged, false)
  t.equal(again.recovered(1), undefined)
})
