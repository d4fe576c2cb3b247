/** What nodes and the driver say to each other, against the generated codecs. */
import { deepStrictEqual } from "node:assert/strict"
import fc from "fast-check"
import t from "tap"
import { storeStates } from "../../src/base/index.ts"
import type { RangeReport } from "../../src/core/placement/types.ts"
import { ringraft } from "../../src/wire/gen/ringraft.js"
import * as wire from "../../src/wire/index.ts"
import * as sample from "./samples.ts"

const internal = ringraft.internal.v1

const safe = fc.oneof(fc.nat(300), fc.maxSafeNat())
const uint32 = fc.nat(0xffff_ffff)
const { text } = sample

const labels = fc.record({ region: text, zone: text, rack: text, host: text })
const table = fc.record({
  version: safe,
  stores: fc.array(
    fc.record({
      nodeId: uint32,
      address: text,
      labels,
      state: fc.constantFrom(...storeStates),
      sinceMs: safe,
      storeKey: text,
    }),
    { maxLength: 3 },
  ),
})

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
    ...{ takesSnapshots: fc.boolean(), overloaded: fc.boolean() },
  }),
  storeKey: text,
  address: text,
  labels,
  version: text,
  tableVersion: safe,
  ranges: fc.array(report, { maxLength: 3 }),
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
      const encoded = wire.encodeDriverRequest({ type: "beat", beat: each })
      const generated = internal.DriverRequest.encode({ beat: namedBeat(each) } as never).finish()
      const request = { type: "beat", beat: each }
      deepStrictEqual(sample.plain(wire.decodeDriverRequest(encoded)), sample.plain(request))
      deepStrictEqual(sample.plain(wire.decodeDriverRequest(generated)), sample.plain(request))
      const read = internal.DriverRequest.decode(encoded)
      const again = internal.DriverRequest.encode(read).finish()
      deepStrictEqual(sample.plain(wire.decodeDriverRequest(again)), sample.plain(request))
    }),
  )
})

t.test("an answer is what the contract says, both ways", async () => {
  const answers = fc.record({
    driverNodeId: uint32,
    driverTerm: safe,
    table: fc.option(table, { nil: undefined }),
  })
  fc.assert(
    fc.property(answers, (answer) => {
      const response = { type: "beat", answer } as const
      const encoded = wire.encodeDriverResponse(response)
      const generated = internal.DriverResponse.encode({ beat: answer } as never).finish()
      deepStrictEqual(sample.plain(wire.decodeDriverResponse(encoded)), sample.plain(response))
      deepStrictEqual(sample.plain(wire.decodeDriverResponse(generated)), sample.plain(response))
    }),
  )
})

t.test("a table of stores survives its record", async () => {
  fc.assert(
    fc.property(table, (each) => {
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
  const strange = internal.DriverRequest.encode({ beat: { reports } }).finish()
  t.throws(() => wire.decodeDriverRequest(strange), { code: "invalid_argument" })
  t.throws(() => wire.decodeDriverRequest(new Uint8Array(0)), { code: "invalid_argument" })
  t.throws(() => wire.decodeDriverResponse(new Uint8Array(0)), { code: "invalid_argument" })
})
