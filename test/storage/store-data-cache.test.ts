/** One cache for the hot cells of a keyspace: what one range does is nothing to the others. */
import t, { type Test } from "tap"
import { mapKeyOf } from "../../src/base/index.ts"
import type { ScanOperation } from "../../src/core/range/types.ts"
import { put, remove } from "../core/range/test-range.ts"
import { bytes, descriptor, limits, page, scanOf, text } from "./range-data-harness.ts"
import { childId, codeOf, parentId, rowsOf, Store } from "./store-data-harness.ts"

/** One range cut at m, everything flushed and read, so that all of it is in memory. */
async function warm(): Promise<Store> {
  const store = await Store.open()
  await store.run(parentId, ...[..."abmn"].map((key) => put(key, "1")))
  await store.split("m")
  await store.flush()
  await warmUp(store)
  return store
}

/** Single cells, cells that are not there, and a scan of each range. */
async function warmUp(store: Store): Promise<void> {
  for (const [id, keys] of [
    [parentId, ["a", "b", "c"]],
    [childId, ["m", "n", "o"]],
  ] as const) {
    await store.range(id).cells(keys.map(bytes))
    await rowsOf(store.range(id))
  }
}

const cachedAt = (store: Store, id: number, ...keys: string[]) =>
  keys.map((key) => text(store.range(id).cached(bytes(key))))

function cachedScan(store: Store, id: number, parts: Partial<ScanOperation>): string | undefined {
  const found = store.range(id).cachedScan(scanOf(parts), limits, 0)
  if (found?.type !== "scan") return undefined
  return found.cells.map(({ key, value }) => `${mapKeyOf(key)}=${mapKeyOf(value)}`).join(" ")
}

const leftHalf = { start: bytes("a"), end: bytes("m") }
const rightHalf = { start: bytes("m"), end: bytes("o") }

t.test("what is in memory stays there when its range is cut", async (t) => {
  const store = await Store.open()
  await store.run(parentId, ...[..."abmn"].map((key) => put(key, "1")))
  await store.flush()
  await store.range().cells(["a", "m", "o"].map(bytes))
  await rowsOf(store.range())
  await store.split("m")
  await store.flush()
  t.same(cachedAt(store, parentId, "a"), ["1"])
  t.same(cachedAt(store, childId, "m", "n", "o"), ["1", "1", null])
  t.equal(cachedScan(store, parentId, leftHalf), "a=1 b=1")
  t.equal(cachedScan(store, childId, rightHalf), "m=1 n=1")
})

t.test("a scan from memory ends at the border, whatever is known behind it", async (t) => {
  const store = await warm()
  const whole = scanOf({ start: bytes("a") })
  t.match(store.range().cachedScan(whole, limits, 0), { more: true, resumeKey: bytes("m") })
  t.equal(cachedScan(store, parentId, { start: bytes("a") }), "a=1 b=1")
  const reverse = scanOf({ reverse: true, end: bytes("o") })
  t.match(store.child.cachedScan(reverse, limits, 0), { more: true, resumeKey: bytes("m") })
  t.equal(cachedScan(store, childId, { reverse: true, end: bytes("o") }), "n=1 m=1")
})

/** All of its cells are in memory, and what lies between them. */
function checkWarm(t: Test, store: Store, id: number): void {
  const [first, second, after] = id === parentId ? ["a", "b", "c"] : ["m", "n", "o"]
  t.same(cachedAt(store, id, first, second, after), ["1", "1", null])
  const between = { start: bytes(first), end: bytes(second) }
  t.equal(cachedScan(store, id, between), `${first}=1`)
}

t.test("a range that is quarantined leaves nothing in memory, its neighbour all", async (t) => {
  for (const [id, other] of [
    [parentId, childId],
    [childId, parentId],
  ] as const) {
    const store = await warm()
    await store.range(id).quarantine()
    const mine = id === parentId ? ["a", "b", "c"] : ["m", "n", "o"]
    t.same(cachedAt(store, id, ...mine), [undefined, undefined, undefined])
    checkWarm(t, store, other)
  }
})

t.test("a range that is replaced serves nothing old, its neighbour all from memory", async (t) => {
  for (const [id, gone] of [
    [parentId, "b"],
    [childId, "n"],
  ] as const) {
    const from = await warm()
    await from.run(id, remove(gone), put(`${gone}0`, "2"))
    const store = await warm()
    const other = id === parentId ? childId : parentId
    await store.fetch(id, from)
    t.same(cachedAt(store, id, gone, `${gone}0`), [undefined, undefined])
    t.equal(cachedScan(store, id, id === parentId ? leftHalf : rightHalf), undefined)
    const first = id === parentId ? "a" : "m"
    t.equal(await rowsOf(store.range(id)), `${first}=1 ${gone}0=2`)
    t.same((await store.range(id).cells([bytes(gone)])).map(text), [undefined])
    checkWarm(t, store, other)
  }
})

t.test("nothing that was known of the whole range is believed of a half", async (t) => {
  const from = await warm()
  await from.run(childId, put("o", "2"), remove("n"))
  const store = await Store.open()
  await store.run(parentId, ...[..."abmn"].map((key) => put(key, "old")))
  await store.flush()
  await store.range().cells(["a", "o", "n"].map(bytes))
  await rowsOf(store.range())
  await store.fetch(parentId, from)
  await store.fetch(childId, from)
  t.same(cachedAt(store, childId, "m", "n", "o"), [undefined, undefined, undefined])
  t.same((await store.child.cells(["m", "n", "o"].map(bytes))).map(text), ["1", undefined, "2"])
  t.equal(await rowsOf(store.child), "m=1 o=2")
  t.equal(await rowsOf(store.range()), "a=1 b=1")
})

/** Reads whose engine answers are held back until `goOn`. */
function slowly<T>(store: Store, read: () => Promise<T>): { result: Promise<T>; goOn: () => void } {
  let goOn = (): void => {}
  store.disk.pauses.read = new Promise((resolve) => {
    goOn = resolve
  })
  const result = read()
  delete store.disk.pauses.read
  return { result, goOn }
}

t.test("a read that a split overtook brings nothing old into the cache", async (t) => {
  for (const flushed of ["the split", "the split and a write after it", "nothing"]) {
    const store = await Store.open()
    await store.run(parentId, put("a", "old"), put("n", "old"))
    await store.flush()
    const { result, goOn } = slowly(store, () => store.range().cells(["a", "n", "o"].map(bytes)))
    const scan = slowly(store, () => page(store.range(), { start: bytes("a"), end: bytes("z") }))
    await store.split("m")
    if (flushed === "nothing") goOn()
    if (flushed === "nothing") await result
    await store.flush()
    await store.run(childId, put("n", "new"), put("o", "new"))
    await store.run(parentId, put("a", "new"))
    if (flushed === "the split and a write after it") {
      await store.flush(childId)
      await store.flush(parentId)
    }
    goOn()
    scan.goOn()
    t.same((await result).map(text), ["old", "old", undefined], "as of when it was asked")
    await scan.result
    for (const id of [childId, parentId]) await store.flush(id)
    t.same((await store.child.cells(["n", "o"].map(bytes))).map(text), ["new", "new"], flushed)
    t.same((await store.range().cells([bytes("a")])).map(text), ["new"], flushed)
    t.equal(await rowsOf(store.child), "n=new o=new", flushed)
    t.equal(await rowsOf(store.range()), "a=new", flushed)
  }
})

t.test("a read that is under way when its range goes brings nothing into the cache", async (t) => {
  const from = await warm()
  await from.run(childId, put("n", "2"))
  const store = await warm()
  await store.reopen()
  const { result, goOn } = slowly(store, () => store.child.cells([bytes("n")]))
  await store.fetch(childId, from)
  goOn()
  t.ok(["unavailable", "no error"].includes(await codeOf(result)))
  t.same((await store.child.cells([bytes("n")])).map(text), ["2"])
})

t.test("what a range reads beyond its borders is not remembered: others write there", async (t) => {
  const store = await warm()
  await store.reopen()
  // A late command, without effect by now, names a key that another range has.
  const late = () => store.range().cells([bytes("n"), bytes("o")])
  const { result, goOn } = slowly(store, late)
  await store.run(childId, put("n", "2"), put("o", "2"))
  await store.flush(childId)
  goOn()
  await result
  t.same((await store.child.cells(["n", "o"].map(bytes))).map(text), ["2", "2"])
  t.equal(await rowsOf(store.child), "m=1 n=2 o=2")
})

t.test("nor where no range is yet: one may be fetched", async (t) => {
  const from = await warm()
  const store = await Store.open()
  await store.fetch(parentId, from)
  await store.range().cells([bytes("m"), bytes("n")])
  await store.fetch(childId, from)
  t.same((await store.child.cells(["m", "n"].map(bytes))).map(text), ["1", "1"])
})

t.test("keyspaces share no cache: a key of one is not that of another", async (t) => {
  const store = await Store.open({
    initial: [{ ...descriptor, rangeId: 1, keyspaceId: 0 }, descriptor],
  })
  await store.run(1, put("a", "system"))
  await store.run(parentId, put("a", "user"))
  for (const id of [1, parentId]) {
    await store.flush(id)
    await store.range(id).cells([bytes("a")])
  }
  t.same(cachedAt(store, 1, "a"), ["system"])
  t.same(cachedAt(store, parentId, "a"), ["user"])
  await store.range(1).quarantine()
  t.same(cachedAt(store, parentId, "a"), ["user"])
})
