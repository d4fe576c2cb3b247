import type { Clock, Timer } from "../../src/env/index.ts"

/** Time that passes when the test says so. */
export class ManualClock implements Clock {
  nowMs = 1_000
  #soon: (() => void)[] = []
  #timers: { readonly dueMs: number; readonly task: () => void }[] = []

  monotonicMs(): number {
    return this.nowMs
  }

  wallMs(): number {
    return 1_735_689_600_000 + this.nowMs
  }

  after(delayMs: number, task: () => void): Timer {
    const timer = { dueMs: this.nowMs + delayMs, task }
    this.#timers.push(timer)
    return {
      cancel: () => {
        this.#timers = this.#timers.filter((other) => other !== timer)
      },
    }
  }

  soon(task: () => void): void {
    this.#soon.push(task)
  }

  get timers(): number {
    return this.#timers.length
  }

  /** Ends the turn: everything that was asked for soon. */
  turn(): void {
    while (this.#soon.length > 0) {
      const tasks = this.#soon
      this.#soon = []
      for (const task of tasks) task()
    }
  }

  advance(byMs: number): void {
    this.nowMs += byMs
    const due = this.#timers.filter((timer) => timer.dueMs <= this.nowMs)
    this.#timers = this.#timers.filter((timer) => timer.dueMs > this.nowMs)
    for (const { task } of due) task()
    this.turn()
  }

  /** In small steps, so that nobody takes it for a standstill of its own. */
  pass(ms: number): void {
    for (let passedMs = 0; passedMs < ms; passedMs += 500) this.advance(500)
  }
}
