/** What a range took in goes with it, whatever ends it before the engine has both as one. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { put, remove } from "../core/range/test-range.ts"
import { childId, codeOf, parentId, Store } from "./store-data-harness.ts"

/** Two halves of a keyspace, the right one frozen for the left one. */
async function frozen(): Promise<Store> {
  const store = await Store.open()
  await store.run(parentId, put("a", "1"))
  await store.split("m")
  await store.flush()
  await store.run(childId, put("n", "1"), put("x", "1"))
  await store.freeze()
  await store.child.checkpoint()
  return store
}

async function whole(): Promise<Store> {
  const source = await frozen()
  source.absorb()
  await source.flush()
  await source.run(parentId, remove("n"))
  return source
}

const ends: readonly [what: string, end: (store: Store, source: Store) => Promise<unknown>][] = [
  ["a snapshot", (store, source) => store.fetch(parentId, source)],
  ["a part of one", (store, source) => store.fetchInPart(parentId, source, 1)],
  ["a quarantine", (store) => store.range().quarantine()],
  ["its leave", (store) => store.data.remove(parentId, 1)],
]

for (const [what, end] of ends) {
  t.test(`cut short after any write by ${what}, no key is nobody's`, async (t) => {
    const source = await whole()
    for (let writes = 0; writes < 12; writes += 1) {
      for (const survive of [0, 1, 99]) {
        const store = await frozen()
        store.absorb()
        store.disk.writesLeft = writes
        await codeOf(end(store, source))
        await store.crash(survive)
        const apart = store.data.has(childId)
        const gone = !store.data.has(parentId)
        const held = [...store.disk.pairs.keys()].filter((key) => key.charCodeAt(0) === 0x20)
        const orphans = held.filter((key) => {
          return !store.data.ranges.some(({ descriptor: { start, end, version } }) => {
            const user = Buffer.from(key.slice(5), "latin1")
            const before = end.length > 0 && Buffer.compare(user, end) >= 0
            return version > 0 && Buffer.compare(user, start) >= 0 && !before
          })
        })
        t.same(orphans, [], `${writes} writes, ${survive} more, ${apart}, ${gone}`)
      }
    }
  })
}

t.test("a quarantine that finds no space at first takes it along when it does", async (t) => {
  const store = await frozen()
  const burial = store.absorb()
  store.disk.failWrites = new KvError("disk_full", "full")
  t.equal(await codeOf(store.range().quarantine()), "disk_full")
  store.disk.failWrites = undefined
  await store.range().quarantine()
  t.ok(burial.settled)
  await store.crash(0)
  t.same(await store.contents(), { [parentId]: "installing" })
})
