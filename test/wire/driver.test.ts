/** What nodes and the driver say to each other, against the generated codecs. */
import { deepStrictEqual } from "node:assert/strict"
import fc from "fast-check"
import t from "tap"

import type { RangeReport } from "../../src/core/placement/types.ts"
import { ringraft } from "../../src/wire/gen/ringraft.js"
import * as wire from "../../src/wire/index.ts"
import * as sample from "./samples.ts"
import { labels, storeTable } from "./store-samples.ts"

const v1 = ringraft.v1
const internal = ringraft.internal.v1

const safe = fc.oneof(fc.nat(300), fc.maxSafeNat())
const uint32 = fc.nat(0xffff_ffff)
const { text } = sample

const report: fc.Arbitrary<RangeReport> = fc
  .tuple(
    sample.descriptor,
    fc.record({
      term: safe,
      leader: uint32,
      replicas: fc.array(
        fc.record({
          store: uint32,
          replicaId: uint32,
          role: fc.constantFrom("voter", "learner", "incoming", "outgoing"),
        }),
        { maxLength: 3 },
      ),
      down: fc.array(uint32, { maxLength: 2 }),
      pending: fc.array(uint32, { maxLength: 2 }),
      bytes: safe,
      keys: safe,
      readRate: safe,
      writeRate: safe,
    }),
  )
  .map(([range, rest]) => ({ ...range, ...rest }))

const beat: fc.Arbitrary<wire.Beat> = fc.record({
  store: fc.record({
    ...{ store: uint32, capacityBytes: safe, usedBytes: safe, ranges: uint32, leaders: uint32 },
    takesMore: fc.boolean(),
  }),
  storeKey: text,
  address: text,
  labels,
  tableVersion: safe,
  ranges: fc.array(report, { maxLength: 3 }),
  incoming: fc.array(fc.record({ rangeId: safe, bytes: safe, ageMs: safe }), { maxLength: 3 }),
  droppedVersion: safe,
  leaving: fc.array(fc.record({ keyspaceId: uint32, left: uint32, gone: uint32 }), {
    maxLength: 3,
  }),
})

function namedReport({ term, leader, replicas, down, pending, ...rest }: RangeReport): object {
  const { bytes, keys, readRate, writeRate, ...range } = rest
  return { range, term, leader, replicas, down, pending, bytes, keys, readRate, writeRate }
}

function namedBeat({ store: { store, ...facts }, ranges, ...rest }: wire.Beat): object {
  return { nodeId: store, ...facts, ...rest, reports: ranges.map(namedReport) }
}

t.test("a beat is what the contract says, both ways", async () => {
  fc.assert(
    fc.property(beat, (each) => {
      const encoded = wire.encodeBeat(each)
      const generated = internal.Beat.encode(namedBeat(each) as never).finish()
      deepStrictEqual(sample.plain(wire.decodeBeat(encoded)), sample.plain(each))
      deepStrictEqual(sample.plain(wire.decodeBeat(generated)), sample.plain(each))
      const again = internal.Beat.encode(internal.Beat.decode(encoded)).finish()
      deepStrictEqual(sample.plain(wire.decodeBeat(again)), sample.plain(each))
    }),
  )
})

t.test("an answer is what the contract says, both ways", async () => {
  const answers = fc.record({
    driverNodeId: uint32,
    driverTerm: safe,
    table: fc.option(storeTable, { nil: undefined }),
    dropped: fc.option(fc.record({ version: safe, ids: fc.array(uint32, { maxLength: 3 }) }), {
      nil: undefined,
    }),
  })
  fc.assert(
    fc.property(answers, (answer) => {
      const encoded = wire.encodeBeatAnswer(answer)
      const generated = internal.BeatAnswer.encode(answer as never).finish()
      deepStrictEqual(sample.plain(wire.decodeBeatAnswer(encoded)), sample.plain(answer))
      deepStrictEqual(sample.plain(wire.decodeBeatAnswer(generated)), sample.plain(answer))
    }),
  )
})

/** One message: our codec, the generated one, and what the value is called there. */
interface Twin<T> {
  readonly name: string
  readonly values: fc.Arbitrary<T>
  readonly encode: (value: T) => Uint8Array
  readonly decode: (bytes: Uint8Array) => unknown
  readonly generated: {
    // biome-ignore lint/suspicious/noExplicitAny: each codec takes its own properties
    encode(properties: any): { finish(): Uint8Array }
    decode(bytes: Uint8Array): object
  }
  readonly named: (value: T) => object
}

function twin<T>(each: Twin<T>): Twin<unknown> {
  return each as Twin<unknown>
}

const place = fc.record({ keyspaceId: uint32, key: sample.bytes, before: fc.boolean() })
const location = fc.record({
  range: sample.descriptor,
  leader: uint32,
  replicas: fc.array(uint32, { maxLength: 3 }),
})
const operator: fc.Arbitrary<wire.OperatorSummary> = fc.record({
  ...{ id: safe, kind: text, rangeId: safe, why: text, steps: fc.array(text, { maxLength: 3 }) },
  ...{ stepsDone: uint32, end: text, reason: text, ageMs: safe },
  ...{ bytes: safe, bytesTotal: safe, bytesPerSecond: safe },
})
const job: fc.Arbitrary<wire.JobSummary> = fc.record({
  ...{ id: safe, kind: text, keyspace: text, ageMs: safe, tookMs: safe, gone: safe, left: safe },
  waitsFor: fc.array(uint32, { maxLength: 3 }),
})
const member = fc.record({ nodeId: uint32, address: text })

const twins: readonly Twin<unknown>[] = [
  twin({
    name: "LocateRequest",
    values: fc.array(place, { maxLength: 3 }),
    encode: wire.encodePlaces,
    decode: wire.decodePlaces,
    generated: internal.LocateRequest,
    named: (places) => ({ places }),
  }),
  twin({
    name: "LocateResponse",
    values: fc.array(location, { maxLength: 3 }),
    encode: wire.encodeLocations,
    decode: wire.decodeLocations,
    generated: internal.LocateResponse,
    named: (locations) => ({ locations }),
  }),
  twin({
    name: "JoinRequest",
    values: fc.record({ clusterId: text, nodeId: uint32, storeKey: text, address: text, labels }),
    encode: wire.encodeJoinRequest,
    decode: wire.decodeJoinRequest,
    generated: v1.JoinRequest,
    named: (request) => request,
  }),
  twin({
    name: "JoinResponse",
    values: fc.record({
      ...{ nodeId: uint32, clusterKey: text },
      members: fc.array(member, { maxLength: 3 }),
    }),
    encode: wire.encodeJoinResponse,
    decode: wire.decodeJoinResponse,
    generated: v1.JoinResponse,
    named: (response) => response,
  }),
  twin({
    name: "SetStoreStateRequest",
    values: fc.record({ nodeId: uint32, state: text, force: fc.boolean() }),
    encode: wire.encodeStateAsked,
    decode: wire.decodeStateAsked,
    generated: v1.SetStoreStateRequest,
    named: (asked) => asked,
  }),
  twin({
    name: "ListStoresResponse",
    values: fc.array(
      fc.record({
        ...{ nodeId: uint32, address: text, state: text, labels, ranges: uint32, leaders: uint32 },
        ...{ bytes: safe, capacityBytes: safe, usedBytes: safe, heardMsAgo: safe, stateMs: safe },
      }),
      { maxLength: 3 },
    ),
    encode: wire.encodeStoreList,
    decode: wire.decodeStoreList,
    generated: v1.ListStoresResponse,
    named: (stores) => ({ stores }),
  }),
  twin({
    name: "DropRecord",
    values: fc.record({
      ...{ keyspaceId: uint32, name: text, begunAtMs: safe, endedAtMs: safe, gone: safe },
    }),
    encode: wire.encodeDropRecord,
    decode: wire.decodeDropRecord,
    generated: internal.DropRecord,
    named: (record) => record,
  }),
  twin({
    name: "Job",
    values: job,
    encode: wire.encodeJob,
    decode: wire.decodeJob,
    generated: v1.Job,
    named: (each) => each,
  }),
  twin({
    name: "ListJobsResponse",
    values: fc.array(job, { maxLength: 3 }),
    encode: wire.encodeJobList,
    decode: wire.decodeJobList,
    generated: v1.ListJobsResponse,
    named: (jobs) => ({ jobs }),
  }),
  twin({
    name: "OperatorRecord",
    values: fc.record({ operator, begunAtMs: safe }),
    encode: wire.encodeOperatorRecord,
    decode: wire.decodeOperatorRecord,
    generated: internal.OperatorRecord,
    named: (record) => record,
  }),
  twin({
    name: "OperatorRecords",
    values: fc.array(fc.record({ operator, begunAtMs: safe }), { maxLength: 3 }),
    encode: wire.encodeOperatorRecords,
    decode: wire.decodeOperatorRecords,
    generated: internal.OperatorRecords,
    named: (records) => ({ records }),
  }),
  twin({
    name: "ListOperatorsResponse",
    values: fc.array(operator, { maxLength: 3 }),
    encode: wire.encodeOperatorList,
    decode: wire.decodeOperatorList,
    generated: v1.ListOperatorsResponse,
    named: (operators) => ({ operators }),
  }),
  twin({
    name: "SetStoreLabelsRequest",
    values: fc.record({ nodeId: uint32, labels }),
    encode: wire.encodeLabelsOfStore,
    decode: wire.decodeLabelsOfStore,
    generated: v1.SetStoreLabelsRequest,
    named: (request) => request,
  }),
  twin({
    name: "SetStoreLabelsResponse",
    values: labels,
    encode: wire.encodeLabels,
    decode: wire.decodeLabels,
    generated: v1.SetStoreLabelsResponse,
    named: (told) => ({ labels: told }),
  }),
]

for (const { name, values, encode, decode, generated, named } of twins) {
  t.test(`${name} is what the contract says, both ways`, async () => {
    fc.assert(
      fc.property(values, (value) => {
        const ours = encode(value)
        deepStrictEqual(sample.plain(decode(ours)), sample.plain(value))
        const theirs = generated.encode(named(value)).finish()
        deepStrictEqual(sample.plain(decode(theirs)), sample.plain(value))
        const again = generated.encode(generated.decode(ours)).finish()
        deepStrictEqual(sample.plain(decode(again)), sample.plain(value))
      }),
    )
  })
}

t.test("a question to the driver and its answer carry their messages as they are", async (t) => {
  for (const question of ["beat", "locate", "join", "stores", "labels", "jobs", "note"] as const) {
    const body = Uint8Array.of(0x08, 7)
    const bytes = wire.encodeDriverMessage({ question, body })
    t.same(wire.decodeDriverMessage(bytes), { question, body })
    t.ok(question in internal.DriverRequest.decode(bytes))
    t.ok(question in internal.DriverResponse.decode(bytes))
  }
})

t.test("a table of stores survives its record", async () => {
  fc.assert(
    fc.property(storeTable, (each) => {
      const read = wire.decodeStoreTable(wire.encodeStoreTable(each))
      deepStrictEqual(sample.plain(read), sample.plain(each))
      const [entry] = each.stores
      if (entry === undefined) return
      const again = wire.decodeStoreEntry(wire.encodeStoreEntry(entry))
      deepStrictEqual(sample.plain(again), sample.plain(entry))
    }),
  )
})

t.test("a state or a role that nobody knows is refused, garbage too", async (t) => {
  const entry = internal.StoreEntry.encode({ nodeId: 1, state: "lost" }).finish()
  t.throws(() => wire.decodeStoreEntry(entry), { code: "invalid_argument" })
  const reports = [{ replicas: [{ store: 1, role: "king" }] }]
  const strange = internal.Beat.encode({ reports }).finish()
  t.throws(() => wire.decodeBeat(strange), { code: "invalid_argument" })
  t.throws(() => wire.decodeDriverMessage(new Uint8Array(0)), { code: "invalid_argument" })
})
