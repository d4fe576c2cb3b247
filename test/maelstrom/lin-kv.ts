import { KvError } from "../../src/base/index.ts"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import type { Operation, OperationResult } from "../../src/core/range/types.ts"
import type { Clock } from "../../src/env/index.ts"
import type { OperationService, PendingOperation, ResultSink } from "../../src/store/types.ts"
import { decodeResult, encodeOperation } from "../../src/wire/index.ts"
import { errorCodes, type MaelstromBody } from "./protocol.ts"

/** Maelstrom's clients wait 5 seconds for an answer. */
const timeoutMs = 2_500

type Reply = (body: MaelstromBody) => void

/** Maelstrom's `lin-kv` verbs (read, write, cas) on a node. Keys and values are JSON text. */
export class LinKv implements ResultSink {
  readonly #service: OperationService
  readonly #clock: Clock
  readonly #onKey: (key: Uint8Array) => void
  readonly #waiting = new Map<number, Reply>()
  #nextId = 1

  constructor(service: OperationService, clock: Clock, onKey: (key: Uint8Array) => void) {
    this.#service = service
    this.#clock = clock
    this.#onKey = onKey
  }

  /** Takes a client's request; false when it is not a verb of this workload. */
  take(body: MaelstromBody, reply: Reply): boolean {
    const operation = operationOf(body)
    if (operation === undefined) return false
    this.#onKey(operation.key)
    const id = this.#nextId++
    this.#waiting.set(id, reply)
    this.#service.submit([
      {
        id,
        ...{ keyspaceId: defaultKeyspaceId, rangeId: 0, rangeVersion: 0 },
        operation,
        bytes: encodeOperation({ id, timeoutMs, keyspace: "default", operation }),
        deadline: this.#clock.monotonicMs() + timeoutMs,
        forwarded: false,
        sink: this,
        cancelled: false,
      },
    ])
    return true
  }

  deliver(operation: PendingOperation, result: OperationResult): void {
    this.#answer(operation.id, result)
  }

  deliverEncoded(operation: PendingOperation, result: Uint8Array): void {
    const decoded = decodeResult(result)
    this.#answer(operation.id, decoded.result)
  }

  #answer(id: number, result: OperationResult): void {
    const reply = this.#waiting.get(id)
    this.#waiting.delete(id)
    reply?.(replyOf(result))
  }
}

function operationOf(body: MaelstromBody): (Operation & { readonly key: Uint8Array }) | undefined {
  const key = jsonBytes(body.key)
  switch (body.type) {
    case "read":
      return { type: "get", key, consistency: "linearizable" }
    case "write":
      return { type: "put", key, value: jsonBytes(body.value), ttlMs: 0, requestId: undefined }
    case "cas":
      return {
        type: "compareAndSwap",
        key,
        expect: { type: "value", value: jsonBytes(body.from) },
        value: jsonBytes(body.to),
        ttlMs: 0,
        requestId: undefined,
      }
    default:
      return undefined
  }
}

function replyOf(result: OperationResult): MaelstromBody {
  switch (result.type) {
    case "get":
      if (result.cell === undefined) return fail(errorCodes.keyDoesNotExist, "no such key")
      return { type: "read_ok", value: JSON.parse(Buffer.from(result.cell.value).toString()) }
    case "put":
      return { type: "write_ok" }
    case "compareAndSwap":
      if (result.swapped) return { type: "cas_ok" }
      return result.found
        ? fail(errorCodes.preconditionFailed, "the value is another")
        : fail(errorCodes.keyDoesNotExist, "no such key")
    case "error": {
      const { outcome } = new KvError(result.code, result.message)
      const code = outcome === "unknown" ? errorCodes.timeout : errorCodes.temporarilyUnavailable
      return fail(code, result.message)
    }
    default:
      return fail(errorCodes.crash, `unexpected result ${result.type}`)
  }
}

function fail(code: number, text: string): MaelstromBody {
  return { type: "error", code, text }
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value ?? null))
}
