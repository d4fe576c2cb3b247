/** A replica that leaves takes all of its range along, and never comes back as who it was. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { unknownRange } from "../../src/storage/range-data/keys.ts"
import { put } from "../core/range/test-range.ts"
import { cellKey } from "./range-data-harness.ts"
import { announced, childId, codeOf, parentId, rowsOf, Store } from "./store-data-harness.ts"

const left = "a=1 c=1"
const right = "n=1 p=1 z=1"
const whole = { [parentId]: left, [childId]: right }
const without = { [parentId]: left }
const replica = 65_537
const wall = 4_000_000

/** Two halves of a keyspace; cells of the right one expire, some day. */
async function halves(): Promise<Store> {
  const store = await Store.open()
  await store.run(parentId, ...[..."ac"].map((key) => put(key, "1")))
  await store.run(parentId, ...[..."npz"].map((key) => put(key, "1", { ttlMs: wall })))
  await store.split("m")
  await store.flush()
  await store.flush(childId)
  await store.child.checkpoint()
  return store
}

/** What of the right half is on the disk: its own records, marks, cells, rows of expiries. */
function remains({ disk }: Store): readonly string[] {
  return [...disk.pairs.keys()].filter((key) => {
    const kind = key.charCodeAt(0)
    if (kind <= 0x03 || kind === 0x10) return key.charCodeAt(4) === childId
    if (kind === 0x20) return key.slice(5) >= "m"
    return kind === 0x30
  })
}

function buried(store: Store) {
  return store.data.identityOf(childId)
}

const tombstone = { replicaId: replica, removed: true, keyspaceId: 1, leftover: undefined }

t.test("its cells go, with its sessions, state and expiries; its neighbour's stay", async (t) => {
  const store = await halves()
  t.ok(remains(store).length > 8)
  await store.data.remove(childId, replica)
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(await store.contents(), without)
    t.same(buried(store), tombstone)
    t.equal(store.data.has(childId), false)
    if (!restart) t.same(remains(store), [])
  }
  t.same(remains(store), [], "what was not synced is cleared again")
})

t.test("one that was found corrupt leaves no mark beside its tombstone", async (t) => {
  const store = await halves()
  const { child } = store
  const removed = store.data.remove(childId, replica)
  await Promise.all([removed, child.quarantine()])
  await child.quarantine()
  t.same(remains(store), [])
  await store.crash(99)
  t.same(await store.contents(), without)
  t.same(remains(store), [], "or a start takes its old span from whoever has it then")
})

t.test("cut short after any write, it is there whole or gone whole", async (t) => {
  const seen = { there: 0, gone: 0 }
  for (let writes = 0, done = false; !done; writes += 1) {
    for (const survive of [0, 1, 99]) {
      const store = await halves()
      store.disk.writesLeft = writes
      done = (await codeOf(store.data.remove(childId, replica))) === "no error"
      await store.crash(survive)
      const gone = buried(store)?.removed === true
      t.same(await store.contents(), gone ? without : whole, `after ${writes} writes`)
      if (gone) t.same(remains(store), [], "the start has cleared what was left")
      t.ok(gone || seen.gone === 0, "who is buried once stays buried")
      seen[gone ? "gone" : "there"] += 1
    }
  }
  t.ok(seen.there > 2 && seen.gone > 2)
})

t.test("the start that clears what is left is cut short after any write", async (t) => {
  const stopped = await halves()
  stopped.disk.writesLeft = 1
  t.equal(await codeOf(stopped.data.remove(childId, replica)), "unavailable")
  for (let writes = 0, done = false; !done; writes += 1) {
    const copy = stopped.disk.copy()
    copy.writesLeft = writes
    done = (await codeOf(Store.open({}, copy))) === "no error"
    copy.crash(writes % 3)
    const again = await Store.open({}, copy)
    t.same(await again.contents(), without)
    t.same(remains(again), [])
    t.same(buried(again), tombstone)
  }
})

t.test("without space for the tombstone nothing is gone, and it may be tried again", async (t) => {
  const store = await halves()
  store.disk.failWrites = new KvError("disk_full", "full")
  t.equal(await codeOf(store.data.remove(childId, replica)), "disk_full")
  t.equal(buried(store), undefined)
  store.disk.failWrites = undefined
  await store.data.remove(childId, replica)
  t.same(remains(store), [])
  t.same(await store.contents(), without)
})

t.test("another replica may come to its place, an older one is known for what it is", async (t) => {
  const from = await halves()
  const store = await halves()
  await store.data.remove(childId, replica)
  const blank = await store.data.openBlank(announced(childId), 3 * replica)
  t.same(buried(store), { ...tombstone, replicaId: 3 * replica, removed: false })
  t.equal(blank.recovered, undefined, "nothing of the old one is in it")
  const snapshot = await from.child.openSnapshot()
  await blank.install(snapshot.chunks())
  await snapshot.close()
  t.equal(await rowsOf(blank), right)
  await store.crash(99)
  t.same(await store.contents(), whole)
  t.match(buried(store), { replicaId: 3 * replica, removed: false })
})

t.test("split off once more by a range with older data, it is gone again", async (t) => {
  for (const restart of [false, true]) {
    const older = await Store.open()
    await older.run(parentId, ...[..."ac"].map((key) => put(key, "1")))
    await older.run(parentId, ...[..."npz"].map((key) => put(key, "1", { ttlMs: wall })))
    const store = await halves()
    await store.data.remove(childId, replica)
    await store.range().quarantine()
    await store.fetch(parentId, older)
    await store.split("m")
    await store.flush()
    t.ok(remains(store).length > 0, "it is there, beside its tombstone")
    // Whoever bears it buries it, unless a crash comes first.
    if (restart) await store.crash(99)
    else await store.data.remove(childId, replica)
    t.same(await store.contents(), without)
    t.same(buried(store), tombstone)
    t.same(remains(store), [])
    await store.data.openBlank(announced(childId), 3 * replica)
    t.equal(store.child.recovered, undefined, "who comes next finds nothing of it")
  }
})

t.test("who it is to be is durable before a blank replica can vote", async (t) => {
  const store = await halves()
  await store.data.remove(childId, replica)
  await store.data.openBlank(announced(childId), 3 * replica)
  await store.crash(0)
  t.match(buried(store), { replicaId: 3 * replica, removed: false })
})

t.test("what a cluster begins with is begun once: a replica that came back is blank", async (t) => {
  const store = await halves()
  await store.data.remove(parentId, replica)
  await store.data.openBlank(announced(parentId), 3 * replica)
  await store.crash(0)
  t.equal(store.data.has(parentId), false, "its data comes by a snapshot, or not at all")
  t.match(store.data.identityOf(parentId), { replicaId: 3 * replica, removed: false })
})

t.test("damage met while it is cleared takes all along, but for its tombstone", async (t) => {
  for (let writes = 1, done = false; !done; writes += 1) {
    const store = await halves()
    store.disk.damage(cellKey("n"), (value) => value.reverse())
    store.disk.writesLeft = writes
    done = (await codeOf(store.data.remove(childId, replica))) === "no error"
    // Nothing but what is durable: by now its log may be gone, and with it the vote.
    await store.crash(0)
    t.same(buried(store), tombstone, `after ${writes} writes`)
    t.equal(store.data.has(childId), false)
    t.same(remains(store), [])
    t.same(await store.contents(), { [parentId]: "installing" })
  }
})

t.test("one whose keys can't be told takes all along, and is gone", async (t) => {
  const store = await halves()
  const applied = Uint8Array.of(0x10, 0, 0, 0, childId, 0)
  store.disk.damage(applied, (value) => value.reverse())
  await store.reopen()
  t.same(await store.contents(), { [parentId]: left, [childId]: "installing" })
  await store.data.remove(childId, replica)
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(await store.contents(), { [parentId]: "installing" })
    t.same(buried(store), { ...tombstone, keyspaceId: unknownRange(childId).keyspaceId })
    t.same(remains(store), [])
  }
})

t.test("tombstones stay when the engine lets go of everything for another's sake", async (t) => {
  const store = await halves()
  await store.data.remove(childId, replica)
  await store.data.letGoOfAll(store.range())
  t.same(await store.contents(), { [parentId]: "installing" })
  await store.crash(0)
  t.same(buried(store), tombstone)
  t.equal(store.data.has(childId), false)
  t.equal(store.data.identitiesLost, false)
})

t.test("tombstones that can't be read are said to be lost, with all else", async (t) => {
  const store = await halves()
  await store.data.remove(childId, replica)
  const record = Uint8Array.of(0x04, 0, 0, 0, childId)
  store.disk.damage(record, (value) => value.reverse())
  await store.reopen()
  t.equal(store.data.identitiesLost, true)
  t.equal(store.data.rangesLost, false)
  t.equal(buried(store), undefined)
  t.same(await store.contents(), { [parentId]: "installing" })
})

t.test("what is lost stays so until that is settled, whatever is damaged meanwhile", async (t) => {
  const store = await halves()
  await store.data.remove(childId, replica)
  for (const record of [
    [0x04, 0, 0, 0, childId],
    [0x10, 0, 0, 0, parentId, 0],
  ]) {
    store.disk.damage(Uint8Array.from(record), (value) => value.reverse())
  }
  await store.reopen()
  const lost = (): boolean[] => [store.data.identitiesLost, store.data.rangesLost]
  t.same(lost(), [true, false], "the ranges could be listed")
  await store.crash(0)
  t.same(lost(), [true, false])
  store.disk.damage(Uint8Array.of(0x05), (value) => value.reverse())
  await store.reopen()
  t.same(lost(), [true, true], "who knows what it said")
  await store.data.settleLosses()
  await store.crash(0)
  t.same(lost(), [false, false])
})

t.test("a range that a removed one had not flushed yet goes with it", async (t) => {
  const store = await Store.open()
  await store.run(parentId, ...[..."az"].map((key) => put(key, "1")))
  await store.flush()
  await store.split("m")
  t.equal(store.data.has(childId), true)
  await store.data.remove(parentId, replica)
  t.equal(store.data.has(childId), false, "it may come by a message")
  await store.crash(99)
  t.same(await store.contents(), {}, "a range of the beginning does not begin anew")
  t.notOk([...store.disk.pairs.keys()].some((key) => key.charCodeAt(0) === 0x20))
})

t.test("with the last of a keyspace go the rows of what was written over", async (t) => {
  const store = await Store.open({ valueCacheBytes: 0 })
  await store.run(parentId, put("a", "1", { ttlMs: wall }))
  await store.flush()
  await store.run(parentId, put("a", "2", { ttlMs: 2 * wall }))
  await store.flush()
  await store.data.remove(parentId, replica)
  const rows = (): number => [...store.disk.pairs.keys()].filter((key) => key[0] === "0").length
  t.equal(rows(), 1)
  await store.data.reclaim(1)
  t.equal(rows(), 0)
})
