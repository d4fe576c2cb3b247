/** An API on a service of memory, and a client's ends of what it offers. */
import { Api, type Call, IdBlocks, type SessionHandler } from "../../src/api/index.ts"
import { KvError, type Limits } from "../../src/base/index.ts"
import { tinyConfig } from "../../src/config/index.ts"
import type { DriverConfig } from "../../src/config/types.ts"
import { rangeIdBlock } from "../../src/core/range/index.ts"
import type { Operation, OperationResult } from "../../src/core/range/types.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import {
  decodeResult,
  encodeOperation,
  encodeSessionRequest,
  type RangeRoute,
  splitSessionResponse,
} from "../../src/wire/index.ts"
import { ManualClock } from "./manual-clock.ts"
import { MemoryService } from "./memory-service.ts"

const members = [
  { nodeId: 1, address: "127.0.0.1:7400" },
  { nodeId: 2, address: "127.0.0.1:7401" },
]

export function setUp(limits: Partial<Limits> = {}, driver: Partial<DriverConfig> = {}) {
  const tiny = tinyConfig({ nodeId: 1, members, seed: 1 })
  const config = {
    ...tiny,
    driver: { ...tiny.driver, ...driver },
    limits: { ...tiny.limits, operationsPendingMax: 50, ...limits },
  }
  const clock = new ManualClock()
  const service = new MemoryService()
  const api = new Api({
    ...{ service, config, clock, telemetry: silentTelemetry, version: "1.2.3" },
    residentBytes: () => 4_096,
    rangeIds: new IdBlocks(rangeIdBlock),
  })
  return { api, clock, service, limits: config.limits }
}

/** A client's end of a session: what it was told, and how it reads. */
export class Peer {
  reading = true
  closed: { readonly error: KvError | undefined } | undefined
  readonly frames: { results: number; bytes: number }[] = []
  readonly results = new Map<number, OperationResult>()
  readonly routes: RangeRoute[] = []
  readonly memberAddresses: string[] = []
  readonly hints: unknown[] = []

  send(frame: Uint8Array): boolean {
    const { results, routes, memberAddresses } = splitSessionResponse(frame)
    this.frames.push({ results: results.length, bytes: frame.length })
    for (const bytes of results) {
      const { id, result, hint } = decodeResult(bytes)
      this.results.set(id, result)
      this.hints.push(hint)
    }
    this.routes.push(...routes)
    this.memberAddresses.push(...memberAddresses)
    return this.reading
  }

  close(error?: KvError): void {
    this.closed = { error }
  }

  errorOf(id: number): string | undefined {
    const result = this.results.get(id)
    return result?.type === "error" ? result.code : undefined
  }
}

export const text = (value: string): Uint8Array => Buffer.from(value)
export const get = (key: string): Operation => ({
  ...{ type: "get", key: text(key), consistency: "linearizable" },
})
export const put = (key: string, value = "v"): Operation => ({
  ...{ type: "put", key: text(key), value: text(value), ttlMs: 0, requestId: undefined },
})

export function bytesOf(
  id: number,
  operation: Operation | { type: "cancel" },
  more = {},
): Uint8Array {
  return encodeOperation({ id, timeoutMs: 0, keyspace: "", operation, ...more })
}

export function frameOf(
  ...operations: (readonly [number, Operation | { type: "cancel" }])[]
): Uint8Array {
  return encodeSessionRequest(operations.map(([id, operation]) => bytesOf(id, operation)))
}

export function open(api: Api): { peer: Peer; session: SessionHandler } {
  const peer = new Peer()
  return { peer, session: api.openSession(peer) }
}

/** A call whose client is there or gone, and whose response leaves when the test says so. */
export class TestCall implements Call {
  cancel = (): void => {}
  left = (): void => {}

  constructor(readonly timeoutMs: number | undefined = undefined) {}

  onCancel(cancel: () => void): void {
    this.cancel = cancel
  }

  onLeft(left: () => void): void {
    this.left = left
  }
}

export async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return "done"
  } catch (error) {
    return error instanceof KvError ? error.code : String(error)
  }
}

/** Promises that can go on have done so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
