import type {
  Engine,
  EngineIterator,
  EngineRange,
  EngineWrite,
  EngineWriteOptions,
} from "../../env/index.ts"
import { WriteQueue } from "./write-queue.ts"

/** Bytes of flushes that go to the engine as one write, at most. */
const gatheredBytesMax = 8 * 1_024 * 1_024

/** Flushes of several ranges that wait for their turn. */
interface Gathering {
  readonly flushes: Iterable<EngineWrite>[]
  bytesAbout: number
  readonly done: Promise<void>
}

/**
 * One engine for all ranges of a store: each may have a write under way, the engine has one.
 * Flushes that wait share the next one: a write costs the engine its trips through threads whatever
 * it carries. Everything reaches the engine in the order it was asked for.
 */
export class SharedEngine implements Engine {
  readonly #engine: Engine
  readonly #writes = new WriteQueue()
  /** The last in the queue, where that is one that others may join. */
  #gathering: Gathering | undefined

  constructor(engine: Engine) {
    this.#engine = engine
  }

  getMany(keys: readonly Uint8Array[]): Promise<readonly (Uint8Array | undefined)[]> {
    return this.#engine.getMany(keys)
  }

  write(writes: Iterable<EngineWrite>, options: EngineWriteOptions): Promise<void> {
    const { sync, bytesAbout } = options
    if (!sync && bytesAbout !== undefined) return this.#flush(writes, bytesAbout)
    this.#gathering = undefined
    return this.#writes.run(() => this.#engine.write(writes, options))
  }

  iterate(range: EngineRange): EngineIterator {
    return this.#engine.iterate(range)
  }

  replaceAll(writes: readonly EngineWrite[]): Promise<void> {
    this.#gathering = undefined
    return this.#writes.run(() => this.#engine.replaceAll(writes))
  }

  approximateBytes(range: EngineRange): Promise<number> {
    return this.#engine.approximateBytes(range)
  }

  compact(range: EngineRange): Promise<void> {
    return this.#engine.compact(range)
  }

  close(): Promise<void> {
    return this.#engine.close()
  }

  #flush(writes: Iterable<EngineWrite>, bytesAbout: number): Promise<void> {
    const last = this.#gathering
    if (last !== undefined && last.bytesAbout + bytesAbout <= gatheredBytesMax) {
      last.flushes.push(writes)
      last.bytesAbout += bytesAbout
      return last.done
    }
    const flushes = [writes]
    const done = this.#writes.run(() => {
      if (this.#gathering === gathering) this.#gathering = undefined
      const options = { sync: false, bytesAbout: gathering.bytesAbout }
      return this.#engine.write(oneAfterAnother(flushes), options)
    })
    const gathering: Gathering = { flushes, bytesAbout, done }
    this.#gathering = gathering
    return done
  }
}

function* oneAfterAnother(flushes: readonly Iterable<EngineWrite>[]): Generator<EngineWrite, void> {
  for (const writes of flushes) yield* writes
}
