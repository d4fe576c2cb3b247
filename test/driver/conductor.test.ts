/** Orders of the policy, as operations on ranges, and what becomes of the answers. */
import t from "tap"
import { type ErrorCode, KvError } from "../../src/base/index.ts"
import { Placement, type RangeReport } from "../../src/core/placement/index.ts"
import type { Operation } from "../../src/core/range/types.ts"
import { Conductor } from "../../src/driver/conductor.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { keyspaceId, rangeReport, storeRecord, storeReport } from "../core/placement/reports.ts"

const passMs = 500
const newId = 77
const minuteMs = 60_000

class Stage {
  readonly clock = new ManualClock()
  readonly placement: Placement
  /** What leaders were asked since this was looked at last. */
  asked: Operation[] = []
  /** The range that the last of them was for, whoever holds its key. */
  namedLast = 0
  readonly ended: string[] = []
  answer: ErrorCode | undefined
  silent: readonly number[] = []
  readonly conductor: Conductor

  constructor(automatic = false) {
    const { clock } = this
    const placement = new Placement({ options: { automatic } })
    this.placement = placement
    placement.setKeyspace({ keyspaceId, replicationFactor: 3, rangeBytesMax: 64_000_000 })
    for (const store of [1, 2, 3, 4]) placement.setStore(storeRecord(store), clock.nowMs)
    this.conductor = new Conductor({
      ...{ placement, clock, passMs, telemetry: silentTelemetry },
      beforePass: () => this.#hear(),
      onEnded: ({ kind, end, reason }) => this.ended.push(`${kind} ${end}: ${reason}`),
      newRangeId: async () => newId,
      perform: async ({ rangeId }, operation) => {
        this.namedLast = rangeId
        this.asked.push(operation)
        if (this.answer !== undefined) throw new KvError(this.answer, "so it is")
        return { type: "get", cell: undefined }
      },
    })
    this.conductor.start()
    this.#hear()
  }

  report(replicas: string, more: Partial<RangeReport> = {}): void {
    this.placement.observeRange(rangeReport(1, "a..m", replicas, more), this.clock.nowMs)
  }

  /** One pass, and what it asks for. */
  async pass(ms = passMs): Promise<readonly Operation[]> {
    this.asked = []
    this.clock.advance(ms)
    await new Promise(setImmediate)
    return this.asked
  }

  move(from: number, to: number): void {
    const verdict = this.placement.moveReplica(1, from, to, this.clock.nowMs)
    if (verdict.type !== "accepted") throw new Error(verdict.message)
  }

  #hear(): void {
    for (const store of [1, 2, 3, 4]) {
      if (this.silent.includes(store)) continue
      this.placement.observeStore(storeReport(store), this.clock.nowMs)
    }
  }
}

const text = (key: string): Uint8Array => new TextEncoder().encode(key)

t.test("a move is a learner, then a vote instead of the other's, as reports show", async (t) => {
  const stage = new Stage()
  stage.report("1 2 3")
  stage.move(3, 4)
  const change = { type: "changeReplicas", key: text("a"), rangeId: 1 } as const
  const learner = { ...change, changes: [{ type: "addLearner", nodeId: 4 }], configVersion: 1 }
  t.same(await stage.pass(), [learner])
  t.same(await stage.pass(), [], "whether it is done is seen from reports, not from the answer")
  stage.report("1 2 3 4+", { configVersion: 2 })
  const changes = [
    { type: "addVoter", nodeId: 4 },
    { type: "remove", nodeId: 3 },
  ]
  t.same(await stage.pass(), [{ ...change, changes, configVersion: 2 }])
  stage.report("1 2 4", { configVersion: 4 })
  t.same(await stage.pass(), [])
  t.match(stage.ended, [/^\w+ finished: $/])
})

t.test("of a change of votes that is half done only the rest is ordered again", async (t) => {
  const remove = { type: "remove", nodeId: 3 }
  const table: readonly [string, number, readonly object[] | undefined][] = [
    ["1 2 3 4+", 2, [{ type: "addVoter", nodeId: 4 }, remove]],
    ["1 2 3 4", 3, [remove]],
    ["1 2 4 3+", 3, undefined],
  ]
  for (const [replicas, configVersion, changes] of table) {
    const stage = new Stage()
    stage.report("1 2 3")
    stage.move(3, 4)
    await stage.pass()
    stage.report("1 2 3 4+", { configVersion: 2 })
    await stage.pass()
    stage.report(replicas, { configVersion })
    const [again] = await stage.pass(12_000)
    t.match(again, changes && { type: "changeReplicas", changes, configVersion }, replicas)
    t.equal(again === undefined, changes === undefined, replicas)
    t.same(stage.ended, [], replicas)
  }
})

t.test("who leads the range does not go: another one leads first", async (t) => {
  const stage = new Stage()
  stage.report("1 2 3")
  stage.move(1, 4)
  await stage.pass()
  stage.report("1 2 3 4+", { configVersion: 2 })
  t.match(await stage.pass(), [{ type: "transfer", key: text("a") }])
  t.equal(stage.namedLast, 1, "another that begins there by now keeps its leader")
})

t.test("what is too large or too busy is cut, and its part gets an id of its own", async (t) => {
  const table: readonly [string, Partial<RangeReport>][] = [
    ["size", { bytes: 99_000_000 }],
    ["load", { readRate: 9_000 }],
  ]
  for (const [by, more] of table) {
    const stage = new Stage(true)
    stage.report("1 2 3")
    t.same(await stage.pass(120_000), [], by)
    stage.report("1 2 3", more)
    t.same(await stage.pass(), [{ type: "split", at: text("a"), by, childId: newId }], by)
  }
})

t.test("of answers only a refusal that stands ends an operator", async (t) => {
  const table: readonly [ErrorCode, boolean][] = [
    ["state_changed", true],
    ["invalid_argument", true],
    ["unavailable", false],
    ["deadline_exceeded", false],
    ["result_unknown", false],
  ]
  for (const [code, ends] of table) {
    const stage = new Stage()
    stage.report("1 2 3")
    stage.answer = code
    stage.move(3, 4)
    t.equal((await stage.pass()).length, 1, code)
    await stage.pass()
    t.equal(stage.ended.length === 1, ends, code)
    if (ends) t.match(stage.ended[0], /so it is/)
    else t.equal(stage.placement.operators().length, 1, "a report may show it done all the same")
  }
})

t.test("by itself it begins only what it may, and nothing once it is stopped", async (t) => {
  for (const automatic of [false, true]) {
    const stage = new Stage(automatic)
    stage.report("1 2")
    t.equal((await stage.pass()).length, automatic ? 1 : 0)
  }
  const emptied = new Stage()
  emptied.report("1 2 3")
  emptied.placement.setStore(storeRecord(3, "", { state: "decommissioning" }), emptied.clock.nowMs)
  t.equal((await emptied.pass()).length, 1, "it was asked to")
  const stage = new Stage()
  stage.report("1 2 3")
  stage.move(3, 4)
  stage.conductor.stop()
  t.same(await stage.pass(10 * passMs), [])
  t.equal(stage.clock.timers, 0)
})

t.test("a driver that was stopped itself holds its own silence against nobody", async (t) => {
  const stage = new Stage(true)
  stage.report("1 2 3", { down: [2] })
  await stage.pass()
  stage.silent = [1, 2, 3, 4]
  t.same(await stage.pass(20 * minuteMs), [])
  const liveness = () => stage.placement.stores().map((store) => store.liveness)
  t.same(liveness(), ["live", "live", "live", "live"])
  stage.silent = [3]
  // Passes that are late, as they are where there is much to do.
  const lateMs = 4 * passMs
  for (let ms = 0; ms < 14 * minuteMs; ms += lateMs) t.same(await stage.pass(lateMs), [])
  t.same(liveness(), ["live", "live", "disconnected", "live"])
  for (let ms = 0; ms < 2 * minuteMs; ms += lateMs) await stage.pass(lateMs)
  t.same(liveness(), ["live", "live", "dead", "live"], "its own silence counts")
})
