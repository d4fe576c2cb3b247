/** What the oracle is told of values with a time to live. */
import t from "tap"
import { checkHistory } from "../../src/sim/oracle/index.ts"
import { drawSwarm } from "../../src/sim/swarm.ts"
import { Lifetimes } from "../../src/sim/workload/lifetimes.ts"
import { Names } from "../../src/sim/workload/names.ts"
import { claimOf, type KeyOperation } from "../../src/sim/workload/operations.ts"
import { type Outcome, Recorder } from "../../src/sim/workload/recorder.ts"
import { World } from "../../src/sim/world.ts"

class Story {
  readonly #world = new World()
  readonly #recorder = new Recorder(this.#world)
  readonly #swarm = { ...drawSwarm(1), wallSkewMs: 50, clockDrift: 0, faults: [] }
  readonly names = new Names(this.#swarm.workload)
  readonly #lifetimes = new Lifetimes(this.names, this.#recorder, this.#swarm)

  /** Each takes a millisecond. */
  async tell(atMs: number, operation: KeyOperation, outcome: Outcome): Promise<void> {
    await this.#world.run(atMs)
    const claim = claimOf(operation, this.#recorder.newClient())
    const call = this.#recorder.now()
    await this.#world.run(atMs + 1)
    this.#recorder.end(claim, call, outcome)
    this.#lifetimes.follow(operation, claim, call, outcome)
  }

  /** Begins with the story, and ends behind what happens meanwhile. */
  async during(
    operation: KeyOperation,
    outcome: Outcome,
    meanwhile: () => Promise<void>,
  ): Promise<void> {
    const claim = claimOf(operation, this.#recorder.newClient())
    const call = this.#recorder.now()
    await meanwhile()
    this.#recorder.end(claim, call, outcome)
    this.#lifetimes.follow(operation, claim, call, outcome)
  }

  get holds(): boolean {
    return checkHistory(this.#recorder.history).ok
  }

  isMortal(key: string, value: string): boolean {
    return this.#lifetimes.isMortal(key, value)
  }
}

const done = { ok: true } as const
const absent = { ok: true, result: null } as const
const get = (key: string): KeyOperation => ({ op: "get", key, consistency: "linearizable" })
const put = (key: string, value: string, ttlMs: number): KeyOperation => {
  return { op: "put", key, value, ttlMs }
}

/** A number, and what it comes to by an increment. */
function sumOf({ names }: Story) {
  const [mixed = ""] = names.mixed
  const number = names.nextNumber()
  const delta = names.nextDelta()
  const increment: KeyOperation = { op: "incr", key: mixed, delta, ttlMs: 0 }
  return { mixed, number, sum: String(BigInt(number) + delta), increment }
}

t.test("a value may vanish when its time is over, and not before", async (t) => {
  for (const [atMs, holds] of [
    [1_950, true],
    [1_850, false],
  ] as const) {
    const story = new Story()
    await story.tell(1_000, put("expiring/0", "a", 1_000), done)
    await story.tell(atMs, get("expiring/0"), absent)
    t.equal(story.holds, holds, `after ${atMs - 1_000} ms of 1,000, clocks 100 ms apart`)
  }
})

t.test("a value without one never does, whatever was there before", async (t) => {
  const story = new Story()
  await story.tell(1_000, put("expiring/0", "a", 100), done)
  await story.tell(1_010, put("expiring/0", "b", 0), done)
  t.ok(story.isMortal("expiring/0", "a"))
  t.notOk(story.isMortal("expiring/0", "b"))
  await story.tell(9_000, get("expiring/0"), absent)
  t.notOk(story.holds)
})

t.test("a sum vanishes with what was put under it", async (t) => {
  for (const [ttlMs, holds] of [
    [100, true],
    [0, false],
  ] as const) {
    const story = new Story()
    const { mixed, number, sum, increment } = sumOf(story)
    await story.tell(1_000, put(mixed, number, ttlMs), done)
    await story.tell(1_010, increment, { ok: true, result: sum })
    t.equal(story.isMortal(mixed, sum), holds)
    await story.tell(9_000, get(mixed), absent)
    t.equal(story.holds, holds)
  }
})

t.test("so does one that was seen before the put had its answer", async (t) => {
  const story = new Story()
  const { mixed, number, sum, increment } = sumOf(story)
  await story.during(put(mixed, number, 100), done, async () => {
    await story.tell(1_010, increment, { ok: true, result: sum })
    await story.tell(9_000, get(mixed), absent)
  })
  t.ok(story.holds)
})
