import { crc32c } from "@node-rs/crc32"
import t from "tap"
import { Dice, defined } from "../../src/base/index.ts"
import { RaftLog, type StorageVariant } from "../../src/storage/index.ts"
import {
  encodeSegmentHeader,
  formatVersion,
  segmentNameOf,
  storeIdOf,
} from "../../src/storage/raft-log/format.ts"
import { findWrongByte } from "../../src/storage/raft-log/one-byte-damage.ts"
import { MemoryLogDevice } from "./memory-log-device.ts"
import {
  entries,
  entry,
  imageOfLog,
  type Recorded,
  recordTelemetry,
  recoveredOf,
  write,
} from "./raft-log-model.ts"

const ids = [1, 2, 3]

interface Opened {
  readonly log: RaftLog
  readonly telemetry: Recorded
}

async function open(device: MemoryLogDevice, variant?: StorageVariant): Promise<Opened> {
  const telemetry = recordTelemetry()
  const options = { segmentBytesMax: 2_000, identity: "node 5", telemetry }
  const log = await RaftLog.open(device, variant === undefined ? options : { ...options, variant })
  return { log, telemetry }
}

/** Three segments, two ranges, everything that a log can hold. Not closed: as a kill leaves it. */
async function written(): Promise<{ device: MemoryLogDevice; image: string }> {
  const device = new MemoryLogDevice()
  const { log } = await open(device)
  for (let i = 0; i < 16; i += 1) {
    const made = entries(3 * i + 1, 3 * i + 3, 1 + Math.floor(i / 4))
    const hardState = { term: 1 + Math.floor(i / 4), vote: 1, commit: 3 * i }
    await log.append([write({ hardState }), write({ entries: made })])
    if (i % 3 === 0) await log.append([write({ rangeId: 2, entries: entries(i + 1, i + 3, 1) })])
    if (i === 9) await log.append([write({ compactTo: { index: 5, term: 1 }, sync: false })])
  }
  return { device, image: await imageOfLog(log, ids) }
}

function file(device: MemoryLogDevice, number: number) {
  return defined(device.files.get(segmentNameOf(number)), "a segment")
}

function lastSegment(device: MemoryLogDevice): number {
  return device.files.size
}

function damagedCopy(device: MemoryLogDevice, harm: (copy: MemoryLogDevice) => void) {
  const copy = device.copy()
  harm(copy)
  return copy
}

function overwrite(bytes: Uint8Array, from: number, to: number, dice: Dice): void {
  for (let at = from; at < to; at += 1) bytes[at] = dice.between(0, 255)
}

await t.test("a torn end", async (t) => {
  await t.test("of any length is cut, reported, and grows again", async (t) => {
    const { device, image } = await written()
    const { bytes } = file(device, lastSegment(device))
    const { log } = await open(device)
    await log.append([
      write({ entries: entries(49, 50, 9), hardState: { term: 9, vote: 2, commit: 48 } }),
    ])
    const longer = file(device, lastSegment(device)).bytes
    for (let size = bytes.length; size < longer.length; size += 1) {
      const torn = damagedCopy(device, (copy) => {
        file(copy, lastSegment(copy)).bytes = longer.slice(0, size)
      })
      const opened = await open(torn)
      t.equal(opened.log.damaged, false)
      t.equal(await imageOfLog(opened.log, ids), image)
      t.equal(opened.telemetry.warnings.length, size === bytes.length ? 0 : 1)
      await opened.log.append([write({ entries: entries(49, 49, 7) })])
      const again = await open(torn.copy())
      t.match(again.log.recovered(1), { lastIndex: 49 })
      t.equal(again.telemetry.warnings.length, 0)
    }
  })

  await t.test("of zeros is space that was set aside: cut without a word", async (t) => {
    const { device, image } = await written()
    const padded = damagedCopy(device, (copy) => {
      for (const stored of copy.files.values()) {
        stored.bytes = Uint8Array.from([...stored.bytes, ...new Uint8Array(700)])
      }
    })
    const { log, telemetry } = await open(padded)
    t.equal(log.damaged, false)
    t.equal(await imageOfLog(log, ids), image)
    t.same([...telemetry.warnings, ...telemetry.errors], [])
  })

  await t.test("of a segment just begun leaves the one before", async (t) => {
    const { device, image } = await written()
    const last = lastSegment(device)
    // Header and first batch of an empty log, and nothing after them.
    const firstBatchEnd = 36 + 24 + 2 * 84 + 1
    for (let size = 0; size < firstBatchEnd; size += 1) {
      const torn = damagedCopy(device, (copy) => {
        const whole = file(copy, last)
        copy.files.set(segmentNameOf(last + 1), {
          bytes: whole.bytes.slice(0, size),
          syncedBytes: size,
        })
      })
      const { log } = await open(torn)
      t.equal(log.damaged, false)
      t.equal(await imageOfLog(log, ids), image)
      t.notOk(torn.files.has(segmentNameOf(last + 1)))
    }
  })

  await t.test("of the batch that was synced last can't be told from wide damage", async (t) => {
    const { device } = await written()
    const { log } = await open(device)
    const before = file(device, lastSegment(device)).bytes.length
    const image = await imageOfLog(log, ids)
    await log.append([write({ entries: entries(49, 52, 9) })])
    const wide = damagedCopy(device, (copy) => {
      overwrite(file(copy, lastSegment(copy)).bytes, before + 30, before + 90, new Dice(1))
    })
    const opened = await open(wide)
    t.equal(opened.log.damaged, false)
    t.equal(await imageOfLog(opened.log, ids), image)
    t.match(opened.telemetry.warnings, [{ event: /torn tail/ }])

    await log.close()
    const closed = damagedCopy(device, (copy) => {
      overwrite(file(copy, lastSegment(copy)).bytes, before + 30, before + 90, new Dice(1))
    })
    t.equal((await open(closed)).log.damaged, true, "after a clean end it can")
  })
})

await t.test("one wrong byte anywhere is found or harmless", async (t) => {
  for (const end of ["killed", "closed"]) {
    await t.test(`of a log that was ${end}`, async (t) => {
      const { device, image } = await written()
      if (end === "closed") await (await open(device)).log.close()
      const dice = new Dice(7)
      let tried = 0
      let found = 0
      for (const [name, { bytes }] of device.files) {
        // All of the last segment, where a torn write has to be told apart; some of the others.
        const stride = name === segmentNameOf(lastSegment(device)) ? 1 : 7
        for (let at = 0; at < bytes.length; at += stride) {
          tried += 1
          const copy = damagedCopy(device, (copy) => {
            const harmed = defined(copy.files.get(name), "the same file").bytes
            harmed[at] = (harmed[at] as number) ^ dice.between(1, 255)
          })
          const { log, telemetry } = await open(copy)
          if (log.damaged) {
            found += 1
            if (telemetry.errors.length === 0) t.fail(`damage not reported: ${name} ${at}`)
            const { hardState } = log.recovered(1) ?? { hardState: { term: 4 } }
            if (hardState.term < 3) t.fail(`term went back: ${name} ${at}`)
          } else if ((await imageOfLog(log, ids)) !== image) {
            t.fail(`silently changed: ${name} ${at}`)
          }
        }
      }
      t.ok(found > 0.9 * tried, `${found} of ${tried}`)
    })
  }
})

await t.test("at the end of a log that was killed", async (t) => {
  const device = new MemoryLogDevice()
  const { log } = await open(device)
  await log.append([write({ entries: entries(1, 2, 1) })])
  const before = file(device, 1).bytes.length
  // Ends as data may: in a single bit and zeros behind it.
  await log.append([write({ entries: [entry(3, 1, "end of the log\u0001\0\0")] })])
  const { bytes } = file(device, 1)

  await t.test("any bit that rots is damage, though it be the last and become zero", async (t) => {
    for (let bit = 8 * before; bit < 8 * bytes.length; bit += 1) {
      const rotten = damagedCopy(device, (copy) => {
        const at = bit >> 3
        file(copy, 1).bytes[at] = (bytes[at] as number) ^ (1 << (bit & 7))
      })
      if (!(await open(rotten)).log.damaged) t.fail(`bit ${bit & 7} of byte ${bit >> 3}`)
    }
  })

  await t.test("zeros from any byte on are a torn write", async (t) => {
    for (let from = before; from < bytes.length; from += 1) {
      const torn = damagedCopy(device, (copy) => file(copy, 1).bytes.fill(0, from))
      const { log } = await open(torn)
      if (log.damaged || log.recovered(1)?.lastIndex !== 2) t.fail(`from ${from}`)
    }
  })
})

await t.test("damage in the middle", async (t) => {
  const { device } = await written()
  const last = lastSegment(device)
  const harms: readonly (readonly [string, (copy: MemoryLogDevice) => void])[] = [
    ["of a closed segment", (copy) => overwrite(file(copy, 1).bytes, 300, 500, new Dice(1))],
    ["of the last segment", (copy) => overwrite(file(copy, last).bytes, 240, 300, new Dice(1))],
    [
      "at the end of a closed segment",
      (copy) => {
        const { bytes } = file(copy, 2)
        overwrite(bytes, bytes.length - 60, bytes.length, new Dice(1))
      },
    ],
    [
      "that shortens a closed segment",
      (copy) => {
        file(copy, 2).bytes = file(copy, 2).bytes.slice(0, 228)
      },
    ],
    ["that takes a segment away", (copy) => copy.files.delete(segmentNameOf(2))],
    ["that takes the oldest segment away", (copy) => copy.files.delete(segmentNameOf(1))],
    [
      "that puts one segment in place of another",
      (copy) => {
        file(copy, 2).bytes = file(copy, 1).bytes.slice()
      },
    ],
    [
      "that writes right bytes to the wrong place",
      (copy) => {
        const { bytes } = file(copy, 2)
        bytes.copyWithin(600, 300, 500)
      },
    ],
    ["that zeroes a sector", (copy) => file(copy, 1).bytes.fill(0, 512, 1_024)],
    ["that a device can't read", (copy) => copy.badOffsets.set(segmentNameOf(1), 700)],
  ]
  for (const [what, harm] of harms) {
    await t.test(what, async (t) => {
      const harmed = damagedCopy(device, harm)
      const { log, telemetry } = await open(harmed)
      t.equal(log.damaged, true)
      t.match(telemetry.errors[0], {
        event: /damaged/,
        fields: { file: /^raft-\d+\.log$/, offset: Number, reason: String },
      })
      t.same(recoveredOf(log, 1).hardState, { term: 4, vote: 1, commit: 45 }, "the newest")
      t.match(log.recovered(1), { terms: [] })
      t.same(await log.read(1, 1, 100, 1_000), [])
      await t.rejects(log.append([write({ entries: entries(49, 49, 9) })]), { code: "data_loss" })

      const twice = await open(harmed)
      t.equal(twice.log.damaged, true, "it stays damaged until it begins anew")

      const anew = { start: { index: 20, term: 2 }, damageNonce: 77 }
      await twice.log.append([write({ ...anew }), write({ ...anew, rangeId: 2 })])
      t.equal(twice.log.damaged, false)
      await twice.log.append([write({ entries: entries(21, 22, 4) })])
      await twice.log.close()
      const healed = await open(harmed.copy())
      t.equal(healed.log.damaged, false)
      t.same(healed.log.recovered(1), {
        hardState: { term: 4, vote: 1, commit: 45 },
        start: { index: 20, term: 2 },
        terms: [{ firstIndex: 21, term: 4 }],
        lastIndex: 22,
        damageNonce: 77,
      })
      t.same(healed.telemetry.errors, [], "what was damaged is gone")
    })
  }

  await t.test("is not forgotten by a crash while the log begins anew", async (t) => {
    for (let step = 1; step < 20; step += 1) {
      const harmed = damagedCopy(device, (copy) => {
        overwrite(file(copy, 1).bytes, 300, 500, new Dice(1))
      })
      const { log } = await open(harmed)
      harmed.dieAtStep(step)
      const anew = { start: { index: 20, term: 2 }, damageNonce: 77 }
      const healing = log.append([write({ ...anew }), write({ ...anew, rangeId: 2 })])
      const healed = await Promise.race([healing.then(() => true), harmed.died.then(() => false)])
      const left = harmed.crash("powerLoss", new Dice(step))
      const { log: again } = await open(left)
      if (healed) t.equal(again.damaged, false)
      t.ok(again.damaged || recoveredOf(again, 1).damageNonce === 77)
    }
  })

  await t.test("that swallowed all of a range is damage too", async (t) => {
    const device = new MemoryLogDevice()
    const { log } = await open(device)
    const bornAt = file(device, 1).bytes.length
    await log.append([write({ rangeId: 2, hardState: { term: 5, vote: 1, commit: 0 } })])
    const bornEnd = file(device, 1).bytes.length
    await log.append([write({ entries: entries(1, 3, 1) })])
    overwrite(file(device, 1).bytes, bornAt, bornEnd, new Dice(1))
    for (let i = 0; i < 3; i += 1) {
      const opened = await open(device)
      t.equal(opened.log.recovered(2), undefined)
      t.equal(opened.log.damaged, true)
    }
    const opened = await open(device)
    await opened.log.append([
      write({ start: { index: 0, term: 0 } }),
      write({ rangeId: 2, start: { index: 0, term: 0 } }),
    ])
    t.equal(opened.log.damaged, false)
    await opened.log.close()
    t.equal((await open(device)).log.damaged, false)
  })

  await t.test("of what no range needs any more is harmless once it is superseded", async (t) => {
    const device = new MemoryLogDevice()
    const { log } = await open(device)
    await log.append([write({ entries: entries(1, 9, 1) })])
    const end = file(device, 1).bytes.length
    await log.append([write({ start: { index: 100, term: 2 }, entries: entries(101, 102, 2) })])
    overwrite(file(device, 1).bytes, 100, end - 100, new Dice(1))
    const opened = await open(device)
    t.match(opened.log.recovered(1), { start: { index: 100 }, lastIndex: 102 })
  })
})

await t.test("a record that rots while the log is open is told on read", async (t) => {
  const { device } = await written()
  const { log, telemetry } = await open(device)
  const { bytes } = file(device, 1)
  overwrite(bytes, 36, bytes.length, new Dice(1))
  await t.rejects(log.read(1, 6, 100, 10_000), { code: "data_loss", message: /raft-\d+\.log at/ })
  t.match(telemetry.errors, [{ event: /unreadable/, fields: { rangeId: 1 } }])
  const last = lastSegment(device)
  device.badOffsets.set(segmentNameOf(last), file(device, last).bytes.length - 10)
  await t.rejects(log.read(2, 18, 100, 10_000), { code: "data_loss" })
})

await t.test("the log of a newer or older program is refused", async (t) => {
  const { device } = await written()
  for (const version of [formatVersion - 1, formatVersion + 1]) {
    const header = { version, storeId: storeIdOf("node 5"), segmentNumber: 1, previousBytes: 0 }
    file(device, 1).bytes.set(encodeSegmentHeader(header), 0)
    const message = new RegExp(`log format ${version}`)
    await t.rejects(open(device), { code: "wrong_cluster", message })
  }
})

await t.test("other files in the folder are left alone", async (t) => {
  const { device, image } = await written()
  const other = await device.open("notes.txt")
  await other.append([Buffer.from("mine")])
  const { log } = await open(device)
  t.equal(await imageOfLog(log, ids), image)
  t.ok(device.files.has("notes.txt"))
})

await t.test("the search for one wrong byte", async (t) => {
  const dice = new Dice(3)
  for (let i = 0; i < 300; i += 1) {
    const bytes = new Uint8Array(dice.between(1, 500)).map(() => dice.between(0, 255))
    const seed = dice.bits()
    const sum = crc32c(bytes, seed)
    const at = dice.between(0, bytes.length - 1)
    const harmed = bytes.slice()
    harmed[at] = (harmed[at] as number) ^ dice.between(1, 255)
    t.same(findWrongByte(harmed, sum, seed), { at })
    t.same(findWrongByte(bytes, (sum ^ (0x5a << 16)) >>> 0, seed), { at: "checksum" })
    const torn = bytes.slice()
    overwrite(torn, 0, torn.length, dice)
    if (bytes.length > 8) t.equal(findWrongByte(torn, sum, seed), undefined)
  }
})

await t.test("variants: storage that is broken on purpose", async (t) => {
  await t.test("skip-log-sync acknowledges what a power cut takes", async (t) => {
    const device = new MemoryLogDevice()
    const { log } = await open(device, "skip-log-sync")
    device.steps.length = 0
    await log.append([write({ entries: entries(1, 3, 1) })])
    t.notOk(device.steps.some((step) => step.startsWith("sync ")))
  })

  await t.test("ignore-log-checksum believes what it reads", async (t) => {
    const device = new MemoryLogDevice()
    const { log } = await open(device)
    await log.append([write({ entries: [entry(1, 1, "true")] })])
    const { bytes } = file(device, 1)
    const at = bytes.length - 5
    t.same(Buffer.from(bytes.subarray(at, at + 4)).toString(), "true")
    bytes.set(Buffer.from("lies"), at)
    const opened = await open(device, "ignore-log-checksum")
    t.equal(opened.log.damaged, false)
    t.same(await opened.log.read(1, 1, 2, 100), [entry(1, 1, "lies")])
  })

  await t.test("skip-damaged-records forgets without a word", async (t) => {
    const { device } = await written()
    overwrite(file(device, 2).bytes, 300, 500, new Dice(1))
    const { log } = await open(device, "skip-damaged-records")
    t.equal(log.damaged, false)
    t.ok(recoveredOf(log, 1).lastIndex < 48)
    await log.append([write({ entries: [entry(recoveredOf(log, 1).lastIndex + 1, 9)] })])
    t.equal(log.damaged, false)
  })
})
