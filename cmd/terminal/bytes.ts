import { InvalidArgumentError } from "commander"

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/**
 * A key or value as it was typed: text, or with --hex pairs of hexadecimal digits. Throws
 * InvalidArgumentError.
 */
export function bytesOfArgument(argument: string, hex: boolean, what: string): Uint8Array {
  if (!hex) return Buffer.from(argument)
  const digits = argument.replaceAll(/[\s_]/g, "").replace(/^0x/i, "")
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) {
    throw new InvalidArgumentError(`${what} is not hexadecimal: ${argument}`)
  }
  return Buffer.from(digits, "hex")
}

/** The text behind bytes, undefined when they are none. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** On one line, whatever the bytes are: `\xNN` for what is not printable text. */
export function lineOfBytes(bytes: Uint8Array, hex: boolean): string {
  if (hex) return Buffer.from(bytes).toString("hex")
  const text = textOfBytes(bytes)
  if (text !== undefined) {
    return text.replaceAll("\\", "\\\\").replaceAll(/\p{Cc}/gu, (character) => {
      const known = shortEscapes[character]
      return known ?? escapeOfByte(character.codePointAt(0) ?? 0)
    })
  }
  let line = ""
  for (const byte of bytes) {
    if (byte === 0x5c) line += "\\\\"
    else line += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : escapeOfByte(byte)
  }
  return line
}

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }

function escapeOfByte(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, "0")}`
}

/** In JSON: text where the bytes are text, else an object that can't be mistaken for it. */
export function jsonOfBytes(bytes: Uint8Array, hex: boolean): string | { readonly hex: string } {
  const digits = Buffer.from(bytes).toString("hex")
  if (hex) return digits
  return textOfBytes(bytes) ?? { hex: digits }
}
