import { setImmediate as turn } from "node:timers/promises"
import { World } from "../../src/sim/world.ts"

/** A world whose time passes by itself, as long as anybody waits for it: for tests that await. */
export class PumpedWorld {
  readonly world = new World()
  #open = true
  readonly #pumping: Promise<void>

  constructor() {
    this.#pumping = this.#pump()
  }

  /** Rejects when `condition` is not so within a virtual minute. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const endMs = this.world.nowMs + 60_000
    while (!condition()) {
      if (this.world.nowMs > endMs) throw new Error(`never: ${what}`)
      await turn()
    }
  }

  async close(): Promise<void> {
    this.#open = false
    await this.#pumping
  }

  async #pump(): Promise<void> {
    while (this.#open) await this.world.run(this.world.nowMs + 1)
  }
}
