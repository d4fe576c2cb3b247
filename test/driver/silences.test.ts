/** A driver hands on to the next one how long it has waited for a silent store. */
import t from "tap"
import type { NodeId } from "../../src/base/index.ts"
import { Silences } from "../../src/driver/silences.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { SystemRange } from "./system-range.ts"

const deadStoreAfterMs = 60_000

/** One driver's, that has heard of store 3 last when it says. */
class Driver {
  readonly clock = new ManualClock()
  readonly silences: Silences
  heardAtMs: number

  constructor({ perform }: SystemRange) {
    const { clock } = this
    this.heardAtMs = clock.nowMs
    this.silences = new Silences({
      ...{ perform, clock, telemetry: silentTelemetry, deadStoreAfterMs },
      heardAtMs: () => [[3, this.heardAtMs] as [NodeId, number]],
    })
  }

  /** Time passes, and the driver looks now and then. */
  async wait(ms: number): Promise<void> {
    for (let waited = 0; waited < ms; waited += 1_000) {
      this.clock.advance(1_000)
      this.silences.follow()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

async function knownIn(range: SystemRange): Promise<number> {
  const { silences } = new Driver(range)
  await silences.open()
  return silences.waitedMs(3)
}

for (const [silentMs, known] of [
  [10_000, 0],
  [20_000, 15_000],
  [40_000, 30_000],
  [50_000, 45_000],
  // The last quarter each driver waits by itself.
  [200_000, 45_000],
] as const) {
  t.test(`of ${silentMs} ms, ${known} ms are known to the next driver`, async (t) => {
    const range = new SystemRange()
    const driver = new Driver(range)
    await driver.silences.open()
    await driver.wait(silentMs)
    t.equal(await knownIn(range), known)
    t.equal(range.writes, known / 15_000, "a write for each quarter")
  })
}

t.test("who is heard again was not silent", async (t) => {
  const range = new SystemRange()
  const driver = new Driver(range)
  await driver.silences.open()
  await driver.wait(50_000)
  driver.heardAtMs = driver.clock.nowMs
  await driver.wait(5_000)
  t.equal(await knownIn(range), 0)
})

t.test("of two drivers, the one that has not read the other's note reads it", async (t) => {
  const range = new SystemRange()
  const [first, second] = [new Driver(range), new Driver(range)]
  await first.silences.open()
  await second.silences.open()
  await first.wait(20_000)
  await second.wait(40_000)
  t.equal(await knownIn(range), 30_000)
})

t.test("where nobody leads the range it is tried again", async (t) => {
  const range = new SystemRange()
  const driver = new Driver(range)
  await driver.silences.open()
  range.down = true
  await driver.wait(20_000)
  range.down = false
  t.equal(await knownIn(range), 0)
  await driver.wait(5_000)
  t.equal(await knownIn(range), 15_000)
  driver.silences.stop()
  await driver.wait(30_000)
  t.equal(await knownIn(range), 15_000, "somebody else drives")
})
