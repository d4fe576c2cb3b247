/** Sessions of ranges that are cut and merged: all replicas know the same, restarted or not. */
import { deepStrictEqual } from "node:assert/strict"
import fc from "fast-check"
import t from "tap"
import type { Limits } from "../../../src/base/index.ts"
import type { SessionImage } from "../../../src/core/range/index.ts"
import { SessionTable } from "../../../src/core/range/session-table.ts"
import { noSessions, StoredSessions } from "./stored-sessions.ts"
import { request, smallLimits } from "./test-range.ts"

const limits = { ...smallLimits, sessionsMax: 2, sessionResultsMax: 100 }
/** So many strangers push everybody out who does not write, and out of the forgotten, too. */
const crowd = 5 * limits.sessionsMax + 1

/** The sessions of one range, on a replica that was always there and on one that was restarted. */
class Range {
  readonly #limits: Limits
  readonly #steady: SessionTable
  #restarted: SessionTable
  readonly #stored: StoredSessions
  index: number
  time: number

  constructor(image: SessionImage = noSessions, index = 0, time = 0, limitsOf: Limits = limits) {
    this.#limits = limitsOf
    this.#steady = new SessionTable(image, limitsOf)
    this.#restarted = new SessionTable(image, limitsOf)
    this.#stored = new StoredSessions(image)
    this.index = index
    this.time = time
  }

  /** What the client hears: the result, new or recalled; undefined: it was forgotten. */
  write(client: number, sequence: number, acknowledgedBelow = 0, time = this.time + 1): unknown {
    this.#advance(time)
    const version = time
    const results = [this.#steady, this.#restarted].map((table) => {
      const id = request(client, sequence, acknowledgedBelow)
      const session = table.open(id, this.index, time)
      if (session === undefined || sequence < session.acknowledgedBelow) return undefined
      const first = table.recall(session, sequence)
      if (first !== undefined) return first
      if (table.hasRoom(session)) table.remember(session, sequence, { type: "put", version })
      return { type: "put", version }
    })
    deepStrictEqual(results[1], results[0], "one recalls what the other does again")
    return results[0]
  }

  flush(): void {
    this.#stored.write(this.#restarted.flush(this.index))
  }

  restart(): void {
    this.flush()
    this.#restarted = new SessionTable(this.#stored.image(), this.#limits)
    this.check()
  }

  /** Goes to sleep, and wakes up. */
  rest(): void {
    const packed = this.#restarted.pack()
    if (packed !== undefined) this.#restarted = SessionTable.open(packed, this.#limits)
  }

  cut(): Range {
    this.#advance(this.time + 1)
    return new Range(this.#restarted.image(this.index), this.index, this.time, this.#limits)
  }

  absorb(source: Range): void {
    this.#advance(Math.max(this.time + 1, source.time))
    this.#steady.absorb(source.#steady.view(), this.index, this.time)
    this.#restarted.absorb(source.#restarted.view(), this.index, this.time)
  }

  get view() {
    return this.#steady.view()
  }

  get clients(): readonly unknown[] {
    return this.view.sessions.map(({ clientId }) => clientId[0])
  }

  check(): void {
    deepStrictEqual(this.#restarted.view(), this.#steady.view())
    for (const table of [this.#steady, this.#restarted]) {
      deepStrictEqual(table.faults(this.index, this.time), [])
    }
  }

  #advance(time: number): void {
    this.index += 1
    this.time = time
  }
}

t.test("who comes back by a merge has no results from before it, restarted or not", async (t) => {
  const left = new Range()
  left.write(1, 1)
  const right = left.cut()
  left.write(1, 2)
  left.write(2, 1)
  left.flush()
  for (let stranger = 100; stranger < 100 + crowd; stranger += 1) {
    left.write(stranger, 1)
    left.write(2, stranger)
  }
  t.same(left.view.forgotten.length, 4 * limits.sessionsMax, "forgotten even as forgotten")
  const time = left.time + 10
  t.ok(right.write(1, 3, 0, time))
  left.absorb(right)
  left.restart()
  t.match(left.view.sessions[1], { results: { length: 2, 0: { sequence: 1 }, 1: { sequence: 3 } } })
  left.write(1, 2)
})

for (const [what, idle, busy] of [
  ["the source's log is the shorter one", "right", "left"],
  ["the target's log is the shorter one", "left", "right"],
] as const) {
  t.test(`who wrote last stays, and stays forgotten, when ${what}`, async (t) => {
    const ranges = { left: new Range(), right: new Range() }
    for (let time = 1; time <= 300; time += 1) ranges[busy].write(9, time, time, time)
    for (const client of [10, 11, 12, 13, 14]) {
      ranges[idle].write(client, 1, 0, 300 + 2 * client)
      ranges[busy].write(client + 100, 1, 0, 301 + 2 * client)
    }
    const { left, right } = ranges
    left.absorb(right)
    left.check()
    t.same(left.clients, [14, 114], "of each range the one that was used last")
    t.notOk(
      left.view.forgotten.some(({ clientId }) => clientId[0] === 9),
      "he was the first",
    )
    for (const client of [10, 11, 12, 13, 110, 111, 112, 113]) {
      t.equal(left.write(client, 1), undefined, `client ${client} is not new`)
    }
  })
}

t.test("who was forgotten in both is as old as where that was later", async (t) => {
  const [left, right] = [new Range(), new Range()]
  for (const client of [1, 2, 3]) left.write(client, 1, 0, client)
  for (const client of [1, 2, 3]) right.write(client, 1, 0, 50 + client)
  left.absorb(right)
  t.match(left.view.forgotten, { length: 1, 0: { time: 53 } })
  left.restart()
})

/** What happens to one range. */
type RangeStep = { readonly right: boolean } & (
  | { readonly type: "write"; readonly client: number; readonly sequence: number }
  | { readonly type: "acknowledge"; readonly client: number; readonly below: number }
  | { readonly type: "crowd"; readonly beside: number }
  | { readonly type: "flush" | "rest" | "restart" }
)

type Step = RangeStep | { readonly type: "cut" | "merge" }

const right = fc.boolean()
const client = fc.integer({ min: 1, max: 2 })
const sequence = fc.integer({ min: 1, max: 8 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant("write"), right, client, sequence }),
  },
  fc.record({ type: fc.constant("acknowledge"), right, client, below: sequence }),
  fc.record({ type: fc.constant("crowd"), right, beside: client }),
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constantFrom("flush", "rest", "restart"), right }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom("cut", "merge") }) },
)

/** The left range takes in the right one and is cut again; what is for the right goes to both. */
class World {
  #left = new Range()
  #right: Range | undefined
  #time = 0
  #strangers = 0

  take(step: Step): void {
    if (step.type === "cut") this.#right ??= this.#left.cut()
    else if ("right" in step) this.#on((step.right ? this.#right : undefined) ?? this.#left, step)
    else {
      if (this.#right !== undefined) this.#left.absorb(this.#right)
      this.#right = undefined
    }
  }

  end(): void {
    for (const range of [this.#left, this.#right]) {
      range?.check()
      range?.restart()
    }
  }

  #on(range: Range, step: RangeStep): void {
    this.#time = Math.max(this.#time, range.time) + 1
    if (step.type === "write") range.write(step.client, step.sequence, 0, this.#time)
    else if (step.type === "acknowledge") {
      range.write(step.client, step.below, step.below, this.#time)
    } else if (step.type === "crowd") {
      for (let n = 0; n < crowd; n += 1) {
        range.write(100 + (this.#strangers++ % 150), 1)
        range.write(step.beside, 10 + n)
      }
    } else range[step.type]()
  }
}

t.test("however ranges are cut and merged, restarts change nothing", async () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), (steps) => {
      const world = new World()
      for (const each of steps) world.take(each)
      world.end()
    }),
    { numRuns: 2_000 },
  )
})
