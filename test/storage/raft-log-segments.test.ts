import t from "tap"
import { defined } from "../../src/base/index.ts"
import type { RaftLog } from "../../src/storage/index.ts"
import { MemoryLogDevice } from "./memory-log-device.ts"
import {
  entries,
  entry,
  openLog,
  recordTelemetry,
  recoveredOf,
  segmentsOf,
  write,
} from "./raft-log-model.ts"

const fill = async (log: RaftLog, rangeId: number, from: number, to: number) => {
  for (let index = from; index <= to; index += 1) {
    await log.append([write({ rangeId, entries: [entry(index, 1, "y".repeat(200))] })])
  }
}

await t.test("go when every range has moved past them", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await fill(log, 1, 1, 50)
  await fill(log, 2, 1, 50)
  t.equal(segmentsOf(device)[0], 1)
  await log.append([write({ compactTo: { index: 50, term: 1 } })])
  const first = defined(segmentsOf(device)[0], "a segment")
  await log.append([write({ rangeId: 2, compactTo: { index: 49, term: 1 } })])
  await log.close()
  t.equal(segmentsOf(device).length, 1, "only the current one is left")
  t.ok(defined(segmentsOf(device)[0], "a segment") > first)
  const again = await openLog(device.copy())
  t.match(again.recovered(1), { start: { index: 50 }, lastIndex: 50 })
  t.match(again.recovered(2), { start: { index: 49 }, lastIndex: 50 })
  t.equal((await again.read(2, 50, 51, 1_000)).length, 1)
  await again.close()
})

await t.test("stay until the compaction that frees them is durable", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await fill(log, 1, 1, 50)
  const before = segmentsOf(device)
  await log.append([write({ compactTo: { index: 50, term: 1 }, sync: false })])
  t.same(segmentsOf(device), before)
  await log.append([write({ hardState: { term: 1, vote: 0, commit: 50 } })])
  await log.close()
  t.equal(segmentsOf(device).length, 1)
})

await t.test("go only once nobody reads them", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await fill(log, 1, 1, 60)
  const letReadsGo = device.holdReads()
  const reading = log.read(1, 1, 61, 1_000_000)
  await log.append([write({ compactTo: { index: 60, term: 1 } })])
  letReadsGo()
  t.equal((await reading).length, 60)
  await log.close()
  t.equal(segmentsOf(device).length, 1)
})

await t.test("go oldest first, each removal durable before the next", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await fill(log, 1, 1, 50)
  device.steps.length = 0
  await log.append([write({ compactTo: { index: 50, term: 1 } })])
  await log.close()
  const removals = device.steps.filter((step) => /^(remove|syncFolder)/.test(step))
  t.ok(removals.length > 4)
  removals.forEach((step, i) => {
    const expected = i % 2 === 0 ? `remove raft-000000000${i / 2 + 1}.log` : "syncFolder"
    t.equal(step, expected)
  })
})

await t.test("the next one is begun in an order that a crash can't confuse", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await fill(log, 1, 1, 14)
  device.steps.length = 0
  await log.append([
    write({ entries: [entry(15, 1, "y".repeat(3_000))], sync: false }),
    write({ rangeId: 2 }),
  ])
  t.same(device.steps, [
    "create raft-0000000002.log",
    "append raft-0000000002.log",
    "sync raft-0000000002.log",
    "syncFolder",
    "append raft-0000000002.log",
    "sync raft-0000000002.log",
  ])
  await log.close()
})

await t.test("an append larger than a segment gets its own", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  const big = entry(1, 1, "z".repeat(10_000))
  await log.append([write({ entries: [big] })])
  await log.append([write({ entries: entries(2, 2, 1) })])
  t.same(await log.read(1, 1, 3, 100_000), [big, ...entries(2, 2, 1)])
  t.equal(segmentsOf(device).length, 2)
  await log.close()
})

await t.test("stragglers move forward with all they are", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device, { stragglerSegments: 3 })
  const hardState = { term: 3, vote: 2, commit: 1 }
  const few = [...entries(8, 9, 1), ...entries(10, 11, 3)]
  await log.append([
    write({ rangeId: 2, start: { index: 7, term: 1 }, entries: few, hardState, damageNonce: 4 }),
  ])
  let next = 1
  for (let round = 0; round < 6; round += 1) {
    await fill(log, 1, next, next + 40)
    next += 41
    await log.append([write({ compactTo: { index: next - 1, term: 1 } })])
  }
  const oldest = defined(segmentsOf(device)[0], "a segment")
  t.ok(segmentsOf(device).length <= 5, "the straggler holds a few segments at most")
  t.ok(oldest > 5)
  for (const opened of [log, await openLog(device.copy())]) {
    t.same(await opened.read(2, 8, 12, 10_000), few)
    t.match(opened.recovered(2), { start: { index: 7, term: 1 }, hardState, damageNonce: 4 })
    t.equal(opened.damaged, false)
    await opened.close()
  }
})

await t.test("who is too big to move forward is named once it is far behind", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device, { stragglerSegments: 1 })
  await fill(log, 2, 1, 30)
  const named: string[] = []
  let next = 1
  for (let round = 0; round < 24; round += 1) {
    await fill(log, 1, next, next + 40)
    next += 41
    await log.append([write({ compactTo: { index: next - 1, term: 1 } })])
    for (const { rangeId, urgent } of log.takeOverdue()) named.push(`${rangeId} ${urgent}`)
  }
  t.ok(segmentsOf(device).length > 16, "it holds them all")
  t.equal(named[0], "2 false")
  t.equal(named.at(-1), "2 true")
  t.same(log.takeOverdue(), [], "once for each segment")
  await log.append([write({ rangeId: 2, compactTo: { index: 30, term: 1 }, sync: true })])
  await log.close()
  t.ok(segmentsOf(device).length <= 2)
})

await t.test(
  "what becomes of a straggler between its reading and the next segment counts",
  async (t) => {
    const two = { rangeId: 2 }
    const begun = entries(8, 10, 3)
    const changes = {
      nothing: { change: {}, left: [...entries(1, 5, 1)] },
      "more came": { change: { entries: entries(6, 7, 1) }, left: entries(1, 7, 1) },
      "its end was replaced": {
        change: { entries: entries(5, 6, 2) },
        left: [...entries(1, 4, 1), ...entries(5, 6, 2)],
      },
      "its beginning went": {
        change: { compactTo: { index: 2, term: 1 } },
        left: entries(3, 5, 1),
      },
      "it began anew": { change: { start: { index: 7, term: 2 }, entries: begun }, left: begun },
      "it left": { change: { gone: true }, left: [] },
    }
    for (const [name, { change, left }] of Object.entries(changes)) {
      const device = new MemoryLogDevice()
      const log = await openLog(device, { stragglerSegments: 1 })
      await log.append([write({ ...two, entries: entries(1, 5, 1) })])
      let next = 1
      const fillOne = () => fill(log, 1, next, next++)
      while (segmentsOf(device).length < 2) await fillOne()
      const letReadsGo = device.holdReads()
      while ((device.files.get("raft-0000000002.log")?.bytes.length ?? 0) < 3_300) await fillOne()
      await log.append([write({ ...two, ...change })])
      letReadsGo()
      while (segmentsOf(device).length < 3) await fillOne()
      for (const opened of [log, await openLog(device.copy())]) {
        const from = left[0]?.index ?? 1
        t.same(await opened.read(2, from, from + left.length + 1, 10_000), left, name)
        t.equal(opened.damaged, false)
        await opened.close()
      }
    }
  },
)

await t.test("a range too large to move holds its segments", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device, { stragglerSegments: 1 })
  await fill(log, 2, 1, 30)
  await fill(log, 1, 1, 100)
  await log.append([write({ compactTo: { index: 100, term: 1 } })])
  t.equal(segmentsOf(device)[0], 1)
  t.equal((await log.read(2, 1, 31, 100_000)).length, 30)
  await log.close()
})

await t.test("hard states outlive the segments they were written to", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  const hardState = { term: 9, vote: 3, commit: 0 }
  await log.append([write({ rangeId: 2, hardState })])
  await fill(log, 1, 1, 100)
  await log.append([write({ compactTo: { index: 100, term: 1 } })])
  await log.close()
  t.ok(defined(segmentsOf(device)[0], "a segment") > 1)
  const again = await openLog(device.copy())
  t.same(recoveredOf(again, 2).hardState, hardState)
  await again.close()
})

await t.test("a segment that can't be removed does not stop the log", async (t) => {
  const device = new MemoryLogDevice()
  const telemetry = recordTelemetry()
  const log = await openLog(device, { telemetry })
  await fill(log, 1, 1, 30)
  device.files.delete("raft-0000000001.log")
  await log.append([write({ compactTo: { index: 30, term: 1 } })])
  await fill(log, 1, 31, 32)
  t.match(telemetry.warnings, [{ event: /not removed/ }])
  await log.close()
})

await t.test("a log that is closed reads no stragglers any more", async (t) => {
  const device = new MemoryLogDevice()
  const telemetry = recordTelemetry()
  const log = await openLog(device, { stragglerSegments: 1, telemetry })
  await log.append([write({ rangeId: 2, entries: entries(1, 5, 1) })])
  await log.append([write({ rangeId: 3, entries: entries(1, 5, 1) })])
  let next = 1
  const fillOne = () => fill(log, 1, next, next++)
  while (segmentsOf(device).length < 2) await fillOne()
  const letReadsGo = device.holdReads()
  while ((device.files.get("raft-0000000002.log")?.bytes.length ?? 0) < 3_300) await fillOne()
  const closing = log.close()
  await new Promise(setImmediate)
  letReadsGo()
  await closing
  await new Promise(setImmediate)
  t.same(telemetry.errors, [])
})

await t.test("a log whose disk does not even let go of bytes can be closed", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await fill(log, 1, 1, 3)
  device.freeBytesLeft = 50
  device.failTruncates = true
  await t.rejects(fill(log, 1, 4, 4), { code: "disk_full" })
  await log.close()
  const again = await openLog(device.copy())
  t.equal(again.damaged, false)
  t.match(recoveredOf(again, 1), { lastIndex: 3 })
  await again.close()
})
