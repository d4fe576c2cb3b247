import { KvError } from "../base/index.ts"
import { systemKeyspaceId } from "../core/range/index.ts"
import type { AskOperation, Operation, OperationResult } from "../core/range/types.ts"
import type { SystemOperation, Target } from "../driver/index.ts"
import type { Clock } from "../env/index.ts"
import type { PendingOperation, ResultSink } from "../store/index.ts"
import { decodeResult, encodeOperation } from "../wire/index.ts"

const system: Target = { keyspaceId: systemKeyspaceId, rangeId: 0 }

/** What a node does in the cluster's own keyspace, on its own account. */
export class OwnOperations {
  readonly #clock: Clock
  readonly #submit: (operations: readonly PendingOperation[]) => void
  readonly #pending = new Set<PendingOperation>()

  constructor(clock: Clock, submit: (operations: readonly PendingOperation[]) => void) {
    this.#clock = clock
    this.#submit = submit
  }

  /** Rejects with KvError. */
  perform(operation: SystemOperation | AskOperation, timeoutMs: number): Promise<OperationResult> {
    return this.performOn(system, operation, timeoutMs)
  }

  /** The same in any keyspace. */
  performOn(target: Target, operation: Operation, timeoutMs: number): Promise<OperationResult> {
    return this.#begin(target, operation, timeoutMs, false)
  }

  /**
   * In the cluster's own keyspace, while this node leads its range: otherwise it is refused with
   * `not_leader`, and not sent to who does.
   */
  performHere(operation: SystemOperation, timeoutMs: number): Promise<OperationResult> {
    return this.#begin(system, operation, timeoutMs, true)
  }

  /** `here`: it goes to no other node, as one that another node has sent. */
  #begin(
    { keyspaceId, rangeId }: Target,
    operation: Operation,
    timeoutMs: number,
    here: boolean,
  ): Promise<OperationResult> {
    return new Promise((resolve, reject) => {
      const pending: PendingOperation = {
        id: 0,
        keyspaceId,
        rangeId,
        rangeVersion: 0,
        operation,
        bytes: encodeOperation({ id: 0, timeoutMs: 0, keyspace: "", rangeId, operation }),
        deadline: this.#clock.monotonicMs() + timeoutMs,
        forwarded: here,
        sink: new PromisedSink((result) => {
          this.#pending.delete(pending)
          if (result.type !== "error") resolve(result)
          else reject(new KvError(result.code, result.message))
        }),
        cancelled: false,
      }
      this.#pending.add(pending)
      this.#submit([pending])
    })
  }

  /** Takes back what is under way: nobody waits for it any more. */
  cancelAll(): void {
    for (const pending of this.#pending) pending.cancelled = true
  }
}

type Settle = (result: OperationResult) => void

class PromisedSink implements ResultSink {
  readonly #settle: Settle

  constructor(settle: Settle) {
    this.#settle = settle
  }

  deliver(_pending: PendingOperation, result: OperationResult): void {
    this.#settle(result)
  }

  deliverEncoded(_pending: PendingOperation, bytes: Uint8Array): void {
    this.#settle(decodeResult(bytes).result)
  }
}
