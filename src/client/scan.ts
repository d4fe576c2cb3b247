import type { ScanOperation } from "../core/range/types.ts"
import { type Bounds, boundsOf, type Page } from "./convert.ts"
import type { Cell, ReadOptions, Scan, ScanOptions } from "./types.ts"

/** Fetches one page. */
export type FetchPage = (operation: ScanOperation, options: ReadOptions) => Promise<Page>

/** A scan that fetches while it is read, the next page at most ahead of the one being read. */
export function scanOf(options: ScanOptions, fetchPage: FetchPage): Scan {
  const pages = (): AsyncIterable<readonly Cell[]> => ({
    [Symbol.asyncIterator]: () => new PageIterator(options, fetchPage),
  })
  return {
    pages,
    [Symbol.asyncIterator]: () => new CellIterator(new PageIterator(options, fetchPage)),
    async all(): Promise<readonly Cell[]> {
      const all: Cell[] = []
      for await (const page of pages()) for (const cell of page) all.push(cell)
      return all
    },
  }
}

class PageIterator implements AsyncIterator<readonly Cell[]> {
  readonly #options: ScanOptions
  readonly #fetchPage: FetchPage
  /** What is still to be fetched; undefined: nothing. */
  #bounds: Bounds | undefined
  /** 0: no limit. */
  #left: number
  #ahead: Promise<Page> | undefined
  #begun = false

  constructor(options: ScanOptions, fetchPage: FetchPage) {
    this.#options = options
    this.#fetchPage = fetchPage
    this.#left = options.limit ?? 0
  }

  async next(): Promise<IteratorResult<readonly Cell[], undefined>> {
    if (!this.#begun) {
      this.#begun = true
      this.#bounds = boundsOf(this.#options)
      this.#fetchAhead()
    }
    const ahead = this.#ahead
    if (ahead === undefined) return over
    this.#ahead = undefined
    const page = await ahead
    this.#moveOn(page)
    this.#fetchAhead()
    return page.cells.length === 0 ? this.next() : { done: false, value: page.cells }
  }

  async return(): Promise<IteratorResult<readonly Cell[], undefined>> {
    this.#bounds = undefined
    this.#ahead = undefined
    return over
  }

  #moveOn(page: Page): void {
    const { reverse, limit } = this.#options
    const bounds = this.#bounds
    const enough = limit !== undefined && limit > 0 && page.cells.length >= this.#left
    this.#left = Math.max(0, this.#left - page.cells.length)
    if (bounds === undefined || !page.more || enough) this.#bounds = undefined
    else if (reverse === true) this.#bounds = { start: bounds.start, end: page.resumeKey }
    else this.#bounds = { start: page.resumeKey, end: bounds.end }
  }

  #fetchAhead(): void {
    if (this.#bounds === undefined) return
    const { reverse, keysOnly, consistency } = this.#options
    const operation: ScanOperation = {
      type: "scan",
      ...this.#bounds,
      limit: this.#left,
      reverse: reverse ?? false,
      keysOnly: keysOnly ?? false,
      consistency: consistency ?? "linearizable",
    }
    this.#ahead = this.#fetchPage(operation, this.#options)
    // Nobody may come for it: the reader can stop at any cell.
    this.#ahead.catch(() => {})
  }
}

/** Cells of pages; only the first of a page costs a turn. */
class CellIterator implements AsyncIterator<Cell> {
  readonly #pages: PageIterator
  #page: readonly Cell[] = []
  #at = 0

  constructor(pages: PageIterator) {
    this.#pages = pages
  }

  async next(): Promise<IteratorResult<Cell, undefined>> {
    while (this.#at === this.#page.length) {
      const next = await this.#pages.next()
      if (next.done === true) return over
      this.#page = next.value
      this.#at = 0
    }
    const value = this.#page[this.#at] as Cell
    this.#at += 1
    return { done: false, value }
  }

  async return(): Promise<IteratorResult<Cell, undefined>> {
    this.#page = []
    this.#at = 0
    await this.#pages.return()
    return over
  }
}

const over = { done: true, value: undefined } as const
