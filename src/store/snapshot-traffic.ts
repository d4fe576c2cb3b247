import type { MonotonicMs, RangeId } from "../base/index.ts"
import type { StorageConfig } from "../config/types.ts"
import type { Clock } from "../env/index.ts"
import type { IncomingSnapshot } from "../wire/index.ts"
import { SnapshotSlots } from "./snapshot-slots.ts"

/** What the ranges of a store share when snapshots come and go. */
export class SnapshotTraffic {
  readonly sending: SnapshotSlots
  readonly receiving: SnapshotSlots
  readonly #incoming = new Map<RangeId, { bytes: number; readonly sinceMs: MonotonicMs }>()
  readonly #clock: Clock

  constructor(config: StorageConfig, clock: Clock) {
    this.#clock = clock
    this.sending = new SnapshotSlots(config.snapshotsSentMax)
    this.receiving = new SnapshotSlots(config.snapshotsReceivedMax)
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
