import { KvError } from "../../src/base/index.ts"
import type { KeyedCell, OperationResult } from "../../src/core/range/types.ts"
import type { SystemOperation } from "../../src/driver/index.ts"

/** The cluster's own keyspace, in memory: what the driver does to it, done as a range does it. */
export class SystemRange {
  readonly #cells = new Map<string, KeyedCell>()
  #version = 0
  /** Operations that are not answered now: nobody leads. */
  down = false
  failAfterWrites = Number.POSITIVE_INFINITY
  /** Swaps that take effect, and nobody hears of it. */
  answersLost = 0
  /** Writes that took effect. */
  writes = 0

  readonly perform = async (operation: SystemOperation): Promise<OperationResult> => {
    if (this.down || this.writes >= this.failAfterWrites)
      throw new KvError("unavailable", "nobody leads the range")
    switch (operation.type) {
      case "scan":
        return { type: "scan", cells: this.#span(operation), resumeKey: none, more: false }
      case "get": {
        const cell = this.#cells.get(text(operation.key))
        return { type: "get", cell }
      }
      case "increment":
        return this.#increment(operation.key, operation.delta)
      case "compareAndSwap": {
        const { key, expect, value } = operation
        const current = this.#cells.get(text(key))
        const holds =
          expect.type === "absent"
            ? current === undefined
            : expect.type === "version" && current?.version === expect.version
        const type = "compareAndSwap"
        const version = current?.version ?? 0
        const found = current !== undefined
        if (!holds) return { type, swapped: false, version, found, value: current?.value }
        if (value === undefined) this.#delete(key)
        else this.#put(key, value)
        if (this.answersLost > 0) {
          this.answersLost -= 1
          throw new KvError("deadline_unknown", "no answer in time")
        }
        return { type, swapped: true, version: this.#version, found, value: undefined }
      }
    }
  }

  #span({ start, end }: { start: Uint8Array; end: Uint8Array }): KeyedCell[] {
    return [...this.#cells.values()]
      .filter(({ key }) => text(key) >= text(start) && text(key) < text(end))
      .sort((left, right) => (text(left.key) < text(right.key) ? -1 : 1))
  }

  #increment(key: Uint8Array, delta: bigint): OperationResult {
    const before = this.#cells.get(text(key))
    const value = BigInt(before === undefined ? 0 : Buffer.from(before.value).toString()) + delta
    this.#put(key, Buffer.from(String(value)))
    return { type: "increment", value, version: this.#version }
  }

  #delete(key: Uint8Array): void {
    this.#version += 1
    this.writes += 1
    this.#cells.delete(text(key))
  }

  #put(key: Uint8Array, value: Uint8Array): void {
    this.#version += 1
    this.writes += 1
    this.#cells.set(text(key), { key, value, version: this.#version, expiresAtMs: 0 })
  }
}

const none = new Uint8Array(0)

function text(key: Uint8Array): string {
  return Buffer.from(key).toString("latin1")
}
