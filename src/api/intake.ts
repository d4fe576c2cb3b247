import {
  type KeyspaceId,
  KvError,
  type Limits,
  type MonotonicMs,
  type RangeId,
} from "../base/index.ts"
import { defaultKeyspaceId, validateOperation } from "../core/range/index.ts"
import type { Operation } from "../core/range/types.ts"
import { decodeOperation } from "../wire/index.ts"
import { withDefaultTtl } from "./default-ttl.ts"
import type { Keyspaces } from "./keyspaces.ts"

/** A client's operation that is fit to be executed. */
export interface Intake {
  readonly id: number
  /** 0: the client sets none. */
  readonly timeoutMs: number
  /** undefined: not known here. */
  readonly keyspaceId: KeyspaceId | undefined
  readonly keyspace: string
  readonly rangeId: RangeId
  readonly rangeVersion: number
  readonly operation: Operation | undefined
  /** As it goes into the log. */
  readonly bytes: Uint8Array
}

const nodesOwn: ReadonlySet<string> = new Set([
  ...["split", "merge", "absorb", "transfer", "changeReplicas", "check", "ask", "addKeyspace"],
])

/**
 * Reads one operation and checks it against the limits; `operation` is undefined when it takes back
 * the one with its id. `otherwise` is where it belongs when it names no keyspace. Throws KvError
 * when it can't be executed.
 */
export function takeIn(
  bytes: Uint8Array,
  limits: Limits,
  keyspaces: Keyspaces,
  otherwise = "",
): Intake {
  const { id, timeoutMs, rangeId, rangeVersion, keyspace: named, request } = decodeOperation(bytes)
  const keyspace = named || otherwise
  const { type } = request
  if (type === "cancel") {
    const keyspaceId = defaultKeyspaceId
    const operation = undefined
    return { id, timeoutMs, keyspaceId, keyspace, rangeId, rangeVersion, operation, bytes }
  }
  if (nodesOwn.has(type)) {
    throw new KvError(
      "unimplemented",
      `${type} is no operation of clients: ask the Cluster service`,
    )
  }
  const known = keyspaces.known(keyspace)
  const invalid = validateOperation(request, limits)
  if (invalid !== undefined) throw invalid
  // Spelt out here and where it is taken apart: to spread it costs as much as to decode it.
  const keyspaceId = known?.id
  const timed = withDefaultTtl({ operation: request, bytes }, known?.defaultTtlMs ?? 0)
  return { id, timeoutMs, keyspaceId, keyspace, rangeId, rangeVersion, ...timed }
}

/** When an operation is over. `timeoutMs` 0 or undefined: the default. */
export function deadlineOf(
  nowMs: MonotonicMs,
  timeoutMs: number | undefined,
  limits: Limits,
): MonotonicMs {
  return nowMs + (timeoutMs || limits.deadlineMsDefault)
}
