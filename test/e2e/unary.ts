import { Client, credentials, type ServiceError, status } from "@grpc/grpc-js"
import { ringraft } from "../../src/wire/gen/ringraft.js"

const { GetRequest, GetResponse, PutRequest } = ringraft.v1

export interface Answer {
  readonly code: number
  readonly details: string
  readonly value: string | undefined
}

/** A plain gRPC client of one node, that knows nothing of leaders and tries nothing twice. */
export class UnaryClient {
  readonly #client: Client

  constructor(address: string) {
    this.#client = new Client(address, credentials.createInsecure())
  }

  /** What this node itself has, however old. */
  staleGet(key: string): Promise<Answer> {
    const request = { key: Buffer.from(key), consistency: ringraft.v1.Consistency.STALE }
    return this.#call("Get", GetRequest.encode(request).finish(), (bytes) => {
      const { found, value } = GetResponse.decode(bytes)
      return found ? Buffer.from(value).toString() : undefined
    })
  }

  put(key: string, value: Uint8Array): Promise<Answer> {
    const request = { key: Buffer.from(key), value }
    return this.#call("Put", PutRequest.encode(request).finish(), () => undefined)
  }

  close(): void {
    this.#client.close()
  }

  #call(
    method: string,
    request: Uint8Array,
    read: (bytes: Buffer) => string | undefined,
  ): Promise<Answer> {
    return new Promise((resolve) => {
      this.#client.makeUnaryRequest(
        `/ringraft.v1.KV/${method}`,
        (bytes: Uint8Array) => Buffer.from(bytes),
        (bytes: Buffer) => bytes,
        request,
        { deadline: Date.now() + 5_000 },
        (error: ServiceError | null, response: Buffer | undefined) => {
          if (error === null) {
            resolve({ code: status.OK, details: "", value: response && read(response) })
          } else resolve({ code: error.code, details: error.details, value: undefined })
        },
      )
    })
  }
}
