/** Calls that take several steps: all of them are over when the call is. */
import t from "tap"
import type { Api } from "../../src/api/index.ts"
import { noLabels } from "../../src/base/index.ts"
import { systemKeyspaceId } from "../../src/core/range/index.ts"
import type { PendingOperation } from "../../src/store/types.ts"
import {
  decodeDriverMessage,
  decodeRangeList,
  encodeDriverMessage,
  encodeKeyspaceChange,
  encodeKeyspaceCreation,
  encodeLeaderTransfer,
  encodeRangeCut,
  encodeRangeId,
  encodeRangeList,
  encodeRangeMerge,
  encodeReplicaChanges,
  encodeStoreList,
  type Question,
} from "../../src/wire/index.ts"
import { codeOf, setUp, TestCall, text } from "./setup.ts"

const stepMs = 100
const requestId = { clientId: new Uint8Array(16), sequence: 1, acknowledgedBelow: 0 }
const settings = { name: "users", replicas: 3, rangeBytes: 0, defaultTtlMs: 0 }
const split = { keyspace: "", key: text("c"), rangeId: 9 }
const changes = [{ type: "addVoter", nodeId: 3 }] as const

/** The call, and how many steps it takes. */
const table: Readonly<Record<string, readonly [(api: Api, call: TestCall) => unknown, number]>> = {
  split: [(api, call) => api.splitRange(encodeRangeCut(split), call), 2],
  transfer: [
    (api, call) => api.transferLeader(encodeLeaderTransfer({ rangeId: 9, to: 3 }), call),
    3,
  ],
  check: [(api, call) => api.checkRange(encodeRangeId(9), call), 2],
  replicas: [
    (api, call) => {
      const asked = { rangeId: 9, configVersion: 0, changes }
      return api.changeReplicas(encodeReplicaChanges(asked), call)
    },
    2,
  ],
  merge: [
    (api, call) => api.mergeRanges(encodeRangeMerge({ rangeId: 9, nextRangeId: 0 }), call),
    3,
  ],
  "a range that there is not": [(api, call) => api.checkRange(encodeRangeId(99), call), 2],
  create: [
    (api, call) => {
      const creation = { ...settings, name: "others", splitAt: [text("m")], requestId }
      return api.createKeyspace(encodeKeyspaceCreation({ ...creation, replicas: 4 }), call)
    },
    3,
  ],
  alter: [
    (api, call) => api.alterKeyspace(encodeKeyspaceChange({ ...settings, replicas: 4 }), call),
    3,
  ],
}

/** Ranges 9 and 10 are elsewhere, as the driver tells, and each step takes a while. */
async function setUpElsewhere(onStep: () => void = () => {}) {
  const setup = setUp()
  const { api, clock, service } = setup
  const creation = encodeKeyspaceCreation({ ...settings, replicas: 0, splitAt: [], requestId })
  await api.createKeyspace(creation, new TestCall())
  const [known] = decodeRangeList(await api.listRanges(new TestCall()))
  if (known === undefined) throw new Error("there are ranges")
  const span = { keyspaceId: 1, version: 2, configVersion: 0 }
  const elsewhere = [
    { ...known, range: { ...span, rangeId: 9, start: text(""), end: text("m") } },
    { ...known, range: { ...span, rangeId: 10, start: text("m"), end: text("") } },
  ]
  service.descriptors = []
  const counts = { ranges: 0, leaders: 0, bytes: 0, capacityBytes: 0, usedBytes: 0 }
  const sizes = { ...counts, heardMsAgo: 1, stateMs: 0 }
  const stores = [1, 2, 3, 4].map((nodeId) => {
    return { nodeId, address: `h:${nodeId}`, state: "up" as const, labels: noLabels, ...sizes }
  })
  const bodies: Partial<Record<Question, Uint8Array>> = {
    ranges: encodeRangeList(elsewhere),
    stores: encodeStoreList(stores),
  }
  service.script = ({ operation, keyspaceId }) => {
    clock.nowMs += stepMs
    onStep()
    if (operation.type === "ask") {
      const { question } = decodeDriverMessage(operation.request)
      const body = bodies[question] ?? new Uint8Array()
      return { type: "ask", response: encodeDriverMessage({ question, body }) }
    }
    if (keyspaceId === systemKeyspaceId) return undefined
    return { type: "error", code: "unavailable", message: "not now" }
  }
  service.taken.length = 0
  return setup
}

/** What the driver is told of how it ended is no step of it. */
function isStep({ operation }: PendingOperation): boolean {
  return operation.type !== "ask" || decodeDriverMessage(operation.request).question !== "note"
}

for (const [what, [begin, steps]] of Object.entries(table)) {
  t.test(`${what}: all steps have the deadline of the call`, async (t) => {
    const { api, clock, service } = await setUpElsewhere()
    const begunAtMs = clock.nowMs
    await codeOf(async () => begin(api, new TestCall(1_000)))
    t.same(
      service.taken.filter(isStep).map(({ deadline }) => deadline - begunAtMs),
      new Array(steps).fill(1_000),
    )
  })

  t.test(`${what}: no step is done for a client that went away`, async (t) => {
    const call = new TestCall()
    const { api, service } = await setUpElsewhere(() => call.cancel())
    const code = await codeOf(async () => begin(api, call))
    t.match(code, /^(cancelled|unavailable)$/)
    t.ok(service.taken.filter(isStep).every(({ cancelled }) => cancelled))
  })
}
