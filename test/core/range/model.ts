/** What a range must do, said as plainly as possible: the machine is held against this. */
import { bytesOfMapKey, type Limits, mapKeyOf, wallMsOf } from "../../../src/base/index.ts"
import type {
  Cell,
  CommandEntry,
  OperationResult,
  RangeDescriptor,
  SessionTableView,
  WriteOperation,
} from "../../../src/core/range/index.ts"
import { bytesOf, emptyState, textOf } from "./test-range.ts"

interface ModelSession {
  createdIndex: number
  lastUsedTime: number
  acknowledgedBelow: number
  results: Map<number, OperationResult>
}

export class Model {
  readonly cells = new Map<string, Cell>()
  readonly sessions = new Map<string, ModelSession>()
  readonly forgotten = new Map<string, number>()
  readonly #limits: Limits
  /** Ranges that were split off, oldest first. */
  readonly children: Model[] = []
  index = 0
  time = 0
  descriptor: RangeDescriptor

  constructor(limits: Limits, descriptor = emptyState.descriptor) {
    this.#limits = limits
    this.descriptor = descriptor
  }

  apply({ index, command }: CommandEntry): readonly OperationResult[] {
    this.index = index
    if (command === undefined) return []
    const operations = command.type === "batch" ? command.operations.length : 1
    this.time = command.time + operations - 1
    if (command.rangeVersion !== this.descriptor.version) {
      const answered = command.type === "batch" || command.type === "split"
      return answered ? Array(operations).fill(error("range_changed")) : []
    }
    if (command.type === "split") return [this.#split(mapKeyOf(command.at), command.childId)]
    if (command.type === "purge") {
      for (const key of command.keys.map(mapKeyOf)) {
        const cell = this.cells.get(key)
        if (cell !== undefined && isExpired(cell, command.time)) this.cells.delete(key)
      }
      return []
    }
    if (command.type !== "batch") return []
    const ranges = command.operations.filter(({ type }) => type === "deleteRange").length
    const share = Math.max(1, Math.floor(this.#limits.deleteRangeKeysMax / ranges))
    const before = [...this.cells.keys()].sort()
    return command.operations.map((operation, i) =>
      this.#once(operation, command.time, () =>
        this.#execute(operation, command.time + i, before, share),
      ),
    )
  }

  sessionsView(): SessionTableView {
    const idOf = (key: string) => Uint8Array.from(key, (character) => character.charCodeAt(0))
    return {
      sessions: [...this.sessions]
        .sort(([a, left], [b, right]) => left.lastUsedTime - right.lastUsedTime || order(a, b))
        .map(([key, { results, createdIndex, lastUsedTime, acknowledgedBelow }]) => ({
          ...{ clientId: idOf(key), createdIndex, lastUsedTime, acknowledgedBelow },
          results: [...results]
            .sort(([left], [right]) => left - right)
            .map(([sequence, result]) => ({ clientId: idOf(key), sequence, result })),
        })),
      forgotten: [...this.forgotten]
        .sort(([a, left], [b, right]) => left - right || order(a, b))
        .map(([key, time]) => ({ clientId: idOf(key), time })),
    }
  }

  #split(at: string, childId: number): OperationResult {
    const { start, end, version } = this.descriptor
    const inside = at > mapKeyOf(start) && (end.length === 0 || at < mapKeyOf(end))
    if (!inside) return error("invalid_argument")
    const [left, right] = [
      { ...this.descriptor, end: bytesOfMapKey(at), version: version + 1 },
      { ...this.descriptor, start: bytesOfMapKey(at), version: version + 1, rangeId: childId },
    ]
    const child = new Model(this.#limits, right)
    child.index = this.index
    child.time = this.time
    for (const [key, session] of this.sessions) {
      child.sessions.set(key, { ...session, results: new Map(session.results) })
    }
    for (const [key, time] of this.forgotten) child.forgotten.set(key, time)
    for (const [key, cell] of this.cells) {
      if (key < at) continue
      child.cells.set(key, cell)
      this.cells.delete(key)
    }
    this.children.push(child)
    this.descriptor = left
    return { type: "split", left, right }
  }

  #addKeyspace(newId: number): RangeDescriptor {
    const whole = { start: bytesOf(""), end: bytesOf(""), version: 1 }
    const range = { ...this.descriptor, rangeId: newId, keyspaceId: newId, ...whole }
    const child = new Model(this.#limits, range)
    child.index = this.index
    child.time = this.time
    this.children.push(child)
    return range
  }

  #once(operation: WriteOperation, time: number, execute: () => OperationResult): OperationResult {
    const id = operation.requestId
    if (id === undefined) return execute()
    const key = mapKeyOf(id.clientId)
    let session = this.sessions.get(key)
    if (session === undefined) {
      if (this.forgotten.has(key) || id.acknowledgedBelow > 1) return error("session_forgotten")
      if (this.sessions.size === this.#limits.sessionsMax) this.#forgetOldest(time)
      session = {
        createdIndex: this.index,
        lastUsedTime: 0,
        acknowledgedBelow: 0,
        results: new Map(),
      }
      this.sessions.set(key, session)
    }
    session.lastUsedTime = time
    session.acknowledgedBelow = Math.max(session.acknowledgedBelow, id.acknowledgedBelow)
    for (const sequence of session.results.keys()) {
      if (sequence < session.acknowledgedBelow) session.results.delete(sequence)
    }
    if (id.sequence < session.acknowledgedBelow) return error("session_forgotten")
    const first = session.results.get(id.sequence)
    if (first?.type === operation.type || first?.type === "error") return first
    if (first !== undefined) return error("invalid_argument")
    if (session.results.size === this.#limits.sessionResultsMax) return error("overloaded")
    const result = execute()
    session.results.set(id.sequence, result)
    return result
  }

  #forgetOldest(time: number): void {
    const [oldest] = [...this.sessions].sort(
      ([a, left], [b, right]) => left.lastUsedTime - right.lastUsedTime || order(a, b),
    )
    const [key] = oldest as [string, ModelSession]
    this.sessions.delete(key)
    this.forgotten.set(key, time)
    if (this.forgotten.size <= 4 * this.#limits.sessionsMax) return
    const [first] = [...this.forgotten].sort(([a, left], [b, right]) => left - right || order(a, b))
    this.forgotten.delete((first as [string, number])[0])
  }

  #execute(
    operation: WriteOperation,
    version: number,
    before: readonly string[],
    share: number,
  ): OperationResult {
    if (operation.type === "deleteRange") {
      const start = mapKeyOf(operation.start)
      const end = operation.end.length === 0 ? "\uffff" : mapKeyOf(operation.end)
      const inSpan = (key: string) => key >= start && key < end
      const next = before.filter(inSpan)[share]
      const doomed = [...this.cells.keys()].filter((key) => inSpan(key) && key < (next ?? end))
      for (const key of doomed) this.cells.delete(key)
      const border = mapKeyOf(this.descriptor.end)
      const beyond = border !== "" && end > border
      const resumeKey = bytesOf(next ?? (beyond ? border : ""))
      return {
        ...{ type: "deleteRange", deleted: doomed.length, version },
        ...{ resumeKey, more: next !== undefined || beyond },
      } as OperationResult
    }
    const key = mapKeyOf(operation.key)
    const stored = this.cells.get(key)
    const cell = stored !== undefined && isExpired(stored, version) ? undefined : stored
    const expiry = (ttlMs = 0) => (ttlMs === 0 ? 0 : wallMsOf(version) + ttlMs)
    switch (operation.type) {
      case "put":
        this.cells.set(key, {
          value: operation.value,
          version,
          expiresAtMs: expiry(operation.ttlMs),
        })
        return { type: "put", version }
      case "delete":
        this.cells.delete(key)
        return { type: "delete", version }
      case "compareAndSwap": {
        const { expect, value } = operation
        const found = cell !== undefined
        const swapped =
          (expect.type === "absent" && !found) ||
          (expect.type === "version" && cell?.version === expect.version) ||
          (expect.type === "value" && found && textOf(cell.value) === textOf(expect.value))
        if (!swapped) {
          const current = { version: cell?.version ?? 0, found, value: cell?.value }
          return { type: "compareAndSwap", swapped, ...current }
        }
        if (value === undefined) this.cells.delete(key)
        else this.cells.set(key, { value, version, expiresAtMs: expiry(operation.ttlMs) })
        return { type: "compareAndSwap", swapped, version, found, value: undefined }
      }
      case "increment": {
        const text = cell === undefined ? "0" : textOf(cell.value)
        if (!/^(0|-?[1-9]\d{0,18})$/.test(text) || !fits(BigInt(text))) return error("not_a_number")
        const value = BigInt(text) + operation.delta
        if (!fits(value)) return error("number_overflow")
        const expiresAtMs = cell?.expiresAtMs ?? 0
        this.cells.set(key, { value: bytesOf(value.toString()), version, expiresAtMs })
        return { type: "increment", value, version }
      }
      case "addKeyspace": {
        if (stored !== undefined) return error("keyspace_exists")
        this.cells.set(key, { value: operation.record, version, expiresAtMs: 0 })
        return { type: "addKeyspace", version, range: this.#addKeyspace(operation.newId) }
      }
    }
  }
}

function isExpired(cell: Cell, time: number): boolean {
  return cell.expiresAtMs !== 0 && cell.expiresAtMs <= wallMsOf(time)
}

function fits(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value
}

function order(left: string, right: string): number {
  return left < right ? -1 : 1
}

/** Messages are for people: the model knows codes only, and its readers leave messages out. */
function error(
  code:
    | "session_forgotten"
    | "invalid_argument"
    | "overloaded"
    | "not_a_number"
    | "number_overflow"
    | "keyspace_exists"
    | "range_changed",
): OperationResult {
  return { type: "error", code, message: "" }
}
