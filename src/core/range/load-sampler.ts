import { compareBytes, type MonotonicMs } from "../../base/index.ts"

/** Rates forget half of what they knew in this time. */
const halfLifeMs = 10_000
/** One request in so many is remembered, and so many of them: a few seconds' worth under load. */
const sampleEvery = 16
const samplesMax = 256
/** Fewer say too little about where the load is. */
const samplesMin = 32
const candidatesMax = 32
/** A cut is worth it when the sides get about the same and few requests need both (as TiKV's). */
const imbalanceMax = 0.25
const containedMax = 0.5

/** Keys that a request touched: one key, where `end` is undefined. An empty `end` has none. */
interface Request {
  readonly start: Uint8Array
  readonly end: Uint8Array | undefined
}

/** What a range is asked for, a second. */
export interface RangeLoad {
  readonly readsPerSecond: number
  readonly writesPerSecond: number
}

/** Counts events, the older the less. */
class DecayedRate {
  #weight = 0
  #atMs: MonotonicMs = 0
  #pending = 0

  count(): void {
    this.#pending += 1
  }

  perSecond(nowMs: MonotonicMs): number {
    const elapsedMs = Math.max(0, nowMs - this.#atMs)
    this.#weight = this.#weight * 2 ** (-elapsedMs / halfLifeMs) + this.#pending
    this.#atMs = nowMs
    this.#pending = 0
    return (this.#weight * Math.LN2 * 1_000) / halfLifeMs
  }
}

/** Requests of one kind; a new one takes the place of any other, so the old ones fade away. */
class Reservoir {
  readonly requests: Request[] = []
  readonly #chance: () => number
  #skip = 0

  constructor(chance: () => number) {
    this.#chance = chance
  }

  offer(start: Uint8Array, end: Uint8Array | undefined): void {
    this.#skip -= 1
    if (this.#skip > 0) return
    this.#skip = 1 + Math.floor(this.#chance() * (2 * sampleEvery - 1))
    // Views of a frame would keep all of it in memory. Not `slice`: a Buffer's is a view.
    const request = { start: new Uint8Array(start), end: end && new Uint8Array(end) }
    if (this.requests.length < samplesMax) this.requests.push(request)
    else this.requests[Math.floor(this.#chance() * samplesMax)] = request
  }
}

/**
 * Where the load of a range lies: how many reads and writes a second, and a sample of each, from
 * which the key is found that cuts the load in two. Reads and writes are weighed apart, for they
 * cost different nodes: a key that halves the one may be no good for the other.
 */
export class LoadSampler {
  readonly #chance: () => number
  readonly #rates = { read: new DecayedRate(), write: new DecayedRate() }
  #samples: Readonly<Record<"read" | "write", Reservoir>>

  /** `chance` in [0, 1): from seeded dice. */
  constructor(chance: () => number) {
    this.#chance = chance
    this.#samples = this.#emptySamples()
  }

  /** A request to one key, or to all from `start` to before `end`. */
  take(kind: "read" | "write", start: Uint8Array, end?: Uint8Array): void {
    this.#rates[kind].count()
    this.#samples[kind].offer(start, end)
  }

  load(nowMs: MonotonicMs): RangeLoad {
    return {
      readsPerSecond: this.#rates.read.perSecond(nowMs),
      writesPerSecond: this.#rates.write.perSecond(nowMs),
    }
  }

  /** The key that cuts this kind of load best; undefined: none is good, or too little is known. */
  splitKey(kind: "read" | "write"): Uint8Array | undefined {
    return bestCut(this.#samples[kind].requests)
  }

  /** The range was cut or replaced: what was sampled is of another one. */
  reset(): void {
    this.#samples = this.#emptySamples()
  }

  #emptySamples(): Readonly<Record<"read" | "write", Reservoir>> {
    return { read: new Reservoir(this.#chance), write: new Reservoir(this.#chance) }
  }
}

/** Of the keys where requests begin, the one that leaves both sides about the same to do. */
export function bestCut(requests: readonly Request[]): Uint8Array | undefined {
  if (requests.length < samplesMin) return undefined
  const starts = requests.map(({ start }) => start).sort(compareBytes)
  const step = Math.max(1, Math.floor(starts.length / candidatesMax))
  let best: { readonly key: Uint8Array; readonly score: number } | undefined
  for (let at = step; at < starts.length; at += step) {
    const key = starts[at] as Uint8Array
    if (compareBytes(key, starts[0] as Uint8Array) === 0) continue
    const { left, right, contained } = shares(requests, key)
    const imbalance = Math.abs(left - right) / Math.max(1, left + right)
    const share = contained / requests.length
    if (imbalance > imbalanceMax || share > containedMax) continue
    const score = imbalance + share
    if (best === undefined || score < best.score) best = { key, score }
  }
  return best?.key
}

function shares(
  requests: readonly Request[],
  key: Uint8Array,
): { readonly left: number; readonly right: number; readonly contained: number } {
  let left = 0
  let right = 0
  for (const { start, end } of requests) {
    if (compareBytes(start, key) >= 0) right += 1
    else if (end === undefined || (end.length > 0 && compareBytes(end, key) <= 0)) left += 1
  }
  return { left, right, contained: requests.length - left - right }
}
