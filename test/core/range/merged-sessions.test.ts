/** Sessions of ranges that are cut and merged: all replicas know the same, restarted or not. */
import { deepStrictEqual } from "node:assert/strict"
import t from "tap"
import type { Limits } from "../../../src/base/index.ts"
import type { SessionImage } from "../../../src/core/range/index.ts"
import { SessionTable } from "../../../src/core/range/session-table.ts"
import { noSessions, StoredSessions } from "./stored-sessions.ts"
import { request, smallLimits } from "./test-range.ts"

const limits = { ...smallLimits, sessionsMax: 2, sessionResultsMax: 100 }

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
    deepStrictEqual([...this.#steady.faults(), ...this.#restarted.faults()], [])
    const { sessions, forgotten } = this.view
    for (const each of forgotten) deepStrictEqual(each.time <= this.time, true)
    for (const { createdIndex, lastUsedTime } of sessions) {
      deepStrictEqual(createdIndex <= this.index && lastUsedTime <= this.time, true)
    }
  }

  #advance(time: number): void {
    this.index += 1
    this.time = time
  }
}

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
