import { crc32c } from "@node-rs/crc32"

const polynomial = 0x82f6_3b78

/** CRC32C of one byte, and which entry has a given top byte (they all differ). */
const table = new Uint32Array(256)
const entryByTop = new Uint8Array(256)
for (let byte = 0; byte < 256; byte += 1) {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
  table[byte] = crc >>> 0
  entryByTop[crc >>> 24] = byte
}

/** The wrong byte is one of these, or of the checksum's own. */
export type WrongByte = { readonly at: number } | { readonly at: "checksum" }

/**
 * Where a single wrong byte would explain that `bytes` do not have the checksum they should have;
 * undefined when none would. A torn write loses sectors: it looks like this once in 2^32 divided by
 * 255 bytes. A flipped bit always does.
 */
export function findWrongByte(
  bytes: Uint8Array,
  expected: number,
  checksumSeed: number,
): WrongByte | undefined {
  // Checksums are linear: the difference depends only on which bits differ, and on how far back.
  let difference = (expected ^ crc32c(bytes, checksumSeed)) >>> 0
  if (difference === 0) return undefined
  for (let byte = 0; byte < 4; byte += 1) {
    if ((difference & ~(0xff << (8 * byte))) === 0) return { at: "checksum" }
  }
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    const entry = entryByTop[difference >>> 24] as number
    const remainder = (difference ^ (table[entry] as number)) >>> 0
    if (remainder === 0) return { at }
    // One byte further back the same damage would have made this difference.
    difference = ((remainder << 8) | entry) >>> 0
  }
  return undefined
}
