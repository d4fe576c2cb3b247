import {
  assert,
  compareBytes,
  emptyBytes,
  equalBytes,
  type HybridTime,
  wallMsOf,
} from "../../base/index.ts"
import type { BatchCells, KeySpan } from "./batch-cells.ts"
import { formatDecimal, inSigned64, parseDecimal } from "./decimal.ts"
import type {
  AddKeyspaceOperation,
  Cell,
  CompareAndSwapOperation,
  DeleteRangeOperation,
  Expectation,
  IncrementOperation,
  OperationResult,
  RangeDescriptor,
  WriteOperation,
} from "./types.ts"
import type { RangeVariant } from "./variant.ts"

/** What an operation is executed with. */
export interface Execution {
  readonly cells: BatchCells
  /** Keys that each delete-range of the entry may look at. */
  readonly rangeKeysMax: number
  /** Where the range ends; empty: with its keyspace. */
  readonly end: Uint8Array
  /** A keyspace was added: its first range begins with this entry. */
  readonly onKeyspaceAdded: (newId: number) => RangeDescriptor
  readonly variant: RangeVariant | undefined
}

/** The cell, unless it expired by this log time. */
export function visibleAt(cell: Cell | undefined, time: HybridTime): Cell | undefined {
  if (cell === undefined || cell.expiresAtMs === 0) return cell
  return cell.expiresAtMs > wallMsOf(time) ? cell : undefined
}

/** Executes a write at its place in the log. Its version is its time. */
export function execute(
  operation: WriteOperation,
  version: HybridTime,
  execution: Execution,
): OperationResult {
  const { cells } = execution
  switch (operation.type) {
    case "put":
      cells.put(operation.key, {
        value: operation.value,
        version,
        expiresAtMs: expiryOf(operation.ttlMs, version),
      })
      return { type: "put", version }
    case "delete":
      cells.delete(operation.key)
      return { type: "delete", version }
    case "compareAndSwap":
      return compareAndSwap(operation, version, execution)
    case "increment":
      return increment(operation, version, execution)
    case "deleteRange":
      return deleteRange(operation, version, execution)
    case "addKeyspace":
      return addKeyspace(operation, version, execution)
  }
}

function compareAndSwap(
  operation: CompareAndSwapOperation,
  version: HybridTime,
  { cells, variant }: Execution,
): OperationResult {
  const { key, expect, value } = operation
  const current = visibleAt(cells.current(key), version)
  const found = current !== undefined
  if (!holds(expect, current, variant)) {
    return {
      type: "compareAndSwap",
      swapped: false,
      version: current?.version ?? 0,
      found,
      value: current?.value,
    }
  }
  const keptMs = variant === "swap-keeps-expiry" ? current?.expiresAtMs : undefined
  const expiresAtMs = keptMs ?? expiryOf(operation.ttlMs, version)
  if (value === undefined) cells.delete(key)
  else cells.put(key, { value, version, expiresAtMs })
  return { type: "compareAndSwap", swapped: true, version, found, value: undefined }
}

function holds(
  expect: Expectation,
  current: Cell | undefined,
  variant: RangeVariant | undefined,
): boolean {
  switch (expect.type) {
    case "absent":
      return current === undefined
    case "version":
      if (variant === "cas-ignores-version") return current !== undefined
      return current?.version === expect.version
    case "value":
      return current !== undefined && equalBytes(current.value, expect.value)
  }
}

function increment(
  operation: IncrementOperation,
  version: HybridTime,
  { cells, variant }: Execution,
): OperationResult {
  const { key, delta } = operation
  const stored = variant === "lost-increment" ? cells.before(key) : cells.current(key)
  const current = visibleAt(stored, version)
  const before = current === undefined ? 0n : parseDecimal(current.value)
  if (before === undefined) {
    return {
      type: "error",
      code: "not_a_number",
      message: "the value is not a signed 64-bit decimal number: only such can be incremented",
    }
  }
  const value = before + delta
  if (!inSigned64(value)) {
    return {
      type: "error",
      code: "number_overflow",
      message: `${before} and ${delta} add up to more than 64 bits hold: nothing was changed`,
    }
  }
  // A counter keeps the expiry it has: counting is no new lease on life.
  const keptMs = variant === "increment-drops-expiry" ? undefined : current?.expiresAtMs
  const expiresAtMs = keptMs ?? expiryOf(operation.ttlMs, version)
  cells.put(key, { value: formatDecimal(value), version, expiresAtMs })
  return { type: "increment", value, version }
}

/**
 * Removes stored keys, those that expired and were not purged yet included: only their names were
 * fetched. It ends at the last name listed, whatever of it earlier operations removed already, and
 * where the range does.
 */
function deleteRange(
  operation: DeleteRangeOperation,
  version: HybridTime,
  { cells, rangeKeysMax, end }: Execution,
): OperationResult {
  const { keys, next } = cells.keysOf(spanOf(operation, rangeKeysMax))
  for (const key of keys) cells.delete(key)
  const beyond =
    end.length > 0 && (operation.end.length === 0 || compareBytes(operation.end, end) > 0)
  const more = next !== undefined || beyond
  // A copy: a name from the engine would keep its page of names in memory with the result.
  const resumeKey = more ? new Uint8Array(next ?? end) : emptyBytes
  return { type: "deleteRange", deleted: keys.length, version, resumeKey, more }
}

/** A record is never overwritten: the keyspace that has it has ranges. */
function addKeyspace(
  { key, record, newId }: AddKeyspaceOperation,
  version: HybridTime,
  { cells, onKeyspaceAdded, variant }: Execution,
): OperationResult {
  if (cells.current(key) !== undefined && variant !== "add-keyspace-again") return keyspaceExists
  cells.put(key, { value: record, version, expiresAtMs: 0 })
  return { type: "addKeyspace", version, range: onKeyspaceAdded(newId) }
}

const keyspaceExists: OperationResult = {
  type: "error",
  code: "keyspace_exists",
  message: "a keyspace of this name exists: nothing was changed",
}

/** What must be listed for a delete-range: one more than it may remove, to know where to go on. */
export function spanOf(operation: DeleteRangeOperation, rangeKeysMax: number): KeySpan {
  assert(rangeKeysMax >= 1, "a delete range must get on by one key at least")
  return { start: operation.start, end: operation.end, keysMax: rangeKeysMax + 1 }
}

function expiryOf(ttlMs = 0, version: HybridTime): number {
  return ttlMs === 0 ? 0 : wallMsOf(version) + ttlMs
}
