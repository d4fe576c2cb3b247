import type { PlacementOptions } from "./options.ts"
import type { RangeTable } from "./range-table.ts"
import { type RangeReport, replicasMax } from "./types.ts"
import type { PlacementVariant } from "./variant.ts"

/** What became of a report. `malformed`: contradicts itself, and was dropped. */
export type ReportFate = "taken" | "stale" | "malformed"

/** Takes reports of ranges into the table, unless something newer is known (rule 52). */
export class Directory {
  readonly #ranges: RangeTable
  readonly #options: PlacementOptions
  readonly #variant: PlacementVariant | undefined

  constructor(
    ranges: RangeTable,
    options: PlacementOptions,
    variant: PlacementVariant | undefined,
  ) {
    this.#ranges = ranges
    this.#options = options
    this.#variant = variant
  }

  /**
   * Older epochs, and older terms, are stale; what a newer range overlaps is removed. Two ranges
   * that share a key have that key's history in common, so the higher version is the later one.
   *
   * @param onRemove is told of a range's slot just before it goes
   */
  take(report: RangeReport, nowMs: number, onRemove: (slot: number) => void): ReportFate {
    if (!isSound(report)) return "malformed"
    const known = this.#ranges.slotOf(report.rangeId)
    if (known !== undefined && this.#isOlder(report, known)) return "stale"
    if (known === undefined || this.#ranges.versions[known] !== report.version) {
      const others = this.#ranges.overlapping(report).filter((slot) => slot !== known)
      if (others.some((slot) => (this.#ranges.versions[slot] ?? 0) >= report.version)) {
        if (this.#variant !== "reports-go-backwards") return "stale"
      }
      if (this.#variant !== "keep-overlapped") {
        for (const slot of others) {
          onRemove(slot)
          this.#ranges.remove(slot)
        }
      }
    }
    const slot = this.#ranges.put(report, nowMs)
    this.#warm(slot, report)
    return "taken"
  }

  #isOlder(report: RangeReport, slot: number): boolean {
    if (this.#variant === "reports-go-backwards") return false
    return (
      report.version < (this.#ranges.versions[slot] ?? 0) ||
      report.configVersion < (this.#ranges.configVersions[slot] ?? 0) ||
      report.term < (this.#ranges.terms[slot] ?? 0)
    )
  }

  /** Rates tremble; what balancing goes by follows only when they really change. */
  #warm(slot: number, { readRate, writeRate }: RangeReport): void {
    const { hotRateMin, rateTolerance } = this.#options
    const rate = readRate + writeRate
    const heat = this.#ranges.heats[slot] ?? 0
    if (heat > 0 && Math.abs(rate - heat) <= rateTolerance * heat) return
    const next = rate < hotRateMin ? 0 : rate
    if (next !== heat) this.#ranges.setHeat(slot, next)
  }
}

/** Whether a report can be true at all. */
function isSound({ replicas, leader, rangeId, version, down }: RangeReport): boolean {
  if (rangeId <= 0 || version <= 0) return false
  if (replicas.length === 0 || replicas.length > replicasMax) return false
  const stores = new Set(replicas.map(({ store }) => store))
  return stores.size === replicas.length && stores.has(leader) && !down.includes(leader)
}
