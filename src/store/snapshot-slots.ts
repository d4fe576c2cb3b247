import { assert, type MonotonicMs } from "../base/index.ts"

/** Who has not asked for so long is not waited for, but comes before others when it asks again. */
const patienceMs = 2_000
/** Who has not asked for so long has gone. */
const goneMs = 3_600_000

export interface SnapshotSlot {
  /** Once. */
  release(): void
}

/**
 * At most so many at once. Who is refused may ask again, and comes before those that were refused
 * after it: with a thousand who ask, everybody's turn comes, and nobody is waited for who has gone.
 * Who asks seldom, because a store asks for one range after the other, keeps its place.
 */
export class SnapshotSlots {
  readonly #max: number
  #held = 0
  /** When each asked last, in the order in which they asked first. */
  readonly #line = new Map<string, MonotonicMs>()

  constructor(max: number) {
    this.#max = max
  }

  get held(): number {
    return this.#held
  }

  /** `asker`: the same at each try. Undefined: not now. */
  take(asker: string, nowMs: MonotonicMs): SnapshotSlot | undefined {
    const free = this.#max - this.#held
    if (!this.#isAmongFirst(asker, free, nowMs)) {
      this.#line.set(asker, nowMs)
      return undefined
    }
    this.#line.delete(asker)
    this.#held += 1
    return this.#newSlot()
  }

  #isAmongFirst(asker: string, places: number, nowMs: MonotonicMs): boolean {
    let ahead = 0
    for (const [other, askedAtMs] of this.#line) {
      if (ahead >= places || other === asker) break
      const silentMs = nowMs - askedAtMs
      if (silentMs > goneMs) this.#line.delete(other)
      else if (silentMs <= patienceMs) ahead += 1
    }
    return ahead < places
  }

  #newSlot(): SnapshotSlot {
    let released = false
    return {
      release: () => {
        assert(!released && this.#held > 0, "a slot is released once")
        released = true
        this.#held -= 1
      },
    }
  }
}
