/** One piece of work at a time, in the order it was asked for: the engine takes one writer. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** Work that fails fails alone. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => {})
    return result
  }
}
