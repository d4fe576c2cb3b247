import { type HybridTime, hybridTimeOf, type Limits, type LogIndex } from "../base/index.ts"
import type { Clock } from "../env/index.ts"
import type { RangeData } from "../storage/index.ts"
import type { OwnCommand } from "./proposals.ts"

interface ExpiryOptions {
  readonly data: Pick<RangeData, "nextExpiryMs" | "expired">
  readonly limits: Limits
  readonly clock: Pick<Clock, "wallMs">
  /** Its time is that of the last entry applied. */
  readonly machine: () => { readonly state: { readonly time: HybridTime } }
  /** Where it is in the log; undefined: nothing can be proposed now. */
  readonly propose: (purge: OwnCommand) => LogIndex | undefined
}

/**
 * Proposes the end of what has expired. The leader's clock decides only when to propose; what is
 * expired is decided by the time stamped into the log, the same on every replica (rule 55).
 */
export class Expiry {
  readonly #options: ExpiryOptions
  #looking = false
  /** The purge under way; nothing is due before it is applied. */
  #proposedUpTo: HybridTime = 0

  constructor(options: ExpiryOptions) {
    this.#options = options
  }

  /** Called once a tick on a leader that may stamp. */
  tick(): void {
    const { data, clock, limits, machine, propose } = this.#options
    if (this.#looking || this.#proposedUpTo > machine().state.time) return
    const nowMs = clock.wallMs()
    const dueMs = data.nextExpiryMs()
    if (dueMs === undefined || dueMs > nowMs) return
    this.#looking = true
    data.expired(nowMs, limits.purgeKeysMax).then(
      (keys) => {
        this.#looking = false
        // The index ran ahead of the cells: it knows better now.
        if (keys.length === 0) return
        // Much may have been applied meanwhile, another range's time among it: a stamp goes by now.
        const { time } = machine().state
        if (propose({ type: "purge", keys }) === undefined) return
        this.#proposedUpTo = Math.max(time + 1, hybridTimeOf(nowMs))
      },
      () => {
        // The next tick looks again; who met corrupt bytes has told of them.
        this.#looking = false
      },
    )
  }

  /** Leadership is gone, and with it what was proposed. */
  reset(): void {
    this.#proposedUpTo = 0
  }
}
