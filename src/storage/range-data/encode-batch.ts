import type { CellWrite, SessionWrites } from "../../core/range/types.ts"
import type { EngineWrite } from "../../env/index.ts"
import { frameBytesOf, writeFrame } from "./cell-record.ts"
import type { ExpiryIndex } from "./expiry-index.ts"
import { keyHeadBytes, type RangeKeys } from "./keys.ts"
import { seal } from "./sealed-record.ts"
import { encodeChunk, encodeNumbers, encodeSession } from "./state-records.ts"
import { absentEntry, type CacheEntry, rowEntry, type ValueCache } from "./value-cache.ts"

/** What the cell writes of a batch need of the range. */
export interface CellWriteContext {
  readonly keys: RangeKeys
  readonly cache: ValueCache
  readonly expiries: ExpiryIndex
}

/** Value of a row of the expiry index: its format. */
export const expiryRowValue = Uint8Array.of(1)

/**
 * Encodes the write of one cell for the engine; returns what the cache may keep once it is written.
 * The cell is copied once, into memory that the engine write and the cache share: what was decoded
 * from a log entry is a view that would keep the entry. `mapKey` is that of its key.
 */
export function encodeCell(
  write: CellWrite,
  mapKey: string,
  context: CellWriteContext,
  writes: EngineWrite[],
): CacheEntry {
  encodeExpiry(write, mapKey, context, writes)
  return encodeRow(write, mapKey, context, writes)
}

function encodeExpiry(
  write: CellWrite,
  mapKey: string,
  { keys, cache, expiries }: CellWriteContext,
  writes: EngineWrite[],
): void {
  const expiresAtMs = write.type === "put" ? write.cell.expiresAtMs : 0
  // Where nothing expires there is no row to take back.
  const beforeMs = expiries.nextMs === undefined ? 0 : (cache.expiryOf(mapKey) ?? 0)
  if (beforeMs !== 0 && beforeMs !== expiresAtMs) {
    writes.push({ type: "del", key: keys.expiry(beforeMs, write.key) })
  }
  if (expiresAtMs === 0) return
  expiries.note(expiresAtMs)
  writes.push({ type: "put", key: keys.expiry(expiresAtMs, write.key), value: expiryRowValue })
}

function encodeRow(
  write: CellWrite,
  mapKey: string,
  { keys, cache }: CellWriteContext,
  writes: EngineWrite[],
): CacheEntry {
  const { key } = write
  if (write.type === "delete") {
    writes.push({ type: "del", key: keys.cell(key) })
    return absentEntry(mapKey)
  }
  const { value, version, expiresAtMs } = write.cell
  const frameBytes = frameBytesOf(key, value)
  const slab = cache.slabs.reserve(frameBytes)
  const { bytes, used } = slab
  const at = used - frameBytes
  writeFrame(bytes, at, keys.cellHead, key, value, version, expiresAtMs)
  const record = at + keyHeadBytes
  writes.push({
    type: "put",
    key: bytes.subarray(at, record + key.length),
    value: bytes.subarray(record, used),
  })
  return rowEntry(mapKey, slab, frameBytes - keyHeadBytes, expiresAtMs)
}

/** The session table is told in order: who is forgotten and unforgotten at once is neither. */
export function encodeSessions(
  changes: SessionWrites,
  keys: RangeKeys,
  writes: EngineWrite[],
): void {
  for (const session of changes.sessions) {
    const key = keys.session(session.clientId)
    writes.push({ type: "put", ...seal(key, encodeSession(session)) })
  }
  for (const { clientId, index } of changes.forgotten) {
    writes.push({ type: "del", key: keys.session(clientId) })
    const key = keys.forgotten(clientId)
    writes.push({ type: "put", ...seal(key, encodeNumbers([index])) })
  }
  for (const clientId of changes.unforgotten) {
    writes.push({ type: "del", key: keys.forgotten(clientId) })
  }
  const { chunk } = changes
  if (chunk !== undefined) {
    const key = keys.chunk(chunk.index)
    writes.push({ type: "put", ...seal(key, encodeChunk(chunk.results)) })
  }
  for (const index of changes.chunksDropped) {
    writes.push({ type: "del", key: keys.chunk(index) })
  }
}
