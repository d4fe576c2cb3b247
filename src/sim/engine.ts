import { assert, KvError } from "../base/index.ts"
import type {
  Engine,
  EngineIterator,
  EngineRange,
  EngineWrite,
  EngineWriteOptions,
  KeyValue,
} from "../env/index.ts"
import { type Disk, diskFull } from "./disk.ts"
import type { EngineStore } from "./engine-store.ts"
import type { Process } from "./process.ts"

/** An engine as one process sees it. */
export class SimEngine implements Engine {
  readonly #disk: Disk
  readonly #store: EngineStore
  readonly #process: Process
  readonly #letGoChance: number
  #writing = false

  constructor(
    disk: Disk,
    store: EngineStore,
    process: Process,
    /** How often a page of an iterator fails because the engine needed what it held. */
    letGoChance = 0,
  ) {
    this.#letGoChance = letGoChance
    this.#disk = disk
    this.#store = store
    this.#process = process
  }

  getMany(keys: readonly Uint8Array[]): Promise<readonly (Uint8Array | undefined)[]> {
    const wanted = keys.map(ownCopy)
    return this.#read(() => wanted.map((key) => this.#store.get(key)))
  }

  write(writes: Iterable<EngineWrite>, { sync }: EngineWriteOptions): Promise<void> {
    return this.#write(writes, sync, (copies) => this.#store.write(copies, sync))
  }

  replaceAll(writes: readonly EngineWrite[]): Promise<void> {
    return this.#write(writes, true, (copies) => this.#store.replaceAll(copies))
  }

  iterate(range: EngineRange): EngineIterator {
    const pairs = this.#store.pairs(range)
    const { generation } = this.#store
    const empty = new Uint8Array(0)
    return {
      next: (bytesMax) =>
        this.#read(() => {
          if (generation !== this.#store.generation || this.#disk.dice.roll(this.#letGoChance)) {
            throw new KvError("unavailable", "the engine let go of this iterator: begin anew")
          }
          const page: KeyValue[] = []
          let bytes = 0
          while (page.length === 0 || bytes < bytesMax) {
            const step = pairs.next()
            if (step.done === true) break
            page.push(range.valuesOnly === true ? { ...step.value, key: empty } : step.value)
            bytes += step.value.key.length + step.value.value.length
          }
          return page
        }),
      close: () => this.#read(() => undefined),
    }
  }

  approximateBytes(range: EngineRange): Promise<number> {
    return this.#read(() => this.#store.bytesOf(range))
  }

  compact(): Promise<void> {
    return this.#read(() => undefined)
  }

  close(): Promise<void> {
    return this.#read(() => undefined)
  }

  #write(
    writes: Iterable<EngineWrite>,
    sync: boolean,
    effect: (copies: readonly EngineWrite[]) => void,
  ): Promise<void> {
    // The port allows an engine to reorder concurrent writes, so a caller must have only one.
    assert(!this.#writing, "two engine writes at once")
    this.#writing = true
    const copies = Array.from(writes, (write): EngineWrite => {
      const key = ownCopy(write.key)
      return write.type === "put"
        ? { type: "put", key, value: write.value.slice() }
        : { type: "del", key }
    })
    let bytes = 0
    for (const copy of copies) bytes += copy.key.length + ("value" in copy ? copy.value.length : 0)
    const step = sync ? "engineSync" : "engineWrite"
    const meanMs = sync ? this.#disk.speed.syncMs : this.#disk.speed.writeMs
    return this.#disk.perform(this.#process, step, this.#disk.latencyMs(meanMs), () => {
      this.#writing = false
      if (bytes > this.#disk.freeBytes) throw diskFull()
      effect(copies)
    })
  }

  #read<T>(effect: () => T): Promise<T> {
    const latencyMs = this.#disk.latencyMs(this.#disk.speed.readMs)
    return this.#disk.perform(this.#process, undefined, latencyMs, effect)
  }
}

function ownCopy(key: Uint8Array): Uint8Array {
  assert(key.length > 0, "the engine takes no empty keys")
  return key.slice()
}
