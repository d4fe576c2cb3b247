import type { BatchOperation, Keyspace, Swapped } from "../../client/index.ts"
import { type Answer, type KeyOperation, type Perform, textOf } from "./operations.ts"

/** Operations by the client library. */
export function performBy(client: Keyspace): Perform {
  return async (operation, options): Promise<Answer> => {
    const { key } = operation
    switch (operation.op) {
      case "get": {
        const cell = await client.get(key, { ...options, consistency: operation.consistency })
        return answerOf("get", cell)
      }
      case "put": {
        const { value, ttlMs } = operation
        return client.put(key, value, ttlMs === 0 ? options : { ...options, ttlMs })
      }
      case "delete":
        return client.delete(key, options)
      case "cas":
        return answerOf(
          "cas",
          await client.compareAndSwap(key, { ...swapOf(operation), ...options }),
        )
      case "incr": {
        const { delta, ttlMs } = operation
        const whole = ttlMs === 0 ? options : { ...options, ttlMs }
        return answerOf("incr", await client.increment(key, delta, whole))
      }
    }
  }
}

/** The same operation as a part of a batch. */
export function batchOperationOf(operation: KeyOperation): BatchOperation {
  const { key } = operation
  switch (operation.op) {
    case "get":
      return { type: "get", key, consistency: operation.consistency }
    case "put":
      return { type: "put", key, value: operation.value, ttlMs: operation.ttlMs || undefined }
    case "delete":
      return { type: "delete", key }
    case "cas":
      return { type: "compareAndSwap", key, ...swapOf(operation) }
    case "incr":
      return { type: "increment", key, delta: operation.delta, ttlMs: operation.ttlMs || undefined }
  }
}

/** What the library gave back for an operation of this kind. */
export function answerOf(op: KeyOperation["op"], value: unknown): Answer {
  switch (op) {
    case "get": {
      const cell = value as { readonly value: Uint8Array; readonly version: number } | undefined
      if (cell === undefined) return { value: null }
      return { value: textOf(cell.value), version: cell.version }
    }
    case "put":
    case "delete":
      return value as Answer
    case "cas": {
      const { swapped, version, found, value: current } = value as Swapped
      if (swapped) return { swapped, version }
      if (!found) return { swapped, value: null }
      return { swapped, version, value: current === undefined ? "" : textOf(current) }
    }
    case "incr": {
      const { value: sum, version } = value as { readonly value: bigint; readonly version: number }
      return { sum, version }
    }
  }
}

function swapOf(operation: Extract<KeyOperation, { op: "cas" }>) {
  const { expect, value, ttlMs } = operation
  return value === undefined
    ? ({ expect, delete: true } as const)
    : ({ expect, value, ttlMs: ttlMs === 0 ? undefined : ttlMs } as const)
}
