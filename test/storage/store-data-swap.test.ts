/** A snapshot comes to its place whole or not at all, wherever that is cut short. */
import t from "tap"
import { equalBytes, KvError } from "../../src/base/index.ts"
import { put, request } from "../core/range/test-range.ts"
import { cellKey } from "./range-data-harness.ts"
import {
  announced,
  childId,
  codeOf,
  framesOf,
  parentId,
  Store,
  stream,
} from "./store-data-harness.ts"

const left = "a=new b=new c=new d=new f=new"
const right = "n=new p=new q=new r=new z=new"
const old = "a=old e=old m=old o=old z=old"

/** A store whose range was cut at m, all flushed. */
async function cut(): Promise<Store> {
  const store = await Store.open()
  await store.run(parentId, ...[..."bcdfnpqrz"].map((key) => put(key, "new")))
  await store.run(parentId, put("a", "new", { id: request(1, 1) }))
  await store.split("m")
  await store.flush()
  return store
}

/** One that lags behind: it has the whole range, and other keys. */
async function lagging(): Promise<Store> {
  const store = await Store.open()
  await store.run(parentId, ...[..."aemoz"].map((key) => put(key, "old")))
  await store.flush()
  await store.range().checkpoint()
  return store
}

/** One that has the left half, and the right half to come. */
async function waiting(from: Store): Promise<Store> {
  const store = await lagging()
  await store.fetch(parentId, from)
  return store
}

/** One whose data is not to be read any more. */
async function quarantined(): Promise<Store> {
  const store = await lagging()
  await store.range().quarantine()
  return store
}

function staged({ disk }: Store): boolean {
  return [...disk.pairs.keys()].some((key) => key.charCodeAt(0) === 0x03)
}

type Contents = Readonly<Record<number, string>>

interface Case {
  readonly what: string
  readonly rangeId: number
  readonly open: (from: Store) => Promise<Store>
  /** There is something to lose. */
  readonly staged: boolean
  /** After a restart: before it was whole, any of these, and from then on. */
  readonly before: readonly Contents[]
  readonly after: Contents
}

const cases: readonly Case[] = [
  {
    ...{ what: "over what was there", rangeId: parentId, open: lagging },
    ...{ staged: true, before: [{ [parentId]: old }], after: { [parentId]: left } },
  },
  {
    ...{ what: "over what is not to be read", rangeId: parentId, open: quarantined },
    ...{ staged: false, before: [{ [parentId]: "installing" }], after: { [parentId]: left } },
  },
  {
    ...{ what: "as a new range", rangeId: childId, open: waiting },
    staged: false,
    before: [{ [parentId]: left }, { [parentId]: left, [childId]: "installing" }],
    after: { [parentId]: left, [childId]: right },
  },
]

/** The store when it may write so much more, and then the power goes. */
async function stopped(test: Case, from: Store, frames: readonly Uint8Array[], writes: number) {
  const store = await test.open(from)
  const data =
    store.data.get(test.rangeId) ?? (await store.data.openBlank(announced(test.rangeId), 1))
  store.disk.writesLeft = writes
  return { store, code: await codeOf(data.install(stream(frames))) }
}

for (const test of cases) {
  t.test(`cut short after any write, ${test.what}`, async (t) => {
    const from = await cut()
    const frames = await framesOf(from, test.rangeId)
    const seen = { before: 0, after: 0 }
    for (let writes = 0, done = false; !done; writes += 1) {
      for (const survive of [0, 1, 99]) {
        const { store, code } = await stopped(test, from, frames, writes)
        done = code === "no error"
        await store.crash(survive)
        const contents = await store.contents()
        const is = (other: Contents) => JSON.stringify(contents) === JSON.stringify(other)
        const whole = is(test.after)
        t.ok(whole || test.before.some(is), `after ${writes} writes: ${JSON.stringify(contents)}`)
        t.notOk(staged(store), "nothing is left of what is on its way")
        seen[whole ? "after" : "before"] += 1
        t.ok(whole || seen.after === 0, "what was whole once is whole")
        if (!whole) await store.fetch(test.rangeId, from)
        t.same(await store.contents(), test.after)
        t.same(store.machine(test.rangeId).state, from.machine(test.rangeId).state)
        t.same(store.machine(test.rangeId).sessions, from.machine(test.rangeId).sessions)
      }
    }
    t.ok(seen.before > 3 && seen.after > (test.staged ? 3 : 0))
  })

  if (!test.staged) continue
  t.test(`the start that finishes it is cut short after any write, ${test.what}`, async (t) => {
    const from = await cut()
    const frames = await framesOf(from, test.rangeId)
    let finished = 0
    for (let writes = 0; ; writes += 1) {
      const { store, code } = await stopped(test, from, frames, writes)
      if (code === "no error") break
      store.disk.crash(writes % 5)
      const pairs = [...store.disk.pairs.keys()]
      if (!pairs.includes(String.fromCharCode(3, 0, 0, 0, test.rangeId, 0xff))) continue
      for (let more = 0, done = false; !done; more += 1) {
        const disk = store.disk.copy()
        disk.writesLeft = more
        const again = await Store.open({}, disk)
        const { installing, recovered } = again.range(test.rangeId)
        done = !installing
        t.equal(recovered?.snapshotWaits ?? false, installing, "it waits until it is in place")
        await again.crash(more % 3)
        t.same(await again.contents(), test.after)
        t.notOk(staged(again))
        finished += 1
      }
    }
    t.ok(finished > 10)
  })
}

/** Frames that count how many of them were asked for. */
function counted(frames: readonly Uint8Array[]) {
  const asked = { count: 0 }
  const counting = (async function* () {
    for (const frame of frames) {
      asked.count += 1
      yield frame
    }
  })()
  return { asked, counting }
}

t.test(
  "a swap that found no space is finished by the next install, which asks for nothing",
  async (t) => {
    const from = await cut()
    const frames = await framesOf(from, parentId)
    let finished = 0
    for (let writes = 1; ; writes += 1) {
      const store = await lagging()
      store.disk.writesLeft = writes
      if ((await codeOf(store.range().install(stream(frames)))) === "no error") break
      const begun = store.range().installing
      store.disk.writesLeft = Number.POSITIVE_INFINITY
      const { asked, counting } = counted(frames)
      t.equal(await codeOf(store.range().install(counting)), "no error")
      t.equal(asked.count, begun ? 0 : frames.length)
      finished += begun ? 1 : 0
      await store.crash(0)
      t.same(await store.contents(), { [parentId]: left })
    }
    t.ok(finished > 3)
  },
)

t.test("what can't be read back from where it was staged replaces nothing", async (t) => {
  const from = await cut()
  const frames = await framesOf(from, parentId)
  const key = Uint8Array.of(3, 0, 0, 0, parentId, ...cellKey("c"))
  const store = await lagging()
  const write = store.engine.write
  store.engine.write = async (writes, options) => {
    const batch = [...writes]
    await write.call(store.engine, batch, options)
    const hit = batch.some((each) => each.type === "put" && equalBytes(each.key, key))
    if (hit) store.disk.damage(key, (value) => value.reverse())
  }
  t.equal(await codeOf(store.range().install(stream(frames))), "data_loss")
  store.engine.write = write
  t.same(await store.contents(), { [parentId]: old })
  await store.fetch(parentId, from)
  t.same(await store.contents(), { [parentId]: left })
})

t.test("a staged snapshot that rots while its swap is under way is fetched anew", async (t) => {
  const from = await cut()
  const frames = await framesOf(from, parentId)
  const key = Uint8Array.of(3, 0, 0, 0, parentId, ...cellKey("c"))
  for (let writes = frames.length; ; writes += 1) {
    const store = await lagging()
    store.disk.writesLeft = writes
    if ((await codeOf(store.range().install(stream(frames)))) === "no error") break
    if (!store.range().installing) continue
    store.disk.crash(99)
    store.disk.damage(key, (value) => value.reverse())
    await store.reopen()
    t.same(await store.contents(), { [parentId]: "installing" })
    await store.fetch(parentId, from)
    t.same(await store.contents(), { [parentId]: left })
    t.notOk(staged(store))
  }
})

t.test("where nothing more can be staged, what is here stays and is served", async (t) => {
  const from = await cut()
  const frames = await framesOf(from, parentId)
  for (let writes = 0; writes < frames.length; writes += 1) {
    const store = await lagging()
    store.disk.writesLeft = writes
    const installing = store.range().install(stream(frames))
    t.equal(await codeOf(installing), "unavailable")
    store.disk.failWrites = new KvError("disk_full", "full")
    t.equal(await codeOf(store.range().install(stream(frames))), "disk_full")
    t.same(await store.contents(), { [parentId]: old })
  }
})
