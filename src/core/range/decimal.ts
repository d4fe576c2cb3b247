/** Counters are readable text: signed 64-bit integers in decimal, in the one canonical form. */

const min = -(2n ** 63n)
const max = 2n ** 63n - 1n
const zero = 0x30
const nine = 0x39
const minus = 0x2d

/** The number behind the text; undefined when it is not canonical ("7", not "+7" or "07"). */
export function parseDecimal(text: Uint8Array): bigint | undefined {
  const start = text[0] === minus ? 1 : 0
  const digits = text.length - start
  if (digits < 1 || digits > 19) return undefined
  // One form per number, so that a value that was read compares equal to the one that is stored.
  if (text[start] === zero && (digits > 1 || start === 1)) return undefined
  for (let at = start; at < text.length; at += 1) {
    const code = text[at] as number
    if (code < zero || code > nine) return undefined
  }
  const value = BigInt(String.fromCharCode(...text))
  return inSigned64(value) ? value : undefined
}

export function formatDecimal(value: bigint): Uint8Array {
  const text = value.toString()
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}

export function inSigned64(value: bigint): boolean {
  return value >= min && value <= max
}
