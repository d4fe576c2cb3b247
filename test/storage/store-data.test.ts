/** All ranges of a store on one engine: where they begin, and how one is cut in two. */
import t from "tap"
import { KvError, mapKeyOf, wallMsOf } from "../../src/base/index.ts"
import { increment, put, request } from "../core/range/test-range.ts"
import { bytes, cellKey, configuration, descriptor, text } from "./range-data-harness.ts"
import { childId, codeOf, parentId, rowsOf, Store } from "./store-data-harness.ts"

const system = { ...descriptor, rangeId: 1, keyspaceId: 0 }

t.test("a store begins with its first ranges, and finds them again", async (t) => {
  const store = await Store.open({ initial: [system, descriptor] })
  t.same(
    store.data.ranges.map((range) => [range.rangeId, range.descriptor, range.recovered]),
    [
      [1, system, undefined],
      [parentId, descriptor, undefined],
    ],
  )
  t.equal(store.disk.pairs.size, 1, "nothing is written but that there is an engine")
  await store.run(1, put("a", "of the system"))
  await store.run(parentId, put("a", "of the user"))
  await store.flush(1)
  await store.flush(parentId)
  await store.reopen()
  t.same(await store.contents(), { 1: "a=of the system", [parentId]: "a=of the user" })
  t.match(store.range(1).recovered?.state, { index: 1, configuration, descriptor: system })
  t.ok(store.data.has(parentId))
  t.notOk(store.data.has(childId))
  t.equal(store.data.get(childId), undefined)
})

t.test("what a split cuts off is the new range's, and lies where it lay", async (t) => {
  const store = await Store.open()
  await store.run(parentId, put("a", "1"), put("m", "2"), put("z", "3"))
  await store.flush()
  const cells = [...store.disk.pairs.keys()].filter((key) => key.charCodeAt(0) === 0x20)
  const { length } = store.disk.writes
  const child = await store.split("m")
  await store.flush()
  t.equal(store.disk.writes.length, length + 1, "one write for both ranges")
  t.same(
    [...store.disk.pairs.keys()].filter((key) => key.charCodeAt(0) === 0x20),
    cells,
  )
  t.same(store.range().descriptor, { ...descriptor, end: bytes("m"), version: 2 })
  t.same(child.descriptor, { ...descriptor, rangeId: childId, start: bytes("m"), version: 2 })
  t.same(await store.contents(), { [parentId]: "a=1", [childId]: "m=2 z=3" })
  await store.run(childId, put("m", "4"))
  await store.run(parentId, put("b", "5"))
  t.same(await store.contents(), { [parentId]: "a=1 b=5", [childId]: "m=4 z=3" })
  await store.flush(childId)
  await store.reopen()
  t.same(await store.contents(), { [parentId]: "a=1", [childId]: "m=4 z=3" })
})

t.test(
  "what waited for the engine goes with the split, to either side of the border",
  async (t) => {
    const store = await Store.open()
    await store.run(parentId, put("a", "1"), put("z", "old"))
    await store.flush()
    await store.run(parentId, put("a", "2"), put("z", "new"), put("m", "2"))
    const child = await store.split("m")
    await store.flush()
    t.same((await child.cells([bytes("m"), bytes("z")])).map(text), ["2", "new"])
    t.same(await store.contents(), { [parentId]: "a=2", [childId]: "m=2 z=new" })
  },
)

/** Writes on both sides of borders to come, two splits, and writes on all three ranges. */
async function history(store: Store): Promise<void> {
  for (const [id, writes] of [
    [parentId, [put("a", "1"), put("m", "1"), put("t", "1", { id: request(1, 1) })]],
    [parentId, [increment("n", 1n, request(2, 1)), put("u", "1")]],
  ] as const) {
    await store.run(id, ...writes)
    await store.flush(id)
  }
  await store.run(parentId, put("a", "2"), increment("n", 1n, request(2, 2)))
  await store.split("m")
  await store.flush()
  await store.run(childId, increment("n", 1n, request(2, 3)))
  await store.run(parentId, put("b", "2"))
  await store.flush(parentId)
  await store.split("t", 9, childId)
  await store.flush(childId)
  await store.run(9, put("t", "2"))
  await store.flush(9)
}

/** What is there after each of the writes of `history`. */
const afterWrites = [
  { [parentId]: "" },
  { [parentId]: "a=1 m=1 t=1" },
  { [parentId]: "a=1 m=1 n=1 t=1 u=1" },
  { [parentId]: "a=2", [childId]: "m=1 n=2 t=1 u=1" },
  { [parentId]: "a=2 b=2", [childId]: "m=1 n=2 t=1 u=1" },
  { [parentId]: "a=2 b=2", [childId]: "m=1 n=3", 9: "t=1 u=1" },
  { [parentId]: "a=2 b=2", [childId]: "m=1 n=3", 9: "t=2 u=1" },
]

t.test("a split is all there or not at all, whichever write is the last to survive", async (t) => {
  for (const [survive, expected] of afterWrites.entries()) {
    const store = await Store.open()
    await history(store)
    t.equal(store.disk.unsyncedCount, afterWrites.length - 1)
    const machines = new Map(store.machines)
    await store.crash(survive)
    t.same(await store.contents(), expected, `${survive} writes survive`)
    for (const [id, { state, sessions }] of store.machines) {
      t.same(state.descriptor, store.range(id).descriptor)
      if (survive < afterWrites.length - 1) continue
      t.same(state, machines.get(id)?.state, `state of range ${id}`)
      t.same(sessions, machines.get(id)?.sessions, `sessions of range ${id}`)
    }
  }
})

t.test("a new range remembers the requests of its parent, also after a restart", async (t) => {
  const store = await Store.open()
  const write = increment("z", 5n, request(1, 1))
  const first = await store.run(parentId, write, put("a", "x", { id: request(2, 1) }))
  for (const client of [3, 4]) await store.run(parentId, put("b", "1", { id: request(client, 1) }))
  await store.split("m")
  await store.flush()
  const { sessions } = store.machine(childId)
  t.same(sessions, store.machine(parentId).sessions)
  t.equal(sessions.forgotten.length, 1, "who is forgotten is forgotten there, too")
  await store.reopen()
  t.same(store.machine(childId).sessions, sessions)
  t.same(store.machine(parentId).sessions, sessions)
  const again = await store.run(childId, put("z", "x", { id: request(1, 1) }))
  t.match(again, [{ type: "error", code: "session_forgotten" }])
  t.match(first, [{ type: "increment", value: 5n }, { type: "put" }])
  t.match(await store.run(childId, put("z", "x", { id: request(3, 1) })), [{ type: "put" }])
  t.equal(await rowsOf(store.child), "z=5")
})

t.test("many ranges, and whatever ids they have, are found again", async (t) => {
  const store = await Store.open()
  const ids = [8, 9, 255, 256, 257, 65_536, 0x00ff_ffff, 0x1000_0000, 0xffff_fffe]
  const letters = [..."jihgfedcb"]
  await store.run(parentId, ...letters.map((letter) => put(letter, "1")), put("a", "1"))
  for (const [i, id] of ids.entries()) {
    await store.split(letters[i] as string, id)
    await store.flush()
  }
  const contents = await store.contents()
  t.equal(contents[257], "f=1")
  await store.reopen()
  t.same(await store.contents(), contents)
  t.same(
    store.data.ranges.map((range) => range.rangeId).sort((left, right) => left - right),
    [parentId, ...ids],
  )
})

t.test("a split that the engine lost before it had it leaves no range", async (t) => {
  const store = await Store.open()
  await store.run(parentId, put("a", "1"), put("z", "1"))
  await store.flush()
  await store.split("m")
  t.ok(store.data.has(childId))
  await store.range().quarantine()
  t.notOk(store.data.has(childId))
  t.same(store.range().descriptor, descriptor, "it is marked as what is still there")
  await store.reopen()
  t.same(await store.contents(), { [parentId]: "installing" })
  t.same(store.range().descriptor, descriptor)
})

t.test("a split that finds no space is tried again, and nothing of it is lost", async (t) => {
  const store = await Store.open()
  await store.run(parentId, put("a", "1"), put("z", "1", { id: request(1, 1) }))
  const child = await store.split("m")
  store.disk.failWrites = new KvError("disk_full", "full")
  t.equal(await codeOf(store.flush()), "disk_full")
  store.disk.failWrites = undefined
  await store.flush()
  t.equal(await rowsOf(child), "z=1")
  const { sessions } = store.machine(childId)
  await store.reopen()
  t.same(store.machine(childId).sessions, sessions)
  t.same(await store.contents(), { [parentId]: "a=1", [childId]: "z=1" })
})

t.test("what expires beyond the border is found by the new range, flushed or not", async (t) => {
  for (const flushed of [true, false]) {
    const store = await Store.open()
    await store.run(parentId, put("a", "1", { ttlMs: 50 }), put("z", "1", { ttlMs: 20 }))
    const nowMs = wallMsOf(store.machine().state.time)
    if (flushed) await store.flush()
    await store.split("m")
    await store.flush()
    for (const restart of [false, true]) {
      if (restart) await store.reopen()
      const nextMs = store.child.nextExpiryMs() ?? Number.POSITIVE_INFINITY
      t.ok(nextMs <= nowMs + 20, `flushed before: ${flushed}, after a restart: ${restart}`)
      t.same((await store.child.expired(nowMs + 100, 9)).map(mapKeyOf), ["z"])
      t.same((await store.range().expired(nowMs + 100, 9)).map(mapKeyOf), ["a"])
    }
  }
})

t.test("what was to be purged and went to the new range is that one's to purge", async (t) => {
  const store = await Store.open()
  await store.run(parentId, put("b", "1", { ttlMs: 1 }), put("n", "1", { ttlMs: 1 }))
  await store.flush()
  // The lookup began before the split, and the purge is proposed after it.
  const due = ["b", "n"]
  await store.split("m")
  await store.flush()
  await store.run(childId, put("n", "anew"))
  await store.purge(parentId, ...due)
  await store.flush(childId)
  await store.flush(parentId)
  t.same(await store.contents(), { [parentId]: "", [childId]: "n=anew" })
  await store.reopen()
  t.same(await store.contents(), { [parentId]: "", [childId]: "n=anew" })
})

t.test("what expires beyond the border is not forgotten by a look at the rest", async (t) => {
  for (const flushed of [true, false]) {
    const store = await Store.open({ initial: [system, descriptor], valueCacheBytes: 0 })
    await store.run(parentId, put("b", "1", { ttlMs: 50 }))
    await store.flush()
    await store.run(parentId, put("z", "1", { ttlMs: 20 }))
    const nowMs = wallMsOf(store.machine().state.time)
    if (flushed) await store.flush()
    // Or the range is cut while the cells that it had before wait for another one's flush.
    let goOn = (): void => {}
    store.disk.pauses.write = new Promise((resolve) => {
      goOn = resolve
    })
    await store.run(1, put("a", "1"))
    const before = store.flush(1)
    await new Promise(setImmediate)
    const flushes = [before, store.flush()]
    await store.split("m")
    goOn()
    await Promise.all(flushes)
    t.same(await store.range().expired(nowMs + 30, 9), [])
    await store.flush()
    t.ok((store.child.nextExpiryMs() ?? Number.POSITIVE_INFINITY) <= nowMs + 20)
    t.same((await store.child.expired(nowMs + 30, 9)).map(mapKeyOf), ["z"])
  }
})

t.test("each half checkpoints what is its own", async (t) => {
  const store = await Store.open()
  await store.run(parentId, put("a", "1"), put("z", "1"))
  const child = await store.split("m")
  await store.flush()
  await store.run(childId, put("z", "2"))
  await store.flush(childId)
  t.equal(await child.checkpoint(), 3)
  t.equal(await store.range().checkpoint(), 2)
  await store.run(childId, put("z", "lost"))
  await store.flush(childId)
  await store.crash(0)
  t.same(await store.contents(), { [parentId]: "a=1", [childId]: "z=2" })
  t.equal(await store.child.checkpoint(), 3)
})

t.test("a cell that rots is met by the range that it belongs to by now", async (t) => {
  const store = await Store.open()
  await store.run(parentId, put("a", "1"), put("z", "1"))
  const child = await store.split("m")
  await store.flush()
  store.disk.damage(cellKey("z"), (value) => value.reverse())
  t.equal(await codeOf(child.cells([bytes("z")])), "data_loss")
  t.equal(await rowsOf(store.range()), "a=1")
  await child.quarantine()
  await store.reopen()
  t.same(await store.contents(), { [parentId]: "a=1", [childId]: "installing" })
})
