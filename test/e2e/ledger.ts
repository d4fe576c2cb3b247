import { KvError } from "../../src/base/index.ts"
import type { Client } from "../../src/index.ts"
import { when } from "./conditions.ts"

interface LedgerOptions {
  readonly writers: number
  readonly timeoutMs: number
  /** Between two writes of one writer; none: as fast as answers come. */
  readonly pauseMs?: number
}

/** Writers of keys of their own, one after the other, and what was acknowledged to them. */
export class Ledger {
  readonly failures: string[] = []
  readonly #db: Client
  readonly #options: LedgerOptions
  readonly #acknowledged: { readonly key: string; readonly atMs: number }[] = []
  readonly #writers: readonly Promise<void>[]
  #closed = false

  constructor(db: Client, options: LedgerOptions) {
    this.#db = db
    this.#options = options
    this.#writers = Array.from({ length: options.writers }, (_, writer) => this.#write(writer))
  }

  get acknowledged(): number {
    return this.#acknowledged.length
  }

  /** Resolves when this many more are acknowledged. */
  async grows(by: number): Promise<void> {
    const goal = this.acknowledged + by
    await when("more writes are acknowledged", () => (this.acknowledged >= goal ? true : undefined))
  }

  /** Resolves when something is acknowledged at this moment of `performance.now()`, or later. */
  async acknowledgedAfter(atMs: number): Promise<void> {
    await when("a write is acknowledged", () => {
      return (this.#acknowledged.at(-1)?.atMs ?? 0) >= atMs ? true : undefined
    })
  }

  /** The longest time without an acknowledgement from then on. */
  longestGapMs(fromMs: number): number {
    let last = fromMs
    let longest = 0
    for (const { atMs } of this.#acknowledged) {
      if (atMs < fromMs) continue
      longest = Math.max(longest, atMs - last)
      last = atMs
    }
    return longest
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#writers)
  }

  /** Acknowledged keys that are not there, or are otherwise than they were written. */
  async lost(): Promise<string[]> {
    const there = new Map<string, string>()
    for await (const { key, value } of this.#db.scan({ prefix: "ledger/" })) {
      there.set(key.toString(), value.toString())
    }
    const keys = this.#acknowledged.map(({ key }) => key)
    return keys.filter((key) => there.get(key) !== valueAt(key))
  }

  async #write(writer: number): Promise<void> {
    const { timeoutMs, pauseMs } = this.#options
    for (let number = 0; !this.#closed; number += 1) {
      const key = `ledger/${writer}/${number}`
      try {
        await this.#db.put(key, valueAt(key), { timeoutMs })
        this.#acknowledged.push({ key, atMs: performance.now() })
      } catch (error) {
        if (!(error instanceof KvError)) throw error
        this.failures.push(`${key}: ${error.code} ${error.message}`)
      }
      if (pauseMs !== undefined) await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}

function valueAt(key: string): string {
  return `value of ${key}`
}
