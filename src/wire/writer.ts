import { assert } from "../base/index.ts"

const varintType = 0
const delimitedType = 2
const fixed32Type = 5

/**
 * Small messages are cut from one slab after another, each as long as it turned out to be: a buffer
 * of its own costs more than encoding most of them. A message keeps its slab in memory.
 */
const slabBytes = 64 * 1_024
const slabMessageBytesMax = 8 * 1_024
let slab = Buffer.allocUnsafeSlow(slabBytes)
let slabAt = 0
/** Another writer is at the end of the slab. */
let slabTaken = false

/**
 * Builds one Protocol Buffers message. Fields that have their default value (0, false, empty) are
 * left out, as the format wants it; `present` says when a field must be there all the same: members
 * of a oneof, and elements of a list.
 */
export class Writer {
  #bytes: Buffer
  /** Where the message begins. */
  #start = 0
  #at = 0
  /** Messages begun and not ended. */
  #depth = 0

  /** `sizeHint`: bytes that will most likely do. It grows when they don't. */
  constructor(sizeHint: number) {
    if (sizeHint > slabMessageBytesMax || slabTaken) {
      this.#bytes = Buffer.allocUnsafeSlow(sizeHint)
      return
    }
    if (sizeHint > slab.length - slabAt) {
      slab = Buffer.allocUnsafeSlow(slabBytes)
      slabAt = 0
    }
    slabTaken = true
    this.#bytes = slab
    this.#start = slabAt
    this.#at = slabAt
  }

  /** The message. The writer is not used again. */
  finish(): Uint8Array {
    assert(this.#depth === 0, "a message was begun and not ended")
    if (this.#bytes === slab) {
      slabAt = this.#at
      slabTaken = false
    }
    return this.#bytes.subarray(this.#start, this.#at)
  }

  /** A safe, non-negative integer. */
  uint(field: number, value: number): void {
    if (value !== 0) this.presentUint(field, value)
  }

  presentUint(field: number, value: number): void {
    assert(value >= 0 && value <= Number.MAX_SAFE_INTEGER, "not a safe unsigned integer")
    this.#reserve(12)
    this.#tag(field, varintType)
    this.#varint(value)
  }

  /** A safe integer of either sign. */
  int(field: number, value: number): void {
    if (value !== 0) this.presentInt(field, value)
  }

  presentInt(field: number, value: number): void {
    if (value < 0) this.int64(field, BigInt(value))
    else this.presentUint(field, value)
  }

  int64(field: number, value: bigint): void {
    if (value === 0n) return
    assert(BigInt.asIntN(64, value) === value, "not a signed 64-bit integer")
    const bits = BigInt.asUintN(64, value)
    this.#reserve(12)
    this.#tag(field, varintType)
    this.#wide(Number(bits & 0xffff_ffffn), Number(bits >> 32n))
  }

  bool(field: number, value: boolean): void {
    if (value) this.presentUint(field, 1)
  }

  fixed32(field: number, value: number): void {
    if (value === 0) return
    this.#reserve(6)
    this.#tag(field, fixed32Type)
    this.#at = this.#bytes.writeUInt32LE(value, this.#at)
  }

  bytes(field: number, value: Uint8Array): void {
    if (value.length !== 0) this.presentBytes(field, value)
  }

  presentBytes(field: number, value: Uint8Array): void {
    this.#reserve(7 + value.length)
    this.#tag(field, delimitedType)
    this.#varint(value.length)
    this.#bytes.set(value, this.#at)
    this.#at += value.length
  }

  string(field: number, text: string): void {
    if (text !== "") this.presentString(field, text)
  }

  presentString(field: number, text: string): void {
    const length = Buffer.byteLength(text)
    this.#reserve(7 + length)
    this.#tag(field, delimitedType)
    this.#varint(length)
    this.#at += this.#bytes.write(text, this.#at)
  }

  /** A packed list of integers that a number holds exactly. */
  uints(field: number, values: readonly number[]): void {
    if (values.length === 0) return
    const list = this.begin(field, 8 * values.length)
    this.#reserve(8 * values.length)
    for (const value of values) this.#varint(value)
    this.end(list)
  }

  /**
   * Begins an embedded message of about `sizeHint` bytes: a good guess saves moving its content.
   * Give what it returns to `end`.
   */
  begin(field: number, sizeHint = 0): number {
    this.#reserve(7)
    this.#tag(field, delimitedType)
    const width = varintBytes(sizeHint)
    this.#at += width
    this.#depth += 1
    return 8 * (this.#at - this.#start) + width
  }

  end(begun: number): void {
    this.#reserve(5)
    const guessed = begun & 7
    const start = this.#start + (begun - guessed) / 8
    const length = this.#at - start
    const width = varintBytes(length)
    if (width !== guessed) {
      this.#bytes.copyWithin(start - guessed + width, start, this.#at)
    }
    this.#at = start - guessed
    this.#varint(length)
    this.#at += length
    this.#depth -= 1
  }

  /** An encoded message or part of one, as it is. */
  raw(encoded: Uint8Array): void {
    this.#reserve(encoded.length)
    this.#bytes.set(encoded, this.#at)
    this.#at += encoded.length
  }

  #tag(field: number, wireType: number): void {
    this.#varint(field * 8 + wireType)
  }

  #varint(value: number): void {
    if (value < 0x80) {
      this.#bytes[this.#at++] = value
      return
    }
    const low = value >>> 0
    this.#wide(low, (value - low) / 0x1_0000_0000)
  }

  #wide(low: number, high: number): void {
    const bytes = this.#bytes
    let at = this.#at
    let lower = low
    let upper = high
    while (upper !== 0) {
      bytes[at++] = (lower & 0x7f) | 0x80
      lower = ((lower >>> 7) | (upper << 25)) >>> 0
      upper >>>= 7
    }
    while (lower > 0x7f) {
      bytes[at++] = (lower & 0x7f) | 0x80
      lower >>>= 7
    }
    bytes[at++] = lower
    this.#at = at
  }

  #reserve(count: number): void {
    if (count > this.#bytes.length - this.#at) this.#grow(count)
  }

  #grow(count: number): void {
    const written = this.#bytes.subarray(this.#start, this.#at)
    const grown = Buffer.allocUnsafeSlow(2 * (written.length + count))
    grown.set(written)
    if (this.#bytes === slab) slabTaken = false
    this.#bytes = grown
    this.#start = 0
    this.#at = written.length
  }
}

/** Bytes that a 32-bit number takes as a varint. */
export function varintBytes(value: number): number {
  if (value < 0x80) return 1
  if (value < 0x4000) return 2
  if (value < 0x20_0000) return 3
  return value < 0x1000_0000 ? 4 : 5
}
