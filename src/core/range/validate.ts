import { compareBytes, KvError, type Limits } from "../../base/index.ts"
import type { Expectation, Operation, ReplicaChange, RequestId } from "./types.ts"

const clientIdBytes = 16
const deltaMin = -(2n ** 63n)
const deltaMax = 2n ** 63n - 1n

/**
 * What is wrong with an operation, for its sender, or undefined. The gate before the log: whatever
 * passes here can be executed, and the machine trusts it.
 */
export function validateOperation(operation: Operation, limits: Limits): KvError | undefined {
  switch (operation.type) {
    case "get":
      return keyError(operation.key, limits)
    case "scan":
      return spanError(operation.start, operation.end, limits) ?? limitError(operation.limit)
    case "transfer":
    case "absorb":
    case "check":
    case "ask":
    case "changeReplicas":
      return undefined
    case "split":
    case "merge":
      return keyError(operation.at, limits)
    case "deleteRange":
      return (
        requestIdError(operation.requestId) ?? spanError(operation.start, operation.end, limits)
      )
    case "delete":
      return requestIdError(operation.requestId) ?? keyError(operation.key, limits)
    case "put":
      return (
        requestIdError(operation.requestId) ??
        keyError(operation.key, limits) ??
        valueError(operation.value, limits) ??
        ttlError(operation.ttlMs, limits)
      )
    case "compareAndSwap":
      return (
        requestIdError(operation.requestId) ??
        keyError(operation.key, limits) ??
        expectationError(operation.expect, limits) ??
        (operation.value === undefined ? undefined : valueError(operation.value, limits)) ??
        ttlError(operation.ttlMs, limits)
      )
    case "addKeyspace":
      return (
        requestIdError(operation.requestId) ??
        keyError(operation.key, limits) ??
        valueError(operation.record, limits)
      )
    case "increment":
      return (
        requestIdError(operation.requestId) ??
        keyError(operation.key, limits) ??
        deltaError(operation.delta) ??
        ttlError(operation.ttlMs, limits)
      )
  }
}

/** What is wrong with a change of replicas, whatever range it is for; undefined: nothing. */
export function validateChanges(changes: readonly ReplicaChange[]): KvError | undefined {
  if (changes.length === 0) return invalid("no change is asked for: name at least one")
  const nodes = new Set(changes.map(({ nodeId }) => nodeId))
  if (nodes.size < changes.length) {
    return invalid("a node is named twice: give each at most one change")
  }
  return nodes.has(0) ? invalid("there is no node 0: node ids begin at 1") : undefined
}

function keyError(key: Uint8Array, limits: Limits): KvError | undefined {
  if (key.length === 0) return invalid("the key is empty: give at least one byte")
  if (key.length > limits.keyBytesMax) {
    return tooLarge(`the key has ${key.length} bytes, at most ${limits.keyBytesMax} are allowed`)
  }
  return undefined
}

function valueError(value: Uint8Array, limits: Limits): KvError | undefined {
  if (value.length <= limits.valueBytesMax) return undefined
  return tooLarge(
    `the value has ${value.length} bytes, at most ${limits.valueBytesMax} are allowed`,
  )
}

/** A bound may be one byte longer than a key: the successor of the longest key is a fair bound. */
function spanError(start: Uint8Array, end: Uint8Array, limits: Limits): KvError | undefined {
  const longest = Math.max(start.length, end.length)
  if (longest > limits.keyBytesMax + 1) {
    return tooLarge(`start or end has ${longest} bytes, at most ${limits.keyBytesMax + 1} will do`)
  }
  if (end.length > 0 && compareBytes(start, end) > 0) {
    return invalid("start is after end: the span is start <= key < end, whatever the direction")
  }
  return undefined
}

function limitError(limit: number): KvError | undefined {
  if (Number.isSafeInteger(limit) && limit >= 0) return undefined
  return invalid(`limit is ${limit}: give 0 for no limit, or a positive whole number`)
}

function ttlError(ttlMs: number | undefined, limits: Limits): KvError | undefined {
  if (ttlMs === undefined) return undefined
  if (Number.isSafeInteger(ttlMs) && ttlMs >= 0 && ttlMs <= limits.ttlMsMax) return undefined
  return invalid(`ttl_ms is ${ttlMs}: give 0 for none, or 1 to ${limits.ttlMsMax}`)
}

function deltaError(delta: bigint): KvError | undefined {
  if (delta >= deltaMin && delta <= deltaMax) return undefined
  return invalid("delta does not fit into a signed 64-bit integer")
}

function expectationError(expect: Expectation, limits: Limits): KvError | undefined {
  if (expect.type === "value") return valueError(expect.value, limits)
  if (expect.type === "absent") return undefined
  if (Number.isSafeInteger(expect.version) && expect.version > 0) return undefined
  return invalid("expect_version is not the version of any cell: use expect_absent for no cell")
}

function requestIdError(id: RequestId | undefined): KvError | undefined {
  if (id === undefined) return undefined
  if (id.clientId.length !== clientIdBytes) {
    return invalid(`request_id.client_id has ${id.clientId.length} bytes instead of 16`)
  }
  if (!Number.isSafeInteger(id.sequence) || id.sequence < 1) {
    return invalid(`request_id.sequence is ${id.sequence}: it counts from 1`)
  }
  const below = id.acknowledgedBelow
  if (!Number.isSafeInteger(below) || below < 0 || below > id.sequence) {
    return invalid("request_id.acknowledged_below must not be above the request's own sequence")
  }
  return undefined
}

function invalid(message: string): KvError {
  return new KvError("invalid_argument", message)
}

function tooLarge(message: string): KvError {
  return new KvError("too_large", message)
}
