/** Safe, non-negative integers as 8 bytes, big endian, so that bytes sort as numbers do. */

const twoTo32 = 0x1_0000_0000

export function writeUint(bytes: Uint8Array, at: number, value: number): void {
  writeUint32(bytes, at, Math.floor(value / twoTo32))
  writeUint32(bytes, at + 4, value >>> 0)
}

/** Undefined: beyond 2^53 - 1, which nobody wrote. */
export function readUint(bytes: Uint8Array, at: number): number | undefined {
  const value = readUint32(bytes, at) * twoTo32 + readUint32(bytes, at + 4)
  return Number.isSafeInteger(value) ? value : undefined
}

export function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24
  bytes[at + 1] = value >>> 16
  bytes[at + 2] = value >>> 8
  bytes[at + 3] = value
}

export function readUint32(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] as number) << 8) | (bytes[at + 1] as number)
  const low = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)
  return ((high << 16) | low) >>> 0
}
