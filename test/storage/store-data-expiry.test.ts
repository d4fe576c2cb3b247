/** Rows of the expiry index that ranges leave behind, for the ranges that are left. */
import t from "tap"
import { wallMsOf } from "../../src/base/index.ts"
import { put } from "../core/range/test-range.ts"
import { announced, childId, parentId, Store } from "./store-data-harness.ts"

const replica = 65_537
const minuteMs = 60_000

/** Two halves of a keyspace. Of the right one a cell was written over, blindly: no cache has it. */
async function halves(): Promise<Store> {
  const store = await Store.open({ valueCacheBytes: 0 })
  await store.run(parentId, put("a", "1", { ttlMs: 1_000 }), put("n", "1", { ttlMs: 1_000 }))
  await store.flush()
  await store.run(parentId, put("n", "2", { ttlMs: 2_000 }))
  await store.split("m")
  await store.flush()
  await store.flush(childId)
  return store
}

/** Keys in the expiry index. */
function rowsOf({ disk }: Store): readonly string[] {
  const rows = [...disk.pairs.keys()].filter((key) => key.charCodeAt(0) === 0x30)
  return rows.map((key) => key.slice(13)).sort()
}

/** The left half looks what is due. */
async function look(store: Store, laterMs: number): Promise<void> {
  const nowMs = wallMsOf(store.machine().state.time) + laterMs
  await store.range().expired(nowMs, 10)
}

t.test("what a range left of a cell that was written over is swept by another one", async (t) => {
  const store = await halves()
  t.same(rowsOf(store), ["a", "n", "n"])
  await store.data.remove(childId, replica)
  t.same(rowsOf(store), ["a", "n"], "it does not know of the first one")
  await look(store, 0.5 * minuteMs)
  t.same(rowsOf(store), ["a", "n"], "it may be somebody's, who has not come to purge it yet")
  await look(store, 2 * minuteMs)
  t.same(rowsOf(store), ["a"])
})

t.test("rows of a range that is here are its own, however late it is", async (t) => {
  const store = await halves()
  await look(store, 2 * minuteMs)
  t.same(rowsOf(store), ["a", "n", "n"])
})

t.test("nor are those nobody's whose keys are to come", async (t) => {
  const store = await halves()
  await store.data.remove(childId, replica)
  const { descriptor } = store.range()
  const coming = { ...announced(9), start: descriptor.end, version: 1 }
  await store.data.openBlank(coming, replica)
  await look(store, 2 * minuteMs)
  t.same(rowsOf(store), ["a", "n"])
})

t.test("what a snapshot replaces leaves rows, and who looks when the next is due", async (t) => {
  const [store, from] = [await Store.open(), await Store.open()]
  await store.run(parentId, put("a", "1", { ttlMs: 1_000 }))
  await store.flush()
  for (const value of ["2", "3"]) await from.run(parentId, put("a", value))
  await store.fetch(parentId, from)
  t.same(rowsOf(store), ["a"])
  t.equal(store.range().nextExpiryMs(), 0, "nothing that came expires, yet somebody has to look")
  await look(store, 2 * minuteMs)
  t.same(rowsOf(store), [])
  t.equal(store.range().nextExpiryMs(), undefined)
})

t.test("rows of an earlier replica of its keys are those of the one that comes", async (t) => {
  const [store, from] = [await halves(), await halves()]
  await store.data.remove(childId, replica)
  t.same(rowsOf(store), ["a", "n"])
  await from.run(childId, put("n", "3"))
  await store.fetch(childId, from)
  t.same(rowsOf(store), ["a", "n"])
  const child = store.range(childId)
  t.equal(child.nextExpiryMs(), 0)
  await child.expired(wallMsOf(from.machine(childId).state.time) + minuteMs, 10)
  t.same(rowsOf(store), ["a"])
  t.equal(child.nextExpiryMs(), undefined)
})
