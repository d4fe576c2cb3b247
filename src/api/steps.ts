import type { MonotonicMs, RangeId } from "../base/index.ts"
import { rangeIdOf, rangeIdsKey, systemKeyspaceId } from "../core/range/index.ts"
import type { PendingOperation } from "../store/types.ts"
import type { Call } from "./call.ts"
import type { CallOptions } from "./calls.ts"
import { deadlineOf } from "./intake.ts"
import { perform } from "./own-operation.ts"

/**
 * What all operations of one call share: its deadline, and its end when the client goes away. Made
 * once, as the call begins: later it would have more time than its client, and not hear of its end.
 */
export class Steps {
  readonly deadline: MonotonicMs
  readonly #pending: PendingOperation[] = []
  #cancelled = false

  constructor({ clock, limits }: CallOptions, call: Call) {
    this.deadline = deadlineOf(clock.monotonicMs(), call.timeoutMs, limits)
    call.onCancel(() => {
      this.#cancelled = true
      for (const pending of this.#pending) pending.cancelled = true
    })
  }

  /** Nobody waits any more. */
  get cancelled(): boolean {
    return this.#cancelled
  }

  readonly onBegun = (pending: PendingOperation): void => {
    pending.cancelled = this.#cancelled
    this.#pending.push(pending)
  }
}

/** One that no range of the cluster ever had (rule 46). One that is not used then is lost. */
export async function newRangeId(
  options: CallOptions,
  { deadline, onBegun }: Steps,
): Promise<RangeId> {
  const claim = async (count: number): Promise<bigint> => {
    const increment = { type: "increment", key: rangeIdsKey, requestId: undefined } as const
    const operation = { ...increment, delta: BigInt(count) }
    const next = { keyspaceId: systemKeyspaceId, operation, deadline }
    return (await perform(options, next, onBegun)).result.value
  }
  return rangeIdOf(await options.rangeIds.take(claim, deadline))
}
