import { type Dice, KvError } from "../../base/index.ts"
import type { Operation, OperationResult } from "../../core/range/types.ts"
import type { ClientTransport, SessionStream } from "../../env/index.ts"
import {
  decodeResult,
  encodeOperation,
  encodeSessionRequest,
  splitSessionResponse,
} from "../../wire/index.ts"
import type { Process } from "../process.ts"
import { type Answer, type KeyOperation, type Perform, textOf } from "./operations.ts"

interface Waiting {
  readonly resolve: (result: OperationResult) => void
  readonly reject: (error: KvError) => void
}

/**
 * A client as somebody would write it by hand: one stream to some node, no request ids, no retries,
 * no hints followed. What was on its way when the stream broke is unknown.
 */
export class PlainClient {
  readonly #transport: ClientTransport
  readonly #process: Process
  readonly #dice: Dice
  #addresses: readonly string[]
  readonly #keyspace: string
  readonly #waiting = new Map<number, Waiting>()
  #stream: SessionStream | undefined
  #address = ""
  #nextId = 1

  constructor(options: {
    readonly transport: ClientTransport
    readonly process: Process
    readonly dice: Dice
    readonly addresses: readonly string[]
    readonly keyspace: string
  }) {
    this.#transport = options.transport
    this.#process = options.process
    this.#dice = options.dice
    this.#addresses = options.addresses
    this.#keyspace = options.keyspace
  }

  readonly perform: Perform = async (operation, { timeoutMs }) =>
    answerOf(await this.ask(operationOf(operation), timeoutMs))

  /**
   * Rejects when the answer is an error, when the stream breaks, and when no answer comes in time.
   */
  ask(operation: Operation, timeoutMs: number): Promise<OperationResult> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId
      this.#nextId += 1
      const guard = this.#process.after(timeoutMs + 2_000, () => {
        // Whoever does not answer even that the time is up is not to be trusted with more.
        this.#stream?.close()
        this.#onClose(new KvError("deadline_unknown", "no answer"))
      })
      this.#waiting.set(id, {
        resolve: (result) => {
          guard.cancel()
          if (result.type === "error") reject(new KvError(result.code, result.message))
          else resolve(result)
        },
        reject: (error) => {
          guard.cancel()
          reject(error)
        },
      })
      const bytes = encodeOperation({ id, timeoutMs, keyspace: this.#keyspace, operation })
      this.#open().send(encodeSessionRequest([bytes]))
    })
  }

  /** It has no way to find out by itself who is to be asked no more. */
  forgo(addresses: readonly string[]): void {
    this.#addresses = this.#addresses.filter((address) => !addresses.includes(address))
    if (addresses.includes(this.#address)) this.close()
  }

  close(): void {
    this.#stream?.close()
    this.#onClose(new KvError("cancelled_unknown", "the client was closed"))
  }

  #open(): SessionStream {
    if (this.#stream !== undefined) return this.#stream
    this.#address = this.#dice.pick(this.#addresses)
    const stream = this.#transport.open(this.#address, {
      onFrame: (frame) => this.#onFrame(frame),
      onDrain: () => {},
      onClose: () => {
        if (this.#stream === stream) this.#onClose(new KvError("result_unknown", "stream broke"))
      },
    })
    this.#stream = stream
    return stream
  }

  #onFrame(frame: Uint8Array): void {
    for (const bytes of splitSessionResponse(frame).results) {
      const { id, result } = decodeResult(bytes)
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      waiting?.resolve(result)
    }
  }

  #onClose(error: KvError): void {
    this.#stream = undefined
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(error)
  }
}

const encoder = new TextEncoder()

function operationOf(operation: KeyOperation): Operation {
  const key = encoder.encode(operation.key)
  const requestId = undefined
  switch (operation.op) {
    case "get":
      return { type: "get", key, consistency: operation.consistency }
    case "put": {
      const ttlMs = operation.ttlMs || undefined
      return { type: "put", key, value: encoder.encode(operation.value), ttlMs, requestId }
    }
    case "delete":
      return { type: "delete", key, requestId }
    case "incr": {
      const ttlMs = operation.ttlMs || undefined
      return { type: "increment", key, delta: operation.delta, ttlMs, requestId }
    }
    case "cas": {
      const { value } = operation
      const ttlMs = operation.ttlMs || undefined
      return {
        ...{ type: "compareAndSwap", key, requestId, ttlMs, expect: expectationOf(operation) },
        value: value === undefined ? undefined : encoder.encode(value),
      }
    }
  }
}

function expectationOf({ expect }: Extract<KeyOperation, { op: "cas" }>) {
  if (typeof expect === "number") return { type: "version", version: expect } as const
  if (expect === "absent") return { type: "absent" } as const
  return { type: "value", value: encoder.encode(expect.value) } as const
}

function answerOf(result: OperationResult): Answer {
  switch (result.type) {
    case "get": {
      const { cell } = result
      return cell === undefined
        ? { value: null }
        : { value: textOf(cell.value), version: cell.version }
    }
    case "put":
    case "delete":
      return { version: result.version }
    case "increment":
      return { sum: result.value, version: result.version }
    case "compareAndSwap": {
      const { swapped, version, found, value } = result
      if (swapped) return { swapped, version }
      if (!found) return { swapped, value: null }
      return { swapped, version, value: value === undefined ? "" : textOf(value) }
    }
    default:
      throw new KvError("internal", `an answer of type ${result.type} to another question`)
  }
}
