import { throws } from "node:assert/strict"
import t from "tap"
import { InvariantViolation } from "../../../src/base/index.ts"
import { defaultLimits } from "../../../src/base/limits.ts"
import {
  type CommandEntry,
  checkRange,
  type OperationResult,
  RangeMachine,
  type RequestId,
  type WriteOperation,
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
  TestRange,
  textOf,
} from "./test-range.ts"

const nothing = { cell: () => undefined, keysOf: () => [] }

function machine(): RangeMachine {
  return new RangeMachine({ state: emptyState, sessions: noSessions, limits: smallLimits })
}

function entry(index: number, time: number, ...operations: WriteOperation[]): CommandEntry {
  return { index, term: 1, command: { type: "batch", time, rangeVersion: 1, operations } }
}

function codes(results: readonly OperationResult[]): readonly string[] {
  return results.map((result) => (result.type === "error" ? result.code : result.type))
}

t.test("blind writes are applied without fetching anything", async (t) => {
  const plan = machine().plan([
    entry(1, 10, put("a", "1", { id: request(1, 1) }), remove("b")),
    { index: 2, term: 1, command: undefined },
  ])
  t.same(plan, { count: 2, keys: [], purged: [], spans: [] })
})

t.test("a plan names the cells that must be known", async (t) => {
  const { count, keys, purged, spans } = machine().plan([
    entry(1, 10, put("a", "1"), increment("n", 1n), swap("s", undefined, "1")),
    {
      index: 2,
      term: 1,
      command: { type: "purge", time: 20, rangeVersion: 1, keys: [bytesOf("p")] },
    },
  ])
  t.equal(count, 2)
  t.same(keys.map(textOf), ["n", "s"])
  t.same(purged.map(textOf), ["p"])
  t.same(spans, [])
})

t.test("an entry with a delete-range begins a batch", async (t) => {
  const range = entry(2, 20, removeRange("a", "b"), removeRange("", ""))
  const entries = [entry(1, 10, put("a", "1")), range, entry(3, 30, put("b", "1"))]
  t.equal(machine().plan(entries).count, 1)
  t.same(machine().plan(entries.slice(1)), {
    count: 2,
    keys: [],
    purged: [],
    spans: [
      { start: bytesOf("a"), end: bytesOf("b"), keysMax: 3 },
      { start: bytesOf(""), end: bytesOf(""), keysMax: 3 },
    ],
  })
  throws(() => machine().apply(entries, nothing), InvariantViolation)
})

t.test("what one plan fetches is bounded", async (t) => {
  const counters = Array.from({ length: 600 }, (_, i) => increment(`n${i}`, 1n))
  const entries = [1, 2, 3, 4].map((index) => entry(index, 10_000 * index, ...counters))
  t.match(machine().plan(entries), { count: 2, keys: { length: 1_200 } })
  t.match(machine().plan(entries, 2_000), { count: 4 })
  t.match(machine().plan(entries, 1), { count: 1 }, "where cells are large")
})

t.test("entries are applied in order, each once (rule 16)", async (t) => {
  const applied = machine()
  applied.apply([entry(1, 10, put("a", "1"))], nothing)
  for (const wrong of [1, 3]) {
    const copy = machine()
    copy.apply([entry(1, 10)], nothing)
    throws(() => copy.apply([entry(wrong, 20)], nothing), InvariantViolation)
  }
  t.match(applied.state, { index: 1, term: 1, time: 10 })
  throws(() => machine().apply([], nothing), InvariantViolation)
})

t.test("terms never fall and stamps always grow", async () => {
  const command = entry(2, 20).command
  const later = () => {
    const one = machine()
    one.apply([{ ...entry(1, 10, put("a", "1"), put("a", "2")), term: 5 }], nothing)
    return one
  }
  throws(() => later().apply([{ index: 2, term: 4, command }], nothing), InvariantViolation)
  throws(() => later().apply([{ ...entry(2, 11), term: 5 }], nothing), InvariantViolation)
  later().apply([{ ...entry(2, 12), term: 5 }], nothing)
})

t.test("an entry without command moves the index alone", async (t) => {
  const one = machine()
  one.apply([entry(1, 10, put("a", "1"))], nothing)
  const batch = one.apply([{ index: 2, term: 3, command: undefined }], nothing)
  t.match(batch, { cells: [], results: [[]], state: { index: 2, term: 3, time: 10 } })
})

t.test("a configuration becomes part of the state with its entry", async (t) => {
  const one = machine()
  const configuration = { ...emptyState.configuration, learners: [4] }
  one.withConfiguration(configuration, 1)
  t.same(one.state, emptyState)
  const batch = one.apply([{ index: 1, term: 1, command: undefined }], nothing)
  t.equal(batch.state.configuration, configuration)
  const next = one.apply([entry(2, 10, put("a", "1"))], nothing)
  t.equal(next.state.configuration, configuration)
  throws(() => one.withConfiguration(configuration, 2), InvariantViolation)
})

t.test("reads are judged by log time", async (t) => {
  const script = new Script()
  script.one(put("a", "1", { ttlMs: 2 }))
  t.equal(script.value("a"), "1")
  script.empty()
  t.equal(script.value("a"), "1", "an entry without command moves no time")
  script.one(remove("x"))
  t.equal(script.value("a"), "1")
  script.one(remove("x"))
  t.equal(script.value("a"), undefined)
  t.equal(script.range.machine.visible(undefined), undefined)
})

t.test("a retry gets the first result, whatever happened since (rule 54)", async (t) => {
  const id = (sequence: number) => request(1, sequence)
  const writes: readonly WriteOperation[] = [
    put("a", "1", { id: id(1) }),
    remove("a", id(2)),
    swap("a", undefined, "2", { id: id(3) }),
    swap("a", "else", "3", { id: id(4) }),
    increment("n", 5n, id(5)),
    increment("a", 2n ** 63n - 1n, id(6)),
    removeRange("a", "b", id(7)),
    removeRange("c", "d", id(8)),
  ]
  const script = new Script({ limits: defaultLimits })
  const first = writes.map((write) => script.one(write))
  t.same(codes(first).slice(5), ["number_overflow", "deleteRange", "deleteRange"])
  script.run(put("a", "9"), put("n", "9"))
  t.same(
    writes.map((write) => script.one(write)),
    first,
  )
  script.range.restart()
  t.same(script.run(...writes), first)
  t.equal(script.value("a"), "9")
  t.equal(script.value("n"), "9")
})

t.test("a retry within the same entry is a retry too", async (t) => {
  const script = new Script()
  const time = script.nextTime
  const twice = increment("n", 1n, request(1, 1))
  const result = { type: "increment", value: 1n, version: time }
  t.same(script.run(twice, twice, twice), [result, result, result])
})

t.test("a request id that names another operation is refused", async (t) => {
  const script = new Script()
  script.one(put("a", "1", { id: request(1, 1) }))
  t.same(codes(script.run(remove("a", request(1, 1)))), ["invalid_argument"])
  t.equal(script.value("a"), "1")
  script.one(swap("a", "1", "text", { id: request(1, 2) }))
  t.same(codes(script.run(increment("a", 1n, request(1, 2)))), ["invalid_argument"])
})

t.test("acknowledged results are let go, and their retries refused", async (t) => {
  const script = new Script()
  for (const sequence of [1, 2, 3]) script.one(increment("n", 1n, request(1, sequence)))
  t.same(script.range.chunkIndexes, [1, 2, 3])
  script.one(increment("n", 1n, request(1, 4, 3)))
  t.same(script.range.chunkIndexes, [3, 4])
  t.match(script.range.machine.sessions.sessions, [
    { acknowledgedBelow: 3, results: [{ sequence: 3 }, { sequence: 4 }] },
  ])
  const again = script.run(increment("n", 1n, request(1, 2, 2)), increment("n", 1n, request(1, 3)))
  t.same(codes(again), ["session_forgotten", "increment"])
  t.equal(script.value("n"), "4")
  script.one(put("a", "1", { id: request(1, 2 ** 50, 2 ** 50) }))
  t.match(script.range.machine.sessions.sessions, [{ results: { length: 1 } }])
})

t.test("more results than a session may have are refused, without effect", async (t) => {
  const script = new Script()
  const results = script.run(
    ...[1, 2, 3, 4].map((sequence) => increment("n", 1n, request(1, sequence))),
  )
  t.same(codes(results), ["increment", "increment", "increment", "overloaded"])
  t.equal(script.value("n"), "3")
  t.match(script.one(increment("n", 1n, request(1, 4, 2))), { value: 4n }, "once there is room")
  t.match(script.one(increment("n", 1n, request(1, 4, 2))), { value: 4n })
  t.match(script.one(increment("n", 1n, request(2, 1))), { value: 5n }, "others have room")
})

t.test("results that weigh much fill a session sooner", async (t) => {
  const script = new Script({ limits: defaultLimits })
  script.one(put("big", "x".repeat(1_024 * 1_024)))
  const failing = (client: number, sequence: number) =>
    swap("big", "else", "y", { id: request(client, sequence) })
  const sequences = Array.from({ length: 20 }, (_, i) => i + 1)
  const filling = codes(script.run(...sequences.map((sequence) => failing(1, sequence))))
  t.equal(filling.indexOf("overloaded"), 16)
  t.equal(filling.lastIndexOf("compareAndSwap"), 15)
  for (const client of [2, 3, 4]) {
    script.run(...sequences.slice(0, 16).map((sequence) => failing(client, sequence)))
  }
  t.equal(script.range.machine.sessions.sessions.length, 3, "all together weigh too much")
  t.same(codes(script.run(failing(1, 1), failing(2, 1))), ["session_forgotten", "compareAndSwap"])
})

t.test("the session used least recently is forgotten, by log order (rule 56)", async (t) => {
  const script = new Script()
  const write = (client: number, sequence: number, acknowledgedBelow = 0) =>
    increment("n", 1n, request(client, sequence, acknowledgedBelow))
  for (const client of [1, 2, 3]) script.one(write(client, 1))
  script.one(write(1, 2))
  script.one(write(4, 1))
  t.same(clients(script.range), [3, 1, 4])
  t.same(codes(script.run(write(2, 1))), ["session_forgotten"], "its retry is not executed")
  t.same(codes(script.run(write(2, 2))), ["session_forgotten"], "nor is anything of it")
  t.equal(script.value("n"), "5")
  script.range.restart()
  t.same(codes(script.run(write(2, 1))), ["session_forgotten"])
})

function clients(range: TestRange): readonly number[] {
  return range.machine.sessions.sessions.map(({ clientId }) => clientId[0] as number)
}

t.test(
  "of sessions used by one entry the smallest id is the oldest, also after a restart",
  async (t) => {
    const write = (client: number) => put("a", "1", { id: request(client, 1) })
    for (const restart of [false, true]) {
      const script = new Script()
      script.run(write(7), write(3), write(5))
      if (restart) script.range.restart()
      script.run(write(4))
      t.same(clients(script.range), [5, 7, 4])
      script.run(write(9), write(8))
      t.same(clients(script.range), [4, 8, 9])
    }
  },
)

t.test("who acknowledged something had a session once", async (t) => {
  const script = new Script()
  const results = script.run(
    put("a", "1", { id: request(1, 9, 2) }),
    put("b", "1", { id: request(2, 9, 1) }),
    put("c", "1", { id: request(3, 1, 0) }),
  )
  t.same(codes(results), ["session_forgotten", "put", "put"])
  t.equal(script.keys, "b c")
})

t.test("only so many forgotten clients are remembered", async (t) => {
  const limits = { ...smallLimits, sessionsMax: 1 }
  const script = new Script({ limits })
  for (let client = 1; client <= 7; client += 1)
    script.one(put("a", "1", { id: request(client, 1) }))
  const { forgotten } = script.range.machine.sessions
  t.same(
    forgotten.map(({ clientId, time }) => [clientId[0], time / 4_096]),
    [
      [3, 4],
      [4, 5],
      [5, 6],
      [6, 7],
    ],
  )
  script.range.restart()
  t.same(script.range.machine.sessions.forgotten, forgotten)
})

t.test("a session that comes and goes within one batch leaves nothing behind", async (t) => {
  const limits = { ...smallLimits, sessionsMax: 1 }
  const range = new TestRange({ limits })
  const visits = [1, 2, 3, 4, 5, 6, 1, 7, 1]
  const entries = visits.map((client, at) =>
    entry(at + 1, 10 * (at + 1), put("a", "1", { id: request(client, 1) })),
  )
  range.apply(entries)
  const before = range.machine.sessions
  t.equal(before.sessions.length, 1)
  t.equal(before.forgotten.length, 4)
  range.restart()
  t.same(range.machine.sessions, before)
})

t.test("a session that comes back within one batch comes back empty", async (t) => {
  const range = new TestRange({ limits: { ...smallLimits, sessionsMax: 1 } })
  const visits = [1, 2, 3, 4, 5, 6].map((client) => put("a", "1", { id: request(client, 1) }))
  visits.push(put("a", "1", { id: request(1, 2) }))
  range.apply(visits.map((write, at) => entry(at + 1, 10 * (at + 1), write)))
  range.restart()
  t.match(range.machine.sessions.sessions, [
    { createdIndex: 7, results: { length: 1, 0: { sequence: 2 } } },
  ])
})

t.test("an image restores exactly the table that wrote it", async (t) => {
  const script = new Script()
  const id = (sequence: number): { id: RequestId } => ({ id: request(1, sequence, sequence - 2) })
  script.run(put("a", "1", { id: request(1, 1) }), swap("a", "x", "y", { id: request(2, 1) }))
  script.one(increment("a", 1n, request(3, 1)))
  script.one(put("b", "1", id(2)))
  script.one(put("c", "1", id(3)))
  const table = script.range.machine.sessions
  const { machine: before } = script.range
  script.range.restart()
  t.not(script.range.machine, before)
  t.same(script.range.machine.sessions, table)
  t.same(script.range.machine.state, before.state)
  const forgetful = new TestRange({ variant: "forget-sessions-on-snapshot" })
  forgetful.apply([entry(1, 10, put("a", "1", { id: request(1, 1) }))])
  forgetful.restart()
  t.same(forgetful.machine.sessions.sessions, [])
})

t.test("results of an earlier session of the same client are not taken over", async (t) => {
  const clientId = new Uint8Array(16).fill(1)
  const record = { clientId, createdIndex: 50, lastUsedTime: 50, acknowledgedBelow: 0 }
  const stale = { clientId, sequence: 1, result: { type: "put", version: 7 } } as const
  const image = { sessions: [record], forgotten: [], chunks: [{ index: 40, results: [stale] }] }
  const one = new RangeMachine({
    state: { ...emptyState, index: 60, time: 100 },
    sessions: image,
    limits: smallLimits,
  })
  t.match(one.sessions.sessions, [{ results: [] }])
  one.apply([entry(61, 200)], nothing)
  t.same(one.takeSessions().chunksDropped, [40], "and their chunk is dropped")
})

t.test("what an engine write needs of the sessions is little", async (t) => {
  const one = machine()
  const writes = [1, 2, 3].map((sequence) => put("a", "1", { id: request(1, sequence, sequence) }))
  one.apply([entry(1, 10, ...writes)], nothing)
  const sessions = one.takeSessions()
  t.equal(sessions.sessions.length, 1, "one record a client")
  t.match(
    sessions.chunk,
    { index: 1, results: [{ sequence: 3 }] },
    "no result that is acknowledged",
  )
  one.apply([entry(2, 20, put("a", "2"))], nothing)
  t.same(one.takeSessions(), {
    sessions: [],
    forgotten: [],
    unforgotten: [],
    chunk: undefined,
    chunksDropped: [],
  })
})

t.test("a machine that contradicts itself is noticed", async () => {
  const broken = new RangeMachine({
    state: { ...emptyState, time: 5 },
    sessions: noSessions,
    limits: smallLimits,
  })
  throws(() => checkRange(broken), InvariantViolation)
  const record = {
    ...{ clientId: new Uint8Array(16), createdIndex: 9, lastUsedTime: 9, acknowledgedBelow: 0 },
  }
  const ahead = new RangeMachine({
    state: emptyState,
    sessions: { ...noSessions, sessions: [record] },
    limits: smallLimits,
  })
  throws(() => checkRange(ahead), /created by an entry that was not applied/)
})
