/** Tables with a bad block in them, which RocksDB can neither rewrite nor tell anybody of. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import t from "tap"
import type { EngineWrite, LogFields, Telemetry } from "../../src/env/index.ts"
import { openRocksEngine } from "../../src/platform/rocksdb/index.ts"
import { RotWatch } from "../../src/platform/rocksdb/rot-watch.ts"
import { noise } from "../contract/engine.ts"

/** What looks found: the count of failures by then, and whether there was space. */
type Looks = readonly (readonly [atMs: number, failures: number, hasSpace: boolean])[]

const cases: readonly (readonly [what: string, looks: Looks, rotten: boolean])[] = [
  [
    "nothing fails",
    [
      [0, 0, true],
      [60_000, 0, true],
    ],
    false,
  ],
  [
    "each try fails",
    [
      [0, 1, true],
      [4_000, 5, true],
      [8_000, 9, true],
      [10_000, 11, true],
    ],
    true,
  ],
  [
    "not for long enough",
    [
      [0, 1, true],
      [4_000, 5, true],
      [9_000, 10, true],
    ],
    false,
  ],
  [
    "once, and once more",
    [
      [0, 1, true],
      [9_000, 1, true],
      [20_000, 2, true],
    ],
    false,
  ],
  [
    "some, then none",
    [
      [0, 1, true],
      [3_000, 4, true],
      [9_000, 4, true],
      [12_000, 5, true],
    ],
    false,
  ],
  [
    "for want of space",
    [
      [0, 1, true],
      [5_000, 6, false],
      [12_000, 9, true],
    ],
    false,
  ],
  [
    "opened anew meanwhile",
    [
      [0, 9, true],
      [5_000, 14, true],
      [11_000, 3, true],
    ],
    false,
  ],
  [
    "seldom looked at",
    [
      [0, 1, true],
      [60_000, 55, true],
    ],
    true,
  ],
]

for (const [what, looks, rotten] of cases) {
  t.test(`background failures: ${what}`, async (t) => {
    const watch = new RotWatch(10_000)
    let found = false
    for (const look of looks) found = watch.look(...look)
    t.equal(found, rotten)
  })
}

const keyOf = (i: number): Uint8Array => Buffer.from(`k${String(i).padStart(6, "0")}`)
const keys = 1_000
const everything = { gte: keyOf(0), lt: Buffer.from("l") }

function rows(from: number, to: number, seed: number): EngineWrite[] {
  const writes: EngineWrite[] = []
  for (let i = from; i < to; i += 1) {
    writes.push({ type: "put", key: keyOf(i), value: noise(200, seed + i) })
  }
  return writes
}

/** Flips a bit in the middle of a table. */
function spoilTable(folder: string): void {
  const database = join(folder, readdirSync(folder).find((name) => /^\d{6}$/.test(name)) as string)
  const name = readdirSync(database).find((name) => name.endsWith(".sst")) as string
  const table = readFileSync(join(database, name))
  const middle = table.length >> 1
  table[middle] = (table[middle] as number) ^ 1
  writeFileSync(join(database, name), table)
}

t.test("a store goes on whose tables can't be rewritten, with all that can be read", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "ringraft-rot-"))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const events: string[] = []
  const note = (event: string, _fields?: LogFields): void => {
    events.push(event)
  }
  const telemetry: Telemetry = { debug: note, info: note, warn: note, error: note }
  const sizes = { cacheBytes: 1_024 * 1_024, writeBufferBytes: 256 * 1_024 }
  const first = await openRocksEngine(folder, sizes)
  await first.write(rows(0, keys, 0), { sync: true })
  await first.compact(everything)
  await first.close()
  spoilTable(folder)

  const engine = await openRocksEngine(folder, { ...sizes, telemetry, rottenMsMin: 0 })
  // Enough tables for a compaction, which RocksDB then tries once a second.
  for (let round = 1; round <= 12; round += 1) {
    await engine.write(rows(0, keys, round), { sync: false })
  }
  for (let tries = 0; !events.includes("engine has copied its tables"); tries += 1) {
    if (tries === 300) throw new Error(`nothing was copied; ${events}`)
    await engine.write(rows(tries, tries + 1, 13), { sync: false })
    await setTimeout(100)
  }
  const copied = await engine.getMany(Array.from({ length: keys }, (_, i) => keyOf(i)))
  t.notOk(copied.includes(undefined), "every key is there")
  t.match(events[0], "engine can't rewrite its tables")
  t.equal(readdirSync(folder).filter((name) => /^\d{6}$/.test(name)).length, 1, "the old one goes")
  // Far beyond what stopped all writes for good before.
  for (let round = 14; round < 120; round += 1) {
    await engine.write(rows(0, keys, round), { sync: false })
  }
  const values = await engine.getMany(Array.from({ length: keys }, (_, i) => keyOf(i)))
  const lost = values.filter((value, i) => {
    return value === undefined || Buffer.compare(value, noise(200, 119 + i)) !== 0
  })
  t.equal(lost.length, 0)
  await engine.close()
})
