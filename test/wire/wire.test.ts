import { deepStrictEqual } from "node:assert/strict"
import fc from "fast-check"
import protobuf from "protobufjs/minimal.js"
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import type { Operation, OperationResult } from "../../src/core/range/types.ts"
import { ringraft } from "../../src/wire/gen/ringraft.js"
import * as wire from "../../src/wire/index.ts"
import { Writer } from "../../src/wire/writer.ts"
import * as sample from "./samples.ts"

const v1 = ringraft.v1
const internal = ringraft.internal.v1

function utf8(text: string): Uint8Array {
  return Buffer.from(text)
}

const put: Operation = {
  type: "put",
  key: utf8("key"),
  value: utf8("value"),
  ttlMs: 0,
  requestId: { clientId: new Uint8Array(16).fill(9), sequence: 5, acknowledgedBelow: 3 },
}

function encoded(operation: Operation): Uint8Array {
  return wire.encodeOperation({ id: 1, timeoutMs: 0, keyspace: "", operation })
}

function refusal(decode: () => unknown): string {
  try {
    decode()
  } catch (error) {
    if (error instanceof KvError) return `${error.code}: ${error.message}`
    throw error
  }
  return "accepted"
}

t.test("numbers are exact up to 2^53 - 1 and refused beyond", async (t) => {
  const top = 2n ** 53n - 1n
  const decoders: readonly { what: string; encode: (n: unknown) => Uint8Array; decode: Decoder }[] =
    [
      {
        what: "expect_version",
        encode: (n) => operation("compareAndSwap", { expectVersion: n, delete: true }),
        decode: (bytes) => (cas(bytes).expect as { version: number }).version,
      },
      {
        what: "sequence",
        encode: (n) => operation("put", { requestId: { sequence: n } }),
        decode: (bytes) => write(bytes).requestId?.sequence,
      },
      {
        what: "version",
        encode: (n) => v1.Result.encode({ put: { version: n } } as never).finish(),
        decode: (bytes) => (wire.decodeResult(bytes).result as { version: number }).version,
      },
      {
        what: "index",
        encode: (n) => internal.SnapshotRequest.encode({ index: n } as never).finish(),
        decode: (bytes) => wire.decodeSnapshotRequest(bytes).index,
      },
      {
        what: "time",
        encode: (n) => internal.Command.encode({ format: 2, time: n } as never).finish(),
        decode: (bytes) => wire.decodeCommand(bytes).time,
      },
    ]
  for (const { what, encode, decode } of decoders) {
    t.equal(decode(encode(sample.long(top))), Number(top), what)
    for (const beyond of [top + 1n, 2n ** 63n - 1n, -1n]) {
      t.match(
        refusal(() => decode(encode(sample.long(beyond)))),
        /invalid_argument.*2\^53/,
        what,
      )
    }
  }
})

type Decoder = (bytes: Uint8Array) => unknown

function operation(verb: string, request: object): Uint8Array {
  return v1.Operation.encode({ [verb]: request } as never).finish()
}

function cas(bytes: Uint8Array) {
  return wire.decodeOperation(bytes).request as Extract<Operation, { type: "compareAndSwap" }>
}

function write(bytes: Uint8Array) {
  return wire.decodeOperation(bytes).request as Extract<Operation, { type: "put" }>
}

t.test("signed numbers keep their sign, for validation to judge", async (t) => {
  for (const ttlMs of [-1n, -(2n ** 53n) + 1n, 0n, 1n, 2n ** 53n - 1n]) {
    t.equal(write(operation("put", { ttlMs: sample.long(ttlMs) })).ttlMs, Number(ttlMs))
  }
  for (const ttlMs of [-(2n ** 53n), -(2n ** 63n), 2n ** 53n]) {
    t.match(
      refusal(() => write(operation("put", { ttlMs: sample.long(ttlMs) }))),
      /invalid_argument/,
    )
  }
  const scan = wire.decodeOperation(operation("scan", { limit: sample.long(-7n) })).request
  t.match(scan, { type: "scan", limit: -7 })
})

t.test("counters are exact in all 64 bits", async (t) => {
  const edge = [-(2n ** 63n), -(2n ** 32n), -1n, 0n, 1n, 2n ** 31n, 2n ** 53n + 1n, 2n ** 63n - 1n]
  for (const value of edge) {
    const bytes = encoded({ type: "increment", key: utf8("k"), delta: value, requestId: undefined })
    t.match(wire.decodeOperation(bytes).request, { delta: value })
    const result: OperationResult = { type: "increment", value, version: 1 }
    t.same(wire.decodeResult(wire.encodeResult(1, result)).result, result)
  }
})

t.test("malformed requests say what is wrong", async (t) => {
  const cases: readonly [string, Uint8Array, RegExp][] = [
    ["no request", v1.Operation.encode({ id: 1 }).finish(), /no request that this node knows/],
    ["no expectation", operation("compareAndSwap", { delete: true }), /expect_absent: true/],
    ["expect_absent: false", handMade([6, [3, 0], [8, 1]]), /expect_absent: true/],
    ["no replacement", operation("compareAndSwap", { expectAbsent: true }), /value, delete: true/],
    ["delete: false", handMade([6, [3, 1], [8, 0]]), /value, delete: true/],
    ["unknown consistency", operation("get", { consistency: 3 }), /no consistency .* 3/],
    ["text for a number", handMade([4, [4, "x"]]), /wire type 0 came as 2/],
    ["a number for text", handMade([4, [2, 1]]), /wire type 2 came as 0/],
    ["a group", Uint8Array.of(0x0b, 0x0c), /malformed message/],
    ["field number 0", Uint8Array.of(0x00, 0x00), /number 0/],
    ["an id of 33 bits", handMade([0, [1, 2 ** 32]]), /32 bits/],
    ["an endless number", new Uint8Array(12).fill(0xff), /more than 10 bytes/],
    ["a length beyond the end", Uint8Array.of(0x22, 0x05, 0x12), /middle of a field/],
    ["keyspace not UTF-8", handMade([4, [1, new Uint8Array([0xc3, 0x28])]]), /not UTF-8/],
  ]
  for (const [what, bytes, message] of cases) {
    const said = refusal(() => wire.decodeOperation(bytes))
    t.match(said, /^invalid_argument: malformed message: /, what)
    t.match(said, message, what)
  }
})

/** A message by hand: `[field, ...]` is embedded, unless the field is 0. */
function handMade([verb, ...fields]: [number, ...[number, number | string | Uint8Array][]]) {
  const request = new protobuf.Writer()
  for (const [field, value] of fields) {
    if (typeof value === "number") request.uint32(8 * field).uint64(value)
    else request.uint32(8 * field + 2).bytes(typeof value === "string" ? utf8(value) : value)
  }
  if (verb === 0) return request.finish()
  return new protobuf.Writer()
    .uint32(8 * verb + 2)
    .bytes(request.finish())
    .finish()
}

t.test("fields may come in any order", async () => {
  fc.assert(
    fc.property(sample.operationParts, fc.infiniteStream(fc.nat()), (parts, dice) => {
      const { operation: each, keyspace } = parts
      // A list has the order that it has.
      if (each.type === "changeReplicas") fc.pre(each.changes.length < 2)
      const request = sample.topLevelFields(requestBytes(keyspace, each))
      const shuffled = Buffer.concat(shuffle(request, dice))
      const whole = wire.operationOfRequest(each.type, shuffled, parts.timeoutMs)
      const { rangeId, rangeVersion } = parts
      const head = new protobuf.Writer().uint32(8).uint32(parts.id)
      const id = head.uint32(80).uint64(rangeId).uint32(88).uint64(rangeVersion).finish()
      const fields = shuffle([...sample.topLevelFields(whole), ...sample.topLevelFields(id)], dice)
      deepStrictEqual(
        sample.plain(wire.decodeOperation(Buffer.concat(fields))),
        sample.plain(wire.decodeOperation(wire.encodeOperation(parts))),
      )
    }),
  )
})

function shuffle<T>(each: readonly T[], dice: Iterator<number>): T[] {
  const shuffled = [...each]
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = (dice.next().value as number) % (at + 1)
    const held = shuffled[at] as T
    shuffled[at] = shuffled[other] as T
    shuffled[other] = held
  }
  return shuffled
}

/** The request message inside an encoded operation. */
function requestBytes(keyspace: string, each: Operation): Uint8Array {
  const bytes = wire.encodeOperation({ id: 0, timeoutMs: 0, keyspace, operation: each })
  const reader = protobuf.Reader.create(bytes)
  reader.uint32()
  return reader.bytes()
}

t.test("of a field that comes twice the last one stands", async (t) => {
  const first = requestBytes("a", { ...put, key: utf8("old"), ttlMs: 3 })
  const second = requestBytes("b", { ...put, ttlMs: 4 })
  const twice = wire.operationOfRequest("put", Buffer.concat([first, second]), 0)
  t.match(wire.decodeOperation(twice), {
    keyspace: "b",
    request: { key: utf8("key"), ttlMs: 4, requestId: { sequence: 5 } },
  })
  const get: Operation = { type: "get", key: utf8("k"), consistency: "stale" }
  const both = Buffer.concat([encoded(put), encoded(get)])
  t.equal(wire.decodeOperation(both).request.type, "get")
})

t.test("lists of numbers are read packed and one by one", async (t) => {
  const apart = new protobuf.Writer().uint32(8).uint32(1).uint32(8).uint32(300).finish()
  t.same(wire.decodeConfiguration(apart).voters, [1, 300])
  const together = new protobuf.Writer().uint32(10).fork().uint32(1).uint32(300).ldelim().finish()
  t.same(wire.decodeConfiguration(together).voters, [1, 300])
})

t.test("splitting and decoding make views, not copies", async (t) => {
  const operations = Array.from({ length: 100 }, () => encoded(put))
  const frame = wire.encodeSessionRequest(operations)
  const views = [
    ...wire.splitSessionRequest(frame),
    ...wire.splitSessionRequest(frame).flatMap((each) => [write(each).key, write(each).value]),
  ]
  t.equal(views.length, 300)
  t.ok(views.every((view) => isWithin(view, frame)))
  t.same(wire.splitSessionRequest(frame), operations)
  const response = wire.encodeSessionResponse({ results: operations })
  t.ok(wire.splitSessionResponse(response).results.every((view) => isWithin(view, response)))
})

function isWithin(view: Uint8Array, whole: Uint8Array): boolean {
  const end = whole.byteOffset + whole.length
  const inside = view.byteOffset >= whole.byteOffset && view.byteOffset + view.length <= end
  return view.buffer === whole.buffer && inside
}

t.test("client ids are shared by the operations of a client and keep no frame alive", async (t) => {
  const frame = Buffer.concat([encoded(put)])
  const first = write(frame).requestId?.clientId as Uint8Array
  const second = write(Buffer.concat([encoded(put)])).requestId?.clientId
  t.equal(first, second)
  t.not(first.buffer, frame.buffer)
  const other = { clientId: new Uint8Array(16).fill(8), sequence: 1, acknowledgedBelow: 0 }
  t.same(write(encoded({ ...put, requestId: other })).requestId?.clientId, other.clientId)
  t.same(write(encoded(put)).requestId?.clientId, first)
})

t.test("lists that cost more than their bytes are refused", async (t) => {
  const most = new Uint8Array(2 * wire.frameOperationsMax)
  for (let at = 0; at < most.length; at += 2) most[at] = 0x0a
  t.equal(wire.splitSessionRequest(most).length, wire.frameOperationsMax)
  const tooMany = Buffer.concat([most, Uint8Array.of(0x0a, 0)])
  t.match(
    refusal(() => wire.splitSessionRequest(tooMany)),
    /^invalid_argument.*more than 65536/,
  )
  t.match(
    refusal(() => wire.splitSessionResponse(tooMany)),
    /^invalid_argument.*more than 65536/,
  )
  const replicas = new protobuf.Writer().uint32(10).bytes(new Uint8Array(1_001)).finish()
  t.match(
    refusal(() => wire.decodeConfiguration(replicas)),
    /^invalid_argument.*more than 1000/,
  )
})

t.test("an id is replaced wherever it is, and nothing else is touched", async () => {
  fc.assert(
    fc.property(sample.operationParts, fc.nat(), (parts, id) => {
      const bytes = wire.encodeOperation(parts)
      const last = Buffer.concat([...sample.topLevelFields(bytes)].reverse())
      const expected = sample.plain({ ...wire.decodeOperation(bytes), id })
      deepStrictEqual(sample.plain(wire.decodeOperation(wire.operationWithId(bytes, id))), expected)
      deepStrictEqual(sample.plain(wire.decodeOperation(wire.operationWithId(last, id))), expected)
      const twice = wire.operationWithId(wire.operationWithId(bytes, 1), id)
      deepStrictEqual(sample.plain(wire.decodeOperation(twice)), expected)
    }),
  )
  fc.assert(
    fc.property(sample.result, fc.nat(), fc.nat(), (result, from, id) => {
      const bytes = wire.resultWithId(wire.encodeResult(from, result), id)
      deepStrictEqual(sample.plain(wire.decodeResult(bytes)), {
        ...(sample.plain(wire.decodeResult(wire.encodeResult(id, result))) as object),
      })
    }),
  )
})

t.test("the id of an unreadable operation", async (t) => {
  const bytes = wire.encodeOperation({ id: 77, timeoutMs: 0, keyspace: "", operation: put })
  t.equal(wire.idOfOperation(bytes), 77)
  t.equal(wire.idOfOperation(bytes.subarray(0, 10)), 77)
  t.equal(wire.idOfOperation(Buffer.concat([bytes, Uint8Array.of(0xff)])), 77)
  t.equal(wire.idOfOperation(Uint8Array.of(0x08)), 0)
  t.equal(wire.idOfOperation(new Uint8Array(0)), 0)
})

t.test("cancelling", async (t) => {
  const bytes = wire.encodeOperation({
    id: 3,
    timeoutMs: 0,
    keyspace: "",
    operation: { type: "cancel" },
  })
  t.same(wire.decodeOperation(bytes), {
    ...{ id: 3, timeoutMs: 0, rangeId: 0, rangeVersion: 0 },
    keyspace: "",
    request: { type: "cancel" },
  })
  t.same(v1.Operation.decode(bytes).cancel, {})
  const command = wire.encodeCommand({ time: 1, rangeVersion: 1, operations: [bytes] })
  t.match(
    refusal(() => wire.decodeCommand(command)),
    /invalid_argument.*contain cancel/,
  )
})

t.test("only refusals by routing count as such", async (t) => {
  const misrouted = (result: OperationResult, hint?: wire.ErrorHint) =>
    wire.misroutedOf(wire.encodeResult(9, result, hint))
  const notLeader = { type: "error", code: "not_leader", message: "ask another" } as const
  t.same(misrouted(notLeader), { code: "not_leader", leader: 0 })
  t.same(misrouted(notLeader, { leaderNodeId: 3 }), { code: "not_leader", leader: 3 })
  const changed = { type: "error", code: "range_changed", message: "another's" } as const
  t.same(misrouted(changed), { code: "range_changed", leader: 0 })
  t.equal(misrouted({ type: "error", code: "unavailable", message: "not_leader" }), undefined)
  t.equal(misrouted({ type: "put", version: 5 }), undefined)
  t.equal(misrouted({ type: "get", cell: undefined }), undefined)
})

t.test("a unary call's bytes are wrapped and unwrapped as they are", async () => {
  fc.assert(
    fc.property(sample.result, (result) => {
      const answer = wire.responseOfResult(wire.encodeResult(4, result))
      if (result.type === "error") {
        const { error } = answer as { error: KvError }
        deepStrictEqual([error.code, error.message], [result.code, result.message])
        return
      }
      const { verb, response } = answer as { verb: wire.Verb; response: Uint8Array }
      deepStrictEqual(verb, result.type)
      const field = { get: 3, put: 4, delete: 5, compareAndSwap: 6, increment: 7 } as const
      const numbers: Readonly<Record<string, number>> = {
        ...field,
        scan: 8,
        deleteRange: 9,
        ...{ split: 100, transfer: 101, addKeyspace: 102, changeReplicas: 106 },
        ...{ check: 110, ask: 113, merge: 120, absorb: 121 },
      }
      const again = new protobuf.Writer()
        .uint32(8 * (numbers[verb] as number) + 2)
        .bytes(response)
        .finish()
      deepStrictEqual(sample.plain(wire.decodeOperationResult(again)), sample.plain(result))
    }),
  )
})

t.test("an error keeps what its receiver needs", async (t) => {
  const hint = { leaderNodeId: 2, leaderAddress: "b:7400", retryAfterMs: 20 }
  const bytes = wire.encodeResult(1, { type: "error", code: "not_leader", message: "no" }, hint)
  t.same(wire.decodeResult(bytes).hint, hint)
  const { error } = wire.responseOfResult(bytes) as { error: KvError }
  t.same(error.context, { leader: { nodeId: 2, address: "b:7400" }, retryAfterMs: 20 })
})

t.test("a newer node's error keeps its outcome", async (t) => {
  const told = (code: string, outcome: number) =>
    wire.decodeErrorDetail(v1.ErrorDetail.encode({ code, outcome, message: "why" }).finish())
  t.match(told("range_split", 1), { code: "unavailable", message: "range_split: why" })
  t.match(told("range_split", 2), { code: "internal", outcome: "unknown" })
  t.match(told("range_split", 0), { outcome: "unknown" })
  t.match(told("toString", 1), { code: "unavailable" })
})

t.test("half a surrogate pair does no harm", async (t) => {
  const bytes = wire.encodeResult(1, { type: "error", code: "internal", message: "a\ud800b" })
  t.match(wire.decodeResult(bytes).result, { message: "a\ufffdb" })
})

t.test("a result without a response that is known is malformed", async (t) => {
  const bytes = v1.Result.encode({ id: 5 }).finish()
  t.match(
    refusal(() => wire.decodeResult(bytes)),
    /^invalid_argument/,
  )
  t.match(
    refusal(() => wire.responseOfResult(bytes)),
    /^invalid_argument/,
  )
})

t.test("what another format wrote is refused by name", async (t) => {
  const command = internal.Command.encode({ format: 3, time: 1 }).finish()
  t.match(
    refusal(() => wire.decodeCommand(command)),
    /command of format 3/,
  )
  const chunk = internal.SnapshotChunk.encode({ header: { format: 9 } }).finish()
  t.match(
    refusal(() => wire.decodeSnapshotChunk(chunk)),
    /snapshot of format 9/,
  )
})

t.test("commands hold writes only", async (t) => {
  const others: readonly Operation[] = [
    { type: "get", key: utf8("k"), consistency: "stale" },
    { type: "split", at: utf8("k"), childId: 9 },
    { type: "check", key: utf8("k") },
    {
      ...{ type: "scan", start: utf8(""), end: utf8(""), limit: 0 },
      ...{ reverse: false, keysOnly: false, consistency: "stale" },
    },
  ]
  for (const other of others) {
    const operations = [encoded(put), encoded(other)]
    const said = refusal(() =>
      wire.decodeCommand(wire.encodeCommand({ time: 1, rangeVersion: 1, operations })),
    )
    t.equal(said, `invalid_argument: malformed message: a command can't contain ${other.type}`)
  }
})

t.test("frames whose lists don't go together are refused", async (t) => {
  const origins = { operationsOrigin: 1, resultsOrigin: 1 }
  const operation = { operationIds: [1], timeoutsMs: [1], operations: [], keyspaceIds: [] }
  const noTable = { tableVersion: 0, table: undefined }
  const frame = {
    ...origins,
    ...operation,
    resultIds: [],
    results: [],
    hashReports: [],
    ...noTable,
  }
  t.match(
    refusal(() => wire.decodeForwardFrame(wire.encodeForwardFrame(frame))),
    /an id, a timeout and a keyspace/,
  )
  const lost = { ...frame, operationIds: [], timeoutsMs: [], resultIds: [1] }
  t.match(
    refusal(() => wire.decodeForwardFrame(wire.encodeForwardFrame(lost))),
    /with every result/,
  )
})

t.test("one changed bit of a snapshot chunk's pairs is noticed", async () => {
  const chunk = fc.record({
    pairs: fc.array(fc.record({ key: sample.bytes, value: sample.bytes }), { minLength: 1 }),
    last: fc.boolean(),
    pairsTotal: fc.nat(),
  })
  const value = Uint8Array.of(0, 0, 0, 0, 0, 141)
  const swallowed = { pairs: [{ key: Uint8Array.of(0, 0), value }], last: false, pairsTotal: 0 }
  fc.assert(
    fc.property(chunk, fc.nat(), (parts, bit) => {
      const bytes = new Uint8Array(wire.encodeSnapshotChunk({ header: undefined, ...parts }))
      const clean = sample.plain(wire.decodeSnapshotChunk(bytes).pairs)
      const at = (bit >>> 3) % bytes.length
      bytes[at] = (bytes[at] as number) ^ (1 << (bit & 7))
      try {
        deepStrictEqual(sample.plain(wire.decodeSnapshotChunk(bytes).pairs), clean)
      } catch (error) {
        if (!(error instanceof KvError)) throw error
      }
    }),
    {
      numRuns: 1_000,
      // The pair and the checksum behind it become the value of an unknown field.
      examples: [[swallowed, 7]],
    },
  )
})

t.test("a writer whose guess was too small grows", async (t) => {
  const both = [new Writer(0), new Writer(0)] as const
  for (const writer of both) {
    const outer = writer.begin(1)
    const inner = writer.begin(2, 100_000)
    writer.presentBytes(3, new Uint8Array(70_000).fill(1))
    writer.end(inner)
    writer.string(4, "é".repeat(300))
    writer.end(outer)
  }
  const [first, second] = both.map((writer) => writer.finish())
  t.same(first, second)
  const reader = protobuf.Reader.create(first as Uint8Array)
  t.equal(reader.uint32(), 10)
  t.equal(reader.bytes().length, (first as Uint8Array).length - 4)
})
