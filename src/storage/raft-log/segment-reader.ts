import type { Segment } from "./segment.ts"

const windowBytes = 1_024 * 1_024
/** What can't be read is looked for in steps of this size. */
const blockBytes = 4_096

/** Reads a segment from front to back through a window; sectors that can't be read are zeros. */
export class SegmentReader {
  readonly segment: Segment
  /** Nothing at and after this offset is part of the segment. */
  readonly endBytes: number
  #window: Uint8Array = new Uint8Array(0)
  #windowOffset = 0
  /** Blocks that the device refused to read. */
  unreadableBlocks = 0

  constructor(segment: Segment, endBytes: number) {
    this.segment = segment
    this.endBytes = endBytes
  }

  /** The bytes at `offset`, fewer at the end. A view that the next call may replace. */
  async bytes(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.endBytes)
    if (end <= offset) return new Uint8Array(0)
    const windowEnd = this.#windowOffset + this.#window.length
    if (offset < this.#windowOffset || end > windowEnd) {
      const wanted = Math.min(Math.max(length, windowBytes), this.endBytes - offset)
      this.#window = await this.#read(offset, wanted)
      this.#windowOffset = offset
    }
    return this.#window.subarray(offset - this.#windowOffset, end - this.#windowOffset)
  }

  async #read(offset: number, length: number): Promise<Uint8Array> {
    try {
      return await this.segment.file.read(offset, length)
    } catch {
      // One bad sector must not hide its readable neighbours.
      return this.#readByBlocks(offset, length)
    }
  }

  async #readByBlocks(offset: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at += blockBytes) {
      const wanted = Math.min(blockBytes, length - at)
      try {
        bytes.set(await this.segment.file.read(offset + at, wanted), at)
      } catch {
        this.unreadableBlocks += 1
      }
    }
    return bytes
  }
}
