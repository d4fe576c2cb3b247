import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { Dice } from "../../src/base/index.ts"
import type { Consistency, Keyspace } from "../../src/client/index.ts"
import type { Context } from "../terminal/context.ts"
import type { Globals } from "../terminal/globals.ts"
import { withProgress } from "../terminal/progress.ts"
import { tableOf } from "../terminal/style.ts"
import { recordHistory } from "./history.ts"
import { keyName, makeValue } from "./keys.ts"
import { type LoadResult, type Perform, runLoad } from "./load.ts"
import { type Mix, mixes, Workload } from "./workload.ts"

export interface Bench {
  readonly context: Context
  readonly db: Keyspace
  readonly globals: Globals
  readonly flags: BenchFlags
}

export interface BenchFlags {
  readonly inFlight: number
  readonly rate?: number
  readonly duration: number
  readonly warmUp: number
  readonly keys: number
  readonly valueBytes: number
  readonly distribution?: Mix["keys"]
  readonly consistency: Consistency
  readonly load: boolean
  readonly seed: number
  readonly history?: string
  readonly clients: number
}

/** Loads the keys, warms up, measures and reports. */
export async function measure(bench: Bench, name: string): Promise<void> {
  const { context, db, globals, flags } = bench
  const { io } = context
  const { output, timeout } = globals
  const mix = mixes[name]
  if (mix === undefined) return
  const dice = new Dice(flags.seed)
  if (flags.load) await load(bench, dice.fork())
  const workload = new Workload(mix, flags.keys, flags.distribution, dice.fork())
  const perform = performOn(db, { ...flags, timeoutMs: timeout }, dice.fork())
  const options = { inFlight: flags.inFlight, ratePerSecond: flags.rate ?? 0 }
  if (flags.warmUp > 0) {
    await runLoad(workload, perform, { ...options, durationMs: flags.warmUp })
  }
  const result = await withProgress(io, "measuring", flags.duration, (progress) =>
    runLoad(workload, perform, {
      ...options,
      durationMs: flags.duration,
      onProgress: (done, elapsedMs) =>
        progress.update(elapsedMs, `${Math.round((done * 1_000) / elapsedMs)}/s`),
    }),
  )
  if (result.failed > 0) context.exitCode = 1
  const { history: _, load: __, clients: ___, ...told } = flags
  if (output === "json") io.out(`${JSON.stringify({ mix: name, ...told, ...result })}\n`)
  else io.out(report(name, flags, result))
}

/** Every key once, many at a time. */
function load({ context, db, flags }: Bench, dice: Dice): Promise<void> {
  const step = 500
  return withProgress(context.io, "loading  ", flags.keys, async (progress) => {
    for (let from = 0; from < flags.keys; from += step) {
      const count = Math.min(step, flags.keys - from)
      await Promise.all(
        Array.from({ length: count }, (_, at) =>
          db.put(keyName(from + at), makeValue(dice, flags.valueBytes), { timeoutMs: 60_000 }),
        ),
      )
      progress.update(from + count, `${from + count} keys`)
    }
  })
}

function performOn(
  db: Keyspace,
  options: {
    readonly consistency: Consistency
    readonly valueBytes: number
    readonly timeoutMs: number
  },
  dice: Dice,
): Perform {
  const { consistency, timeoutMs } = options
  const read = { consistency, timeoutMs }
  const put = (key: string) => db.put(key, makeValue(dice, options.valueBytes), { timeoutMs })
  return (step) => {
    const key = keyName(step.key)
    switch (step.kind) {
      case "get":
        return db.get(key, read)
      case "put":
      case "insert":
        return put(key)
      case "scan":
        return db.scan({ gte: key, limit: step.rows, ...read }).all()
      case "readModifyWrite":
        return db.get(key, read).then(() => put(key))
      case "increment":
        return db.increment(`count${step.key}`, 1, { timeoutMs })
    }
  }
}

function report(name: string, flags: BenchFlags, result: LoadResult): string {
  const loop = flags.rate === undefined ? "closed loop" : `open loop at ${flags.rate}/s`
  const errors = Object.entries(result.errors).map(([code, count]) => `${count} ${code}`)
  const lines = [
    `mix ${name}, ${flags.inFlight} in flight, ${loop}, ${flags.valueBytes}-byte values`,
    `${result.done} done in ${(result.elapsedMs / 1_000).toFixed(1)} s: ` +
      `${Math.round(result.perSecond)}/s, ${result.failed} failed` +
      (errors.length === 0 ? "" : ` (${errors.join(", ")})`),
  ]
  const ms = (value: number): string => value.toFixed(2)
  const rows = Object.entries({ ...result.byKind, all: result.latencyMs })
    .filter(([kind], _, all) => kind !== "all" || all.length > 2)
    .map(([kind, { count, p50, p95, p99, p999, max }]) => [
      kind,
      String(count),
      ...[p50, p95, p99, p999, max].map(ms),
    ])
  const head = ["OPERATION", "COUNT", "P50 ms", "P95 ms", "P99 ms", "P99.9 ms", "MAX ms"]
  return `${lines.join("\n")}\n${tableOf(head, rows, head.slice(1))}`
}

/** Writes a history of single operations for an outside checker. */
export async function record(bench: Bench, path: string): Promise<void> {
  const { context, db, globals, flags } = bench
  const { output, timeout } = globals
  const file = createWriteStream(path)
  await once(file, "open")
  const begunMs = performance.now()
  let written = 0
  const count = await withProgress(context.io, "recording", flags.duration, (progress) =>
    recordHistory(db, {
      clients: flags.clients,
      keys: Math.min(flags.keys, 10),
      durationMs: flags.duration,
      timeoutMs: timeout,
      seed: flags.seed,
      ratePerSecond: flags.rate ?? 50,
      prefix: `history-${Date.now().toString(36)}/`,
      write: (line) => {
        file.write(`${JSON.stringify(line)}\n`)
        written += 1
        progress.update(performance.now() - begunMs, `${written} operations`)
      },
    }),
  )
  file.end()
  await once(file, "close")
  context.io.out(
    output === "json"
      ? `${JSON.stringify({ history: path, operations: count })}\n`
      : `${count} operations written to ${path}\n`,
  )
}
