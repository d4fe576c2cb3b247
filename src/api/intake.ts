import {
  type KeyspaceId,
  KvError,
  type Limits,
  type MonotonicMs,
  type RangeId,
} from "../base/index.ts"
import { defaultKeyspace, defaultKeyspaceId, validateOperation } from "../core/range/index.ts"
import type { Operation } from "../core/range/types.ts"
import { decodeOperation } from "../wire/index.ts"

/** A client's operation that is fit to be executed. */
export interface Intake {
  readonly id: number
  /** 0: the client sets none. */
  readonly timeoutMs: number
  readonly keyspaceId: KeyspaceId
  readonly rangeId: RangeId
  readonly rangeVersion: number
  readonly operation: Operation | undefined
}

/**
 * Reads one operation and checks it against the limits; `operation` is undefined when it takes back
 * the one with its id. Throws KvError when it can't be executed.
 */
export function takeIn(bytes: Uint8Array, limits: Limits): Intake {
  const { id, timeoutMs, rangeId, rangeVersion, keyspace, request } = decodeOperation(bytes)
  const { type } = request
  if (type === "cancel") {
    const keyspaceId = defaultKeyspaceId
    return { id, timeoutMs, keyspaceId, rangeId, rangeVersion, operation: undefined }
  }
  if (type === "split" || type === "transfer" || type === "check" || type === "ask") {
    throw new KvError(
      "unimplemented",
      `${type} is no operation of clients: ask the Cluster service`,
    )
  }
  const keyspaceId = clientKeyspaceIdOf(keyspace)
  const invalid = validateOperation(request, limits)
  if (invalid !== undefined) throw invalid
  // Spelt out here and where it is taken apart: to spread it costs as much as to decode it.
  return { id, timeoutMs, keyspaceId, rangeId, rangeVersion, operation: request }
}

/** Of one that clients may use. Throws KvError `unknown_keyspace`. */
export function clientKeyspaceIdOf(keyspace: string): KeyspaceId {
  if (keyspace === "" || keyspace === defaultKeyspace) return defaultKeyspaceId
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
