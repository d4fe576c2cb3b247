import { Dice, KvError } from "../../src/base/index.ts"
import type { Keyspace } from "../../src/client/index.ts"
import type { HistoryLine } from "../../src/sim/oracle/index.ts"

export type { HistoryLine }

export interface HistoryOptions {
  readonly clients: number
  readonly keys: number
  /** Keys begin with it: a history starts from keys that are not there. Default: nothing. */
  readonly prefix?: string
  readonly durationMs: number
  readonly timeoutMs: number
  readonly seed: number
  /** Operations a second of each client; keeps histories small enough to judge. */
  readonly ratePerSecond: number
  readonly write: (line: HistoryLine) => void
  /** Ends the load before its time. */
  readonly signal?: AbortSignal
}

/**
 * Mixed load over few keys with unique values, recorded. Each client does one operation at a time;
 * after an unknown outcome it goes on under a new number, for the old operation may still happen.
 */
export async function recordHistory(db: Keyspace, options: HistoryOptions): Promise<number> {
  let nextClient = options.clients
  let nextValue = 0
  let count = 0
  const dice = new Dice(options.seed)
  const until = nowNs() + options.durationMs * 1e6
  const run = async (first: number, own: Dice): Promise<void> => {
    let client = first
    const seen = new Map<string, Seen>()
    while (nowNs() < until && options.signal?.aborted !== true) {
      await new Promise((resolve) =>
        setTimeout(resolve, (own.chance() * 2_000) / options.ratePerSecond),
      )
      nextValue += 1
      const step = drawStep(own, options, `v${nextValue}`, seen)
      const call = nowNs()
      const outcome = await perform(db, step, options.timeoutMs)
      count += 1
      options.write({ client, ...step, ...outcome, call, return: nowNs() })
      if (outcome.ok === null) client = nextClient++
      if (step.op === "get" && outcome.ok === true) {
        seen.set(step.key, { value: outcome.result ?? null, version: outcome.version })
      }
    }
  }
  await Promise.all(Array.from({ length: options.clients }, (_, i) => run(i, dice.fork())))
  return count
}

/** What a client saw last under a key. */
interface Seen {
  readonly value: string | number | null
  readonly version: number | undefined
}

type Step = Pick<HistoryLine, "op" | "key" | "value" | "expected" | "expectedVersion">
type Outcome = Pick<HistoryLine, "ok" | "result" | "version" | "error">

/** Counters have keys of their own: their values are numbers. */
function drawStep(
  dice: Dice,
  { keys, prefix = "" }: HistoryOptions,
  value: string,
  seen: Map<string, Seen>,
): Step {
  const number = dice.between(0, keys - 1)
  const key = `${prefix}k${number}`
  const chance = dice.chance()
  if (chance < 0.35) return { op: "get", key, value: null }
  if (chance < 0.55) return { op: "put", key, value }
  if (chance < 0.75) {
    const last = seen.get(key)
    if (last?.version !== undefined && dice.roll(0.3)) {
      return { op: "cas", key, value, expectedVersion: last.version }
    }
    return { op: "cas", key, value, expected: last?.value ?? null }
  }
  if (chance < 0.8) return { op: "delete", key, value: null }
  const counter = `${prefix}c${number}`
  if (chance < 0.9) return { op: "incr", key: counter, value: 1 }
  return { op: "get", key: counter, value: null }
}

async function perform(db: Keyspace, step: Step, timeoutMs: number): Promise<Outcome> {
  try {
    return await request(db, step, timeoutMs)
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    // A read has no effect: whatever went wrong, nothing happened.
    const unknown = error.outcome === "unknown" && step.op !== "get"
    return { ok: unknown ? null : false, error: error.code }
  }
}

async function request(db: Keyspace, step: Step, timeoutMs: number): Promise<Outcome> {
  switch (step.op) {
    case "get": {
      const cell = await db.get(step.key, { timeoutMs })
      if (cell === undefined) return { ok: true, result: null }
      return { ok: true, result: textOf(step.key, cell.value), version: cell.version }
    }
    case "put": {
      const { version } = await db.put(step.key, String(step.value), { timeoutMs })
      return { ok: true, version }
    }
    case "delete": {
      const { version } = await db.delete(step.key, { timeoutMs })
      return { ok: true, version }
    }
    case "incr": {
      const { value, version } = await db.increment(step.key, 1n, { timeoutMs })
      return { ok: true, result: Number(value), version }
    }
    case "cas": {
      const expect =
        step.expectedVersion ??
        (step.expected == null ? "absent" : { value: String(step.expected) })
      const value = String(step.value)
      const answer = await db.compareAndSwap(step.key, { expect, value, timeoutMs })
      if (answer.swapped) return { ok: true, version: answer.version }
      if (answer.value === undefined) return { ok: false, result: null }
      return { ok: false, result: textOf(step.key, answer.value), version: answer.version }
    }
  }
}

function textOf(key: string, value: Uint8Array): string | number {
  const text = Buffer.from(value).toString()
  return /c\d+$/.test(key) ? Number(text) : text
}

function nowNs(): number {
  return Math.round(performance.now() * 1e6)
}
