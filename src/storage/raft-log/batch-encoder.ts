import type { RangeId } from "../../base/index.ts"
import type { Entry } from "../../core/raft/types.ts"
import {
  batchEnd,
  batchEndBytes,
  batchHeaderBytes,
  batchMagic,
  checksum,
  entryHeaderBytes,
  kindCode,
  putUint,
  recordType,
  type StateRecord,
  stateDetail,
  stateRecordBytes,
  viewOf,
} from "./format.ts"

const initialBytes = 64 * 1_024
/** A buffer that one huge append blew up is not kept. */
const keptBytesMax = 4 * 1_024 * 1_024

/** Builds one batch at a time in one buffer, which the next batch overwrites. */
export class BatchEncoder {
  #bytes = new Uint8Array(initialBytes)
  #view = viewOf(this.#bytes)
  #used = 0
  #seed = 0
  #offset = 0
  #recordCount = 0

  get recordCount(): number {
    return this.#recordCount
  }

  /** The records of the batch, valid until the next `begin`. */
  get records(): Uint8Array {
    return this.#bytes.subarray(batchHeaderBytes, this.#used)
  }

  /** Begins a batch that will lie at `offset` of the segment with this seed. */
  begin(seed: number, offset: number): void {
    if (this.#bytes.length > keptBytesMax) this.#replace(new Uint8Array(initialBytes))
    this.#seed = seed
    this.#offset = offset
    this.#used = batchHeaderBytes
    this.#recordCount = 0
  }

  addEntry(rangeId: RangeId, entry: Entry): void {
    const { data } = entry
    const length = entryHeaderBytes + data.length
    const at = this.#record(length, recordType.entry, kindCode(entry.kind), rangeId)
    putUint(this.#view, at + 20, entry.index)
    putUint(this.#view, at + 28, entry.term)
    this.#bytes.set(data, at + entryHeaderBytes)
    this.#seal(at, length)
  }

  addState(record: StateRecord): void {
    const { hardState, start, last } = record
    const { gone, beginsAnew } = record
    const { goesOn } = stateDetail
    const detail = gone ? stateDetail.gone : beginsAnew ? stateDetail.beginsAnew : goesOn
    const at = this.#record(stateRecordBytes, recordType.state, detail, record.rangeId)
    putUint(this.#view, at + 20, hardState.term)
    putUint(this.#view, at + 28, hardState.vote)
    putUint(this.#view, at + 36, hardState.commit)
    putUint(this.#view, at + 44, start.index)
    putUint(this.#view, at + 52, start.term)
    putUint(this.#view, at + 60, last.index)
    putUint(this.#view, at + 68, last.term)
    putUint(this.#view, at + 76, record.damageNonce)
    this.#seal(at, stateRecordBytes)
  }

  /** The whole batch. `durableBytes` of its segment are durable already. */
  finish(durableBytes: number): Uint8Array {
    const view = this.#view
    const end = this.#used + batchEndBytes
    this.#bytes[this.#used] = batchEnd
    const body = this.#bytes.subarray(batchHeaderBytes, end)
    view.setUint32(4, batchMagic, true)
    view.setUint32(8, body.length, true)
    view.setUint32(12, this.#recordCount, true)
    view.setUint32(16, checksum(body, this.#seed, this.#offset), true)
    view.setUint32(20, durableBytes, true)
    const header = this.#bytes.subarray(4, batchHeaderBytes)
    view.setUint32(0, checksum(header, this.#seed, this.#offset), true)
    return this.#bytes.subarray(0, end)
  }

  #record(length: number, type: number, detail: number, rangeId: RangeId): number {
    const at = this.#used
    const bytes = at + length + batchEndBytes
    if (bytes > this.#bytes.length) this.#grow(bytes)
    const view = this.#view
    view.setUint32(at + 4, length, true)
    view.setUint32(at + 8, type | (detail << 8), true)
    putUint(view, at + 12, rangeId)
    this.#used = at + length
    this.#recordCount += 1
    return at
  }

  #seal(at: number, length: number): void {
    const covered = this.#bytes.subarray(at + 4, at + length)
    this.#view.setUint32(at, checksum(covered, this.#seed, this.#offset + at), true)
  }

  #grow(bytes: number): void {
    const grown = new Uint8Array(Math.max(bytes, 2 * this.#bytes.length))
    grown.set(this.#bytes.subarray(0, this.#used))
    this.#replace(grown)
  }

  #replace(bytes: Uint8Array<ArrayBuffer>): void {
    this.#bytes = bytes
    this.#view = viewOf(bytes)
  }
}
