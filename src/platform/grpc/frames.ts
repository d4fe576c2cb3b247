/** ringraft.internal.v1.Frame, by hand: a payload as a view, in one message or in several. */
import { KvError } from "../../base/index.ts"

const payloadTag = 0x0a
const moreTag = 0x10

/** Bytes that a message adds to its part of a payload, at most. */
export const frameOverheadBytesMax = 8

/** The Frame messages that carry `payload`, each with at most `partBytesMax` of it. */
export function wrapFrame(payload: Uint8Array, partBytesMax: number): Buffer[] {
  const messages: Buffer[] = []
  let at = 0
  do {
    const end = Math.min(payload.length, at + partBytesMax)
    messages.push(wrapPart(payload.subarray(at, end), end < payload.length))
    at = end
  } while (at < payload.length)
  return messages
}

/** One Frame message. */
export function wrapPart(part: Uint8Array, more = false): Buffer {
  let headerBytes = 2
  for (let rest = part.length >>> 7; rest > 0; rest >>>= 7) headerBytes += 1
  const end = headerBytes + part.length
  const message = Buffer.allocUnsafe(more ? end + 2 : end)
  message[0] = payloadTag
  let rest = part.length
  let at = 1
  for (; rest > 0x7f; rest >>>= 7) {
    message[at] = (rest & 0x7f) | 0x80
    at += 1
  }
  message[at] = rest
  message.set(part, at + 1)
  if (more) {
    message[end] = moreTag
    message[end + 1] = 1
  }
  return message
}

export interface FramePart {
  readonly payload: Buffer
  readonly more: boolean
}

/** The part in a Frame message, a view into it. KvError `invalid_argument` on anything else. */
export function unwrapPart(message: Buffer): FramePart {
  if (message.length === 0) return { payload: message, more: false }
  let length = 0
  let at = 1
  for (let shift = 0; shift <= 28; shift += 7) {
    const byte = message[at]
    at += 1
    if (byte === undefined) break
    length += (byte & 0x7f) * 2 ** shift
    if (byte > 0x7f) continue
    const end = at + length
    const more = end + 2 === message.length && message[end] === moreTag && message[end + 1] === 1
    if (message[0] !== payloadTag || !(more || end === message.length)) break
    return { payload: message.subarray(at, end), more }
  }
  throw malformed("not a ringraft.internal.v1.Frame")
}

/** Puts the parts of one stream together again. */
export class FrameAssembler {
  readonly #bytesMax: number
  #parts: Buffer[] = []
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  /** The whole payload once its last part is here. Throws KvError `invalid_argument`. */
  take(message: Buffer): Buffer | undefined {
    const { payload, more } = unwrapPart(message)
    if (!more && this.#parts.length === 0) return payload
    this.#bytes += payload.length
    if (this.#bytes > this.#bytesMax) throw malformed(`it goes on beyond ${this.#bytesMax} bytes`)
    this.#parts.push(payload)
    if (more) return undefined
    const whole = Buffer.concat(this.#parts, this.#bytes)
    this.#parts = []
    this.#bytes = 0
    return whole
  }
}

function malformed(what: string): KvError {
  return new KvError("invalid_argument", `malformed frame: ${what}`)
}
