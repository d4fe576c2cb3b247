import type { KvError, Limits } from "../base/index.ts"
import type { Consistency } from "../core/range/types.ts"
import type { ClientTransport, Clock, Random } from "../env/index.ts"

export type { Consistency }

/** Text is taken as UTF-8. Bytes must not be changed before the call has settled. */
export type Bytes = string | Uint8Array

export interface ClientOptions {
  readonly transport: ClientTransport
  /** host:port of some nodes; the others are learnt from them. */
  readonly endpoints: readonly string[]
  readonly clock: Clock
  readonly random: Random
  /** For calls that name no `timeoutMs`. Default: limits.deadlineMsDefault. */
  readonly defaultTimeoutMs?: number
  /** The nodes' limits, where they differ from the defaults. */
  readonly limits?: Limits
  /** Operations under way at once; further calls wait in order. */
  readonly inFlightMax?: number
  /** Bytes of operations under way at once. */
  readonly inFlightBytesMax?: number
}

export interface CallOptions {
  /** How long to try, from now. */
  readonly timeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
}

export interface ReadOptions extends CallOptions {
  /** Default "linearizable": sees every write acknowledged before the call. */
  readonly consistency?: Consistency | undefined
}

export interface PutOptions extends CallOptions {
  /**
   * The key is gone after this; 0: it stays. None: as its keyspace has it, and where that has
   * nothing, it stays. An increment sets it for a key that is not there yet.
   */
  readonly ttlMs?: number | undefined
}

/** A key with its value, as of its version. */
export interface Cell {
  readonly key: Buffer
  readonly value: Buffer
  /** Grows with every write of the store. */
  readonly version: number
  /** Milliseconds since the Unix epoch; 0: never. */
  readonly expiresAtMs: number
}

export interface Written {
  readonly version: number
}

export interface CompareAndSwap {
  /** A version, "absent", or a value. */
  readonly expect: number | "absent" | { readonly value: Bytes }
  /** The new value. */
  readonly value?: Bytes | undefined
  /** Instead of a new value: the key goes. */
  readonly delete?: true | undefined
  readonly ttlMs?: number | undefined
}

export interface Swapped {
  readonly swapped: boolean
  /** The version written when swapped, else that of the current cell, 0 when there is none. */
  readonly version: number
  /** When not swapped: whether the key exists, and its value. */
  readonly found: boolean
  readonly value: Buffer | undefined
}

export interface Incremented {
  readonly value: bigint
  readonly version: number
}

export interface Deleted {
  readonly deleted: number
}

/** Keys from `gte` (or after `gt`) up to and without `lt` (or with `lte`). */
export interface Span {
  readonly gte?: Bytes | undefined
  readonly gt?: Bytes | undefined
  readonly lt?: Bytes | undefined
  readonly lte?: Bytes | undefined
  /** Only keys that start with this. */
  readonly prefix?: Bytes | undefined
}

/** `timeoutMs` is for each page. */
export interface ScanOptions extends Span, ReadOptions {
  /** Cells in all; none: to the end. */
  readonly limit?: number | undefined
  readonly reverse?: boolean | undefined
  /** Values come empty. */
  readonly keysOnly?: boolean | undefined
}

/** Cells in the order of their keys, fetched page by page while they are read. */
export interface Scan extends AsyncIterable<Cell> {
  /** The pages as they come. */
  pages(): AsyncIterable<readonly Cell[]>
  /** All cells at once. */
  all(): Promise<readonly Cell[]>
}

export type BatchOperation =
  | { readonly type: "get"; readonly key: Bytes; readonly consistency?: Consistency | undefined }
  | {
      readonly type: "put"
      readonly key: Bytes
      readonly value: Bytes
      readonly ttlMs?: number | undefined
    }
  | { readonly type: "delete"; readonly key: Bytes }
  | ({ readonly type: "compareAndSwap"; readonly key: Bytes } & CompareAndSwap)
  | {
      readonly type: "increment"
      readonly key: Bytes
      readonly delta: bigint | number
      readonly ttlMs?: number | undefined
    }

interface BatchValues {
  readonly get: Cell | undefined
  readonly put: Written
  readonly delete: Written
  readonly compareAndSwap: Swapped
  readonly increment: Incremented
}

export type BatchResult<Operation extends BatchOperation> =
  | { readonly ok: true; readonly value: BatchValues[Operation["type"]] }
  | { readonly ok: false; readonly error: KvError }

/**
 * The verbs, on one keyspace. Every promise settles by its deadline: with the result, or with a
 * KvError whose `outcome` says whether the operation surely had no effect or may still have one.
 * Writes are tried again under one request id, so that they happen once however often they are
 * sent.
 */
export interface Keyspace {
  get(key: Bytes, options?: ReadOptions): Promise<Cell | undefined>
  put(key: Bytes, value: Bytes, options?: PutOptions): Promise<Written>
  delete(key: Bytes, options?: CallOptions): Promise<Written>
  compareAndSwap(key: Bytes, options: CompareAndSwap & CallOptions): Promise<Swapped>
  /** Adds to a decimal number; an absent key counts as 0. */
  increment(key: Bytes, delta: bigint | number, options?: PutOptions): Promise<Incremented>
  /** Removes a span of keys, some thousands in one step: readers may see part of it gone. */
  deleteRange(span: Span, options?: CallOptions): Promise<Deleted>
  /** Each page is as of its own instant. */
  scan(options?: ScanOptions): Scan
  /** Where the leader of a key's range was last heard to be. */
  leaderOf(key: Bytes): string | undefined
  /** Not atomic: each operation succeeds or fails by itself. */
  batch<const Operations extends readonly BatchOperation[]>(
    operations: Operations,
    options?: CallOptions,
  ): Promise<{ readonly [At in keyof Operations]: BatchResult<Operations[At]> }>
}

/** A client on the default keyspace. */
export interface Client extends Keyspace {
  keyspace(name: string): Keyspace
  /** Resolves once some node answers; rejects with `unavailable` after `timeoutMs`. */
  connected(timeoutMs?: number): Promise<void>
  /** Calls under way are rejected; connections are closed. */
  close(): Promise<void>
}
