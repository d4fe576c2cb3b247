/** Byte strings: keys order by their bytes, unsigned, shorter first when one starts the other. */

export const emptyBytes: Uint8Array = new Uint8Array(0)

/** Negative, zero or positive as `left` sorts before, with or after `right`. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length)
  for (let i = 0; i < shared; i += 1) {
    const difference = (left[i] as number) - (right[i] as number)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && compareBytes(left, right) === 0
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const whole = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/**
 * One character a byte (latin-1): the form in which bytes are keys of a Map. Sorts as the bytes do.
 */
export function mapKeyOf(bytes: Uint8Array): string {
  if (bytes.length <= 4_096) return String.fromCharCode.apply(null, bytes as unknown as number[])
  let text = ""
  for (let at = 0; at < bytes.length; at += 4_096) text += mapKeyOf(bytes.subarray(at, at + 4_096))
  return text
}

/** Of two `mapKeyOf`: negative, zero or positive as their bytes sort. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** The bytes behind a `mapKeyOf`. */
export function bytesOfMapKey(key: string): Uint8Array {
  const bytes = new Uint8Array(key.length)
  for (let i = 0; i < key.length; i += 1) bytes[i] = key.charCodeAt(i)
  return bytes
}

/**
 * The smallest byte string above every string that starts with `prefix`; undefined when none is.
 */
export function endOfPrefix(prefix: Uint8Array): Uint8Array | undefined {
  for (let last = prefix.length - 1; last >= 0; last -= 1) {
    if ((prefix[last] as number) === 0xff) continue
    const end = new Uint8Array(prefix.subarray(0, last + 1))
    end[last] = (end[last] as number) + 1
    return end
  }
  return undefined
}

/** The smallest byte string above `bytes`. */
export function successorOf(bytes: Uint8Array): Uint8Array {
  const next = new Uint8Array(bytes.length + 1)
  next.set(bytes)
  return next
}

/** A private copy: decoded messages are views that would pin the whole frame they came in. */
export function copyBytes(bytes: Uint8Array): Uint8Array {
  // Not `slice`: a Buffer's is a view.
  return new Uint8Array(bytes)
}

export function hexOf(bytes: Uint8Array): string {
  let text = ""
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0")
  return text
}

/** Whether a key lies in [start, end), an empty end meaning that there is none. */
export function inSpan(key: Uint8Array, start: Uint8Array, end: Uint8Array): boolean {
  return compareBytes(key, start) >= 0 && (end.length === 0 || compareBytes(key, end) < 0)
}
