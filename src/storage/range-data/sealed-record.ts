import { crc32c } from "@node-rs/crc32"
import { KvError } from "../../base/index.ts"
import type { KeyValue } from "../../env/index.ts"
import { readUint32, writeUint32 } from "./numbers.ts"

/**
 * Everything that is not a cell: body, format 1, CRC32C 4. The checksum is over the engine key too,
 * so a record that turns up at another key is not believed.
 */
const format = 1
const sealBytes = 5

export function seal(key: Uint8Array, body: Uint8Array): KeyValue {
  const value = new Uint8Array(body.length + sealBytes)
  value.set(body)
  value[body.length] = format
  writeUint32(value, body.length + 1, checksumOf(key, value))
  return { key, value }
}

/** The body, a view. Throws KvError `data_loss`. */
export function unseal(key: Uint8Array, value: Uint8Array): Uint8Array {
  const body = value.length - sealBytes
  if (body < 0 || readUint32(value, body + 1) !== checksumOf(key, value)) {
    throw corruptRecord("a stored record is not what was written")
  }
  // Sealed by a newer version: not corrupt, but not ours to guess at either.
  if (value[body] !== format) {
    throw new KvError("internal", `a stored record has format ${value[body]}: run a newer version`)
  }
  return value.subarray(0, body)
}

export function corruptRecord(what: string): KvError {
  return new KvError("data_loss", what)
}

function checksumOf(key: Uint8Array, value: Uint8Array): number {
  return crc32c(value.subarray(0, value.length - 4), crc32c(key))
}
