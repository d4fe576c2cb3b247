/** What people ask of the driver, and what it says to what can't be. */
import t from "tap"
import { type ErrorCode, KvError, noLabels } from "../../src/base/index.ts"
import { defaultRecord } from "../../src/core/range/index.ts"
import { adminAnswers } from "../../src/driver/admin.ts"
import { Seat } from "../../src/driver/seat.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import {
  decodeOperator,
  decodeOperatorList,
  decodeRangeList,
  decodeStateOfStore,
  encodeOperator,
  encodeOperatorId,
  encodeOperatorsAsked,
  encodeRangeMerge,
  encodeReplicaMove,
  encodeStateAsked,
  encodeStateOfStore,
} from "../../src/wire/index.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { rangeReport, storeReport } from "../core/placement/reports.ts"
import { SystemRange } from "./system-range.ts"

const term = 5
const stores = [1, 2, 3, 4]
const ask = encodeOperatorsAsked(false)

/** The driver of four stores, three of which have the two ranges of a cluster at its beginning. */
async function seated(
  hostsShared = false,
  heard: readonly number[] = [0, 1],
): Promise<{ seat: Seat; clock: ManualClock; range: SystemRange }> {
  const clock = new ManualClock()
  const range = new SystemRange()
  const random = { chance: () => 0.5, bytes: (length: number) => new Uint8Array(length) }
  const nowhere = () => Promise.reject(new KvError("unavailable", "there are no ranges here"))
  const seat = new Seat(term, {
    ...{ clusterId: "tea", clock, random, telemetry: silentTelemetry },
    perform: range.perform,
    ...{ automatic: false, mergeQuietMs: 0, deadStoreAfterMs: 60_000 },
    ...{ hostsShared, splitOperationsPerSecond: 2_500, splitQuietMs: 60_000 },
    ...{ performOn: nowhere, newRangeId: nowhere, onTable: () => {} },
    keyspaces: () => new Map([[1, { ...defaultRecord, replicas: 3 }]]),
    nameOf: () => "default",
    founders: stores.map((nodeId) => ({ nodeId, address: `10.0.0.${nodeId}:7400` })),
  })
  await seat.opened
  for (const store of stores) seat.placement.observeStore(storeReport(store), clock.nowMs)
  for (const keyspaceId of heard) {
    const report = rangeReport(keyspaceId + 1, "..", "1 2 3", { keyspaceId })
    seat.placement.observeRange(report, clock.nowMs)
  }
  return { seat, clock, range }
}

const { move, merge, cancel, note, state, operators, ranges } = adminAnswers

t.test("ranges are listed as their leaders told of them", async (t) => {
  const { seat } = await seated()
  const [system, range, ...others] = decodeRangeList(ranges(seat))
  t.same(others, [])
  t.match(system, { range: { rangeId: 1, keyspaceId: 0 } })
  t.match(range, { range: { rangeId: 2, version: 1 }, keyspace: "default", leaderNodeId: 1 })
  t.same(
    range?.replicas.map(({ nodeId, role }) => `${nodeId} ${role}`),
    [...["1 voter", "2 voter", "3 voter"]],
  )
})

t.test("a move is an operator, to be seen, taken back, and seen again", async (t) => {
  const { seat, clock } = await seated()
  const begun = decodeOperator(move(seat, encodeReplicaMove({ rangeId: 2, from: 3, to: 4 })))
  t.match(begun, { id: term * 1_000_000 + 1, rangeId: 2, stepsDone: 0, end: "" })
  clock.advance(100)
  const [shown] = decodeOperatorList(await operators(seat, ask))
  t.match(shown, { id: begun.id, steps: begun.steps, ageMs: 100 })
  const ended = decodeOperator(cancel(seat, encodeOperatorId(begun.id)))
  t.match(ended, { id: begun.id, end: "cancelled", reason: "asked for" })
  t.same(decodeOperatorList(await operators(seat, ask)), [])
  clock.advance(1_000)
  await new Promise(setImmediate)
  const [kept] = decodeOperatorList(await operators(seat, encodeOperatorsAsked(true)))
  t.match(kept, { id: begun.id, end: "cancelled" })
})

t.test("what was asked of a range itself is shown beside what the driver did", async (t) => {
  const { seat, range } = await seated()
  const { writes } = range
  const begun = decodeOperator(move(seat, encodeReplicaMove({ rangeId: 2, from: 3, to: 4 })))
  const told = { ...begun, id: 0, steps: ["split at 'm'"], stepsDone: 1, end: "finished" }
  const noted = decodeOperator(note(seat, encodeOperator({ ...told, why: "asked for" })))
  t.equal(noted.id, begun.id + 1, "an id that nothing else has")
  while (range.writes === writes) await new Promise(setImmediate)
  const [kept] = decodeOperatorList(await operators(seat, encodeOperatorsAsked(true)))
  t.match(kept, { id: noted.id, steps: told.steps, end: "finished" })
  t.equal(decodeOperatorList(await operators(seat, ask)).length, 1, "nothing is under way for it")
})

t.test("what can't be is refused, and says why", async (t) => {
  type Request = (seat: Seat) => unknown
  const moved =
    (rangeId: number, from: number, to: number): Request =>
    (seat) =>
      move(seat, encodeReplicaMove({ rangeId, from, to }))
  const become =
    (nodeId: number, to: string): Request =>
    (seat) =>
      state(seat, encodeStateOfStore({ nodeId, state: to }))
  const table: readonly [string, Request, ErrorCode, RegExp][] = [
    ["a range that is not there", moved(9, 3, 4), "invalid_argument", /range 9/],
    ["a store that is not there", moved(2, 3, 9), "invalid_argument", /store 9/],
    ["from a store without it", moved(2, 4, 4), "invalid_argument", /4/],
    ["to a store with it", moved(2, 3, 2), "invalid_argument", /2/],
    [
      "an operator that is not there",
      (seat) => cancel(seat, encodeOperatorId(1)),
      ...(["invalid_argument", /operator 1/] as const),
    ],
    ["a state that is none", become(1, "tired"), "invalid_argument", /not "tired"/],
    ["a state of nobody", become(9, "up"), "invalid_argument", /store 9/],
  ]
  for (const [what, request, code, message] of table) {
    const { seat } = await seated()
    await t.rejects(async () => request(seat), { code, message }, what)
    t.same(seat.placement.operators(), [], what)
  }
  const { seat } = await seated()
  moved(2, 3, 4)(seat)
  await t.rejects(async () => moved(2, 2, 4)(seat), { code: "state_changed" }, "one at a time")
})

t.test("no range is denied before all were heard of", async (t) => {
  const { seat, clock } = await seated(false, [0])
  const asked = [
    () => move(seat, encodeReplicaMove({ rangeId: 2, from: 3, to: 4 })),
    () => merge(seat, encodeRangeMerge({ rangeId: 2, nextRangeId: 0 })),
    () => merge(seat, encodeRangeMerge({ rangeId: 1, nextRangeId: 2 })),
  ]
  const early = {
    code: "unavailable",
    message: /not heard yet.*first key of keyspace default: ask again/,
  }
  for (const ask of asked) t.throws(ask, early)
  const half = rangeReport(2, "..m", "1 2 3", { keyspaceId: 1 })
  seat.placement.observeRange(half, clock.nowMs)
  const behind = () => merge(seat, encodeRangeMerge({ rangeId: 2, nextRangeId: 0 }))
  t.throws(behind, { code: "unavailable", message: /not heard yet of .*"m" of keyspace default/ })
  seat.placement.observeRange(rangeReport(3, "m..", "1 2 3", { keyspaceId: 1 }), clock.nowMs)
  const stranger = () => move(seat, encodeReplicaMove({ rangeId: 9, from: 3, to: 4 }))
  t.throws(stranger, { code: "invalid_argument", message: /no range 9/ })
})

t.test("what is done without being asked is for the operator to say", async (t) => {
  const { seat } = await seated()
  t.equal(seat.placement.options.automatic, false)
})

t.test("a store's state is set, and stays with the next driver", async (t) => {
  const { seat } = await seated()
  const wanted = { nodeId: 4, state: "decommissioning" }
  t.same(decodeStateOfStore(await state(seat, encodeStateOfStore(wanted))), wanted)
  t.equal(seat.registry.entryOf(4)?.state, "decommissioning")
  t.equal(seat.placement.store(4)?.state, "decommissioning")
})

t.test("a store that a range needs is gone only by force", async (t) => {
  const { seat, clock } = await seated(false, [1])
  seat.placement.observeRange(rangeReport(1, "..", "1 2", { keyspaceId: 0 }), clock.nowMs)
  clock.pass(30_500)
  for (const store of [1, 4]) seat.placement.observeStore(storeReport(store), clock.nowMs)
  const remove = (nodeId: number, force: boolean) =>
    state(seat, encodeStateAsked({ nodeId, state: "gone", force }))
  await t.rejects(remove(2, false), { code: "state_changed", message: /range 1 .*--force/ })
  t.equal(seat.registry.entryOf(2)?.state, "up")
  await t.rejects(remove(1, true), { code: "state_changed", message: /alive/ })
  t.match(decodeStateOfStore(await remove(2, true)), { nodeId: 2, state: "gone" })
})

t.test(
  "of two who empty stores at once, the second is judged by what the first has left",
  async (t) => {
    const { seat } = await seated()
    const asked = [1, 2].map((nodeId) => {
      return state(seat, encodeStateOfStore({ nodeId, state: "decommissioning" }))
    })
    const [first, second] = await Promise.allSettled(asked)
    t.equal(first?.status, "fulfilled")
    t.match(second, { status: "rejected", reason: { code: "state_changed", message: /2 hosts/ } })
    t.equal(seat.registry.entryOf(2)?.state, "up")
    const restored = await state(seat, encodeStateOfStore({ nodeId: 1, state: "up" }))
    t.same(decodeStateOfStore(restored), { nodeId: 1, state: "up" }, "a refusal holds nobody up")
  },
)

t.test("two replicas on one host are for the operator to allow", async (t) => {
  for (const hostsShared of [false, true]) {
    const { seat } = await seated(hostsShared)
    for (const nodeId of [1, 4]) {
      await seat.registry.setLabels({ nodeId, labels: { ...noLabels, host: "h" } })
    }
    const asked = () => move(seat, encodeReplicaMove({ rangeId: 2, from: 3, to: 4 }))
    if (hostsShared) t.match(decodeOperator(asked()), { rangeId: 2 })
    else t.throws(asked, { code: "state_changed", message: /on the host of store 1/ })
  }
})

t.test("a store's state is known though the answer to its write was lost", async (t) => {
  const { seat, range } = await seated()
  range.answersLost = 1
  const wanted = { nodeId: 4, state: "draining" }
  t.same(decodeStateOfStore(await state(seat, encodeStateOfStore(wanted))), wanted)
  t.equal(seat.placement.store(4)?.state, "draining")
})

t.test("what was written, and cannot be read since, is unknown", async (t) => {
  for (const lost of [0, 1]) {
    const { seat, range } = await seated()
    range.answersLost = lost
    range.failAfterWrites = range.writes + 1
    const asked = state(seat, encodeStateOfStore({ nodeId: 4, state: "draining" }))
    await t.rejects(asked, { code: "result_unknown", message: /store 4 .*nobody leads/ })
    range.failAfterWrites = 0
    const refused = state(seat, encodeStateOfStore({ nodeId: 3, state: "draining" }))
    await t.rejects(refused, { code: "unavailable" }, "what was not written is refused")
  }
})

t.test("who has left its seat does nothing any more", async (t) => {
  const { seat, clock } = await seated()
  move(seat, encodeReplicaMove({ rangeId: 2, from: 3, to: 4 }))
  seat.leave()
  clock.advance(60_000)
  t.equal(clock.timers, 0)
  t.equal(seat.placement.takeOrders().length, 1, "nobody took its order")
})
