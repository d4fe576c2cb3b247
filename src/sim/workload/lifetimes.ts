import type { SwarmOptions } from "../swarm.ts"
import { type Names, putUnder } from "./names.ts"
import type { KeyOperation } from "./operations.ts"
import { type Claim, nanosecondsOfMs, type Outcome, type Recorder } from "./recorder.ts"

/**
 * Which values are to expire, and not before when. It puts that into the history: such a value may
 * vanish at any moment from then on, and any other one never does.
 *
 * A sum is as old as what was put under it; on the counter that only increments write, it is not
 * known how old.
 */
export class Lifetimes {
  readonly #names: Names
  readonly #recorder: Recorder
  readonly #clocks: ClockErrors
  /** By key, for each value that was written with a time to live. */
  readonly #written = new Map<string, Map<string, number>>()
  /** Those, and sums, that the history knows of. */
  readonly #told = new Set<string>()
  /** By key and what was put under it: sums that were seen before that put had its answer. */
  readonly #early = new Map<string, { readonly sum: string; readonly call: number }[]>()

  constructor(names: Names, recorder: Recorder, swarm: SwarmOptions) {
    this.#names = names
    this.#recorder = recorder
    this.#clocks = clockErrorsOf(swarm)
  }

  /** Something was asked, and this came of it. */
  follow(operation: KeyOperation, claim: Claim, call: number, outcome: Outcome): void {
    const { key } = claim
    if (!this.#names.mortal.includes(key)) return
    const ttlMs = "ttlMs" in operation ? operation.ttlMs : 0
    const { value } = claim
    const writes = operation.op === "put" || operation.op === "cas"
    if (writes && ttlMs > 0 && outcome.ok !== false && typeof value === "string") {
      const from = this.#earliest(call, ttlMs)
      this.#writtenAt(key).set(value, from)
      this.#tell(key, value, from)
      for (const early of this.#earlyOf(key, value)) this.#onSeen(key, early.sum, early.call)
    }
    const seen = writes && outcome.ok === true ? undefined : outcome.result
    if (typeof seen === "string") this.#onSeen(key, seen, call)
  }

  /** Whether it has to be gone sooner or later. */
  isMortal(key: string, value: string): boolean {
    return this.#endOf(key, value) !== undefined
  }

  /**
   * Until all that expires has done so by any clock. Undefined: nobody can tell, for clocks are too
   * wrong, or nothing does.
   */
  get graceMs(): number | undefined {
    const { jump, skewMs } = this.#clocks
    return jump || skewMs > 50 || this.#told.size === 0 ? undefined : ttlMsMax + this.#errorMs()
  }

  #onSeen(key: string, value: string, call: number): void {
    const end = this.#endOf(key, value)
    const put = this.#putUnder(key, value)
    if (end !== undefined) this.#tell(key, value, Math.max(call, end))
    else if (put !== undefined && put !== value) {
      this.#earlyOf(key, put).push({ sum: value, call })
    }
  }

  #earlyOf(key: string, put: string): { readonly sum: string; readonly call: number }[] {
    const place = `${key}=${put}`
    const early = this.#early.get(place) ?? []
    this.#early.set(place, early)
    return early
  }

  /** From when on a value may be gone; undefined: it may not. */
  #endOf(key: string, value: string): number | undefined {
    if (key === this.#names.expiringCounter) return 0
    const put = this.#putUnder(key, value)
    return put === undefined ? undefined : this.#writtenAt(key).get(put)
  }

  #putUnder(key: string, value: string): string | undefined {
    return this.#names.mixed.includes(key) ? putUnder(value) : value
  }

  #tell(key: string, value: string, from: number): void {
    const place = `${key}=${value}`
    if (this.#told.has(place)) return
    this.#told.add(place)
    this.#recorder.mayExpire(key, value, from)
  }

  /** Clocks stamp what expires, and others say when it has. */
  #earliest(call: number, ttlMs: number): number {
    if (this.#clocks.jump) return call
    return call + Math.max(0, ttlMs - this.#errorMs()) * nanosecondsOfMs
  }

  /** Most by which one clock is behind another one by now. */
  #errorMs(): number {
    const { skewMs, drift } = this.#clocks
    const nowMs = this.#recorder.now() / nanosecondsOfMs
    return 2 * skewMs + drift * (nowMs + ttlMsMax) + 1
  }

  #writtenAt(key: string): Map<string, number> {
    const written = this.#written.get(key) ?? new Map<string, number>()
    this.#written.set(key, written)
    return written
  }
}

/** Times to live that clients give. */
export const ttlsMs = [100, 1_000, 4_000] as const
const ttlMsMax = Math.max(...ttlsMs)

/** How wrong wall clocks may be. */
interface ClockErrors {
  readonly skewMs: number
  readonly drift: number
  /** Somebody sets them. */
  readonly jump: boolean
}

function clockErrorsOf({ wallSkewMs, clockDrift, faults }: SwarmOptions): ClockErrors {
  return { skewMs: wallSkewMs, drift: clockDrift, jump: faults.includes("clockJump") }
}
