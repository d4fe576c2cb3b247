/** What messages say of ranges. */
import t from "tap"
import type { Operation } from "../../src/core/range/types.ts"
import { ringraft } from "../../src/wire/gen/ringraft.js"
import * as wire from "../../src/wire/index.ts"
import * as sample from "./samples.ts"

const v1 = ringraft.v1
const internal = ringraft.internal.v1

function utf8(text: string): Uint8Array {
  return Buffer.from(text)
}

const route: wire.RangeRoute = {
  keyspace: "default",
  range: {
    ...{ rangeId: 5, keyspaceId: 1, version: 3, configVersion: 2 },
    ...{ start: utf8("g"), end: utf8("p") },
  },
  leader: { nodeId: 2, address: "b:7400" },
}

t.test("what a range covers is kept for long, and keeps no frame alive", async (t) => {
  const descriptor = wire.encodeDescriptor(route.range)
  const halves = sample.responseOf({ type: "split", left: route.range, right: route.range })
  const answer = wire.encodeSessionResponse({ results: [], routes: [route] })
  const { left, right } = wire.decodeSplitHalves(halves)
  const [told] = wire.splitSessionResponse(answer).routes
  const copies: readonly [Uint8Array, wire.RangeRoute["range"] | undefined][] = [
    [descriptor, wire.decodeDescriptor(descriptor)],
    [halves, left],
    [halves, right],
    [answer, told?.range],
  ]
  for (const [frame, range] of copies) {
    t.same(sample.plain(range), sample.plain(route.range))
    t.not(range?.start.buffer, frame.buffer)
    t.not(range?.end.buffer, frame.buffer)
  }
})

t.test("a route without a known leader says so", async (t) => {
  const routes = [{ ...route, leader: undefined }, route]
  const frame = wire.encodeSessionResponse({ results: [], routes })
  t.same(sample.plain(wire.splitSessionResponse(frame).routes), sample.plain(routes))
  t.match(v1.SessionResponse.decode(frame).ranges, [{ leaderNodeId: 0 }, { leaderNodeId: 2 }])
})

t.test("an operation of no range is one that says nothing of ranges", async (t) => {
  const operation: Operation = { type: "get", key: utf8("k"), consistency: "stale" }
  const head = { id: 1, timeoutMs: 0, keyspace: "", operation }
  const bytes = wire.encodeOperation(head)
  t.match(wire.decodeOperation(bytes), { rangeId: 0, rangeVersion: 0 })
  t.same(wire.encodeOperation({ ...head, rangeId: 0, rangeVersion: 0 }), bytes)
})

t.test("an operation keeps the range that it is for when its id is replaced", async (t) => {
  const operation: Operation = { type: "split", at: utf8("k"), childId: 9 }
  const head = { id: 1, timeoutMs: 5, keyspace: "", rangeId: 7, rangeVersion: 3, operation }
  const forwarded = wire.operationWithId(wire.encodeOperation(head), 77)
  t.match(wire.decodeOperation(forwarded), { id: 77, rangeId: 7, rangeVersion: 3 })
})

t.test("more routes than a frame may have are refused", async (t) => {
  const most = new Uint8Array(2 * 65_536)
  for (let at = 0; at < most.length; at += 2) most[at] = 0x2a
  t.equal(wire.splitSessionResponse(most).routes.length, 65_536)
  try {
    wire.splitSessionResponse(Buffer.concat([most, Uint8Array.of(0x2a, 0)]))
    t.fail("read")
  } catch (error) {
    t.match(error, { code: "invalid_argument", message: /more than 65536/ })
  }
})

t.test("what comes without a range is of none", async (t) => {
  const none = wire.decodeDescriptor(new Uint8Array(0))
  t.same(none, wire.noRange)
  t.same(wire.decodeRangeSummary(new Uint8Array(0)).range, none)
  t.same(wire.decodeSplitHalves(new Uint8Array(0)), { left: none, right: none })
  const heartbeat = { rangeId: 7, from: 1, to: 2, term: 3, heartbeat: {} }
  const frame = internal.RaftFrame.encode({ messages: [heartbeat] }).finish()
  t.equal(wire.decodeRaftFrame(frame)[0]?.range, undefined)
})

t.test("a snapshot of before there were ranges is refused by name", async (t) => {
  const chunk = internal.SnapshotChunk.encode({ header: { format: 2, rangeId: 7 } }).finish()
  try {
    wire.decodeSnapshotChunk(chunk)
    t.fail("read")
  } catch (error) {
    t.match(error, { code: "invalid_argument", message: /snapshot of format 2/ })
  }
})

t.test("changes of replicas are asked for by node, and read back as they were asked", async (t) => {
  const types = ["addVoter", "addLearner", "remove"] as const
  const changes = types.map((type, i) => ({ type, nodeId: i + 1 }))
  const bytes = wire.encodeReplicaChanges({ rangeId: 7, configVersion: 3, changes })
  t.same(wire.decodeReplicaChanges(bytes), { rangeId: 7, configVersion: 3, changes })
  const twin = v1.ChangeReplicasRequest.decode(bytes)
  t.same(
    twin.changes.map(({ type, nodeId }) => [type, nodeId]),
    types.map((_, i) => [i, i + 1]),
  )
  t.same([Number(twin.rangeId), Number(twin.configVersion)], [7, 3])
  // One change, of a type that there is not.
  const unknown = Uint8Array.of(0x1a, 2, 0x08, 3)
  t.throws(() => wire.decodeReplicaChanges(unknown), { code: "invalid_argument" })
})

t.test("no more changes of replicas are read than anybody could mean", async (t) => {
  const change = { type: "addVoter", nodeId: 1 } as const
  for (const [count, fits] of [
    [1_000, true],
    [1_001, false],
  ] as const) {
    const changes = new Array<typeof change>(count).fill(change)
    const asked = { rangeId: 7, configVersion: 3, changes }
    const operation = { type: "changeReplicas", key: utf8("k"), ...asked } as const
    const wrapped = wire.encodeOperation({ id: 1, timeoutMs: 0, keyspace: "", operation })
    const reads = [
      () => wire.decodeReplicaChanges(wire.encodeReplicaChanges(asked)),
      () => wire.decodeOperation(wrapped),
    ]
    for (const read of reads) {
      if (fits) t.doesNotThrow(read)
      else t.throws(read, { code: "invalid_argument", message: /more than 1000/ })
    }
  }
})
