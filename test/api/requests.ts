import type { Operation, OperationResult } from "../../src/core/range/types.ts"
import { decodeResult, encodeOperation, type Verb } from "../../src/wire/index.ts"

/** The request message of a unary call: what an Operation wraps, without its tag and length. */
export function requestOf(operation: Operation, keyspace = ""): Buffer {
  const wrapped = Buffer.from(encodeOperation({ id: 0, timeoutMs: 0, keyspace, operation }))
  return wrapped.subarray(endOfVarint(wrapped, endOfVarint(wrapped, 0)))
}

function endOfVarint(bytes: Uint8Array, start: number): number {
  let at = start
  while ((bytes[at] as number) > 0x7f) at += 1
  return at + 1
}

const fields: Readonly<Record<Verb, number>> = {
  ...{ get: 3, put: 4, delete: 5, compareAndSwap: 6, increment: 7, scan: 8, deleteRange: 9 },
  ...{ split: 100, transfer: 101, addKeyspace: 102, changeReplicas: 106, check: 110, ask: 113 },
  ...{ merge: 120, absorb: 121 },
}

/** What a unary call's response message says: wrapped as a Result would wrap it. */
export function resultOf(verb: Verb, response: Uint8Array): OperationResult {
  const header = [...varint((fields[verb] << 3) | 2), ...varint(response.length)]
  return decodeResult(Buffer.concat([Buffer.from(header), response])).result
}

function varint(value: number): number[] {
  return value > 0x7f ? [(value & 0x7f) | 0x80, ...varint(value >>> 7)] : [value]
}

/** The keys of a page of a scan. */
export function keysOfPage(page: Uint8Array): string[] {
  const result = resultOf("scan", page)
  if (result.type !== "scan") throw new Error(`a page is a ${result.type}`)
  return result.cells.map(({ key }) => Buffer.from(key).toString())
}
