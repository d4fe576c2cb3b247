import { KvError, type RangeId } from "../base/index.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import type { StoreData } from "../storage/index.ts"
import type { Replica } from "./replica.ts"
import type { StoreVariant } from "./variant.ts"

/** Where there is no space for the tombstone, it is tried again this often. */
const diskFullRetryMs = 1_000

interface DeparturesOptions {
  readonly data: StoreData
  readonly clock: Clock
  readonly telemetry: Telemetry
  readonly variant: StoreVariant | undefined
  /** Nothing is left of the range here: it may come again, as another replica. */
  readonly onLeft: () => void
  readonly onFatal: (error: unknown) => void
}

/**
 * Replicas on their way out. The order is what makes it safe: nothing of the replica works any
 * more; then its tombstone is durable, and it can't come back; only then its log goes, and with it
 * the memory of its vote.
 */
export class Departures {
  readonly #options: DeparturesOptions
  readonly #leaving = new Map<RangeId, Promise<void>>()
  #stopped = false
  #stop: () => void = () => {}
  readonly #stopping = new Promise<void>((resolve) => {
    this.#stop = resolve
  })

  constructor(options: DeparturesOptions) {
    this.#options = options
  }

  has(rangeId: RangeId): boolean {
    return this.#leaving.has(rangeId)
  }

  /** The caller lets nothing reach the replica from here on. */
  begin(replica: Replica, reason: string): void {
    const { rangeId } = replica
    const { telemetry, onLeft, onFatal } = this.#options
    telemetry.info("replica leaves", { rangeId, replica: replica.raft.view.id, reason })
    const left = this.#run(replica).then(
      () => {
        this.#leaving.delete(rangeId)
        if (!this.#stopped) onLeft()
      },
      (error: unknown) => {
        if (!this.#stopped) onFatal(error)
      },
    )
    this.#leaving.set(rangeId, left)
  }

  /** What is under way ends, or is finished by the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#stop()
    await Promise.all(this.#leaving.values())
  }

  async #run(replica: Replica): Promise<void> {
    await replica.retire()
    const { clock, variant } = this.#options
    if (variant === "drop-log-before-tombstone") await replica.forgetLog()
    while (!(await this.#bury(replica))) {
      if (this.#stopped) return
      await new Promise<void>((resolve) => {
        clock.after(diskFullRetryMs, resolve)
      })
    }
    if (variant === "drop-log-before-tombstone") return
    await Promise.race([replica.forgetLog(), this.#stopping])
  }

  /** False: there is no space for it now. */
  async #bury({ rangeId, raft }: Replica): Promise<boolean> {
    try {
      await this.#options.data.remove(rangeId, raft.view.id)
      return true
    } catch (error) {
      if (!(error instanceof KvError) || error.code !== "disk_full") throw error
      return false
    }
  }
}
