import { type RangeId, TurnoverMap } from "../base/index.ts"
import { RequestIds } from "./request-ids.ts"

/** Names of one client id for writes whose range is not known: none of them is acknowledged. */
const strayNamesMax = 256
/** Client ids that are kept, one a range; beyond, the oldest go that nothing hangs on. */
const lanesMax = 4_096

interface LanesOptions {
  readonly freshClientId: () => Uint8Array
  readonly unacknowledgedMax: number
}

/**
 * Names for writes, by range: nodes remember results by range, and so does what is acknowledged to
 * them. A client id that acknowledges something to a range that has never heard of it would pass
 * for one that was forgotten there (rule 54).
 */
export class Lanes {
  readonly #options: LanesOptions
  readonly #lanes = new TurnoverMap<RangeId, RequestIds>()
  #stray: RequestIds
  #strayNames = 0

  constructor(options: LanesOptions) {
    this.#options = options
    this.#stray = this.#fresh(false)
  }

  /** Names for writes of a range; 0: of a range that is not known. Undefined: no room now. */
  of(rangeId: RangeId): RequestIds | undefined {
    if (rangeId === 0) return this.#strayIds()
    let ids = this.#lanes.get(rangeId)
    if (ids?.exhausted !== false) {
      if (this.#lanes.size >= lanesMax) this.#dropIdle()
      ids = this.#fresh(true)
      this.#lanes.set(rangeId, ids)
    }
    return ids.hasRoom ? ids : undefined
  }

  #strayIds(): RequestIds {
    const full = this.#strayNames >= strayNamesMax || !this.#stray.hasRoom
    if (full || this.#stray.exhausted) {
      this.#stray = this.#fresh(false)
      this.#strayNames = 0
    }
    this.#strayNames += 1
    return this.#stray
  }

  #dropIdle(): void {
    for (const [rangeId, ids] of this.#lanes) {
      if (ids.idle) this.#lanes.delete(rangeId)
      if (this.#lanes.size < lanesMax) return
    }
  }

  #fresh(acknowledges: boolean): RequestIds {
    const { freshClientId, unacknowledgedMax } = this.#options
    return new RequestIds(freshClientId(), unacknowledgedMax, acknowledges)
  }
}
