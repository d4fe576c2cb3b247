import fc from "fast-check"
import t from "tap"
import { silentTelemetry } from "../../src/env/index.ts"
import { openFileLogDevice } from "../../src/platform/files/index.ts"
import { type LogWrite, RaftLog } from "../../src/storage/index.ts"
import { EntryLocations } from "../../src/storage/raft-log/entry-locations.ts"
import { logDeviceContract } from "../contract/log-device.ts"
import { MemoryLogDevice } from "./memory-log-device.ts"
import { entries, entry, openLog, segmentsOf, write } from "./raft-log-model.ts"

const largest = Number.MAX_SAFE_INTEGER

function appendsOf(device: MemoryLogDevice): string[] {
  return device.steps.filter((step) => /^(append|sync) /.test(step)).map((step) => step.slice(0, 4))
}

await logDeviceContract(t, async () => {
  const device = new MemoryLogDevice()
  return {
    device,
    reopen: async () => device.copy(),
    limitSpace: async (bytes) => {
      device.freeBytesLeft = bytes ?? largest
    },
  }
})

await t.test("what is appended", async (t) => {
  await t.test("an empty log knows no range", async (t) => {
    const log = await openLog(new MemoryLogDevice())
    t.equal(log.recovered(1), undefined)
    t.same(await log.read(1, 1, 10, 100), [])
    t.equal(log.bytesOf(1), 0)
    t.equal(log.damaged, false)
    await log.close()
  })

  await t.test("every kind of record comes back", async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    const hardState = { term: largest, vote: largest - 1, commit: largest - 2 }
    const written = [
      { ...entry(largest - 3, 7), kind: "normal" as const },
      { ...entry(largest - 2, 7, ""), kind: "empty" as const },
      { ...entry(largest - 1, largest), kind: "config" as const },
    ]
    const start = { index: largest - 4, term: 6 }
    await log.append([
      write({ rangeId: largest, hardState, start, entries: written, damageNonce: 0xffff_ffff }),
    ])
    await log.close()
    const again = await openLog(device.copy())
    t.same(again.recovered(largest), {
      hardState,
      start,
      terms: [
        { firstIndex: largest - 3, term: 7 },
        { firstIndex: largest - 1, term: largest },
      ],
      lastIndex: largest - 1,
      damageNonce: 0xffff_ffff,
    })
    t.same(await again.read(largest, largest - 3, largest, 1_000), written)
    await again.close()
  })

  await t.test("entries replace from their first index on", async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    await log.append([write({ entries: entries(1, 10, 1) })])
    await log.append([write({ entries: entries(5, 6, 3) })])
    const expected = {
      terms: [
        { firstIndex: 1, term: 1 },
        { firstIndex: 5, term: 3 },
      ],
      lastIndex: 6,
    }
    t.match(log.recovered(1), expected)
    await log.close()
    const again = await openLog(device.copy())
    t.match(again.recovered(1), expected)
    t.same(await again.read(1, 4, 100, 1_000), [entry(4, 1), ...entries(5, 6, 3)])
    await again.close()
  })

  await t.test("compaction moves the start and never back", async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    await log.append([write({ entries: [...entries(1, 4, 1), ...entries(5, 8, 2)] })])
    await log.append([write({ compactTo: { index: 5, term: 2 } })])
    await log.append([write({ compactTo: { index: 3, term: 1 } })])
    const expected = { start: { index: 5, term: 2 }, terms: [{ firstIndex: 6, term: 2 }] }
    t.match(log.recovered(1), expected)
    t.same(await log.read(1, 5, 9, 1_000), [], "compacted away")
    t.same(await log.read(1, 6, 9, 1_000), entries(6, 8, 2))
    await log.append([write({ compactTo: { index: 8, term: 2 } })])
    t.match(log.recovered(1), { start: { index: 8, term: 2 }, terms: [], lastIndex: 8 })
    t.equal(log.bytesOf(1), 0)
    await log.append([write({ entries: entries(9, 9, 2) })])
    await log.close()
    const again = await openLog(device.copy())
    t.match(again.recovered(1), { start: { index: 8, term: 2 }, lastIndex: 9 })
    await again.close()
  })

  await t.test("a log begins anew anywhere, and keeps its hard state", async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    const hardState = { term: 4, vote: 2, commit: 3 }
    await log.append([write({ entries: entries(1, 9, 1), hardState })])
    await log.append([write({ start: { index: 100, term: 4 }, damageNonce: 5 })])
    await log.append([write({ start: { index: 50, term: 3 }, entries: entries(51, 52, 4) })])
    await log.append([write({ damageNonce: 0 })])
    await log.close()
    const again = await openLog(device.copy())
    t.same(again.recovered(1), {
      hardState,
      start: { index: 50, term: 3 },
      terms: [{ firstIndex: 51, term: 4 }],
      lastIndex: 52,
      damageNonce: 0,
    })
    await again.close()
  })

  await t.test("writes of one append take effect in their order", async (t) => {
    const log = await openLog(new MemoryLogDevice())
    await log.append([
      write({ entries: entries(1, 5, 1), hardState: { term: 1, vote: 0, commit: 0 } }),
      write({ rangeId: 2, entries: entries(1, 2, 1) }),
      write({ entries: entries(4, 6, 2), compactTo: { index: 5, term: 2 } }),
      write({ hardState: { term: 2, vote: 1, commit: 5 }, entries: entries(7, 7, 2) }),
    ])
    t.match(log.recovered(1), {
      hardState: { term: 2, vote: 1, commit: 5 },
      start: { index: 5, term: 2 },
      lastIndex: 7,
    })
    t.match(log.recovered(2), { lastIndex: 2 })
    await log.close()
  })

  await t.test("what can't follow is a broken promise and leaves no trace", async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    await log.append([write({ entries: entries(1, 3, 2), compactTo: { index: 1, term: 2 } })])
    const { steps } = device
    const before = steps.length
    const wrong: [string, Partial<LogWrite>][] = [
      ["beyond the end of the log", { entries: entries(5, 5, 2) }],
      ["at or before the start", { entries: entries(1, 1, 2) }],
      ["gap between entries", { entries: [entry(4, 2), entry(6, 2)] }],
      ["term falls", { entries: [entry(4, 3), entry(5, 2)] }],
      ["compaction beyond the end", { compactTo: { index: 9, term: 2 } }],
      ["range 0 is no range", { rangeId: 0 }],
    ]
    for (const [message, fields] of wrong) {
      await t.rejects(log.append([write(fields)]), { message: new RegExp(message) }, message)
    }
    t.equal(steps.length, before)
    t.match(log.recovered(1), { start: { index: 1 }, lastIndex: 3 })
    await log.close()
  })
})

await t.test("one device write and one sync for an append", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  device.steps.length = 0
  await log.append([write({ entries: entries(1, 9, 1) }), write({ rangeId: 2, sync: false })])
  t.same(appendsOf(device), ["appe", "sync"])
  device.steps.length = 0
  await log.append([write({ entries: entries(10, 11, 1), sync: false })])
  t.same(appendsOf(device), ["appe"], "no write asks for a sync")
  await log.append([write({ sync: true })])
  t.same(appendsOf(device), ["appe", "sync"], "a sync alone makes it durable")
  device.steps.length = 0
  await log.append([write({ sync: true })])
  t.same(appendsOf(device), [], "all is durable already")
  await log.close()
})

await t.test("appends that don't wait are written one after the other", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  device.steps.length = 0
  await Promise.all([
    log.append([write({ entries: entries(1, 2, 1) })]),
    log.append([write({ entries: entries(3, 4, 1) })]),
    t.rejects(log.append([write({ entries: entries(9, 9, 1) })]), /beyond the end/),
    log.append([write({ entries: entries(5, 5, 1) })]),
  ])
  t.same(appendsOf(device), ["appe", "sync", "appe", "sync", "appe", "sync"])
  t.match(log.recovered(1), { lastIndex: 5 })
  await log.close()
})

await t.test("reading", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device, { segmentBytesMax: 1_500 })
  const all = Array.from({ length: 60 }, (_, i) =>
    entry(i + 1, 1, "x".repeat(i % 9 === 0 ? 90 : 9)),
  )
  for (const one of all) {
    await log.append([write({ entries: [one] }), write({ rangeId: 2, entries: [one] })])
  }
  const data = (from: number, to: number) =>
    all.slice(from - 1, to - 1).reduce((sum, one) => sum + one.data.length, 0)

  await t.test("brings what was asked for, over segments and between other ranges", async (t) => {
    t.ok(segmentsOf(device).length > 4)
    t.same(await log.read(1, 1, 61, 100_000), all)
    t.same(await log.read(2, 20, 41, 100_000), all.slice(19, 40))
    t.same(await log.read(1, 55, 1_000, 100_000), all.slice(54))
  })

  await t.test("brings as many as fit, at least one", async (t) => {
    t.equal((await log.read(1, 1, 61, data(1, 11))).length, 10)
    t.equal((await log.read(1, 1, 61, data(1, 11) - 1)).length, 9)
    t.equal((await log.read(1, 1, 61, 0)).length, 1)
  })

  await t.test("brings nothing beyond the end", async (t) => {
    t.same(await log.read(1, 61, 70, 100), [])
    t.same(await log.read(1, 30, 30, 100), [])
    t.same(await log.read(3, 1, 30, 100), [])
  })

  await t.test("a read sees the log of the moment it was asked for (rule 9)", async (t) => {
    const reading = log.read(1, 30, 61, 100_000)
    const replacing = log.append([write({ entries: [entry(40, 2, "replaced")] })])
    const compacting = log.append([write({ compactTo: { index: 39, term: 1 } })])
    await Promise.all([replacing, compacting])
    t.same(await reading, all.slice(29))
    t.same(await log.read(1, 40, 61, 100_000), [entry(40, 2, "replaced")])
  })
  await log.close()
})

await t.test("trouble", async (t) => {
  await t.test("a full disk refuses the append, which may be tried again", async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    await log.append([write({ entries: entries(1, 3, 1) })])
    const again = [write({ entries: entries(4, 6, 1), hardState: { term: 1, vote: 1, commit: 2 } })]
    for (const space of [0, 10, 100]) {
      device.freeBytesLeft = space
      await t.rejects(log.append(again), { code: "disk_full" })
      t.match(log.recovered(1), { lastIndex: 3, hardState: { term: 0 } })
      t.equal((await log.read(1, 1, 9, 1_000)).length, 3, "reads go on")
      t.equal(device.freeBytesLeft, space, "what did not fit is taken back")
    }
    device.freeBytesLeft = largest
    await log.append(again)
    await log.close()
    const opened = await openLog(device.copy())
    t.match(opened.recovered(1), { lastIndex: 6, hardState: { term: 1, vote: 1, commit: 2 } })
    await opened.close()
  })

  await t.test("while remains can't be taken back, appends are refused", async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    device.freeBytesLeft = 50
    device.failTruncates = true
    await t.rejects(log.append([write({ entries: entries(1, 3, 1) })]), { code: "disk_full" })
    device.freeBytesLeft = largest
    await t.rejects(log.append([write({ entries: entries(1, 3, 1) })]), { code: "disk_full" })
    device.failTruncates = false
    await log.append([write({ entries: entries(1, 3, 1) })])
    await log.close()
    const opened = await openLog(device.copy())
    t.equal((await opened.read(1, 1, 9, 1_000)).length, 3)
    await opened.close()
  })

  await t.test(
    "a disk that fills at the begin of a segment leaves the old one in use",
    async (t) => {
      const device = new MemoryLogDevice()
      const log = await openLog(device)
      await log.append([write({ entries: [entry(1, 1, "y".repeat(3_500))] })])
      for (const space of [0, 20]) {
        device.freeBytesLeft = space
        const large = [write({ entries: [entry(2, 1, "y".repeat(700))] })]
        await t.rejects(log.append(large), { code: "disk_full" })
        t.same(segmentsOf(device), [1])
      }
      device.freeBytesLeft = 200
      await log.append([write({ hardState: { term: 1, vote: 0, commit: 1 }, sync: false })])
      device.freeBytesLeft = 0
      await log.append([write({})])
      device.freeBytesLeft = largest
      await log.append([write({ entries: [entry(2, 1, "y".repeat(700))] })])
      t.same(segmentsOf(device), [1, 2])
      await log.close()
      const opened = await openLog(device.copy())
      t.match(opened.recovered(1), { lastIndex: 2 })
      t.equal(opened.damaged, false)
      await opened.close()
    },
  )

  await t.test("a failed sync is final: no later append is acknowledged", async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    await log.append([write({ entries: entries(1, 3, 1) })])
    device.failSyncs = true
    await t.rejects(log.append([write({ entries: entries(4, 4, 1) })]), {
      code: "internal",
      message: /syncing/,
    })
    device.failSyncs = false
    await t.rejects(log.append([write({ entries: entries(4, 4, 1) })]), { code: "internal" })
    await t.rejects(log.append([write({ sync: false })]), { code: "internal" })
    t.equal((await log.read(1, 1, 9, 1_000)).length, 3, "what was durable can be read")
    await log.close()
  })

  await t.test("a closed log takes nothing more", async (t) => {
    const log = await openLog(new MemoryLogDevice())
    await log.close()
    await log.close()
    await t.rejects(log.append([write({})]), { code: "unavailable" })
  })
})

await t.test("the log of another store or of the future is refused", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device, { identity: "tea/1" })
  await log.append([write({ entries: entries(1, 3, 1) })])
  await log.close()
  await t.rejects(openLog(device.copy(), { identity: "tea/2" }), {
    code: "wrong_cluster",
    message: /another store/,
  })
})

await t.test("locations of entries are a ring of 12 bytes an entry", async () => {
  const operations = fc.array(
    fc.tuple(fc.constantFrom("push", "dropFirst", "dropLast"), fc.integer({ min: 1, max: 40 })),
  )
  fc.assert(
    fc.property(operations, (asked) => {
      const locations = new EntryLocations()
      const model: [number, number, number][] = []
      let made = 0
      for (const [what, count] of asked) {
        const some = Math.min(count, model.length)
        if (what === "push") {
          for (let i = 0; i < count; i += 1) {
            made += 1
            locations.push(made, 2 * made, 3 * made)
            model.push([made, 2 * made, 3 * made])
          }
        } else if (what === "dropFirst") {
          locations.dropFirst(some)
          model.splice(0, some)
        } else {
          locations.dropLast(some)
          model.splice(model.length - some)
        }
        const bytes = model.reduce((sum, [, , length]) => sum + length, 0)
        if (locations.count !== model.length || locations.bytes !== bytes) return false
        const same = model.every(
          ([segment, offset, length], i) =>
            locations.segmentAt(i) === segment &&
            locations.offsetAt(i) === offset &&
            locations.lengthAt(i) === length,
        )
        if (!same) return false
      }
      return true
    }),
  )
})

await t.test("on real files", async (t) => {
  const folder = t.testdir()
  const options = { segmentBytesMax: 20_000, telemetry: silentTelemetry }
  const log = await RaftLog.open(await openFileLogDevice(folder), options)
  for (let index = 1; index <= 300; index += 3) {
    await log.append([write({ entries: entries(index, index + 2, 1) })])
  }
  await log.append([write({ compactTo: { index: 100, term: 1 }, sync: false })])
  await log.append([write({ hardState: { term: 1, vote: 1, commit: 250 } })])
  // Opened beside it, as after a kill: nothing was closed.
  const other = await RaftLog.open(await openFileLogDevice(folder), options)
  for (const opened of [log, other]) {
    t.match(opened.recovered(1), { start: { index: 100 }, lastIndex: 300 })
    t.same(await opened.read(1, 101, 301, 1_000_000), entries(101, 300, 1))
  }
  await other.close()
  await log.close()
})
