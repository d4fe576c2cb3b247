import { emptyBytes, KvError } from "../base/index.ts"

/** How the bytes of a field are laid out. Groups (3, 4) are of another age: refused. */
const varintType = 0
const fixed64Type = 1
const delimitedType = 2
const fixed32Type = 5

const fieldMax = 0x1fff_ffff
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** The error of bytes that are not the message they should be. */
export function malformed(what: string): KvError {
  return new KvError("invalid_argument", `malformed message: ${what}`)
}

/**
 * A cursor over Protocol Buffers bytes. Bytes are given as views. A field comes in any order, the
 * last one wins, unknown ones are skipped. Whatever is not well-formed throws KvError
 * `invalid_argument`; no other error leaves this class.
 *
 * ```ts
 * for (let field = reader.next(); field !== 0; field = reader.next()) {
 *   switch (field) { case 1: id = reader.uint32(); break; default: reader.skip() }
 * }
 * ```
 */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0
  /** Where the message that is being read ends: the innermost `enter`, or the whole. */
  #end: number
  #wireType = 0
  #low = 0
  #high = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#end = bytes.length
  }

  /** Number of the next field of the current message, 0 at its end. Its value must be read next. */
  next(): number {
    if (this.#at >= this.#end) return 0
    const tag = this.#varint()
    const field = tag < 0x80 ? tag >>> 3 : Math.floor(tag / 8)
    if (field === 0 || field > fieldMax) throw malformed(`no field has the number ${field}`)
    this.#wireType = tag & 7
    return field
  }

  /** A length-delimited value, not copied. */
  bytes(): Uint8Array {
    const length = this.#length()
    if (length === 0) return emptyBytes
    const start = this.#at
    this.#at = start + length
    return this.#bytes.subarray(start, this.#at)
  }

  /** A length-delimited value: `known` itself when it is equal to that, else a copy. */
  knownBytes(known: Uint8Array): Uint8Array {
    const length = this.#length()
    const start = this.#at
    this.#at = start + length
    let same = 0
    if (length === known.length) {
      while (same < length && this.#bytes[start + same] === known[same]) same += 1
      if (same === length) return known
    }
    // Not `slice`: a Buffer's is a view.
    const copy = new Uint8Array(length)
    copy.set(this.#bytes.subarray(start, this.#at))
    return copy
  }

  /** Steps into an embedded message. Give what it returns to `leave` once `next` returned 0. */
  enter(): number {
    const length = this.#length()
    const outer = this.#end
    this.#end = this.#at + length
    return outer
  }

  leave(outer: number): void {
    this.#end = outer
  }

  string(): string {
    const length = this.#length()
    const start = this.#at
    this.#at = start + length
    let text = ""
    for (let at = start; at < this.#at; at += 1) {
      const code = this.#bytes[at] as number
      if (code > 0x7f || length > 64) return decodeText(this.#bytes.subarray(start, this.#at))
      text += String.fromCharCode(code)
    }
    return text
  }

  bool(): boolean {
    this.#expect(varintType)
    this.#wide()
    return this.#low !== 0 || this.#high !== 0
  }

  /** An unsigned integer that a number holds exactly. */
  uint53(): number {
    this.#expect(varintType)
    return this.#varint()
  }

  uint32(): number {
    this.#expect(varintType)
    const value = this.#varint()
    if (value > 0xffff_ffff) throw malformed(`${value} does not fit into 32 bits`)
    return value
  }

  /** A signed integer that a number holds exactly. */
  int53(): number {
    this.#expect(varintType)
    this.#wide()
    const negative = this.#high >= 0x8000_0000
    const value = negative
      ? -((~this.#high >>> 0) * 0x1_0000_0000 + (~this.#low >>> 0) + 1)
      : this.#high * 0x1_0000_0000 + this.#low
    if (!Number.isSafeInteger(value)) throw tooWide()
    return value
  }

  /** Any signed 64-bit integer. */
  int64(): bigint {
    this.#expect(varintType)
    this.#wide()
    if (this.#high === 0) return BigInt(this.#low)
    return BigInt.asIntN(64, (BigInt(this.#high) << 32n) | BigInt(this.#low))
  }

  fixed32(): number {
    this.#expect(fixed32Type)
    this.#skipBytes(4)
    let value = 0
    for (let at = this.#at - 1; at >= this.#at - 4; at -= 1) {
      value = value * 0x100 + (this.#bytes[at] as number)
    }
    return value
  }

  /** One element, or a packed run of them, of a repeated uint64. */
  uint53s(into: number[], countMax: number): void {
    if (this.#wireType === varintType) {
      into.push(this.uint53())
    } else {
      const length = this.#length()
      const end = this.#at + length
      const outer = this.#end
      this.#end = end
      this.#wireType = varintType
      while (this.#at < end && into.length <= countMax) into.push(this.uint53())
      this.#end = outer
    }
    if (into.length > countMax) throw tooMany(countMax)
  }

  /** Passes over the value of a field that this version does not know. */
  skip(): void {
    switch (this.#wireType) {
      case varintType:
        this.#wide()
        return
      case fixed64Type:
        this.#skipBytes(8)
        return
      case delimitedType:
        this.#skipBytes(this.#length())
        return
      case fixed32Type:
        this.#skipBytes(4)
        return
      default:
        throw malformed(`no wire type ${this.#wireType} in this protocol`)
    }
  }

  #expect(wireType: number): void {
    if (this.#wireType === wireType) return
    throw malformed(`a field of wire type ${wireType} came as ${this.#wireType}`)
  }

  #length(): number {
    this.#expect(delimitedType)
    const length = this.#varint()
    if (length > this.#end - this.#at) throw truncated()
    return length
  }

  #skipBytes(count: number): void {
    if (count > this.#end - this.#at) throw truncated()
    this.#at += count
  }

  #varint(): number {
    const bytes = this.#bytes
    let at = this.#at
    if (at >= this.#end) throw truncated()
    const first = bytes[at] as number
    if (first < 0x80) {
      this.#at = at + 1
      return first
    }
    let value = first & 0x7f
    let scale = 0x80
    const stop = Math.min(this.#end, at + 10)
    for (at += 1; at < stop; at += 1) {
      const byte = bytes[at] as number
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        this.#at = at + 1
        // Rounding never brings a sum that is too big back under the bound.
        if (value > Number.MAX_SAFE_INTEGER) throw tooWide()
        return value
      }
      scale *= 0x80
    }
    throw at < this.#end ? malformed("a number of more than 10 bytes") : truncated()
  }

  /** Reads a varint of up to 64 bits into two halves. */
  #wide(): void {
    const bytes = this.#bytes
    let low = 0
    let high = 0
    for (let count = 0; count < 10; count += 1) {
      if (this.#at >= this.#end) throw truncated()
      const byte = bytes[this.#at] as number
      this.#at += 1
      const bits = byte & 0x7f
      if (count < 4) low |= bits << (7 * count)
      else if (count === 4) {
        low |= bits << 28
        high = bits >>> 4
      } else high |= bits << (7 * count - 32)
      if (byte > 0x7f) continue
      this.#low = low >>> 0
      this.#high = high >>> 0
      return
    }
    throw malformed("a number of more than 10 bytes")
  }
}

/** A list longer than any honest sender's: it would cost more memory than its bytes. */
export function tooMany(countMax: number): KvError {
  return malformed(`more than ${countMax} elements in one list`)
}

function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw malformed("a text that is not UTF-8")
  }
}

function tooWide(): KvError {
  return malformed("a number beyond 2^53 - 1")
}

function truncated(): KvError {
  return malformed("it ends in the middle of a field")
}
