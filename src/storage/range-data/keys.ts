import type { LogIndex, RangeId, WallMs } from "../../base/index.ts"
import { readUint, writeUint } from "./numbers.ts"

/**
 * Engine keys of a range, in their order:
 *
 *     01 range                  mark of an install or a quarantine that is not finished
 *     02 range                  marker of the last checkpoint
 *     10 range                  applied state
 *     11 range client           session
 *     12 range client           forgotten session
 *     13 range index            results of the engine write that ended at this index
 *     1f range                  end of the sessions
 *     20 keyspace key           cell
 *     2f keyspace               end of the cells
 *     30 keyspace expiry key    expiry index
 *
 * Ids have 4 bytes, indexes and times 8, all big endian. From the applied state to the end of the
 * cells lies what a snapshot holds, so one iterator sees all of it at one moment. The ends are
 * there to be met: an iterator that finishes without them was led astray by damaged bytes.
 */
const prefixes = {
  mark: 0x01,
  checkpoint: 0x02,
  applied: 0x10,
  session: 0x11,
  forgotten: 0x12,
  chunk: 0x13,
  sessionsEnd: 0x1f,
  cell: 0x20,
  cellsEnd: 0x2f,
  expiry: 0x30,
} as const

/** Prefix byte and id: how every key begins. */
export const keyHeadBytes = 5
const clientIdBytes = 16

export interface Span {
  readonly gte: Uint8Array
  readonly lt: Uint8Array
}

/** What a key of the image of a range is for. */
export type ImageKey =
  | { readonly type: "applied" | "sessionsEnd" | "cellsEnd" | "cell" }
  | { readonly type: "session" | "forgotten"; readonly clientId: Uint8Array }
  | { readonly type: "chunk"; readonly index: LogIndex }

export class RangeKeys {
  readonly mark: Uint8Array
  readonly checkpoint: Uint8Array
  readonly applied: Uint8Array
  readonly sessionsEnd: Uint8Array
  readonly cellsEnd: Uint8Array
  /** What every cell's key begins with. */
  readonly cellHead: Uint8Array
  /** From the applied state to the end of the cells, both included. */
  readonly image: Span
  /** Sessions, forgotten, results, and their end. */
  readonly sessions: Span
  /** Cells, and their end. */
  readonly cells: Span
  readonly expiries: Span
  readonly #sessionHead: Uint8Array
  readonly #forgottenHead: Uint8Array
  readonly #chunkHead: Uint8Array
  readonly #expiryHead: Uint8Array

  constructor(rangeId: RangeId, keyspaceId: number) {
    this.mark = head(prefixes.mark, rangeId)
    this.checkpoint = head(prefixes.checkpoint, rangeId)
    this.applied = head(prefixes.applied, rangeId)
    this.sessionsEnd = head(prefixes.sessionsEnd, rangeId)
    this.cellsEnd = head(prefixes.cellsEnd, keyspaceId)
    this.cellHead = head(prefixes.cell, keyspaceId)
    this.#sessionHead = head(prefixes.session, rangeId)
    this.#forgottenHead = head(prefixes.forgotten, rangeId)
    this.#chunkHead = head(prefixes.chunk, rangeId)
    this.#expiryHead = head(prefixes.expiry, keyspaceId)
    this.image = { gte: this.applied, lt: head(prefixes.cellsEnd, keyspaceId + 1) }
    this.sessions = { gte: this.#sessionHead, lt: head(prefixes.sessionsEnd, rangeId + 1) }
    this.cells = { gte: this.cellHead, lt: head(prefixes.cellsEnd, keyspaceId + 1) }
    this.expiries = { gte: this.#expiryHead, lt: head(prefixes.expiry, keyspaceId + 1) }
  }

  session(clientId: Uint8Array): Uint8Array {
    return joined(this.#sessionHead, clientId)
  }

  forgotten(clientId: Uint8Array): Uint8Array {
    return joined(this.#forgottenHead, clientId)
  }

  chunk(index: LogIndex): Uint8Array {
    const key = new Uint8Array(keyHeadBytes + 8)
    key.set(this.#chunkHead)
    writeUint(key, keyHeadBytes, index)
    return key
  }

  cell(key: Uint8Array): Uint8Array {
    return joined(this.cellHead, key)
  }

  /** Cells of [start, end), an empty end meaning the last one. */
  cellSpan(start: Uint8Array, end: Uint8Array): Span {
    return { gte: this.cell(start), lt: end.length === 0 ? this.cellsEnd : this.cell(end) }
  }

  expiry(expiresAtMs: WallMs, key: Uint8Array): Uint8Array {
    const row = new Uint8Array(keyHeadBytes + 8 + key.length)
    row.set(this.#expiryHead)
    writeUint(row, keyHeadBytes, expiresAtMs)
    row.set(key, keyHeadBytes + 8)
    return row
  }

  /** Undefined: no key of this range's expiry index. */
  readExpiry(
    row: Uint8Array,
  ): { readonly expiresAtMs: WallMs; readonly key: Uint8Array } | undefined {
    if (row.length <= keyHeadBytes + 8 || !startsWith(row, this.#expiryHead)) return undefined
    const expiresAtMs = readUint(row, keyHeadBytes)
    return expiresAtMs === undefined
      ? undefined
      : { expiresAtMs, key: row.subarray(keyHeadBytes + 8) }
  }

  /** Undefined: a key that has no place in the image of this range. */
  readImageKey(key: Uint8Array): ImageKey | undefined {
    const single = key.length === keyHeadBytes
    if (startsWith(key, this.cellHead)) return single ? undefined : { type: "cell" }
    if (startsWith(key, this.#chunkHead) && key.length === keyHeadBytes + 8) {
      const index = readUint(key, keyHeadBytes)
      return index === undefined ? undefined : { type: "chunk", index }
    }
    const clientId = key.subarray(keyHeadBytes)
    if (clientId.length === clientIdBytes) {
      if (startsWith(key, this.#sessionHead)) return { type: "session", clientId }
      if (startsWith(key, this.#forgottenHead)) return { type: "forgotten", clientId }
    }
    if (!single) return undefined
    if (startsWith(key, this.applied)) return { type: "applied" }
    if (startsWith(key, this.sessionsEnd)) return { type: "sessionsEnd" }
    if (startsWith(key, this.cellsEnd)) return { type: "cellsEnd" }
    return undefined
  }
}

function head(prefix: number, id: number): Uint8Array {
  const key = new Uint8Array(keyHeadBytes)
  key[0] = prefix
  new DataView(key.buffer).setUint32(1, id)
  return key
}

function joined(keyHead: Uint8Array, rest: Uint8Array): Uint8Array {
  const key = new Uint8Array(keyHead.length + rest.length)
  key.set(keyHead)
  key.set(rest, keyHead.length)
  return key
}

function startsWith(key: Uint8Array, keyHead: Uint8Array): boolean {
  if (key.length < keyHead.length) return false
  for (let at = 0; at < keyHead.length; at += 1) if (key[at] !== keyHead[at]) return false
  return true
}
