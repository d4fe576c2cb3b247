import { assert, type HybridTime, mapKeyOf } from "../../base/index.ts"
import { type Chunk, newSession, type Remembered, type Session } from "./remembered.ts"
import type { OperationResult } from "./types.ts"

/** A client whose session was forgotten, and at what log time. */
export interface Forgotten {
  readonly key: string
  readonly clientId: Uint8Array
  readonly time: HybridTime
}

/**
 * The sessions of a range that sleeps, in few bytes: most clients that ever wrote there are long
 * gone, and what is left of them, each with the results that it never acknowledged, is many times
 * what else a sleeping replica takes: 1,000 puts that were under way take 3 KiB so, not 100.
 */
export interface PackedSessions {
  /** Client ids as they are; all else in numbers of seven bits a byte, the least first. */
  readonly bytes: Uint8Array
  /** Results that are more than a version, in their order. */
  readonly others: readonly OperationResult[]
}

/** The kinds of a result: the version of a put, that of a delete, or anything else. */
const kinds = { put: 0, delete: 1, other: 2 } as const

/** Sessions and forgotten in order of age, as the table has them; `openSessions` reads them. */
export function packSessions(
  sessions: Iterable<Session>,
  forgotten: Iterable<Forgotten>,
): PackedSessions {
  const pack = new Packing()
  const others: OperationResult[] = []
  let timeBefore = 0
  for (const session of sessions) {
    assert(!session.changed && !session.evicted, "a session is packed before it was written")
    pack.number(1)
    pack.clientId(session.clientId)
    pack.number(session.createdIndex)
    pack.number(session.lastUsedTime - timeBefore)
    timeBefore = session.lastUsedTime
    pack.number(session.acknowledgedBelow)
    pack.number(session.results.size)
    let [before, versionBefore] = [0, 0]
    for (const [sequence, kept] of session.results) {
      pack.signed(sequence - before)
      before = sequence
      if (typeof kept !== "number") {
        pack.number(kinds.other)
        others.push(kept)
        continue
      }
      pack.number(kept > 0 ? kinds.put : kinds.delete)
      pack.signed(Math.abs(kept) - versionBefore)
      versionBefore = Math.abs(kept)
    }
    pack.number(session.runs.length)
    for (const { chunk, lastSequence } of session.runs) {
      pack.number(chunk.index)
      pack.number(lastSequence)
    }
  }
  pack.number(0)
  timeBefore = 0
  for (const { clientId, time } of forgotten) {
    pack.number(1)
    pack.clientId(clientId)
    pack.number(time - timeBefore)
    timeBefore = time
  }
  pack.number(0)
  return { bytes: pack.bytes, others }
}

/** What was packed, each session with its results, their weight and its part in the chunks. */
export function openSessions(
  { bytes, others }: PackedSessions,
  weightOf: (kept: Remembered) => number,
): { readonly sessions: readonly Session[]; readonly forgotten: readonly Forgotten[] } {
  const opening = new Opening(bytes)
  const chunks = new Map<number, Chunk>()
  let [other, lastUsedTime] = [0, 0]
  const sessions: Session[] = []
  while (opening.number() === 1) {
    const clientId = opening.clientId()
    const createdIndex = opening.number()
    lastUsedTime += opening.number()
    const record = { clientId, createdIndex, lastUsedTime, acknowledgedBelow: opening.number() }
    const session = newSession(mapKeyOf(clientId), record)
    let [sequence, version] = [0, 0]
    for (let left = opening.number(); left > 0; left -= 1) {
      sequence += opening.signed()
      const kind = opening.number()
      if (kind !== kinds.other) version += opening.signed()
      const plain = kind === kinds.put ? version : -version
      const kept = kind === kinds.other ? (others[other++] as OperationResult) : plain
      session.results.set(sequence, kept)
      session.bytes += weightOf(kept)
    }
    for (let left = opening.number(); left > 0; left -= 1) {
      const index = opening.number()
      const chunk = chunks.get(index) ?? { index, runs: 0 }
      chunks.set(index, chunk)
      chunk.runs += 1
      session.runs.push({ chunk, lastSequence: opening.number() })
    }
    sessions.push(session)
  }
  const forgotten: Forgotten[] = []
  let time = 0
  while (opening.number() === 1) {
    const clientId = opening.clientId()
    time += opening.number()
    forgotten.push({ key: mapKeyOf(clientId), clientId, time })
  }
  return { sessions, forgotten }
}

const clientIdBytes = 16
const numberBytesMax = 8

class Packing {
  #bytes = new Uint8Array(256)
  #length = 0

  get bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  clientId(clientId: Uint8Array): void {
    assert(clientId.length === clientIdBytes, "a client id has 16 bytes")
    this.#room(clientIdBytes)
    this.#bytes.set(clientId, this.#length)
    this.#length += clientIdBytes
  }

  number(value: number): void {
    assert(Number.isSafeInteger(value) && value >= 0, "what is packed is a whole number")
    this.#room(numberBytesMax)
    let rest = value
    for (; rest >= 128; rest = Math.floor(rest / 128)) {
      this.#bytes[this.#length++] = (rest % 128) + 128
    }
    this.#bytes[this.#length++] = rest
  }

  /** Its first byte has the sign and six bits: twice of what a client may count to is no number. */
  signed(value: number): void {
    const size = value < 0 ? -1 - value : value
    assert(Number.isSafeInteger(size), "what is packed is a whole number")
    this.#room(1)
    const rest = Math.floor(size / 64)
    this.#bytes[this.#length++] = (size % 64) * 2 + (value < 0 ? 1 : 0) + (rest > 0 ? 128 : 0)
    if (rest > 0) this.number(rest)
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return
    const larger = new Uint8Array(2 * this.#bytes.length)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

class Opening {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  clientId(): Uint8Array {
    this.#at += clientIdBytes
    return this.#bytes.slice(this.#at - clientIdBytes, this.#at)
  }

  number(): number {
    let [value, unit] = [0, 1]
    for (;;) {
      const byte = this.#byte()
      value += (byte % 128) * unit
      if (byte < 128) return value
      unit *= 128
    }
  }

  signed(): number {
    const byte = this.#byte()
    const size = Math.floor((byte % 128) / 2) + (byte < 128 ? 0 : 64 * this.number())
    return byte % 2 === 0 ? size : -1 - size
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++]
    assert(byte !== undefined, "packed sessions end too early")
    return byte
  }
}
