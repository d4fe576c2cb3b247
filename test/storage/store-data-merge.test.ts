/** A range that another one takes in is that one's part or a range of its own, never both. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { increment, put, remove, request } from "../core/range/test-range.ts"
import { childId, codeOf, parentId, rowsOf, Store } from "./store-data-harness.ts"

const apart = { [parentId]: "a=1 c=1", [childId]: "n=1 p=1 x=1" }
const whole = { [parentId]: "a=1 c=1 n=1 p=1 x=1" }
const wall = 4_000_000

/** Two halves of a keyspace, the right one frozen for the left one. */
async function frozen(options = {}): Promise<Store> {
  const store = await Store.open(options)
  await store.run(parentId, put("a", "1"), put("c", "1"))
  await store.split("m")
  await store.flush()
  await store.run(childId, put("n", "1"), put("p", "1", { ttlMs: wall }))
  await store.run(childId, increment("x", 1n, request(1, 1)))
  await store.freeze()
  await store.child.checkpoint()
  return store
}

t.test("one that was found corrupt as it was taken in leaves no mark", async (t) => {
  const store = await frozen()
  const source = store.child
  store.absorb()
  await source.quarantine()
  await store.flush()
  await store.crash(99)
  t.same(await store.contents(), whole)
  t.ok(isMerged(store))
})

/** What the disk has of the range that was taken in, beside its cells. */
function ownRecords({ disk }: Store): readonly string[] {
  return [...disk.pairs.keys()].filter((key) => {
    const kind = key.charCodeAt(0)
    return (kind <= 0x03 || kind === 0x10) && key.charCodeAt(4) === childId
  })
}

function isMerged(store: Store): boolean {
  return store.data.identityOf(childId)?.merged === true
}

t.test(
  "its cells are the other's at once, and its own records go with the next flush",
  async (t) => {
    const store = await frozen()
    const source = store.child
    const burial = store.absorb()
    t.equal(await rowsOf(store.range()), whole[parentId])
    t.equal(store.data.has(childId), false)
    t.equal(await codeOf(rowsOf(source)), "unavailable", "nothing is read of it any more")
    t.equal(burial.settled, false)
    t.ok(ownRecords(store).length > 4)
    await store.flush()
    await burial.durable
    await burial.cleared
    t.same(ownRecords(store), [])
    t.equal(store.range().nextExpiryMs() !== undefined, true, "what expires in it is known")
    for (const survive of [0, 99]) {
      await store.crash(survive)
      t.same(await store.contents(), whole)
      t.ok(isMerged(store))
      t.match(await store.run(parentId, increment("x", 1n, request(1, 1))), [{ value: 1n }])
    }
  },
)

t.test("cut short after any write, both are there or the one with all", async (t) => {
  const seen = { apart: 0, whole: 0 }
  for (let writes = 0, done = false; !done; writes += 1) {
    for (const survive of [0, 1, 99]) {
      const store = await frozen()
      store.disk.writesLeft = writes
      const burial = store.absorb()
      done = (await codeOf(store.flush())) === "no error"
      if (done) await burial.cleared
      await store.crash(survive)
      t.same(await store.contents(), isMerged(store) ? whole : apart, `after ${writes} writes`)
      t.equal(store.range().descriptor.version, isMerged(store) ? 4 : 2)
      if (isMerged(store)) t.same(ownRecords(store), [], "the start has cleared what was left")
      else t.match(store.child.descriptor, { frozen: { into: parentId } })
      seen[isMerged(store) ? "whole" : "apart"] += 1
    }
  }
  t.ok(seen.apart > 2 && seen.whole > 2)
})

t.test("both are there once more, and it is taken in again", async (t) => {
  const store = await frozen()
  store.absorb()
  await store.crash(0)
  t.same(await store.contents(), apart)
  store.absorb()
  await store.flush()
  await store.crash(0)
  t.same(await store.contents(), whole)
})

t.test("without space nothing of it is lost, and it may be tried again", async (t) => {
  const store = await frozen()
  store.disk.failWrites = new KvError("disk_full", "full")
  const burial = store.absorb()
  t.equal(await codeOf(store.flush()), "disk_full")
  t.equal(await rowsOf(store.range()), whole[parentId])
  store.disk.failWrites = undefined
  await store.flush()
  t.ok(burial.settled)
  await store.crash(0)
  t.same(await store.contents(), whole)
})

t.test("where the one that has it is let go of, nothing of it comes back", async (t) => {
  const store = await frozen()
  store.absorb()
  await store.range().quarantine()
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(await store.contents(), { [parentId]: "installing" })
    t.ok(isMerged(store))
  }
  const source = await frozen()
  source.absorb()
  await store.fetch(parentId, source)
  t.same(await store.contents(), whole)
  t.same(ownRecords(store), [])
})

t.test("what was let go of just after a merge is all cleared for what comes", async (t) => {
  const source = await frozen()
  source.absorb()
  await source.flush()
  await source.run(parentId, remove("n"))
  for (const survive of [undefined, 0, 99]) {
    const store = await frozen()
    store.absorb()
    await store.range().quarantine()
    if (survive !== undefined) await store.crash(survive)
    await store.fetch(parentId, source)
    t.same(await store.contents(), { [parentId]: "a=1 c=1 p=1 x=1" })
  }
  for (let writes = 0, done = false; !done; writes += 1) {
    const store = await frozen()
    store.absorb()
    store.disk.writesLeft = writes
    await codeOf(store.fetch(parentId, source))
    done = store.disk.writesLeft > 0
    store.disk.writesLeft = Number.POSITIVE_INFINITY
    await store.fetch(parentId, source)
    t.same(await store.contents(), { [parentId]: "a=1 c=1 p=1 x=1" }, `after ${writes} writes`)
  }
})

t.test("where the one that has it leaves, all of both is cleared", async (t) => {
  const store = await frozen()
  store.absorb()
  await store.data.remove(parentId, 1)
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(await store.contents(), {})
    const cells = [...store.disk.pairs.keys()].filter((key) => key.charCodeAt(0) === 0x20)
    t.same(cells, [])
    t.ok(isMerged(store))
  }
})

t.test("when all has to go, only its tombstone is left of it", async (t) => {
  const store = await frozen()
  const burial = store.absorb()
  await store.data.letGoOfAll(store.range())
  t.ok(burial.settled)
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(await store.contents(), { [parentId]: "installing" })
    t.ok(isMerged(store))
  }
})

t.test("a snapshot of what took ranges in names them before it may come", async (t) => {
  const source = await frozen()
  source.absorb()
  const store = await frozen()
  const named: (readonly number[] | undefined)[] = []
  store.data.onOvertaken = ({ absorbed }) => named.push(absorbed)
  t.equal(await codeOf(store.fetch(parentId, source)), "unavailable", "it is still here")
  t.same(named, [[childId]])
  await store.data.remove(childId, 1, true)
  await store.fetch(parentId, source)
  t.same(await store.contents(), whole)
  t.ok(isMerged(store))
})

t.test("variant absorb-without-tombstone has it twice after a restart", async (t) => {
  const store = await frozen({ variant: "absorb-without-tombstone" })
  store.absorb()
  await store.flush()
  await store.crash(99)
  t.ok(store.data.has(childId))
})

t.test("what expires in it is known, whatever is being looked for meanwhile", async (t) => {
  const store = await frozen({ valueCacheBytes: 0 })
  await store.run(parentId, put("b", "1", { ttlMs: 10 }))
  await store.flush()
  await store.run(parentId, put("b", "1"))
  await store.flush()
  const { engine } = store
  const { getMany } = engine
  // A row of the index stands for no cell, which is found out when the other range is taken in.
  engine.getMany = (keys) => {
    engine.getMany = getMany
    store.absorb()
    return engine.getMany(keys)
  }
  const dueMs = (store.range().nextExpiryMs() ?? 0) + 100
  t.same(await store.range().expired(dueMs, 10), [])
  t.equal(store.data.has(childId), false)
  await store.flush()
  t.ok(store.range().nextExpiryMs() !== undefined)
})
