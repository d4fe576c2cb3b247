import { KvError } from "../../base/index.ts"
import type { Consistency } from "../../core/range/types.ts"
import type { Claim, Outcome } from "./recorder.ts"

/** What one worker does to one key, in text. */
export type KeyOperation =
  | { readonly op: "get"; readonly key: string; readonly consistency: Consistency }
  | { readonly op: "put"; readonly key: string; readonly value: string; readonly ttlMs: number }
  | { readonly op: "delete"; readonly key: string }
  | {
      readonly op: "cas"
      readonly key: string
      readonly expect: number | "absent" | { readonly value: string }
      /** undefined: delete the key. */
      readonly value: string | undefined
      readonly ttlMs: number
    }
  | {
      readonly op: "incr"
      readonly key: string
      readonly delta: bigint
      /** Of the first increment of an absent key. */
      readonly ttlMs: number
    }

/** What was answered, as far as it says anything. */
export interface Answer {
  /** get, and cas that did not swap: null is absent. */
  readonly value?: string | null
  readonly version?: number
  /** cas */
  readonly swapped?: boolean
  /** incr */
  readonly sum?: bigint
}

export interface PerformOptions {
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/** A way to the store. Rejects with KvError. */
export type Perform = (operation: KeyOperation, options: PerformOptions) => Promise<Answer>

export function claimOf(operation: KeyOperation, client: number): Claim {
  const { op, key } = operation
  switch (op) {
    case "get":
    case "delete":
      return { client, op, key, value: null }
    case "put":
      return { client, op, key, value: operation.value }
    case "incr":
      return { client, op, key, value: String(operation.delta) }
    case "cas": {
      const { expect } = operation
      const value = operation.value ?? null
      if (typeof expect === "number") return { client, op, key, value, expectedVersion: expect }
      return { client, op, key, value, expected: expect === "absent" ? null : expect.value }
    }
  }
}

export function outcomeOfAnswer(operation: KeyOperation, answer: Answer): Outcome {
  const version = answer.version === undefined ? {} : { version: answer.version }
  switch (operation.op) {
    case "get":
      return answer.value == null
        ? { ok: true, result: null }
        : { ok: true, result: answer.value, ...version }
    case "put":
      return { ok: true, ...version }
    case "delete":
      return { ok: true, ...version }
    case "incr":
      return { ok: true, result: String(answer.sum), ...version }
    case "cas":
      if (answer.swapped === true) return { ok: true, ...version }
      return answer.value == null
        ? { ok: false, result: null }
        : { ok: false, result: answer.value, ...version }
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true })

/** Throws KvError `data_loss` for bytes that nobody can have written. */
export function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new KvError("data_loss", "a value came back that is no text")
  }
}
