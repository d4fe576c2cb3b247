/** What a client knows of the ranges, against a list that is looked through from end to end. */
import fc from "fast-check"
import t from "tap"
import { RangeCache } from "../../src/client/range-cache.ts"
import type { Operation, RangeDescriptor } from "../../src/core/range/types.ts"
import type { RangeRoute } from "../../src/wire/index.ts"

/** Borders lie at 0 to this: the first is the start of the keyspace, the last its end. */
const borders = 12

/** A range by its borders, as it once was. */
interface Span {
  readonly rangeId: number
  readonly version: number
  readonly low: number
  readonly high: number
}

interface Known {
  readonly span: Span
  readonly leader: string | undefined
}

type Step =
  | { readonly do: "split"; readonly at: number }
  /** One of all that ever were: news, or long out of date. */
  | { readonly do: "tell"; readonly which: number; readonly leader: string | undefined }
  | { readonly do: "move"; readonly rangeId: number; readonly leader: string }

const leader = fc.constantFrom("a:1", "b:1", "c:1")
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("split" as const), at: fc.integer({ min: 1, max: borders - 1 }) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("tell" as const),
      which: fc.nat(),
      leader: fc.option(leader, { nil: undefined, freq: 5 }),
    }),
  },
  fc.record({ do: fc.constant("move" as const), rangeId: fc.integer({ min: 1, max: 8 }), leader }),
)

/** The key at a border; `inside`: one between it and the next. */
function keyAt(border: number, inside = false): Uint8Array {
  if (inside) return Uint8Array.from([border, 7])
  return border === 0 || border === borders ? new Uint8Array(0) : Uint8Array.from([border])
}

function descriptorOf({ rangeId, version, low, high }: Span): RangeDescriptor {
  const [start, end] = [keyAt(low), keyAt(high)]
  return { rangeId, keyspaceId: 1, start, end, version, configVersion: 0 }
}

function routeOf(span: Span, address: string | undefined, keyspace = "default"): RangeRoute {
  const named = address === undefined ? undefined : { nodeId: 1, address }
  return { keyspace, range: descriptorOf(span), leader: named }
}

/** Every range that ever was, by splits of one. */
class History {
  readonly all: Span[] = [{ rangeId: 1, version: 1, low: 0, high: borders }]
  #now: readonly Span[] = this.all
  #nextId = 2

  get now(): readonly Span[] {
    return this.#now
  }

  split(at: number): void {
    const range = this.#now.find(({ low, high }) => low < at && at < high)
    if (range === undefined) return
    const version = range.version + 1
    const left = { ...range, version, high: at }
    const right = { rangeId: this.#nextId, version, low: at, high: range.high }
    this.#nextId += 1
    this.#now = this.#now.flatMap((one) => (one === range ? [left, right] : one))
    this.all.push(left, right)
  }
}

/** The cache as it should be: what is newer drives out what it overlaps. */
class Model {
  known: readonly Known[] = []

  learn(span: Span, leader: string | undefined): boolean {
    const over = this.known.filter((one) => one.span.low < span.high && span.low < one.span.high)
    if (over.some((one) => one.span.version > span.version)) return false
    const same = over.find((one) => one.span === span)
    if (leader === undefined && same?.leader !== undefined) return false
    this.known = [...this.known.filter((one) => !over.includes(one)), { span, leader }]
    return true
  }

  move(rangeId: number, leader: string): void {
    this.known = this.known.map((one) => {
      return one.span.rangeId === rangeId ? { ...one, leader } : one
    })
  }

  /** The one that holds the keys from a border on. */
  from(border: number): Known | undefined {
    return this.known.find(({ span }) => span.low <= border && border < span.high)
  }

  /** The one that holds the last keys before a border. */
  before(border: number): Known | undefined {
    return this.known.find(({ span }) => span.low < border && border <= span.high)
  }
}

const readAll = { limit: 0, keysOnly: false, consistency: "linearizable" } as const

function scanOf(start: Uint8Array, end: Uint8Array, reverse: boolean): Operation {
  return { type: "scan", start, end, reverse, ...readAll }
}

/** Every place of the keyspace, asked in every way, and who should be found there. */
function* questions(model: Model): Generator<readonly [Operation, Known | undefined]> {
  const end = keyAt(borders)
  for (let border = 0; border < borders; border += 1) {
    for (const key of [keyAt(border), keyAt(border, true)]) {
      const known = model.from(border)
      yield [{ type: "get", key, consistency: "lease" }, known]
      yield [{ type: "increment", key, delta: 1n, requestId: undefined }, known]
      yield [{ type: "deleteRange", start: key, end, requestId: undefined }, known]
      yield [scanOf(key, end, false), known]
      // Where it ends does not matter.
      yield [scanOf(key, keyAt(border, true), false), known]
    }
    yield [scanOf(keyAt(0), keyAt(border, true), true), model.from(border)]
    yield [scanOf(keyAt(0), keyAt(border + 1), true), model.before(border + 1)]
    // Nor where a reverse one does.
    yield [scanOf(keyAt(border, true), keyAt(border + 1), true), model.before(border + 1)]
  }
}

function check(cache: RangeCache, model: Model): void {
  for (const [operation, expected] of questions(model)) {
    const found = cache.find("", operation)
    const wanted = expected && {
      range: descriptorOf(expected.span),
      leaderAddress: expected.leader,
    }
    if (JSON.stringify(found) === JSON.stringify(wanted)) continue
    throw new Error(`${JSON.stringify({ operation, found, wanted })}`)
  }
}

t.test("who has heard of no leader has nothing to say against one that is known", async (t) => {
  const cache = new RangeCache()
  const [range] = new History().all as [Span]
  const split = { ...range, version: 2, high: 5 }
  const leaderNow = () => cache.find("", scanOf(keyAt(0), keyAt(1), false))?.leaderAddress
  t.ok(cache.learn(routeOf(range, "a:1")))
  t.notOk(cache.learn(routeOf(range, undefined)), "a node that is cut off")
  t.equal(leaderNow(), "a:1")
  t.ok(cache.learn(routeOf(range, "b:1")))
  t.equal(leaderNow(), "b:1")
  t.ok(cache.learn(routeOf(split, undefined)), "of a newer range nobody knew a leader")
  t.equal(leaderNow(), undefined)
})

t.test("the cache finds what was told last, unless something newer was told before", async (t) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const history = new History()
      const model = new Model()
      const cache = new RangeCache()
      for (const step of steps) {
        if (step.do === "split") history.split(step.at)
        else if (step.do === "move") {
          model.move(step.rangeId, step.leader)
          cache.moveLeader("default", step.rangeId, step.leader)
        } else {
          const span = history.all[step.which % history.all.length] as Span
          const news = model.learn(span, step.leader)
          if (cache.learn(routeOf(span, step.leader)) !== news) return false
        }
        check(cache, model)
      }
      return true
    }),
    { numRuns: 300 },
  )
  t.pass()
})

t.test("a keyspace that was made anew under an old name is another", async (t) => {
  const cache = new RangeCache()
  const route = (keyspaceId: number, version: number): RangeRoute => {
    const old = routeOf({ rangeId: keyspaceId, version, low: 0, high: borders }, "a:1", "users")
    return { ...old, range: { ...old.range, keyspaceId } }
  }
  t.ok(cache.learn(route(3, 9)))
  t.ok(cache.learn(route(4, 1)), "its versions begin anew")
  t.notOk(cache.learn(route(3, 10)), "and what is told late of the old one is not of it")
  t.match(cache.find("users", { type: "get", key: keyAt(1), consistency: "stale" }), {
    range: { rangeId: 4 },
  })
})

t.test("in whatever order the present ranges are told, they are known in the end", async (t) => {
  const told = fc.record({
    splits: fc.array(fc.integer({ min: 1, max: borders - 1 }), { maxLength: 10 }),
    order: fc.infiniteStream(fc.nat()),
  })
  fc.assert(
    fc.property(told, ({ splits, order }) => {
      const history = new History()
      for (const at of splits) history.split(at)
      const cache = new RangeCache()
      // All that ever were, so each of the present ones at some time.
      const left = [...history.all]
      for (const pick of order) {
        const [span] = left.splice(pick % left.length, 1)
        if (span !== undefined) cache.learn(routeOf(span, `leader of ${span.rangeId}:1`))
        if (left.length === 0) break
      }
      return history.now.every((span) => {
        const keys = Array.from({ length: span.high - span.low }, (_, i) => span.low + i)
        return keys.every((border) => {
          const get = { type: "get", key: keyAt(border, true), consistency: "stale" } as const
          const found = cache.find("", get)
          return found?.range.rangeId === span.rangeId && found.range.version === span.version
        })
      })
    }),
  )
  t.pass()
})

const whole: Span = { rangeId: 2, version: 1, low: 0, high: borders }
const left: Span = { rangeId: 2, version: 2, low: 0, high: 6 }
const right: Span = { rangeId: 7, version: 2, low: 6, high: borders }
const getAt = (border: number): Operation => {
  return { type: "get", key: keyAt(border, true), consistency: "linearizable" }
}

t.test("half of what was known is unknown until it is told", async (t) => {
  const cache = new RangeCache()
  t.ok(cache.learn(routeOf(whole, "a:1")))
  t.ok(cache.learn(routeOf(right, "b:1")))
  t.equal(cache.find("", getAt(3)), undefined)
  t.equal(cache.find("", getAt(9))?.leaderAddress, "b:1")
  t.notOk(cache.learn(routeOf(whole, "c:1")), "older than a half that it overlaps")
  t.equal(cache.find("", getAt(3)), undefined)
  t.ok(cache.learn(routeOf(left, "a:1")))
  t.equal(cache.find("", getAt(3))?.range.version, 2)
})

t.test("of one version, what was told last holds", async (t) => {
  const cache = new RangeCache()
  for (const address of ["a:1", "b:1", "a:1"]) {
    t.ok(cache.learn(routeOf(whole, address)))
    t.equal(cache.find("", getAt(3))?.leaderAddress, address)
  }
})

t.test("keyspaces are known apart; an empty name is the default one", async (t) => {
  const cache = new RangeCache()
  cache.learn(routeOf(whole, "a:1", "default"))
  cache.learn(routeOf(right, "b:1", "users"))
  for (const name of ["", "default"]) t.equal(cache.find(name, getAt(9))?.leaderAddress, "a:1")
  t.equal(cache.find("users", getAt(9))?.leaderAddress, "b:1")
  t.equal(cache.find("users", getAt(3)), undefined)
  t.equal(cache.find("others", getAt(9)), undefined)
  cache.moveLeader("users", 2, "c:1")
  t.equal(cache.find("", getAt(9))?.leaderAddress, "a:1", "a range of another keyspace")
})

t.test("a range that nothing is known of holds no key", async (t) => {
  const cache = new RangeCache()
  cache.learn(routeOf({ ...whole, version: 0 }, "a:1"))
  t.equal(cache.find("", getAt(3)), undefined)
})

t.test("so many ranges are remembered, then it begins anew", async (t) => {
  const cache = new RangeCache()
  const routesMax = 100_000
  const keyOf = (number: number): Uint8Array => {
    const key = Buffer.alloc(4)
    key.writeUInt32BE(number)
    return key
  }
  const tell = (number: number): void => {
    const [start, end] = [keyOf(number), keyOf(number + 1)]
    const range = { rangeId: number + 1, keyspaceId: 1, start, end, version: 1, configVersion: 0 }
    cache.learn({ keyspace: "", range, leader: { nodeId: 1, address: "a:1" } })
  }
  const knows = (number: number): boolean => {
    const get = { type: "get", key: keyOf(number), consistency: "stale" } as const
    return cache.find("", get)?.range.rangeId === number + 1
  }
  for (let number = 0; number < routesMax / 2; number += 1) tell(number)
  // Again, so that nothing is there that was not.
  for (let number = 0; number < routesMax; number += 1) tell(number)
  t.ok(knows(0) && knows(routesMax - 1))
  tell(routesMax)
  t.notOk(knows(0) || knows(routesMax - 1))
  t.ok(knows(routesMax))
})
