import type { Operation, OperationResult } from "../../src/core/range/types.ts"
import { decodeResult, encodeOperation, type Verb } from "../../src/wire/index.ts"

/** The request message of a unary call: what an Operation wraps, without its tag and length. */
export function requestOf(operation: Operation, keyspace = ""): Buffer {
  const wrapped = Buffer.from(encodeOperation({ id: 0, timeoutMs: 0, keyspace, operation }))
  let at = 1
  while ((wrapped[at] as number) > 0x7f) at += 1
  return wrapped.subarray(at + 1)
}

const fields: Readonly<Record<Verb, number>> = {
  ...{ get: 3, put: 4, delete: 5, compareAndSwap: 6, increment: 7, scan: 8, deleteRange: 9 },
}

/** What a unary call's response message says: wrapped as a Result would wrap it. */
export function resultOf(verb: Verb, response: Uint8Array): OperationResult {
  const header = [(fields[verb] << 3) | 2]
  let rest = response.length
  for (; rest > 0x7f; rest >>>= 7) header.push((rest & 0x7f) | 0x80)
  return decodeResult(Buffer.concat([Buffer.from([...header, rest]), response])).result
}

/** The keys of a page of a scan. */
export function keysOfPage(page: Uint8Array): string[] {
  const result = resultOf("scan", page)
  if (result.type !== "scan") throw new Error(`a page is a ${result.type}`)
  return result.cells.map(({ key }) => Buffer.from(key).toString())
}
