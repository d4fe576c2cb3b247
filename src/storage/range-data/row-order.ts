import sortedBtree from "sorted-btree"
import { assert, compareText } from "../../base/index.ts"

const BTree = sortedBtree.default

/** Above every `mapKeyOf`, whose characters are bytes: where a span without an end ends. */
export const endOfAll = "\u{100}"

/** A place in the order of keys, and what is known of the stretch before it. */
export interface Placed {
  readonly key: string
  /**
   * - `row`: the engine has it, and its bytes are here
   * - `absent`: the engine has no such key
   * - `bound`: a mere place; whether the engine has it is not known
   */
  kind: "row" | "absent" | "bound"
  /** The engine has no key between the one before this in the order and this. */
  joined: boolean
}

export interface WalkSpan {
  readonly start: string
  /** Not in the span. */
  readonly end: string
  readonly reverse: boolean
}

/**
 * What is cached, in the order of keys, with stretches of which all is known: the idea of
 * continuity in ScyllaDB's row cache. A walk over such stretches needs no engine.
 */
export class RowOrder<T extends Placed> {
  readonly #tree = new BTree<string, T>(undefined, compareText)

  get(key: string): T | undefined {
    return this.#tree.get(key)
  }

  /** In place of what there was at that key, or new: then it parts the stretch that it lies in. */
  put(placed: T): void {
    const before = this.#tree.get(placed.key)
    placed.joined = before === undefined ? this.knows(placed.key) : before.joined
    this.#tree.set(placed.key, placed)
  }

  /** The stretch after it is not known any more, unless nothing is lost with it. */
  remove(placed: T): void {
    if (this.#tree.get(placed.key) !== placed) return
    this.#tree.delete(placed.key)
    const next = this.#tree.nextHigherPair(placed.key)?.[1]
    if (next !== undefined) next.joined &&= placed.joined && placed.kind === "absent"
  }

  /** Whether the engine is known to have nothing at a key that has no place here. */
  knows(key: string): boolean {
    return this.#tree.nextHigherPair(key)?.[1].joined === true
  }

  /** All rows of the engine from `low` to `high`, which may be one, are here; so are these two. */
  join(low: string, high: string): void {
    assert(this.#tree.has(low) && this.#tree.has(high), "a stretch is joined without its ends")
    for (const [key, placed] of this.#tree.entries(low)) {
      if (key !== low) placed.joined = true
      if (key >= high) return
      if (placed.kind === "bound") placed.kind = "absent"
    }
  }

  /** There may be something in [start, end), or at both, that has no place here. */
  part(start: string, end: string): void {
    const next =
      start === end ? this.#tree.nextHigherPair(end) : this.#tree.getPairOrNextHigher(end)
    if (next !== undefined) next[1].joined = false
  }

  /** Those in [start, end). */
  keys(start: string, end: string): readonly string[] {
    return this.#tree.getRange(start, end, false).map(([key]) => key)
  }

  /**
   * Visits the rows of a span in order until `visit` has enough. True: it had, or has seen all the
   * rows that the engine has there. False: something in it is not known.
   */
  walk(span: WalkSpan, visit: (row: T) => boolean): boolean {
    if (span.start >= span.end) return true
    return span.reverse ? this.#down(span, visit) : this.#up(span, visit)
  }

  #up({ start, end }: WalkSpan, visit: (row: T) => boolean): boolean {
    for (const [key, placed] of this.#tree.entries(start)) {
      if (!placed.joined && key !== start) return false
      if (key >= end) return true
      // Known is what lies before it, not the place itself.
      if (placed.kind === "bound") return false
      if (placed.kind === "row" && !visit(placed)) return true
    }
    return false
  }

  #down({ start, end }: WalkSpan, visit: (row: T) => boolean): boolean {
    if (this.#tree.getPairOrNextHigher(end)?.[1].joined !== true) return false
    for (const [key, placed] of this.#tree.entriesReversed(end, undefined, true)) {
      if (key < start) return true
      if (placed.kind === "bound") return false
      if (placed.kind === "row" && !visit(placed)) return true
      if (key === start) return true
      if (!placed.joined) return false
    }
    return false
  }
}
