import type { Timer } from "../env/index.ts"
import type { Task } from "./task-heap.ts"
import type { World } from "./world.ts"

/**
 * One incarnation of a node or a client: what ends when it crashes and stands still when it is
 * paused. Everything that happens inside it happens in a task of its own, so that a pause holds all
 * of it (and the world's time runs on), and nothing happens any more after its death.
 */
export class Process {
  readonly name: string
  readonly #world: World
  #alive = true
  #resumeAtMs = 0
  #held: (() => void)[] = []
  #mourners: (() => void)[] = []

  constructor(world: World, name: string) {
    this.#world = world
    this.name = name
  }

  get alive(): boolean {
    return this.#alive
  }

  get paused(): boolean {
    return this.#world.nowMs < this.#resumeAtMs
  }

  /** Runs `run` in this process after the delay. */
  after(delayMs: number, run: () => void): Timer {
    return this.#world.schedule(this.#world.nowMs + Math.max(0, delayMs), this, run)
  }

  /** Runs `run` in this process now, or when it is resumed; never when it is dead. */
  enter(run: () => void): void {
    if (!this.#alive) return
    if (this.paused) {
      this.#held.push(run)
      return
    }
    this.#world.touch(this)
    run()
  }

  /** Resolves after the delay; never, when the process dies before. */
  sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.after(delayMs, resolve))
  }

  /** Runs `run` (in no process) when this one dies. */
  onDeath(run: () => void): void {
    if (this.#alive) this.#mourners.push(run)
    else run()
  }

  kill(): void {
    if (!this.#alive) return
    this.#alive = false
    this.#held = []
    const mourners = this.#mourners
    this.#mourners = []
    for (const mourner of mourners) mourner()
  }

  /**
   * Stops the process for a while; what happens to it meanwhile is taken in afterwards, in order.
   */
  pause(forMs: number): void {
    const resumeAtMs = this.#world.nowMs + forMs
    if (resumeAtMs <= this.#resumeAtMs) return
    this.#resumeAtMs = resumeAtMs
    this.#world.schedule(resumeAtMs, undefined, () => this.#resume())
  }

  resumeNow(): void {
    this.#resumeAtMs = this.#world.nowMs
    this.#resume()
  }

  /** For the world: false when the task was kept for later or dropped. */
  takes(task: Task): boolean {
    if (!this.#alive) return false
    if (!this.paused) return true
    this.#held.push(() => task.run?.())
    return false
  }

  #resume(): void {
    if (this.paused) return
    const held = this.#held
    this.#held = []
    for (const run of held) this.#world.schedule(this.#world.nowMs, this, run)
  }
}
