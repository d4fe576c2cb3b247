/** What is put into a keyspace without a time gets that of the keyspace, whichever way it comes. */
import t from "tap"
import { defined } from "../../src/base/index.ts"
import type { Operation } from "../../src/core/range/types.ts"
import {
  decodeOperation,
  encodeBatchRequest,
  encodeKeyspaceCreation,
  encodeSessionRequest,
} from "../../src/wire/index.ts"
import { requestOf } from "./requests.ts"
import { bytesOf, open, settled, setUp, TestCall, text } from "./setup.ts"

const ttlMs = 60_000
const key = text("k")
const more = { requestId: undefined }
const expect = { type: "absent" } as const

/** The operation as a client sends it, and the time that it has when it is executed. */
const table: readonly (readonly [string, Operation, number | undefined])[] = [
  ["a put", { type: "put", key, value: key, ttlMs: undefined, ...more }, ttlMs],
  ["one for ever", { type: "put", key, value: key, ttlMs: 0, ...more }, 0],
  ["one with a time", { type: "put", key, value: key, ttlMs: 5, ...more }, 5],
  ["a counter", { type: "increment", key, delta: 1n, ttlMs: undefined, ...more }, ttlMs],
  ["a swap", { type: "compareAndSwap", key, expect, value: key, ttlMs: undefined, ...more }, ttlMs],
  [
    "a swap that deletes",
    { type: "compareAndSwap", key, expect, value: undefined, ttlMs: undefined, ...more },
    undefined,
  ],
]

/** Whether the node has seen the keyspace created, or has to look it up. */
async function withSessions(known: boolean): Promise<ReturnType<typeof setUp>> {
  const setup = setUp()
  const creation = {
    name: "sessions",
    splitAt: [],
    replicas: 0,
    rangeBytes: 0,
    defaultTtlMs: ttlMs,
  }
  const request = encodeKeyspaceCreation({ ...creation, requestId: undefined })
  await setup.api.createKeyspace(request, new TestCall())
  const settings = { replicas: 3, rangeBytes: 1_000_000, defaultTtlMs: ttlMs }
  if (known) setup.service.known = [{ id: 3, name: "sessions", ...settings, droppedAtMs: 0 }]
  setup.service.taken.length = 0
  return setup
}

for (const known of [true, false]) {
  const where = known ? "in a keyspace that is known" : "in one that is looked up"
  for (const [what, operation, expected] of table) {
    t.test(`${what}, ${where}: by a call, in a batch, in a session`, async (t) => {
      const timed = async (send: (setup: ReturnType<typeof setUp>) => Promise<unknown>) => {
        const setup = await withSessions(known)
        await send(setup)
        await settled()
        const pending = setup.service.taken.find(({ keyspaceId }) => keyspaceId === 3)
        const { request } = decodeOperation(defined(pending, "it was submitted").bytes)
        t.same(request, pending?.operation, "what goes into the log is what was decided")
        t.match(request, { type: operation.type, ttlMs: expected })
      }
      const call = new TestCall()
      await timed(({ api }) => api.unary(operation.type, requestOf(operation, "sessions"), call))
      const batch = encodeBatchRequest("sessions", [bytesOf(1, operation)])
      await timed(({ api }) => api.batch(Buffer.from(batch), call))
      await timed(async (setup) => {
        const { session } = open(setup.api)
        const named = bytesOf(1, operation, { keyspace: "sessions" })
        session.onFrame(encodeSessionRequest([named]))
      })
    })
  }
}

t.test("bytes of what needs nothing said are not copied", async (t) => {
  const setup = await withSessions(true)
  const { session } = open(setup.api)
  const put: Operation = { type: "put", key, value: key, ttlMs: 5, ...more }
  const frame = encodeSessionRequest([bytesOf(1, put, { keyspace: "sessions" })])
  session.onFrame(frame)
  t.equal(setup.service.taken[0]?.bytes.buffer, frame.buffer)
})
