import { setImmediate as turn } from "node:timers/promises"
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { BulkPace } from "../../src/store/bulk-pace.ts"

const KiB = 1_024
const [min, max] = [1_024 * KiB, 8 * 1_024 * KiB]

/** A clock whose timers fire so much later than they are due. */
class LateClock {
  lateMs = 0
  nowMs = 0
  readonly #timers: { readonly atMs: number; readonly task: () => void }[] = []

  monotonicMs(): number {
    return this.nowMs
  }

  wallMs(): number {
    return this.nowMs
  }

  soon(task: () => void): void {
    task()
  }

  after(delayMs: number, task: () => void) {
    const timer = { atMs: this.nowMs + delayMs + this.lateMs, task }
    this.#timers.push(timer)
    return { cancel: () => this.#timers.splice(this.#timers.indexOf(timer), 1) }
  }

  /** Runs what is due until then, in order. */
  async pass(ms: number): Promise<void> {
    const endMs = this.nowMs + ms
    for (;;) {
      await turn()
      const [next] = this.#timers.sort((left, right) => left.atMs - right.atMs)
      if (next === undefined || next.atMs > endMs) break
      this.#timers.shift()
      this.nowMs = next.atMs
      next.task()
    }
    this.nowMs = endMs
  }
}

/** Bytes that went through in so many seconds, with so many who have more than can go. */
async function moved(clock: LateClock, pace: BulkPace, movers: number, seconds: number) {
  let bytes = 0
  let going = true
  const move = async (): Promise<void> => {
    while (going) {
      await pace.take(64 * KiB)
      bytes += 64 * KiB
    }
  }
  const moving = Promise.all(Array.from({ length: movers }, move))
  await clock.pass(seconds * 1_000)
  going = false
  clock.lateMs = 0
  const { length } = await Promise.all([moving, clock.pass(60_000)])
  t.equal(length, 2)
  return bytes / seconds
}

function paced() {
  const clock = new LateClock()
  const rates = { snapshotBytesPerSecond: max, snapshotBytesPerSecondMin: min }
  const pace = new BulkPace(rates, clock)
  return { clock, pace }
}

t.test("where nothing is late the rate rises to the most that is allowed, for all", async (t) => {
  for (const movers of [1, 4]) {
    const { clock, pace } = paced()
    t.equal(pace.bytesPerSecond, min)
    await moved(clock, pace, movers, 20)
    t.equal(pace.bytesPerSecond, max)
    t.ok((await moved(clock, pace, movers, 10)) < 1.1 * max)
  }
})

t.test("what the collector and a chunk's own work take is not for lack of time", async (t) => {
  const { clock, pace } = paced()
  clock.lateMs = 7
  await moved(clock, pace, 4, 20)
  t.equal(pace.bytesPerSecond, max)
})

t.test("where timers are late the rate falls at once, and never below the least", async (t) => {
  const { clock, pace } = paced()
  await moved(clock, pace, 4, 20)
  clock.lateMs = 15
  await moved(clock, pace, 4, 1)
  clock.lateMs = 15
  t.ok((await moved(clock, pace, 4, 10)) > 0.7 * min)
  clock.lateMs = 15
  await moved(clock, pace, 1, 0.2)
  t.ok(pace.bytesPerSecond < max / 2)
})

t.test("one stall counts once, however many it kept waiting", async (t) => {
  const { clock, pace } = paced()
  await moved(clock, pace, 4, 20)
  clock.lateMs = 100
  const waiting = Array.from({ length: 8 }, () => pace.take(64 * KiB))
  await clock.pass(200)
  t.equal((await Promise.all(waiting)).length, 8)
  t.equal(pace.bytesPerSecond, max / 2)
})

t.test("who waits is told when the node stops, and so is who comes then", async (t) => {
  const { pace } = paced()
  const failing = (bytes: number) => pace.take(bytes).then(String, (error: unknown) => error)
  const waiting = [failing(min), failing(min)]
  pace.stop()
  for (const failed of [...(await Promise.all(waiting)), await failing(0)]) {
    t.ok(failed instanceof KvError && failed.code === "unavailable")
  }
})
