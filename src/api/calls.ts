import { assert, KvError, type Limits } from "../base/index.ts"
import type { Clock } from "../env/index.ts"
import type { OperationService, PendingOperation } from "../store/types.ts"
import { operationOfRequest, responseOfResult, type Verb } from "../wire/index.ts"
import { type Admission, overloaded } from "./admission.ts"
import type { Call } from "./call.ts"
import { EncodingSink } from "./encoding-sink.ts"
import type { IdBlocks } from "./id-blocks.ts"
import { deadlineOf, takeIn } from "./intake.ts"
import { type Keyspaces, notYetKnown } from "./keyspaces.ts"
import { holdResponse } from "./responses.ts"

export interface CallOptions {
  readonly service: OperationService
  readonly admission: Admission
  readonly clock: Clock
  readonly limits: Limits
  readonly keyspaces: Keyspaces
  /** Counts of the ids of ranges that are this node's to give. */
  readonly rangeIds: IdBlocks
  /** Whether stores of one host may have replicas of one range. */
  readonly hostsShared: boolean
}

/** One operation in, its response message out. Rejects with KvError. */
export function callOne(
  options: CallOptions,
  verb: Verb,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  const { service, admission, clock, limits, keyspaces } = options
  refuseIfPast(call)
  const given = operationOfRequest(verb, request, 0)
  const { operation, bytes, keyspaceId, keyspace } = takeIn(given, limits, keyspaces)
  assert(operation !== undefined, "a unary call is an operation")
  if (!admission.hold(bytes.length)) throw overloaded()
  if (!admission.enter()) {
    admission.free(bytes.length)
    throw overloaded()
  }
  return new Promise((resolve, reject) => {
    const settle = (result: Uint8Array): void => {
      admission.leave()
      admission.free(bytes.length)
      try {
        resolve(unwrap(result, admission, call))
      } catch (error) {
        reject(error)
      }
    }
    const pending: PendingOperation = {
      id: 0,
      keyspaceId: keyspaceId ?? notYetKnown,
      rangeId: 0,
      rangeVersion: 0,
      operation,
      bytes,
      deadline: deadlineOf(clock.monotonicMs(), call.timeoutMs, limits),
      forwarded: false,
      sink: new EncodingSink((_, result) => settle(result)),
      cancelled: false,
    }
    call.onCancel(() => {
      pending.cancelled = true
    })
    if (keyspaceId === undefined) keyspaces.submit([{ pending, keyspace }])
    else service.submit([pending])
  })
}

/** The response inside a result. Throws the KvError that is in its place. */
function unwrap(result: Uint8Array, admission: Admission, call: Call): Uint8Array {
  const answer = responseOfResult(result)
  if ("error" in answer) throw answer.error
  holdResponse(admission, call, answer.response, answer.verb)
  return answer.response
}

/** Throws KvError `deadline_exceeded` before any work is done for a call that nobody waits for. */
export function refuseIfPast(call: Call): void {
  if (call.timeoutMs === undefined || call.timeoutMs > 0) return
  throw new KvError("deadline_exceeded", "the deadline had passed when the call came in")
}
