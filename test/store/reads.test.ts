/** What reads take from the engine at once, and what becomes of those that wait. */
import t from "tap"
import { mapKeyOf } from "../../src/base/index.ts"
import { tinyConfig } from "../../src/config/index.ts"
import type { Operation, OperationResult } from "../../src/core/range/types.ts"
import { openReadShares } from "../../src/store/read-shares.ts"
import { Reads } from "../../src/store/reads.ts"
import type { PendingOperation } from "../../src/store/types.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { put } from "../core/range/test-range.ts"
import { bytes, scanOf } from "../storage/range-data-harness.ts"
import { childId, parentId, Store } from "../storage/store-data-harness.ts"

/** What a lot is to weigh, and what all ranges of a store may read at once. */
const lotBytes = 4_096
const sharedBytes = 4 * lotBytes
/** So many are read at once before anything is known of them. */
const atFirst = 64
/** So many are read as one at most. */
const lotKeysMax = 256

const tiny = tinyConfig({ nodeId: 1, members: [{ nodeId: 1, address: "node1:7400" }], seed: 1 })
const config = { ...tiny, limits: { ...tiny.limits, readLotBytesMax: lotBytes } }

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `k${String(i).padStart(4, "0")}`)

/** A store without a cache, whose engine answers when the test says so. */
class Bench {
  readonly store: Store
  readonly clock = new ManualClock()
  readonly shares = openReadShares(config.limits)
  /** Bytes of each lot that the engine was asked for, and its keys. */
  readonly lots: { readonly keys: number; readonly bytes: number }[] = []
  bytesMost = 0
  /** How each read ended, by its key. */
  readonly ends = new Map<string, string>()
  #bytesUnderWay = 0
  #onEnd = (): void => {}

  private constructor(store: Store) {
    this.store = store
    const { engine, disk } = store
    const getMany = engine.getMany.bind(engine)
    engine.getMany = async (keys) => {
      const sizes = keys.map((key) => disk.pairs.get(mapKeyOf(key))?.length ?? 0)
      const lot = { keys: keys.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
      this.lots.push(lot)
      this.#bytesUnderWay += lot.bytes
      this.bytesMost = Math.max(this.bytesMost, this.#bytesUnderWay)
      const records = await getMany(keys)
      this.#bytesUnderWay -= lot.bytes
      return records
    }
  }

  /** The keys are in the engine, and not in memory. */
  static async with(keys: readonly string[], value: string, ttlMs = 0): Promise<Bench> {
    const store = await Store.open({ valueCacheBytes: 0 })
    await store.run(parentId, ...keys.map((key) => put(key, value, { ttlMs })))
    await store.flush()
    return new Bench(store)
  }

  open(id = parentId): Reads {
    return new Reads({
      ...{ data: this.store.range(id), config, clock: this.clock, readShares: this.shares },
      ...{ machine: () => this.store.machine(id), variant: undefined, onAnswered: () => {} },
      onElsewhere: (read) => this.#end(read, "elsewhere"),
      onFrozen: (read) => this.#end(read, "frozen"),
      onDataLoss: (_, lost) => {
        for (const read of lost) this.#end(read, "corrupt")
      },
    })
  }

  gets(keys: readonly string[], deadline = 1_000_000): readonly PendingOperation[] {
    return keys.map((key) => {
      const operation = { type: "get", key: bytes(key), consistency: "linearizable" } as const
      return this.#pending(key, operation, deadline)
    })
  }

  scans(keys: readonly string[]): readonly PendingOperation[] {
    return keys.map((key) => this.#pending(key, scanOf({ start: bytes(key) })))
  }

  /** What `work` asks of the engine is answered only after what it gives is called. */
  slowly(work: () => void): () => void {
    const { pauses } = this.store.disk
    let goOn = (): void => {}
    pauses.read = new Promise((resolve) => {
      goOn = resolve
    })
    work()
    delete pauses.read
    return goOn
  }

  async ended(count: number): Promise<void> {
    while (this.ends.size < count) {
      await new Promise<void>((resolve) => {
        this.#onEnd = resolve
      })
    }
  }

  /** Those that ended so. */
  which(end: string): readonly string[] {
    return [...this.ends.keys()].filter((key) => this.ends.get(key) === end)
  }

  #pending(key: string, operation: Operation, deadline = 1_000_000): PendingOperation {
    const sink = {
      deliver: (read: PendingOperation, result: OperationResult): void => {
        if (result.type === "error") this.#end(read, result.code)
        else if (result.type === "get") this.#end(read, result.cell ? "found" : "absent")
        else this.#end(read, result.type)
      },
      deliverEncoded: () => t.fail("encoded elsewhere"),
    }
    return {
      ...{ id: 1, keyspaceId: 1, rangeId: 0, rangeVersion: 0, operation, bytes: bytes(key) },
      ...{ deadline, forwarded: false, cancelled: false, sink },
    }
  }

  #end(read: PendingOperation, how: string): void {
    const key = mapKeyOf(read.bytes)
    if (this.ends.has(key)) t.fail(`${key} ended twice`)
    this.ends.set(key, how)
    this.#onEnd()
  }
}

t.test("large values are read in lots that weigh about what they may", async (t) => {
  const keys = names(300)
  const bench = await Bench.with(keys, "x".repeat(1_024))
  const reads = bench.open()
  reads.serve(bench.gets(keys))
  t.equal(reads.count, 300, "those that wait and those that are being read are counted")
  await bench.ended(300)
  t.equal(bench.which("found").length, 300)
  const [first, rest] = [bench.lots.slice(0, 4), bench.lots.slice(4)]
  t.same(
    first.map((lot) => lot.keys),
    [16, 16, 16, 16],
    "nobody knows what they weigh",
  )
  t.ok(rest.every((lot) => lot.bytes <= lotBytes))
  t.ok(bench.bytesMost <= atFirst * 1_100, "no others are begun before it is known")
})

t.test("values that grow surprise by one lot each way only", async (t) => {
  const [small, large] = [names(1_000), names(1_100).slice(1_000)]
  const bench = await Bench.with(small, "x")
  await bench.store.run(parentId, ...large.map((key) => put(key, "x".repeat(2_048))))
  await bench.store.flush()
  const reads = bench.open()
  reads.serve(bench.gets(small))
  await bench.ended(1_000)
  bench.lots.length = 0
  reads.serve(bench.gets(large))
  await bench.ended(1_100)
  const [surprise, ...rest] = bench.lots
  t.equal(surprise?.keys, 100)
  t.same(rest, [])
  for (const key of large) bench.ends.delete(key)
  bench.lots.length = 0
  reads.serve(bench.gets(large))
  await bench.ended(1_100)
  t.ok(bench.lots.every((lot) => lot.bytes <= lotBytes))
  t.ok(bench.bytesMost <= sharedBytes + 100 * 2_100)
})

t.test("small values are read as ever: a round of them is one lot", async (t) => {
  const keys = names(600)
  const bench = await Bench.with(keys, "x")
  const reads = bench.open()
  reads.serve(bench.gets(keys.slice(0, 344)))
  await bench.ended(344)
  bench.lots.length = 0
  reads.serve(bench.gets(keys.slice(344)))
  await bench.ended(600)
  t.same(
    bench.lots.map((lot) => lot.keys),
    [lotKeysMax],
  )
})

t.test("reads whose keys are another range's by the time of their lot are given back", async () => {
  const keys = names(200)
  const bench = await Bench.with(keys, "x")
  const reads = bench.open()
  const goOn = bench.slowly(() => reads.serve(bench.gets(keys)))
  await bench.store.split("k0100")
  goOn()
  await bench.ended(200)
  t.same(bench.which("found"), keys.slice(0, 100))
  t.same(bench.which("elsewhere"), keys.slice(100))
  t.equal(reads.count, 0)
})

t.test("reads of a range that is frozen before their lot wait for whose it will be", async (t) => {
  const keys = names(200)
  const bench = await Bench.with(keys, "x")
  await bench.store.split("k")
  await bench.store.flush()
  const reads = bench.open(childId)
  const goOn = bench.slowly(() => reads.serve(bench.gets(keys)))
  await bench.store.freeze()
  goOn()
  await bench.ended(200)
  t.same(bench.which("found"), keys.slice(0, atFirst))
  t.same(bench.which("frozen"), keys.slice(atFirst))
})

t.test("reads whose time is over before their lot are refused, swept or not", async (t) => {
  for (const swept of [false, true]) {
    const keys = names(200)
    const bench = await Bench.with(keys, "x")
    const reads = bench.open()
    const goOn = bench.slowly(() => {
      reads.serve(bench.gets(keys.slice(0, 150), 2_000))
      reads.serve(bench.gets(keys.slice(150)))
    })
    bench.clock.nowMs = 2_000
    if (swept) {
      reads.sweep(2_000)
      t.equal(reads.count, atFirst + 50)
    }
    goOn()
    await bench.ended(200)
    t.same(bench.which("deadline_exceeded"), keys.slice(atFirst, 150))
  }
})

t.test("a replica that leaves gives back what waits for its lot", async (t) => {
  const keys = names(200)
  const bench = await Bench.with(keys, "x")
  const reads = bench.open()
  const goOn = bench.slowly(() => reads.serve(bench.gets(keys)))
  const scans = bench.slowly(() => reads.serve(bench.scans(names(10).map((key) => `${key}.`))))
  const back = reads.takeAll().map((read) => mapKeyOf(read.bytes))
  t.same(back, [...keys.slice(atFirst), "k0008.", "k0009."])
  t.equal(reads.count, atFirst + 8, "what is being read is answered here")
  goOn()
  scans()
  await bench.ended(atFirst + 8)
  t.equal(reads.count, 0)
  t.same([bench.shares.gets.lent, bench.shares.scans.lent], [0, 0])
})

t.test("each lot is judged by what was applied when it was begun", async (t) => {
  const keys = names(200)
  const ttlMs = 5
  const bench = await Bench.with(keys, "x", ttlMs)
  const reads = bench.open()
  const goOn = bench.slowly(() => reads.serve(bench.gets(keys)))
  // An entry is a millisecond.
  for (let i = 0; i < ttlMs; i += 1) await bench.store.run(parentId, put("other", "x"))
  goOn()
  await bench.ended(200)
  t.same(bench.which("found"), keys.slice(0, atFirst))
  t.same(bench.which("absent"), keys.slice(atFirst))
})

t.test("a range with slow scans lets those of others in, one after the other", async (t) => {
  const bench = await Bench.with(names(10), "x")
  await bench.store.split("k0005")
  await bench.store.flush()
  const [slow, other] = [bench.open(), bench.open(childId)]
  const mine = names(40).map((key) => `k0001.${key}`)
  const others = names(40).map((key) => `k0006.${key}`)
  const goOn = bench.slowly(() => slow.serve(bench.scans(mine)))
  t.equal(bench.shares.scans.lent, 8, "all there is, while nobody else asks")
  other.serve(bench.scans(others))
  t.same([slow.count, other.count], [40, 40])
  goOn()
  await bench.ended(80)
  const order = [...bench.ends.keys()].slice(8)
  for (let i = 0; i + 8 <= 64; i += 8) {
    const share = order.slice(i, i + 8).filter((key) => others.includes(key))
    t.equal(share.length, 4, "half of them are the other's")
  }
})

t.test("of a lot only those are lost whose cells are corrupt", async (t) => {
  const keys = names(40)
  const bench = await Bench.with(keys, "x")
  const { disk } = bench.store
  const rotten = [...disk.pairs.keys()].filter((key) => /k00(07|23)/.test(key))
  for (const key of rotten) disk.pairs.get(key)?.fill(0xff, -1)
  const reads = bench.open()
  reads.serve(bench.gets(keys))
  await bench.ended(40)
  t.same(
    bench.which("corrupt"),
    ["k0007", "k0023"].map((key) => mapKeyOf(bytes(key))),
  )
  t.equal(bench.which("found").length, 38)
})
