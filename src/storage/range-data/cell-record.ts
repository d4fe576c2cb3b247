import { crc32c } from "@node-rs/crc32"
import { equalBytes, hexOf, KvError, type WallMs } from "../../base/index.ts"
import type { Cell, KeyedCell } from "../../core/range/types.ts"
import type { Telemetry } from "../../env/index.ts"
import { readUint, readUint32, writeUint, writeUint32 } from "./numbers.ts"

/**
 * A cell as the engine holds it:
 *
 *     key, value, version 8, expiry 8, key length 4, format 1, CRC32C 4
 *
 * The checksum is over all before it. With the key in front, engine key and record can share their
 * bytes, the checksum takes one pass, and a scan needs values only.
 */
const format = 1
export const cellTrailerBytes = 25
const crcBytes = 4

export function recordBytesOf(key: Uint8Array, value: Uint8Array): number {
  return key.length + value.length + cellTrailerBytes
}

/** Writes a record that `recordBytesOf` bytes from `start` are free for. */
export function writeRecord(bytes: Uint8Array, start: number, key: Uint8Array, cell: Cell): void {
  const { value, version, expiresAtMs } = cell
  const trailer = start + key.length + value.length
  bytes.set(key, start)
  bytes.set(value, start + key.length)
  writeUint(bytes, trailer, version)
  writeUint(bytes, trailer + 8, expiresAtMs)
  writeUint32(bytes, trailer + 16, key.length)
  bytes[trailer + 20] = format
  writeUint32(bytes, trailer + 21, crc32c(bytes.subarray(start, trailer + 21)))
}

/** Whether a reader sees the cell at a time of the log. */
export function isVisible(
  { expiresAtMs }: { readonly expiresAtMs: WallMs },
  nowMs: WallMs,
): boolean {
  return expiresAtMs === 0 || expiresAtMs > nowMs
}

export interface CellReaderOptions {
  readonly telemetry: Telemetry
  /** Variant: bytes are believed as they are. */
  readonly ignoreChecksum: boolean
}

/** Reads cell records, and says so when one is not what was written. */
export class CellReader {
  readonly #options: CellReaderOptions

  constructor(options: CellReaderOptions) {
    this.#options = options
  }

  /**
   * Views into the record, which was found at `key`; a scan does not know it and says undefined.
   * Throws KvError `data_loss`.
   */
  read(record: Uint8Array, key: Uint8Array | undefined): KeyedCell {
    const end = record.length - cellTrailerBytes
    const intact =
      end >= 0 && crc32c(record.subarray(0, -crcBytes)) === readUint32(record, end + 21)
    const cell = intact || this.#options.ignoreChecksum ? parse(record) : undefined
    if (cell === undefined) throw this.corrupt(key)
    if (key !== undefined && !equalBytes(cell.key, key)) throw this.corrupt(key)
    return cell
  }

  corrupt(key: Uint8Array | undefined): KvError {
    const where = key === undefined ? "met by a scan" : hexOf(key)
    this.#options.telemetry.error("stored cell is corrupt", { key: where })
    return new KvError("data_loss", "a stored cell is not what was written")
  }
}

/** What a record says, its checksum not looked at. Undefined: it can't have been written so. */
export function parse(record: Uint8Array): KeyedCell | undefined {
  const end = record.length - cellTrailerBytes
  if (end < 0 || record[end + 20] !== format) return undefined
  const keyLength = readUint32(record, end + 16)
  const version = readUint(record, end)
  const expiresAtMs = readUint(record, end + 8)
  if (keyLength > end || version === undefined || expiresAtMs === undefined) return undefined
  return {
    key: record.subarray(0, keyLength),
    value: record.subarray(keyLength, end),
    version,
    expiresAtMs,
  }
}
