/** One piece of work at a time, in the order it was asked for: the engine takes one writer. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** Work that fails fails alone. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => {})
    return result
  }

  /** Keeps all other work waiting until `until` settles; resolves when that has begun. */
  hold(until: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      void this.run(() => {
        resolve()
        return until.catch(() => {})
      })
    })
  }
}
