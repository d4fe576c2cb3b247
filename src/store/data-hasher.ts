import type { Clock } from "../env/index.ts"
import type { ContentWalk, DataContent } from "../storage/index.ts"

/** What is read and hashed at a stretch, and how much of it in a second: clients come first. */
export const hashStepBytes = 256 * 1_024
const hashBytesPerSecond = 16 * 1_024 * 1_024
const pauseMs = (1_000 * hashStepBytes) / hashBytesPerSecond

/** Each holds a view of the engine while it waits: more are turned away. */
const waitingMax = 4

/** Hashes what the replicas of a node hold: one at a time, in small steps with pauses. */
export class DataHasher {
  readonly #clock: Clock
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #stopped = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Undefined: too many wait, or the node stops. Rejects with KvError; closes the walk. */
  hash(walk: ContentWalk): Promise<DataContent | undefined> {
    const before = this.#last
    const turnedAway = this.#waiting >= waitingMax
    this.#waiting += 1
    const work = async (): Promise<DataContent | undefined> => {
      try {
        if (turnedAway) return undefined
        await before
        return await this.#run(walk)
      } finally {
        this.#waiting -= 1
        await walk.close()
      }
    }
    const done = work()
    const ended = done.catch(() => {})
    if (!turnedAway) this.#last = ended
    return done
  }

  /** Resolves when no view of the engine is held any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#last
  }

  async #run(walk: ContentWalk): Promise<DataContent | undefined> {
    while (!this.#stopped) {
      const content = await walk.step(hashStepBytes)
      if (content !== undefined) return content
      await new Promise<void>((resolve) => {
        this.#clock.after(pauseMs, resolve)
      })
    }
    return undefined
  }
}
