import type { Clock, Random, Timer } from "../../src/env/index.ts"

interface Task {
  readonly atMs: number
  run: (() => void) | undefined
}

/** A clock that moves only when a test says so. */
export class VirtualTime implements Clock {
  #nowMs = 1_000
  #tasks: Task[] = []

  /** Tasks that wait for a later time. */
  get timers(): number {
    return this.#tasks.filter(({ run, atMs }) => run !== undefined && atMs > this.#nowMs).length
  }

  monotonicMs(): number {
    return this.#nowMs
  }

  wallMs(): number {
    return 1_700_000_000_000 + this.#nowMs
  }

  after(delayMs: number, run: () => void): Timer {
    const task: Task = { atMs: this.#nowMs + delayMs, run }
    const at = this.#tasks.findLastIndex((other) => other.atMs <= task.atMs)
    this.#tasks.splice(at + 1, 0, task)
    return {
      cancel: () => {
        task.run = undefined
      },
    }
  }

  soon(run: () => void): void {
    this.after(0, run)
  }

  /** Lets time pass, and every promise run out after each task. */
  async pass(forMs: number): Promise<void> {
    const untilMs = this.#nowMs + forMs
    await settled()
    for (;;) {
      const [next] = this.#tasks
      if (next === undefined || next.atMs > untilMs) break
      await this.#step()
    }
    this.#nowMs = untilMs
  }

  /** Nothing happens for a while, then everything that was due: a process that was stopped. */
  freeze(forMs: number): void {
    this.#nowMs += forMs
  }

  /** Lets time pass until the promise has settled, and gives its outcome. */
  async until<T>(promise: Promise<T>, withinMs = 60_000): Promise<T> {
    let over = false
    const mark = (): void => {
      over = true
    }
    promise.then(mark, mark)
    const untilMs = this.#nowMs + withinMs
    for (;;) {
      await settled()
      if (over) return promise
      const [next] = this.#tasks
      if (next === undefined || next.atMs > untilMs) throw new Error("it never settles")
      await this.#step()
    }
  }

  async #step(): Promise<void> {
    const task = this.#tasks.shift()
    if (task === undefined) return
    this.#nowMs = Math.max(this.#nowMs, task.atMs)
    task.run?.()
    await settled()
  }
}

/** Every promise that can go on without time passing has done so. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** The same dice for every run. No two of its bytes are the same: client ids are of them. */
export function plainDice(): Random {
  let state = 1
  let drawn = 0
  return {
    chance: () => {
      state = (state * 16_807) % 2_147_483_647
      return state / 2_147_483_647
    },
    bytes: (length) => {
      drawn += 1
      return Uint8Array.from({ length }, (_, i) => drawn >>> (8 * (i % 4)))
    },
  }
}
