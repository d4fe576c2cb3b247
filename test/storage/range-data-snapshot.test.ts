import t from "tap"
import { KvError, mapKeyOf } from "../../src/base/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import type { RangeData } from "../../src/storage/index.ts"
import {
  decodeSnapshotChunk,
  encodeSnapshotChunk,
  type SnapshotChunk,
} from "../../src/wire/index.ts"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import {
  batchOf,
  bytes,
  cellKey,
  configuration,
  descriptor,
  openData,
  put,
  rangeId,
  text,
  write,
} from "./range-data-harness.ts"

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return "no error"
  } catch (error) {
    return error instanceof KvError ? error.code : String(error)
  }
}

async function* stream(frames: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* frames
}

async function* brokenAfter(frames: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* frames
  throw new KvError("unavailable", "the connection broke")
}

const names = Array.from({ length: 50 }, (_, i) => `key${String(i).padStart(2, "0")}`)
const clientId = new Uint8Array(16).fill(9)

/** A replica with cells, an expiry, a session, a forgotten one and results. */
async function source(): Promise<{ readonly disk: MemoryDisk; readonly data: RangeData }> {
  const disk = new MemoryDisk()
  const data = await openData(new MemoryEngine(disk), { snapshotChunkBytes: 400 })
  data.absorb(batchOf(5, ...names.map((name, i) => put(name, `<${name}>`, i === 3 ? 1_000 : 0))))
  await data.flush(() => ({
    sessions: [{ clientId, createdIndex: 2, lastUsedTime: 5, acknowledgedBelow: 1 }],
    forgotten: [{ clientId: new Uint8Array(16).fill(8), time: 4 }],
    unforgotten: [],
    chunk: {
      index: 5,
      results: [
        { clientId, sequence: 1, result: { type: "put", version: 77 } },
        { clientId, sequence: 2, result: { type: "delete", version: 78 } },
        { clientId, sequence: 3, result: { type: "increment", value: -5n, version: 79 } },
        { clientId, sequence: 4, result: { type: "error", code: "not_a_number", message: "no" } },
      ],
    },
    chunksDropped: [],
  }))
  return { disk, data }
}

async function framesOf(data: RangeData): Promise<Uint8Array[]> {
  const snapshot = await data.openSnapshot()
  const frames: Uint8Array[] = []
  for await (const frame of snapshot.chunks()) frames.push(frame)
  await snapshot.close()
  return frames
}

/** A lagging replica: something old, durable. */
async function target() {
  const disk = new MemoryDisk()
  const engine = new MemoryEngine(disk)
  const data = await openData(engine)
  await write(data, batchOf(2, put("key00", "old"), put("zzz", "old")))
  await data.checkpoint()
  return { disk, engine, data }
}

const readAll = async (data: RangeData) =>
  (await data.cells([...names.map(bytes), bytes("zzz")])).map(text)
const whole = [...names.map((name) => `<${name}>`), undefined]

t.test("a snapshot is a point in time, in checksummed chunks of bounded size", async (t) => {
  const { data } = await source()
  const snapshot = await data.openSnapshot()
  t.same(snapshot.meta, { index: 5, term: 1, configuration })
  await write(data, batchOf(6, put("key00", "later"), put("aaa", "later")))
  const chunks: SnapshotChunk[] = []
  for await (const frame of snapshot.chunks()) {
    t.ok(frame.length < 700, `${frame.length} bytes`)
    chunks.push(decodeSnapshotChunk(frame))
  }
  await snapshot.close()
  t.same(chunks[0]?.header, { rangeId, meta: snapshot.meta, time: 5, range: descriptor })
  t.ok(chunks.slice(1).every(({ header }) => header === undefined))
  t.same(
    chunks.map(({ last }) => last),
    chunks.map((_, i) => i === chunks.length - 1),
  )
  const pairs = chunks.flatMap((chunk) => chunk.pairs)
  t.equal(chunks.at(-1)?.pairsTotal, pairs.length)
  t.equal(pairs.length, 50 + 3, "cells, session, forgotten, results; no state, no expiry index")
  t.notOk(pairs.some(({ value }) => mapKeyOf(value).includes("later")))
})

t.test("an installed snapshot is everything, at once durable", async (t) => {
  const from = await source()
  const { disk, engine, data } = await target()
  t.equal(text((await data.cells([bytes("zzz")]))[0]), "old")
  const image = await data.install(stream(await framesOf(from.data)))
  t.same(image.state, { index: 5, term: 1, time: 5, configuration, descriptor })
  t.same(image.sessions.sessions[0]?.acknowledgedBelow, 1)
  t.same(image.sessions.chunks[0]?.results[2]?.result, {
    type: "increment",
    value: -5n,
    version: 79,
  })
  t.equal(data.installing, false)
  t.equal(data.cached(bytes("zzz")), undefined, "nothing old is cached")
  t.same(await readAll(data), whole)
  t.equal(data.nextExpiryMs(), 0, "rows of what was there before may be left")
  t.same((await data.expired(1_000, 9)).map(mapKeyOf), ["key03"])
  t.equal(data.nextExpiryMs(), 1_000)
  t.equal(await data.checkpoint(), 5)
  disk.crash(0)
  const again = await openData(engine)
  t.same(again.recovered, image)
  t.same(await readAll(again), whole)
  await write(again, batchOf(6, put("key00", "later")))
  t.equal(text((await again.cells([bytes("key00")]))[0]), "later")
})

t.test("nothing applied: no snapshot to send", async (t) => {
  const data = await openData(new MemoryEngine(new MemoryDisk()))
  t.equal(await failure(data.openSnapshot()), "unavailable")
})

t.test("what comes in part touches nothing, neither here nor after a restart", async (t) => {
  const frames = await framesOf((await source()).data)
  for (let taken = 1; taken < frames.length; taken += 1) {
    const { disk, engine, data } = await target()
    const first = frames.slice(0, taken)
    t.equal(await failure(data.install(brokenAfter(first))), "unavailable")
    t.notOk(data.installing)
    t.equal(text((await data.cells([bytes("zzz")]))[0]), "old")
    await write(data, batchOf(3, put("zzz", "goes on")))
    t.equal(await data.checkpoint(), 3)
    await failure(data.install(brokenAfter(first)))
    disk.crash(taken % 3)
    const again = await openData(engine)
    t.notOk(again.installing)
    t.equal(text((await again.cells([bytes("zzz")]))[0]), "goes on")
    await again.install(stream(frames))
    t.same(await readAll(again), whole)
  }
})

t.test(
  "of data that is not to be read any more, a part of a snapshot changes nothing",
  async (t) => {
    const frames = await framesOf((await source()).data)
    for (let taken = 1; taken < frames.length; taken += 1) {
      const { disk, engine, data } = await target()
      await data.quarantine()
      t.equal(await failure(data.install(brokenAfter(frames.slice(0, taken)))), "unavailable")
      t.ok(data.installing)
      t.equal(await failure(data.cells([bytes("key00")])), "unavailable")
      t.equal(data.cached(bytes("key00")), undefined)
      const span = { start: bytes(""), end: bytes(""), keysMax: 1 }
      t.equal(await failure(data.keysOf(span)), "unavailable")
      t.equal(await failure(data.openSnapshot()), "unavailable")
      t.equal(data.nextExpiryMs(), undefined)
      t.equal(await data.checkpoint(), 0)
      disk.crash(taken % 3)
      const again = await openData(engine)
      t.ok(again.installing)
      t.same(again.recovered?.state, { index: 0, term: 0, time: 0, configuration, descriptor })
      await again.install(stream(frames))
      t.notOk(again.installing)
      t.same(await readAll(again), whole)
    }
  },
)

t.test("reads under way when an install begins are refused, not half answered", async (t) => {
  const frames = await framesOf((await source()).data)
  const { disk, data } = await target()
  let goOn = (): void => {}
  disk.pauses.read = new Promise((resolve) => {
    goOn = resolve
  })
  const keysRead = data.cells([bytes("key00")])
  const scanned = data.keysOf({ start: bytes(""), end: bytes(""), keysMax: 9 })
  const codes = Promise.all([failure(keysRead), failure(scanned)])
  // Those two wait; what the install reads does not.
  delete disk.pauses.read
  disk.writesLeft = frames.length + 4
  t.equal(await failure(data.install(stream(frames))), "unavailable")
  t.ok(data.installing)
  goOn()
  t.same(await codes, ["unavailable", "unavailable"])
  t.equal(data.cached(bytes("key00")), undefined)
})

t.test("what is not whole does not count", async (t) => {
  const frames = await framesOf((await source()).data)
  const chunks = frames.map(decodeSnapshotChunk)
  const [head, second, last] = [chunks[0], chunks[1], chunks.at(-1)] as SnapshotChunk[]
  const middle = frames.slice(1, -1)
  const flipped = new Uint8Array(frames[1] as Uint8Array)
  flipped[40] = (flipped[40] as number) ^ 1
  const encoded = encodeSnapshotChunk
  const pairOf = (key: Uint8Array, value = second?.pairs[0]?.value ?? key) => ({ key, value })
  const table: [string, readonly Uint8Array[], string][] = [
    ["cut", frames.slice(0, -1), "data_loss"],
    ["a chunk missing", [...frames.slice(0, 1), ...frames.slice(2)], "data_loss"],
    ["a chunk twice", [...frames.slice(0, 2), ...frames.slice(1)], "data_loss"],
    ["goes on", [...frames, frames[1] as Uint8Array], "data_loss"],
    ["a flipped bit", [frames[0] as Uint8Array, flipped, ...frames.slice(2)], "data_loss"],
    [
      "wrong total",
      [frames[0] as Uint8Array, ...middle, encoded({ ...(last as SnapshotChunk), pairsTotal: 9 })],
      "data_loss",
    ],
    [
      "a cell that its checksum does not fit, in a chunk whose checksum does",
      [
        frames[0] as Uint8Array,
        encoded({
          ...(second as SnapshotChunk),
          pairs: [pairOf(cellKey("zz"), bytes("thirty bytes that nobody wrote"))],
        }),
        ...frames.slice(2),
      ],
      "data_loss",
    ],
    [
      "the applied state of somebody else",
      [
        frames[0] as Uint8Array,
        encoded({
          ...(second as SnapshotChunk),
          pairs: [pairOf(Uint8Array.of(0x10, 0, 0, 0, 7, 0))],
        }),
        ...frames.slice(2),
      ],
      "data_loss",
    ],
    [
      "a key of no range",
      [
        frames[0] as Uint8Array,
        encoded({ ...(second as SnapshotChunk), pairs: [pairOf(Uint8Array.of(0x77))] }),
        ...frames.slice(2),
      ],
      "data_loss",
    ],
    ["garbage", [frames[0] as Uint8Array, Uint8Array.of(255, 255, 255)], "invalid_argument"],
  ]
  for (const [what, broken, code] of table) {
    const { engine, data } = await target()
    t.equal(await failure(data.install(stream(broken))), code, what)
    t.notOk(data.installing)
    t.notOk((await openData(engine)).installing, "after a restart neither")
    t.equal(text((await data.cells([bytes("zzz")]))[0]), "old")
    await data.install(stream(frames))
    t.same(await readAll(data), whole)
  }
  t.ok(head?.header !== undefined)
})

t.test("what is refused at its first chunk leaves the old data as it is", async (t) => {
  const frames = await framesOf((await source()).data)
  const chunks = frames.map(decodeSnapshotChunk)
  const head = chunks[0] as SnapshotChunk
  const header = head.header as NonNullable<SnapshotChunk["header"]>
  const { disk, data } = await target()
  const withHeader = (changed: SnapshotChunk["header"]) => [
    encodeSnapshotChunk({ ...head, header: changed }),
    ...frames.slice(1),
  ]
  const table: [string, readonly Uint8Array[], string][] = [
    ["nothing", [], "data_loss"],
    ["no header", frames.slice(1), "data_loss"],
    ["another range", withHeader({ ...header, rangeId: 8 }), "data_loss"],
    [
      "behind what is applied",
      withHeader({ ...header, meta: { ...header.meta, index: 1 } }),
      "unavailable",
    ],
  ]
  for (const [what, refused, code] of table) {
    t.equal(await failure(data.install(stream(refused))), code, what)
    t.notOk(data.installing)
  }
  disk.failWrites = new KvError("disk_full", "full")
  t.equal(await failure(data.install(stream(frames))), "disk_full")
  t.notOk(data.installing)
  disk.failWrites = undefined
  t.equal(text((await data.cells([bytes("zzz")]))[0]), "old")
  await write(data, batchOf(3, put("zzz", "goes on")))
  t.equal(text((await data.cells([bytes("zzz")]))[0]), "goes on")
})

t.test("a snapshot holds little in memory at either end", async (t) => {
  const { data } = await source()
  const to = await target()
  let ahead = 0
  let most = 0
  const counted = async function* (): AsyncIterable<Uint8Array> {
    const snapshot = await data.openSnapshot()
    for await (const frame of snapshot.chunks()) {
      ahead += 1
      most = Math.max(most, ahead)
      yield frame
      // The puller is done with the last one when it asks for the next.
      ahead -= 1
    }
    await snapshot.close()
  }
  await to.data.install(counted())
  t.equal(most, 1)
  t.same(await readAll(to.data), whole)
})

t.test("corrupt bytes are found by who sends, and nothing corrupt is sent", async (t) => {
  const { disk } = await source()
  const damages: [string, Uint8Array][] = [
    ["a cell", cellKey("key20")],
    ["a session", Uint8Array.from([0x10, 0, 0, 0, rangeId, 0x11, ...clientId])],
    ["results", Uint8Array.from([0x10, 0, 0, 0, rangeId, 0x13, 0, 0, 0, 0, 0, 0, 0, 5])],
    ["the applied state", Uint8Array.from([0x10, 0, 0, 0, rangeId, 0])],
  ]
  for (const [what, key] of damages) {
    const value = disk.pairs.get(mapKeyOf(key)) as Uint8Array
    const data = await openData(new MemoryEngine(disk), { snapshotChunkBytes: 400 })
    disk.damage(key, (bytes) => bytes.with(2, (bytes[2] as number) ^ 1))
    t.equal(await failure(framesOf(data)), "data_loss", what)
    disk.damage(key, () => value)
  }
  const end = Uint8Array.of(0x2f)
  const data = await openData(new MemoryEngine(disk))
  disk.damage(end, () => undefined)
  t.equal(await failure(framesOf(data)), "data_loss", "an iterator that ends before the end")
})

t.test("corrupt state comes up as data to be replaced, not as a crash", async (t) => {
  const frames = await framesOf((await source()).data)
  const damages: [string, Uint8Array, boolean][] = [
    ["the applied state", Uint8Array.from([0x10, 0, 0, 0, rangeId, 0]), false],
    ["a session", Uint8Array.from([0x10, 0, 0, 0, rangeId, 0x11, ...clientId]), true],
    ["results", Uint8Array.from([0x10, 0, 0, 0, rangeId, 0x13, 0, 0, 0, 0, 0, 0, 0, 5]), true],
    ["the end of the sessions", Uint8Array.from([0x10, 0, 0, 0, rangeId, 0xff]), true],
  ]
  for (const [what, key, knowsConfiguration] of damages) {
    const { disk } = await source()
    disk.damage(key, (value) => value.with(0, (value[0] as number) ^ 1))
    const events: string[] = []
    const telemetry = { ...silentTelemetry, error: (event: string) => events.push(event) }
    const data = await openData(new MemoryEngine(disk), { telemetry })
    t.same(events, ["stored state is corrupt"], what)
    t.ok(data.installing)
    const nothing = { index: 0, term: 0, time: 0, configuration, descriptor }
    const known = knowsConfiguration ? nothing : undefined
    t.same(data.recovered?.state, known)
    const again = await openData(new MemoryEngine(disk))
    t.ok(again.installing, "after a restart too")
    t.same(again.recovered?.state, known)
    await again.install(stream(frames))
    t.same(await readAll(again), whole)
  }
})

t.test("quarantine is durable, and works on an engine that takes no writes", async (t) => {
  const frames = await framesOf((await source()).data)
  const { disk, engine, data } = await target()
  await data.quarantine()
  t.ok(data.installing)
  disk.crash(0)
  const again = await openData(engine)
  t.ok(again.installing)
  t.match(again.recovered, { state: { index: 0 }, configuredAt: 2 }, "who was a member, and when")
  await data.install(stream(frames))
  t.same(await readAll(data), whole)

  const damaged = await target()
  const refusing = new MemoryEngine(damaged.disk)
  refusing.write = async () => {
    throw new KvError("data_loss", "background error")
  }
  const stuck = await openData(refusing)
  await stuck.quarantine()
  t.ok((await openData(damaged.engine)).installing)
})

t.test("what comes becomes durable bit by bit, not all of it with the last write", async (t) => {
  const from = await openData(new MemoryEngine(new MemoryDisk()), {
    snapshotChunkBytes: 128 * 1_024,
  })
  const value = "x".repeat(64 * 1_024)
  await write(from, batchOf(5, ...names.map((name) => put(name, value))))
  const engine = new MemoryEngine(new MemoryDisk())
  const to = await openData(engine)
  await to.quarantine()
  let [unsynced, unsyncedMost] = [0, 0]
  const { write: writing } = engine
  engine.write = (writes, options) => {
    for (const write of writes) unsynced += write.type === "put" ? write.value.length : 0
    unsyncedMost = Math.max(unsyncedMost, unsynced)
    if (options.sync) unsynced = 0
    return writing.call(engine, writes, options)
  }
  await to.install(stream(await framesOf(from)))
  t.equal(text((await to.cells([bytes("key49")]))[0]), value)
  t.ok(unsyncedMost > 1_024 * 1_024 && unsyncedMost < 1_300 * 1_024, `${unsyncedMost} bytes`)
})

t.test("variants do what they are there for", async (t) => {
  const frames = await framesOf((await source()).data)
  const half = await target()
  const serving = await openData(half.engine, {
    ...{ variant: "serve-half-install", snapshotChunkBytes: 400 },
  })
  half.disk.writesLeft = 2 * frames.length
  await failure(serving.install(stream(frames)))
  half.disk.crash(9)
  const restarted = await openData(half.engine, { variant: "serve-half-install" })
  t.notOk(restarted.installing)
  t.equal(restarted.recovered?.state.index, 5)
  t.not(text((await restarted.cells([bytes("key49")]))[0]), "<key49>")

  const received = await openData(new MemoryEngine(half.disk), {
    ...{ variant: "serve-half-received", snapshotChunkBytes: 400 },
  })
  await received.quarantine()
  await failure(received.install(brokenAfter(frames.slice(0, 2))))
  t.not(text((await received.cells([bytes("key49")]))[0]), "<key49>")

  const apart = await target()
  const late = await openData(apart.engine, { variant: "applied-index-apart" })
  await write(late, batchOf(3, put("zzz", "new")))
  apart.disk.crash(1)
  const torn = await openData(apart.engine)
  t.equal(torn.recovered?.state.index, 2)
  t.equal(text((await torn.cells([bytes("zzz")]))[0]), "new")

  const stale = await openData((await target()).engine, { variant: "stale-cache" })
  await stale.cells([bytes("zzz")])
  await write(stale, batchOf(3, put("zzz", "new")))
  t.equal(text(stale.cached(bytes("zzz"))), "old")
})

t.test(
  "without space for the mark of a quarantine, half of what was here never counts",
  async (t) => {
    const frames = await framesOf((await source()).data)
    let whole = 0
    for (let writes = 0; writes < 8; writes += 1) {
      for (const survive of [0, 1, 2, 3, 9]) {
        const { disk, engine, data } = await target()
        disk.failWrites = new KvError("disk_full", "full")
        t.equal(await failure(data.quarantine()), "disk_full")
        t.ok(data.installing)
        disk.failWrites = undefined
        disk.writesLeft = writes
        await failure(data.install(stream(frames)))
        disk.crash(survive)
        const again = await openData(engine)
        if (again.installing) continue
        const { index } = again.recovered?.state ?? {}
        if (index === 5) continue
        whole += 1
        t.equal(index, 2, `${writes} writes, ${survive} unsynced`)
        t.same((await again.cells([bytes("key00"), bytes("zzz")])).map(text), ["old", "old"])
      }
    }
    t.ok(whole > 0)
  },
)

t.test("a quarantine that found no space is durable when it does", async (t) => {
  const { disk, engine, data } = await target()
  disk.failWrites = new KvError("disk_full", "full")
  t.equal(await failure(data.quarantine()), "disk_full")
  disk.failWrites = undefined
  await data.quarantine()
  disk.crash(0)
  const again = await openData(engine)
  t.ok(again.installing)
  t.same(again.recovered?.state.configuration, configuration)
})
