import type { Machine } from "./machine.ts"
import type { Process } from "./process.ts"
import type { World } from "./world.ts"

interface Ask {
  readonly what: string
  readonly process: Process | undefined
  readonly atMs: number
}

/** What was asked of nodes past their clients' sessions, until there is an answer of some kind. */
export class Asks {
  readonly #world: World
  readonly #open = new Set<Ask>()

  constructor(world: World) {
    this.#world = world
  }

  /** The answer, as it comes. */
  track<T>({ nodeId, process }: Machine, what: string, answer: Promise<T>): Promise<T> {
    const ask = { what: `${what}, of node ${nodeId}`, process, atMs: this.#world.nowMs }
    this.#open.add(ask)
    const end = (): void => {
      this.#open.delete(ask)
    }
    answer.then(end, end)
    return answer
  }

  /** One that has had so much time, of a node that still is what it was then; undefined: none. */
  overdue(timeMs: number): string | undefined {
    for (const { what, process, atMs } of this.#open) {
      if (process?.alive && this.#world.nowMs - atMs > timeMs) return what
    }
    return undefined
  }
}
