/** Random histories of a replica, crashes and snapshots among them, against a map. */
import fc from "fast-check"
import t from "tap"
import { compareBytes, hybridTimeOf, mapKeyOf, wallMsOf } from "../../src/base/index.ts"
import type { KeyedCell, ScanOperation, WriteOperation } from "../../src/core/range/types.ts"
import type { StorageVariant } from "../../src/storage/index.ts"
import {
  bytes,
  LogMaker,
  limits,
  Model,
  type OpenOptions,
  page,
  Replica,
  scanOf,
} from "./range-data-harness.ts"

/** Operations on few keys, with sessions that are too many for the table. */
const key = fc.integer({ min: 0, max: 8 }).map((n) => Uint8Array.from([97 + (n % 3), n]))
const value = fc.oneof(fc.uint8Array({ maxLength: 30 }), fc.constant(bytes("7")))
const ttlMs = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }))
const requestId = fc.option(
  fc
    .record({ client: fc.integer({ min: 0, max: 5 }), sequence: fc.integer({ min: 1, max: 9 }) })
    .map(({ client, sequence }) => ({
      clientId: new Uint8Array(16).fill(client),
      sequence,
      acknowledgedBelow: Math.max(0, sequence - 3),
    })),
  { nil: undefined },
)
const operation: fc.Arbitrary<WriteOperation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant("put" as const), key, value, ttlMs, requestId }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("delete" as const), key, requestId }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("compareAndSwap" as const),
      key,
      expect: fc.oneof(
        fc.constant({ type: "absent" as const }),
        fc.record({ type: fc.constant("value" as const), value }),
      ),
      value: fc.option(value, { nil: undefined }),
      ttlMs,
      requestId,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("increment" as const),
      key,
      delta: fc.bigInt({ min: -5n, max: 5n }),
      requestId,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("deleteRange" as const),
      start: key,
      end: fc.oneof(key, fc.constant(new Uint8Array(0))),
      requestId,
    }),
  },
)

type Step =
  | {
      readonly do: "batch"
      readonly operations: readonly WriteOperation[]
      readonly laterMs: number
    }
  | { readonly do: "purge"; readonly laterMs: number }
  | { readonly do: "flush" }
  | { readonly do: "checkpoint" }
  | { readonly do: "crash"; readonly survive: number }
  | { readonly do: "snapshot" }
  | { readonly do: "scan"; readonly operation: Partial<ScanOperation> }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant("batch" as const),
      operations: fc.array(operation, { maxLength: 5 }),
      laterMs: fc.integer({ min: 0, max: 9 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("purge" as const),
      laterMs: fc.integer({ min: 0, max: 30 }),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: "flush" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "checkpoint" as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("crash" as const), survive: fc.nat({ max: 9 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: "snapshot" as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("scan" as const),
      operation: fc.record({
        start: fc.oneof(key, fc.constant(new Uint8Array(0))),
        end: fc.oneof(key, fc.constant(new Uint8Array(0))),
        limit: fc.nat({ max: 6 }),
        reverse: fc.boolean(),
        keysOnly: fc.boolean(),
      }),
    }),
  },
)

const histories = (variant?: StorageVariant) =>
  fc.asyncProperty(
    fc.array(step, { maxLength: 60 }),
    fc.constantFrom(0, 700, 64 * 1_024),
    (steps, valueCacheBytes) => runModel(steps, { valueCacheBytes, variant }),
  )

t.test("whatever happens, data is what the log says (model)", async (t) => {
  await fc.assert(histories(), { numRuns: 200 })
  t.pass("all runs")
})

t.test("the model notices storage that is broken on purpose", async (t) => {
  for (const variant of ["stale-cache", "applied-index-apart"] as const) {
    const outcome = await fc.check(histories(variant), {
      seed: 1,
      numRuns: 100,
      endOnFailure: true,
    })
    t.ok(outcome.failed, variant)
  }
})

async function runModel(steps: readonly Step[], options: OpenOptions): Promise<void> {
  const model = new Model()
  const log = new LogMaker()
  log.time = hybridTimeOf(1_600_000_000_000)
  let replica = await Replica.open({ ...options, snapshotChunkBytes: 100 })
  for (const step of steps) {
    if (step.do === "batch") {
      log.time += step.laterMs * 4_096
      model.apply(log.batch(step.operations))
      await replica.follow(log.entries)
    } else if (step.do === "purge") {
      log.time += step.laterMs * 4_096
      await replica.flush()
      const keys = await replica.data.expired(wallMsOf(log.time), 4)
      checkExpired(model, keys, wallMsOf(log.time), replica)
      model.apply(log.purge(keys))
      await replica.follow(log.entries)
    } else if (step.do === "flush") {
      await replica.flush()
    } else if (step.do === "checkpoint") {
      await replica.flush()
      expectSame(await replica.data.checkpoint(), replica.machine.state.index, "durable index")
    } else if (step.do === "crash") {
      replica.disk.crash(step.survive)
      await replica.reopen()
      await replica.follow(log.entries)
    } else if (step.do === "snapshot") {
      if (replica.machine.state.index === 0) continue
      await replica.flush()
      const target = await Replica.open(options)
      const source = await replica.data.openSnapshot()
      const { state, sessions } = await target.data.install(source.chunks())
      await source.close()
      expectSame(state, replica.machine.state, "installed state")
      target.disk.crash(0)
      await target.reopen()
      expectSame(target.data.recovered, { state, sessions }, "image after a crash")
      replica = target
    } else {
      await compareScan(model, replica, step.operation)
    }
  }
  await compareAll(model, replica)
}

function checkExpired(
  model: Model,
  keys: readonly Uint8Array[],
  nowMs: number,
  { data }: Replica,
): void {
  const due = model
    .sorted()
    .filter(({ expiresAtMs }) => expiresAtMs !== 0 && expiresAtMs <= nowMs)
    .map(({ key }) => mapKeyOf(key))
  expectSame(keys.length, Math.min(4, due.length), "number of expired keys")
  for (const key of keys) expectSame(due.includes(mapKeyOf(key)), true, "expired key")
  const first = Math.min(
    ...model.sorted().map(({ expiresAtMs }) => expiresAtMs || Number.MAX_VALUE),
  )
  if (first < Number.MAX_VALUE) {
    expectSame((data.nextExpiryMs() ?? Number.MAX_VALUE) <= first, true, "lower bound of expiry")
  }
}

async function compareScan(
  model: Model,
  { data, machine }: Replica,
  parts: Partial<ScanOperation>,
): Promise<void> {
  const operation = scanOf(parts)
  const { start, end, reverse, keysOnly } = operation
  const nowMs = wallMsOf(machine.state.time)
  const visible = model
    .sorted()
    .filter(({ key }) => compareBytes(key, start) >= 0)
    .filter(({ key }) => end.length === 0 || compareBytes(key, end) < 0)
    .filter(({ expiresAtMs }) => expiresAtMs === 0 || expiresAtMs > nowMs)
    .map((cell) => (keysOnly ? { ...cell, value: new Uint8Array(0) } : cell))
  if (reverse) visible.reverse()
  const seen: KeyedCell[] = []
  let next = operation
  for (;;) {
    const cached = data.cachedScan(scanOf(next), limits, nowMs)
    const result = await page(data, next, nowMs)
    if (cached !== undefined) expectSame(cached, result, "scan from memory")
    expectSame(result.cells.length <= (operation.limit || 4), true, "within the limit")
    seen.push(...result.cells)
    if (!result.more) break
    expectSame(result.cells.length > 0, true, "a page has something")
    next = reverse ? { ...next, end: result.resumeKey } : { ...next, start: result.resumeKey }
  }
  expectSame(plain(seen), plain(visible), "scan")
}

async function compareAll(model: Model, replica: Replica): Promise<void> {
  const { data, machine } = replica
  const keys = Array.from({ length: 9 }, (_, n) => Uint8Array.from([97 + (n % 3), n]))
  const stored = await data.cells(keys)
  keys.forEach((key, i) => {
    const expected = model.cells.get(mapKeyOf(key))
    expectSame(plainCell(stored[i]), plainCell(expected), "cell")
    const cached = data.cached(key)
    if (cached !== undefined)
      expectSame(plainCell(cached ?? undefined), plainCell(expected), "cached")
  })
  expectSame(machine.state, model.machine.state, "state")
  expectSame(sessionsOf(machine), sessionsOf(model.machine), "sessions")
  await replica.flush()
  await replica.reopen()
  expectSame(sessionsOf(replica.machine), sessionsOf(model.machine), "sessions after a restart")
}

function sessionsOf(machine: Model["machine"]): unknown {
  return json(machine.sessions)
}

const plainCell = (cell: { value: Uint8Array; version: number; expiresAtMs: number } | undefined) =>
  cell && [mapKeyOf(cell.value), cell.version, cell.expiresAtMs]
const plain = (cells: readonly KeyedCell[]) =>
  cells.map((cell) => [mapKeyOf(cell.key), plainCell(cell)])

function json(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (typeof part === "bigint") return `${part}n`
    return part instanceof Uint8Array ? mapKeyOf(part) : part
  })
}

function expectSame(actual: unknown, expected: unknown, what: string): void {
  if (json(actual) === json(expected)) return
  throw new Error(`${what}: ${json(actual)} instead of ${json(expected)}`)
}
