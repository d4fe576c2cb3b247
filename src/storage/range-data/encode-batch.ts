import { assert } from "../../base/index.ts"
import type { CellWrite, RangeImage, SessionWrites } from "../../core/range/types.ts"
import type { EngineWrite } from "../../env/index.ts"
import { recordBytesOf, writeRecord } from "./cell-record.ts"
import type { ExpiryIndex } from "./expiry-index.ts"
import { endWrites, stateWrite } from "./image.ts"
import { keyHeadBytes, RangeKeys } from "./keys.ts"
import { seal } from "./sealed-record.ts"
import { encodeChunk, encodeNumbers, encodeSession } from "./state-records.ts"
import type { ValueCache } from "./value-cache.ts"

/** What the cell writes of a batch need of the range. */
export interface CellWriteContext {
  readonly keys: RangeKeys
  readonly cache: ValueCache
  readonly expiries: ExpiryIndex
}

/** Value of a row of the expiry index: its format. */
export const expiryRowValue = Uint8Array.of(1)

const frameBytesMin = 4_096

/**
 * What the engine has to write for these cells, each with the map key of its key. The bytes of a
 * row are good until the next is asked for: nothing of a flush outlives the engine's look at it,
 * where ten thousand rows at once were what the collector moved about for most of its time.
 */
export function* cellWrites(
  writes: Iterable<readonly [mapKey: string, write: CellWrite]>,
  context: CellWriteContext,
): Generator<EngineWrite, void> {
  let frame = new Uint8Array(frameBytesMin)
  frame.set(context.keys.cellHead)
  for (const [mapKey, write] of writes) {
    yield* expiryWrites(mapKey, write, context)
    const { key } = write
    if (write.type === "delete") {
      yield { type: "del", key: context.keys.cell(key) }
      continue
    }
    // Engine key and record in one: the user's key is in both.
    const end = keyHeadBytes + recordBytesOf(key, write.cell.value)
    if (frame.length < end) {
      frame = new Uint8Array(end)
      frame.set(context.keys.cellHead)
    }
    writeRecord(frame, keyHeadBytes, key, write.cell)
    const value = frame.subarray(keyHeadBytes, end)
    yield { type: "put", key: frame.subarray(0, keyHeadBytes + key.length), value }
  }
}

function* expiryWrites(
  mapKey: string,
  write: CellWrite,
  { keys, cache, expiries }: CellWriteContext,
): Generator<EngineWrite, void> {
  const expiresAtMs = write.type === "put" ? write.cell.expiresAtMs : 0
  // Where nothing expires there is no row to take back.
  const beforeMs = expiries.nextMs === undefined ? 0 : (cache.expiryOf(mapKey) ?? 0)
  if (beforeMs !== 0 && beforeMs !== expiresAtMs) {
    yield { type: "del", key: keys.expiry(beforeMs, write.key) }
  }
  if (expiresAtMs === 0) return
  expiries.note(expiresAtMs)
  yield { type: "put", key: keys.expiry(expiresAtMs, write.key), value: expiryRowValue }
}

/** What a range begins with that was split off: beside its cells, which lie where they are. */
export function* childWrites({ state, sessions }: RangeImage): Generator<EngineWrite, void> {
  const keys = new RangeKeys(state.descriptor)
  yield* endWrites(keys)
  const [chunk] = sessions.chunks
  assert(sessions.chunks.length <= 1, "a new range has its results in one chunk")
  yield* sessionWrites({ ...sessions, chunk, unforgotten: [], chunksDropped: [] }, keys)
  yield stateWrite(keys, state)
}

/** The session table is told in order: who is forgotten and unforgotten at once is neither. */
export function sessionWrites(changes: SessionWrites, keys: RangeKeys): readonly EngineWrite[] {
  const writes: EngineWrite[] = []
  for (const session of changes.sessions) {
    const key = keys.session(session.clientId)
    writes.push({ type: "put", ...seal(key, encodeSession(session)) })
  }
  for (const { clientId, time } of changes.forgotten) {
    writes.push({ type: "del", key: keys.session(clientId) })
    const key = keys.forgotten(clientId)
    writes.push({ type: "put", ...seal(key, encodeNumbers([time])) })
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
  return writes
}
