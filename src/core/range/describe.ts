import { hexOf, wallMsOf } from "../../base/index.ts"
import type {
  AppliedState,
  Command,
  Expectation,
  Operation,
  OperationResult,
  RangeDescriptor,
  RequestId,
} from "./types.ts"

/** Longer byte strings are shown by their beginning. */
const shownBytesMax = 40

/** One line for people: `put "user:1" = "Ada" ttl 60000ms [request 0a1b…:7]`. */
export function describeOperation(operation: Operation): string {
  switch (operation.type) {
    case "get":
      return `get ${quoted(operation.key)} ${operation.consistency}`
    case "scan": {
      const { start, end, limit, reverse, keysOnly, consistency } = operation
      const flags = [reverse ? " reverse" : "", keysOnly ? " keys only" : ""].join("")
      const bound = limit === 0 ? "" : ` limit ${limit}`
      return `scan ${span(start, end)}${bound}${flags} ${consistency}`
    }
    case "put":
      return `put ${quoted(operation.key)} = ${quoted(operation.value)}${tail(operation)}`
    case "delete":
      return `delete ${quoted(operation.key)}${tail(operation)}`
    case "compareAndSwap": {
      const { key, expect, value } = operation
      const change = value === undefined ? "deleted" : quoted(value)
      return `compareAndSwap ${quoted(key)} if ${expectation(expect)} = ${change}${tail(operation)}`
    }
    case "increment":
      return `increment ${quoted(operation.key)} by ${operation.delta}${tail(operation)}`
    case "transfer":
      return `transfer the range of ${quoted(operation.key)} to node ${operation.to}`
    case "check":
      return `check the range of ${quoted(operation.key)}`
    case "ask":
      return `ask the driver, ${operation.request.length} bytes`
    case "changeReplicas": {
      const { rangeId, configVersion, changes } = operation
      const listed = changes.map(({ type, nodeId }) => `${type} on ${nodeId}`).join(", ")
      return `changeReplicas of range ${rangeId} at ${configVersion}: ${listed}`
    }
    case "split": {
      const by = operation.by === undefined ? "" : ` by ${operation.by}`
      return `split${by} at ${quoted(operation.at)} into range ${operation.childId}`
    }
    case "merge":
      return `merge at ${quoted(operation.at)} into range ${operation.into}`
    case "absorb":
      return `${operation.giveUp ? "give up" : "absorb"} ${describeRange(operation.source)}`
    case "addKeyspace": {
      const { key, newId } = operation
      return `addKeyspace ${quoted(key)} with range ${newId}${tail(operation)}`
    }
    case "deleteRange":
      return `deleteRange ${span(operation.start, operation.end)}${tail(operation)}`
  }
}

export function describeCommand(command: Command): string {
  if (command.type === "split") {
    return `split at ${time(command.time)}: ${quoted(command.at)} into range ${command.childId}`
  }
  if (command.type === "thaw") return `thaw at ${time(command.time)}`
  if (command.type === "freeze") {
    const { into, target } = command
    return `freeze at ${time(command.time)}: for range ${into} v${target.version}`
  }
  if (command.type === "absorb") return `${describeOperation(command)} at ${time(command.time)}`
  if (command.type === "hash") return `hash at ${time(command.time)}`
  if (command.type === "verdict") {
    return `verdict at ${time(command.time)}: ${command.hash} at ${command.index}`
  }
  if (command.type === "purge") {
    return `purge at ${time(command.time)}: ${command.keys.map(quoted).join(", ")}`
  }
  return `batch at ${time(command.time)}: ${command.operations.map(describeOperation).join("; ")}`
}

export function describeResult(result: OperationResult): string {
  switch (result.type) {
    case "put":
    case "delete":
      return `${result.type} at ${result.version}`
    case "get":
      return result.cell === undefined
        ? "get: not found"
        : `get: ${quoted(result.cell.value)} at ${result.cell.version}`
    case "compareAndSwap": {
      const current = result.value === undefined ? "" : `, is ${quoted(result.value)}`
      const verdict = result.swapped ? "swapped" : result.found ? "not swapped" : "not found"
      return `compareAndSwap: ${verdict} at ${result.version}${current}`
    }
    case "increment":
      return `increment: ${result.value} at ${result.version}`
    case "deleteRange": {
      const more = result.more ? `, more from ${quoted(result.resumeKey)}` : ""
      return `deleteRange: ${result.deleted} at ${result.version}${more}`
    }
    case "scan": {
      const more = result.more ? `, more from ${quoted(result.resumeKey)}` : ""
      return `scan: ${result.cells.length} cells${more}`
    }
    case "addKeyspace":
      return `addKeyspace at ${result.version}: ${describeRange(result.range)}`
    case "merge":
    case "absorb":
    case "transfer":
    case "changeReplicas":
      return `${result.type}: ${describeRange(result.range)}`
    case "check":
      return `check: ${describeRange(result.range)} ${result.outcome} at ${result.index}`
    case "ask":
      return `ask: ${result.response.length} bytes`
    case "split":
      return `split: ${describeRange(result.left)}, ${describeRange(result.right)}`
    case "error":
      return `${result.code}: ${result.message}`
  }
}

/** One line for people: `range 7 of keyspace 1 ["a", "k") v3`. */
function describeRange(range: RangeDescriptor): string {
  const { rangeId, keyspaceId, version, frozen } = range
  const until = frozen === undefined ? "" : `, frozen for range ${frozen.into}`
  const keys = span(range.start, range.end)
  return `range ${rangeId} of keyspace ${keyspaceId} ${keys} v${version}${until}`
}

export function describeState(state: AppliedState): string {
  return `applied ${state.index} of term ${state.term} at ${time(state.time)}`
}

/** Quoted where it is plain text, hexadecimal else; of what is long the beginning. */
export function quoted(value: Uint8Array): string {
  const shown = value.subarray(0, shownBytesMax)
  const rest = value.length > shownBytesMax ? `… (${value.length} bytes)` : ""
  const plain = shown.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22)
  return plain ? `"${String.fromCharCode(...shown)}"${rest}` : `0x${hexOf(shown)}${rest}`
}

function span(start: Uint8Array, end: Uint8Array): string {
  return `[${quoted(start)}, ${end.length === 0 ? "end" : quoted(end)})`
}

function expectation(expect: Expectation): string {
  if (expect.type === "absent") return "absent"
  return expect.type === "version" ? `version ${expect.version}` : `value ${quoted(expect.value)}`
}

function tail(operation: {
  readonly ttlMs?: number | undefined
  readonly requestId: RequestId | undefined
}): string {
  const ttl = operation.ttlMs ? ` ttl ${operation.ttlMs}ms` : ""
  return operation.requestId === undefined
    ? ttl
    : `${ttl} [request ${request(operation.requestId)}]`
}

function request({ clientId, sequence, acknowledgedBelow }: RequestId): string {
  return `${hexOf(clientId.subarray(0, 4))}…:${sequence}, below ${acknowledgedBelow} acknowledged`
}

function time(hybrid: number): string {
  return `${hybrid} (${wallMsOf(hybrid)}ms)`
}
