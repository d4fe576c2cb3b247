import type { Timer } from "../env/index.ts"
import { type Task, TaskHeap, type TaskOwner } from "./task-heap.ts"
import { Trace, type TraceEvent, type TraceField } from "./trace.ts"

export interface WorldOptions {
  /** Events kept to be shown after a failure. */
  readonly traceKeptMax?: number
  /** Hears every event of the trace. */
  readonly onEvent?: (event: TraceEvent) => void
}

/**
 * Immediates asked for at once. They share one real turn of the event loop, which asks the kernel
 * for news each time: measured, one turn for each instant was over 40 % of a run.
 */
const instantsPerTurn = 64

/**
 * Virtual time: a heap of tasks. After the tasks of one instant every promise that they resolved
 * runs out (microtasks are drained between two immediates, however long their chain), so the code
 * under test may await and stays deterministic, as long as it awaits nothing but the ports.
 */
export class World {
  readonly trace: Trace
  readonly #tasks = new TaskHeap()
  #nowMs = 0
  #sequence = 0
  #failure: { readonly error: unknown } | undefined
  #touched = new Set<TaskOwner>()
  #turns = 0
  /** Hears of each process in which something happened, once that has settled. */
  onSettled: (process: TaskOwner) => void = () => {}

  constructor(options: WorldOptions = {}) {
    this.trace = new Trace({ keptMax: options.traceKeptMax ?? 2_000, listener: options.onEvent })
  }

  get nowMs(): number {
    return this.#nowMs
  }

  /** Instants so far: what a run costs. */
  get turns(): number {
    return this.#turns
  }

  note(kind: string, fields: readonly TraceField[], more?: () => string): void {
    this.trace.add(this.#nowMs, kind, fields, more)
  }

  schedule(atMs: number, process: TaskOwner | undefined, run: () => void): Timer {
    const task: Task = { atMs, sequence: this.#sequence, process, run }
    this.#sequence += 1
    this.#tasks.push(task)
    return {
      cancel: () => {
        task.run = undefined
      },
    }
  }

  /** Runs `run` (in no process) after the delay. */
  after(delayMs: number, run: () => void): Timer {
    return this.schedule(this.#nowMs + delayMs, undefined, run)
  }

  sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.after(delayMs, resolve))
  }

  /** Something happens in this process in this turn. */
  touch(process: TaskOwner): void {
    this.#touched.add(process)
  }

  /** Ends the run: the first failure is the one that counts. */
  fail(error: unknown): void {
    this.#failure ??= { error }
  }

  /**
   * Lets time pass until `untilMs`, or until `done` says so between two instants.
   * Rejects with the first failure.
   */
  run(untilMs: number, done: () => boolean = () => false): Promise<void> {
    return new Promise((resolve, reject) => {
      let isOver = false
      let asked = 0
      const turn = (): void => {
        asked -= 1
        if (isOver) return
        this.#settle()
        isOver = this.#failure !== undefined || done() || this.#nothingUntil(untilMs)
        if (this.#failure !== undefined) reject(this.#failure.error)
        else if (isOver) resolve()
        else {
          this.#instant()
          this.#turns += 1
          if (asked === 0) ask()
        }
      }
      const ask = (): void => {
        for (; asked < instantsPerTurn; asked += 1) setImmediate(turn)
      }
      ask()
    })
  }

  /** True when nothing happens any more before `untilMs`: then it is that late. */
  #nothingUntil(untilMs: number): boolean {
    const next = this.#tasks.peek()
    if (next !== undefined && next.atMs <= untilMs) return false
    this.#nowMs = Math.max(this.#nowMs, untilMs)
    return true
  }

  /** Runs the tasks that are due at the next instant; what they add to it is for the next turn. */
  #instant(): void {
    this.#nowMs = Math.max(this.#nowMs, this.#tasks.peek()?.atMs ?? 0)
    const end = this.#sequence
    for (;;) {
      const task = this.#tasks.peek()
      if (task === undefined || task.atMs > this.#nowMs || task.sequence >= end) return
      this.#tasks.pop()
      if (task.run === undefined) continue
      if (task.process !== undefined) {
        if (!task.process.takes(task)) continue
        this.#touched.add(task.process)
      }
      try {
        task.run()
      } catch (error) {
        this.fail(error)
        return
      }
    }
  }

  #settle(): void {
    if (this.#touched.size === 0) return
    const touched = this.#touched
    this.#touched = new Set()
    try {
      for (const process of touched) this.onSettled(process)
    } catch (error) {
      this.fail(error)
    }
  }
}
