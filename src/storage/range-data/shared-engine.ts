import type {
  Engine,
  EngineIterator,
  EngineRange,
  EngineWrite,
  EngineWriteOptions,
} from "../../env/index.ts"
import { WriteQueue } from "./write-queue.ts"

/** One engine for all ranges of a store: each may have a write under way, the engine has one. */
export class SharedEngine implements Engine {
  readonly #engine: Engine
  readonly #writes = new WriteQueue()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  getMany(keys: readonly Uint8Array[]): Promise<readonly (Uint8Array | undefined)[]> {
    return this.#engine.getMany(keys)
  }

  write(writes: Iterable<EngineWrite>, options: EngineWriteOptions): Promise<void> {
    return this.#writes.run(() => this.#engine.write(writes, options))
  }

  iterate(range: EngineRange): EngineIterator {
    return this.#engine.iterate(range)
  }

  replaceAll(writes: readonly EngineWrite[]): Promise<void> {
    return this.#writes.run(() => this.#engine.replaceAll(writes))
  }

  approximateBytes(range: EngineRange): Promise<number> {
    return this.#engine.approximateBytes(range)
  }

  close(): Promise<void> {
    return this.#engine.close()
  }
}
