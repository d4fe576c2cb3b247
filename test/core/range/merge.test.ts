/** Two ranges that become one: each step, what decides, and what retries come to (rule 51). */
import { throws } from "node:assert/strict"
import t from "tap"
import { replicaIdOf } from "../../../src/base/index.ts"
import {
  type Command,
  checkRange,
  type Freeze,
  fateOf,
  mergeRefusal,
  type OperationResult,
  type RangeDescriptor,
  RangeMachine,
  type RangeVariant,
  type WriteOperation,
} from "../../../src/core/range/index.ts"
import { hasAbsorbed, withSource } from "../../../src/core/range/merge.ts"
import {
  bytesOf,
  emptyState,
  increment,
  noSessions,
  put,
  request,
  smallLimits,
} from "./test-range.ts"

/** The part of a command that a test cares for. */
type Part = Command extends infer Each
  ? Each extends Command
    ? Omit<Each, "time" | "rangeVersion">
    : never
  : never

/** A machine to which entries are given one by one. */
class Range {
  readonly machine: RangeMachine
  #time = 0

  constructor(descriptor: Partial<RangeDescriptor>, variant?: RangeVariant) {
    const state = { ...emptyState, descriptor: { ...emptyState.descriptor, ...descriptor } }
    const options = { state, sessions: noSessions, limits: smallLimits }
    this.machine = new RangeMachine(variant === undefined ? options : { ...options, variant })
  }

  get descriptor(): RangeDescriptor {
    return this.machine.state.descriptor
  }

  give(part: Part, from?: Range, rangeVersion = this.descriptor.version): OperationResult {
    const { index, time } = this.machine.state
    this.#time = Math.max(this.#time, time) + 10
    const command = { ...part, time: this.#time, rangeVersion } as Command
    const entry = { index: index + 1, term: 1, command }
    const yielded = from && { state: from.machine.state, sessions: from.machine.sessions }
    const nothing = { cell: () => undefined, keysOf: () => [] }
    const { results } = this.machine.apply([entry], nothing, yielded)
    checkRange(this.machine)
    return results[0]?.[0] ?? { type: "error", code: "internal", message: "nothing" }
  }

  write(operation: WriteOperation, rangeVersion?: number): OperationResult {
    return this.give({ type: "batch", operations: [operation] }, undefined, rangeVersion)
  }

  freezeFor(target: Range): OperationResult {
    const { rangeId, version, configVersion } = target.descriptor
    const epoch = { version, configVersion }
    return this.give({ type: "freeze", configVersion: 0, into: rangeId, target: epoch })
  }

  absorb(source: Range, giveUp = false): OperationResult {
    return this.give({ type: "absorb", source: source.descriptor, giveUp }, source)
  }
}

function neighbours(variant?: RangeVariant): { target: Range; source: Range } {
  const target = new Range({ end: bytesOf("m"), version: 4 }, variant)
  const source = new Range({ rangeId: 8, start: bytesOf("m"), version: 6 }, variant)
  return { target, source }
}

function codeOf(result: OperationResult): string {
  return result.type === "error" ? result.code : result.type
}

t.test("a range that is taken in leaves its keys, its clients and its log time", async (t) => {
  const { target, source } = neighbours()
  for (let i = 0; i < 5; i += 1) source.write(put(`n${i}`, "1"))
  const first = source.write(increment("x", 1n, request(1, 1)))
  t.match(source.freezeFor(target), { type: "merge", range: { rangeId: 8, version: 7 } })
  const { time } = source.machine.state
  t.match(target.absorb(source), { type: "absorb", range: { rangeId: 7, version: 8 } })
  t.match(target.descriptor, { start: bytesOf(""), end: bytesOf(""), absorbed: [8] })
  t.ok(target.machine.state.time >= time, "versions go on from both")
  t.same(target.write(increment("x", 1n, request(1, 1))), first, "a retry has the first answer")
})

t.test("a frozen range takes nothing but its thaw, wherever replicas are by then", async (t) => {
  const { target, source } = neighbours()
  source.write(put("n", "1"))
  source.freezeFor(target)
  const { time, descriptor } = source.machine.state
  t.equal(codeOf(source.write(put("n", "2"))), "range_changed")
  t.equal(codeOf(source.write(put("n", "2"), 6)), "range_changed", "what was on its way")
  t.equal(codeOf(source.freezeFor(target)), "range_changed")
  source.give({ type: "hash" })
  t.same(source.machine.state.time, time, "log time stands")
  t.same(source.machine.state.descriptor, descriptor)
  source.give({ type: "thaw" })
  t.match(source.descriptor, { version: 8, frozen: undefined })
  t.equal(codeOf(source.write(put("n", "2"))), "put")
})

t.test("a range of which replicas come or go is not frozen", async (t) => {
  const { target, source } = neighbours()
  const late = { type: "freeze", configVersion: 3, into: 7, target: target.descriptor } as const
  t.equal(codeOf(source.give(late)), "state_changed")
  t.equal(source.descriptor.frozen, undefined)
  t.equal(codeOf(source.write(put("n", "1"))), "put")
})

t.test("the neighbour's log decides, once", async (t) => {
  const given = neighbours()
  given.source.freezeFor(given.target)
  t.match(given.target.absorb(given.source, true), { range: { version: 5, end: bytesOf("m") } })
  t.match(given.target.absorb(given.source), { range: { version: 5 } }, "it has given up")
  t.equal(fateOf(given.source.descriptor, given.target.descriptor), "free")
  const taken = neighbours()
  taken.source.freezeFor(taken.target)
  taken.target.absorb(taken.source)
  t.match(taken.target.absorb(taken.source, true), { range: { version: 8 } }, "it has it")
  t.match(taken.target.absorb(taken.source), { range: { version: 8 } }, "and only once")
  t.equal(fateOf(taken.source.descriptor, taken.target.descriptor), "absorbed")
})

t.test("what was taken in last is remembered longest, however much came with it", async (t) => {
  const { target, source } = neighbours()
  const many = Array.from({ length: 64 }, (_, i) => 100 + i)
  const first = withSource({ ...target.descriptor, absorbed: many }, source.descriptor)
  t.equal(first.absorbed?.length, 64)
  const next = { ...source.descriptor, rangeId: 9, absorbed: many.map((id) => id + 100) }
  const second = withSource(first, next)
  t.ok(hasAbsorbed(second, 8), "its leader may still have to hear of it")
  t.ok(hasAbsorbed(second, 9))
  t.equal(second.absorbed?.length, 64)
})

t.test("only a neighbour of the epoch that the freeze names takes a range in", async (t) => {
  const { target, source } = neighbours()
  source.freezeFor(target)
  const { plan } = { plan: (of: Range) => of.machine.plan([entryOf(of, source)]).absorbs }
  t.same(plan(target), source.descriptor)
  target.give({ type: "split", at: bytesOf("c"), childId: 9 })
  t.equal(plan(target), undefined, "what it holds need not be known")
  t.match(target.absorb(source), { range: { version: 5, end: bytesOf("c") } })
  const wrong = neighbours("absorb-without-epoch-check")
  wrong.source.freezeFor(wrong.target)
  wrong.target.give({ type: "split", at: bytesOf("c"), childId: 9 })
  wrong.target.absorb(wrong.source)
  t.same(wrong.target.descriptor.end, bytesOf(""), "the variant does so all the same")
})

function entryOf({ machine }: Range, source: Range) {
  const { index, descriptor } = machine.state
  const absorb = { type: "absorb", source: source.descriptor, giveUp: false } as const
  const command: Command = { ...absorb, time: 999, rangeVersion: descriptor.version }
  return { index: index + 1, term: 1, command }
}

t.test("without what the source holds nothing is taken in", async () => {
  const { target, source } = neighbours()
  source.freezeFor(target)
  const absorb = { type: "absorb", source: source.descriptor, giveUp: false } as const
  throws(() => target.give(absorb), /taken in that is not here/)
  const other = neighbours()
  other.source.freezeFor(other.target)
  const before = { ...absorb, source: other.source.descriptor }
  other.source.give({ type: "thaw" })
  throws(() => other.target.give(before, other.source), /taken in that has gone on/)
})

t.test("who is forgotten in one of the two is forgotten in the whole", async (t) => {
  const { target, source } = neighbours()
  target.write(increment("a", 1n, request(1, 1)))
  source.write(increment("x", 1n, request(1, 1)))
  for (const client of [2, 3, 4]) source.write(increment("x", 1n, request(client, 1)))
  source.freezeFor(target)
  target.absorb(source)
  t.equal(codeOf(target.write(increment("x", 1n, request(1, 2)))), "session_forgotten")
  t.match(target.write(increment("x", 1n, request(4, 1))), { value: 4n - 3n })
})

t.test("of one client in both, what is acknowledged to either is", async (t) => {
  const { target, source } = neighbours()
  target.write(increment("a", 1n, request(1, 1)))
  target.write(increment("a", 1n, request(1, 3, 2)))
  const second = source.write(increment("x", 1n, request(1, 2)))
  source.freezeFor(target)
  target.absorb(source)
  t.same(target.write(increment("x", 1n, request(1, 2))), second)
  t.equal(codeOf(target.write(increment("x", 1n, request(1, 1)))), "session_forgotten")
  const { sessions } = target.machine.sessions
  t.match(sessions, [{ acknowledgedBelow: 2, results: [{ sequence: 2 }, { sequence: 3 }] }])
})

t.test("however much both remember, the whole stays within its bounds", async (t) => {
  const { target, source } = neighbours()
  for (const client of [1, 2, 3]) target.write(put("a", "1", { id: request(client, 1) }))
  for (const client of [4, 5, 6]) source.write(put("x", "1", { id: request(client, 1) }))
  source.freezeFor(target)
  target.absorb(source)
  t.equal(target.machine.sessions.sessions.length, smallLimits.sessionsMax)
  t.equal(target.machine.sessions.forgotten.length, 3)
  t.same(target.machine.sessionFaults, [])
})

t.test("a replica that is restored in between goes on as the others", async (t) => {
  const { target, source } = neighbours()
  source.write(increment("x", 1n, request(1, 1)))
  source.freezeFor(target)
  target.absorb(source)
  const writes = target.machine.takeSessions()
  const { sessions, forgotten, chunk } = writes
  const restored = new RangeMachine({
    state: target.machine.state,
    sessions: { sessions, forgotten, chunks: chunk === undefined ? [] : [chunk] },
    limits: smallLimits,
  })
  t.same(restored.sessions, target.machine.sessions, "all of it is in one engine write")
})

const frozen: Freeze = { into: 7, version: 4, configVersion: 2, index: 9, term: 1 }
const source = { ...emptyState.descriptor, rangeId: 8, start: bytesOf("m"), version: 7, frozen }
const target = { ...emptyState.descriptor, end: bytesOf("m"), version: 4, configVersion: 2 }

const fates: readonly [what: string, neighbour: RangeDescriptor, fate: string][] = [
  ["the target as it was", target, "open"],
  ["an older one", { ...target, version: 3 }, "unknown"],
  ["one with fewer changes of replicas", { ...target, configVersion: 1 }, "unknown"],
  ["the target with other replicas", { ...target, configVersion: 3 }, "free"],
  ["the target that has gone on", { ...target, version: 5 }, "free"],
  ["a part of it that was cut off since", { ...target, rangeId: 9, version: 5 }, "free"],
  ["another of the same version", { ...target, rangeId: 9 }, "unknown"],
  ["the target with it", { ...target, version: 8, absorbed: [3, 8] }, "absorbed"],
  ["who took that in", { ...target, rangeId: 2, version: 12, absorbed: [7, 8, 9] }, "absorbed"],
]

for (const [what, neighbour, fate] of fates) {
  t.test(`by ${what}, a frozen range is ${fate}`, async (t) => {
    t.equal(fateOf(source, neighbour), fate)
  })
}

const { configuration } = emptyState
const plain = { ...source, frozen: undefined }
const refusals: readonly [what: string, of: Parameters<typeof mergeRefusal>, why?: RegExp][] = [
  [
    "neighbours",
    [
      { descriptor: plain, configuration },
      { descriptor: target, configuration },
    ],
  ],
  [
    "neighbours whose replicas came at different times",
    [
      { descriptor: plain, configuration: { ...configuration, voters: [2, 3, replicaIdOf(1, 4)] } },
      { descriptor: target, configuration },
    ],
  ],
  [
    "ranges with another between them",
    [
      { descriptor: plain, configuration },
      { descriptor: { ...target, end: bytesOf("k") }, configuration },
    ],
    /does not end where range 8 begins/,
  ],
  [
    "ranges on different nodes",
    [
      { descriptor: plain, configuration: { ...configuration, voters: [1, 2, 4] } },
      { descriptor: target, configuration },
    ],
    /range 8 is on nodes 1, 2, 4, range 7 on 1, 2, 3/,
  ],
  [
    "one whose replicas change",
    [
      { descriptor: plain, configuration },
      { descriptor: target, configuration: { ...configuration, learners: [4] } },
    ],
    /replicas of range 7 are being changed/,
  ],
  [
    "one that is being merged",
    [
      { descriptor: source, configuration },
      { descriptor: target, configuration },
    ],
    /range 8 is being merged already/,
  ],
]

for (const [what, sides, why] of refusals) {
  t.test(`merging ${what} is ${why === undefined ? "not " : ""}refused`, async (t) => {
    const refusal = mergeRefusal(...sides)
    if (why === undefined) t.equal(refusal, undefined)
    else t.match(refusal, why)
  })
}
