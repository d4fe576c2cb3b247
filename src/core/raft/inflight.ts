import type { LogIndex } from "../../base/index.ts"

interface Sent {
  readonly lastIndex: LogIndex
  readonly bytes: number
}

/** Appends sent to one follower and not acknowledged, bounded by their number and their bytes. */
export class Inflight {
  readonly #countMax: number
  readonly #bytesMax: number
  #sent: Sent[] = []
  /** Those before this position are acknowledged; cut off now and then. */
  #first = 0
  #bytes = 0

  constructor(countMax: number, bytesMax: number) {
    this.#countMax = countMax
    this.#bytesMax = bytesMax
  }

  get count(): number {
    return this.#sent.length - this.#first
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The byte bound is checked before a message, so the last one may exceed it. */
  get full(): boolean {
    return this.count >= this.#countMax || this.#bytes >= this.#bytesMax
  }

  add(lastIndex: LogIndex, bytes: number): void {
    this.#sent.push({ lastIndex, bytes })
    this.#bytes += bytes
  }

  /** Everything up to `index` arrived. */
  release(index: LogIndex): void {
    for (let head = this.#sent[this.#first]; head !== undefined; head = this.#sent[this.#first]) {
      if (head.lastIndex > index) break
      this.#bytes -= head.bytes
      this.#first += 1
    }
    if (this.#first === this.#sent.length) {
      this.#sent = []
      this.#first = 0
    } else if (this.#first > 64 && this.#first * 2 > this.#sent.length) {
      this.#sent = this.#sent.slice(this.#first)
      this.#first = 0
    }
  }
}
