/** A keyspace that was dropped: what the driver writes, whom it waits for, and where it goes on. */
import t from "tap"
import { defaultSettings, type KeyspaceRecord } from "../../src/core/range/index.ts"
import { Drops } from "../../src/driver/drops.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import {
  decodeKeyspaceRecord,
  encodeKeyspaceRecord,
  keyOfRecord,
  type LeavingKeyspace,
} from "../../src/wire/index.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { SystemRange } from "./system-range.ts"

const users: KeyspaceRecord = { id: 7, name: "users", ...defaultSettings, droppedAtMs: 5_000 }

/** Drivers, one after the other, of a cluster with three stores. */
class Scene {
  readonly range = new SystemRange()
  readonly clock = new ManualClock()
  stores: readonly number[] = [1, 2, 3]
  readonly dropped: number[] = []
  keyspaces = new Map<number, KeyspaceRecord>()
  drops = this.newDriver()

  newDriver(): Drops {
    this.drops = new Drops({
      ...{ perform: this.range.perform, clock: this.clock, telemetry: silentTelemetry },
      keyspaces: () => this.keyspaces,
      stores: () => this.stores,
      onDropped: (id) => this.dropped.push(id),
    })
    return this.drops
  }

  async add(record: KeyspaceRecord): Promise<void> {
    await this.range.perform({
      ...{ type: "compareAndSwap", key: keyOfRecord(record.name), ttlMs: 0 },
      ...{ value: encodeKeyspaceRecord(record), expect: { type: "absent" }, requestId: undefined },
    })
    this.keyspaces = new Map([...this.keyspaces, [record.id, record]])
  }

  /** What a store says that has heard as much as the driver has. */
  say(store: number, left: number, gone = 0, version = this.drops.list.version): void {
    const leaving: LeavingKeyspace[] = gone + left > 0 ? [{ keyspaceId: 7, left, gone }] : []
    this.drops.heard({
      store: {
        ...{ store, capacityBytes: 0, usedBytes: 0, ranges: 0, leaders: 0 },
        takesMore: true,
      },
      ...{ storeKey: "", address: "", version: "", tableVersion: 0, ranges: [], incoming: [] },
      labels: { region: "", zone: "", rack: "", host: "" },
      ...{ droppedVersion: version, leaving },
    })
  }

  /** A pass, and all that comes of it. */
  async pass(): Promise<void> {
    this.drops.follow()
    for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve))
  }

  async recordOf(name: string): Promise<KeyspaceRecord | undefined> {
    const key = keyOfRecord(name)
    const read = await this.range.perform({ type: "get", key, consistency: "linearizable" })
    return read.type === "get" && read.cell ? decodeKeyspaceRecord(read.cell.value) : undefined
  }
}

async function dropping(): Promise<Scene> {
  const scene = new Scene()
  await scene.drops.open()
  await scene.add(users)
  t.match(scene.drops.jobs(), [{ id: 7, tookMs: 0, waitsFor: [1, 2, 3] }], "before it is begun")
  await scene.pass()
  return scene
}

t.test("stores are told, and it has ended when all have nothing left", async (t) => {
  const scene = await dropping()
  t.same(scene.drops.list.ids, [7])
  t.same(scene.dropped, [7], "nobody is to care for its ranges")
  for (const store of [1, 2, 3]) scene.say(store, 4)
  await scene.pass()
  t.match(scene.drops.jobs(), [{ keyspace: "users", gone: 0, left: 12, waitsFor: [1, 2, 3] }])
  scene.say(1, 0, 4)
  scene.say(2, 0, 4)
  scene.say(3, 1, 3)
  await scene.pass()
  t.match(scene.drops.jobs(), [{ tookMs: 0, gone: 11, left: 1, waitsFor: [3] }])
  t.match(await scene.recordOf("users"), users, "its name is not free yet")
  scene.say(3, 0, 4)
  await scene.pass()
  t.equal(await scene.recordOf("users"), undefined)
  const [job] = scene.drops.jobs()
  t.match(job, { id: 7, gone: 12, left: 0, waitsFor: [] })
  t.ok((job?.tookMs ?? 0) > 0)
  t.same(scene.drops.list.ids, [7], "stores that come back are told for ever")
})

t.test(
  "who has not heard of it may have something; who is given up is not waited for",
  async (t) => {
    const scene = await dropping()
    scene.say(1, 0)
    scene.say(2, 0)
    scene.say(3, 0, 0, scene.drops.list.version - 1)
    await scene.pass()
    t.match(scene.drops.jobs(), [{ tookMs: 0, waitsFor: [3] }])
    scene.stores = [1, 2]
    await scene.pass()
    t.ok((scene.drops.jobs()[0]?.tookMs ?? 0) > 0)
  },
)

t.test("the next driver goes on, wherever this one was", async (t) => {
  for (let writes = 0; writes <= 4; writes += 1) {
    const scene = new Scene()
    await scene.drops.open()
    await scene.add(users)
    scene.range.failAfterWrites = 1 + writes
    await scene.pass()
    for (const store of scene.stores) scene.say(store, 0, 2)
    await scene.pass()
    scene.range.failAfterWrites = Number.POSITIVE_INFINITY
    scene.drops.stop()
    scene.newDriver()
    await scene.drops.open()
    await scene.pass()
    for (const store of scene.stores) scene.say(store, 0, 2)
    await scene.pass()
    t.equal(await scene.recordOf("users"), undefined, `after ${writes} writes`)
    t.ok((scene.drops.jobs()[0]?.tookMs ?? 0) > 0)
  }
})

t.test("a name that is another's by now is left alone", async (t) => {
  const scene = await dropping()
  for (const store of scene.stores) scene.say(store, 0, 2)
  scene.range.failAfterWrites = scene.range.writes + 1
  await scene.pass()
  scene.range.failAfterWrites = Number.POSITIVE_INFINITY
  t.equal(await scene.recordOf("users"), undefined, "the name is free")
  t.equal(scene.drops.jobs()[0]?.tookMs, 0, "and the job has not ended")
  const other = { ...users, id: 9, droppedAtMs: 0 }
  scene.keyspaces = new Map()
  await scene.add(other)
  await scene.pass()
  t.ok((scene.drops.jobs()[0]?.tookMs ?? 0) > 0)
  t.match(await scene.recordOf("users"), other)
})
