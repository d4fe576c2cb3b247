import { type MonotonicMs, type RangeId, TokenBucket } from "../base/index.ts"
import type { StorageConfig } from "../config/types.ts"
import type { Clock } from "../env/index.ts"
import type { IncomingSnapshot } from "../wire/index.ts"
import { SnapshotSlots } from "./snapshot-slots.ts"

/** What the ranges of a store share when snapshots come and go: places, and the rate of sending. */
export class SnapshotTraffic {
  readonly sending: SnapshotSlots
  readonly receiving: SnapshotSlots
  readonly #incoming = new Map<RangeId, { bytes: number; readonly sinceMs: MonotonicMs }>()
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

  /** So much more of a range's snapshot has come in. */
  arrived(rangeId: RangeId, bytes: number): void {
    const known = this.#incoming.get(rangeId)
    if (known !== undefined) known.bytes += bytes
    else this.#incoming.set(rangeId, { bytes, sinceMs: this.#clock.monotonicMs() })
  }

  /** No more of it comes. */
  settled(rangeId: RangeId): void {
    this.#incoming.delete(rangeId)
  }

  get incoming(): readonly IncomingSnapshot[] {
    const nowMs = this.#clock.monotonicMs()
    return [...this.#incoming].map(([rangeId, { bytes, sinceMs }]) => {
      return { rangeId, bytes, ageMs: Math.round(nowMs - sinceMs) }
    })
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.after(ms, resolve)
    })
  }
}
