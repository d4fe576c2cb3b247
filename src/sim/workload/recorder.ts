import { KvError } from "../../base/index.ts"
import type { Stale } from "../invariants/stale-reads.ts"
import type { HistoryLine } from "../oracle/index.ts"
import type { World } from "../world.ts"

/** What a client is about to do. */
export type Claim = Pick<
  HistoryLine,
  "client" | "op" | "key" | "value" | "expected" | "expectedVersion"
>

/** What became of it. `ok: null`: unknown. */
export type Outcome = Pick<HistoryLine, "ok" | "result" | "version" | "error">

/** A key was there, in this version; of its value nothing was said. */
type Sighting = Pick<HistoryLine, "client" | "key" | "call" | "return"> & {
  readonly version: number
}

export const nanosecondsOfMs = 1_000_000

/** Writes down what clients did and saw, for the oracle. */
export class Recorder {
  readonly #world: World
  readonly #lines: HistoryLine[] = []
  readonly #stale: Stale[] = []
  /** By key and version: what has it. */
  readonly #values = new Map<string, string>()
  /** Likewise: who saw it before it was known what has it. */
  readonly #sightings = new Map<string, Sighting[]>()
  #clients = 0
  #failed = 0

  constructor(world: World) {
    this.#world = world
  }

  get history(): readonly HistoryLine[] {
    return this.#lines
  }

  /** For the end: what is unknown now may have been written. */
  get stale(): readonly Stale[] {
    return this.#stale
  }

  sawStale(read: Stale): void {
    this.#stale.push(read)
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

  get nowMs(): number {
    return this.#world.nowMs
  }

  /** Virtual time as the history writes it. */
  now(): number {
    return Math.round(this.#world.nowMs * nanosecondsOfMs)
  }

  end(claim: Claim, call: number, outcome: Outcome): void {
    this.#lines.push({ ...claim, ...outcome, call, return: this.now() })
    if (outcome.ok === null || outcome.error !== undefined) this.#failed += 1
    this.#learn(claim, outcome)
    this.#world.note("op", [claim.client, claim.op, claim.key, String(outcome.ok)], () =>
      JSON.stringify({ ...claim, ...outcome, call }).replace(/~{3,}/g, "~"),
    )
  }

  /** A value may vanish at any moment from then on, and only it. */
  mayExpire(key: string, value: string, from: number): void {
    this.#lines.push({
      ...{ client: this.newClient(), op: "cas", key, expected: value },
      ...{ value: null, ok: null, call: from, return: from },
    })
  }

  /**
   * A cell was seen without its value. It is taken for a get of what was written under its version,
   * and where nobody was ever told of that, for nothing.
   */
  saw(key: string, version: number, call: number): void {
    const sighting = { client: this.newClient(), key, version, call, return: this.now() }
    const place = placeOf(key, version)
    const value = this.#values.get(place)
    if (value !== undefined) this.#lines.push(getOf(sighting, value))
    else this.#sightings.set(place, [...(this.#sightings.get(place) ?? []), sighting])
  }

  #learn({ op, key, value: written }: Claim, { ok, result, version }: Outcome): void {
    if (version === undefined) return
    const value = op === "get" || op === "incr" || ok === false ? result : written
    if (typeof value !== "string") return
    const place = placeOf(key, version)
    this.#values.set(place, value)
    for (const sighting of this.#sightings.get(place) ?? []) {
      this.#lines.push(getOf(sighting, value))
    }
    this.#sightings.delete(place)
  }
}

function placeOf(key: string, version: number): string {
  return `${key}@${version}`
}

function getOf(sighting: Sighting, result: string): HistoryLine {
  return { ...sighting, op: "get", value: null, ok: true, result }
}

/** The outcome that an error leaves. Throws what is no error of this store. */
export function outcomeOf(error: unknown, claim: Claim): Outcome {
  if (!(error instanceof KvError)) throw error
  const unknown = error.outcome === "unknown" && claim.op !== "get"
  return unknown ? { ok: null, error: error.code } : { ok: false, error: error.code }
}
