import t from "tap"
import { type KvError, wallMsOf } from "../../../src/base/index.ts"
import { formatDecimal, parseDecimal } from "../../../src/core/range/decimal.ts"
import {
  describeCommand,
  describeOperation,
  describeResult,
  describeState,
  type Operation,
  type OperationResult,
  validateOperation,
  type WriteOperation,
} from "../../../src/core/range/index.ts"
import {
  bytesOf,
  emptyState,
  increment,
  put,
  remove,
  removeRange,
  request,
  Script,
  smallLimits,
  swap,
  textOf,
} from "./test-range.ts"

t.test("put writes a cell whose version is its place in log time", async (t) => {
  const script = new Script()
  const time = script.nextTime
  t.same(script.run(put("a", "1"), put("a", "2"), put("b", "3")), [
    { type: "put", version: time },
    { type: "put", version: time + 1 },
    { type: "put", version: time + 2 },
  ])
  t.match(script.range.visible(bytesOf("a")), { version: time + 1, expiresAtMs: 0 })
  t.equal(script.value("a"), "2")
  t.equal(script.range.machine.state.time, time + 2)
})

t.test("delete removes, and needs nothing to remove", async (t) => {
  const script = new Script()
  script.one(put("a", "1"))
  const time = script.nextTime
  t.same(script.run(remove("a"), remove("never")), [
    { type: "delete", version: time },
    { type: "delete", version: time + 1 },
  ])
  t.equal(script.keys, "")
})

t.test("compare-and-swap", async (t) => {
  const stored = "stored"
  const version = 4_096
  const missed = { swapped: false, version, found: true, value: stored }
  const absent = { swapped: false, version: 0, found: false, value: undefined }
  const cases: readonly [string, WriteOperation, object, string | undefined][] = [
    ["absent, and it is", swap("new", undefined, "x"), { swapped: true, found: false }, stored],
    ["absent, and it is not", swap("key", undefined, "x"), missed, stored],
    ["this version", swap("key", version, "x"), { swapped: true, found: true }, "x"],
    ["another version", swap("key", version + 1, "x"), missed, stored],
    ["a version of nothing", swap("new", version, "x"), absent, stored],
    ["this value", swap("key", stored, "x"), { swapped: true, found: true }, "x"],
    ["another value", swap("key", "store", "x"), missed, stored],
    ["a value of nothing", swap("new", "", "x"), absent, stored],
    ["delete by value", swap("key", stored, undefined), { swapped: true }, undefined],
    ["delete by another value", swap("key", "else", undefined), missed, stored],
    ["delete what is absent", swap("new", undefined, undefined), { swapped: true }, stored],
  ]
  for (const [what, operation, expected, left] of cases) {
    const script = new Script()
    t.match(script.one(put("key", stored)), { version })
    const written = script.nextTime
    const result = script.one(operation) as Extract<OperationResult, { type: "compareAndSwap" }>
    const shown = { ...result, value: result.value && textOf(result.value) }
    t.match(shown, { type: "compareAndSwap", value: undefined, ...expected }, what)
    if (result.swapped) t.equal(result.version, written, what)
    t.equal(script.value("key"), left, what)
  }
})

t.test("compare-and-swap sees what its own entry wrote before it", async (t) => {
  const script = new Script()
  const time = script.nextTime
  const results = script.run(
    swap("a", undefined, "1"),
    swap("a", undefined, "2"),
    swap("a", time, "3"),
    remove("a"),
    swap("a", undefined, "4"),
  )
  t.same(
    results.map((result) => "swapped" in result && result.swapped),
    [true, false, true, false, true],
  )
  t.equal(script.value("a"), "4")
})

t.test("increment", async (t) => {
  const top = 2n ** 63n - 1n
  const cases: readonly [
    string | undefined,
    bigint,
    bigint | "not_a_number" | "number_overflow",
  ][] = [
    [undefined, 5n, 5n],
    [undefined, -5n, -5n],
    ["0", 0n, 0n],
    ["41", 1n, 42n],
    ["-1", 1n, 0n],
    [`${top - 1n}`, 1n, top],
    [`${top}`, 1n, "number_overflow"],
    [`${-top - 1n}`, -1n, "number_overflow"],
    [`${-top - 1n}`, top, -1n],
    ["", 1n, "not_a_number"],
    ["text", 1n, "not_a_number"],
    ["007", 1n, "not_a_number"],
    ["+1", 1n, "not_a_number"],
    ["1.5", 1n, "not_a_number"],
    [`${top + 1n}`, -1n, "not_a_number"],
  ]
  for (const [stored, delta, expected] of cases) {
    const script = new Script()
    if (stored !== undefined) script.one(put("n", stored))
    const version = script.nextTime
    const result = script.one(increment("n", delta))
    const what = `${stored} + ${delta}`
    if (typeof expected === "bigint") {
      t.same(result, { type: "increment", value: expected, version }, what)
      t.equal(script.value("n"), expected.toString(), what)
    } else {
      t.match(result, { type: "error", code: expected }, what)
      t.equal(script.value("n"), stored, what)
    }
  }
})

t.test("increments of one entry add up", async (t) => {
  const script = new Script()
  script.run(increment("n", 1n), increment("n", 10n), increment("m", 7n), increment("n", 100n))
  t.equal(script.value("n"), "111")
  t.equal(script.value("m"), "7")
})

t.test("counters are text in one form", async (t) => {
  const accepted = ["0", "7", "-7", "9223372036854775807", "-9223372036854775808"]
  for (const text of accepted) {
    t.equal(parseDecimal(bytesOf(text)), BigInt(text))
    t.equal(textOf(formatDecimal(BigInt(text))), text)
  }
  const refused = ["", "-", "-0", "00", "01", "+1", " 1", "1 ", "1e3", "0x1", "١"]
  const tooBig = ["9223372036854775808", "-9223372036854775809", "99999999999999999999"]
  for (const text of [...refused, ...tooBig]) t.equal(parseDecimal(bytesOf(text)), undefined, text)
})

t.test("what expired by log time is gone for every operation (rule 55)", async (t) => {
  const ttlMs = 10
  const script = new Script()
  script.run(put("a", "1", { ttlMs }), put("b", "1", { ttlMs }), put("c", "1", { ttlMs }))
  t.match(script.range.visible(bytesOf("a")), { expiresAtMs: wallMsOf(4_096) + ttlMs })
  script.pass(8)
  t.match(script.one(swap("a", undefined, "x")), { swapped: false, found: true })
  t.equal(script.value("b"), "1")
  t.match(script.one(swap("a", undefined, "x")), { swapped: true, found: false })
  t.match(script.one(increment("c", 5n)), { value: 5n })
  t.equal(script.value("b"), undefined)
  t.equal(script.value("a"), "x")
  t.equal(script.keys, "a b c")
})

t.test("a time to live ends with the value it was given to", async (t) => {
  const script = new Script()
  script.one(put("put", "1", { ttlMs: 5 }))
  script.one(put("count", "1", { ttlMs: 10 }))
  script.one(swap("swap", undefined, "1", { ttlMs: 5 }))
  script.run(put("put", "2"), swap("swap", "1", "2"), increment("count", 1n))
  script.pass(20)
  script.empty()
  script.one(remove("unrelated"))
  t.equal(script.value("put"), "2")
  t.equal(script.value("swap"), "2")
  t.equal(script.value("count"), undefined, "a counter keeps its expiry")
})

t.test("a purge removes what expired by its time, and nothing else (rule 55)", async (t) => {
  const script = new Script()
  script.run(put("due", "1", { ttlMs: 5 }), put("renewed", "1", { ttlMs: 5 }))
  script.run(put("later", "1", { ttlMs: 500 }), put("never", "1"))
  script.one(put("renewed", "2"))
  script.pass(5)
  script.purge("due", "renewed", "later", "never", "unknown")
  t.equal(script.keys, "later never renewed")
  t.equal(script.range.machine.state.time, script.nextTime - 4_096)
})

t.test("delete-range removes in order, a limited number, and says where to go on", async (t) => {
  const script = new Script()
  script.run(...[..."abcdefgh"].map((key) => put(key, "1")))
  const version = script.nextTime
  t.same(script.one(removeRange("b", "")), {
    ...{ type: "deleteRange", deleted: 4, version, resumeKey: bytesOf("f"), more: true },
  })
  t.equal(script.keys, "a f g h")
  t.match(script.one(removeRange("f", "h")), { deleted: 2, more: false, resumeKey: bytesOf("") })
  t.match(script.one(removeRange("x", "y")), { deleted: 0, more: false })
  t.match(script.one(removeRange("a", "a")), { deleted: 0, more: false })
  t.equal(script.keys, "a h")
  t.match(script.one(removeRange("", "")), { deleted: 2, more: false })
  t.equal(script.keys, "")
})

t.test("delete-range sees what its own entry wrote before it", async (t) => {
  const script = new Script()
  script.run(put("a", "1"), put("c", "1"), put("e", "1"))
  const results = script.run(
    put("b", "2"),
    put("z", "2"),
    remove("c"),
    put("a", "2"),
    removeRange("a", "f"),
    put("d", "3"),
  )
  t.match(results[4], { deleted: 3, more: false })
  t.equal(script.keys, "d z")
})

t.test("delete-ranges of one entry share what may be fetched", async (t) => {
  const script = new Script()
  script.run(...[..."abcdefgh"].map((key) => put(key, "1")))
  const results = script.run(removeRange("a", ""), removeRange("a", ""), removeRange("e", "f"))
  t.match(results, [
    { deleted: 1, more: true, resumeKey: bytesOf("b") },
    { deleted: 0, more: true, resumeKey: bytesOf("b") },
    { deleted: 1, more: false },
  ])
  t.equal(script.keys, "b c d f g h")
})

const limits = { ...smallLimits, keyBytesMax: 4, valueBytesMax: 6, ttlMsMax: 1_000 }

t.test("validation refuses what could not be executed", async (t) => {
  const id = request(1, 5)
  const get = (key: string): Operation => ({
    ...{ type: "get", key: bytesOf(key), consistency: "stale" },
  })
  const scan = (start: string, end: string, limit = 0): Operation => ({
    ...{ type: "scan", start: bytesOf(start), end: bytesOf(end), limit },
    ...{ reverse: false, keysOnly: false, consistency: "stale" },
  })
  const split = (at: string): Operation => ({ type: "split", at: bytesOf(at), childId: 9 })
  const counted = { type: "increment", key: bytesOf("k"), delta: 1n, requestId: undefined } as const
  const cases: readonly [Operation, RegExp | undefined][] = [
    [put("key", "value", { id }), undefined],
    [put("four", "sixsix", { ttlMs: 1_000 }), undefined],
    [put("", "v"), /^invalid_argument: the key is empty/],
    [put("fivef", "v"), /^too_large: the key has 5 bytes, at most 4/],
    [put("k", "sevenxx"), /^too_large: the value has 7 bytes, at most 6/],
    [put("k", "v", { ttlMs: -1 }), /^invalid_argument: ttl_ms is -1/],
    [put("k", "v", { ttlMs: 1_001 }), /^invalid_argument: ttl_ms is 1001/],
    [put("k", "v", { ttlMs: 0.5 }), /^invalid_argument: ttl_ms is 0.5/],
    [remove(""), /^invalid_argument: the key is empty/],
    [remove("k"), undefined],
    [swap("k", undefined, undefined), undefined],
    [swap("", undefined, "v"), /^invalid_argument: the key is empty/],
    [swap("k", "sevenxx", "v"), /^too_large: the value has 7 bytes/],
    [swap("k", undefined, "sevenxx"), /^too_large: the value has 7 bytes/],
    [swap("k", 0, "v"), /^invalid_argument: expect_version is not the version/],
    [swap("k", 7, "v", { ttlMs: -7 }), /^invalid_argument: ttl_ms is -7/],
    [increment("k", 2n ** 63n - 1n), undefined],
    [increment("k", 2n ** 63n), /^invalid_argument: delta does not fit/],
    [increment("k", -(2n ** 63n) - 1n), /^invalid_argument: delta does not fit/],
    [increment("", 1n), /^invalid_argument: the key is empty/],
    [{ ...counted, ttlMs: -1 }, /^invalid_argument: ttl_ms is -1/],
    [{ ...counted, ttlMs: 2 ** 53 - 1 }, /^invalid_argument: ttl_ms is 9007199254740991/],
    [{ ...counted, ttlMs: 1_000 }, undefined],
    [get("k"), undefined],
    [get(""), /^invalid_argument: the key is empty/],
    [scan("", ""), undefined],
    [scan("a", "a"), undefined],
    [scan("fivef", ""), undefined],
    [scan("sixsix", ""), /^too_large: start or end has 6 bytes, at most 5/],
    [scan("b", "a"), /^invalid_argument: start is after end/],
    [scan("", "", -1), /^invalid_argument: limit is -1/],
    [split("four"), undefined],
    [split(""), /^invalid_argument: the key is empty/],
    [split("fivef"), /^too_large: the key has 5 bytes/],
    [removeRange("a", "b", id), undefined],
    [removeRange("b", "a"), /^invalid_argument: start is after end/],
    [removeRange("", "sixsix"), /^too_large: start or end has 6 bytes/],
    [put("k", "v", { id: { ...id, clientId: new Uint8Array(15) } }), /client_id has 15 bytes/],
    [remove("k", { ...id, sequence: 0 }), /sequence is 0: it counts from 1/],
    [increment("k", 1n, { ...id, acknowledgedBelow: 6 }), /acknowledged_below must not be above/],
    [swap("k", 1, "v", { id: { ...id, acknowledgedBelow: -1 } }), /acknowledged_below must not/],
    [removeRange("", "", { ...id, sequence: 2 ** 53 }), /^invalid_argument: request_id.sequence/],
  ]
  for (const [operation, message] of cases) {
    const error = validateOperation(operation, limits)
    const said = error === undefined ? undefined : describeError(error)
    if (message === undefined) t.equal(said, undefined, describeOperation(operation))
    else t.match(said, message, describeOperation(operation))
  }
})

function describeError(error: KvError): string {
  return `${error.code}: ${error.message}`
}

t.test("everything can be described", async (t) => {
  const id = request(0xab, 7, 3)
  const operations: readonly [Operation, string][] = [
    [put("k", "v", { ttlMs: 5 }), 'put "k" = "v" ttl 5ms'],
    [put("k", 'say "x"'), 'put "k" = 0x736179202278 22'.replace(" 22", "22")],
    [remove("k", id), 'delete "k" [request abababab…:7, below 3 acknowledged]'],
    [swap("k", undefined, "v"), 'compareAndSwap "k" if absent = "v"'],
    [swap("k", 7, undefined), 'compareAndSwap "k" if version 7 = deleted'],
    [swap("k", "old", "v"), 'compareAndSwap "k" if value "old" = "v"'],
    [increment("n", -3n), 'increment "n" by -3'],
    [removeRange("a", ""), 'deleteRange ["a", end)'],
    [{ type: "get", key: bytesOf("k"), consistency: "lease" }, 'get "k" lease'],
    [
      {
        ...{ type: "scan", start: bytesOf("a"), end: bytesOf("b"), limit: 3 },
        ...{ reverse: true, keysOnly: true, consistency: "stale" },
      },
      'scan ["a", "b") limit 3 reverse keys only stale',
    ],
    [{ type: "split", at: bytesOf("m"), childId: 9 }, 'split at "m" into range 9'],
  ]
  for (const [operation, text] of operations) t.equal(describeOperation(operation), text)
  t.match(describeOperation(put("k", "x".repeat(99))), /"x{40}"… \(99 bytes\)$/)
  const results: readonly [OperationResult, string][] = [
    [{ type: "put", version: 5 }, "put at 5"],
    [{ type: "get", cell: undefined }, "get: not found"],
    [{ type: "get", cell: { value: bytesOf("v"), version: 5, expiresAtMs: 0 } }, 'get: "v" at 5'],
    [
      { type: "compareAndSwap", swapped: false, version: 5, found: true, value: bytesOf("v") },
      'compareAndSwap: not swapped at 5, is "v"',
    ],
    [
      { type: "compareAndSwap", swapped: true, version: 5, found: true, value: undefined },
      "compareAndSwap: swapped at 5",
    ],
    [
      { type: "compareAndSwap", swapped: false, version: 0, found: false, value: undefined },
      "compareAndSwap: not found at 0",
    ],
    [{ type: "increment", value: 5n, version: 6 }, "increment: 5 at 6"],
    [
      { type: "deleteRange", deleted: 3, version: 5, resumeKey: bytesOf("d"), more: true },
      'deleteRange: 3 at 5, more from "d"',
    ],
    [{ type: "scan", cells: [], resumeKey: bytesOf(""), more: false }, "scan: 0 cells"],
    [
      { type: "scan", cells: [], resumeKey: bytesOf("d"), more: true },
      'scan: 0 cells, more from "d"',
    ],
    [
      {
        type: "split",
        left: { ...emptyState.descriptor, end: bytesOf("m"), version: 2 },
        right: { ...emptyState.descriptor, rangeId: 9, start: bytesOf("m"), version: 2 },
      },
      'split: range 7 of keyspace 1 ["", "m") v2, range 9 of keyspace 1 ["m", end) v2',
    ],
    [{ type: "error", code: "overloaded", message: "later" }, "overloaded: later"],
  ]
  for (const [result, text] of results) t.equal(describeResult(result), text)
  const at = `4096 (${wallMsOf(4_096)}ms)`
  t.equal(
    describeCommand({
      type: "purge",
      time: 4_096,
      rangeVersion: 1,
      keys: [bytesOf("a"), bytesOf("b")],
    }),
    `purge at ${at}: "a", "b"`,
  )
  t.equal(
    describeCommand({
      ...{ type: "batch", time: 4_096, rangeVersion: 1 },
      operations: [put("a", "1"), remove("b")],
    }),
    `batch at ${at}: put "a" = "1"; delete "b"`,
  )
  t.equal(
    describeCommand({
      ...{ type: "split", time: 4_096, rangeVersion: 1 },
      ...{ at: bytesOf("m"), childId: 9 },
    }),
    `split at ${at}: "m" into range 9`,
  )
  t.match(describeState(emptyState), /^applied 0 of term 0 at 0 /)
})
