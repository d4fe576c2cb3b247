import { KvError } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Env, Timer } from "../env/index.ts"

/** How often the free space of the disk is looked at. */
const spaceCheckMs = 1_000

interface SpaceOptions {
  readonly env: Env
  readonly config: NodeConfig
  /** Log or engine found no space for a write. */
  readonly full: () => boolean
  /** Writes need leaders with space. */
  readonly giveLeadershipAway: () => void
}

/** Watches the free space of the disk: where it runs short, writes are refused in good time. */
export class Space {
  readonly #options: SpaceOptions
  #short = false
  #checking: Timer | undefined
  #stopped = false

  constructor(options: SpaceOptions) {
    this.#options = options
  }

  /** Less is free than the reserve. */
  get short(): boolean {
    return this.#short
  }

  start(): void {
    this.#look()
      .catch((error: unknown) => {
        this.#options.env.telemetry.warn("free space unknown", { reason: String(error) })
      })
      .finally(() => {
        if (this.#stopped) return
        this.#checking = this.#options.env.clock.after(spaceCheckMs, () => this.start())
      })
  }

  stop(): void {
    this.#stopped = true
    this.#checking?.cancel()
  }

  /** Why a write is refused, if it is; `full`: what it needs to be written to found no space. */
  refusal(full: boolean): KvError | undefined {
    if (!this.#short && !full) return undefined
    return new KvError(
      "disk_full",
      "this node's disk is nearly full: free space or delete keys; reads go on",
      { retryAfterMs: spaceCheckMs },
    )
  }

  async #look(): Promise<void> {
    const { env, config, full, giveLeadershipAway } = this.#options
    const free = await env.logDevice.freeBytes()
    const short = free < config.storage.diskReserveBytes
    if (short !== this.#short) {
      if (short) env.telemetry.warn("disk nearly full, refusing writes", { freeBytes: free })
      else env.telemetry.info("disk space is back, taking writes", { freeBytes: free })
    }
    this.#short = short
    if (short || full()) giveLeadershipAway()
  }
}
