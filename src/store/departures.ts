import { isDiskFull, KvError, type RangeId, type ReplicaId } from "../base/index.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import type { Burial, StoreData } from "../storage/index.ts"
import type { Replica } from "./replica.ts"
import type { StoreVariant } from "./variant.ts"

/** What the engine takes no writes for now is tried again this often. */
const retryMs = 1_000

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
  #clearing: Promise<unknown> = Promise.resolve()
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

  /** What a full disk kept from being cleared when the store was opened goes once it has space. */
  clearLeftovers(): void {
    const { data, onFatal } = this.#options
    if (!data.hasLeftovers) return
    this.#clearing = this.#insist(() => data.clearLeftovers()).catch((error: unknown) => {
      if (!this.#stopped) onFatal(error)
    })
  }

  /** The caller lets nothing reach the replica from here on. */
  begin(replica: Replica, reason: string, then: () => void, merged: boolean): void {
    const { rangeId } = replica
    const { telemetry } = this.#options
    telemetry.info("replica leaves", { rangeId, replica: replica.raft.view.id, reason })
    this.#follow(rangeId, this.#run(replica, merged), then)
  }

  /** A replica whose range was taken in, with all that it holds, by another one of this store. */
  takeIn(replica: Replica, burial: Burial): void {
    const { rangeId } = replica
    const { telemetry } = this.#options
    telemetry.info("replica is taken in", { rangeId, replica: replica.raft.view.id })
    this.#follow(rangeId, this.#giveUp(replica, burial))
  }

  async #giveUp(replica: Replica, burial: Burial): Promise<void> {
    await replica.retire()
    await Promise.race([burial.durable, this.#stopping])
    // Without power it is here once more, and then its log is needed.
    if (!burial.settled) return
    await burial.cleared
    await Promise.race([replica.forgetLog(), this.#stopping])
  }

  /**
   * A replica that has left was split off once more, by a range that began again with older data.
   * Its log went long ago.
   */
  buryAgain(rangeId: RangeId, replicaId: ReplicaId): void {
    this.#options.telemetry.info("replica that had left goes again", { rangeId, replicaId })
    this.#follow(rangeId, this.#bury(rangeId, replicaId, false))
  }

  #follow(rangeId: RangeId, departure: Promise<unknown>, then = () => {}): void {
    const { onLeft, onFatal } = this.#options
    const left = departure.then(
      () => {
        this.#leaving.delete(rangeId)
        if (this.#stopped) return
        then()
        onLeft()
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
    await Promise.all([...this.#leaving.values(), this.#clearing])
  }

  async #run(replica: Replica, merged: boolean): Promise<void> {
    await replica.retire()
    const { variant } = this.#options
    if (variant === "drop-log-before-tombstone") await replica.forgetLog()
    const buried = await this.#bury(replica.rangeId, replica.raft.view.id, merged)
    if (!buried || variant === "drop-log-before-tombstone") return
    await Promise.race([replica.forgetLog(), this.#stopping])
  }

  #bury(rangeId: RangeId, replicaId: ReplicaId, merged: boolean): Promise<boolean> {
    return this.#insist(() => this.#options.data.remove(rangeId, replicaId, merged))
  }

  /** False: the store was stopped before it could be. */
  async #insist(work: () => Promise<void>): Promise<boolean> {
    while (!(await isDone(work()))) {
      if (this.#stopped) return false
      await new Promise<void>((resolve) => {
        this.#options.clock.after(retryMs, resolve)
      })
    }
    return true
  }
}

/** False: there is no space for it now, or the engine lets go of everything just then. */
async function isDone(work: Promise<void>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    const later = isDiskFull(error) || (error instanceof KvError && error.code === "unavailable")
    if (!later) throw error
    return false
  }
}
