/** What comes to be on an engine while all that it holds is on its way out. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { put } from "../core/range/test-range.ts"
import { announced, childId, codeOf, parentId, Store } from "./store-data-harness.ts"

/** Keeps something from going on until it is released. */
function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}

const turn = (): Promise<void> => new Promise(setImmediate)

t.test("a range that is born meanwhile, and writes", async (t) => {
  const lateId = 10
  const store = await Store.open()
  await store.split("m")
  await store.flush()
  const [third, firstWrite, lateWrite] = [gate(), gate(), gate()]
  await store.run(parentId, put("a", "1"))
  store.disk.pauses.write = firstWrite.passed
  const flushes = [store.flush(), store.flush()]
  await turn()
  // The child works on something for long. The parent is cut behind what it has begun to write.
  void store.child.hold(third.passed)
  const letGo = store.data.letGoOfAll({ letGo: () => [] })
  await store.split("b", lateId)
  delete store.disk.pauses.write
  firstWrite.open()
  await Promise.all(flushes)
  await store.run(lateId, put("c", "1"))
  store.disk.pauses.write = lateWrite.passed
  const late = codeOf(store.flush(lateId))
  await turn()
  third.open()
  await turn()
  lateWrite.open()
  t.equal(await late, "no error")
  await letGo
  const gone = { [parentId]: "installing", [childId]: "installing", [lateId]: "installing" }
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(await store.contents(), gone)
  }
})

t.test("a replica that comes meanwhile is known as who it is", async (t) => {
  const store = await Store.open()
  const write = gate()
  store.disk.pauses.write = write.passed
  const opened = store.data.openBlank(announced(childId), 7)
  const letGo = store.data.letGoOfAll({ letGo: () => [] })
  await turn()
  write.open()
  await Promise.all([opened, letGo])
  await store.crash(0)
  t.match(store.data.identityOf(childId), { replicaId: 7, removed: false })
})

t.test("one that could not come leaves what was known of it", async (t) => {
  const store = await Store.open()
  await store.data.openBlank(announced(childId), 7)
  for (const [id, known] of [
    [childId, { replicaId: 7, removed: true }],
    [9, undefined],
  ] as const) {
    if (known !== undefined) await store.data.remove(id, known.replicaId)
    const before = store.data.identityOf(id)
    store.disk.failWrites = new KvError("disk_full", "there is no space")
    t.equal(await codeOf(store.data.openBlank(announced(id), 8)), "disk_full")
    store.disk.failWrites = undefined
    t.same(store.data.identityOf(id), before)
    t.match(before, known)
  }
})

t.test("as of when its holders are known outlives all starts and lettings go", async (t) => {
  for (const damaged of ["quarantined", "sessions without an end"]) {
    const store = await Store.open()
    await store.run(parentId, put("a", "1"))
    await store.flush()
    if (damaged === "quarantined") await store.range().quarantine()
    else store.disk.damage(Uint8Array.of(0x10, 0, 0, 0, parentId, 0xff), () => undefined)
    for (let start = 0; start < 3; start += 1) {
      await store.reopen()
      const { recovered } = store.range()
      t.match(recovered, { state: { index: 0 }, configuredAt: 1 }, `${damaged}, start ${start}`)
      await store.data.letGoOfAll({ letGo: () => [] })
    }
  }
})
