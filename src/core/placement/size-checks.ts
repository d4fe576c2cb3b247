import type { Plan } from "./facts.ts"
import type { PlacementOptions } from "./options.ts"
import type { RangeTable } from "./range-table.ts"
import { type KeyspaceSettings, replicasMax, type Step, type Verdict } from "./types.ts"
import { accepted, refused } from "./verdict.ts"

/** Part of the splitting rate under which two neighbours must be, together, to be merged. */
const mergeRateRatio = 0.2

/** Whether a range is too large or too busy, or so small that it could be part of its neighbour. */
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
    return splitRate > 0 && this.#rateOf(slot) >= splitRate
  }

  split(slot: number, { rangeBytesMax }: KeyspaceSettings, nowMs: number): Plan | undefined {
    const bytes = this.#ranges.bytes[slot] ?? 0
    if (bytes > rangeBytesMax) {
      const why = `${bytes} bytes are more than the ${rangeBytesMax} of a range`
      return { kind: "split", why, steps: [{ type: "split", by: "size" }] }
    }
    const { splitRate, splitQuietMs } = this.#options
    const rate = this.#rateOf(slot)
    if (splitRate === 0 || rate < splitRate) return undefined
    // Rates are means over a while: just after a split they are still those of the whole.
    if (nowMs - (this.#ranges.versionAtMs[slot] ?? 0) < splitQuietMs) return undefined
    const why = `${Math.round(rate)} operations a second; ${splitRate} are a reason to split`
    return { kind: "split", why, steps: [{ type: "split", by: "load" }] }
  }

  /** Takes in the neighbour on the right, where both are small and have long been quiet. */
  merge(slot: number, settings: KeyspaceSettings, nowMs: number): Plan | undefined {
    const { mergeEnabled, mergeRatio, splitRate } = this.#options
    if (!mergeEnabled) return undefined
    const ranges = this.#ranges
    const bytes = ranges.bytes[slot] ?? 0
    const bytesMax = mergeRatio * settings.rangeBytesMax
    if (bytes >= bytesMax || !this.#isQuiet(slot, nowMs)) return undefined
    const source = ranges.nextOf(slot)
    if (source === undefined || !this.#isQuiet(source, nowMs)) return undefined
    if (bytes + (ranges.bytes[source] ?? 0) >= bytesMax) return undefined
    const rate = this.#rateOf(slot) + this.#rateOf(source)
    if (splitRate > 0 && rate >= mergeRateRatio * splitRate) return undefined
    if (!this.#areTogether(slot, source)) return undefined
    const why = "it and its neighbour are small and have little to do"
    return { kind: "merge", why, steps: [this.#mergeStep(source)] }
  }

  /** An admin wants two ranges to be one. */
  mergeAsked(slot: number, source: number): Verdict<Plan> {
    const [left, right] = [this.#ranges.ids[slot] ?? 0, this.#ranges.ids[source] ?? 0]
    if (this.#ranges.nextOf(slot) !== source) {
      return refused("invalid", `ranges ${left} and ${right} are not neighbours`)
    }
    if (!this.#areTogether(slot, source)) {
      const what = `ranges ${left} and ${right} have replicas on different stores`
      return refused("unsafe", `${what}: move them first`)
    }
    return accepted({ kind: "admin", why: "asked for: a merge", steps: [this.#mergeStep(source)] })
  }

  #mergeStep(source: number): Step {
    const version = this.#ranges.versions[source] ?? 0
    const configVersion = this.#ranges.configVersions[source] ?? 0
    const sourceEpoch = { version, configVersion }
    return { type: "merge", source: this.#ranges.ids[source] ?? 0, sourceEpoch }
  }

  /** Whether two ranges have plain voters, and no others, on the same stores. */
  #areTogether(left: number, right: number): boolean {
    const count = this.#ranges.replicaCounts[left] ?? 0
    if (count !== this.#ranges.replicaCounts[right]) return false
    const { replicaStores, replicaStates } = this.#ranges
    const first = right * replicasMax
    const rights = replicaStores.subarray(first, first + count)
    for (let i = 0; i < count; i += 1) {
      if (replicaStates[left * replicasMax + i] !== 0 || replicaStates[first + i] !== 0)
        return false
      if (!rights.includes(replicaStores[left * replicasMax + i] ?? 0)) return false
    }
    return true
  }

  #isQuiet(slot: number, nowMs: number): boolean {
    return nowMs - (this.#ranges.versionAtMs[slot] ?? 0) >= this.#options.mergeQuietMs
  }

  #rateOf(slot: number): number {
    return (this.#ranges.readRates[slot] ?? 0) + (this.#ranges.writeRates[slot] ?? 0)
  }
}
