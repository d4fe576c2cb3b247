import type { OperationResult } from "../core/range/types.ts"
import type { ErrorHint, PendingOperation, ResultSink } from "../store/types.ts"
import { encodeResult } from "../wire/index.ts"

/** A sink that sees every result in its encoded form. */
export class EncodingSink implements ResultSink {
  readonly #take: (pending: PendingOperation, result: Uint8Array) => void

  constructor(take: (pending: PendingOperation, result: Uint8Array) => void) {
    this.#take = take
  }

  deliver(pending: PendingOperation, result: OperationResult, hint?: ErrorHint): void {
    this.#take(pending, encodeResult(pending.id, result, hint))
  }

  deliverEncoded(pending: PendingOperation, result: Uint8Array): void {
    this.#take(pending, result)
  }
}
