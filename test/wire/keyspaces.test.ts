/** What messages say of keyspaces, against the generated codecs, both ways. */
import { deepStrictEqual } from "node:assert/strict"
import fc from "fast-check"
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { ringraft } from "../../src/wire/gen/ringraft.js"
import * as wire from "../../src/wire/index.ts"
import * as sample from "./samples.ts"

const v1 = ringraft.v1

interface Twin {
  // biome-ignore lint/suspicious/noExplicitAny: each codec takes its own properties
  encode(properties: any): { finish(): Uint8Array }
}

function agrees<T extends object>(
  values: fc.Arbitrary<T>,
  encode: (value: T) => Uint8Array,
  decode: (bytes: Uint8Array) => T,
  twin: Twin,
  named: (value: T) => object = (value) => value,
): void {
  const read = (bytes: Uint8Array) => sample.plain(decode(bytes))
  fc.assert(
    fc.property(values, sample.unknownFields, (value, unknown) => {
      const expected = sample.plain(value)
      const theirs = twin.encode(named(value)).finish()
      deepStrictEqual(read(encode(value)), expected)
      deepStrictEqual(read(theirs), expected)
      deepStrictEqual(read(Buffer.concat([unknown, theirs, unknown])), expected)
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (garbage) => {
      try {
        decode(garbage)
      } catch (error) {
        if (!(error instanceof KvError) || error.code !== "invalid_argument") throw error
      }
    }),
  )
}

t.test("a record", async () => {
  agrees(sample.keyspaceRecord, wire.encodeKeyspaceRecord, wire.decodeKeyspaceRecord, v1.Keyspace)
})

t.test("a creation", async () => {
  const { encodeKeyspaceCreation: encode, decodeKeyspaceCreation: decode } = wire
  agrees<wire.KeyspaceCreation>(sample.keyspaceCreation, encode, decode, v1.CreateKeyspaceRequest)
})

t.test("a change, and what it came to", async () => {
  const { encodeKeyspaceChange: encode, decodeKeyspaceChange: decode } = wire
  agrees<wire.KeyspaceChange>(sample.keyspaceChange, encode, decode, v1.AlterKeyspaceRequest)
  const { encodeAlteredKeyspace, decodeAlteredKeyspace } = wire
  const named = (keyspace: wire.KeyspaceRecord) => ({ keyspace })
  const altered = [encodeAlteredKeyspace, decodeAlteredKeyspace] as const
  agrees(sample.keyspaceRecord, ...altered, v1.AlterKeyspaceResponse, named)
})

t.test("the name of one that is to go", async () => {
  const { encodeKeyspaceName: encode, decodeKeyspaceName } = wire
  const decode = (bytes: Uint8Array) => ({ name: decodeKeyspaceName(bytes) })
  const names = fc.record({ name: sample.text })
  agrees(names, ({ name }) => encode(name), decode, v1.DropKeyspaceRequest)
})

t.test("what was created", async () => {
  const { encodeCreatedKeyspace: encode, decodeCreatedKeyspace: decode } = wire
  agrees<wire.CreatedKeyspace>(sample.createdKeyspace, encode, decode, v1.CreateKeyspaceResponse)
})

t.test("a list of them", async () => {
  const { encodeKeyspaceList: encode, decodeKeyspaceList: decode } = wire
  const lists = fc.array(sample.keyspaceRecord, { maxLength: 3 })
  const named = (keyspaces: readonly wire.KeyspaceRecord[]) => ({ keyspaces })
  agrees<readonly wire.KeyspaceRecord[]>(lists, encode, decode, v1.ListKeyspacesResponse, named)
})
