import { deepStrictEqual } from "node:assert/strict"
import fc from "fast-check"
import t from "tap"
import {
  decodeRaftFrame,
  type Envelope,
  encodeRaftFrame,
  encodeRaftFrames,
} from "../../src/wire/index.ts"
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

t.test("frames are cut where one would be too large, and hold all in its order", async (t) => {
  const bytesMax = 1_000
  fc.assert(
    fc.property(sample.envelopes, (envelopes) => {
      const frames = encodeRaftFrames(envelopes, bytesMax)
      deepStrictEqual(sample.plain(frames.flatMap(decodeRaftFrame)), sample.plain(envelopes))
    }),
  )
  t.equal(encodeRaftFrames([plainHeartbeat(1), plainHeartbeat(2)], bytesMax).length, 1)
  const many = Array.from({ length: 10 }, () => append(400))
  const frames = encodeRaftFrames(many, bytesMax)
  t.equal(frames.length, 10, "two would be too large")
  t.ok(frames.every(({ length }) => length <= bytesMax))
  t.equal(encodeRaftFrames([append(5_000)], bytesMax).length, 1, "one alone has to go")
})

const append = (bytes: number): Envelope => ({
  rangeId: 7,
  message: {
    ...{ type: "appendRequest", from: 1, to: 2, term: 9, commit: 5 },
    ...{ previous: { index: 5, term: 9 }, readPosition: 0 },
    entries: [{ index: 6, term: 9, kind: "normal", data: new Uint8Array(bytes) }],
  },
})

const acknowledgement = (rangeId: number): Envelope => ({
  rangeId,
  message: {
    ...{ type: "appendResponse", from: 2, to: 1, term: 9, index: 1_000 },
    ...{ rejected: false, hint: { index: 0, term: 0 }, damageNonce: 0, snapshotWanted: 0 },
  },
})

t.test("what says nothing out of the ordinary costs some bytes, not a message", async (t) => {
  for (const plain of [plainHeartbeat, acknowledgement]) {
    const many = Array.from({ length: 1_000 }, (_, i) => plain(i))
    t.ok(encodeRaftFrame(many).length < 10 * many.length)
  }
})

t.test("half a heartbeat is refused", async (t) => {
  const frame = encodeRaftFrame([plainHeartbeat(5)])
  const short = Uint8Array.of(frame[0] as number, 5, 5, 1, 2, 9, 1)
  t.throws(() => decodeRaftFrame(short), { code: "invalid_argument", message: /not whole/ })
})
