/** A range that is cut in two: what each half is, and what late commands and retries come to. */
import { throws } from "node:assert/strict"
import t from "tap"
import { InvariantViolation } from "../../../src/base/index.ts"
import { defaultLimits } from "../../../src/base/limits.ts"
import {
  type AppliedBatch,
  type CommandEntry,
  type OperationResult,
  RangeMachine,
  type RangeVariant,
  splitRefusal,
} from "../../../src/core/range/index.ts"
import {
  bytesOf,
  emptyState,
  increment,
  noSessions,
  put,
  remove,
  removeRange,
  request,
  Script,
  smallLimits,
  swap,
  textOf,
} from "./test-range.ts"

const nothing = { cell: () => undefined, keysOf: () => [] }
const whole = emptyState.descriptor

function machine(variant?: RangeVariant): RangeMachine {
  const options = variant === undefined ? {} : { variant }
  return new RangeMachine({
    ...{ state: emptyState, sessions: noSessions, limits: smallLimits },
    ...options,
  })
}

function splitEntry(index: number, at: string, { childId = 8, rangeVersion = 1 } = {}) {
  const time = 10 * index
  const command = { type: "split" as const, time, rangeVersion, at: bytesOf(at), childId }
  return { index, term: 1, command }
}

function putEntry(index: number, key: string): CommandEntry {
  const operations = [put(key, "1")]
  return {
    index,
    term: 1,
    command: { type: "batch", time: 10 * index, rangeVersion: 1, operations },
  }
}

function codeOf(result: OperationResult | undefined): string {
  return result?.type === "error" ? result.code : (result?.type ?? "nothing")
}

t.test("a split cuts the span and makes both halves a version younger (rule 46)", async (t) => {
  const script = new Script()
  script.run(put("a", "1"), put("m", "2"), put("z", "3"))
  const left = { ...whole, end: bytesOf("m"), version: 2 }
  const right = { ...whole, rangeId: 8, start: bytesOf("m"), version: 2 }
  t.same(script.split("m"), { type: "split", left, right })
  t.same(script.range.machine.state.descriptor, left)
  t.same(script.child.range.machine.state.descriptor, right)
  t.equal(script.keys, "a")
  t.equal(script.child.keys, "m z")
  t.match(script.split("f", 9), { left: { end: bytesOf("f"), version: 3 } })
  t.match(script.child.range.machine.state.descriptor, {
    ...{ rangeId: 9, start: bytesOf("f"), end: bytesOf("m"), version: 3 },
  })
})

t.test("the new range begins where its parent stands, in index, term, time and voters", (t) => {
  const one = machine()
  const configuration = { ...emptyState.configuration, learners: [4] }
  one.withConfiguration(configuration, 1)
  one.apply([{ index: 1, term: 3, command: undefined }], nothing)
  const batch = one.apply([{ ...splitEntry(2, "m"), term: 4 }], nothing)
  const place = { index: 2, term: 4, time: 20, configuration }
  const { descriptor: left, ...parent } = batch.state
  const { descriptor: right, ...child } = batch.child?.state ?? emptyState
  t.same(parent, place)
  t.same(child, place)
  t.equal(left.configVersion, 1)
  t.equal(right.configVersion, 1)
  const born = new RangeMachine({ ...(batch.child as Born), limits: smallLimits })
  throws(() => born.apply([putEntry(2, "m")], nothing), InvariantViolation)
  born.apply([{ ...putEntry(3, "m"), term: 4 }], nothing)
  t.end()
})

type Born = NonNullable<AppliedBatch["child"]>

t.test("both halves must be able to hold a key", async (t) => {
  const cases: readonly [string, string, string, RegExp | undefined][] = [
    ["", "", "a", undefined],
    ["", "m", "a", undefined],
    ["g", "m", "g\0", undefined],
    ["g", "m", "l", undefined],
    ["", "", "", /is the start of range 7/],
    ["g", "m", "g", /is the start of range 7/],
    ["g", "m", "", /does not lie in range 7/],
    ["g", "m", "f", /does not lie in range 7/],
    ["g", "m", "m", /does not lie in range 7/],
    ["g", "m", "z", /does not lie in range 7/],
  ]
  for (const [start, end, at, message] of cases) {
    const what = JSON.stringify([start, end, at])
    const range = { ...whole, start: bytesOf(start), end: bytesOf(end) }
    const refusal = splitRefusal(range, bytesOf(at))
    if (message === undefined) t.equal(refusal, undefined, what)
    else t.match(refusal, { code: "invalid_argument", message }, what)
  }
})

t.test("a split that is refused changes nothing but log time", async (t) => {
  const script = new Script()
  script.run(put("a", "1"), put("z", "1"))
  script.split("m")
  const { descriptor } = script.range.machine.state
  for (const at of ["", "m", "z"]) {
    const time = script.nextTime
    t.equal(codeOf(script.split(at)), "invalid_argument", at)
    t.same(script.range.machine.state.descriptor, descriptor)
    t.equal(script.range.machine.state.time, time)
  }
  t.equal(script.range.children.length, 1)
  t.equal(codeOf(script.one(put("b", "1"))), "put", "at the version that it still has")
})

t.test("the split key is kept apart from the entry that brought it", async (t) => {
  const entry = splitEntry(1, "m")
  const one = machine()
  const { child } = one.apply([entry], nothing)
  entry.command.at.fill(0)
  t.equal(textOf(one.state.descriptor.end), "m")
  t.equal(textOf(child?.state.descriptor.start ?? bytesOf("")), "m")
})

t.test("a split is a batch by itself", async (t) => {
  const planned = (...entries: CommandEntry[]) => machine().plan(entries).count
  const empty = { index: 2, term: 1, command: undefined }
  t.equal(planned(splitEntry(1, "m"), putEntry(2, "a")), 1)
  t.equal(planned(splitEntry(1, "m"), splitEntry(2, "f")), 1)
  t.equal(planned(splitEntry(1, "m"), empty), 1)
  t.equal(planned(putEntry(1, "a"), empty, splitEntry(3, "m"), putEntry(4, "a")), 2)
  t.same(machine().plan([splitEntry(1, "m")]), { count: 1, keys: [], purged: [], spans: [] })
  throws(() => machine().apply([splitEntry(1, "m"), putEntry(2, "a")], nothing), InvariantViolation)
  throws(() => machine().apply([putEntry(1, "a"), splitEntry(2, "m")], nothing), InvariantViolation)
})

t.test("a batch without a split bears nothing, nor does the next one after a split", async (t) => {
  const one = machine()
  t.equal(one.apply([putEntry(1, "a")], nothing).child, undefined)
  t.not(one.apply([splitEntry(2, "m")], nothing).child, undefined)
  t.equal(one.apply([splitEntry(3, "z", { rangeVersion: 2 })], nothing).child, undefined)
  t.equal(one.apply([{ index: 4, term: 1, command: undefined }], nothing).child, undefined)
})

/** What late commands leave behind on a range that was split meanwhile. */
function late(variant?: RangeVariant) {
  const script = new Script(variant === undefined ? {} : { variant })
  script.run(put("a", "1", { ttlMs: 1 }), put("b", "1"), put("z", "1"))
  script.split("m")
  const before = { sessions: script.range.machine.sessions, keys: script.keys }
  const results = script.runAs(
    1,
    put("c", "late", { id: request(1, 1) }),
    put("z", "late"),
    remove("b"),
    increment("n", 1n, request(2, 1)),
    swap("b", "1", "late"),
    removeRange("", ""),
  )
  script.purgeAs(1, "a")
  const again = script.split("f", 9, 1)
  return { script, before, codes: [...results, again].map(codeOf) }
}

t.test("a command of another version has no effect, and log time goes on (rule 43)", async (t) => {
  const { script, before, codes } = late()
  t.same(codes, Array(7).fill("range_changed"))
  t.equal(script.keys, before.keys)
  t.equal(script.value("b"), "1")
  t.same(script.range.machine.sessions, before.sessions)
  t.equal(script.range.children.length, 1)
  t.equal(script.range.machine.state.time, script.nextTime - 4_096)
  const early = new Script()
  t.same(early.runAs(2, put("a", "1")).map(codeOf), ["range_changed"], "of a version to come, too")
  t.equal(early.keys, "")
  t.same(early.run(put("a", "1")).map(codeOf), ["put"])
})

t.test("log time passes over a late command as if it had been applied", async (t) => {
  const applied = machine()
  const passed = machine()
  const operations = [put("a", "1"), put("b", "1"), put("c", "1")]
  for (const [one, rangeVersion] of [
    [applied, 1],
    [passed, 2],
  ] as const) {
    const command = { type: "batch" as const, time: 10, rangeVersion, operations }
    one.apply([{ index: 1, term: 1, command }], nothing)
  }
  t.same(passed.state, applied.state)
  t.equal(passed.state.time, 12)
})

t.test("a late request was not applied: its retry is", async (t) => {
  const script = new Script()
  script.split("m")
  const write = increment("n", 1n, request(1, 1))
  t.same(script.runAs(1, write).map(codeOf), ["range_changed"])
  t.equal(codeOf(script.child.one(write)), "increment")
  t.equal(script.child.value("n"), "1")
})

t.test("apply-without-epoch-check is seen by what a late command does", async (t) => {
  const { script, before, codes } = late("apply-without-epoch-check")
  t.notSame(codes, Array(7).fill("range_changed"))
  t.not(script.keys, before.keys)
  t.notSame(script.range.machine.sessions, before.sessions)
})

/** First results of writes on both sides of a border to come, and those of their retries. */
function retried(variant?: RangeVariant) {
  const script = new Script({
    limits: defaultLimits,
    ...(variant === undefined ? {} : { variant }),
  })
  const left = [
    increment("a", 1n, request(1, 1)),
    swap("a", "else", "x", { id: request(1, 2) }),
    removeRange("b", "c", request(1, 3)),
  ]
  const right = [
    put("y", "1", { id: request(1, 4) }),
    increment("n", 1n, request(1, 5)),
    remove("y", request(1, 6)),
    increment("y", 1n, request(2, 1)),
  ]
  const first = [script.run(...left), script.run(...right)]
  script.split("m")
  const { child } = script
  child.one(increment("n", 10n))
  const retry = () => [script.run(...left), child.run(...right)]
  return { script, child, first, retry }
}

t.test("a retry gets the first result, on whichever half it belongs to by now (rule 54)", (t) => {
  const { script, child, first, retry } = retried()
  t.same(retry(), first)
  for (const half of [script, child]) half.range.restart()
  t.same(retry(), first)
  t.equal(script.value("a"), "1")
  t.equal(child.value("n"), "11")
  t.end()
})

t.test("split-without-sessions is seen by a retry on the new range", async (t) => {
  const { child, first, retry } = retried("split-without-sessions")
  const again = retry()
  t.same(again[0], first[0])
  t.notSame(again[1], first[1])
  t.equal(child.value("n"), "12")
})

t.test("the sessions of both halves are the same, and from then on each its own", async (t) => {
  const script = new Script()
  for (const client of [1, 2, 3, 4]) script.one(put("a", "1", { id: request(client, 1) }))
  script.split("m")
  const { child } = script
  t.same(child.range.machine.sessions, script.range.machine.sessions)
  t.equal(codeOf(child.one(put("z", "1", { id: request(1, 1) }))), "session_forgotten")
  child.one(put("z", "1", { id: request(2, 2, 2) }))
  t.equal(codeOf(script.one(put("a", "2", { id: request(2, 1) }))), "put")
  t.equal(codeOf(child.one(put("z", "2", { id: request(2, 1) }))), "session_forgotten")
  script.one(put("a", "1", { id: request(5, 1) }))
  t.notSame(child.range.machine.sessions, script.range.machine.sessions)
  const before = child.range.machine.sessions
  child.range.restart()
  t.same(child.range.machine.sessions, before)
})

t.test("all results of a new range are in one chunk, dropped when nobody needs it", async (t) => {
  const script = new Script()
  script.one(put("a", "1", { id: request(1, 1) }))
  script.one(put("z", "1", { id: request(2, 1) }))
  script.split("m")
  const { child } = script
  t.same(script.range.chunkIndexes, [1, 2])
  t.same(child.range.chunkIndexes, [3], "named by the index that both begin at")
  child.one(put("z", "1", { id: request(1, 2, 2) }))
  t.same(child.range.chunkIndexes, [3, 4])
  child.one(put("z", "1", { id: request(2, 2, 2) }))
  t.same(child.range.chunkIndexes, [4, 5])
  const bare = new Script()
  bare.split("m")
  t.same(bare.child.range.chunkIndexes, [])
})

t.test("a delete-range says where it leaves the range", async (t) => {
  const script = new Script()
  script.run(...["a", "b", "c", "n", "o"].map((key) => put(key, "1")))
  script.split("m")
  const cases: readonly [Script, string, string, number, string | undefined][] = [
    [script, "b", "c", 1, undefined],
    [script, "b", "m", 1, undefined],
    [script, "b", "n", 0, "m"],
    [script, "a", "", 1, "m"],
    [script.child, "m", "o", 1, undefined],
    [script.child, "m", "", 1, undefined],
  ]
  for (const [half, start, end, deleted, resume] of cases) {
    const what = `${start} to ${end}`
    const result = half.one(removeRange(start, end))
    t.match(result, { type: "deleteRange", deleted, more: resume !== undefined }, what)
    t.equal(result.type === "deleteRange" && textOf(result.resumeKey), resume ?? "", what)
  }
})

t.test("a delete-range that is full says so first, then comes to the border", async (t) => {
  const script = new Script()
  script.run(...["a", "b", "c", "d", "e", "z"].map((key) => put(key, "1")))
  script.split("m")
  t.match(script.one(removeRange("", "")), { deleted: 4, more: true, resumeKey: bytesOf("e") })
  t.match(script.one(removeRange("e", "")), { deleted: 1, more: true, resumeKey: bytesOf("m") })
  t.match(script.child.one(removeRange("m", "")), { deleted: 1, more: false })
})

t.test("a write to a key of the other half is a broken promise of the leader", async () => {
  const split = () => {
    const script = new Script()
    script.split("m")
    return script
  }
  throws(() => split().one(put("m", "1")), InvariantViolation)
  throws(() => split().one(removeRange("z", "")), InvariantViolation)
  throws(() => split().child.one(put("a", "1")), InvariantViolation)
})
