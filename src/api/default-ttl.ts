import type { Operation } from "../core/range/types.ts"
import { decodeOperation, encodeOperation } from "../wire/index.ts"

/** An operation and how its client, or whoever did it for the client, encoded it. */
interface Encoded {
  readonly operation: Operation
  readonly bytes: Uint8Array
}

/**
 * Gives what says nothing of how long its key is to be there the time of its keyspace, 0: for ever.
 * It is encoded anew, for the log keeps what was encoded; all others go into it untouched.
 */
export function withDefaultTtl({ operation, bytes }: Encoded, defaultTtlMs: number): Encoded {
  if (defaultTtlMs === 0 || !lacksTtl(operation)) return { operation, bytes }
  const timed = { ...operation, ttlMs: defaultTtlMs }
  return {
    operation: timed,
    bytes: encodeOperation({ ...decodeOperation(bytes), operation: timed }),
  }
}

function lacksTtl(operation: Operation): boolean {
  switch (operation.type) {
    case "put":
    case "increment":
      return operation.ttlMs === undefined
    case "compareAndSwap":
      return operation.ttlMs === undefined && operation.value !== undefined
    default:
      return false
  }
}
