/** A store that is opened while its disk is full, with work left over that needs space. */
import t, { type Test } from "tap"
import { bytesOfMapKey, KvError } from "../../src/base/index.ts"
import { put } from "../core/range/test-range.ts"
import { cellKey } from "./range-data-harness.ts"
import { announced, childId, parentId, Store } from "./store-data-harness.ts"

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

/** Its keys are for nobody while it is full, and for who wants them again once it is not. */
async function wantKeys(t: Test, store: Store): Promise<void> {
  const range = { ...announced(childId), ...child, version: 3 }
  for (const rangeId of [childId, 20]) t.equal(store.data.mayHold({ ...range, rangeId }), false)
  await turns()
  store.disk.failWrites = undefined
  t.equal(store.data.mayHold(range), false, "it is cleared only now")
  await turns()
  t.equal(store.data.mayHold(range), true)
  t.notOk(store.disk.pairs.has(nameOf("n")))
}

const child = { start: cellKey("m").subarray(5), end: new Uint8Array(0) }
const nameOf = (key: string): string => String.fromCharCode(...cellKey(key))

async function turns(): Promise<void> {
  for (let i = 0; i < 5; i += 1) await new Promise(setImmediate)
}

t.test("a removed range is not cleared yet", async (t) => {
  const store = await halves()
  // Its tombstone is durable, and nothing else happens any more.
  store.disk.writesLeft = 1
  await t.rejects(store.data.remove(childId, 1))
  await openFull(store)
  t.same(await store.contents(), without)
  await wantKeys(t, store)
  await store.data.openBlank(announced(childId), 2)
  await store.crash(0)
  t.same(store.data.identityOf(childId)?.replicaId, 2)
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
