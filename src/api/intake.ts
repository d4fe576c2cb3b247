import { KvError, type Limits, type MonotonicMs } from "../base/index.ts"
import { validateOperation } from "../core/range/index.ts"
import type { Operation } from "../core/range/types.ts"
import { decodeOperation } from "../wire/index.ts"

/** The one keyspace there is; an empty name means it. */
const defaultKeyspace = "default"

/** A client's operation that is fit to be executed. */
export interface Intake {
  readonly id: number
  /** 0: the client sets none. */
  readonly timeoutMs: number
  readonly operation: Operation | undefined
}

/**
 * Reads one operation and checks it against the limits; `operation` is undefined when it takes back
 * the one with its id. Throws KvError when it can't be executed.
 */
export function takeIn(bytes: Uint8Array, limits: Limits): Intake {
  const { id, timeoutMs, keyspace, request } = decodeOperation(bytes)
  if (request.type === "cancel") return { id, timeoutMs, operation: undefined }
  checkKeyspace(keyspace)
  const invalid = validateOperation(request, limits)
  if (invalid !== undefined) throw invalid
  return { id, timeoutMs, operation: request }
}

/** Throws KvError `unknown_keyspace`. */
export function checkKeyspace(keyspace: string): void {
  if (keyspace === "" || keyspace === defaultKeyspace) return
  const name = keyspace.length > 64 ? `${keyspace.slice(0, 64)}…` : keyspace
  throw new KvError(
    "unknown_keyspace",
    `there is no keyspace ${JSON.stringify(name)}: leave it empty, or name "${defaultKeyspace}"`,
  )
}

/** When an operation is over. `timeoutMs` 0 or undefined: the default. */
export function deadlineOf(
  nowMs: MonotonicMs,
  timeoutMs: number | undefined,
  limits: Limits,
): MonotonicMs {
  return nowMs + (timeoutMs || limits.deadlineMsDefault)
}
