import type { Plan } from "./facts.ts"
import type { PlacementOptions } from "./options.ts"
import type { RangeTable } from "./range-table.ts"
import type { KeyspaceSettings } from "./types.ts"

/** Whether a range is too large or too busy. */
export class SizeChecks {
  readonly #options: PlacementOptions
  readonly #ranges: RangeTable

  constructor(options: PlacementOptions, ranges: RangeTable) {
    this.#options = options
    this.#ranges = ranges
  }

  /** Quick: whether a split may be due. */
  isLarge(slot: number, { rangeBytesMax }: KeyspaceSettings): boolean {
    const { splitRate } = this.#options
    if ((this.#ranges.bytes[slot] ?? 0) > rangeBytesMax) return true
    return splitRate > 0 && this.#ranges.rateOf(slot) >= splitRate
  }

  split(slot: number, { rangeBytesMax }: KeyspaceSettings, nowMs: number): Plan | undefined {
    const bytes = this.#ranges.bytes[slot] ?? 0
    if (bytes > rangeBytesMax) {
      const why = `${bytes} bytes are more than the ${rangeBytesMax} of a range`
      return { kind: "split", why, steps: [{ type: "split", by: "size" }] }
    }
    const { splitRate, splitQuietMs } = this.#options
    const rate = this.#ranges.rateOf(slot)
    if (splitRate === 0 || rate < splitRate) return undefined
    // Rates are means over a while: just after a split they are still those of the whole.
    if (nowMs - (this.#ranges.versionAtMs[slot] ?? 0) < splitQuietMs) return undefined
    const why = `${Math.round(rate)} operations a second; ${splitRate} are a reason to split`
    return { kind: "split", why, steps: [{ type: "split", by: "load" }] }
  }
}
