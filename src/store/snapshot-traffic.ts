import { TokenBucket } from "../base/index.ts"
import type { StorageConfig } from "../config/types.ts"
import type { Clock } from "../env/index.ts"
import { SnapshotSlots } from "./snapshot-slots.ts"

/** What the ranges of a store share when snapshots come and go: places, and the rate of sending. */
export class SnapshotTraffic {
  readonly sending: SnapshotSlots
  readonly receiving: SnapshotSlots
  readonly #bucket: TokenBucket
  readonly #clock: Clock

  constructor(config: StorageConfig, clock: Clock) {
    this.#clock = clock
    this.sending = new SnapshotSlots(config.snapshotsSentMax)
    this.receiving = new SnapshotSlots(config.snapshotsReceivedMax)
    this.#bucket = new TokenBucket(config.snapshotBytesPerSecond, clock.monotonicMs())
  }

  /** Resolves when so many more bytes may leave. */
  async pace(bytes: number): Promise<void> {
    const waitMs = this.#bucket.take(bytes, this.#clock.monotonicMs())
    if (waitMs > 0) await this.wait(waitMs)
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.after(ms, resolve)
    })
  }
}
