/** A gRPC client as plain as any: bytes out, bytes or a status back. */
import {
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  Metadata,
  type ServiceError,
  type StatusObject,
  status,
} from "@grpc/grpc-js"
import type { ErrorCode } from "../../src/base/index.ts"
import type { Operation, OperationResult } from "../../src/core/range/types.ts"
import { decodeErrorDetail, type Verb } from "../../src/wire/index.ts"
import { requestOf, resultOf } from "../api/requests.ts"

export interface Answer {
  /** Name of the gRPC status: "OK", "INVALID_ARGUMENT". */
  readonly status: string
  readonly message: string
  /** From the trailing metadata. */
  readonly code: ErrorCode | undefined
  readonly response: Buffer
}

interface CallOptions {
  readonly timeoutMs?: number
  readonly metadata?: Metadata
  /** Takes the call back. */
  readonly signal?: AbortSignal
}

const asIs = (bytes: Buffer): Buffer => bytes

const callNames: Readonly<Record<Verb, string>> = {
  ...{ get: "Get", put: "Put", delete: "Delete", compareAndSwap: "CompareAndSwap" },
  ...{ increment: "Increment", scan: "Scan", deleteRange: "DeleteRange" },
  // There are no such calls.
  ...{ split: "Split", transfer: "Transfer", addKeyspace: "AddKeyspace" },
  ...{ changeReplicas: "Change", check: "Check", ask: "Ask", merge: "Merge", absorb: "Absorb" },
}

export class RawClient {
  readonly client: Client

  constructor(address: string) {
    this.client = new Client(address, credentials.createInsecure(), {
      "grpc.use_local_subchannel_pool": 1,
      "grpc.enable_retries": 0,
      "grpc.max_send_message_length": -1,
    })
  }

  close(): void {
    this.client.close()
  }

  /** One unary call; never rejects. */
  call(path: string, request: Uint8Array, options: CallOptions = {}): Promise<Answer> {
    const { timeoutMs, metadata, signal } = options
    return new Promise((resolve) => {
      const call = this.client.makeUnaryRequest(
        path,
        asIs,
        asIs,
        Buffer.from(request),
        metadata ?? new Metadata(),
        timeoutMs === undefined ? {} : { deadline: Date.now() + timeoutMs },
        (error, response) => resolve(answerOf(error, response)),
      )
      signal?.addEventListener("abort", () => call.cancel())
    })
  }

  operate(operation: Operation, keyspace = ""): Promise<Answer> {
    const name = callNames[operation.type]
    return this.call(`/ringraft.v1.KV/${name}`, requestOf(operation, keyspace))
  }

  /** The result of an operation that must succeed. */
  async result(operation: Operation): Promise<OperationResult> {
    const { status: name, message, response } = await this.operate(operation)
    if (name !== "OK") throw new Error(`${operation.type}: ${name}: ${message}`)
    return resultOf(operation.type, response)
  }

  pull(path: string, request: Uint8Array, metadata?: Metadata): ClientReadableStream<Buffer> {
    return this.client.makeServerStreamRequest(
      path,
      asIs,
      asIs,
      Buffer.from(request),
      metadata ?? new Metadata(),
    )
  }

  session(): ClientDuplexStream<Buffer, Buffer> {
    return this.client.makeBidiStreamRequest("/ringraft.v1.KV/Session", asIs, asIs)
  }
}

/** How a stream ended, after reading it to its end. */
export function endOf(
  stream: ClientReadableStream<Buffer> | ClientDuplexStream<Buffer, Buffer>,
): Promise<Answer> {
  return new Promise((resolve) => {
    stream.on("data", () => {})
    stream.on("error", (error) => resolve(answerOf(error as ServiceError)))
    stream.on("status", ({ code }: StatusObject) => {
      if (code === status.OK) resolve(answerOf(null))
    })
  })
}

export function answerOf(error: ServiceError | null, response?: Buffer): Answer {
  const detail = error?.metadata?.get("ringraft-error-bin")[0]
  return {
    status: status[error?.code ?? status.OK] ?? "?",
    message: error?.details ?? "",
    code: Buffer.isBuffer(detail) ? decodeErrorDetail(detail).code : undefined,
    response: response ?? Buffer.alloc(0),
  }
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text)

export const get = (key: string): Operation => ({
  ...{ type: "get", key: bytesOf(key), consistency: "linearizable" },
})

export const put = (key: string, value = "v", more: object = {}): Operation => ({
  ...{ type: "put", key: bytesOf(key), value: bytesOf(value), ttlMs: 0, requestId: undefined },
  ...more,
})

export const scan = (more: object = {}): Operation => ({
  ...{ type: "scan", start: new Uint8Array(0), end: new Uint8Array(0), limit: 0 },
  ...{ reverse: false, keysOnly: false, consistency: "linearizable" },
  ...more,
})

export const increment = (key: string, delta: bigint): Operation => ({
  ...{ type: "increment", key: bytesOf(key), delta, requestId: undefined },
})
