/** The driver's side: the records of stores, and who may say that it is one. */
import t from "tap"
import { Dice, KvError, noLabels, type StoreTable } from "../../src/base/index.ts"
import { defaultRecord } from "../../src/core/range/index.ts"
import { Driver } from "../../src/driver/index.ts"
import { type Random, silentTelemetry } from "../../src/env/index.ts"
import {
  type Beat,
  decodeBeatAnswer,
  decodeDriverMessage,
  decodeJoinResponse,
  decodeLabels,
  decodeLocations,
  decodeOperatorList,
  decodeStoreList,
  encodeBeat,
  encodeDriverMessage,
  encodeJoinRequest,
  encodeLabelsOfStore,
  encodeOperatorsAsked,
  encodePlaces,
  encodeReplicaMove,
  encodeStateOfStore,
  type JoinRequest,
  type Question,
} from "../../src/wire/index.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { rangeReport, storeReport } from "../core/placement/reports.ts"
import { SystemRange } from "./system-range.ts"

const founders = [1, 2, 3].map((nodeId) => ({ nodeId, address: `10.0.0.${nodeId}:7400` }))

const settingsOf = (replicas: number) => new Map([[1, { ...defaultRecord, replicas }]])

function driverOn(
  range: SystemRange,
  nodeId = 1,
  keyspaces = settingsOf(3),
): { driver: Driver; tables: StoreTable[]; clock: ManualClock } {
  const tables: StoreTable[] = []
  const clock = new ManualClock()
  const driver = new Driver({
    ...{ clusterId: "tea", nodeId, founders, perform: range.perform },
    ...{ clock, random: diceOf(nodeId), telemetry: silentTelemetry },
    ...{ hostsShared: false, splitOperationsPerSecond: 2_500, splitQuietMs: 60_000 },
    ...{ drivesIn: () => undefined, automatic: false, mergeQuietMs: 0, deadStoreAfterMs: 60_000 },
    performOn: () => Promise.reject(new KvError("unavailable", "there are no ranges here")),
    newRangeId: () => Promise.reject(new KvError("unavailable", "there are no ranges here")),
    keyspaces: () => keyspaces,
    nameOf: () => "default",
    onTable: (table) => tables.push(table),
  })
  return { driver, tables, clock }
}

function diceOf(seed: number): Random {
  const dice = new Dice(seed)
  return {
    chance: () => dice.chance(),
    bytes: (length) => Uint8Array.from({ length }, () => dice.between(0, 256)),
  }
}

function beatOf(nodeId: number, rest: Partial<Beat> = {}): Beat {
  return {
    store: {
      ...{ store: nodeId, capacityBytes: 100, usedBytes: 10, ranges: 2, leaders: 1 },
      takesMore: true,
    },
    ...{ storeKey: `key${nodeId}`, address: `10.0.0.${nodeId}:7400`, labels: noLabels },
    ...{ version: "1", tableVersion: 0, ranges: [], incoming: [] },
    ...{ droppedVersion: 0, leaving: [] },
    ...rest,
  }
}

async function ask(driver: Driver, term: number, beat: Beat) {
  return decodeBeatAnswer(await put(driver, "beat", encodeBeat(beat), term))
}

async function put(driver: Driver, question: Question, body: Uint8Array, term = 1) {
  const response = await driver.answer(encodeDriverMessage({ question, body }), term)
  const answer = decodeDriverMessage(response)
  return answer.question === question ? answer.body : new Uint8Array(0)
}

t.test("the stores that a cluster begins with are written once", async (t) => {
  const range = new SystemRange()
  const { driver, tables } = driverOn(range)
  const answer = await ask(driver, 5, beatOf(1))
  t.match(answer, { driverNodeId: 1, driverTerm: 5 })
  t.same(
    answer.table?.stores.map(({ nodeId, address, state }) => `${nodeId} ${address} ${state}`),
    founders.map(({ nodeId, address }) => `${nodeId} ${address} up`),
  )
  t.equal(range.writes, 5, "the cluster's key, three records, one of which got its store's key")
  const other = driverOn(range, 2).driver
  await ask(other, 6, beatOf(1))
  t.equal(range.writes, 5, "the next driver finds them")
  t.ok(tables.length > 0, "the driver's own node hears of them")
})

t.test("the first driver decides what tells the cluster from others of its name", async (t) => {
  const range = new SystemRange()
  const [first, second] = [driverOn(range, 1), driverOn(range, 2)]
  // Both believe that they drive, and begin at once.
  const answers = await Promise.all([
    ask(first.driver, 1, beatOf(1)),
    ask(second.driver, 2, beatOf(2)),
  ])
  const keys = new Set(answers.map(({ table }) => table?.clusterKey))
  t.equal(keys.size, 1)
  t.match([...keys][0], /^[0-9a-f]{32}$/)
  const joined = await join(second.driver, { ...newcomer, nodeId: 0 })
  t.equal(joined.clusterKey, [...keys][0])
  const other = await ask(driverOn(new SystemRange(), 3).driver, 1, beatOf(3))
  t.notOk(keys.has(other.table?.clusterKey))
})

t.test("nobody hears of a table that lacks some of those that a cluster begins with", async (t) => {
  const range = new SystemRange()
  range.failAfterWrites = 2
  const first = driverOn(range)
  await t.rejects(ask(first.driver, 1, beatOf(1)), { code: "unavailable" })
  range.failAfterWrites = Number.POSITIVE_INFINITY
  const second = driverOn(range, 2)
  await ask(second.driver, 2, beatOf(2))
  for (const { stores } of [...first.tables, ...second.tables]) t.equal(stores.length, 3)
})

t.test("a node gets the table when it has an older one, and only then", async (t) => {
  const { driver } = driverOn(new SystemRange())
  const first = await ask(driver, 1, beatOf(1))
  const tableVersion = first.table?.version ?? 0
  t.equal((await ask(driver, 1, beatOf(1, { tableVersion }))).table, undefined)
  const moved = await ask(driver, 1, beatOf(2, { tableVersion, address: "10.0.0.9:7400" }))
  t.ok((moved.table?.version ?? 0) > tableVersion)
  t.equal(moved.table?.stores[1]?.address, "10.0.0.9:7400")
  t.ok((await ask(driver, 1, beatOf(1, { tableVersion }))).table !== undefined)
})

t.test("what a node's own configuration says of its labels stands", async (t) => {
  const { driver } = driverOn(new SystemRange())
  const labels = { ...noLabels, zone: "a", host: "h1" }
  const { table } = await ask(driver, 1, beatOf(1, { labels }))
  t.same(table?.stores[0]?.labels, labels)
  const silent = await ask(driver, 1, beatOf(1))
  t.same(silent.table?.stores[0]?.labels, labels, "silence takes nothing back")
})

t.test("who is not the store of its id is told so", async (t) => {
  const { driver } = driverOn(new SystemRange())
  await ask(driver, 1, beatOf(1))
  const cases: readonly [string, Beat, RegExp][] = [
    ["another disk", beatOf(1, { storeKey: "other" }), /node id 1 is another store's/],
    ["nobody", beatOf(9), /no store has the id 9/],
  ]
  for (const [name, beat, message] of cases) {
    await t.rejects(ask(driver, 1, beat), { code: "wrong_cluster", message }, name)
  }
  t.match(await ask(driver, 1, beatOf(1)), { driverTerm: 1 })
})

t.test("a driver that can't read its range answers once it can", async (t) => {
  const range = new SystemRange()
  const { driver } = driverOn(range)
  range.down = true
  await t.rejects(ask(driver, 1, beatOf(1)), { code: "unavailable" })
  range.down = false
  t.match(await ask(driver, 1, beatOf(1)), { driverTerm: 1 })
})

t.test("a move whose data comes slowly goes on as long as beats tell of more", async (t) => {
  const { driver, clock } = driverOn(new SystemRange())
  const ranges = [rangeReport(7, "..", "1 2", { keyspaceId: 1 })]
  await Promise.all([1, 2, 3].map((nodeId) => ask(driver, 1, beatOf(nodeId, { ranges }))))
  await put(driver, "move", encodeReplicaMove({ rangeId: 7, from: 2, to: 3 }))
  const underWay = async (): Promise<number> => {
    return decodeOperatorList(await put(driver, "operators", encodeOperatorsAsked(false))).length
  }
  const wait = async (growth: number): Promise<void> => {
    for (let beat = 1; beat <= 20; beat += 1) {
      clock.advance(10_000)
      const incoming = [{ rangeId: 7, bytes: 1 + beat * growth, ageMs: 1 }]
      await Promise.all([ask(driver, 1, beatOf(1)), ask(driver, 1, beatOf(2))])
      await ask(driver, 1, beatOf(3, { incoming }))
    }
  }
  await wait(1_000)
  t.equal(await underWay(), 1)
  await wait(0)
  t.equal(await underWay(), 0)
})

const newcomer: JoinRequest = {
  ...{ clusterId: "tea", nodeId: 0, storeKey: "fresh", address: "10.0.0.9:7400" },
  labels: { ...noLabels, zone: "b" },
}

async function join(driver: Driver, request: JoinRequest) {
  return decodeJoinResponse(await put(driver, "join", encodeJoinRequest(request)))
}

t.test("a node that joins gets an id that nobody had, once", async (t) => {
  const range = new SystemRange()
  const { driver } = driverOn(range)
  const { nodeId, members } = await join(driver, newcomer)
  t.equal(nodeId, 4)
  t.same(members.at(-1), { nodeId: 4, address: newcomer.address })
  const { writes } = range
  t.equal((await join(driver, newcomer)).nodeId, 4, "its answer was lost, and it asks again")
  t.equal(range.writes, writes)
  const other = { ...newcomer, storeKey: "other", address: "10.0.0.8:7400" }
  t.equal((await join(driver, other)).nodeId, 5)
  const chosen = { ...newcomer, nodeId: 70, storeKey: "third", address: "10.0.0.7:7400" }
  t.equal((await join(driver, chosen)).nodeId, 70)
  t.match(await ask(driver, 1, beatOf(4, { storeKey: "fresh" })), { driverTerm: 1 })
})

t.test("a node that asks again before it was answered is one node all the same", async (t) => {
  const { driver } = driverOn(new SystemRange())
  const twice = [1, 2].map(() => join(driver, newcomer))
  const beside = { ...newcomer, storeKey: "other", address: "10.0.0.8:7400" }
  const [first, second, other] = await Promise.all([...twice, join(driver, beside)])
  t.equal(first?.nodeId, second?.nodeId)
  t.not(other?.nodeId, first?.nodeId)
  t.equal(other?.members.length, 5)
})

t.test("who can't be one of the cluster is told why, and nothing has changed", async (t) => {
  const range = new SystemRange()
  const { driver } = driverOn(range)
  await ask(driver, 1, beatOf(1))
  const cases: readonly [Partial<JoinRequest>, string, RegExp][] = [
    [{ clusterId: "milk" }, "wrong_cluster", /this is cluster "tea", not "milk"/],
    [{ nodeId: 2 }, "wrong_cluster", /node id 2 is another store's, at 10.0.0.2:7400/],
    [{ address: "10.0.0.3:7400" }, "wrong_cluster", /node 3 has the address .* store remove 3`/],
    [{ storeKey: "key1", nodeId: 9 }, "wrong_cluster", /of node 1 already/],
    [{ storeKey: "" }, "invalid_argument", /address and store key/],
  ]
  const { writes } = range
  for (const [wrong, code, message] of cases) {
    await t.rejects(join(driver, { ...newcomer, ...wrong }), { code, message })
  }
  t.equal(range.writes, writes)
})

t.test("a node that never heard whether it has joined asks again, and is one store", async (t) => {
  const range = new SystemRange()
  const { driver } = driverOn(range)
  await ask(driver, 1, beatOf(1))
  range.answersLost = 1
  await t.rejects(join(driver, newcomer))
  const { nodeId, members } = await join(driver, newcomer)
  t.equal(nodeId, 4)
  t.equal(members.filter(({ address }) => address === newcomer.address).length, 1)
})

t.test("a store that was removed leaves its address, and its id to nobody", async (t) => {
  const { driver, clock } = driverOn(new SystemRange())
  const remove = () => put(driver, "state", encodeStateOfStore({ nodeId: 3, state: "gone" }))
  const anew = { ...newcomer, address: "10.0.0.3:7400" }
  await ask(driver, 1, beatOf(3))
  await t.rejects(remove(), { code: "state_changed", message: /store 3 is alive/ })
  clock.pass(20_000)
  await t.rejects(remove(), { code: "state_changed", message: /has told the driver of some range/ })
  const ranges = [0, 1].map((id) => rangeReport(id + 1, "..", "1 2", { keyspaceId: id }))
  await ask(driver, 1, beatOf(1, { ranges }))
  await t.rejects(join(driver, anew), { code: "wrong_cluster", message: /store remove 3`/ })
  await remove()
  await t.rejects(join(driver, { ...anew, nodeId: 3 }), { message: /ids are not used again/ })
  const { nodeId, members } = await join(driver, anew)
  t.equal(nodeId, 4)
  t.same(
    members.map((member) => member.nodeId),
    [1, 2, 4],
  )
  await t.rejects(ask(driver, 1, beatOf(3)), { code: "wrong_cluster", message: /was removed/ })
  await remove()
  const stores = decodeStoreList(await put(driver, "stores", new Uint8Array(0)))
  t.same(
    stores.map(({ state }) => state),
    ["up", "disconnected", "gone", "up"],
  )
  const back = put(driver, "state", encodeStateOfStore({ nodeId: 3, state: "up" }))
  await t.rejects(back, { code: "invalid_argument", message: /removed for good/ })
})

t.test("labels of a store are set, but for those of its own configuration", async (t) => {
  const { driver } = driverOn(new SystemRange())
  await ask(driver, 1, beatOf(1, { labels: { ...noLabels, zone: "a" } }))
  const label = (nodeId: number, labels: object) =>
    put(driver, "labels", encodeLabelsOfStore({ nodeId, labels: { ...noLabels, ...labels } }))
  const told = decodeLabels(await label(1, { rack: "r7" }))
  t.same(told, { ...noLabels, zone: "a", rack: "r7" })
  const own = { code: "invalid_argument", message: /zone of store 1 is set by its own/ }
  await t.rejects(label(1, { zone: "b" }), own)
  const nobody = { code: "invalid_argument", message: /no store 9: the stores are 1, 2, 3$/ }
  await t.rejects(label(9, { zone: "b" }), nobody)
  const [first] = decodeStoreList(await put(driver, "stores", new Uint8Array(0)))
  t.match(first, { nodeId: 1, state: "up", labels: told, capacityBytes: 100, usedBytes: 10 })
  t.ok((first?.heardMsAgo ?? 0) > 0)
})

t.test("labels and states of one store that are set at once are both there", async (t) => {
  const { driver, clock } = driverOn(new SystemRange(), 1, settingsOf(1))
  await ask(driver, 1, beatOf(1))
  await ask(driver, 1, beatOf(2))
  const labels = { ...noLabels, zone: "a" }
  await Promise.all([
    put(driver, "labels", encodeLabelsOfStore({ nodeId: 1, labels })),
    put(driver, "state", encodeStateOfStore({ nodeId: 1, state: "draining" })),
    put(driver, "labels", encodeLabelsOfStore({ nodeId: 1, labels: { ...noLabels, rack: "r" } })),
  ])
  const [first] = decodeStoreList(await put(driver, "stores", new Uint8Array(0)))
  t.match(first, { state: "draining", labels: { zone: "a", rack: "r" } })
  clock.pass(2_000)
  const [later] = decodeStoreList(await put(driver, "stores", new Uint8Array(0)))
  t.equal((later?.stateMs ?? 0) - (first?.stateMs ?? 0), 2_000, "since when it is to be so")
})

t.test("a store that is silent is shown as disconnected, then as dead", async (t) => {
  const { driver, clock } = driverOn(new SystemRange())
  const states = async (): Promise<readonly string[]> => {
    await ask(driver, 1, beatOf(1))
    clock.advance(500)
    const stores = decodeStoreList(await put(driver, "stores", new Uint8Array(0)))
    return stores.map(({ state }) => state)
  }
  t.same(await states(), ["up", "up", "up"], "the new driver has waited for nobody yet")
  clock.pass(20_000)
  t.same(await states(), ["up", "disconnected", "disconnected"])
  clock.pass(40_000)
  await ask(driver, 1, beatOf(2))
  t.same(await states(), ["up", "up", "dead"])
})

t.test(
  "ranges are located as their leaders reported them, the newest report winning",
  async (t) => {
    const { driver } = driverOn(new SystemRange())
    const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
    const report = (
      rangeId: number,
      start: string,
      end: string,
      version: number,
      term: number,
    ) => ({
      ...{ rangeId, keyspaceId: 1, start: bytes(start), end: bytes(end), version, term },
      ...{ configVersion: 0, leader: 1, down: [], pending: [], bytes: 0, keys: 0 },
      ...{
        replicas: [{ store: 1, replicaId: 1, role: "voter" as const }],
        readRate: 0,
        writeRate: 0,
      },
    })
    const located = async (key: string, before = false) => {
      const places = encodePlaces([{ keyspaceId: 1, key: bytes(key), before }])
      const found = decodeLocations(await put(driver, "locate", places))
      return found.map(({ range, leader }) => `${range.rangeId} by ${leader}`)
    }
    t.same(await located("a"), [], "nothing is known")
    await ask(driver, 1, beatOf(1, { ranges: [report(2, "", "", 1, 3)] }))
    t.same(await located("z"), ["2 by 1"])
    const halves = [report(2, "", "m", 2, 3), report(9, "m", "", 2, 4)]
    await ask(driver, 1, beatOf(1, { ranges: halves }))
    await ask(driver, 1, beatOf(1, { ranges: [report(2, "", "", 1, 9)] }))
    t.same(await located("a"), ["2 by 1"])
    t.same(await located("m"), ["9 by 1"])
    t.same(await located("m", true), ["2 by 1"])
    t.same(await located("z", true), ["9 by 1"])
    t.same(await located("", true), ["9 by 1"])
  },
)

t.test("how many replicas a keyspace wants is told the policy", async (t) => {
  // The cluster's own range wants three of them anyway.
  for (const [replicas, refusal] of [
    [2, "a keyspace wants 3"],
    [4, "a keyspace wants 4"],
  ] as const) {
    const { driver } = driverOn(new SystemRange(), 1, settingsOf(replicas))
    const none = new Uint8Array(0)
    const report = {
      ...{ rangeId: 2, keyspaceId: 1, start: none, end: none, version: 1, term: 1, leader: 1 },
      ...{ configVersion: 0, down: [], pending: [], bytes: 0, keys: 0, readRate: 0, writeRate: 0 },
      replicas: [{ store: 1, replicaId: 1, role: "voter" as const }],
    }
    for (const nodeId of [1, 2, 3]) await ask(driver, 1, beatOf(nodeId, { ranges: [] }))
    await ask(driver, 1, beatOf(1, { ranges: [report] }))
    const leaving = encodeStateOfStore({ nodeId: 3, state: "decommissioning" })
    await t.rejects(put(driver, "state", leaving), { message: new RegExp(refusal) })
  }
})

t.test(
  "a store has what it says itself, and what leaders say of it, whichever is more",
  async (t) => {
    const { driver, clock } = driverOn(new SystemRange())
    const listed = async () => {
      const stores = decodeStoreList(await put(driver, "stores", new Uint8Array(0)))
      return stores.map(({ state, ranges, leaders, heardMsAgo }) => {
        return `${state} ${ranges} ${leaders}${heardMsAgo === 0 ? " unheard" : ""}`
      })
    }
    const own = { ranges: 0, leaders: 0 }
    await ask(driver, 1, beatOf(1))
    t.same(await listed(), ["up 2 1", "up 0 0 unheard", "up 0 0 unheard"])
    const report = rangeReport(2, "..", "2 1 3", { keyspaceId: 1 })
    await ask(driver, 1, beatOf(2, { ranges: [report], store: storeReport(2, own) }))
    t.same(await listed(), ["up 2 1", "up 1 1", "up 1 0 unheard"])
    await ask(driver, 1, beatOf(1, { store: storeReport(1, own) }))
    t.same(await listed(), ["up 1 0", "up 1 1", "up 1 0 unheard"])
    await ask(driver, 1, beatOf(1))
    await put(driver, "state", encodeStateOfStore({ nodeId: 1, state: "draining" }))
    await ask(driver, 1, beatOf(2))
    clock.pass(60_500)
    const lost = "what a lost one said last does not count: all of it is made anew"
    t.same(await listed(), ["draining 2 1", "dead 1 1", "dead 1 0 unheard"], lost)
  },
)
