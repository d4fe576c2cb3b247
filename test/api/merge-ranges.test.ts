/** MergeRanges where the driver has to move replicas first. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import {
  decodeDriverMessage,
  decodeMergedRange,
  decodeOperatorsAsked,
  encodeDriverMessage,
  encodeOperator,
  encodeOperatorList,
  encodeRangeList,
  encodeRangeMerge,
  type OperatorSummary,
  type Question,
} from "../../src/wire/index.ts"
import type { MemoryService } from "./memory-service.ts"
import { setUp, TestCall, text } from "./setup.ts"

const operator: OperatorSummary = {
  ...{ id: 7, kind: "admin", rangeId: 2, why: "asked for: a merge", ageMs: 0 },
  ...{ steps: ["add a learner on store 4", "take in range 3"], stepsDone: 1 },
  ...{ end: "", reason: "", bytes: 0, bytesTotal: 0, bytesPerSecond: 0 },
}

/** Ranges 2 and 3 on different nodes, and a driver whose operator ends so. */
function setUpMerge(
  ended: Partial<OperatorSummary>,
  onEnd: (service: MemoryService) => void = () => {},
) {
  const { api, service } = setUp()
  const span = { keyspaceId: 1, version: 2, configVersion: 0 }
  service.descriptors = [
    { ...span, rangeId: 2, start: text(""), end: text("m") },
    { ...span, rangeId: 3, start: text("m"), end: text("") },
  ]
  const all = service.ranges.bind(service)
  const elsewhere = [{ nodeId: 4, role: "voter" as const }]
  service.ranges = () => {
    return all().map((each, at) => (at === 0 ? each : { ...each, replicas: elsewhere }))
  }
  const answers: Partial<Record<Question, Uint8Array>> = {
    merge: encodeOperator(operator),
    ranges: encodeRangeList([]),
  }
  service.script = ({ operation }) => {
    if (operation.type !== "ask") return undefined
    const { question, body: asked } = decodeDriverMessage(operation.request)
    const hasEnded = question === "operators" && decodeOperatorsAsked(asked)
    if (hasEnded) onEnd(service)
    const operators = encodeOperatorList(hasEnded ? [{ ...operator, ...ended }] : [])
    const body = question === "operators" ? operators : (answers[question] ?? text(""))
    return { type: "ask", response: encodeDriverMessage({ question, body }) }
  }
  // What is under way is asked for first: nothing is any more.
  return (nextRangeId = 0) =>
    api.mergeRanges(encodeRangeMerge({ rangeId: 2, nextRangeId }), new TestCall())
}

t.test("a merge that moves first is done when its operator has finished", async (t) => {
  const merged = decodeMergedRange(await setUpMerge({ end: "finished" })())
  t.match(merged, { rangeId: 2, absorbed: [3] })
})

t.test("where none is behind it, what to merge instead is told", async (t) => {
  const { api, service } = setUp()
  const span = { keyspaceId: 1, version: 2, configVersion: 0 }
  service.descriptors = [
    { ...span, rangeId: 2, start: text(""), end: text("m") },
    { ...span, rangeId: 3, start: text("m"), end: text("") },
    { ...span, keyspaceId: 7, rangeId: 8, start: text(""), end: text("") },
  ]
  for (const [rangeId, message] of [
    [3, /none behind it; merge the one before it instead \(ringraft range merge 2\)/],
    [8, /range 8 is the only one of its keyspace/],
  ] as const) {
    const merge = api.mergeRanges(encodeRangeMerge({ rangeId, nextRangeId: 0 }), new TestCall())
    await t.rejects(merge, { code: "invalid_argument", message })
  }
})

t.test("a range that is named has to be the next one, or nothing is done", async (t) => {
  const merge = setUpMerge({ end: "finished" })
  t.match(decodeMergedRange(await merge(3)), { rangeId: 2, absorbed: [3] })
  const message = /range 5 does not follow range 2: range 3 does/
  await t.rejects(merge(5), { code: "state_changed", message })
})

t.test("nor is one refused that was done, and whose range nobody can tell of now", async (t) => {
  const table: Readonly<Record<string, (service: MemoryService) => void>> = {
    "it is on other nodes, and unknown to the driver": (service) => {
      service.ranges = () => []
    },
    "it is on other nodes, and nobody drives": (service) => {
      service.ranges = () => []
      service.script = () => ({ type: "error", code: "unavailable", message: "not now" })
    },
  }
  for (const [what, onEnd] of Object.entries(table)) {
    const error = await setUpMerge({ end: "finished" }, onEnd)().catch((error: unknown) => error)
    t.match(error, { code: "result_unknown", message: /range 2 was merged, but/ }, what)
  }
})

t.test("one that did not finish may have been done in part: it is not refused", async (t) => {
  for (const end of ["cancelled", "timedOut", "replaced"]) {
    const merge = setUpMerge({ end, reason: "store 4 does not answer" })
    const error = await merge().catch((error: unknown) => error)
    t.ok(error instanceof KvError)
    t.match(error, { outcome: "unknown", message: /was .*: store 4 does not answer/ }, end)
  }
})
