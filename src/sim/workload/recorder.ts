import { KvError } from "../../base/index.ts"
import type { HistoryLine } from "../oracle/index.ts"
import type { World } from "../world.ts"

/** What a client is about to do. */
export type Claim = Pick<
  HistoryLine,
  "client" | "op" | "key" | "value" | "expected" | "expectedVersion"
>

/** What became of it. `ok: null`: unknown. */
export type Outcome = Pick<HistoryLine, "ok" | "result" | "version" | "error">

const nanosecondsOfMs = 1_000_000

/** Writes down what clients did and saw, for the oracle. */
export class Recorder {
  readonly #world: World
  readonly #lines: HistoryLine[] = []
  /** Every value that anybody ever tried to write, by key. */
  readonly #written = new Map<string, Set<string>>()
  #clients = 0
  #failed = 0

  constructor(world: World) {
    this.#world = world
  }

  get history(): readonly HistoryLine[] {
    return this.#lines
  }

  /** Operations that ended without doing what was asked. */
  get failed(): number {
    return this.#failed
  }

  /** A number that no client has had: a client goes on under a new one after an unknown outcome. */
  newClient(): number {
    this.#clients += 1
    return this.#clients
  }

  /** Virtual time as the history writes it. */
  now(): number {
    return Math.round(this.#world.nowMs * nanosecondsOfMs)
  }

  begin(claim: Claim): void {
    if (typeof claim.value !== "string") return
    const values = this.#written.get(claim.key)
    if (values === undefined) this.#written.set(claim.key, new Set([claim.value]))
    else values.add(claim.value)
  }

  end(claim: Claim, call: number, outcome: Outcome): void {
    this.#lines.push({ ...claim, ...outcome, call, return: this.now() })
    if (outcome.ok === null || outcome.error !== undefined) this.#failed += 1
    this.#world.note("op", [claim.client, claim.op, claim.key, String(outcome.ok)], () =>
      JSON.stringify({ ...claim, ...outcome, call }).replace(/~{3,}/g, "~"),
    )
  }

  /** A value with a time to live may vanish at any moment after it was written, and only it. */
  mayExpire(claim: Claim, call: number): void {
    this.#lines.push({
      ...{ client: this.newClient(), op: "cas", key: claim.key },
      ...{ expected: claim.value, value: null, ok: null, call, return: call },
    })
  }

  wasWritten(key: string, value: string): boolean {
    return this.#written.get(key)?.has(value) === true
  }
}

/** The outcome that an error leaves. Throws what is no error of this store. */
export function outcomeOf(error: unknown, claim: Claim): Outcome {
  if (!(error instanceof KvError)) throw error
  const unknown = error.outcome === "unknown" && claim.op !== "get"
  return unknown ? { ok: null, error: error.code } : { ok: false, error: error.code }
}
