import { type KeyspaceId, KvError, type MonotonicMs } from "../base/index.ts"
import type { Operation, OperationResult, RangeDescriptor } from "../core/range/types.ts"
import type { OperationService, PendingOperation } from "../store/types.ts"
import { decodeResult, encodeOperation, responseOfResult } from "../wire/index.ts"
import { type Admission, overloaded } from "./admission.ts"
import { EncodingSink } from "./encoding-sink.ts"

type Verb = Operation["type"]

/** What this node makes up to serve a call: there may be several for one. */
export interface OwnOperation<T extends Verb> {
  readonly keyspaceId: KeyspaceId
  readonly operation: Extract<Operation, { readonly type: T }>
  readonly deadline: MonotonicMs
  /**
   * Refused as `range_changed` where another holds the key by then, or this one has another span,
   * which a transfer and a check don't mind; undefined: whichever it is.
   */
  readonly range?: Pick<RangeDescriptor, "rangeId" | "version"> | undefined
}

export interface OwnAnswer<T extends Verb> {
  /** As it is in the result. */
  readonly response: Uint8Array
  readonly result: Extract<OperationResult, { readonly type: T }>
}

/** `onBegun` gets what is to be marked when the client goes away. Rejects with KvError. */
export async function perform<T extends Verb>(
  { service, admission }: { readonly service: OperationService; readonly admission: Admission },
  { keyspaceId, operation, deadline, range }: OwnOperation<T>,
  onBegun: (pending: PendingOperation) => void,
): Promise<OwnAnswer<T>> {
  if (!admission.enter()) throw overloaded()
  const claim = { rangeId: range?.rangeId ?? 0, rangeVersion: range?.version ?? 0 }
  const bytes = await new Promise<Uint8Array>((resolve) => {
    const pending: PendingOperation = {
      id: 0,
      keyspaceId,
      ...claim,
      operation,
      bytes: encodeOperation({ id: 0, timeoutMs: 0, keyspace: "", ...claim, operation }),
      deadline,
      forwarded: false,
      sink: new EncodingSink((_, result) => {
        admission.leave()
        resolve(result)
      }),
      cancelled: false,
    }
    onBegun(pending)
    service.submit([pending])
  })
  const answer = responseOfResult(bytes)
  if ("error" in answer) throw answer.error
  const { result } = decodeResult(bytes)
  if (!isOf(operation.type as T, result)) {
    throw new KvError("internal", `a ${operation.type} was answered by ${result.type}`)
  }
  return { response: answer.response, result }
}

function isOf<T extends Verb>(
  verb: T,
  result: OperationResult,
): result is Extract<OperationResult, { readonly type: T }> {
  return result.type === verb
}
