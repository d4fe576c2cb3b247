import { defaultLimits, KvError, partlyDone } from "../base/index.ts"
import type { Operation } from "../core/range/types.ts"
import type { ClientTransport } from "../env/index.ts"
import type { Caller } from "./call.ts"
import {
  boundsOf,
  compareAndSwapOf,
  type DeletedPart,
  deleteOf,
  getOf,
  incrementOf,
  type Page,
  putOf,
  toCell,
  toDeletedPart,
  toIncremented,
  toPage,
  toSwapped,
  toWritten,
} from "./convert.ts"
import { Dispatcher } from "./dispatcher.ts"
import { scanOf } from "./scan.ts"
import type {
  BatchOperation,
  BatchResult,
  Bytes,
  CallOptions,
  Cell,
  Client,
  ClientOptions,
  CompareAndSwap,
  Deleted,
  Incremented,
  Keyspace,
  PutOptions,
  ReadOptions,
  Scan,
  ScanOptions,
  Span,
  Swapped,
  Written,
} from "./types.ts"

/** Opens streams to some of the endpoints; calls can be made at once. */
export function createClient(options: ClientOptions): Client {
  if (options.endpoints.length === 0) {
    throw new KvError("invalid_argument", "no endpoint: give the host:port of at least one node")
  }
  const limits = options.limits ?? defaultLimits
  return new Handle("", new Dispatcher(options, limits), options.transport)
}

const noOptions: CallOptions = {}

/** A keyspace by its name, and the way to the whole client. */
class Handle implements Client {
  readonly #name: string
  readonly #dispatcher: Dispatcher
  readonly #transport: ClientTransport

  constructor(name: string, dispatcher: Dispatcher, transport: ClientTransport) {
    this.#name = name
    this.#dispatcher = dispatcher
    this.#transport = transport
  }

  keyspace(name: string): Keyspace {
    return new Handle(name, this.#dispatcher, this.#transport)
  }

  leaderOf(key: Bytes): string | undefined {
    return this.#dispatcher.leaderOf(this.#name, getOf(key))
  }

  connected(timeoutMs?: number): Promise<void> {
    return this.#dispatcher.connected(timeoutMs)
  }

  async close(): Promise<void> {
    this.#dispatcher.close()
    this.#transport.close()
  }

  get(key: Bytes, options: ReadOptions = noOptions): Promise<Cell | undefined> {
    return new Promise((resolve, reject) => {
      this.#begin(getOf(key, options.consistency), options, { convert: toCell, resolve, reject })
    })
  }

  put(key: Bytes, value: Bytes, options: PutOptions = noOptions): Promise<Written> {
    return new Promise((resolve, reject) => {
      this.#begin(putOf(key, value, options.ttlMs), options, {
        convert: toWritten,
        resolve,
        reject,
      })
    })
  }

  delete(key: Bytes, options: CallOptions = noOptions): Promise<Written> {
    return new Promise((resolve, reject) => {
      this.#begin(deleteOf(key), options, { convert: toWritten, resolve, reject })
    })
  }

  compareAndSwap(key: Bytes, options: CompareAndSwap & CallOptions): Promise<Swapped> {
    return new Promise((resolve, reject) => {
      this.#begin(compareAndSwapOf(key, options), options, { convert: toSwapped, resolve, reject })
    })
  }

  increment(
    key: Bytes,
    delta: bigint | number,
    options: PutOptions = noOptions,
  ): Promise<Incremented> {
    return new Promise((resolve, reject) => {
      const operation = incrementOf(key, delta, options.ttlMs)
      this.#begin(operation, options, { convert: toIncremented, resolve, reject })
    })
  }

  async deleteRange(span: Span, options: CallOptions = noOptions): Promise<Deleted> {
    const bounds = boundsOf(span)
    if (bounds === undefined) return { deleted: 0 }
    const untilMs = this.#dispatcher.deadlineOf(options.timeoutMs)
    let { start } = bounds
    let deleted = 0
    for (;;) {
      const operation: Operation = {
        type: "deleteRange",
        start,
        end: bounds.end,
        requestId: undefined,
      }
      const left = { ...options, timeoutMs: this.#dispatcher.leftUntil(untilMs) }
      const part = await new Promise<DeletedPart>((resolve, reject) => {
        this.#begin(operation, left, { convert: toDeletedPart, resolve, reject })
      }).catch((error: unknown) => {
        throw start === bounds.start ? error : partlyDone(error, `${deleted} keys were removed`)
      })
      deleted += part.deleted
      if (!part.more) return { deleted }
      start = part.resumeKey
    }
  }

  scan(options: ScanOptions = {}): Scan {
    return scanOf(
      options,
      (operation, { timeoutMs, signal }) =>
        new Promise<Page>((resolve, reject) => {
          this.#begin(operation, { timeoutMs, signal }, { convert: toPage, resolve, reject })
        }),
    )
  }

  async batch<const Operations extends readonly BatchOperation[]>(
    operations: Operations,
    options: CallOptions = noOptions,
  ): Promise<{ readonly [At in keyof Operations]: BatchResult<Operations[At]> }> {
    const results = await Promise.allSettled(
      operations.map((operation) => this.#one(operation, options)),
    )
    return results.map((result) =>
      result.status === "fulfilled"
        ? { ok: true, value: result.value }
        : { ok: false, error: result.reason },
    ) as { readonly [At in keyof Operations]: BatchResult<Operations[At]> }
  }

  #one(operation: BatchOperation, options: CallOptions): Promise<unknown> {
    switch (operation.type) {
      case "get":
        return this.get(operation.key, { ...options, consistency: operation.consistency })
      case "put":
        return this.put(operation.key, operation.value, { ...options, ttlMs: operation.ttlMs })
      case "delete":
        return this.delete(operation.key, options)
      case "compareAndSwap":
        return this.compareAndSwap(operation.key, { ...operation, ...options })
      case "increment":
        return this.increment(operation.key, operation.delta, {
          ...options,
          ttlMs: operation.ttlMs,
        })
    }
  }

  #begin<T>(operation: Operation, options: CallOptions, caller: Caller<T>): void {
    this.#dispatcher.begin(operation, this.#name, options, caller)
  }
}
