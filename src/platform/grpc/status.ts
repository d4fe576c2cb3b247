/** KvError to gRPC status and back. The detail travels in trailing metadata. */
import { Metadata, type StatusObject, status } from "@grpc/grpc-js"
import { type ErrorCode, errorCatalogue, InvariantViolation, KvError } from "../../base/index.ts"
import { decodeErrorDetail, encodeErrorDetail } from "../../wire/index.ts"

export const errorDetailKey = "ringraft-error-bin"

/** What the bindings put on the wire for an error. */
export function statusOf(error: KvError): StatusObject {
  const metadata = new Metadata()
  metadata.set(errorDetailKey, Buffer.from(encodeErrorDetail(error)))
  return { code: errorCatalogue[error.code].status, details: wellFormed(error.message), metadata }
}

/** Any failure as a KvError. What is not ours tells nothing of our inside to a client. */
export function kvErrorOf(failure: unknown): KvError {
  if (failure instanceof KvError) return failure
  if (failure instanceof InvariantViolation) throw failure
  return new KvError("internal", "internal error; see the node's log")
}

/** What a gRPC status from another process says. */
export function kvErrorOfStatus(told: Partial<StatusObject>): KvError {
  const detail = told.metadata?.get(errorDetailKey)[0]
  if (Buffer.isBuffer(detail)) {
    try {
      return decodeErrorDetail(detail)
    } catch {
      // Not from a node of this store: the bare status still says something.
    }
  }
  const code = codeOfStatus[told.code ?? status.UNKNOWN] ?? "result_unknown"
  // grpc-js appends a note that is mostly empty.
  const details = told.details?.replace(/ Resolution note: ?$/, "")
  return new KvError(code, details || `gRPC status ${told.code}`)
}

/**
 * The same of a call that may have changed something: a connection that broke under it does not
 * tell whether it did.
 */
export function kvErrorOfChange(told: Partial<StatusObject>): KvError {
  const error = kvErrorOfStatus(told)
  const isOurs = told.metadata?.get(errorDetailKey)[0] !== undefined
  if (isOurs || error.code !== "unavailable" || neverSent.test(error.message)) return error
  const look = "it may have been done: look whether it was, then ask again"
  return new KvError("result_unknown", `${error.message}; ${look}`)
}

/** As grpc-js says it. Anything else it may come to say is taken for the worse. */
const neverSent = /^(No connection established|Name resolution failed|Stream refused by server)/

/**
 * For statuses without detail: made by the gRPC library, or by something between the nodes and us.
 * They say what became of a stream, never what became of an operation that was sent over it.
 */
const codeOfStatus: { readonly [code: number]: ErrorCode } = {
  [status.CANCELLED]: "cancelled_unknown",
  [status.INVALID_ARGUMENT]: "invalid_argument",
  [status.DEADLINE_EXCEEDED]: "deadline_unknown",
  [status.RESOURCE_EXHAUSTED]: "overloaded",
  [status.FAILED_PRECONDITION]: "wrong_cluster",
  [status.UNIMPLEMENTED]: "unimplemented",
  [status.UNAVAILABLE]: "unavailable",
}

/** grpc-js throws on half a surrogate pair, which a cut in the middle of a name can leave. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd")
}
