/** Slots that wait for their turn: each at most once, first come, first served. */
export class SlotQueue {
  #waiting: number[] = []
  #head = 0
  #isIn = new Uint8Array(1_024)

  get size(): number {
    return this.#waiting.length - this.#head
  }

  push(slot: number): void {
    if (slot >= this.#isIn.length) {
      const larger = new Uint8Array(2 * slot)
      larger.set(this.#isIn)
      this.#isIn = larger
    }
    if (this.#isIn[slot] === 1) return
    this.#isIn[slot] = 1
    this.#waiting.push(slot)
  }

  pop(): number | undefined {
    const slot = this.#waiting[this.#head]
    if (slot === undefined) return undefined
    this.#isIn[slot] = 0
    this.#head += 1
    if (this.#head >= 1_024 && 2 * this.#head >= this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#head)
      this.#head = 0
    }
    return slot
  }
}
