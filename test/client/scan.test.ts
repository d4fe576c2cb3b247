import t from "tap"
import type { Cell } from "../../src/client/index.ts"
import { errorOf, type Setup, setUp } from "./setup.ts"

/** Ten cells k0 … k9 and some neighbours, three to a page. */
async function filled(): Promise<Setup> {
  const setup = setUp()
  const keys = [...Array.from({ length: 10 }, (_, i) => `k${i}`), "j", "l", "k5\0"]
  await setup.time.until(Promise.all(keys.map((key) => setup.db.put(key, `of ${key}`))))
  setup.a.requests.length = 0
  return setup
}

const keysOf = (cells: readonly Cell[]): string[] => cells.map(({ key }) => key.toString())

t.test("a scan reads page by page to its end", async (t) => {
  const { time, db, a } = await filled()
  const cells = await time.until(db.scan({ gte: "k0", lt: "k6" }).all())
  t.same(keysOf(cells), ["k0", "k1", "k2", "k3", "k4", "k5", "k5\0"])
  t.equal(cells[1]?.value.toString(), "of k1")
  t.equal(a.requests.length, 3)
  await db.close()
})

t.test("bounds, prefix, direction, limit and keys only", async (t) => {
  const { time, db } = await filled()
  const keys = async (options: Parameters<typeof db.scan>[0]): Promise<string[]> =>
    keysOf(await time.until(db.scan(options).all()))
  t.same(await keys({ gt: "k5", lte: "k7" }), ["k5\0", "k6", "k7"])
  t.same(await keys({ gte: "k8" }), ["k8", "k9", "l"])
  t.same(await keys({ lt: "k1" }), ["j", "k0"])
  t.same(await keys({ prefix: "k5" }), ["k5", "k5\0"])
  t.same(await keys({ prefix: "k", gt: "k7" }), ["k8", "k9"])
  t.same(await keys({ prefix: Uint8Array.from([255]) }), [])
  t.same(await keys({ prefix: "x", lt: "k" }), [])
  t.same(await keys({ prefix: "k", limit: 4 }), ["k0", "k1", "k2", "k3"])
  t.same(await keys({ reverse: true, limit: 5 }), ["l", "k9", "k8", "k7", "k6"])
  t.same(await keys({ gte: "k3", lt: "k6", reverse: true }), ["k5\0", "k5", "k4", "k3"])
  const [first] = await time.until(db.scan({ keysOnly: true, limit: 1 }).all())
  t.equal(first?.value.length, 0)
  t.equal((await time.until(db.scan().all())).length, 13)
  await db.close()
})

t.test("the limit is asked for, so that no page is fetched in vain", async (t) => {
  const { time, db, a } = await filled()
  await time.until(db.scan({ prefix: "k", limit: 5 }).all())
  t.same(
    a.operations.map((operation) => operation.type === "scan" && operation.limit),
    [5, 2],
  )
  await db.close()
})

t.test("one page is fetched ahead, not more", async (t) => {
  const { time, db, a } = await filled()
  const scan = db.scan({ prefix: "k" })[Symbol.asyncIterator]()
  t.equal(a.requests.length, 0, "nothing before the first cell is asked for")
  const next = () => time.until(Promise.resolve(scan.next()))
  t.equal((await next()).value?.key.toString(), "k0")
  await time.pass(100)
  t.equal(a.requests.length, 2)
  await next()
  await next()
  await time.pass(100)
  t.equal(a.requests.length, 2)
  t.equal((await next()).value?.key.toString(), "k3")
  await time.pass(100)
  t.equal(a.requests.length, 3)
  await db.close()
})

t.test("a reader that leaves early leaves nothing behind", async (t) => {
  const { time, db, a } = await filled()
  const read = async (): Promise<string[]> => {
    const keys: string[] = []
    for await (const { key } of db.scan({ prefix: "k" })) {
      keys.push(key.toString())
      if (keys.length === 2) break
    }
    return keys
  }
  t.same(await time.until(read()), ["k0", "k1"])
  await time.pass(1_000)
  t.equal(a.requests.length, 2)
  await db.close()
})

t.test("pages can be had as they come", async (t) => {
  const { time, db } = await filled()
  const read = async (): Promise<number[]> => {
    const sizes: number[] = []
    for await (const page of db.scan({ prefix: "k" }).pages()) sizes.push(page.length)
    return sizes
  }
  t.same(await time.until(read()), [3, 3, 3, 2])
  await db.close()
})

t.test("who asks for many cells at once gets them all, in their order", async (t) => {
  const { time, db } = await filled()
  const scan = db.scan({ prefix: "k" })
  const cells = scan[Symbol.asyncIterator]()
  const asked = Array.from({ length: 12 }, () => Promise.resolve(cells.next()))
  const results = await time.until(Promise.all(asked))
  const keys = ["k0", "k1", "k2", "k3", "k4", "k5", "k5\0", "k6", "k7", "k8", "k9", undefined]
  t.same(
    results.map(({ value }) => value?.key.toString()),
    keys,
  )
  const pages = scan.pages()[Symbol.asyncIterator]()
  const pagesAsked = Array.from({ length: 5 }, () => Promise.resolve(pages.next()))
  const sizes = (await time.until(Promise.all(pagesAsked))).map(({ value }) => value?.length)
  t.same(sizes, [3, 3, 3, 2, undefined])
  await db.close()
})

t.test("who leaves while a cell is on its way gets that one, and no more", async (t) => {
  const { time, db } = await filled()
  const scan = db.scan({ prefix: "k" })[Symbol.asyncIterator]()
  const asked = [scan.next(), scan.return?.(), scan.next()].map((each) => Promise.resolve(each))
  const results = await time.until(Promise.all(asked))
  t.same(
    results.map((result) => result?.value?.key.toString()),
    ["k0", undefined, undefined],
  )
  await db.close()
})

t.test("an error in the middle ends the scan with it", async (t) => {
  const { time, db, a } = await filled()
  a.script = ({ request }) =>
    request.type === "scan" && request.start.length > 1
      ? { result: { type: "error", code: "unimplemented", message: "no second page" } }
      : undefined
  const keys: string[] = []
  const read = async (): Promise<void> => {
    for await (const { key } of db.scan({ prefix: "k" })) keys.push(key.toString())
  }
  t.equal((await errorOf(time, read())).code, "unimplemented")
  t.same(keys, ["k0", "k1", "k2"])
  await db.close()
})

t.test("a signal ends a scan", async (t) => {
  const { time, db, a } = await filled()
  const controller = new AbortController()
  a.script = () => "nothing"
  const scan = db.scan({ prefix: "k", signal: controller.signal }).all()
  await time.pass(5)
  controller.abort()
  t.equal((await errorOf(time, scan)).code, "cancelled")
  await db.close()
})
