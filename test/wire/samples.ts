/** Arbitrary values of everything that has a codec, and the generated codecs' names for them. */
import fc from "fast-check"
import protobuf from "protobufjs/minimal.js"
import { type ErrorCode, errorCatalogue } from "../../src/base/index.ts"
import type { Configuration, Entry, Message, SnapshotMeta } from "../../src/core/raft/types.ts"
import type { KeyspaceRecord } from "../../src/core/range/index.ts"
import type {
  Consistency,
  KeyedCell,
  Operation,
  OperationResult,
  RangeDescriptor,
  ReplicaChange,
  WriteOperation,
} from "../../src/core/range/types.ts"
import {
  type Envelope,
  encodeResult,
  type RangeRoute,
  type RangeSummary,
  responseOfResult,
} from "../../src/wire/index.ts"
import { storeTable } from "./store-samples.ts"

const safe = fc.oneof(fc.nat(300), fc.maxSafeNat())
const uint32 = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 0xffff_ffff }))
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const flag = fc.boolean()
export const text = fc.string({ unit: "grapheme", maxLength: 100 })
export const bytes = fc.oneof(
  { weight: 8, arbitrary: fc.uint8Array({ maxLength: 40 }) },
  { weight: 2, arbitrary: fc.uint8Array({ minLength: 120, maxLength: 300 }) },
  { weight: 1, arbitrary: fc.nat(40_000).map((length) => new Uint8Array(length).fill(7)) },
)

const consistencies: readonly Consistency[] = ["linearizable", "lease", "stale"]
const consistency = fc.constantFrom(...consistencies)
const requestId = fc.option(
  fc.record({
    clientId: fc.oneof(fc.constant(new Uint8Array(16).fill(1)), fc.uint8Array({ maxLength: 20 })),
    sequence: safe,
    acknowledgedBelow: safe,
  }),
  { nil: undefined },
)
const ttlMs = fc.option(fc.oneof(safe, fc.maxSafeInteger()), { nil: undefined })

/** The bytes that a unary call is answered with. */
export function responseOf(result: OperationResult): Uint8Array {
  const answer = responseOfResult(encodeResult(0, result))
  if ("error" in answer) throw answer.error
  return answer.response
}

export const writeOperation: fc.Arbitrary<WriteOperation> = fc.oneof(
  fc.record({ type: fc.constant("put" as const), key: bytes, value: bytes, ttlMs, requestId }),
  fc.record({ type: fc.constant("delete" as const), key: bytes, requestId }),
  fc.record({
    type: fc.constant("compareAndSwap" as const),
    key: bytes,
    expect: fc.oneof(
      fc.constant({ type: "absent" as const }),
      fc.record({ type: fc.constant("version" as const), version: safe }),
      fc.record({ type: fc.constant("value" as const), value: bytes }),
    ),
    value: fc.option(bytes, { nil: undefined }),
    ttlMs,
    requestId,
  }),
  fc.record({
    type: fc.constant("increment" as const),
    key: bytes,
    delta: int64,
    ttlMs,
    requestId,
  }),
  fc.record({ type: fc.constant("deleteRange" as const), start: bytes, end: bytes, requestId }),
  fc.record({
    type: fc.constant("addKeyspace" as const),
    key: bytes,
    record: bytes,
    newId: safe,
    requestId,
  }),
)

const changeTypes: readonly ReplicaChange["type"][] = ["addVoter", "addLearner", "remove"]
export const replicaChange: fc.Arbitrary<ReplicaChange> = fc.record({
  type: fc.constantFrom(...changeTypes),
  nodeId: uint32,
})

const plainDescriptor = {
  rangeId: safe,
  keyspaceId: uint32,
  start: bytes,
  end: bytes,
  version: safe,
  configVersion: safe,
}
const freeze = fc.record({
  ...{ into: safe, version: safe, configVersion: safe, index: safe, term: safe },
})
export const descriptor: fc.Arbitrary<RangeDescriptor> = fc.oneof(
  fc.record(plainDescriptor),
  fc.record({ ...plainDescriptor, frozen: freeze, absorbed: fc.constant(undefined) }),
  fc.record({
    ...plainDescriptor,
    frozen: fc.option(freeze, { nil: undefined }),
    absorbed: fc.array(safe, { minLength: 1, maxLength: 3 }),
  }),
)

const splitsBy = ["size", "load"] as const

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  writeOperation,
  fc.record({ type: fc.constant("split" as const), at: bytes, childId: safe }),
  fc.record({
    type: fc.constant("split" as const),
    at: bytes,
    by: fc.constantFrom(...splitsBy),
    childId: safe,
  }),
  fc.record({ type: fc.constant("merge" as const), at: bytes, into: safe }),
  fc.record({ type: fc.constant("absorb" as const), source: descriptor, giveUp: flag }),
  fc.record({ type: fc.constant("transfer" as const), key: bytes, to: uint32 }),
  fc.record({ type: fc.constant("check" as const), key: bytes }),
  fc.record({ type: fc.constant("ask" as const), request: bytes }),
  fc.record({
    type: fc.constant("changeReplicas" as const),
    key: bytes,
    rangeId: safe,
    configVersion: safe,
    changes: fc.array(replicaChange, { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant("get" as const), key: bytes, consistency }),
  fc.record({
    type: fc.constant("scan" as const),
    start: bytes,
    end: bytes,
    limit: fc.maxSafeInteger(),
    reverse: flag,
    keysOnly: flag,
    consistency,
  }),
)

export const operationParts = fc.record({
  id: uint32,
  timeoutMs: uint32,
  rangeId: safe,
  rangeVersion: safe,
  keyspace: fc.oneof(fc.constantFrom("", "default"), text),
  operation,
})

export const route: fc.Arbitrary<RangeRoute> = fc.record({
  keyspace: text,
  range: descriptor,
  leader: fc.option(fc.record({ nodeId: uint32, address: text.map((each) => `a${each}`) }), {
    nil: undefined,
  }),
})

export const rangeSummary: fc.Arbitrary<RangeSummary> = fc.record({
  range: descriptor,
  keyspace: text,
  replicas: fc.array(fc.record({ nodeId: uint32, role: text }), { maxLength: 3 }),
  leaderNodeId: uint32,
  term: safe,
  ...{ appliedIndex: safe, firstIndex: safe, commitIndex: safe, lastIndex: safe, readFrom: text },
  ...{ bytes: safe, keys: safe, readsPerSecond: safe, writesPerSecond: safe },
})

const cell = { value: bytes, version: safe, expiresAtMs: safe }
const keyedCell: fc.Arbitrary<KeyedCell> = fc.record({ key: bytes, ...cell })
export const errorCode = fc.constantFrom(...(Object.keys(errorCatalogue) as ErrorCode[]))

const checkOutcomes = ["unanswered", "agreed", "differs", "undecided"] as const

export const result: fc.Arbitrary<OperationResult> = fc.oneof(
  fc.record({ type: fc.constantFrom("put" as const, "delete" as const), version: safe }),
  fc
    .record({ swapped: flag, version: safe, found: flag, value: bytes })
    .map(({ swapped, version, found, value }) => ({
      type: "compareAndSwap" as const,
      swapped,
      version,
      found,
      value: found && !swapped ? value : undefined,
    })),
  fc.record({ type: fc.constant("increment" as const), value: int64, version: safe }),
  fc.record({
    type: fc.constant("deleteRange" as const),
    deleted: safe,
    version: safe,
    resumeKey: bytes,
    more: flag,
  }),
  fc.record({
    type: fc.constant("get" as const),
    cell: fc.option(fc.record(cell), { nil: undefined }),
  }),
  fc.record({
    type: fc.constant("scan" as const),
    cells: fc.array(keyedCell, { maxLength: 5 }),
    resumeKey: bytes,
    more: flag,
  }),
  fc.record({ type: fc.constant("ask" as const), response: bytes }),
  fc.record({ type: fc.constant("split" as const), left: descriptor, right: descriptor }),
  fc.record({ type: fc.constant("merge" as const), range: descriptor }),
  fc.record({ type: fc.constant("absorb" as const), range: descriptor }),
  fc.record({ type: fc.constant("transfer" as const), range: descriptor }),
  fc.record({
    type: fc.constant("check" as const),
    range: descriptor,
    index: safe,
    outcome: fc.constantFrom(...checkOutcomes),
    hashes: fc.array(fc.record({ nodeId: uint32, hash: text }), { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant("addKeyspace" as const), version: safe, range: descriptor }),
  fc.record({ type: fc.constant("changeReplicas" as const), range: descriptor }),
  fc.record({ type: fc.constant("error" as const), code: errorCode, message: text }),
)

const replicas = fc.array(safe, { maxLength: 5 })
export const configuration: fc.Arbitrary<Configuration> = fc.record({
  voters: replicas,
  votersOutgoing: replicas,
  learners: replicas,
  learnersNext: replicas,
  leaving: replicas,
  autoLeave: flag,
})
export const snapshotMeta: fc.Arbitrary<SnapshotMeta> = fc.record({
  index: safe,
  term: safe,
  configuration,
})

const entryId = fc.record({ index: safe, term: safe })
const entry: fc.Arbitrary<Entry> = fc.record({
  index: safe,
  term: safe,
  kind: fc.constantFrom("normal" as const, "empty" as const, "config" as const),
  data: bytes,
})

/** Not there as a rule. */
const rare = fc.oneof(fc.constant(0), safe)

/** Every kind of message, with the fields of its body. */
const bodies = {
  voteRequest: { preVote: flag, last: entryId, transfer: flag },
  voteResponse: { preVote: flag, granted: flag, commit: entryId },
  appendRequest: { previous: entryId, entries: fc.array(entry, { maxLength: 4 }), commit: safe },
  appendResponse: {
    rejected: flag,
    index: safe,
    hint: fc.oneof(entryId, fc.constant({ index: 0, term: 0 })),
    damageNonce: rare,
    snapshotWanted: rare,
  },
  heartbeat: { commit: safe, readPosition: safe, damageNonce: rare, lastIndex: rare },
  heartbeatResponse: { readPosition: safe, damageNonce: rare, snapshotWanted: rare },
  snapshotOffer: { snapshot: snapshotMeta, logStart: safe },
  timeoutNow: {},
  gone: { merged: flag },
  readIndexRequest: { context: safe },
  readIndexResponse: { context: safe, index: safe },
  quiesce: { commit: safe },
  wake: {},
}

const messages = Object.entries(bodies).map(([type, body]) =>
  fc.record({ type: fc.constant(type), from: safe, to: safe, term: safe, ...body }),
) as unknown as fc.Arbitrary<Message>[]

export const envelopes = fc.array(
  fc.oneof(
    fc.record({ rangeId: safe, message: fc.oneof(...messages) }),
    fc.record({ rangeId: safe, message: fc.oneof(...messages), range: descriptor }),
  ),
  { maxLength: 4 },
)

export const forwardFrame = fc
  .record({
    operations: fc.array(fc.record({ id: uint32, timeoutMs: uint32, keyspaceId: uint32, bytes }), {
      maxLength: 4,
    }),
    results: fc.array(fc.record({ id: uint32, bytes }), { maxLength: 4 }),
    origins: fc.tuple(uint32, uint32),
    hashReports: fc.array(fc.record({ rangeId: safe, replica: uint32, index: safe, hash: text }), {
      maxLength: 4,
    }),
    tableVersion: safe,
    table: fc.option(storeTable, { nil: undefined }),
  })
  .map(({ operations, results, origins: [operationsOrigin, resultsOrigin], ...rest }) => ({
    ...{ operationsOrigin, resultsOrigin, ...rest },
    operationIds: operations.map(({ id }) => id),
    timeoutsMs: operations.map(({ timeoutMs }) => timeoutMs),
    operations: operations.map((each) => each.bytes),
    keyspaceIds: operations.map(({ keyspaceId }) => keyspaceId),
    resultIds: results.map(({ id }) => id),
    results: results.map((each) => each.bytes),
  }))

export const configChange = fc.record({
  changes: fc.array(
    fc.record({
      type: fc.constantFrom("addVoter" as const, "addLearner" as const, "remove" as const),
      replica: safe,
    }),
    { maxLength: 3 },
  ),
})

export const snapshotChunk = fc.record({
  header: fc.option(
    fc.record({ rangeId: safe, meta: snapshotMeta, time: safe, range: descriptor }),
    {
      nil: undefined,
    },
  ),
  pairs: fc.array(fc.record({ key: bytes, value: bytes }), { maxLength: 4 }),
  last: flag,
  pairsTotal: safe,
})

export const keyspaceRecord: fc.Arbitrary<KeyspaceRecord> = fc.record({
  ...{ id: uint32, name: text, replicas: uint32, rangeBytes: safe, droppedAtMs: safe },
  defaultTtlMs: safe,
})

export const keyspaceCreation = fc.record({
  name: text,
  splitAt: fc.array(bytes, { maxLength: 3 }),
  ...{ replicas: uint32, rangeBytes: safe, defaultTtlMs: safe },
  requestId,
})

export const keyspaceChange = fc.record({
  ...{ name: text, replicas: uint32, rangeBytes: safe },
  defaultTtlMs: fc.option(safe, { nil: undefined }),
})

export const createdKeyspace = fc.record({
  keyspace: keyspaceRecord,
  notSplitAt: fc.array(bytes, { maxLength: 3 }),
  reason: text,
})

export const status = fc.record({
  version: text,
  clusterId: text,
  nodeId: uint32,
  address: text,
  role: text,
  leaderNodeId: uint32,
  term: safe,
  firstIndex: safe,
  lastIndex: safe,
  commitIndex: safe,
  appliedIndex: safe,
  members: fc.array(fc.record({ nodeId: uint32, address: text }), { maxLength: 3 }),
  condition: text,
  uptimeMs: safe,
  residentBytes: safe,
  operationsPending: safe,
  ranges: uint32,
  leaders: uint32,
  undecided: uint32,
})

/** Its typings know an instance only. */
interface LongClass {
  fromString(text: string): unknown
}

/** A signed 64-bit integer as the generated codecs take it. */
export function long(value: bigint): unknown {
  return (protobuf.util.Long as unknown as LongClass).fromString(value.toString())
}

/** The generated codecs' object for an operation of a keyspace. */
export function generatedRequest(keyspace: string, each: Operation): object {
  const { type: _, ...fields } = each
  if (each.type === "compareAndSwap") {
    const { expect, value, key, ttlMs, requestId } = each
    return {
      ...{ keyspace, key, ttlMs, requestId },
      ...(expect.type === "absent" ? { expectAbsent: true } : {}),
      ...(expect.type === "version" ? { expectVersion: expect.version } : {}),
      ...(expect.type === "value" ? { expectValue: expect.value } : {}),
      ...(value === undefined ? { delete: true } : { value }),
    }
  }
  if (each.type === "split" && each.by !== undefined) {
    return { keyspace, ...fields, by: 1 + splitsBy.indexOf(each.by) }
  }
  if (each.type === "transfer") return { keyspace, key: each.key, toNodeId: each.to }
  if (each.type === "increment") return { keyspace, ...fields, delta: long(each.delta) }
  if (each.type === "changeReplicas") {
    const named = ({ type, nodeId }: ReplicaChange) => ({ type: changeTypes.indexOf(type), nodeId })
    return { keyspace, ...fields, changes: each.changes.map(named) }
  }
  if (!("consistency" in each)) return { keyspace, ...fields }
  return { keyspace, ...fields, consistency: consistencies.indexOf(each.consistency) }
}

/** The generated codecs' object for the response, or error, of a result. */
export function generatedResponse(each: OperationResult): object {
  switch (each.type) {
    case "get":
      return each.cell === undefined ? { found: false } : { found: true, ...each.cell }
    case "increment":
      return { value: long(each.value), version: each.version }
    case "transfer":
      return { range: each.range }
    case "check": {
      const { range, index, hashes } = each
      return { range, index, hashes, outcome: checkOutcomes.indexOf(each.outcome) }
    }
    case "error": {
      const outcome = errorCatalogue[each.code].outcome === "refused" ? 1 : 2
      return { code: each.code, message: each.message, outcome }
    }
    default: {
      const { type: _, ...fields } = each
      return fields
    }
  }
}

const kinds = ["normal", "empty", "config"]

/** The generated codecs' object for a Raft message. */
export function generatedMessage({ rangeId, message, range }: Envelope): object {
  const { type, from, to, term, ...body } = message
  const entries =
    type === "appendRequest"
      ? { entries: message.entries.map((each) => ({ ...each, kind: kinds.indexOf(each.kind) })) }
      : {}
  const told = range === undefined ? {} : { range }
  return { rangeId, from, to, term, [type]: { ...body, ...entries }, ...told }
}

/** For comparing: byte strings of whatever class in one form. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString("hex")}`
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]))
}

/** Fields of every wire type under a number that no message uses. */
export const unknownFields: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.record({
      wireType: fc.constantFrom(0, 1, 2, 5),
      number: fc.integer({ min: 50, max: 9_999_999 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((fields) => {
    const writer = new protobuf.Writer()
    for (const { wireType, number } of fields) {
      writer.uint32(8 * number + wireType)
      if (wireType === 0) writer.uint64(long(-1n) as never)
      else if (wireType === 1) writer.double(1.5)
      else if (wireType === 2) writer.string("unheard of")
      else writer.fixed32(7)
    }
    return writer.finish()
  })

/** The fields of a message, each with its tag, in their order. */
export function topLevelFields(message: Uint8Array): Uint8Array[] {
  const reader = protobuf.Reader.create(message)
  const fields: Uint8Array[] = []
  while (reader.pos < reader.len) {
    const start = reader.pos
    reader.skipType(reader.uint32() & 7)
    fields.push(message.subarray(start, reader.pos))
  }
  return fields
}
