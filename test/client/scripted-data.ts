import { compareBytes, hexOf } from "../../src/base/index.ts"
import { overlap } from "../../src/core/range/index.ts"
import type {
  AddKeyspaceOperation,
  DeleteRangeOperation,
  KeyedCell,
  Operation,
  OperationResult,
  RangeSpan,
  ScanOperation,
  WriteOperation,
} from "../../src/core/range/types.ts"

type KeyWrite = Exclude<WriteOperation, DeleteRangeOperation | AddKeyspaceOperation>

/** The cells of all ranges, and what operations do to them. */
export class ScriptedData {
  readonly #cells = new Map<string, KeyedCell>()
  #version = 0
  pageCellsMax = 3

  read(operation: Operation, range: RangeSpan): OperationResult {
    if (operation.type === "get") {
      return { type: "get", cell: this.#cells.get(hexOf(operation.key)) }
    }
    if (operation.type === "scan") return this.#scan(operation, range)
    throw new Error(`a ${operation.type} without a request id`)
  }

  write(operation: WriteOperation, range: RangeSpan): OperationResult {
    this.#version += 1
    if (operation.type === "addKeyspace") throw new Error("no operation of clients")
    return operation.type === "deleteRange"
      ? this.#deleteRange(operation, range)
      : this.#writeKey(operation)
  }

  /** A page: of one range, with more behind its border when the scan goes beyond. */
  #scan(operation: ScanOperation, range: RangeSpan): OperationResult {
    const found = this.#within(operation, range)
    if (operation.reverse) found.reverse()
    const count = Math.min(operation.limit || this.pageCellsMax, this.pageCellsMax)
    const cells = found
      .slice(0, count)
      .map((cell) => (operation.keysOnly ? { ...cell, value: new Uint8Array(0) } : cell))
    const next = operation.reverse ? cells.at(-1)?.key : found[count]?.key
    const border = operation.reverse
      ? range.start.length > 0 && compareBytes(operation.start, range.start) < 0 && range.start
      : reachesBeyond(operation, range) && range.end
    const resumeKey = (found.length > count && next) || border
    if (resumeKey) return { type: "scan", cells, more: true, resumeKey }
    return { type: "scan", cells, more: false, resumeKey: new Uint8Array(0) }
  }

  #deleteRange(operation: DeleteRangeOperation, range: RangeSpan): OperationResult {
    const found = this.#within(operation, range)
    const doomed = found.slice(0, this.pageCellsMax)
    for (const { key } of doomed) this.#cells.delete(hexOf(key))
    const next = found[doomed.length]?.key ?? (reachesBeyond(operation, range) && range.end)
    const counts = { deleted: doomed.length, version: this.#version }
    if (next) return { type: "deleteRange", ...counts, more: true, resumeKey: next }
    return { type: "deleteRange", ...counts, more: false, resumeKey: new Uint8Array(0) }
  }

  #within(span: RangeSpan, range: RangeSpan): KeyedCell[] {
    return [...this.#cells.values()]
      .filter(({ key }) => [span, range].every((bounds) => holds(bounds, key)))
      .sort((left, right) => compareBytes(left.key, right.key))
  }

  #put(key: Uint8Array, value: Uint8Array): void {
    this.#cells.set(hexOf(key), {
      key: Uint8Array.from(key),
      value: Uint8Array.from(value),
      version: this.#version,
      expiresAtMs: 0,
    })
  }

  #writeKey(operation: KeyWrite): OperationResult {
    const { key } = operation
    const name = hexOf(key)
    const cell = this.#cells.get(name)
    const version = this.#version
    switch (operation.type) {
      case "put":
        this.#put(key, operation.value)
        return { type: "put", version }
      case "delete":
        this.#cells.delete(name)
        return { type: "delete", version }
      case "increment": {
        const value = BigInt(cell === undefined ? 0 : Buffer.from(cell.value).toString())
        this.#put(key, Buffer.from(String(value + operation.delta)))
        return { type: "increment", value: value + operation.delta, version }
      }
      case "compareAndSwap": {
        const swapped = expected(operation.expect, cell)
        if (swapped && operation.value !== undefined) this.#put(key, operation.value)
        if (swapped && operation.value === undefined) this.#cells.delete(name)
        return {
          type: "compareAndSwap",
          swapped,
          version: swapped ? version : (cell?.version ?? 0),
          found: !swapped && cell !== undefined,
          value: swapped ? undefined : cell?.value,
        }
      }
    }
  }
}

function holds({ start, end }: RangeSpan, key: Uint8Array): boolean {
  return compareBytes(key, start) >= 0 && (end.length === 0 || compareBytes(key, end) < 0)
}

function reachesBeyond(span: RangeSpan, { end }: RangeSpan): boolean {
  return end.length > 0 && overlap(span, { start: end, end: new Uint8Array(0) })
}

function expected(
  expect: Extract<Operation, { type: "compareAndSwap" }>["expect"],
  cell: KeyedCell | undefined,
): boolean {
  if (expect.type === "absent") return cell === undefined
  if (expect.type === "version") return cell?.version === expect.version
  return cell !== undefined && compareBytes(cell.value, expect.value) === 0
}
