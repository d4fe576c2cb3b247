import { deepStrictEqual, ok } from "node:assert/strict"
import fc from "fast-check"
import protobuf from "protobufjs/minimal.js"
import t from "tap"
import { type ErrorCode, errorCatalogue, KvError } from "../../src/base/index.ts"
import type { Operation, OperationResult } from "../../src/core/range/types.ts"
import { ringraft } from "../../src/wire/gen/ringraft.js"
import * as wire from "../../src/wire/index.ts"
import { generatedFrame, orderedEnvelopes } from "./raft-frames.ts"
import * as sample from "./samples.ts"

const v1 = ringraft.v1
const internal = ringraft.internal.v1

/** What the generated codecs don't know is dropped, so that a wrong field number shows. */
protobuf.Reader.discardUnknown = true

interface GeneratedCodec {
  // biome-ignore lint/suspicious/noExplicitAny: each codec takes its own properties
  encode(properties: any): { finish(): Uint8Array }
  // biome-ignore lint/suspicious/noExplicitAny: and gives its own class
  decode(bytes: Uint8Array): any
}

/** One message: how we code it, how the generated codec does, and what it is called there. */
interface Codec<T> {
  readonly name: string
  readonly values: fc.Arbitrary<T>
  readonly encode: (value: T) => Uint8Array
  readonly decode: (bytes: Uint8Array) => unknown
  /** The value as `decode` gives it. */
  readonly decoded?: (value: T) => unknown
  readonly generated: GeneratedCodec
  readonly named: (value: T) => object
}

function codec<T>(each: Codec<T>): Codec<unknown> {
  return each as Codec<unknown>
}

type Parts = Omit<wire.DecodedOperation, "request"> & { readonly operation: Operation }

function decodedOperation({ operation, ...rest }: Parts): wire.DecodedOperation {
  return { ...rest, request: operation }
}

function namedOperation({ keyspace, operation, ...head }: Parts): object {
  return { ...head, [operation.type]: sample.generatedRequest(keyspace, operation) }
}

function namedResult(result: OperationResult): object {
  return { [result.type]: sample.generatedResponse(result) }
}

function encodedOperation(operation: Operation): Uint8Array {
  return wire.encodeOperation({ id: 7, timeoutMs: 100, keyspace: "", operation })
}

function errorOf(told: {
  code: ErrorCode
  message: string
  nodeId: number
  address: string
  retryAfterMs: number
}): KvError {
  const { code, message, nodeId, address, retryAfterMs } = told
  const known = nodeId !== 0 || address !== ""
  return new KvError(code, message, {
    ...(known ? { leader: { nodeId, address } } : {}),
    ...(retryAfterMs === 0 ? {} : { retryAfterMs }),
  })
}

function fieldsOf({ code, message, context }: KvError): object {
  return { code, message, context }
}

function outcomeNumber(code: ErrorCode): number {
  return errorCatalogue[code].outcome === "refused" ? 1 : 2
}

const codecs = [
  codec({
    name: "Operation",
    values: sample.operationParts,
    encode: wire.encodeOperation,
    decode: wire.decodeOperation,
    decoded: decodedOperation,
    generated: v1.Operation,
    named: namedOperation,
  }),
  codec({
    name: "Result",
    values: fc.record({ id: fc.nat(), result: sample.result }),
    encode: ({ id, result }) => wire.encodeResult(id, result),
    decode: wire.decodeResult,
    decoded: (value) => ({ ...value, hint: undefined }),
    generated: v1.Result,
    named: ({ id, result }) => ({ id, ...namedResult(result) }),
  }),
  codec({
    name: "Result of an error with a hint",
    values: fc.record({
      code: sample.errorCode,
      message: sample.text,
      leaderNodeId: fc.nat(),
      leaderAddress: sample.text,
      retryAfterMs: fc.integer({ min: 1, max: 100_000 }),
    }),
    encode: ({ code, message, ...hint }) =>
      wire.encodeResult(1, { type: "error", code, message }, hint),
    decode: wire.decodeResult,
    decoded: ({ code, message, ...hint }) => ({
      id: 1,
      result: { type: "error", code, message },
      hint,
    }),
    generated: v1.Result,
    named: (error) => ({ id: 1, error: { ...error, outcome: outcomeNumber(error.code) } }),
  }),
  codec({
    name: "stored result",
    values: sample.result,
    encode: wire.encodeOperationResult,
    decode: wire.decodeOperationResult,
    generated: v1.Result,
    named: namedResult,
  }),
  codec({
    name: "ErrorDetail",
    values: fc.record({
      code: sample.errorCode,
      message: sample.text,
      nodeId: fc.nat(),
      address: sample.text,
      retryAfterMs: fc.nat(),
    }),
    encode: (told) => wire.encodeErrorDetail(errorOf(told)),
    decode: (bytes) => fieldsOf(wire.decodeErrorDetail(bytes)),
    decoded: (told) => fieldsOf(errorOf(told)),
    generated: v1.ErrorDetail,
    named: ({ code, message, nodeId, address, retryAfterMs }) => ({
      ...{ code, message, retryAfterMs, leaderNodeId: nodeId, leaderAddress: address },
      outcome: outcomeNumber(code),
    }),
  }),
  codec({
    name: "SessionRequest",
    values: fc.array(sample.operationParts, { maxLength: 4 }),
    encode: (operations) => wire.encodeSessionRequest(operations.map(wire.encodeOperation)),
    decode: (frame) => wire.splitSessionRequest(frame).map(wire.decodeOperation),
    decoded: (operations) => operations.map(decodedOperation),
    generated: v1.SessionRequest,
    named: (operations) => ({ operations: operations.map(namedOperation) }),
  }),
  codec({
    name: "SessionResponse",
    values: fc.record({
      results: fc.array(sample.result, { maxLength: 4 }),
      routes: fc.array(sample.route, { maxLength: 3 }),
      memberAddresses: fc.array(sample.text, { maxLength: 3 }),
    }),
    encode: ({ results, ...rest }) =>
      wire.encodeSessionResponse({ results: results.map(wire.encodeOperationResult), ...rest }),
    decode: (frame) => {
      const { results, ...rest } = wire.splitSessionResponse(frame)
      return { results: results.map(wire.decodeOperationResult), ...rest }
    },
    generated: v1.SessionResponse,
    named: ({ results, routes, memberAddresses }) => ({
      results: results.map(namedResult),
      ranges: routes.map(({ leader, ...route }) => ({
        ...route,
        ...{ leaderNodeId: leader?.nodeId ?? 0, leaderAddress: leader?.address ?? "" },
      })),
      memberAddresses,
    }),
  }),
  codec({
    name: "BatchRequest",
    values: fc.record({
      keyspace: sample.text,
      operations: fc.array(sample.operationParts, { maxLength: 4 }),
    }),
    encode: ({ keyspace, operations }) =>
      wire.encodeBatchRequest(keyspace, operations.map(wire.encodeOperation)),
    decode: (bytes) => {
      const { keyspace, operations } = wire.splitBatchRequest(bytes)
      return { keyspace, operations: operations.map(wire.decodeOperation) }
    },
    decoded: ({ keyspace, operations }) => ({
      keyspace,
      operations: operations.map(decodedOperation),
    }),
    generated: v1.BatchRequest,
    named: ({ keyspace, operations }) => ({ keyspace, operations: operations.map(namedOperation) }),
  }),
  codec({
    name: "BatchResponse",
    values: fc.array(sample.result, { maxLength: 4 }),
    encode: (results) => wire.encodeBatchResponse(results.map(wire.encodeOperationResult)),
    decode: (bytes) => wire.splitBatchResponse(bytes).map(wire.decodeOperationResult),
    generated: v1.BatchResponse,
    named: (results) => ({ results: results.map(namedResult) }),
  }),
  codec({
    name: "RaftFrame",
    values: orderedEnvelopes,
    encode: wire.encodeRaftFrame,
    decode: wire.decodeRaftFrame,
    generated: internal.RaftFrame,
    named: generatedFrame,
  }),
  codec({
    name: "ForwardFrame",
    values: sample.forwardFrame,
    encode: wire.encodeForwardFrame,
    decode: wire.decodeForwardFrame,
    generated: internal.ForwardFrame,
    named: (frame) => frame,
  }),
  codec({
    name: "Command of a purge",
    values: fc.record({
      type: fc.constant("purge" as const),
      time: fc.maxSafeNat(),
      rangeVersion: fc.maxSafeNat(),
      keys: fc.array(sample.bytes, { maxLength: 4 }),
    }),
    encode: wire.encodeCommand,
    decode: wire.decodeCommand,
    generated: internal.Command,
    named: ({ time, rangeVersion, keys }) => ({
      ...{ format: 2, time, rangeVersion, purge: true },
      purgeKeys: keys,
    }),
  }),
  codec({
    name: "Command of a check",
    values: fc
      .record({
        time: fc.maxSafeNat(),
        rangeVersion: fc.maxSafeNat(),
        index: fc.maxSafeNat(),
        hash: fc.option(sample.text, { nil: undefined }),
      })
      .map(({ index, hash, ...head }) => {
        return hash === undefined
          ? { ...head, type: "hash" as const }
          : { ...head, type: "verdict" as const, index, hash }
      }),
    encode: wire.encodeCommand,
    decode: wire.decodeCommand,
    generated: internal.Command,
    named: ({ time, rangeVersion, ...step }) => ({
      ...{ format: 2, time, rangeVersion },
      ...(step.type === "hash"
        ? { hash: {} }
        : { verdict: { index: step.index, hash: step.hash } }),
    }),
  }),
  codec({
    name: "Command of a batch",
    values: fc.record({
      time: fc.maxSafeNat(),
      rangeVersion: fc.maxSafeNat(),
      operations: fc.array(sample.writeOperation, { maxLength: 4 }),
    }),
    encode: ({ operations, ...head }) =>
      wire.encodeCommand({ ...head, operations: operations.map(encodedOperation) }),
    decode: wire.decodeCommand,
    decoded: (value) => ({ type: "batch", ...value }),
    generated: internal.Command,
    named: ({ operations, ...head }) => ({
      format: 2,
      ...head,
      operations: operations.map(encodedOperation),
    }),
  }),
  codec({
    name: "Command of a split",
    values: fc.record({
      type: fc.constant("split" as const),
      time: fc.maxSafeNat(),
      rangeVersion: fc.maxSafeNat(),
      at: sample.bytes,
      childId: fc.maxSafeNat(),
    }),
    encode: wire.encodeCommand,
    decode: wire.decodeCommand,
    generated: internal.Command,
    named: ({ time, rangeVersion, ...split }) => {
      const { type: _, ...fields } = split
      return { format: 2, time, rangeVersion, split: fields }
    },
  }),
  codec({
    name: "RangeDescriptor",
    values: sample.descriptor,
    encode: wire.encodeDescriptor,
    decode: wire.decodeDescriptor,
    generated: v1.RangeDescriptor,
    named: (descriptor) => descriptor,
  }),
  codec({
    name: "RangeStatus",
    values: sample.rangeSummary,
    encode: wire.encodeRangeSummary,
    decode: wire.decodeRangeSummary,
    generated: v1.RangeStatus,
    named: (summary) => summary,
  }),
  codec({
    name: "ListRangesResponse",
    values: fc.array(sample.rangeSummary, { maxLength: 3 }),
    encode: wire.encodeRangeList,
    decode: wire.decodeRangeList,
    generated: v1.ListRangesResponse,
    named: (ranges) => ({ ranges }),
  }),
  codec({
    name: "LocateKeyRequest",
    values: fc.record({ keyspace: sample.text, key: sample.bytes }),
    encode: wire.encodeKeyOfKeyspace,
    decode: wire.decodeKeyOfKeyspace,
    generated: v1.LocateKeyRequest,
    named: (key) => key,
  }),
  codec({
    name: "SplitRangeRequest",
    values: fc.record({ keyspace: sample.text, key: sample.bytes, rangeId: fc.maxSafeNat() }),
    encode: wire.encodeRangeCut,
    decode: wire.decodeRangeCut,
    generated: v1.SplitRangeRequest,
    named: ({ keyspace, key, rangeId }) => ({ keyspace, at: key, rangeId }),
  }),
  codec({
    name: "SplitRangeResponse",
    values: fc.record({ left: sample.descriptor, right: sample.descriptor }),
    encode: (halves) => sample.responseOf({ type: "split", ...halves }),
    decode: wire.decodeSplitHalves,
    generated: v1.SplitRangeResponse,
    named: (halves) => halves,
  }),
  codec({
    name: "ConfigChangeRequest",
    values: sample.configChange,
    encode: wire.encodeConfigChange,
    decode: wire.decodeConfigChange,
    generated: internal.ConfigChangeRequest,
    named: ({ changes }) => ({
      changes: changes.map(({ type, replica }) => ({
        type: ["addVoter", "addLearner", "remove"].indexOf(type),
        replica,
      })),
    }),
  }),
  codec({
    name: "Configuration",
    values: sample.configuration,
    encode: wire.encodeConfiguration,
    decode: wire.decodeConfiguration,
    generated: internal.Configuration,
    named: (configuration) => configuration,
  }),
  codec({
    name: "SnapshotRequest",
    values: fc.record({
      rangeId: fc.maxSafeNat(),
      index: fc.maxSafeNat(),
      chunksTaken: fc.maxSafeNat(),
    }),
    encode: wire.encodeSnapshotRequest,
    decode: wire.decodeSnapshotRequest,
    generated: internal.SnapshotRequest,
    named: (request) => request,
  }),
  codec({
    name: "StatusResponse",
    values: sample.status,
    encode: wire.encodeStatus,
    decode: wire.decodeStatus,
    generated: v1.StatusResponse,
    named: (status) => status,
  }),
]

/** Their checksums are ours alone, so the generated codec can't make one by itself. */
const snapshotChunk = codec({
  name: "SnapshotChunk",
  values: sample.snapshotChunk,
  encode: wire.encodeSnapshotChunk,
  decode: wire.decodeSnapshotChunk,
  generated: internal.SnapshotChunk,
  named: () => ({}),
})

const all = [...codecs, snapshotChunk]

function refusalOf(decode: () => unknown): string | undefined {
  try {
    decode()
  } catch (error) {
    if (error instanceof KvError) return error.code
    throw error
  }
  return undefined
}

for (const { name, values, encode, decode, decoded, generated, named } of all) {
  const expected = (value: unknown) => sample.plain(decoded === undefined ? value : decoded(value))

  t.test(`${name}: what is encoded is decoded`, async () => {
    fc.assert(
      fc.property(values, (value) => {
        deepStrictEqual(sample.plain(decode(encode(value))), expected(value))
      }),
    )
  })

  t.test(`${name}: generated codecs read what we write`, async () => {
    fc.assert(
      fc.property(values, (value) => {
        const again = generated.encode(generated.decode(encode(value))).finish()
        deepStrictEqual(sample.plain(decode(again)), expected(value))
      }),
    )
  })

  if (name !== snapshotChunk.name) {
    t.test(`${name}: we read what generated codecs write`, async () => {
      fc.assert(
        fc.property(values, (value) => {
          const bytes = generated.encode(named(value)).finish()
          deepStrictEqual(sample.plain(decode(bytes)), expected(value))
        }),
      )
    })
  }

  t.test(`${name}: a beginning of it is refused or read, never worse`, async () => {
    fc.assert(
      fc.property(values, fc.nat(), (value, cut) => {
        const bytes = encode(value)
        const length = cut % (bytes.length + 1)
        const code = refusalOf(() => decode(bytes.subarray(0, length)))
        let boundary = 0
        for (const field of sample.topLevelFields(bytes)) {
          if (boundary < length) boundary += field.length
        }
        if (boundary === length) ok(isFair(code))
        else deepStrictEqual(code, "invalid_argument")
      }),
    )
  })

  t.test(`${name}: damaged bytes are refused or read, never worse`, async () => {
    fc.assert(
      fc.property(values, fc.array(fc.tuple(fc.nat(), fc.nat(255))), (value, damages) => {
        const bytes = new Uint8Array(encode(value))
        for (const [at, byte] of damages) bytes[at % (bytes.length + 1)] = byte
        ok(isFair(refusalOf(() => decode(bytes))))
      }),
    )
  })

  t.test(`${name}: garbage is refused or read, never worse`, async () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        ok(isFair(refusalOf(() => decode(bytes))))
      }),
      { numRuns: 500 },
    )
  })

  t.test(`${name}: unknown fields are skipped, wherever they are`, async () => {
    fc.assert(
      fc.property(values, sample.unknownFields, fc.nat(), (value, unknown, at) => {
        const fields = sample.topLevelFields(encode(value))
        fields.splice(at % (fields.length + 1), 0, unknown)
        deepStrictEqual(sample.plain(decode(Buffer.concat(fields))), expected(value))
      }),
    )
  })

  t.test(`${name}: a message is not disturbed by the next ones`, async () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 20 }), (each) => {
        const encoded = each.map(encode)
        deepStrictEqual(sample.plain(encoded.map(decode)), each.map(expected))
      }),
      { numRuns: 20 },
    )
  })
}

function isFair(code: string | undefined): boolean {
  return code === undefined || code === "invalid_argument" || code === "data_loss"
}
