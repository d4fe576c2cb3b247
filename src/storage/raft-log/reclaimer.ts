import type { LogDevice, Telemetry } from "../../env/index.ts"
import type { Segment } from "./segment.ts"

/**
 * Removes segments that no range needs, one at a time and oldest first, each removal durable before
 * the next: whatever a crash brings back, the segments left are without a gap.
 */
export class Reclaimer {
  readonly #device: LogDevice
  readonly #telemetry: Telemetry
  #dropped: Segment[] = []
  #running: Promise<void> | undefined

  constructor(device: LogDevice, telemetry: Telemetry) {
    this.#device = device
    this.#telemetry = telemetry
  }

  /** The caller reads this segment no more and drops segments in the order of their numbers. */
  drop(segment: Segment): void {
    this.#dropped.push(segment)
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
  }

  /** Resolves when all that was dropped is removed, or can't be. */
  async stop(): Promise<void> {
    await this.#running
    for (const segment of this.#dropped) await segment.close()
  }

  async #run(): Promise<void> {
    for (;;) {
      const segment = this.#dropped[0]
      if (segment === undefined) return
      try {
        await this.#device.remove(segment.name)
        await this.#device.syncFolder()
      } catch (error) {
        // The rest must wait for this one; the next drop tries again, or the next start.
        const reason = error instanceof Error ? error.message : String(error)
        this.#telemetry.warn("raft log: segment not removed", { file: segment.name, reason })
        return
      }
      this.#dropped.shift()
      this.#telemetry.debug("raft log: segment removed", { file: segment.name })
      await segment.close()
    }
  }
}
