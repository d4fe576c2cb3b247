/** Damage that can't be told apart from what is whole: all ranges of the store begin anew. */
import t from "tap"
import { assert, bytesOfMapKey, KvError, mapKeyOf } from "../../src/base/index.ts"
import { type Engine, silentTelemetry } from "../../src/env/index.ts"
import { ownerOf, StoreData } from "../../src/storage/index.ts"
import { put, request } from "../core/range/test-range.ts"
import { type MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import { bytes, cellKey, configuration, descriptor } from "./range-data-harness.ts"
import {
  brokenAfter,
  childId,
  codeOf,
  framesOf,
  parentId,
  rowsOf,
  Store,
} from "./store-data-harness.ts"

const thirdId = 9
const whole = { [parentId]: "a=1 b=1", [childId]: "m=1 n=1", [thirdId]: "t=1 u=1" }
const gone = {
  ...{ [parentId]: "installing", [childId]: "installing", [thirdId]: "installing" },
}
const ids = [parentId, childId, thirdId]

/** Three ranges, all flushed and durable. */
async function three(): Promise<Store> {
  const store = await Store.open()
  await store.run(parentId, ...[..."abmntu"].map((key) => put(key, "1", { id: request(1, 1) })))
  await store.run(parentId, ...[..."abmntu"].map((key) => put(key, "1")))
  await store.split("m")
  await store.flush()
  await store.split("t", thirdId, childId)
  await store.flush(childId)
  for (const id of ids) await store.range(id).checkpoint()
  return store
}

/** A replica of each range on another store, further than here. */
async function others(): Promise<Store> {
  const store = await three()
  for (const [id, key] of [
    [parentId, "a"],
    [childId, "m"],
    [thirdId, "t"],
  ] as const) {
    await store.run(id, put(key, "1"))
  }
  return store
}

async function mend(store: Store, from: Store): Promise<void> {
  for (const id of ids) await store.fetch(id, from)
}

/** Damage in the middle of the child, for whoever walks over it. */
function damageChild({ disk }: Store): void {
  disk.damage(cellKey("n"), (value) => value.reverse())
}

/** What is staged goes too when its place can not be cleared: the child is fetched twice. */
async function fetchOverDamage(store: Store, from: Store): Promise<void> {
  const code = await codeOf(store.fetch(childId, from))
  assert(code === "unavailable", `the damage was not met: ${code}`)
  await store.fetch(childId, from)
}

const rot = (disk: MemoryDisk, key: Uint8Array) =>
  disk.damage(key, (value) => value.with(0, (value[0] as number) ^ 1))

const own = (id: number, ...rest: number[]) => Uint8Array.of(0x10, 0, 0, 0, id, ...rest)

t.test("a corrupt record met while a range is cleared takes all ranges along", async (t) => {
  const from = await others()
  const damages: [string, Uint8Array, (value: Uint8Array) => Uint8Array | undefined][] = [
    ["a cell", cellKey("n"), (value) => value.reverse()],
    ["results", own(childId, 0x13, 0, 0, 0, 0, 0, 0, 0, 3), (value) => value.reverse()],
    ["a session", own(childId, 0x11, ...new Uint8Array(16).fill(1)), (value) => value.reverse()],
    ["a record nobody wrote", own(childId, 0), (value) => value.with(2, 99)],
  ]
  for (const [what, key, change] of damages) {
    const store = await three()
    const untouched = store.range(thirdId).cached(bytes("t"))
    t.equal(untouched, undefined)
    await store.range(thirdId).cells([bytes("t")])
    store.disk.damage(key, change)
    await fetchOverDamage(store, from)
    t.same(await store.contents(), { ...gone, [childId]: "m=1 n=1" }, what)
    t.same(store.told.sort(), [parentId, thirdId].sort(), "the others are told")
    t.equal(store.range(thirdId).cached(bytes("t")), undefined)
    t.equal(await codeOf(store.range(thirdId).cells([bytes("t")])), "unavailable")
    await store.crash(0)
    t.same(await store.contents(), { ...gone, [childId]: "m=1 n=1" }, "after a restart too")
    for (const id of [parentId, thirdId]) {
      t.same(store.range(id).recovered?.state, nothingOf(store.range(id).descriptor))
      t.same(store.range(id).descriptor, from.range(id).descriptor)
      await store.fetch(id, from)
    }
    t.same(await store.contents(), whole)
    await store.crash(0)
    t.same(await store.contents(), whole)
  }
})

function nothingOf(range: typeof descriptor) {
  return { index: 0, term: 0, time: 0, configuration, descriptor: range }
}

/** A cell of the child expires, and the block with its row rots; the row. */
async function rotExpiryIndex(store: Store): Promise<Uint8Array> {
  await store.run(childId, put("n", "1", { ttlMs: 10 }))
  await store.flush(childId)
  const names = [...store.disk.pairs.keys()]
  const row = names.map(bytesOfMapKey).find((key) => ownerOf(key)?.type === "expiry")
  assert(row !== undefined, "a row for the cell that expires")
  store.disk.rot(row)
  return row
}

t.test("an index of expiry that can't be read is told, and goes with all else", async (t) => {
  const from = await others()
  const store = await three()
  const row = await rotExpiryIndex(store)
  const told: string[] = []
  store.child.onCorrupt = ({ code }) => told.push(code)
  await t.rejects(store.child.expired(Number.MAX_SAFE_INTEGER, 10), { code: "data_loss" })
  t.same(told, ["data_loss"])
  await fetchOverDamage(store, from)
  t.same(await store.contents(), { ...gone, [childId]: "m=1 n=1" })
  t.notOk(store.disk.pairs.has(mapKeyOf(row)))
  t.same(await store.child.expired(Number.MAX_SAFE_INTEGER, 10), [])
  t.same(told, ["data_loss"])
  // Once is enough: what the others fetch costs nobody anything.
  await mend(store, from)
  t.same(await store.contents(), whole)
})

t.test("a follower tells of it, too, though nobody asks it what has expired", async (t) => {
  const store = await three()
  await rotExpiryIndex(store)
  const told = new Promise<string>((resolve) => {
    store.child.onCorrupt = ({ code }) => resolve(code)
  })
  for (let i = 0; i < 50; i += 1) {
    await store.run(childId, put("m", "1"))
    await store.flush(childId)
  }
  t.equal(await told, "data_loss")
})

t.test("an install that breaks before it is whole meets no damage and costs nothing", async (t) => {
  const from = await others()
  const store = await three()
  damageChild(store)
  t.equal(await store.fetchInPart(childId, from, 2), "unavailable")
  t.notOk(store.data.ranges.some((range) => range.installing))
  await store.crash(9)
  t.notOk(store.data.ranges.some((range) => range.installing))
  t.equal(await rowsOf(store.range(thirdId)), whole[thirdId])
})

t.test("all that is staged goes with everything else", async (t) => {
  const from = await others()
  const store = await three()
  damageChild(store)
  t.equal(await codeOf(store.fetch(childId, from)), "unavailable")
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(await store.contents(), gone)
    t.notOk([...store.disk.pairs.keys()].some((key) => key.charCodeAt(0) === 0x03))
  }
  await mend(store, from)
  t.same(await store.contents(), whole)
})

t.test("what waits for the engine is let go of too, an unborn range with it", async (t) => {
  const from = await others()
  const store = await three()
  await store.run(thirdId, put("u", "unflushed"))
  await store.run(parentId, put("b", "unflushed"))
  await store.split("b", 10)
  damageChild(store)
  await fetchOverDamage(store, from)
  t.notOk(store.range(parentId).unflushed)
  t.notOk(store.range(thirdId).unflushed)
  t.notOk(store.data.has(10))
  t.same(await store.contents(), { ...gone, [childId]: "m=1 n=1" })
  await store.crash(0)
  t.same(await store.contents(), { ...gone, [childId]: "m=1 n=1" }, "nor is it marked")
  for (const id of [parentId, thirdId]) await store.fetch(id, from)
  t.same(await store.contents(), whole)
})

t.test("two ranges that meet damage at once: one lets go of all, both begin anew", async (t) => {
  const from = await others()
  const store = await three()
  for (const key of ["b", "n"]) store.disk.damage(cellKey(key), (value) => value.reverse())
  const codes = await Promise.all([parentId, childId].map((id) => codeOf(store.fetch(id, from))))
  t.same(codes, ["unavailable", "unavailable"])
  t.same(await store.contents(), gone)
  await mend(store, from)
  t.same(await store.contents(), whole)
  await store.crash(0)
  t.same(await store.contents(), whole)
})

t.test("an install that is under way elsewhere is called off, or it ends before", async (t) => {
  const from = await others()
  const store = await three()
  const frames = await framesOf(from, thirdId)
  let goOn = (): void => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const slowly = (async function* () {
    yield* frames.slice(0, 1)
    await held
    yield* frames.slice(1)
  })()
  const slow = codeOf(store.range(thirdId).install(slowly))
  damageChild(store)
  const fast = codeOf(store.fetch(childId, from))
  // The queue of the range that waits for its next chunk can't be entered before that is here.
  await turns()
  goOn()
  t.equal(await slow, "unavailable")
  t.equal(await fast, "unavailable")
  t.same(await store.contents(), gone)
  await mend(store, from)
  t.same(await store.contents(), whole)
})

/** Lets every promise that needs no outside help come to its end. */
async function turns(): Promise<void> {
  for (let i = 0; i < 5; i += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
  }
}

t.test("an engine that takes no more writes lets go of all ranges", async (t) => {
  const from = await others()
  const store = await three()
  const { engine } = store
  engine.write = async () => {
    throw new KvError("data_loss", "background error")
  }
  await store.range(childId).quarantine()
  t.same(await store.contents(), gone)
  t.same(store.told.sort(), [parentId, thirdId].sort(), "who quarantines itself knows")
  await store.crash(0)
  t.same(await store.contents(), gone)
  await mend(store, from)
  t.same(await store.contents(), whole)
})

t.test("all ranges meet at once that it takes none, and one lets go of them", async (t) => {
  const from = await others()
  const store = await three()
  const { engine } = store
  const [write, replaceAll] = [engine.write.bind(engine), engine.replaceAll.bind(engine)]
  let replaced = 0
  engine.write = async (writes, options) => {
    if (replaced === 0) throw new KvError("data_loss", "background error")
    await write(writes, options)
  }
  engine.replaceAll = async (writes) => {
    replaced += 1
    await replaceAll(writes)
  }
  await Promise.all(ids.map((id) => store.range(id).quarantine()))
  t.equal(replaced, 1)
  t.same(await store.contents(), gone)
  await store.crash(0)
  t.same(await store.contents(), gone)
  await mend(store, from)
  t.same(await store.contents(), whole)
})

type Next = ReturnType<Engine["iterate"]>["next"]

/** The engine of a disk that iterators over a span read wrong, until everything is replaced. */
function damagedUntilReplaced(
  disk: MemoryDisk,
  [from, to]: readonly [number, number],
  damage: (next: Next) => Next,
): Engine {
  const engine = new MemoryEngine(disk)
  const { iterate, replaceAll } = engine
  let damaged = true
  engine.replaceAll = (writes) => {
    damaged = false
    return replaceAll.call(engine, writes)
  }
  engine.iterate = (range) => {
    const view = iterate.call(engine, range)
    const hit = damaged && (range.gte[0] ?? 0) >= from && (range.gte[0] ?? 0) < to
    return hit ? { ...view, next: damage(view.next) } : view
  }
  return engine
}

const unreadable = (): Next => () =>
  Promise.reject(new KvError("data_loss", "a block fails its checksum"))

function openOn(engine: Engine): Promise<StoreData> {
  return StoreData.open(engine, {
    ...{ initial: [descriptor], valueCacheBytes: 10_000, snapshotChunkBytes: 100 },
    telemetry: silentTelemetry,
  })
}

t.test("where it can't be read which ranges there are, all begin anew", async (t) => {
  const from = await others()
  for (const [what, low, high] of [
    ["the marks", 1, 2],
    ["what ranges have of their own", 0x10, 0x11],
  ] as const) {
    const store = await three()
    const data = await openOn(damagedUntilReplaced(store.disk, [low, high], unreadable))
    t.ok(data.ranges.length > 0 && data.ranges.every((range) => range.installing), what)
    await store.crash(0)
    t.ok(store.data.has(parentId))
    t.ok(
      store.data.ranges.every((range) => range.installing),
      "after a restart too",
    )
    t.notOk(
      [...store.disk.pairs.keys()].some((key) => key.charCodeAt(0) === 0x20),
      "no cell is left",
    )
    await mend(store, from)
    t.same(await store.contents(), whole)
    await store.crash(0)
    t.same(await store.contents(), whole)
  }
})

t.test("a range whose applied state is corrupt may have cells anywhere", async (t) => {
  const from = await others()
  const store = await three()
  rot(store.disk, own(childId, 0))
  await store.reopen()
  t.same(await store.contents(), { ...whole, [childId]: "installing" }, "the others go on")
  t.equal(store.child.descriptor.version, 0)
  await store.reopen()
  t.same(await store.contents(), { ...whole, [childId]: "installing" }, "after a restart too")
  await store.fetch(childId, from)
  t.same(await store.contents(), { ...gone, [childId]: "m=1 n=1" }, "so all is let go of")
  t.same(store.told.sort(), [parentId, thirdId].sort())
  for (const id of [parentId, thirdId]) await store.fetch(id, from)
  t.same(await store.contents(), whole)
  await store.reopen()
  t.same(await store.contents(), whole)
})

t.test("corrupt state on an engine that takes no writes: all begin anew", async (t) => {
  const from = await others()
  const store = await three()
  rot(store.disk, own(childId, 0))
  const engine = new MemoryEngine(store.disk)
  engine.write = async () => {
    throw new KvError("data_loss", "background error")
  }
  const data = await openOn(engine)
  t.ok(data.ranges.length === 3 && data.ranges.every((range) => range.installing))
  await store.crash(0)
  t.same(await store.contents(), gone)
  await mend(store, from)
  t.same(await store.contents(), whole)
})

t.test("two ranges whose applied state is corrupt do not wait for one another", async (t) => {
  const from = await others()
  const store = await three()
  for (const id of [childId, thirdId]) rot(store.disk, own(id, 0))
  await store.reopen()
  t.same(await store.contents(), { ...gone, [parentId]: "a=1 b=1" })
  t.equal(await codeOf(store.fetch(childId, from)), "no error")
  for (const id of [parentId, thirdId]) await store.fetch(id, from)
  t.same(await store.contents(), whole)
})

t.test("a key that was damaged on its way keeps no store from opening", async (t) => {
  const damages: [string, (key: Uint8Array) => Uint8Array][] = [
    ["behind where it was looked for", (key) => key.with(4, 0)],
    ["of the highest id", () => Uint8Array.of(0x10, 255, 255, 255, 255, 0)],
    ["too short", () => Uint8Array.of(0x10)],
  ]
  for (const [what, damage] of damages) {
    const store = await three()
    let reads = 0
    const engine = damagedUntilReplaced(store.disk, [0x10, 0x11], (next) => async (bytesMax) => {
      reads += 1
      if (reads > 1_000) throw new Error("it looks for ranges without an end")
      return (await next(bytesMax)).map(({ key, value }) => ({ key: damage(key), value }))
    })
    t.equal(await codeOf(openOn(engine)), "no error", what)
  }
})

t.test("nothing of a range that can't be told turns up in another one", async (t) => {
  const from = await others()
  // What is here as n and m is not there any more: their range was cut, and they were removed.
  await from.split("n", 20, childId)
  await from.flush(childId)
  await from.run(20, { type: "delete", key: bytes("n"), requestId: undefined }, put("o", "1"))
  const store = await three()
  rot(store.disk, own(childId, 0))
  await store.reopen()
  const came = await codeOf(store.fetch(20, from))
  // Refused as long as something may be in its way, or laid over nothing.
  if (came === "no error") t.equal((await store.contents())[20], "o=1")
  else t.equal(came, "unavailable")
  for (const id of [childId, 20, parentId, thirdId]) {
    if (
      !store.data.has(id) ||
      store.range(id).installing ||
      store.range(id).descriptor.version === 0
    )
      await store.fetch(id, from)
  }
  t.same(await store.contents(), await from.contents())
})

t.test("who holds a range is not forgotten, however often all is let go of", async (t) => {
  const from = await others()
  const changed = { ...configuration, voters: [1, 2, 4] }
  const store = await three()
  const machine = store.machine(thirdId)
  machine.withConfiguration(changed, machine.state.index + 1)
  const index = machine.state.index + 1
  await store.apply(thirdId, { index, term: 1, command: undefined })
  await store.flush(thirdId)
  for (const time of ["first", "second"]) {
    damageChild(store)
    await fetchOverDamage(store, from)
    t.ok(store.range(thirdId).installing)
    const data = await openOn(new MemoryEngine(store.disk))
    t.same(data.get(thirdId)?.recovered?.state.configuration, changed, `${time} time`)
  }
})

t.test("a range that is let go of refuses what is read, and what was being read", async (t) => {
  const from = await others()
  const store = await three()
  let goOn = (): void => {}
  store.disk.pauses.read = new Promise((resolve) => {
    goOn = resolve
  })
  const third = store.range(thirdId)
  const reads = Promise.all([
    codeOf(third.cells([bytes("t")])),
    codeOf(third.keysOf({ start: bytes("t"), end: bytes(""), keysMax: 5 })),
  ])
  delete store.disk.pauses.read
  damageChild(store)
  await fetchOverDamage(store, from)
  goOn()
  t.same(await reads, ["unavailable", "unavailable"])
  t.equal(third.cached(bytes("t")), undefined)
  const broken = brokenAfter((await framesOf(from, thirdId)).slice(0, 1))
  t.equal(await codeOf(third.install(broken)), "unavailable")
  assert(third.installing, "still to be replaced")
})
