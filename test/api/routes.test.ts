/** What a session tells a client that does not know where its operations belong. */
import t from "tap"
import { type Operation, splitRefusal } from "../../src/core/range/index.ts"
import { encodeSessionRequest, type RangeRoute } from "../../src/wire/index.ts"
import type { MemoryService } from "./memory-service.ts"
import { bytesOf, get, open, put, setUp, text } from "./setup.ts"

const here = { nodeId: 1, address: "127.0.0.1:7400" }
const there = { nodeId: 2, address: "127.0.0.1:7401" }

interface Claim {
  readonly rangeId: number
  readonly rangeVersion: number
}

const none: Claim = { rangeId: 0, rangeVersion: 0 }
const whole: Claim = { rangeId: 2, rangeVersion: 1 }

/** A session, and what it is told after one operation each. */
function begin() {
  const { api, clock, service, limits } = setUp()
  const { peer, session } = open(api)
  let id = 0
  const toldFor = (claim: Claim, ...operations: readonly Operation[]): readonly RangeRoute[] => {
    const before = peer.routes.length
    const frame = operations.map((operation) => bytesOf(++id, operation, claim))
    session.onFrame(encodeSessionRequest(frame))
    clock.turn()
    return peer.routes.slice(before)
  }
  return { api, clock, service, limits, peer, toldFor }
}

/** Cuts a range of the service, as if some client had asked for it. */
function split(service: MemoryService, at: string, childId: number): void {
  const range = service.descriptors.find((descriptor) => {
    return descriptor.keyspaceId === 1 && splitRefusal(descriptor, text(at)) === undefined
  })
  if (range === undefined) throw new Error(`no range can be cut at ${at}`)
  const version = range.version + 1
  const left = { ...range, end: text(at), version }
  const right = { ...range, rangeId: childId, start: text(at), version }
  service.descriptors = service.descriptors.flatMap((one) => (one === range ? [left, right] : one))
}

t.test("whether a client is told, by what it claims and by who leads", async (t) => {
  const table: readonly [string, Claim, typeof here | undefined, boolean][] = [
    ["no claim, this node leads", none, here, true],
    ["no claim, another leads", none, there, true],
    ["no claim, nobody leads", none, undefined, false],
    ["a right claim, this node leads", whole, here, false],
    ["a right claim, another leads", whole, there, true],
    ["a right claim, nobody leads", whole, undefined, false],
    ["an old version, this node leads", { rangeId: 2, rangeVersion: 7 }, here, true],
    ["an old version, another leads", { rangeId: 2, rangeVersion: 7 }, there, true],
    ["another range, this node leads", { rangeId: 9, rangeVersion: 1 }, here, true],
    ["another range, another leads", { rangeId: 9, rangeVersion: 1 }, there, true],
    ["an old version, nobody leads", { rangeId: 2, rangeVersion: 7 }, undefined, false],
  ]
  for (const [what, claim, leader, told] of table) {
    const { service, toldFor } = begin()
    service.leader = leader
    const route = { keyspace: "default", range: { rangeId: 2, version: 1 }, leader }
    t.match(toldFor(claim, get("k")), told ? [route] : [], what)
    t.equal(toldFor(claim, get("k")).length > 1, false, what)
  }
})

t.test("a route comes in the frame of the answer", async (t) => {
  const { peer, toldFor } = begin()
  t.equal(toldFor(none, put("a"), get("a"), get("b")).length, 1)
  t.equal(peer.frames.length, 1)
  t.equal(peer.frames[0]?.results, 3)
})

t.test("a route is told once, and again when it is another", async (t) => {
  const { service, toldFor } = begin()
  t.equal(toldFor(none, get("k")).length, 1)
  t.equal(toldFor(none, get("k")).length, 0, "nothing new")
  t.equal(toldFor(none, get("another")).length, 0, "the same range")
  service.leader = there
  t.match(toldFor(none, get("k")), [{ leader: there }], "another leader")
  t.equal(toldFor(none, get("k")).length, 0)
  service.leader = undefined
  t.equal(toldFor(none, get("k")).length, 0, "a lost leader is no news")
  service.leader = there
  t.equal(toldFor(none, get("k")).length, 0, "nor is that it is there again")
  split(service, "m", 7)
  t.match(toldFor(none, get("k")), [{ range: { rangeId: 2, version: 2 } }], "another version")
  t.match(toldFor(none, get("z")), [{ range: { rangeId: 7, version: 2 } }], "another range")
  t.equal(toldFor(none, get("k"), get("z")).length, 0)
})

t.test("a client that claims what is no more is told every time", async (t) => {
  const { service, toldFor } = begin()
  t.equal(toldFor(whole, get("k")).length, 0)
  split(service, "m", 7)
  for (let i = 0; i < 3; i += 1) {
    t.match(toldFor(whole, get("k")), [{ range: { rangeId: 2, version: 2 } }])
    t.match(toldFor(whole, put("z")), [{ range: { rangeId: 7, version: 2, start: text("m") } }])
  }
  t.equal(toldFor({ rangeId: 2, rangeVersion: 2 }, get("k")).length, 0)
  t.equal(toldFor({ rangeId: 7, rangeVersion: 2 }, get("z")).length, 0)
})

t.test("every operation is told of where it begins", async (t) => {
  const { service, toldFor } = begin()
  split(service, "m", 7)
  split(service, "t", 8)
  const scan = { limit: 0, keysOnly: false, consistency: "linearizable" } as const
  const table: readonly [Operation, number][] = [
    [get("l"), 2],
    [put("m"), 7],
    [{ type: "scan", start: text("a"), end: text("z"), reverse: false, ...scan }, 2],
    [{ type: "scan", start: text("a"), end: text("z"), reverse: true, ...scan }, 8],
    [{ type: "scan", start: text("a"), end: text("t"), reverse: true, ...scan }, 7],
    [{ type: "scan", start: text(""), end: text(""), reverse: true, ...scan }, 8],
    [{ type: "deleteRange", start: text("s"), end: text(""), requestId: undefined }, 7],
  ]
  for (const [operation, rangeId] of table) {
    const told = toldFor({ rangeId: 99, rangeVersion: 1 }, operation)
    t.match(told, [{ range: { rangeId } }], operation.type)
  }
})

t.test("what is refused at the door is told nothing", async (t) => {
  const { peer, toldFor } = begin()
  t.equal(toldFor(none, get("")).length, 0)
  t.equal(peer.errorOf(1), "invalid_argument")
})

t.test("each session is told for itself", async (t) => {
  const { api, clock, toldFor } = begin()
  t.equal(toldFor(none, get("k")).length, 1)
  const other = open(api)
  other.session.onFrame(encodeSessionRequest([bytesOf(1, get("k"))]))
  clock.turn()
  t.equal(other.peer.routes.length, 1)
})

t.test("a frame of routes is as long as a message may be", async (t) => {
  const { service, peer, limits, toldFor } = begin()
  split(service, "k".repeat(limits.keyBytesMax), 7)
  split(service, "l".repeat(limits.keyBytesMax), 8)
  const reads = Array.from({ length: 50 }, () => get("kz"))
  t.ok(toldFor(whole, ...reads).every(({ range }) => range.rangeId === 7))
  t.equal(peer.results.size, 50)
  for (const { bytes } of peer.frames) t.ok(bytes <= limits.messageBytesMax, `${bytes} bytes`)
})
