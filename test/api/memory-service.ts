import {
  compareBytes,
  emptyBytes,
  type LeaderHint,
  mapKeyOf,
  successorOf,
} from "../../src/base/index.ts"
import type { Cell, Operation, OperationResult, ScanOperation } from "../../src/core/range/types.ts"
import type {
  LeaderListener,
  NodeStatus,
  OperationService,
  PendingOperation,
} from "../../src/store/types.ts"

/** Cells of one page of a scan. */
const pageCells = 3

/** An OperationService on a Map: answers at once, or when it is told to. */
export class MemoryService implements OperationService {
  /** Operations are kept until `release`. */
  holding = false
  readonly held: PendingOperation[] = []
  /** How often `submit` was called. */
  submits = 0
  mostHeld = 0
  leader: LeaderHint | undefined = { nodeId: 1, address: "127.0.0.1:7400" }
  readonly #cells = new Map<string, { readonly key: Uint8Array; readonly cell: Cell }>()
  readonly #listeners = new Set<LeaderListener>()
  #version = 100

  submit(operations: readonly PendingOperation[]): void {
    this.submits += 1
    this.held.push(...operations)
    this.mostHeld = Math.max(this.mostHeld, this.held.length)
    if (!this.holding) this.release()
  }

  /** Answers what is held, the last first: answers come in any order. */
  release(): void {
    for (const pending of this.held.splice(0).reverse()) this.answer(pending)
  }

  answer(pending: PendingOperation): void {
    const result: OperationResult = pending.cancelled
      ? { type: "error", code: "cancelled", message: "taken back" }
      : this.#execute(pending.operation)
    pending.sink.deliver(pending, result)
  }

  lead(leader: LeaderHint | undefined): void {
    this.leader = leader
    for (const listener of this.#listeners) listener(leader)
  }

  onLeaderChange(listener: LeaderListener): () => void {
    this.#listeners.add(listener)
    listener(this.leader)
    return () => this.#listeners.delete(listener)
  }

  get listeners(): number {
    return this.#listeners.size
  }

  status(): NodeStatus {
    return {
      ...{ clusterId: "tiny", nodeId: 1, address: "127.0.0.1:7400", role: "leader" },
      ...{ leaderNodeId: 1, term: 7, firstIndex: 1, lastIndex: 30, commitIndex: 29 },
      ...{ appliedIndex: 28, condition: "ok", operationsPending: this.held.length },
      members: [{ nodeId: 1, address: "127.0.0.1:7400" }],
    } as NodeStatus
  }

  #execute(operation: Operation): OperationResult {
    switch (operation.type) {
      case "get":
        return { type: "get", cell: this.#cells.get(mapKeyOf(operation.key))?.cell }
      case "put": {
        const { key, value } = operation
        this.#version += 1
        const cell = { value: value.slice(), version: this.#version, expiresAtMs: 0 }
        this.#cells.set(mapKeyOf(key), { key: key.slice(), cell })
        return { type: "put", version: this.#version }
      }
      case "delete":
        this.#version += 1
        this.#cells.delete(mapKeyOf(operation.key))
        return { type: "delete", version: this.#version }
      case "scan":
        return this.#scan(operation)
      default:
        return { type: "error", code: "unimplemented", message: `no ${operation.type} here` }
    }
  }

  #scan({ start, end, limit, reverse }: ScanOperation): OperationResult {
    const within = [...this.#cells.values()]
      .filter(({ key }) => compareBytes(key, start) >= 0)
      .filter(({ key }) => end.length === 0 || compareBytes(key, end) < 0)
      .sort((left, right) => compareBytes(left.key, right.key) * (reverse ? -1 : 1))
    const page = within.slice(0, limit === 0 ? pageCells : Math.min(limit, pageCells))
    const more = page.length < within.length
    const last = page.at(-1)?.key
    const resumeKey = last === undefined || !more ? emptyBytes : reverse ? last : successorOf(last)
    return {
      type: "scan",
      cells: page.map(({ key, cell }) => ({ key, ...cell })),
      resumeKey,
      more,
    }
  }
}
