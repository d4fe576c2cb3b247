/** What asks for a merge, and its steps in the log, against the generated codecs, both ways. */
import { deepStrictEqual } from "node:assert/strict"
import fc from "fast-check"
import t from "tap"
import type { Command } from "../../src/core/range/types.ts"
import { ringraft } from "../../src/wire/gen/ringraft.js"
import {
  decodeCommand,
  decodeRangeMerge,
  encodeCommand,
  encodeRangeMerge,
} from "../../src/wire/index.ts"
import * as sample from "./samples.ts"

const number = fc.maxSafeNat()

type MergeStep = Extract<Command, { readonly type: "freeze" | "thaw" | "absorb" }>

const step = fc
  .record({
    head: fc.record({ time: number, rangeVersion: number }),
    step: fc.oneof(
      fc.constant({ type: "thaw" as const }),
      fc.record({
        ...{ type: fc.constant("freeze" as const), configVersion: number, into: number },
        target: fc.record({ version: number, configVersion: number }),
      }),
      fc.record({
        ...{ type: fc.constant("absorb" as const), source: sample.descriptor },
        giveUp: fc.boolean(),
      }),
    ),
  })
  .map((each): MergeStep => ({ ...each.head, ...each.step }))

function twinOf(command: MergeStep): Uint8Array {
  const { time, rangeVersion } = command
  return ringraft.internal.v1.Command.encode({
    ...{ format: 2, time, rangeVersion },
    ...fieldOf(command),
  }).finish()
}

function fieldOf(command: MergeStep) {
  if (command.type === "thaw") return { thaw: {} }
  if (command.type === "absorb") {
    const { frozen, absorbed, ...range } = command.source
    const source = { ...range, frozen: frozen ?? null, absorbed: [...(absorbed ?? [])] }
    return { absorb: { source, giveUp: command.giveUp } }
  }
  const { configVersion, into, target } = command
  const [intoVersion, intoConfigVersion] = [target.version, target.configVersion]
  return { freeze: { configVersion, into, intoVersion, intoConfigVersion } }
}

t.test("what is written is read, by us and as the proto files say", async () => {
  fc.assert(
    fc.property(step, (command) => {
      const expected = sample.plain(command)
      deepStrictEqual(sample.plain(decodeCommand(encodeCommand(command))), expected)
      deepStrictEqual(sample.plain(decodeCommand(twinOf(command))), expected)
    }),
  )
})

t.test("so is what asks for one", async () => {
  const { MergeRangesRequest } = ringraft.v1
  const ids = fc.record({ rangeId: number, nextRangeId: number }, { noNullPrototype: true })
  fc.assert(
    fc.property(ids, (merge) => {
      const bytes = encodeRangeMerge(merge)
      deepStrictEqual(decodeRangeMerge(bytes), merge)
      deepStrictEqual(decodeRangeMerge(MergeRangesRequest.encode(merge).finish()), merge)
      const { rangeId, nextRangeId } = MergeRangesRequest.decode(bytes)
      const read = { rangeId: Number(rangeId), nextRangeId: Number(nextRangeId) }
      deepStrictEqual(read, merge)
    }),
  )
})
