/** Another node drives: what it has to know is in the cluster's own range, or comes with beats. */
import t from "tap"
import { KvError, noLabels, type StoreTable } from "../../src/base/index.ts"
import { Driver } from "../../src/driver/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import * as wire from "../../src/wire/index.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { SystemRange } from "./system-range.ts"

const founders = [1, 2, 3].map((nodeId) => ({ nodeId, address: `10.0.0.${nodeId}:7400` }))
const none = new Uint8Array(0)

/** One node's driver, in the term in which it leads the cluster's own range. */
class Term {
  readonly clock = new ManualClock()
  readonly driver: Driver
  readonly #term: number
  /** False: it drives only as long as somebody asks it. */
  #drives = false

  constructor(range: SystemRange, nodeId: number, term: number) {
    this.#term = term
    const random = { chance: () => 0.5, bytes: (length: number) => new Uint8Array(length) }
    const away = () => Promise.reject(new KvError("unavailable", "there are no ranges here"))
    this.driver = new Driver({
      ...{ clusterId: "tea", nodeId, founders, perform: range.perform, clock: this.clock, random },
      ...{ telemetry: silentTelemetry, automatic: false },
      ...{ hostsShared: false, splitOperationsPerSecond: 2_500, splitQuietMs: 60_000 },
      drivesIn: () => (this.#drives ? term : undefined),
      ...{ deadStoreAfterMs: 60_000, mergeQuietMs: 0, performOn: away, newRangeId: away },
      ...{ keyspaces: () => new Map(), nameOf: () => "default", onTable: () => {} },
    })
  }

  async ask(question: wire.Question, body: Uint8Array): Promise<Uint8Array> {
    const request = wire.encodeDriverMessage({ question, body })
    return wire.decodeDriverMessage(await this.driver.answer(request, this.#term)).body
  }

  /** What the node hears in return. */
  async beat(nodeId: number, tableVersion = 0): Promise<StoreTable | undefined> {
    const range = {
      ...{ rangeId: 2, keyspaceId: 1, start: none, end: none, version: 1, configVersion: 0 },
      ...{ term: 1, leader: 1, down: [], pending: [], bytes: 0, keys: 0 },
      ...{ readRate: 0, writeRate: 0, replicas: [voterOn(1), voterOn(2)] },
    }
    const beat = wire.encodeBeat({
      store: {
        ...{ store: nodeId, capacityBytes: 100, usedBytes: 10, ranges: 2, leaders: 1 },
        takesMore: true,
      },
      ...{ storeKey: `key${nodeId}`, address: `10.0.0.${nodeId}:7400`, labels: noLabels },
      ...{ version: "1", tableVersion, ranges: nodeId === 1 ? [range] : [] },
      incoming: [],
      ...{ droppedVersion: 0, leaving: [] },
    })
    return wire.decodeBeatAnswer(await this.ask("beat", beat)).table
  }

  /** Time passes, in which stores 1 and 2 are heard, and 3 is not. */
  async drive(ms: number): Promise<void> {
    this.#drives = true
    for (let passed = 0; passed < ms; passed += 500) {
      for (const nodeId of [1, 2]) await this.beat(nodeId)
      this.clock.advance(500)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async stateOf(nodeId: number): Promise<string | undefined> {
    const stores = wire.decodeStoreList(await this.ask("stores", none))
    return stores.find((store) => store.nodeId === nodeId)?.state
  }

  async operators(ended: boolean): Promise<readonly wire.OperatorSummary[]> {
    return wire.decodeOperatorList(await this.ask("operators", wire.encodeOperatorsAsked(ended)))
  }
}

function voterOn(store: number) {
  return { store, replicaId: store, role: "voter" as const }
}

t.test("a new driver shows what the old one did", async (t) => {
  const range = new SystemRange()
  const old = new Term(range, 1, 5)
  for (const nodeId of [1, 2, 3]) await old.beat(nodeId)
  await old.ask("move", wire.encodeReplicaMove({ rangeId: 2, from: 2, to: 3 }))
  const [begun] = await old.operators(false)
  t.match(begun, { kind: "admin", rangeId: 2, end: "" })
  t.same(await old.operators(true), [])
  const { writes } = range
  old.clock.advance(700)
  await old.ask("cancel", wire.encodeOperatorId(begun?.id ?? 0))
  old.clock.advance(500)
  while (range.writes === writes) await new Promise((resolve) => setImmediate(resolve))

  const next = new Term(range, 2, 6)
  next.clock.advance(2_200)
  t.same(await next.operators(false), [], "what was under way is decided anew")
  const [known, ...others] = await next.operators(true)
  t.same(others, [])
  t.match(known, { ...begun, end: "cancelled", reason: "asked for", ageMs: 2_200 })
  old.driver.stop()
  next.driver.stop()
})

t.test("what was under way ends with its driver, and the next one shows that", async (t) => {
  const range = new SystemRange()
  const old = new Term(range, 1, 5)
  for (const nodeId of [1, 2, 3]) await old.beat(nodeId)
  await old.ask("move", wire.encodeReplicaMove({ rangeId: 2, from: 2, to: 3 }))
  const [begun] = await old.operators(false)
  await old.drive(2_000)
  t.equal((await old.operators(false)).length, 1, "it is still at it")
  old.driver.stop()

  for (const term of [6, 7]) {
    const next = new Term(range, 2, term)
    t.same(await next.operators(false), [], "it is decided anew")
    await next.drive(4_000)
    const [known, ...others] = await next.operators(true)
    t.same(others, [], "once, whoever drives")
    t.match(known, { id: begun?.id, why: begun?.why, steps: begun?.steps })
    t.match(known, { end: "cancelled", reason: /^the driver changed/ })
    next.driver.stop()
  }
})

t.test("a new driver goes on with the wait for a silent store", async (t) => {
  const range = new SystemRange()
  const old = new Term(range, 1, 5)
  for (const nodeId of [1, 2, 3]) await old.beat(nodeId)
  await old.drive(50_000)
  t.equal(await old.stateOf(3), "disconnected")
  old.driver.stop()

  const next = new Term(range, 2, 6)
  await next.drive(1_000)
  t.equal(await next.stateOf(3), "disconnected")
  await next.drive(13_000)
  t.equal(await next.stateOf(3), "disconnected", "of the wait, a quarter is its own")
  await next.drive(2_000)
  t.equal(await next.stateOf(3), "dead")
  t.equal(await next.stateOf(2), "up")
  next.driver.stop()
})

t.test("what another driver has written late is read before anybody is turned away", async (t) => {
  const range = new SystemRange()
  const [old, next] = [new Term(range, 1, 5), new Term(range, 2, 6)]
  for (const term of [old, next]) for (const nodeId of [1, 2, 3]) await term.beat(nodeId)
  const joining = { clusterId: "tea", nodeId: 0, storeKey: "key4", address: "10.0.0.4:7400" }
  const request = wire.encodeJoinRequest({ ...joining, labels: noLabels })
  const joined = wire.decodeJoinResponse(await old.ask("join", request))
  t.equal(joined.nodeId, 4)
  t.equal(await next.stateOf(4), undefined)
  await next.beat(4)
  t.equal(await next.stateOf(4), "up", "who joined elsewhere is no stranger")
  await t.rejects(next.beat(9), { code: "wrong_cluster" })

  await old.beat(4)
  await old.ask("state", wire.encodeStateOfStore({ nodeId: 3, state: "draining" }))
  t.equal(await next.stateOf(3), "up")
  await next.beat(1, (await old.beat(1))?.version)
  t.equal(await next.stateOf(3), "draining", "a node knew of it")
  old.driver.stop()
  next.driver.stop()
})

t.test("who has got up writes nothing any more", async (t) => {
  const range = new SystemRange()
  const { driver } = new Term(range, 1, 5)
  const list = wire.encodeDriverMessage({ question: "stores", body: none })
  await driver.answer(list, 5)
  const body = wire.encodeStateOfStore({ nodeId: 3, state: "draining" })
  const asked = [1, 2].map((nodeId) => {
    const labels = wire.encodeLabelsOfStore({ nodeId, labels: { ...noLabels, zone: "a" } })
    return driver.answer(wire.encodeDriverMessage({ question: "labels", body: labels }), 5)
  })
  const last = driver.answer(wire.encodeDriverMessage({ question: "state", body }), 5)
  const answers = Promise.allSettled([...asked, last])
  await driver.answer(list, 7)
  const { writes } = range
  t.match((await answers).at(-1), { status: "rejected", reason: { code: "not_leader" } })
  t.equal(range.writes, writes)
  driver.stop()
})
