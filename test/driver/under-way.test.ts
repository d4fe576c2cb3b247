/** What a driver was about when it fell is in the history of the next one. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { History } from "../../src/driver/history.ts"
import type { SystemOperation } from "../../src/driver/index.ts"
import { scanAll } from "../../src/driver/scan-all.ts"
import { UnderWay } from "../../src/driver/under-way.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import type { OperatorRecord } from "../../src/wire/index.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { SystemRange } from "./system-range.ts"

const operatorsMax = 4_096

function recordOf(id: number, stepsDone = 0): OperatorRecord {
  const operator = {
    ...{ id, kind: "repair", rangeId: 7, why: "store 3 is gone", stepsDone },
    ...{ steps: ["add a learner on store 4"], end: "", reason: "", ageMs: 0 },
    ...{ bytes: 0, bytesTotal: 0, bytesPerSecond: 0 },
  }
  return { operator, begunAtMs: 5_000 + id }
}

/** One driver, for as long as it drives; what it reads and writes can be held up. */
class Driver {
  operators: readonly OperatorRecord[] = []
  readonly history: History
  readonly underWay: UnderWay
  readonly #clock = new ManualClock()
  readonly #warned: string[] = []

  constructor(
    readonly range: SystemRange,
    term: number,
    perform = range.perform,
  ) {
    const clock = this.#clock
    const telemetry = { ...silentTelemetry, warn: (event: string) => this.#warned.push(event) }
    this.history = new History({ perform: range.perform, clock, telemetry })
    this.underWay = new UnderWay({
      ...{ term, perform, clock, telemetry, history: this.history },
      operators: () => this.operators,
    })
  }

  get warned(): readonly string[] {
    return this.#warned
  }

  /** So many looks, each with all that comes of it. */
  async look(times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      this.#clock.advance(1_000)
      this.underWay.follow()
      await settled()
    }
  }

  fall(): void {
    this.underWay.stop()
    this.history.stop()
  }

  async ended(): Promise<readonly string[]> {
    const records = await this.history.list()
    return records.map(({ operator: { id, end, reason } }) => `${id} ${end}: ${reason}`).sort()
  }
}

/** Nothing here waits for anything but what was begun: a few rounds are many. */
async function settled(): Promise<void> {
  for (let round = 0; round < 50; round += 1) await new Promise(setImmediate)
}

const text = (key: string): Uint8Array => new TextEncoder().encode(key)

async function cellsLeft(range: SystemRange): Promise<number> {
  return (await scanAll(range.perform, text("underway/"), text("underway0"))).length
}

t.test("what was under way has ended, where the next driver looks", async (t) => {
  const range = new SystemRange()
  const first = new Driver(range, 5)
  first.operators = [1, 2, 3, 33].map((id) => recordOf(id))
  await first.look()
  first.operators = [recordOf(2, 1), recordOf(33)]
  await first.look()
  first.fall()

  const second = new Driver(range, 6)
  second.operators = [recordOf(41)]
  await second.look(4)
  const changed = "cancelled: the driver changed; what was begun is finished or undone"
  t.same(await second.ended(), [`2 ${changed}`, `33 ${changed}`])
  t.match((await second.history.list()).at(-1)?.operator, { why: "store 3 is gone" })
  t.equal(await cellsLeft(range), 1, "its own")
  second.operators = []
  await second.look()
  t.equal(await cellsLeft(range), 0)
})

t.test("how far it was is known, too", async (t) => {
  const range = new SystemRange()
  const first = new Driver(range, 5)
  first.operators = [recordOf(2)]
  await first.look()
  first.operators = [recordOf(2, 1)]
  await first.look()
  const second = new Driver(range, 6)
  await second.look()
  t.match((await second.history.list())[0]?.operator, { id: 2, stepsDone: 1 })
})

t.test("written is what has changed, and once a second at most", async (t) => {
  const range = new SystemRange()
  const driver = new Driver(range, 5)
  driver.operators = [recordOf(1)]
  await driver.look()
  t.equal(range.writes, 1)
  await driver.look(3)
  t.equal(range.writes, 1)
  driver.operators = [recordOf(1), recordOf(2)]
  driver.underWay.follow()
  await settled()
  t.equal(range.writes, 1, "no second has passed")
  await driver.look()
  t.equal(range.writes, 2)
  driver.operators = Array.from({ length: operatorsMax }, (_, id) => recordOf(id))
  await driver.look()
  t.ok(range.writes <= 2 + 32, "many share a cell")
  t.ok((await cellsLeft(range)) <= 32)
})

t.test("an end that the history lacks is not lost with its driver", async (t) => {
  const range = new SystemRange()
  const first = new Driver(range, 5)
  first.operators = [recordOf(1)]
  await first.look()
  const { operator, begunAtMs } = recordOf(1)
  first.history.stop()
  first.history.keep({ operator: { ...operator, end: "finished" }, begunAtMs })
  first.operators = []
  await first.look()
  first.fall()
  const second = new Driver(range, 6)
  await second.look()
  t.same(await second.ended(), ["1 finished: "])
})

t.test("a driver that falls before it has told leaves it to the next", async (t) => {
  const range = new SystemRange()
  const first = new Driver(range, 5)
  first.operators = [recordOf(1)]
  await first.look()
  const second = new Driver(range, 6)
  second.history.stop()
  await second.look(3)
  t.equal(await cellsLeft(range), 2, "in its own list, until the history has it")
  const third = new Driver(range, 7)
  await third.look(4)
  t.same(await third.ended(), [
    "1 cancelled: the driver changed; what was begun is finished or undone",
  ])
  t.equal(await cellsLeft(range), 0)
})

t.test("who writes after the next one has read is heard by the one after that", async (t) => {
  const range = new SystemRange()
  const first = new Driver(range, 5)
  first.operators = [recordOf(1)]
  await first.look()
  const second = new Driver(range, 6)
  await second.look()
  // It does not know yet that another drives: its end comes second, and its next operator late.
  const { operator, begunAtMs } = recordOf(1)
  first.history.keep({ operator: { ...operator, end: "finished" }, begunAtMs })
  first.operators = [recordOf(33)]
  await first.look(2)
  await second.look(3)
  const third = new Driver(range, 7)
  await third.look(4)
  const changed = "cancelled: the driver changed; what was begun is finished or undone"
  t.same(await third.ended(), [`1 ${changed}`, `33 ${changed}`], "each once, and by one driver")
  t.equal(await cellsLeft(range), 0)
})

t.test("a swap that nobody heard of is done again", async (t) => {
  const range = new SystemRange()
  const first = new Driver(range, 5)
  first.operators = [recordOf(1)]
  range.answersLost = 1
  await first.look()
  first.operators = [recordOf(1), recordOf(33)]
  await first.look(3)
  const second = new Driver(range, 6)
  await second.look()
  t.equal((await second.ended()).length, 2)
})

t.test("what can't be read is left, and holds nothing up", async (t) => {
  const range = new SystemRange()
  const first = new Driver(range, 5)
  first.operators = [recordOf(1)]
  await first.look()
  await range.perform({
    ...{ type: "compareAndSwap", key: text("underway/0000000000000004/07") },
    ...{ expect: { type: "absent" }, value: Uint8Array.from([0xff]) },
    ...{ ttlMs: undefined, requestId: undefined },
  })
  let away = true
  const second = new Driver(range, 6, async (operation: SystemOperation) => {
    if (away && operation.type === "scan") throw new KvError("unavailable", "not now")
    return range.perform(operation)
  })
  second.operators = [recordOf(2)]
  const { writes } = range
  await second.look()
  t.equal(range.writes, writes + 1, "its own list is written all the same")
  t.same(await second.ended(), [])
  away = false
  await second.look(4)
  t.same(await second.ended(), [
    "1 cancelled: the driver changed; what was begun is finished or undone",
  ])
  t.equal(second.warned.length, 1)
  t.equal(await cellsLeft(range), 2, "its own, and the one that nobody can read")
})
