import { isDiskFull, type RangeId } from "../../base/index.ts"
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
 * keys are for nobody until it is gone.
 */
export class Leftovers {
  readonly #telemetry: Telemetry
  readonly #kept = new Map<RangeId, Leftover>()

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

  get any(): boolean {
    return this.#kept.size > 0
  }

  has(rangeId: RangeId): boolean {
    return this.#kept.has(rangeId)
  }

  forgetAll(): void {
    this.#kept.clear()
  }

  /** The engine has let go of everything. Who clears may be in the middle of it, and goes on. */
  onAllGone(): void {
    for (const [rangeId, { range }] of this.#kept) {
      this.#kept.set(rangeId, { range, clear: async () => {} })
    }
  }

  /** Whether something of it is among these keys, or is called as this range is. */
  isInWayOf(range: RangeDescriptor): boolean {
    for (const { range: left } of this.#kept.values()) {
      if (left.rangeId === range.rangeId || collide(left, range)) return true
    }
    return false
  }

  /** What they held, as far as it can be told. */
  spans(): readonly RangeDescriptor[] {
    return [...this.#kept.values()].map(({ range }) => range)
  }

  /** One caller at a time. Rejects as the first does that can't be cleared. */
  async clear(): Promise<void> {
    for (const [rangeId, leftover] of this.#kept) {
      try {
        await leftover.clear()
      } catch (error) {
        const isGone = this.#kept.get(rangeId) !== leftover
        if (!isGone) throw error
      }
      this.#kept.delete(rangeId)
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
