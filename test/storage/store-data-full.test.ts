/** A store that is opened while its disk is full, with work left over that needs space. */
import t, { type Test } from "tap"
import { bytesOfMapKey, KvError } from "../../src/base/index.ts"
import { put } from "../core/range/test-range.ts"
import { cellKey } from "./range-data-harness.ts"
import { announced, childId, codeOf, parentId, Store } from "./store-data-harness.ts"

const whole = { [parentId]: "a=1 b=1", [childId]: "m=1 n=1" }
const without = { [parentId]: whole[parentId] }

async function halves(): Promise<Store> {
  const store = await Store.open()
  await store.run(parentId, ...[..."abmn"].map((key) => put(key, "1")))
  await store.split("m")
  await store.flush()
  await store.flush(childId)
  await store.child.checkpoint()
  return store
}

async function openFull(store: Store): Promise<void> {
  store.disk.failWrites = new KvError("disk_full", "there is no space")
  await store.crash(0)
}

/** Its keys are for nobody while it is full, and until what was left is cleared. */
async function wantKeys(t: Test, store: Store): Promise<void> {
  t.equal(await codeOf(store.data.clearLeftovers()), "disk_full")
  for (const rangeId of [childId, 20])
    t.equal(store.data.occupancy.mayHold({ ...child, rangeId }), false)
  store.disk.failWrites = undefined
  t.equal(store.data.occupancy.mayHold(child), false)
  await store.data.clearLeftovers()
  isCleared(t, store)
}

function isCleared(t: Test, { data, disk }: Store): void {
  t.equal(data.hasLeftovers, false)
  t.equal(data.occupancy.mayHold(child), true)
  t.notOk(disk.pairs.has(nameOf("n")))
}

const child = {
  ...{ ...announced(childId), version: 3 },
  ...{ start: cellKey("m").subarray(5), end: new Uint8Array(0) },
}
const nameOf = (key: string): string => String.fromCharCode(...cellKey(key))

/** Its tombstone is durable, and nothing else happens any more. */
async function removedOnFull(): Promise<Store> {
  const store = await halves()
  store.disk.writesLeft = 1
  await codeOf(store.data.remove(childId, 1))
  await openFull(store)
  return store
}

t.test("a removed range is not cleared yet", async (t) => {
  const store = await removedOnFull()
  t.same(await store.contents(), without)
  await wantKeys(t, store)
  await store.data.openBlank(announced(childId), 2)
  await store.crash(0)
  t.same(store.data.identityOf(childId)?.replicaId, 2)
})

t.test("what a removed range left can't be told apart: all has to go", async (t) => {
  const store = await removedOnFull()
  store.disk.failWrites = undefined
  store.disk.damage(cellKey("n"), (value) => value.reverse())
  await store.data.clearLeftovers()
  isCleared(t, store)
  t.same(await store.contents(), { [parentId]: "installing" })
})

t.test("all goes before a removed range is cleared, and while it is", async (t) => {
  for (const before of [true, false]) {
    const store = await removedOnFull()
    store.disk.failWrites = undefined
    const letGo = (): Promise<void> => store.data.letGoOfAll({ letGo: () => [] })
    if (before) await letGo()
    const cleared = store.data.clearLeftovers()
    if (!before) await letGo()
    await cleared
    isCleared(t, store)
    t.same(await store.contents(), { [parentId]: "installing" })
    t.equal(store.told.length, 1, "once is enough")
    await store.data.openBlank(announced(childId), 2)
  }
})

t.test("what was fetched after all had gone is not let go of for a removed range", async (t) => {
  const store = await removedOnFull()
  store.disk.failWrites = undefined
  await store.data.letGoOfAll({ letGo: () => [] })
  await store.fetch(parentId, await halves())
  await store.data.clearLeftovers()
  isCleared(t, store)
  t.same(await store.contents(), without)
})

t.test("a removed range was split off once more", async (t) => {
  const store = await halves()
  const before = [...store.disk.pairs]
  await store.data.remove(childId, 1)
  const again = before.filter(([name]) => !store.disk.pairs.has(name))
  store.disk.write(
    again.map(([name, value]) => ({ type: "put", key: bytesOfMapKey(name), value })),
    true,
  )
  t.ok(store.disk.pairs.has(nameOf("n")))
  await openFull(store)
  t.same(await store.contents(), without)
  await wantKeys(t, store)
  await store.crash(9)
  t.same(await store.contents(), without)
})

t.test("state is corrupt, which can't be noted down", async (t) => {
  const store = await halves()
  store.disk.damage(Uint8Array.of(0x10, 0, 0, 0, childId, 0), (value) => value.reverse())
  store.disk.failWrites = new KvError("disk_full", "there is no space")
  await store.reopen()
  t.same(await store.contents(), { ...whole, [childId]: "installing" })
  store.disk.failWrites = undefined
  await store.reopen()
  t.same(await store.contents(), { ...whole, [childId]: "installing" })
})
