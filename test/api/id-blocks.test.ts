import fc from "fast-check"
import t from "tap"
import { IdBlocks } from "../../src/api/index.ts"
import { KvError } from "../../src/base/index.ts"

/** A counter that others use, too: each claim resolves when it is told to. */
class Counter {
  last = 0n
  readonly claims: { readonly count: number; settle(error?: KvError): void }[] = []

  readonly claim = (count: number): Promise<bigint> => {
    return new Promise((resolve, reject) => {
      const settle = (error?: KvError): void => {
        this.last += BigInt(count)
        if (error === undefined) resolve(this.last)
        else reject(error)
      }
      this.claims.push({ count, settle })
    })
  }
}

const soon = 1_000
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const unknown = new KvError("result_unknown", "the leader went away")

t.test("all who come at once share one claim, and as many as fit are served from it", async (t) => {
  const counter = new Counter()
  const blocks = new IdBlocks(4)
  const ids = Promise.all([1, 2, 3, 4, 5, 6].map(() => blocks.take(counter.claim, soon)))
  t.same(
    counter.claims.map(({ count }) => count),
    [4],
  )
  counter.claims[0]?.settle()
  await settled()
  t.equal(counter.claims.length, 2, "two are left over")
  counter.claims[1]?.settle()
  t.same(await ids, [1n, 2n, 3n, 4n, 5n, 6n])
  t.same([await blocks.take(counter.claim, soon), await blocks.take(counter.claim, soon)], [7n, 8n])
  t.equal(counter.claims.length, 2, "the rest of a block costs nothing")
})

t.test("a claim that nobody knows the end of is lost, and another one is made", async (t) => {
  const counter = new Counter()
  const id = new IdBlocks(4).take(counter.claim, soon)
  counter.claims[0]?.settle(unknown)
  await settled()
  counter.claims[1]?.settle()
  t.equal(await id, 5n, "the first four may be anybody's")
})

t.test("a claim that fails is told to whoever made it, and the next one tries", async (t) => {
  for (const code of ["unavailable", "cancelled_unknown", "deadline_unknown"] as const) {
    const counter = new Counter()
    const blocks = new IdBlocks(4)
    const first = blocks.take(counter.claim, soon)
    const second = blocks.take(counter.claim, soon)
    counter.claims[0]?.settle(new KvError(code, "no"))
    await t.rejects(first, { code })
    await settled()
    counter.claims[1]?.settle()
    t.equal(await second, 5n)
  }
})

t.test("who has less time than a claim under way does not wait for it", async (t) => {
  const counter = new Counter()
  const blocks = new IdBlocks(4)
  const long = blocks.take(counter.claim, 600_000)
  const short = blocks.take(counter.claim, soon)
  const later = blocks.take(counter.claim, soon + 1)
  t.equal(counter.claims.length, 2)
  counter.claims[1]?.settle()
  t.same([await short, await later], [1n, 2n])
  counter.claims[0]?.settle()
  t.equal(await long, 5n)
  t.equal(await blocks.take(counter.claim, soon), 6n, "what is left of the first block is lost")
})

t.test("no two of several nodes are ever given the same", async () => {
  const step = fc.constantFrom("take", "settle", "lose")
  const steps = fc.array(fc.tuple(fc.nat(2), step, fc.nat(3)))
  await fc.assert(
    fc.asyncProperty(steps, async (walk) => {
      const counter = new Counter()
      const nodes = [1, 3, 64].map((length) => new IdBlocks(length))
      const given: bigint[] = []
      for (const [node, step, until] of walk) {
        if (step === "take") {
          nodes[node]?.take(counter.claim, until).then(
            (id) => given.push(id),
            () => {},
          )
        } else counter.claims.shift()?.settle(step === "lose" ? unknown : undefined)
        await settled()
      }
      return new Set(given).size === given.length
    }),
    { numRuns: 50 },
  )
})
