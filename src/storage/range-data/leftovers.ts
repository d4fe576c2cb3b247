import { isDiskFull, KvError, type RangeId } from "../../base/index.ts"
import { overlap } from "../../core/range/index.ts"
import type { RangeDescriptor } from "../../core/range/types.ts"
import type { Telemetry } from "../../env/index.ts"

interface Leftover {
  readonly range: RangeDescriptor
  /** Rejects with KvError. */
  readonly clear: () => Promise<void>
}

/**
 * What removed ranges left, and a full disk kept from being cleared when the store was opened. Its
 * keys are for nobody until it is gone; that is tried again whenever somebody wants them.
 */
export class Leftovers {
  readonly #telemetry: Telemetry
  readonly #kept = new Map<RangeId, Leftover>()
  #clearing = false

  constructor(telemetry: Telemetry) {
    this.#telemetry = telemetry
  }

  /** Clears what a range left, or keeps it where there is no space for that. Rejects as `clear`. */
  async clearOrKeep(range: RangeDescriptor, clear: () => Promise<void>): Promise<void> {
    if (await hasSpaceFor(clear())) return
    const { rangeId } = range
    this.#kept.set(rangeId, { range, clear })
    this.#telemetry.warn("no space to clear what a removed range left", { rangeId })
  }

  has(rangeId: RangeId): boolean {
    return this.#kept.has(rangeId)
  }

  forgetAll(): void {
    this.#kept.clear()
  }

  /** Whether something of it is among these keys, or is called as this range is. */
  isInWayOf(range: RangeDescriptor): boolean {
    for (const leftover of this.#kept.values()) {
      if (leftover.range.rangeId !== range.rangeId && !collide(leftover.range, range)) continue
      void this.#clear(leftover)
      return true
    }
    return false
  }

  async #clear({ range, clear }: Leftover): Promise<void> {
    if (this.#clearing) return
    this.#clearing = true
    try {
      await clear()
      this.#kept.delete(range.rangeId)
    } catch (error) {
      // Another time, or by the next start.
      if (!(error instanceof KvError)) throw error
    } finally {
      this.#clearing = false
    }
  }
}

/** Whether two ranges would have keys in common. */
export function collide(one: RangeDescriptor, other: RangeDescriptor): boolean {
  if (one.rangeId === other.rangeId || one.version === 0) return false
  return one.keyspaceId === other.keyspaceId && overlap(one, other)
}

/** False: it found the disk full. Rejects as it does else. */
export async function hasSpaceFor(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return false
  }
}
