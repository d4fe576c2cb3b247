/** Snapshots between stores whose ranges have other borders. */
import t from "tap"
import { KvError, mapKeyOf } from "../../src/base/index.ts"
import {
  decodeSnapshotChunk,
  encodeSnapshotChunk,
  type SnapshotChunk,
} from "../../src/wire/index.ts"
import { put, request } from "../core/range/test-range.ts"
import { bytes, cellKey, descriptor, text } from "./range-data-harness.ts"
import {
  announced,
  childId,
  codeOf,
  framesOf,
  parentId,
  rowsOf,
  Store,
  stream,
} from "./store-data-harness.ts"

const rows = "bcdfnpqrz"

/** A store whose range was cut at m, all flushed. */
async function cut(): Promise<Store> {
  const store = await Store.open()
  await store.run(parentId, ...[...rows].map((key) => put(key, "new")))
  await store.run(parentId, put("a", "new", { id: request(1, 1) }))
  await store.split("m")
  await store.flush()
  await store.run(childId, put("y", "new", { id: request(2, 1) }))
  await store.flush(childId)
  return store
}

/** One that lags behind: it has the whole range, and other keys. */
async function lagging(): Promise<Store> {
  const store = await Store.open()
  await store.run(parentId, ...["a", "e", "m", "o", "z"].map((key) => put(key, "old")))
  await store.flush()
  await store.range().checkpoint()
  return store
}

const left = "a=new b=new c=new d=new f=new"
const right = "n=new p=new q=new r=new y=new z=new"

t.test("the left half replaces the whole, then the right half comes as a new range", async (t) => {
  const from = await cut()
  const store = await lagging()
  await store.fetch(parentId, from)
  t.same(store.range().descriptor, { ...descriptor, end: bytes("m"), version: 2 })
  t.same(await store.contents(), { [parentId]: left })
  const cells = [...store.disk.pairs.keys()].filter((key) => key.charCodeAt(0) === 0x20)
  t.notOk(
    cells.some((key) => key.slice(5) >= "m"),
    "nothing old is left beyond the border",
  )
  await store.fetch(childId, from)
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(await store.contents(), { [parentId]: left, [childId]: right })
    for (const id of [parentId, childId]) {
      t.same(store.machine(id).state, from.machine(id).state)
      t.same(store.machine(id).sessions, from.machine(id).sessions)
    }
  }
})

t.test("what this store has not flushed goes with what it has", async (t) => {
  const from = await cut()
  await from.run(parentId, put("a", "newer"))
  const store = await lagging()
  await store.run(parentId, put("z", "unflushed"))
  await store.fetch(parentId, from)
  t.notOk(store.range().unflushed)
  await store.fetch(childId, from)
  t.equal(await rowsOf(store.child), right)
})

t.test("a split that this store has not flushed goes with what it has", async (t) => {
  const from = await cut()
  await from.run(parentId, put("a", "new"))
  const store = await lagging()
  await store.split("m")
  await store.fetch(parentId, from)
  t.notOk(store.data.has(childId))
  await store.fetch(childId, from)
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(await store.contents(), { [parentId]: left, [childId]: right })
  }
})

t.test("a replica to come holds no key, stands in nobody's way, and is not on disk", async (t) => {
  const store = await Store.open()
  const blank = await store.data.openBlank(announced(childId), 1)
  t.equal(blank.descriptor.version, 0)
  t.equal(blank.recovered, undefined)
  t.equal(blank.installing, false)
  t.equal(await rowsOf(blank), "")
  t.equal(await codeOf(blank.openSnapshot()), "unavailable")
  t.ok(store.data.occupancy.mayHold({ ...descriptor, rangeId: parentId, version: 5 }))
  await store.reopen()
  t.notOk(store.data.has(childId))
})

t.test("a snapshot of keys that another range has here is refused, nothing touched", async (t) => {
  const from = await cut()
  const store = await lagging()
  // Which replica it is that is to come is known, and durable.
  await store.data.openBlank(announced(childId), 1)
  const before = new Map(store.disk.pairs)
  t.equal(await codeOf(store.fetch(childId, from)), "unavailable")
  t.same(store.disk.pairs, before)
  t.notOk(store.child.installing)
  t.equal(await rowsOf(store.range()), "a=old e=old m=old o=old z=old")

  // The other way round: a parent that is to grow back over its child.
  const whole = await lagging()
  for (let i = 0; i < 9; i += 1) await whole.run(parentId, put("a", "far ahead"))
  const split = await cut()
  const after = new Map(split.disk.pairs)
  t.equal(await codeOf(split.fetch(parentId, whole)), "unavailable")
  t.same(split.disk.pairs, after)
  t.same(await split.contents(), { [parentId]: left, [childId]: right })
})

t.test("nobody comes to the keys that a blank replica was made for (rule 48)", async (t) => {
  const store = await Store.open()
  await store.data.openBlank({ ...descriptor, rangeId: 20, keyspaceId: 2, start: bytes("m") }, 1)
  const range = { ...descriptor, rangeId: 21, keyspaceId: 2, version: 3 }
  t.notOk(store.data.occupancy.mayHold(range))
  t.ok(store.data.occupancy.mayHold({ ...range, end: bytes("m") }))
  t.ok(store.data.occupancy.mayHold({ ...range, rangeId: 20 }), "but itself")
})

t.test("which keys a range may come to hold depends on the others alone (rule 48)", async (t) => {
  const store = await cut()
  await store.data.openBlank(announced(20), 1)
  const cases: readonly [number, number, string, string, boolean][] = [
    [parentId, 1, "", "m", true],
    [parentId, 1, "", "g", true],
    [parentId, 1, "", "n", false],
    [parentId, 1, "", "", false],
    [childId, 1, "m", "", true],
    [childId, 1, "l", "", false],
    [20, 1, "", "", false],
    [20, 1, "l", "m", false],
    [20, 1, "m", "n", false],
    [20, 2, "", "", true],
  ]
  for (const [rangeId, keyspaceId, start, end, expected] of cases) {
    const range = { rangeId, keyspaceId, start: bytes(start), end: bytes(end) }
    const held = store.data.occupancy.mayHold({ ...range, version: 3, configVersion: 0 })
    t.equal(held, expected, JSON.stringify([rangeId, keyspaceId, start, end]))
  }
})

t.test("a snapshot that is being sent while its range is cut is of the whole range", async (t) => {
  for (const begun of [0, 1, 3]) {
    const store = await Store.open()
    await store.run(parentId, ...[...rows].map((key) => put(key, "1")))
    await store.flush()
    const snapshot = await store.range().openSnapshot()
    const chunks = snapshot.chunks()[Symbol.asyncIterator]()
    const frames: Uint8Array[] = []
    const pull = async () => {
      const { value, done } = await chunks.next()
      if (done !== true) frames.push(value)
      return done !== true
    }
    for (let i = 0; i < begun; i += 1) await pull()
    await store.split("m")
    await store.flush()
    await store.run(childId, put("z", "later"), put("zz", "later"))
    await store.flush(childId)
    await store.run(parentId, put("b", "later"))
    await store.flush()
    while (await pull());
    await snapshot.close()
    const header = decodeSnapshotChunk(frames[0] as Uint8Array).header
    t.same(header?.range, descriptor)
    const target = await Store.open()
    await target.range().install(stream(frames))
    t.equal(await rowsOf(target.range()), [...rows].map((key) => `${key}=1`).join(" "))
    t.same(target.range().descriptor, descriptor)
  }
})

t.test("a snapshot of a range whose split is not flushed is of what the engine has", async (t) => {
  const store = await Store.open()
  await store.run(parentId, put("a", "1"), put("z", "1"))
  await store.flush()
  await store.split("m")
  const snapshot = await store.range().openSnapshot()
  t.equal(snapshot.meta.index, 1)
  const target = await Store.open()
  const { state } = await target.range().install(snapshot.chunks())
  await snapshot.close()
  t.same(state.descriptor, descriptor)
  t.equal(await rowsOf(target.range()), "a=1 z=1")
})

t.test("a snapshot brings no cell from beyond its borders", async (t) => {
  const from = await cut()
  const frames = await framesOf(from, childId)
  const chunks = frames.map(decodeSnapshotChunk)
  const foreign = from.disk.pairs.get(String.fromCharCode(...cellKey("d"))) as Uint8Array
  const smuggled = { key: cellKey("d"), value: foreign }
  const at = chunks.findIndex(({ pairs }) => pairs.some(({ key }) => key[0] === 0x20))
  const chunk = chunks[at] as SnapshotChunk
  frames[at] = encodeSnapshotChunk({ ...chunk, pairs: [smuggled, ...chunk.pairs] })
  const store = await Store.open()
  await store.fetch(parentId, from)
  const blank = await store.data.openBlank(announced(childId), 1)
  t.equal(await codeOf(blank.install(stream(frames))), "data_loss")
  t.same(await store.contents(), { [parentId]: left, [childId]: "installing" })
})

t.test("a replica to come that was fetched in part is never read, and fetched anew", async (t) => {
  const from = await cut()
  const { length } = await framesOf(from, childId)
  for (let chunks = 0; chunks < length; chunks += 1) {
    for (const survive of [0, 1, 9]) {
      const store = await lagging()
      await store.fetch(parentId, from)
      t.equal(await store.fetchInPart(childId, from, chunks), "unavailable")
      t.equal(store.child.installing, chunks > 0)
      const other = { ...descriptor, rangeId: 9, start: bytes("x") }
      t.equal(store.data.occupancy.mayHold(other), chunks === 0)
      await store.crash(survive)
      const half = chunks > 0 ? { [childId]: "installing" } : {}
      t.same(await store.contents(), { [parentId]: left, ...half })
      if (chunks > 0) {
        t.equal(await codeOf(store.child.cells([bytes("n")])), "unavailable")
        t.equal(await codeOf(store.child.openSnapshot()), "unavailable")
        const { state } = store.child.recovered ?? {}
        t.match(state, { index: 0, configuration: from.machine(childId).state.configuration })
      }
      await store.fetch(childId, from)
      t.same(await store.contents(), { [parentId]: left, [childId]: right })
    }
  }
})

t.test("what comes to a blank replica is written once, and not staged", async (t) => {
  const from = await cut()
  const store = await lagging()
  await store.fetch(parentId, from)
  const seen = new Map<string, number>()
  const write = store.engine.write
  store.engine.write = (writes, options) => {
    const batch = [...writes]
    for (const { type, key } of batch) {
      if (type === "put") seen.set(mapKeyOf(key), (seen.get(mapKeyOf(key)) ?? 0) + 1)
    }
    return write.call(store.engine, batch, options)
  }
  await store.fetch(childId, from)
  t.notOk([...seen.keys()].some((key) => key.charCodeAt(0) === 0x03))
  const cells = [...seen].filter(([key]) => key.charCodeAt(0) === 0x20)
  t.equal(cells.length, right.split(" ").length)
  t.ok(cells.every(([, count]) => count === 1))
})

/** Fetched, or refused because something may still be in its way. */
async function fetchIfItMay(store: Store, id: number, from: Store): Promise<boolean> {
  const code = await codeOf(store.fetch(id, from))
  if (code !== "no error" && code !== "unavailable") throw new Error(`failed for ${code}`)
  return code === "no error"
}

t.test("an install begun anew takes nothing from a range that came meanwhile", async (t) => {
  const from = await cut()
  for (const restart of [false, true]) {
    const store = await lagging()
    t.equal(await store.fetchInPart(parentId, from, 2), "unavailable")
    const came = await fetchIfItMay(store, childId, from)
    if (restart) await store.crash(9)
    await store.fetch(parentId, from)
    if (!came) await store.fetch(childId, from)
    t.same(await store.contents(), { [parentId]: left, [childId]: right }, `restart: ${restart}`)
  }
})

t.test("the same of a new range that was cut elsewhere before it was whole here", async (t) => {
  const from = await cut()
  const before = await framesOf(from, childId)
  await from.split("r", 9, childId)
  await from.flush(childId)
  for (const restart of [false, true]) {
    const store = await lagging()
    await store.fetch(parentId, from)
    const blank = await store.data.openBlank(announced(childId), 1)
    t.equal(await codeOf(blank.install(stream(before.slice(0, -1)))), "data_loss")
    t.equal(await store.fetchInPart(childId, from, 2), "unavailable")
    const came = await fetchIfItMay(store, 9, from)
    if (restart) await store.crash(9)
    await store.fetch(childId, from)
    if (!came) await store.fetch(9, from)
    t.same(await store.contents(), await from.contents(), `restart: ${restart}`)
  }
})

t.test("where there is no space for the snapshot, what was applied stays", async (t) => {
  const from = await cut()
  const store = await lagging()
  await store.run(parentId, put("z", "unflushed"))
  store.disk.failWrites = new KvError("disk_full", "full")
  t.equal(await codeOf(store.fetch(parentId, from)), "disk_full")
  store.disk.failWrites = undefined
  t.notOk(store.range().installing)
  t.equal(text((await store.range().cells([bytes("z")]))[0]), "unflushed")
  await store.flush()
  await store.reopen()
  t.equal(await rowsOf(store.range()), "a=old e=old m=old o=old z=unflushed")
})
