import sortedBtree from "sorted-btree"
import { bytesOfMapKey, compareText, type Dice, KvError, mapKeyOf } from "../base/index.ts"
import type { EngineRange, EngineWrite, KeyValue } from "../env/index.ts"
import type { Crash, Platter } from "./platter.ts"

const BTree = sortedBtree.default
type Tree = sortedBtree.default<string, Uint8Array>

/**
 * The ordered pairs of an engine as a disk holds them: everything up to the last sync is durable,
 * and of the writes since then a crash keeps the first few, each whole.
 */
export class EngineStore implements Platter {
  #now: Tree = new BTree<string, Uint8Array>(undefined, compareText)
  #durable: Tree = this.#now.clone()
  #unsynced: (readonly EngineWrite[])[] = []
  #usedBytes = 0
  /** Keys in blocks whose checksum is wrong: nothing in them can be read. */
  readonly #unreadable = new Set<string>()

  #generation = 0

  get usedBytes(): number {
    return this.#usedBytes
  }

  /** Grows when everything was replaced. */
  get generation(): number {
    return this.#generation
  }

  write(writes: readonly EngineWrite[], sync: boolean): void {
    this.#apply(writes)
    if (sync) {
      this.#durable = this.#now.clone()
      this.#unsynced = []
    } else {
      this.#unsynced.push(writes)
    }
  }

  /** Forgets everything and holds just `writes`, durable. */
  replaceAll(writes: readonly EngineWrite[]): void {
    this.#generation += 1
    this.#now = new BTree<string, Uint8Array>(undefined, compareText)
    this.#usedBytes = 0
    this.#unreadable.clear()
    this.write(writes, true)
  }

  get(key: Uint8Array): Uint8Array | undefined {
    const text = mapKeyOf(key)
    this.#check(text)
    return this.#now.get(text)?.slice()
  }

  /** The pairs of a span as they are at the call; pairs that are written later don't show. */
  pairs(range: EngineRange): Generator<KeyValue> {
    const { view, low, high } = this.#viewOf(range)
    return range.reverse === true ? this.#down(view, low, high) : this.#up(view, low, high)
  }

  bytesOf(range: EngineRange): number {
    const { view, low, high } = this.#viewOf(range)
    let bytes = 0
    view.forRange(low, high, false, (key, value) => {
      bytes += key.length + value.length
    })
    return bytes
  }

  keys(): readonly Uint8Array[] {
    return this.#now.keysArray().map(bytesOfMapKey)
  }

  /** Flips a bit of the value at a key; false when there is nothing to flip. */
  flipBit(key: Uint8Array, dice: Dice): boolean {
    const value = this.#now.get(mapKeyOf(key))
    if (value === undefined || value.length === 0) return false
    const at = dice.between(0, value.length - 1)
    value[at] = (value[at] as number) ^ (1 << dice.between(0, 7))
    return true
  }

  /** A pair that no process wrote: durable from here on. */
  plant(key: Uint8Array, value: Uint8Array): void {
    const text = mapKeyOf(key)
    const old = this.#now.get(text)
    if (old !== undefined) this.#usedBytes -= text.length + old.length
    this.#usedBytes += text.length + value.length
    for (const tree of [this.#now, this.#durable]) tree.set(text, value)
  }

  /** Makes the pair at a key fail its block's checksum until it is written anew. */
  spoil(key: Uint8Array): void {
    this.#unreadable.add(mapKeyOf(key))
  }

  crash(how: Crash, dice: Dice): void {
    if (how === "kill") return
    const survive = dice.between(0, this.#unsynced.length)
    if (survive < this.#unsynced.length) {
      const batches = this.#unsynced.slice(0, survive)
      this.#now = this.#durable.clone()
      this.#usedBytes = 0
      this.#now.forEachPair((key, value) => {
        this.#usedBytes += key.length + value.length
      })
      for (const batch of batches) this.#apply(batch)
    }
    this.#durable = this.#now.clone()
    this.#unsynced = []
  }

  #apply(writes: readonly EngineWrite[]): void {
    for (const write of writes) {
      const key = mapKeyOf(write.key)
      const old = this.#now.get(key)
      if (old !== undefined) this.#usedBytes -= key.length + old.length
      this.#unreadable.delete(key)
      if (write.type === "del") {
        this.#now.delete(key)
      } else {
        this.#now.set(key, write.value)
        this.#usedBytes += key.length + write.value.length
      }
    }
  }

  *#up(view: Tree, low: string, high: string): Generator<KeyValue> {
    for (const [key, value] of view.entries(low)) {
      if (key >= high) return
      yield this.#pair(key, value)
    }
  }

  *#down(view: Tree, low: string, high: string): Generator<KeyValue> {
    for (const [key, value] of view.entriesReversed(high)) {
      if (key < low) return
      if (key < high) yield this.#pair(key, value)
    }
  }

  #viewOf(range: EngineRange): { view: Tree; low: string; high: string } {
    return { view: this.#now.clone(), low: mapKeyOf(range.gte), high: mapKeyOf(range.lt) }
  }

  #pair(key: string, value: Uint8Array): KeyValue {
    this.#check(key)
    return { key: bytesOfMapKey(key), value: value.slice() }
  }

  #check(key: string): void {
    if (!this.#unreadable.has(key)) return
    throw new KvError("data_loss", "a block of the engine fails its checksum")
  }
}
