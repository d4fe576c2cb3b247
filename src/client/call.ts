import type { KvError, MonotonicMs, RangeId } from "../base/index.ts"
import type { Operation, OperationResult, WriteOperation } from "../core/range/types.ts"
import type { NodeStream } from "./node-stream.ts"
import type { RequestIds } from "./request-ids.ts"

/** The caller's end of a call. */
export interface Caller<T> {
  /** Makes of a node's answer what the caller gets. Throws KvError when it is no such answer. */
  readonly convert: (result: OperationResult, operation: Operation) => T
  readonly resolve: (value: T) => void
  readonly reject: (error: unknown) => void
}

/** One operation from its call until it is settled and no answer can come for it any more. */
export class Call {
  readonly operation: Operation
  readonly keyspace: string
  readonly deadlineMs: MonotonicMs
  /** About what it takes in a frame. */
  readonly bytes: number
  readonly #caller: Caller<unknown>
  /** The operation's id on every stream; 0 while it waits for room. */
  id = 0
  /** Where it is under way now. */
  stream: NodeStream | undefined
  attempts = 0
  /** An attempt has ended without saying whether the write took effect. */
  unsure = false
  settled = false
  retryAtMs: MonotonicMs = 0
  lastError: KvError | undefined
  /** Who named this write; undefined for reads and before it is admitted. */
  ids: RequestIds | undefined
  /** The range that it is named for; 0: of a range that was not known. */
  namedFor: RangeId = 0
  /** The range that it was last sent to, as far as was known. */
  sentTo: RangeId = 0
  sentVersion = 0
  sentAtMs: MonotonicMs = 0
  /** Undoes the listening to an AbortSignal. */
  unlisten: (() => void) | undefined

  constructor(
    operation: Operation,
    keyspace: string,
    deadlineMs: MonotonicMs,
    caller: Caller<unknown>,
  ) {
    this.operation = operation
    this.keyspace = keyspace
    this.deadlineMs = deadlineMs
    this.bytes = bytesOf(operation)
    this.#caller = caller
  }

  get isRead(): boolean {
    return this.operation.type === "get" || this.operation.type === "scan"
  }

  /** Any node will do. */
  get isStale(): boolean {
    const { operation } = this
    return "consistency" in operation && operation.consistency === "stale"
  }

  /** Whether the write may take, or have taken, effect. Reads have none. */
  get mayHaveEffect(): boolean {
    return !this.isRead && (this.unsure || this.stream !== undefined)
  }

  /**
   * Gives a write its name, for all its attempts. An earlier name goes: the caller saw to it that
   * nothing was applied under it.
   */
  name(ids: RequestIds, rangeId: RangeId): void {
    this.#settleName(false)
    const draft = this.operation as {
      -readonly [Field in keyof WriteOperation]: WriteOperation[Field]
    }
    this.ids = ids
    this.namedFor = rangeId
    draft.requestId = ids.issue()
  }

  resolve(result: OperationResult): void {
    this.#end(true)
    try {
      this.#caller.resolve(this.#caller.convert(result, this.operation))
    } catch (error) {
      this.#caller.reject(error)
    }
  }

  reject(error: KvError): void {
    this.#end(false)
    this.#caller.reject(error)
  }

  #end(applied: boolean): void {
    this.settled = true
    this.unlisten?.()
    this.#settleName(applied)
  }

  #settleName(applied: boolean): void {
    if (this.ids === undefined) return
    const { requestId } = this.operation as WriteOperation
    // Another range that applied it tells nothing of a session in the one that it is named for.
    const heard = applied && this.sentTo === this.namedFor
    if (requestId !== undefined) this.ids.settle(requestId.sequence, heard)
  }
}

/** Tags, lengths, id, timeout and request id: about as much as this. */
const overheadBytes = 64

function bytesOf(operation: Operation): number {
  switch (operation.type) {
    case "put":
      return overheadBytes + operation.key.length + operation.value.length
    case "compareAndSwap": {
      const expected = operation.expect.type === "value" ? operation.expect.value.length : 0
      return overheadBytes + operation.key.length + expected + (operation.value?.length ?? 0)
    }
    case "split":
    case "merge":
      return overheadBytes + operation.at.length
    case "absorb":
      return overheadBytes + operation.source.start.length + operation.source.end.length
    case "ask":
      return overheadBytes + operation.request.length
    case "scan":
    case "deleteRange":
      return overheadBytes + operation.start.length + operation.end.length
    default:
      return overheadBytes + operation.key.length
  }
}
