import { assert, bytesOfMapKey, KvError, mapKeyOf } from "../../src/base/index.ts"
import type {
  Engine,
  EngineIterator,
  EngineRange,
  EngineWrite,
  EngineWriteOptions,
  KeyValue,
} from "../../src/env/index.ts"

type Pairs = ReadonlyMap<string, Uint8Array>

/** A disk for engines: knows what is durable, and can be damaged, filled and stopped. */
export class MemoryDisk {
  #now: Pairs = new Map()
  #durable: Pairs = new Map()
  #unsynced: (readonly EngineWrite[])[] = []
  #era = 0
  /** Fails the next writes, whole. */
  failWrites: KvError | undefined
  /** So many more writes are done; those after them fail with `unavailable`. */
  writesLeft = Number.POSITIVE_INFINITY
  /** Awaited before a call hears of what it did. */
  pauses: { read?: Promise<void>; write?: Promise<void> } = {}
  /** What lies at these keys can't be read on the way; nor be taken off, but with all else. */
  readonly #rotten = new Set<string>()
  /** Of every write: the number of its operations, and whether it was synced. */
  readonly writes: { readonly count: number; readonly sync: boolean }[] = []

  get pairs(): Pairs {
    return this.#now
  }

  get unsyncedCount(): number {
    return this.#unsynced.length
  }

  /** The power goes; of the unsynced writes the first `survive` stay. */
  crash(survive: number): void {
    const kept = this.#unsynced.slice(0, survive)
    this.#now = kept.reduce(applied, this.#durable)
    this.#durable = this.#now
    this.#unsynced = []
    this.writesLeft = Number.POSITIVE_INFINITY
    this.#era += 1
  }

  /** What is durable, on a disk of its own. */
  copy(): MemoryDisk {
    const copy = new MemoryDisk()
    copy.#now = this.#durable
    copy.#durable = this.#durable
    return copy
  }

  /** Replaces the bytes at a key by what `change` makes of a copy. */
  damage(key: Uint8Array, change: (value: Uint8Array) => Uint8Array | undefined): void {
    const name = mapKeyOf(key)
    const value = this.#now.get(name)
    assert(value !== undefined, "nothing to damage")
    const next = new Map(this.#now)
    const changed = change(new Uint8Array(value))
    if (changed === undefined) next.delete(name)
    else next.set(name, changed)
    this.#now = next
  }

  /** The block in which a pair lies fails its checksum. */
  rot(key: Uint8Array): void {
    this.#rotten.add(mapKeyOf(key))
  }

  isRotten(range: EngineRange): boolean {
    const [low, high] = [mapKeyOf(range.gte), mapKeyOf(range.lt)]
    return [...this.#rotten].some((name) => name >= low && name < high)
  }

  write(writes: readonly EngineWrite[], sync: boolean): void {
    this.#take()
    this.writes.push({ count: writes.length, sync })
    this.#now = applied(this.#now, writes)
    if (!sync) this.#unsynced.push(writes)
    else this.#settle()
  }

  replaceAll(writes: readonly EngineWrite[]): void {
    this.#take()
    this.#now = applied(new Map(), writes)
    this.#rotten.clear()
    this.#settle()
    this.#era += 1
  }

  #take(): void {
    if (this.failWrites !== undefined) throw this.failWrites
    if (this.writesLeft === 0) throw new KvError("unavailable", "the engine is closed")
    this.writesLeft -= 1
  }

  #settle(): void {
    this.#durable = this.#now
    this.#unsynced = []
  }

  /** An engine is of one era: after a crash it must not be used any more. */
  get era(): number {
    return this.#era
  }
}

function applied(pairs: Pairs, writes: readonly EngineWrite[]): Pairs {
  const next = new Map(pairs)
  for (const write of writes) {
    if (write.type === "put") next.set(mapKeyOf(write.key), new Uint8Array(write.value))
    else next.delete(mapKeyOf(write.key))
  }
  return next
}

export class MemoryEngine implements Engine {
  readonly #disk: MemoryDisk
  #writing = false

  constructor(disk: MemoryDisk) {
    this.#disk = disk
  }

  async getMany(keys: readonly Uint8Array[]): Promise<readonly (Uint8Array | undefined)[]> {
    const values = keys.map((key) => this.#disk.pairs.get(mapKeyOf(key))?.slice())
    await this.#disk.pauses.read
    return values
  }

  async write(writes: Iterable<EngineWrite>, { sync }: EngineWriteOptions): Promise<void> {
    const copies = Array.from(writes, copyOf)
    await this.#alone(() => this.#disk.write(copies, sync))
  }

  async replaceAll(writes: readonly EngineWrite[]): Promise<void> {
    await this.#alone(() => this.#disk.replaceAll(writes))
  }

  iterate(range: EngineRange): EngineIterator {
    const disk = this.#disk
    const { era } = disk
    const [low, high] = [mapKeyOf(range.gte), mapKeyOf(range.lt)]
    const names = [...disk.pairs.keys()].filter((name) => name >= low && name < high).sort()
    if (range.reverse === true) names.reverse()
    const pairs = names.map((name) => ({
      key: range.valuesOnly === true ? new Uint8Array(0) : bytesOfMapKey(name),
      value: disk.pairs.get(name)?.slice() as Uint8Array,
    }))
    let at = 0
    return {
      next: async (bytesMax) => {
        await disk.pauses.read
        if (disk.era !== era) throw new KvError("unavailable", "begin again")
        if (disk.isRotten(range)) throw new KvError("data_loss", "a block fails its checksum")
        const lot: KeyValue[] = []
        for (let bytes = 0; at < pairs.length && (lot.length === 0 || bytes < bytesMax); at += 1) {
          const pair = pairs[at] as KeyValue
          bytes += pair.key.length + pair.value.length
          lot.push(pair)
        }
        return lot
      },
      close: async () => {},
    }
  }

  async approximateBytes({ gte, lt }: EngineRange): Promise<number> {
    let bytes = 0
    for (const [name, value] of this.#disk.pairs) {
      if (name >= mapKeyOf(gte) && name < mapKeyOf(lt)) bytes += name.length + value.length
    }
    return bytes
  }

  async compact(): Promise<void> {}

  async close(): Promise<void> {}

  async #alone(work: () => void): Promise<void> {
    assert(!this.#writing, "two engine writes at once")
    this.#writing = true
    try {
      await this.#disk.pauses.write
      work()
    } finally {
      this.#writing = false
    }
  }
}

function copyOf(write: EngineWrite): EngineWrite {
  const key = write.key.slice()
  return write.type === "del"
    ? { type: "del", key }
    : { type: "put", key, value: write.value.slice() }
}
