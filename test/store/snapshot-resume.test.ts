import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { fetchSnapshot } from "../../src/store/snapshot-fetch.ts"
import { SnapshotSending } from "../../src/store/snapshot-sending.ts"
import { SnapshotSlots } from "../../src/store/snapshot-slots.ts"
import {
  decodeSnapshotRequest,
  emptySnapshotMeta,
  encodeSnapshotChunk,
} from "../../src/wire/index.ts"
import { noRange } from "../../src/wire/range-descriptor.ts"

const index = 7
const chunksCount = 12
const meta = { ...emptySnapshotMeta, index }
const traffic = { pace: async () => {}, wait: async () => {}, arrived: () => {} }

/** Chunks of a snapshot; each says by its number which it is. */
function chunksOf(count: number, valueBytes = 1): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => {
    const pairs = [{ key: Uint8Array.of(i), value: new Uint8Array(valueBytes) }]
    const header = i === 0 ? { rangeId: 2, meta, time: 1, range: noRange } : undefined
    return encodeSnapshotChunk({ header, pairs, last: i === count - 1, pairsTotal: count })
  })
}

/** A clock whose deadlines pass when the test says so. */
class Deadlines {
  #tasks = new Set<() => void>()

  after(_: number, task: () => void): { cancel: () => void } {
    this.#tasks.add(task)
    return { cancel: () => this.#tasks.delete(task) }
  }

  pass(): void {
    for (const task of [...this.#tasks]) task()
  }
}

function sendingOf(chunks: readonly Uint8Array[]) {
  const slots = new SnapshotSlots(1)
  const slot = slots.take("a", 0)
  if (slot === undefined) throw new Error("no slot")
  const deadlines = new Deadlines()
  const seen = { closed: 0, ended: 0 }
  async function* made(): AsyncGenerator<Uint8Array> {
    yield* chunks
  }
  const close = async (): Promise<void> => {
    seen.closed += 1
  }
  const onEnd = (): void => {
    seen.ended += 1
  }
  const source = { meta, chunks: made, close }
  const pace = async (): Promise<void> => {}
  const sending = new SnapshotSending({ source, slot, pace, clock: deadlines, onEnd })
  return { sending, slots, deadlines, seen }
}

/** Each connection brings so many chunks, and then breaks; the last `lost` of them don't arrive. */
function network(sending: SnapshotSending, chunksEach: number, lost: number) {
  const connections = { count: 0 }
  async function* fetch(_: number, request: Uint8Array): AsyncGenerator<Uint8Array> {
    connections.count += 1
    const { index: wanted, chunksTaken } = decodeSnapshotRequest(request)
    if (chunksTaken > 0 && !sending.canGoOn(wanted, chunksTaken)) {
      throw new KvError("state_changed", "gone")
    }
    const left = chunksCount - chunksTaken
    let sent = 0
    for await (const chunk of sending.over(chunksTaken)) {
      sent += 1
      if (sent <= chunksEach) yield chunk
      const breaks = left > chunksEach && sent === Math.min(left, chunksEach + lost)
      if (breaks) throw new KvError("unavailable", "the connection broke")
    }
  }
  return { fetch, connections }
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const taken: Uint8Array[] = []
  for await (const chunk of chunks) taken.push(chunk)
  return taken
}

const request = { traffic, rangeId: 2, from: 1, indexMin: 5, signal: new AbortController().signal }

t.test("a snapshot that no connection survives comes whole, and in order", async (t) => {
  const chunks = chunksOf(chunksCount)
  for (const chunksEach of [1, 2, 5, 11]) {
    for (const lost of [0, 1, 2]) {
      const { sending, slots, seen } = sendingOf(chunks)
      const peer = network(sending, chunksEach, lost)
      t.same(await all(fetchSnapshot({ ...request, network: peer })), chunks)
      t.ok(peer.connections.count > 1, `${peer.connections.count} connections`)
      t.equal(slots.held, 0, "its place is free")
      t.same(seen, { closed: 1, ended: 1 })
    }
  }
})

t.test("who does not come back is not waited for", async (t) => {
  const { sending, slots, deadlines, seen } = sendingOf(chunksOf(4))
  for await (const _ of sending.over(0)) break
  t.equal(slots.held, 1, "it might come back")
  t.ok(sending.canGoOn(index, 1))
  deadlines.pass()
  t.equal(slots.held, 0)
  t.notOk(sending.canGoOn(index, 1))
  const late = network(sending, 9, 0)
  await t.rejects(all(late.fetch(1, new Uint8Array())), { code: "unavailable" })
  t.same(seen, { closed: 1, ended: 1 })
})

t.test("a receiver that stands still is given up, and holds nothing", async (t) => {
  const { sending, slots, deadlines } = sendingOf(chunksOf(4))
  const stream = sending.over(0)
  await stream.next()
  deadlines.pass()
  t.equal(slots.held, 0)
  await t.rejects(stream.next(), { code: "unavailable" })
})

t.test("one connection counts: the one before it brings nothing more", async (t) => {
  const { sending, slots } = sendingOf(chunksOf(4))
  const [first, second] = [sending.over(0), sending.over(0)]
  await first.next()
  await second.next()
  await t.rejects(first.next(), { code: "unavailable" })
  t.equal(slots.held, 1, "the second goes on")
  await all(second)
  t.equal(slots.held, 0)
})

t.test("another point in time, or what is not kept any more, is refused", async (t) => {
  const { sending } = sendingOf(chunksOf(8, 2 * 1_024 * 1_024))
  const stream = sending.over(0)
  for (let i = 0; i < 5; i += 1) await stream.next()
  const goesOn = [0, 2, 3, 5, 6].map((taken) => sending.canGoOn(index, taken))
  t.same(goesOn, [false, false, true, true, false])
  t.notOk(sending.canGoOn(index + 1, 5))
  await stream.return(undefined)
})
