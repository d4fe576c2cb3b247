import sortedBtree from "sorted-btree"
import { assert, compareText, mapKeyOf, type RangeId, type WallMs } from "../../base/index.ts"
import type {
  AppliedBatch,
  AppliedState,
  CellWrite,
  RangeImage,
  SessionWrites,
} from "../../core/range/types.ts"
import type { Burial } from "./burial.ts"
import { isVisible } from "./cell-record.ts"
import type { WalkSpan } from "./row-order.ts"

const BTree = sortedBtree.default

/** What a write costs in memory beside its bytes. */
const writeOverheadBytes = 200

/** Writes of one stretch of the log, the last of each key. */
class Layer {
  readonly writes = new Map<string, CellWrite>()
  readonly order = new BTree<string, undefined>(undefined, compareText)
  /** Keys that were read here: worth to be kept in memory when the layer is gone. */
  readonly read = new Set<string>()
  state: AppliedState | undefined
  /** The range that the last of these entries split off. */
  child: RangeImage | undefined
  /** Of the range that the last of these entries took in. */
  burial: Burial | undefined
  /** About what its flush will write. */
  bytes = 0
  /** All that was written, what was written over included: it may hold its log entry in memory. */
  absorbedBytes = 0

  set(key: string, write: CellWrite): void {
    const valueBytes = write.type === "put" ? write.cell.value.length : 0
    const bytes = writeOverheadBytes + write.key.length + valueBytes
    const { size } = this.writes
    this.writes.set(key, write)
    this.absorbedBytes += bytes
    if (this.writes.size === size) return
    this.order.set(key, undefined)
    this.bytes += bytes
  }
}

/** The open layer of all overlays that have taken nothing in. */
const untouched = new Layer()

/** A layer on its way into the engine, in one write. */
export interface SealedLayer {
  readonly writes: ReadonlyMap<string, CellWrite>
  readonly read: ReadonlySet<string>
  readonly state: AppliedState
  readonly sessions: SessionWrites
  readonly child: RangeImage | undefined
  readonly burial: Burial | undefined
  readonly bytes: number
}

/**
 * What is applied and not in the engine yet: two layers, one that takes writes in and one that is
 * being written out. The log has it all, so nothing here needs to be durable; a key that is written
 * again and again costs the engine one write a layer. The range as it is now is the engine, over it
 * the sealed layer, over that the open one.
 */
export class Overlay {
  #open = untouched
  #sealed: (Layer & SealedLayer) | undefined

  /** What both layers may hold in memory. */
  get absorbedBytes(): number {
    const sealed = this.#sealed === undefined ? 0 : this.#sealed.absorbedBytes
    return this.#open.absorbedBytes + sealed
  }

  /** About what a flush of the open layer would write. */
  get openBytes(): number {
    return this.#open.bytes
  }

  /** Nothing is here that the engine does not have. */
  get empty(): boolean {
    return this.#open.state === undefined && this.#sealed === undefined
  }

  /** A layer is closed that the engine does not have: a flush failed. */
  get sealed(): boolean {
    return this.#sealed !== undefined
  }

  /** A range that was split off, and that the engine does not have yet. */
  get unborn(): RangeId | undefined {
    const child = this.#open.child ?? this.#sealed?.child
    return child?.state.descriptor.rangeId
  }

  /** Of a range that was taken in, and that the engine has as one of its own still. */
  get burial(): Burial | undefined {
    return this.#open.burial ?? this.#sealed?.burial
  }

  /** Cells are here that the engine does not have. */
  get holdsCells(): boolean {
    return this.#open.writes.size > 0 || (this.#sealed?.writes.size ?? 0) > 0
  }

  /** As of the last batch taken in; undefined while empty. */
  get state(): AppliedState | undefined {
    return this.#open.state ?? this.#sealed?.state
  }

  absorb(batch: AppliedBatch, burial?: Burial): void {
    const ended = this.#open.child !== undefined || this.#open.burial !== undefined
    assert(!ended, "a split or merge is the last of its layer")
    if (this.#open === untouched) this.#open = new Layer()
    for (const write of batch.cells) this.#open.set(mapKeyOf(write.key), write)
    this.#open.child = batch.child
    this.#open.burial = burial
    this.#open.state = batch.state
  }

  /** The newest write of a key, for a reader. */
  read(key: string): CellWrite | undefined {
    const write = this.#open.writes.get(key)
    if (write !== undefined) {
      this.#open.read.add(key)
      return write
    }
    const sealed = this.#sealed?.writes.get(key)
    if (sealed !== undefined) this.#sealed?.read.add(key)
    return sealed
  }

  peek(key: string): CellWrite | undefined {
    return this.#open.writes.get(key) ?? this.#sealed?.writes.get(key)
  }

  /**
   * The layer to write out: one that could not be written before, or the open one, closed now.
   * `takeSessions` gives what belongs to it. Undefined when there is none.
   */
  seal(takeSessions: () => SessionWrites): SealedLayer | undefined {
    if (this.#sealed !== undefined) return this.#sealed
    const { state } = this.#open
    if (state === undefined) return undefined
    this.#sealed = Object.assign(this.#open, { state, sessions: takeSessions() })
    this.#open = untouched
    return this.#sealed
  }

  /** The engine has it. */
  drop(layer: SealedLayer): void {
    assert(layer === this.#sealed, "a layer is dropped that is not the sealed one")
    this.#sealed = undefined
  }

  clear(): void {
    this.#open = untouched
    this.#sealed = undefined
  }

  /**
   * Writes of a span, in the order of a walk, until `putsMax` of them are cells that have not
   * expired by `nowMs`: who wants that many cells needs no more.
   */
  slice(span: WalkSpan, putsMax: number, nowMs: WallMs): readonly CellWrite[] {
    const slice: CellWrite[] = []
    if (this.#open.writes.size === 0 && this.#sealed === undefined) return slice
    let puts = 0
    for (const key of merged(this.#open, this.#sealed, span)) {
      const write = this.peek(key)
      assert(write !== undefined, "a key in order without a write")
      slice.push(write)
      if (write.type === "put" && isVisible(write.cell, nowMs)) puts += 1
      if (puts >= putsMax) break
    }
    return slice
  }
}

/** Keys of both layers in a span, each once. */
function* merged(open: Layer, sealed: Layer | undefined, span: WalkSpan): Generator<string> {
  const sign = span.reverse ? -1 : 1
  const left = keysOf(open, span)
  const right = sealed === undefined ? noKeys() : keysOf(sealed, span)
  let mine = left.next()
  let theirs = right.next()
  while (mine.done !== true || theirs.done !== true) {
    let order = mine.done === true ? 1 : -1
    if (mine.done !== true && theirs.done !== true) {
      order = sign * compareText(mine.value, theirs.value)
    }
    yield (order <= 0 ? mine.value : theirs.value) as string
    if (order <= 0) mine = left.next()
    if (order >= 0) theirs = right.next()
  }
}

function* noKeys(): Generator<string> {}

function* keysOf({ order }: Layer, { start, end, reverse }: WalkSpan): Generator<string> {
  if (reverse) {
    for (const [key] of order.entriesReversed(end, undefined, true)) {
      if (key < start) return
      yield key
    }
    return
  }
  for (const key of order.keys(start)) {
    if (key >= end) return
    yield key
  }
}
