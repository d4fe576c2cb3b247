/** What people ask of a range directly is told to the driver, with its end, to be shown later. */
import t from "tap"
import type { OperationResult } from "../../src/core/range/types.ts"
import {
  decodeDriverMessage,
  decodeOperator,
  encodeKeyOfKeyspace,
  encodeLeaderTransfer,
  encodeRangeMerge,
  encodeReplicaChanges,
  type OperatorSummary,
} from "../../src/wire/index.ts"
import { codeOf, setUp, TestCall, text } from "./setup.ts"

const none = new Uint8Array(0)

type Setup = ReturnType<typeof setUp>

/** What the driver was told since this was looked at last. */
function notes({ service }: Setup): readonly OperatorSummary[] {
  return service.taken.splice(0).flatMap(({ operation }) => {
    if (operation.type !== "ask") return []
    const { question, body } = decodeDriverMessage(operation.request)
    return question === "note" ? [decodeOperator(body)] : []
  })
}

const split = ({ api }: Setup, at: string) =>
  api.splitRange(encodeKeyOfKeyspace({ keyspace: "", key: text(at) }), new TestCall())

const transfer = ({ api }: Setup) =>
  api.transferLeader(encodeLeaderTransfer({ rangeId: 2, to: 2 }), new TestCall())

const merge = ({ api }: Setup) =>
  api.mergeRanges(encodeRangeMerge({ rangeId: 2, nextRangeId: 0 }), new TestCall())

function change({ api }: Setup): Promise<Uint8Array> {
  const changes = [{ type: "remove", nodeId: 3 }] as const
  const asked = encodeReplicaChanges({ rangeId: 2, configVersion: 0, changes })
  return api.changeReplicas(asked, new TestCall())
}

t.test("each change of a range is noted, once it is done", async (t) => {
  const setup = setUp()
  const done = { kind: "admin", rangeId: 2, stepsDone: 1, end: "finished", reason: "" }
  await split(setup, "m")
  t.match(notes(setup), [{ ...done, why: 'asked for: split at "m"', steps: ['split at "m"'] }])
  await transfer(setup)
  t.match(notes(setup), [{ ...done, why: "asked for: have store 2 stand for leader" }])
  const range = { rangeId: 2, keyspaceId: 1, start: none, end: none, version: 3, configVersion: 0 }
  setup.service.script = ({ operation: { type } }) =>
    type === "merge" || type === "changeReplicas" ? { type, range } : undefined
  await merge(setup)
  t.match(notes(setup), [{ ...done, why: /asked for: merge range \d+ into it/ }])
  await change(setup)
  t.match(notes(setup), [{ ...done, why: "asked for: remove the replica from store 3" }])
})

t.test("what may have had effect is noted, and what was refused is not", async (t) => {
  const table = [
    ["state_changed", []],
    ["unavailable", []],
    ["result_unknown", [{ end: "unknown", reason: "so it is", stepsDone: 0, rangeId: 2 }]],
    ["deadline_unknown", [{ end: "unknown", reason: "so it is", stepsDone: 0, rangeId: 2 }]],
  ] as const
  for (const [code, noted] of table) {
    const setup = setUp()
    const error: OperationResult = { type: "error", code, message: "so it is" }
    setup.service.script = ({ operation }) => (operation.type === "transfer" ? error : undefined)
    t.equal(await codeOf(() => transfer(setup)), code)
    const told = notes(setup)
    t.equal(told.length, noted.length, code)
    t.match(told, noted, code)
  }
})

t.test("where nobody drives, what was asked is done all the same", async (t) => {
  const setup = setUp()
  const error: OperationResult = { type: "error", code: "unavailable", message: "nobody drives" }
  setup.service.script = ({ operation }) => (operation.type === "ask" ? error : undefined)
  await transfer(setup)
  t.equal(notes(setup).length, 1)
})
