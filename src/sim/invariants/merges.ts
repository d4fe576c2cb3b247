import { assert, type RangeId } from "../../base/index.ts"
import type { RangeInspection } from "../../node/index.ts"

/**
 * A range that was taken in by its neighbour is over: no replica of it ever goes on (rule 51). And
 * one that is frozen serves nothing, so nothing changes in it.
 */
export class Merges {
  readonly #merged = new Set<RangeId>()
  /** By range: the version at which it was frozen last, and log time then. */
  readonly #frozen = new Map<RangeId, { readonly version: number; readonly time: number }>()

  get count(): number {
    return this.#merged.size
  }

  has(rangeId: RangeId): boolean {
    return this.#merged.has(rangeId)
  }

  look(nodeId: number, { applied }: RangeInspection): void {
    const { index, descriptor, time } = applied
    const { rangeId, version, frozen, absorbed } = descriptor
    for (const id of absorbed ?? []) this.#merged.add(id)
    // Of data that is being replaced only the descriptor is known.
    if (index === 0) return
    const last = this.#frozen.get(rangeId)
    if (frozen === undefined) {
      const on = last !== undefined && version > last.version && this.#merged.has(rangeId)
      assert(!on, `range ${rangeId} v${version} goes on on node ${nodeId}, and was merged`)
      return
    }
    if (last?.version === version) {
      assert(time === last.time, `frozen range ${rangeId} has log time ${time}, had ${last.time}`)
    } else if (last === undefined || version > last.version) {
      this.#frozen.set(rangeId, { version, time })
    }
  }
}
