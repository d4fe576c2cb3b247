import { type FileHandle, open } from "node:fs/promises"
import { crc32c } from "@node-rs/crc32"

/**
 * RocksDB's log format, that of its write-ahead logs and of its manifest (db/log_format.h of 6.17):
 * blocks of 32 KiB; in them fragments of records, each with a header of masked CRC32C (4 bytes),
 * length (2) and type (1). What a block has no room for a header for, stays zero. The types of
 * recycled logs are not read: the binding recycles none.
 */

const blockBytes = 32 * 1_024
/** Before each fragment: checksum, length, type. */
export const fragmentHeaderBytes = 7
const blocksPerRead = 8
/** So much of each record is kept: what wants to read it needs no more. */
const headBytesMax = 256

const full = 1
const first = 2
const last = 4

export type LogItem =
  | {
      readonly type: "record"
      /** The first bytes of the record. */
      readonly head: Buffer
      readonly bytes: number
      /** Where it ends in the file. */
      readonly end: number
    }
  /** What RocksDB leaves out: from what it can't read to the end of that block. May be empty. */
  | { readonly type: "damage"; readonly rest: Buffer }

/** A record some of whose fragments were read. */
interface Begun {
  readonly heads: Buffer[]
  bytes: number
}

/** What RocksDB reads from a file, in its order. Holds some blocks at a time, not the file. */
export async function* logItems(path: string): AsyncGenerator<LogItem> {
  const file = await open(path, "r")
  try {
    const { size } = await file.stat()
    const reader = new BlockReader()
    const buffer = Buffer.alloc(blocksPerRead * blockBytes)
    for (let start = 0; start < size; start += buffer.length) {
      const piece = await readPiece(file, buffer, start, Math.min(size - start, buffer.length))
      for (let at = 0; at < piece.length; at += blockBytes) {
        yield* reader.itemsOf(piece.subarray(at, at + blockBytes), start + at)
      }
    }
    if (reader.isInRecord) yield nothingReadable
  } finally {
    await file.close()
  }
}

async function readPiece(
  file: FileHandle,
  buffer: Buffer,
  start: number,
  wanted: number,
): Promise<Buffer> {
  let length = 0
  while (length < wanted) {
    const { bytesRead } = await file.read(buffer, length, wanted - length, start + length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

class BlockReader {
  #begun: Begun | undefined

  /** The file ended, or a block was left out, in the middle of a record. */
  get isInRecord(): boolean {
    return this.#begun !== undefined
  }

  *itemsOf(block: Buffer, start: number): Generator<LogItem> {
    let at = 0
    while (block.length - at >= fragmentHeaderBytes) {
      const length = fragmentLengthAt(block, at)
      if (length === undefined) {
        this.#begun = undefined
        yield { type: "damage", rest: block.subarray(at) }
        return
      }
      const type = block[at + 6] as number
      const payload = block.subarray(at + fragmentHeaderBytes, at + fragmentHeaderBytes + length)
      at += fragmentHeaderBytes + length
      const begins = type === full || type === first
      if (begins === this.isInRecord) yield nothingReadable
      if (begins) this.#begun = { heads: [], bytes: 0 }
      if (this.#begun === undefined) continue
      const record = grown(this.#begun, payload)
      if (type !== full && type !== last) continue
      this.#begun = undefined
      const head = Buffer.concat(record.heads)
      yield { type: "record", head, bytes: record.bytes, end: start + at }
    }
  }
}

const nothingReadable: LogItem = { type: "damage", rest: Buffer.alloc(0) }

function grown(record: Begun, payload: Buffer): Begun {
  // A copy: what was read lies in a buffer that is used again.
  const room = headBytesMax - record.bytes
  if (room > 0) record.heads.push(Buffer.from(payload.subarray(0, room)))
  record.bytes += payload.length
  return record
}

/** Length of the fragment that begins here; undefined where none does, or not a whole one. */
export function fragmentLengthAt(block: Buffer, at: number): number | undefined {
  if (block.length - at < fragmentHeaderBytes) return undefined
  const length = block.readUInt16LE(at + 4)
  const type = block[at + 6] as number
  const end = at + fragmentHeaderBytes + length
  if (end > block.length || type < full || type > last) return undefined
  return block.readUInt32LE(at) === masked(crc32c(block.subarray(at + 6, end))) ? length : undefined
}

/** RocksDB masks checksums, for a log may hold data that is itself a log. */
function masked(checksum: number): number {
  return (((checksum >>> 15) | (checksum << 17)) + 0xa282_ead8) >>> 0
}
