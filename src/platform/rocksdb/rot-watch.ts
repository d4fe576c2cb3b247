/** Work in the background that failed before it was given up as hopeless. */
const failuresMin = 3
/** RocksDB tries again each second: who has not failed for so long has got over it. */
const quietMsMax = 5_000

/**
 * Tells from the count of RocksDB's failures in the background that it does not get its tables
 * rewritten. A compaction checks every block that it reads; one that meets a bad block fails and is
 * tried again each second for ever, nobody is told, level 0 grows, and at 36 files all writes stop
 * (measured with 6.17). A disk that is full fails compactions, too: then nothing is concluded.
 */
export class RotWatch {
  readonly #msMin: number
  #failures = 0
  /** Failures at the first look of a row of looks that found more each time, and when that was. */
  #rowBegan: { readonly failures: number; readonly atMs: number } | undefined
  #grewAtMs = 0

  /** `msMin`: how long it has to have failed. */
  constructor(msMin: number) {
    this.#msMin = msMin
  }

  /** True: it goes on failing, and for want of space it is not. Called now and then. */
  look(nowMs: number, failures: number, hasSpace: boolean): boolean {
    const grew = failures > this.#failures
    // A database that was opened anew counts from 0.
    const over = failures < this.#failures || (!grew && nowMs - this.#grewAtMs > quietMsMax)
    this.#failures = failures
    if (grew) this.#grewAtMs = nowMs
    if (over || !hasSpace) this.#rowBegan = undefined
    else if (grew) this.#rowBegan ??= { failures, atMs: nowMs }
    if (this.#rowBegan === undefined) return false
    const more = failures - this.#rowBegan.failures
    return more >= failuresMin && nowMs - this.#rowBegan.atMs >= this.#msMin
  }
}
