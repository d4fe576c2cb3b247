import type { LogFile } from "../../env/index.ts"
import { segmentNameOf, segmentSeed } from "./format.ts"

/** One open segment. Whoever reads it holds it: it closes only once nobody does. */
export class Segment {
  readonly number: number
  readonly file: LogFile
  /** What its checksums begin from. */
  readonly seed: number
  #holders = 0
  #onFree: () => void = () => {}
  #closing: Promise<void> | undefined

  constructor(number: number, file: LogFile, storeId: number) {
    this.number = number
    this.file = file
    this.seed = segmentSeed(storeId, number)
  }

  get name(): string {
    return segmentNameOf(this.number)
  }

  get bytes(): number {
    return this.file.sizeBytes
  }

  hold(): void {
    this.#holders += 1
  }

  release(): void {
    this.#holders -= 1
    if (this.#holders === 0) this.#onFree()
  }

  /** Closes the file once it is free; the caller sees to it that nobody takes hold of it anew. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    if (this.#holders > 0) {
      await new Promise<void>((resolve) => {
        this.#onFree = resolve
      })
    }
    await this.file.close()
  }
}
