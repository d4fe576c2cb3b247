import { sweepQueue } from "./answers.ts"
import type { PendingOperation } from "./types.ts"

/** Operations that wait for a leader to be known. Bounded by admission, swept by deadline. */
export class Parked {
  #operations: PendingOperation[] = []

  get count(): number {
    return this.#operations.length
  }

  add(operation: PendingOperation): void {
    this.#operations.push(operation)
  }

  addAll(operations: readonly PendingOperation[]): void {
    this.#operations.push(...operations)
  }

  takeAll(): PendingOperation[] {
    const operations = this.#operations
    this.#operations = []
    return operations
  }

  sweep(nowMs: number): void {
    this.#operations = sweepQueue(this.#operations, nowMs)
  }
}
