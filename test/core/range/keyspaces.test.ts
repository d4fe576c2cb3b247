/** Keyspaces that are added: the record, the first range, retries, names that are taken. */
import { throws } from "node:assert/strict"
import t from "tap"
import { InvariantViolation } from "../../../src/base/index.ts"
import {
  type CommandEntry,
  type OperationResult,
  RangeMachine,
  type WriteOperation,
} from "../../../src/core/range/index.ts"
import {
  addKeyspace,
  bytesOf,
  emptyState,
  noSessions,
  put,
  removeRange,
  request,
  Script,
  smallLimits,
  swap,
} from "./test-range.ts"

const nothing = { cell: () => undefined, keysOf: () => [] }
const none = bytesOf("")

function entry(index: number, ...operations: WriteOperation[]): CommandEntry {
  const command = { type: "batch" as const, time: 10 * index, rangeVersion: 1, operations }
  return { index, term: 1, command }
}

function machine(): RangeMachine {
  return new RangeMachine({ state: emptyState, sessions: noSessions, limits: smallLimits })
}

function codeOf(result: OperationResult | undefined): string {
  return result?.type === "error" ? result.code : (result?.type ?? "nothing")
}

t.test("a keyspace is added with its record and its first range, whole and empty", async (t) => {
  const script = new Script()
  script.run(put("a", "1"), put("z", "2"))
  const version = script.nextTime
  const range = { ...{ rangeId: 9, keyspaceId: 9, version: 1, configVersion: 0 } }
  t.same(script.one(addKeyspace("users", 9)), {
    ...{ type: "addKeyspace", version, range: { ...range, start: none, end: none } },
  })
  t.equal(script.value("users"), "users is 9")
  t.equal(script.keys, "a users z", "its own keys stay")
  t.same(script.range.machine.state.descriptor, emptyState.descriptor, "and so does the range")
  t.equal(script.child.keys, "")
  t.equal(codeOf(script.child.one(put("m", "3"))), "put")
  t.match(script.child.split("m", 12), { right: { rangeId: 12, keyspaceId: 9, version: 2 } })
  t.match(script.one(addKeyspace("orders", 10)), { range: { rangeId: 10, keyspaceId: 10 } })
})

t.test("the range begins where the one that bears it stands", async (t) => {
  const one = machine()
  const configuration = { ...emptyState.configuration, learners: [4] }
  one.withConfiguration(configuration, 1)
  one.apply([{ index: 1, term: 3, command: undefined }], nothing)
  const { state, child } = one.apply([{ ...entry(2, addKeyspace("k", 9)), term: 4 }], nothing)
  t.match(child?.state, { index: 2, term: 4, time: 20, configuration })
  t.match(child?.state.descriptor, { keyspaceId: 9, configVersion: 1, version: 1 })
  t.match(state, { index: 2, term: 4, time: 20, descriptor: emptyState.descriptor.start && {} })
  t.same(child?.sessions, noSessions, "no request was ever made there")
})

t.test("a name that is taken is refused, and nothing is changed", async (t) => {
  const script = new Script()
  script.one(addKeyspace("users", 9))
  t.match(script.one(addKeyspace("users", 10)), { code: "keyspace_exists", message: /exists/ })
  t.equal(script.value("users"), "users is 9")
  t.equal(script.range.children.length, 1)
  script.run(put("other", "no record"))
  t.equal(codeOf(script.one(addKeyspace("other", 11))), "keyspace_exists", "whatever is there")
})

t.test("a retry gets the first answer, and no second range (rule 54)", async (t) => {
  const script = new Script()
  const id = request(1, 1)
  const first = script.one(addKeyspace("users", 9, id))
  script.range.restart()
  t.same(script.one(addKeyspace("users", 10, id)), first, "though it came with another id")
  const refused = script.one(addKeyspace("users", 11, request(2, 1)))
  t.equal(codeOf(refused), "keyspace_exists")
  script.run(swap("users", "users is 9", undefined))
  t.same(script.one(addKeyspace("users", 12, request(2, 1))), refused, "so does one refused")
  t.equal(script.range.children.length, 1)
  t.equal(codeOf(script.one(put("users", "x", { id }))), "invalid_argument", "it was for that")
})

t.test("one that was proposed before the range changed is passed over", async (t) => {
  const script = new Script()
  script.split("m", 8)
  const [result] = script.runAs(1, addKeyspace("a", 9))
  t.equal(codeOf(result), "range_changed")
  t.equal(script.value("a"), undefined)
  t.equal(script.range.children.length, 1, "that of the split")
})

t.test("the entry is a batch by itself, and its cell is looked at first", async (t) => {
  const [add, plain] = [entry(2, addKeyspace("k", 9)), (i: number) => entry(i, put("a", "1"))]
  const one = machine()
  t.equal(one.plan([plain(1), add, plain(3)]).count, 1)
  t.match(one.plan([add, plain(3)]), { count: 1, keys: [bytesOf("k")] })
  t.equal(one.plan([entry(1, removeRange("a", "b")), add]).count, 1)
  t.equal(one.plan([add, add]).count, 1)
  throws(() => machine().apply([plain(1), add], nothing), InvariantViolation)
  const twice = entry(1, addKeyspace("k", 9), addKeyspace("l", 10))
  throws(() => machine().apply([twice], nothing), InvariantViolation)
})
