import { performance } from "node:perf_hooks"
import { build, type Histogram } from "hdr-histogram-js"
import type { Step, Workload } from "./workload.ts"

/** Does one step: gives something to wait for, that is rejected when the step failed. */
export type Perform = (step: Step) => unknown

export interface LoadOptions {
  readonly inFlight: number
  readonly durationMs: number
  /** Operations a second; 0: closed loop, as fast as answers come. */
  readonly ratePerSecond: number
  readonly onProgress?: (done: number, elapsedMs: number) => void
  /** A clock of its own, for a test that must not depend on the real one. */
  readonly nowMs?: () => number
}

export interface LoadResult {
  readonly done: number
  readonly failed: number
  readonly errors: Readonly<Record<string, number>>
  readonly elapsedMs: number
  readonly perSecond: number
  readonly latencyMs: Latency
  readonly byKind: Readonly<Record<string, Latency>>
}

/** Milliseconds. */
export interface Latency {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly p999: number
  readonly max: number
}

/**
 * Runs a load. Open loop: operations are due at fixed times and their latency counts from when they
 * were due, whether or not they could be sent then (no coordinated omission); at most `inFlight`
 * wait at once. Closed loop: `inFlight` callers, each as fast as its answers come.
 */
export async function runLoad(
  workload: Workload,
  perform: Perform,
  options: LoadOptions,
): Promise<LoadResult> {
  const recorder = new Recorder()
  const { nowMs = () => performance.now() } = options
  const begun = nowMs()
  const until = begun + options.durationMs
  const progress = setInterval(() => options.onProgress?.(recorder.done, nowMs() - begun), 500)
  let issued = 0
  const caller = async (): Promise<void> => {
    for (;;) {
      let due = nowMs()
      if (options.ratePerSecond > 0) {
        due = begun + (issued * 1_000) / options.ratePerSecond
        issued += 1
        const wait = due - nowMs()
        if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait - 0.5))
      }
      if (due >= until || nowMs() >= until) return
      const step = workload.next()
      // Timers are coarse: one may be sent a little before it was due.
      due = Math.min(due, nowMs())
      try {
        await perform(step)
        recorder.succeed(step.kind, nowMs() - due)
      } catch (error) {
        recorder.fail(error)
      }
    }
  }
  await Promise.all(Array.from({ length: options.inFlight }, caller))
  clearInterval(progress)
  return recorder.result(nowMs() - begun)
}

/** Microseconds in, milliseconds out; 3 significant digits up to a minute. */
function newHistogram(): Histogram {
  return build({ lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000 })
}

class Recorder {
  done = 0
  readonly #all = newHistogram()
  readonly #byKind = new Map<string, Histogram>()
  readonly #errors = new Map<string, number>()

  succeed(kind: string, latencyMs: number): void {
    this.done += 1
    const micros = Math.max(1, Math.round(latencyMs * 1_000))
    this.#all.recordValue(micros)
    let histogram = this.#byKind.get(kind)
    if (histogram === undefined) {
      histogram = newHistogram()
      this.#byKind.set(kind, histogram)
    }
    histogram.recordValue(micros)
  }

  fail(error: unknown): void {
    const code = (error as { code?: unknown }).code
    const name = typeof code === "string" ? code : String(error)
    this.#errors.set(name, (this.#errors.get(name) ?? 0) + 1)
  }

  result(elapsedMs: number): LoadResult {
    const errors = Object.fromEntries(this.#errors)
    return {
      done: this.done,
      failed: [...this.#errors.values()].reduce((sum, count) => sum + count, 0),
      errors,
      elapsedMs,
      perSecond: (this.done * 1_000) / elapsedMs,
      latencyMs: latencyOf(this.#all),
      byKind: Object.fromEntries([...this.#byKind].map(([kind, all]) => [kind, latencyOf(all)])),
    }
  }
}

function latencyOf(histogram: Histogram): Latency {
  const at = (percentile: number): number => histogram.getValueAtPercentile(percentile) / 1_000
  return {
    count: histogram.totalCount,
    p50: at(50),
    p95: at(95),
    p99: at(99),
    p999: at(99.9),
    max: histogram.maxValue / 1_000,
  }
}
