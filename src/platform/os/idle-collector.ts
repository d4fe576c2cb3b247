import { performance } from "node:perf_hooks"
import { getHeapStatistics, setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import type { Clock, Telemetry, Timer } from "../../env/index.ts"

const lookMs = 10_000
/** A process that was at work for less of the time since the last look has nothing to do. */
const busyRatioMax = 0.05
/** So much garbage there may be, beside a quarter of what was left of the last collection. */
const garbageBytesMax = 16 * 1_024 * 1_024
const growthMax = 1.25

/** The memory that JavaScript takes, and the part of the time that this process is at work. */
export interface Heap {
  usedBytes(): number
  /** Since it was asked last: 0 never, 1 always. */
  busyRatio(): number
  /** Stands still until everything that nobody holds any more is given back. */
  collect(): void
}

/**
 * Has the garbage collected that a busy time left, once there is nothing else to do. V8 collects
 * where something allocates, so an idle process keeps what it had: after 10,000 splits 45 KiB for
 * each sleeping replica, of which 10 are in use. A collection takes a millisecond for each of the
 * megabytes that are left, and nobody waits.
 */
export class IdleCollector {
  readonly #clock: Clock
  readonly #heap: Heap
  readonly #telemetry: Telemetry
  #leftBytes = 0
  #timer: Timer | undefined

  constructor(clock: Clock, heap: Heap, telemetry: Telemetry) {
    this.#clock = clock
    this.#heap = heap
    this.#telemetry = telemetry
  }

  start(): void {
    this.#heap.busyRatio()
    this.#wait()
  }

  stop(): void {
    this.#timer?.cancel()
  }

  #wait(): void {
    this.#timer = this.#clock.after(lookMs, () => {
      this.#look()
      this.#wait()
    })
  }

  #look(): void {
    const usedBytes = this.#heap.usedBytes()
    const isIdle = this.#heap.busyRatio() <= busyRatioMax
    if (!isIdle || usedBytes <= growthMax * this.#leftBytes + garbageBytesMax) return
    const begunAtMs = this.#clock.monotonicMs()
    this.#heap.collect()
    this.#leftBytes = this.#heap.usedBytes()
    const tookMs = Math.round(this.#clock.monotonicMs() - begunAtMs)
    const leftBytes = this.#leftBytes
    this.#telemetry.debug("idle, garbage collected", { usedBytes, leftBytes, tookMs })
  }
}

/** The one of this process. */
export function processHeap(): Heap {
  let before = performance.eventLoopUtilization()
  let collect: (() => void) | undefined
  return {
    usedBytes: () => {
      const { used_heap_size: used } = getHeapStatistics()
      return used
    },
    busyRatio: () => {
      const { utilization } = performance.eventLoopUtilization(before)
      before = performance.eventLoopUtilization()
      return utilization
    },
    collect: () => {
      collect ??= exposedCollector()
      collect()
    },
  }
}

/** V8 gives it to contexts that are made while the flag is set. */
function exposedCollector(): () => void {
  setFlagsFromString("--expose-gc")
  const collector = runInNewContext("gc") as () => void
  setFlagsFromString("--no-expose-gc")
  return collector
}
