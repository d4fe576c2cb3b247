import { performance } from "node:perf_hooks"
import { build, type Histogram } from "hdr-histogram-js"
import { keyName, makeValue } from "../../cmd/bench/keys.ts"
import { Dice } from "../../src/base/index.ts"
import { type Client, KvError } from "../../src/index.ts"

export interface WatchedLoadOptions {
  /** It goes to small keys beside the first so many of the bench's. */
  readonly keys: number
  readonly valueBytes: number
  readonly inFlight: number
  /** 0: as fast as answers come. */
  readonly ratePerSecond: number
}

const binMs = 100

/**
 * Gets and puts, half and half, all over the keys, that go on while things are done to the cluster;
 * tells what they noticed between two moments. At a fixed rate latencies count from when operations
 * were due.
 */
export class WatchedLoad {
  readonly #db: Client
  readonly #options: WatchedLoadOptions
  readonly #begun = performance.now()
  /** Latencies by when their operations ended, in bins of 100 ms. */
  readonly #bins: Histogram[] = []
  readonly #failures: { readonly atMs: number; readonly what: string }[] = []
  /** The newest value that was acknowledged under each key; one caller writes a key. */
  readonly #written = new Map<string, Uint8Array>()
  readonly #callers: Promise<void>[]
  #issued = 0
  #stopped = false

  constructor(db: Client, options: WatchedLoadOptions) {
    this.#db = db
    this.#options = options
    this.#callers = Array.from({ length: options.inFlight }, (_, caller) => this.#run(caller))
  }

  /** Operations that ended between these moments of `performance.now()`. */
  between(fromMs: number, toMs: number) {
    const all = newHistogram()
    const [first, last] = [fromMs, toMs].map((ms) => Math.floor((ms - this.#begun) / binMs))
    for (const bin of this.#bins.slice(first, last)) if (bin !== undefined) all.add(bin)
    const failed = this.#failures.filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
    return {
      perSecond: (all.totalCount * 1_000) / (toMs - fromMs),
      p50Ms: all.getValueAtPercentile(50) / 1_000,
      p99Ms: all.getValueAtPercentile(99) / 1_000,
      failed: failed.map(({ what }) => what),
    }
  }

  /** p99 in milliseconds of each whole second between these moments, one after the other. */
  p99BySecond(fromMs: number, toMs: number): readonly number[] {
    const seconds = Math.floor((toMs - fromMs) / 1_000)
    return Array.from({ length: seconds }, (_, second) => {
      const begin = fromMs + second * 1_000
      return this.between(begin, begin + 1_000).p99Ms
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#callers)
  }

  /** How many keys don't hold what was acknowledged last. */
  async lost(): Promise<number> {
    const wrong = await Promise.all(
      [...this.#written].map(async ([key, value]) => {
        const cell = await this.#db.get(key)
        return cell === undefined || !cell.value.equals(value)
      }),
    )
    return wrong.filter(Boolean).length
  }

  async #run(caller: number): Promise<void> {
    const { keys, valueBytes, inFlight } = this.#options
    const dice = new Dice(caller + 1)
    for (;;) {
      const due = await this.#turn()
      if (this.#stopped) return
      const number = Math.floor((dice.chance() * keys) / inFlight) * inFlight + caller
      const key = `${keyName(number % keys)}/${caller}`
      try {
        if (dice.roll(0.5)) await this.#db.get(key)
        else {
          const value = makeValue(dice, valueBytes)
          await this.#db.put(key, value)
          this.#written.set(key, value)
        }
        this.#note(performance.now() - due)
      } catch (error) {
        if (!(error instanceof KvError)) throw error
        this.#written.delete(key)
        this.#failures.push({ atMs: performance.now(), what: `${error.code}: ${error.message}` })
      }
    }
  }

  /** When this operation is due. */
  async #turn(): Promise<number> {
    const { ratePerSecond } = this.#options
    if (ratePerSecond === 0) return performance.now()
    const due = this.#begun + (this.#issued * 1_000) / ratePerSecond
    this.#issued += 1
    const wait = due - performance.now()
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait - 0.5))
    return Math.min(due, performance.now())
  }

  #note(latencyMs: number): void {
    const bin = Math.floor((performance.now() - this.#begun) / binMs)
    this.#bins[bin] ??= newHistogram()
    this.#bins[bin]?.recordValue(Math.max(1, Math.round(latencyMs * 1_000)))
  }
}

/** Microseconds; two significant digits, for there are many of them. */
function newHistogram(): Histogram {
  const options = { numberOfSignificantValueDigits: 2 as const, bitBucketSize: 32 as const }
  return build({ ...options, lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000 })
}
