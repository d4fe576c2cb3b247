import { performance } from "node:perf_hooks"
import { getHeapStatistics, setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import type { NodeId } from "../../base/index.ts"
import type { Clock, Telemetry, Timer } from "../../env/index.ts"

const lookMs = 5_000
/** A process that was at work for less of the time since the last look has nothing to do. */
const busyRatioMax = 0.05
/** Until then what a busy time began goes on: ranges fall asleep, tables are written. */
const idleLooksMin = 3
/** Of nodes whose ids follow each other, so many wait for different looks. */
const turns = 4
/** So much more there may be, beside a quarter of what was held after the last collection. */
const growthBytesMax = 48 * 1_024 * 1_024
const growthMax = 1.25

/** The memory that JavaScript takes, and the part of the time that this process is at work. */
export interface Heap {
  /** With the pages in which nothing is left: V8 keeps those of what it collected by itself. */
  heldBytes(): number
  /** Since it was asked last: 0 never, 1 always. */
  busyRatio(): number
  /** Stands still until everything that nobody holds any more is given back. */
  collect(): void
}

interface IdleCollectorOptions {
  readonly clock: Clock
  readonly heap: Heap
  readonly telemetry: Telemetry
  readonly nodeId: NodeId
  /** Makes others do what is asked of this process. True: they do, and nobody would miss it. */
  readonly stepAside: () => boolean
}

/**
 * Has the garbage collected that a busy time left, once there is nothing else to do. V8 collects
 * where something allocates, so an idle process keeps what it had: after 10,000 splits 45 KiB for
 * each sleeping replica, of which 10 are in use. A collection takes a few milliseconds for each of
 * the megabytes that are left, longer than the followers of a leader wait: so the process first
 * gives away what it leads (Terei and Levy, "Blade", 2015), and nodes that became idle at once
 * take turns, for a quorum of them to be there.
 */
export class IdleCollector {
  readonly #options: IdleCollectorOptions
  readonly #idleLooks: number
  #leftBytes = 0
  /** In a row. */
  #idle = 0
  #timer: Timer | undefined

  constructor(options: IdleCollectorOptions) {
    this.#options = options
    this.#idleLooks = idleLooksMin + (options.nodeId % turns)
  }

  start(): void {
    this.#options.heap.busyRatio()
    this.#wait()
  }

  stop(): void {
    this.#timer?.cancel()
  }

  #wait(): void {
    this.#timer = this.#options.clock.after(lookMs, () => {
      this.#look()
      this.#wait()
    })
  }

  #look(): void {
    const { clock, heap, telemetry, stepAside } = this.#options
    this.#idle = heap.busyRatio() <= busyRatioMax ? this.#idle + 1 : 0
    const heldBytes = heap.heldBytes()
    const isWorthIt = heldBytes > growthMax * this.#leftBytes + growthBytesMax
    if (this.#idle < this.#idleLooks || !isWorthIt || !stepAside()) return
    const begunAtMs = clock.monotonicMs()
    heap.collect()
    this.#leftBytes = heap.heldBytes()
    const tookMs = Math.round(clock.monotonicMs() - begunAtMs)
    const leftBytes = this.#leftBytes
    telemetry.info("idle: collected garbage", { heldBytes, leftBytes, tookMs })
  }
}

/** The one of this process. */
export function processHeap(): Heap {
  let before = performance.eventLoopUtilization()
  let collect: (() => void) | undefined
  return {
    heldBytes: () => {
      const { total_physical_size: held } = getHeapStatistics()
      return held
    },
    busyRatio: () => {
      const { utilization } = performance.eventLoopUtilization(before)
      before = performance.eventLoopUtilization()
      return utilization
    },
    collect: () => {
      collect ??= exposedCollector()
      // Else it leaves most pages as they are: 220 MB held what would fit into 90.
      setFlagsFromString("--compact-on-every-full-gc")
      collect()
      setFlagsFromString("--no-compact-on-every-full-gc")
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
