import type { ScanOperation } from "../core/range/types.ts"
import { boundsOf, type Page } from "./convert.ts"
import type { Cell, ReadOptions, Scan, ScanOptions } from "./types.ts"

/** Fetches one page. */
export type FetchPage = (operation: ScanOperation, options: ReadOptions) => Promise<Page>

/** A scan that fetches while it is read, the next page at most ahead of the one being read. */
export function scanOf(options: ScanOptions, fetchPage: FetchPage): Scan {
  const pages = (): AsyncIterable<readonly Cell[]> => ({
    [Symbol.asyncIterator]: () => pagesOf(options, fetchPage),
  })
  return {
    pages,
    [Symbol.asyncIterator]: () => new CellIterator(pagesOf(options, fetchPage)),
    async all(): Promise<readonly Cell[]> {
      const all: Cell[] = []
      for await (const page of pages()) for (const cell of page) all.push(cell)
      return all
    },
  }
}

/** Who asks for several at once gets them one after the other, as from any generator. */
async function* pagesOf(
  options: ScanOptions,
  fetchPage: FetchPage,
): AsyncGenerator<readonly Cell[], undefined> {
  const { reverse = false, keysOnly = false, consistency = "linearizable", limit = 0 } = options
  /** What is still to be fetched; undefined: nothing. */
  let bounds = boundsOf(options)
  /** 0: no limit. */
  let left = limit
  const fetch = (): Promise<Page> | undefined => {
    if (bounds === undefined) return undefined
    const order = { limit: left, reverse, keysOnly, consistency }
    const page = fetchPage({ type: "scan", ...bounds, ...order }, options)
    // Nobody may come for it: the reader can stop at any cell.
    page.catch(() => {})
    return page
  }
  let ahead = fetch()
  while (ahead !== undefined) {
    const { cells, more, resumeKey } = await ahead
    const enough = limit > 0 && cells.length >= left
    left = Math.max(0, left - cells.length)
    const rest = reverse ? { end: resumeKey } : { start: resumeKey }
    bounds = bounds && more && !enough ? { ...bounds, ...rest } : undefined
    ahead = fetch()
    if (cells.length > 0) yield cells
  }
}

/** Cells of pages; only the first of a page costs a turn. */
class CellIterator implements AsyncIterator<Cell> {
  readonly #pages: AsyncGenerator<readonly Cell[], undefined>
  #page: readonly Cell[] = []
  #at = 0
  /** The last that was asked for and is not there yet. */
  #last: Promise<unknown> | undefined

  constructor(pages: AsyncGenerator<readonly Cell[], undefined>) {
    this.#pages = pages
  }

  next(): Promise<IteratorResult<Cell, undefined>> {
    const here = this.#last === undefined && this.#at < this.#page.length
    return here ? Promise.resolve(this.#take()) : this.#inTurn(() => this.#step())
  }

  return(): Promise<IteratorResult<Cell, undefined>> {
    return this.#inTurn(async () => {
      this.#page = []
      this.#at = 0
      await this.#pages.return(undefined)
      return over
    })
  }

  async #step(): Promise<IteratorResult<Cell, undefined>> {
    while (this.#at === this.#page.length) {
      const next = await this.#pages.next()
      if (next.done === true) return over
      this.#page = next.value
      this.#at = 0
    }
    return this.#take()
  }

  #take(): IteratorResult<Cell, undefined> {
    const value = this.#page[this.#at] as Cell
    this.#at += 1
    return { done: false, value }
  }

  /** A reader that does not wait for one cell before it asks for the next gets them in order. */
  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#last === undefined ? step() : this.#last.then(step, step)
    const leave = (): void => {
      if (this.#last === turn) this.#last = undefined
    }
    this.#last = turn
    turn.then(leave, leave)
    return turn
  }
}

const over = { done: true, value: undefined } as const
