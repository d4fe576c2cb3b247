/** The driver's side: the records of stores, and who may say that it is one. */
import t from "tap"
import { noLabels, type StoreTable } from "../../src/base/index.ts"
import { Driver } from "../../src/driver/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { type Beat, decodeDriverResponse, encodeDriverRequest } from "../../src/wire/index.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { SystemRange } from "./system-range.ts"

const founders = [1, 2, 3].map((nodeId) => ({ nodeId, address: `10.0.0.${nodeId}:7400` }))

function driverOn(range: SystemRange, nodeId = 1): { driver: Driver; tables: StoreTable[] } {
  const tables: StoreTable[] = []
  const driver = new Driver({
    ...{ nodeId, founders, perform: range.perform },
    ...{ clock: new ManualClock(), telemetry: silentTelemetry },
    onTable: (table) => tables.push(table),
  })
  return { driver, tables }
}

function beatOf(nodeId: number, rest: Partial<Beat> = {}): Beat {
  return {
    store: {
      ...{ store: nodeId, capacityBytes: 100, usedBytes: 10, ranges: 2, leaders: 1 },
      ...{ takesSnapshots: true, overloaded: false },
    },
    ...{ storeKey: `key${nodeId}`, address: `10.0.0.${nodeId}:7400`, labels: noLabels },
    ...{ version: "1", tableVersion: 0, ranges: [] },
    ...rest,
  }
}

async function ask(driver: Driver, term: number, beat: Beat) {
  const response = await driver.answer(encodeDriverRequest({ type: "beat", beat }), term)
  return decodeDriverResponse(response).answer
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
  t.equal(range.writes, 4, "three records, and one of them got its store's key")
  const other = driverOn(range, 2).driver
  await ask(other, 6, beatOf(1))
  t.equal(range.writes, 4, "the next driver finds them")
  t.ok(tables.length > 0, "the driver's own node hears of them")
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
