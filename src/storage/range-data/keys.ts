import {
  compareBytes,
  emptyBytes,
  inSpan,
  type KeyspaceId,
  type LogIndex,
  type RangeId,
  type WallMs,
} from "../../base/index.ts"
import type { RangeDescriptor, RangeSpan } from "../../core/range/types.ts"
import type { EngineRange } from "../../env/index.ts"
import { readUint, readUint32, writeUint } from "./numbers.ts"
import { corruptRecord } from "./sealed-record.ts"

/**
 * Engine keys of a store, in their order:
 *
 *     01 range                  mark of an install or a quarantine that is not finished
 *     02 range                  marker of the last checkpoint
 *     03 range key              record of a snapshot that goes to this key when it is whole
 *     03 range ff               what that snapshot is: it is whole, and replaces what the range had
 *     04 range                  replica that is or was here
 *     05                        what an engine before this one has lost, if anything
 *     10 range 00               applied state
 *     10 range 11 client        session
 *     10 range 12 client        forgotten session
 *     10 range 13 index         results of the engine write that ended at this index
 *     10 range ff               end of the sessions
 *     20 keyspace key           cell
 *     2f                        end of all cells
 *     30 keyspace expiry key    expiry index
 *
 * Ids have 4 bytes, indexes and times 8, all big endian. What is a range's own lies together, and
 * so do its cells, in the order of the user's keys, whatever range they belong to: a split moves
 * nothing. Both stretches together are what a snapshot holds. The ends are there to be met: an
 * iterator that finishes without them was led astray by damaged bytes.
 */
const prefixes = {
  mark: 0x01,
  checkpoint: 0x02,
  staged: 0x03,
  identity: 0x04,
  losses: 0x05,
  own: 0x10,
  cell: 0x20,
  cellsEnd: 0x2f,
  expiry: 0x30,
} as const

/** Of what is a range's own. */
const kinds = {
  applied: 0x00,
  session: 0x11,
  forgotten: 0x12,
  chunk: 0x13,
  sessionsEnd: 0xff,
} as const

/** Prefix byte and id: how every key begins. */
export const keyHeadBytes = 5
const ownHeadBytes = keyHeadBytes + 1
const clientIdBytes = 16

/** When a cell expires, as far as its row in the expiry index knows. */
export interface Expiry {
  readonly expiresAtMs: WallMs
  readonly key: Uint8Array
}

/** As a range reads it. */
export interface RangeExpiry extends Expiry {
  /** Its key belongs to the range. */
  readonly mine: boolean
}

/** Of a row of any range. Undefined: it is none. */
export function readExpiryRow(row: Uint8Array): Expiry | undefined {
  if (row.length <= keyHeadBytes + 8) return undefined
  const expiresAtMs = readUint(row, keyHeadBytes)
  return expiresAtMs === undefined
    ? undefined
    : { expiresAtMs, key: row.subarray(keyHeadBytes + 8) }
}

/** A range, or one of the user's keys. */
export type Owner =
  | { readonly type: "range"; readonly rangeId: RangeId }
  | {
      readonly type: "cell" | "expiry"
      readonly keyspaceId: KeyspaceId
      readonly key: Uint8Array
    }

/** Whose a pair is; undefined: the store's, or what it remembers of a replica that left. */
export function ownerOf(key: Uint8Array): Owner | undefined {
  switch (key[0]) {
    case prefixes.mark:
    case prefixes.checkpoint:
    case prefixes.staged:
    case prefixes.own:
      return { type: "range", rangeId: readUint32(key, 1) }
    case prefixes.cell: {
      const keyspaceId = readUint32(key, 1)
      return { type: "cell", keyspaceId, key: key.subarray(keyHeadBytes) }
    }
    case prefixes.expiry: {
      const keyspaceId = readUint32(key, 1)
      return { type: "expiry", keyspaceId, key: key.subarray(keyHeadBytes + 8) }
    }
    default:
      return undefined
  }
}

/** All of its cells. */
export function spanOfKeyspace(keyspaceId: KeyspaceId): EngineRange {
  return { gte: head(prefixes.cell, keyspaceId), lt: head(prefixes.cell, keyspaceId + 1) }
}

/** All rows of its expiry index. */
export function expiriesOfKeyspace(keyspaceId: KeyspaceId): Span {
  return { gte: head(prefixes.expiry, keyspaceId), lt: head(prefixes.expiry, keyspaceId + 1) }
}

/** Of a replica to come, of which nothing is known yet: no key belongs to it. */
export function unknownRange(rangeId: RangeId): RangeDescriptor {
  const nowhere = { keyspaceId: 0xffff_fffe, start: emptyBytes, end: emptyBytes }
  return { rangeId, ...nowhere, version: 0, configVersion: 0 }
}

/** The same of a replica whose state can't be read: cells of it may be anywhere. */
export function lostRange(rangeId: RangeId): RangeDescriptor {
  return { ...unknownRange(rangeId), configVersion: 1 }
}

export function isLost({ version, configVersion }: RangeDescriptor): boolean {
  return version === 0 && configVersion > 0
}

/** The first key that the applied state of a range with this id, or a higher one, may have. */
export function ownFrom(rangeId: RangeId): Uint8Array {
  return head(prefixes.own, rangeId)
}

export const ownEnd: Uint8Array = Uint8Array.of(prefixes.own + 1)
/** All that a store has on its engine. */
export const everything: Span = {
  gte: Uint8Array.of(prefixes.mark),
  lt: Uint8Array.of(prefixes.expiry + 1),
}

/** All marks of all ranges. */
export const marks: Span = {
  gte: Uint8Array.of(prefixes.mark),
  lt: Uint8Array.of(prefixes.mark + 1),
}

/** Where the stagings of ranges with this id, or a higher one, begin. */
export function stagedFrom(rangeId: RangeId): Uint8Array {
  return head(prefixes.staged, rangeId)
}

export const stagedEnd: Uint8Array = Uint8Array.of(prefixes.staged + 1)

/** Keys of a snapshot that is not in its place yet. */
export class StagedKeys {
  /** All of its records. */
  readonly records: Span
  /** Is there when the snapshot is whole. */
  readonly whole: Uint8Array
  readonly #head: Uint8Array

  constructor(rangeId: RangeId) {
    this.#head = stagedFrom(rangeId)
    this.whole = joined(this.#head, Uint8Array.of(0xff))
    this.records = { gte: this.#head, lt: this.whole }
  }

  of(imageKey: Uint8Array): Uint8Array {
    return joined(this.#head, imageKey)
  }

  imageKeyOf(staged: Uint8Array): Uint8Array {
    return staged.subarray(keyHeadBytes)
  }
}

/** All records of which replica a range has, or had. */
export const identityKeys: Span = {
  gte: Uint8Array.of(prefixes.identity),
  lt: Uint8Array.of(prefixes.identity + 1),
}

export function identityKey(rangeId: RangeId): Uint8Array {
  return head(prefixes.identity, rangeId)
}

export const lossesKey: Uint8Array = Uint8Array.of(prefixes.losses)

/** The range that a record of its own, or its mark, belongs to. Throws KvError `data_loss`. */
export function rangeIdOf(key: Uint8Array): RangeId {
  if (key.length < keyHeadBytes) throw corruptRecord("a key is shorter than any")
  const rangeId = new DataView(key.buffer, key.byteOffset).getUint32(1)
  if (rangeId === 0xffff_ffff) throw corruptRecord("a key names a range that there can't be")
  return rangeId
}

/** The engine key of a cell. */
export function cellKey(keyspaceId: KeyspaceId, key: Uint8Array): Uint8Array {
  return joined(head(prefixes.cell, keyspaceId), key)
}

export interface Span {
  readonly gte: Uint8Array
  readonly lt: Uint8Array
}

/** What a key of the image of a range is for. */
export type ImageKey =
  | { readonly type: "applied" | "sessionsEnd" | "cellsEnd" | "cell" }
  | { readonly type: "session" | "forgotten"; readonly clientId: Uint8Array }
  | { readonly type: "chunk"; readonly index: LogIndex }

/**
 * Engine keys of one range. They are made when they are asked for: a store has thousands of ranges
 * in which nothing happens.
 */
export class RangeKeys {
  readonly descriptor: RangeDescriptor

  constructor(descriptor: RangeDescriptor) {
    this.descriptor = descriptor
  }

  get mark(): Uint8Array {
    return head(prefixes.mark, this.descriptor.rangeId)
  }

  get checkpoint(): Uint8Array {
    return head(prefixes.checkpoint, this.descriptor.rangeId)
  }

  get applied(): Uint8Array {
    return this.#own(kinds.applied)
  }

  get sessionsEnd(): Uint8Array {
    return this.#own(kinds.sessionsEnd)
  }

  get cellsEnd(): Uint8Array {
    return Uint8Array.of(prefixes.cellsEnd)
  }

  /** What every cell's key begins with. */
  get cellHead(): Uint8Array {
    return head(prefixes.cell, this.descriptor.keyspaceId)
  }

  /** Where the cells of the next keyspace begin. */
  get nextCells(): Uint8Array {
    return head(prefixes.cell, this.descriptor.keyspaceId + 1)
  }

  /** Applied state, sessions, forgotten, results, and their end. */
  get own(): Span {
    return { gte: this.applied, lt: head(prefixes.own, this.descriptor.rangeId + 1) }
  }

  /** The same without the applied state. */
  get sessions(): Span {
    return { ...this.own, gte: this.#own(kinds.session) }
  }

  /** From the first cell of the range to the end of all cells. */
  get cellsOn(): Span {
    return { gte: this.cell(this.descriptor.start), lt: Uint8Array.of(prefixes.cellsEnd + 1) }
  }

  get expiries(): Span {
    return expiriesOfKeyspace(this.descriptor.keyspaceId)
  }

  session(clientId: Uint8Array): Uint8Array {
    return joined(this.#own(kinds.session), clientId)
  }

  forgotten(clientId: Uint8Array): Uint8Array {
    return joined(this.#own(kinds.forgotten), clientId)
  }

  chunk(index: LogIndex): Uint8Array {
    const key = new Uint8Array(ownHeadBytes + 8)
    key.set(this.#own(kinds.chunk))
    writeUint(key, ownHeadBytes, index)
    return key
  }

  cell(key: Uint8Array): Uint8Array {
    return cellKey(this.descriptor.keyspaceId, key)
  }

  /** Whether a key of the user's belongs to the range. */
  holds(key: Uint8Array): boolean {
    const { start, end, version } = this.descriptor
    return version > 0 && inSpan(key, start, end)
  }

  /**
   * The part of a span that belongs to the range; its start may be its end then, or beyond. Where
   * the range does not cut it, start and end are those that were given.
   */
  within({ start, end }: RangeSpan): RangeSpan {
    const mine = this.descriptor
    const before = compareBytes(start, mine.start) < 0
    const beyond = mine.end.length > 0 && (end.length === 0 || compareBytes(end, mine.end) > 0)
    return { start: before ? mine.start : start, end: beyond ? mine.end : end }
  }

  /** Whether an engine key is that of a cell behind the last one of the range. */
  isBeyond(key: Uint8Array): boolean {
    const { end, keyspaceId } = this.descriptor
    if (beginsWith(key, prefixes.cell, keyspaceId)) {
      return end.length > 0 && compareBytes(key.subarray(keyHeadBytes), end) >= 0
    }
    return key[0] === prefixes.cell && compareBytes(key, this.nextCells) >= 0
  }

  /** Cells of [start, end), an empty end meaning the last one. */
  cellSpan(start: Uint8Array, end: Uint8Array): Span {
    return { gte: this.cell(start), lt: end.length === 0 ? this.nextCells : this.cell(end) }
  }

  expiry(expiresAtMs: WallMs, key: Uint8Array): Uint8Array {
    const row = new Uint8Array(keyHeadBytes + 8 + key.length)
    row.set(head(prefixes.expiry, this.descriptor.keyspaceId))
    writeUint(row, keyHeadBytes, expiresAtMs)
    row.set(key, keyHeadBytes + 8)
    return row
  }

  /** Undefined: no row of its keyspace's expiry index. */
  readExpiry(row: Uint8Array): RangeExpiry | undefined {
    if (!beginsWith(row, prefixes.expiry, this.descriptor.keyspaceId)) return undefined
    const expiry = readExpiryRow(row)
    return expiry === undefined ? undefined : { ...expiry, mine: this.holds(expiry.key) }
  }

  /** Undefined: a key that has no place in the image of this range. */
  readImageKey(key: Uint8Array): ImageKey | undefined {
    const { rangeId, keyspaceId } = this.descriptor
    if (beginsWith(key, prefixes.cell, keyspaceId)) {
      const mine = key.length > keyHeadBytes && this.holds(key.subarray(keyHeadBytes))
      return mine ? { type: "cell" } : undefined
    }
    if (key.length === 1 && key[0] === prefixes.cellsEnd) return { type: "cellsEnd" }
    if (!beginsWith(key, prefixes.own, rangeId)) return undefined
    const kind = key[keyHeadBytes]
    const restBytes = key.length - ownHeadBytes
    if (restBytes === 0) {
      if (kind === kinds.applied) return { type: "applied" }
      return kind === kinds.sessionsEnd ? { type: "sessionsEnd" } : undefined
    }
    if (kind === kinds.chunk && restBytes === 8) {
      const index = readUint(key, ownHeadBytes)
      return index === undefined ? undefined : { type: "chunk", index }
    }
    if (restBytes !== clientIdBytes) return undefined
    const clientId = key.subarray(ownHeadBytes)
    if (kind === kinds.session) return { type: "session", clientId }
    return kind === kinds.forgotten ? { type: "forgotten", clientId } : undefined
  }

  /** What is the range's own, of one kind. */
  #own(kind: number): Uint8Array {
    return joined(head(prefixes.own, this.descriptor.rangeId), Uint8Array.of(kind))
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

function beginsWith(key: Uint8Array, prefix: number, id: number): boolean {
  if (key.length < keyHeadBytes || key[0] !== prefix) return false
  return new DataView(key.buffer, key.byteOffset).getUint32(1) === id
}
