import { deepStrictEqual } from "node:assert/strict"
import fc from "fast-check"
import t from "tap"
import { decodeRaftFrame, type Envelope, encodeRaftFrame } from "../../src/wire/index.ts"
import * as sample from "./samples.ts"

const plainHeartbeat = (rangeId: number): Envelope => ({
  rangeId,
  message: {
    ...{ type: "heartbeat", from: 1, to: 2, term: 9, commit: 1_000, readPosition: 77 },
    ...{ damageNonce: 0, lastIndex: 0 },
  },
})

t.test("messages of a frame keep their order, whatever they are", async () => {
  fc.assert(
    fc.property(sample.envelopes, (envelopes) => {
      const read = decodeRaftFrame(encodeRaftFrame(envelopes))
      deepStrictEqual(sample.plain(read), sample.plain(envelopes))
    }),
  )
})

t.test("a heartbeat that says nothing else costs some bytes, not a message", async (t) => {
  const many = Array.from({ length: 1_000 }, (_, i) => plainHeartbeat(i))
  t.ok(encodeRaftFrame(many).length < 10 * many.length)
})

t.test("half a heartbeat is refused", async (t) => {
  const frame = encodeRaftFrame([plainHeartbeat(5)])
  const short = Uint8Array.of(frame[0] as number, 5, 5, 1, 2, 9, 1)
  t.throws(() => decodeRaftFrame(short), { code: "invalid_argument", message: /not whole/ })
})
