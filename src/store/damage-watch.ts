import type { LogIndex } from "../base/index.ts"
import type { RaftView } from "../core/raft/index.ts"
import type { Telemetry } from "../env/index.ts"

/**
 * Says when the mark of a damaged log may go: once the log is whole and all of it is applied. For
 * what was lost may have held splits, and with them the logs of ranges that this node has yet to
 * hear of again: until then they count as damaged too.
 */
export class DamageWatch {
  readonly #telemetry: Telemetry
  #present: boolean
  /** The log is whole up to here. */
  #wholeAt: LogIndex | undefined

  constructor(view: RaftView, telemetry: Telemetry) {
    this.#telemetry = telemetry
    this.#present = view.damaged
  }

  get present(): boolean {
    return this.#present
  }

  /** True once, when it is. */
  isOver(view: RaftView): boolean {
    if (!this.#present || view.damaged) return false
    this.#wholeAt ??= view.lastIndex
    if (view.applied < this.#wholeAt) return false
    this.#present = false
    this.#telemetry.info("log is whole again", { lastIndex: view.lastIndex })
    return true
  }
}
