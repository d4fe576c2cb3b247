import {
  assert,
  equalBytes,
  type HybridTime,
  type Limits,
  type LogIndex,
  mapKeyOf,
  TurnoverMap,
} from "../../base/index.ts"
import {
  type Forgotten,
  openSessions,
  type PackedSessions,
  packSessions,
} from "./packed-sessions.ts"
import {
  byAge,
  type Chunk,
  compact,
  keptUpTo,
  newSession,
  oldestOf,
  type Remembered,
  recordOf,
  restore,
  resultsOf,
  type Session,
  versionOf,
  weightOf,
} from "./remembered.ts"
import type {
  ForgottenRecord,
  OperationResult,
  RequestId,
  SessionImage,
  SessionRecord,
  SessionResult,
  SessionWrites,
} from "./types.ts"

/** What the results of one session may weigh, and those of all of them. */
const sessionBytesMax = 16 * 1_024 * 1_024
const tableBytesMax = 4 * sessionBytesMax

/** So many ids of forgotten sessions are kept for each session that the table may hold. */
const forgottenPerSession = 4

/** A client that left the sessions or the forgotten since the last flush. */
interface Moved {
  readonly clientId: Uint8Array
  /** When its session was evicted; undefined: before the last flush. */
  readonly evictedTime: HybridTime | undefined
}

/** A result that was remembered since the last flush. */
interface NewResult {
  readonly session: Session
  readonly sequence: number
  readonly kept: Remembered
}

const newResultsMin = 1_024

/** What a range begins with. */
export const noSessions: SessionImage = { sessions: [], forgotten: [], chunks: [] }

/** A table in a form that two tables can be compared by. */
export interface SessionTableView {
  readonly sessions: readonly (SessionRecord & { readonly results: readonly SessionResult[] })[]
  readonly forgotten: SessionImage["forgotten"]
}

/**
 * Client sessions: what makes a retried write the same write (Raft dissertation §6.3, rules 54 and
 * 56). Every change follows from the log alone, so that every replica forgets the same session at
 * the same entry, in whatever batches it applied the log.
 *
 * Both maps are kept in order of age: the log time of last use, or of eviction, of the entry as a
 * whole. Ties are undone only when the oldest is asked for.
 */
export class SessionTable {
  readonly #limits: Limits
  readonly #sessions = new TurnoverMap<string, Session>()
  readonly #forgotten = new TurnoverMap<string, Forgotten>()
  #bytes = 0
  /** The session that was found last: the operations of one client come in rows. */
  #last: Session | undefined
  /** What follows is since the last flush. */
  #changed: Session[] = []
  readonly #moved = new TurnoverMap<string, Moved>()
  #results: NewResult[] = []
  /** So many of them are looked through for those that are needed no more. */
  #resultsMax = newResultsMin
  #chunk: Chunk = { index: 0, runs: 0 }
  #chunksDropped: LogIndex[] = []

  constructor(image: SessionImage, limits: Limits) {
    this.#limits = limits
    for (const record of byAge(image.sessions, (each) => each.lastUsedTime, keyOf)) {
      const key = keyOf(record)
      this.#sessions.set(key, newSession(key, record))
    }
    for (const { clientId, time } of byAge(image.forgotten, (each) => each.time, keyOf)) {
      const key = mapKeyOf(clientId)
      this.#forgotten.set(key, { key, clientId: new Uint8Array(clientId), time })
    }
    const chunks = [...image.chunks].sort((left, right) => left.index - right.index)
    for (const { index, results } of chunks) this.#restoreChunk(index, results)
  }

  /** The table that was packed, as it was. */
  static open(packed: PackedSessions, limits: Limits): SessionTable {
    const table = new SessionTable(noSessions, limits)
    const { sessions, forgotten } = openSessions(packed, weightOf)
    for (const session of sessions) {
      table.#sessions.set(session.key, session)
      table.#bytes += session.bytes
    }
    for (const each of forgotten) table.#forgotten.set(each.key, each)
    return table
  }

  get size(): number {
    return this.#sessions.size
  }

  /** All of it in few bytes; undefined: some of it is due in an engine write. */
  pack(): PackedSessions | undefined {
    const due = this.#changed.length + this.#moved.size + this.#results.length + this.#chunk.runs
    if (due + this.#chunksDropped.length > 0) return undefined
    return packSessions(this.#sessions.values(), this.#forgotten.values())
  }

  /**
   * The session of a request, made if the client is new. It counts as used, and results that the
   * client acknowledges are let go. Undefined: the client had a session, and it was forgotten.
   */
  open(id: RequestId, index: LogIndex, time: HybridTime): Session | undefined {
    const session = this.#find(id.clientId) ?? this.#create(id, index, time)
    if (session === undefined) return undefined
    this.#last = session
    if (session.lastUsedTime !== time) {
      session.lastUsedTime = time
      this.#sessions.delete(session.key)
      this.#sessions.set(session.key, session)
    }
    if (!session.changed) {
      session.changed = true
      this.#changed.push(session)
    }
    if (id.acknowledgedBelow > session.acknowledgedBelow) {
      this.#acknowledge(session, id.acknowledgedBelow)
    }
    return session
  }

  /** The result of a request that was applied before; undefined: it was not. */
  recall(session: Session, sequence: number): OperationResult | undefined {
    const kept = session.results.get(sequence)
    return kept === undefined ? undefined : restore(kept)
  }

  /** Whether one more result of this session can be remembered. */
  hasRoom(session: Session): boolean {
    return session.results.size < this.#limits.sessionResultsMax && session.bytes < sessionBytesMax
  }

  remember(session: Session, sequence: number, result: OperationResult): void {
    assert(sequence >= session.acknowledgedBelow, "nobody will ask for this result")
    const kept = compact(result)
    this.#hold(session, this.#chunk, sequence, kept)
    this.#results.push({ session, sequence, kept })
    if (this.#results.length >= this.#resultsMax) this.#dropNeedless()
    while (this.#bytes > tableBytesMax && this.#sessions.size > 1) {
      this.#evictOldest(session.lastUsedTime, session)
    }
  }

  /**
   * Takes over the sessions of another range at `index`, and goes on from the log time of both.
   * What either table had forgotten is forgotten from here on: its client may have had an answer
   * that nobody knows any more.
   */
  absorb(other: SessionTableView, index: LogIndex, time: HybridTime): void {
    for (const theirs of other.forgotten) this.#forgetToo(theirs, time)
    for (const theirs of other.sessions) this.#absorbSession(theirs, index, time)
    this.#putInOrder()
    while (this.#sessions.size > this.#limits.sessionsMax || this.#bytes > tableBytesMax) {
      this.#evictOldest(time, undefined)
    }
    this.#boundForgotten()
  }

  /** What changed since the last flush, for the engine write of the batch that ends at `index`. */
  flush(index: LogIndex): SessionWrites {
    const results = this.#takeResults()
    const chunk = results.length === 0 ? undefined : { index, results }
    // A chunk without results is not written: no one will have to drop it.
    if (chunk !== undefined) this.#chunk.index = index
    this.#chunk = { index: 0, runs: 0 }
    const chunksDropped = this.#chunksDropped
    this.#chunksDropped = []
    return { sessions: this.#takeChanged(), ...this.#takeMoved(), chunk, chunksDropped }
  }

  /** The whole table, for a range that begins with a copy of it at `index`. */
  image(index: LogIndex): SessionImage {
    const { sessions, forgotten } = this.view()
    const results = sessions.flatMap((session) => session.results)
    return {
      sessions: sessions.map(({ results: _, ...record }) => record),
      forgotten,
      chunks: results.length === 0 ? [] : [{ index, results }],
    }
  }

  /** Everything that decides what the table will answer; costs as much as the table is big. */
  view(): SessionTableView {
    const key = (each: { readonly key: string }): string => each.key
    const sessions = byAge([...this.#sessions.values()], (each) => each.lastUsedTime, key)
    const forgotten = byAge([...this.#forgotten.values()], (each) => each.time, key)
    return {
      sessions: sessions.map((each) => ({ ...recordOf(each), results: resultsOf(each) })),
      forgotten: forgotten.map(({ clientId, time }) => ({ clientId, time })),
    }
  }

  /**
   * What is broken in the books after the entry at `index`, at log time `time`, if anything is.
   * For tests and the simulator; copies nothing, as it is asked for after every batch there.
   */
  faults(index: LogIndex, time: HybridTime): readonly string[] {
    const faults: string[] = []
    const expect = (holds: boolean, what: string) => {
      if (!holds) faults.push(what)
    }
    const { sessionsMax, sessionResultsMax } = this.#limits
    expect(this.#sessions.size <= sessionsMax, "more sessions than there may be")
    expect(this.#forgotten.size <= forgottenPerSession * sessionsMax, "too many forgotten kept")
    for (const forgotten of this.#forgotten.values()) {
      expect(forgotten.time <= time, "a session forgotten after log time")
    }
    let lastUsed = 0
    let bytes = 0
    for (const [key, session] of this.#sessions) {
      expect(key === mapKeyOf(session.clientId), "a session under another client's id")
      expect(!session.evicted && !this.#forgotten.has(key), "a session both kept and forgotten")
      expect(session.createdIndex <= index, "a session created by an entry that was not applied")
      expect(session.lastUsedTime >= lastUsed, "sessions out of the order of use")
      expect(session.lastUsedTime <= time, "a session used after log time")
      expect(session.results.size <= sessionResultsMax, "more results than there may be")
      const kept = keptUpTo(session)
      for (const [sequence, result] of session.results) {
        expect(sequence >= session.acknowledgedBelow, "an acknowledged result was kept")
        expect(sequence <= kept, "a result whose chunk may be dropped")
        expect(versionOf(result) <= time, "a result from after log time")
        bytes += weightOf(result)
      }
      lastUsed = session.lastUsedTime
    }
    expect(bytes === this.#bytes, "the weight of the results is not their sum")
    return faults
  }

  #find(clientId: Uint8Array): Session | undefined {
    const last = this.#last
    if (last !== undefined && !last.evicted && equalBytes(last.clientId, clientId)) return last
    return this.#sessions.get(mapKeyOf(clientId))
  }

  /** A session for a client that is new, as far as can be told. */
  #create(id: RequestId, index: LogIndex, time: HybridTime): Session | undefined {
    const key = mapKeyOf(id.clientId)
    // Who has acknowledged something had a session once: maybe this very request was applied then.
    if (this.#forgotten.has(key) || id.acknowledgedBelow > 1) return undefined
    while (this.#sessions.size >= this.#limits.sessionsMax) this.#evictOldest(time, undefined)
    const session = newSession(key, {
      clientId: id.clientId,
      createdIndex: index,
      lastUsedTime: time,
      acknowledgedBelow: id.acknowledgedBelow,
    })
    this.#sessions.set(key, session)
    return session
  }

  #acknowledge(session: Session, below: number): void {
    const from = session.acknowledgedBelow
    session.acknowledgedBelow = below
    if (below - from <= session.results.size) {
      for (let sequence = from; sequence < below; sequence += 1) this.#release(session, sequence)
    } else {
      for (const sequence of session.results.keys()) {
        if (sequence < below) this.#release(session, sequence)
      }
    }
    let first = session.runs[0]
    while (first !== undefined && first.lastSequence < below) {
      this.#dropRun(first.chunk)
      session.runs.shift()
      first = session.runs[0]
    }
  }

  #hold(session: Session, chunk: Chunk, sequence: number, kept: Remembered): void {
    session.results.set(sequence, kept)
    const weight = weightOf(kept)
    session.bytes += weight
    this.#bytes += weight
    const run = session.runs[session.runs.length - 1]
    if (run?.chunk === chunk) run.lastSequence = Math.max(run.lastSequence, sequence)
    else {
      session.runs.push({ chunk, lastSequence: sequence })
      chunk.runs += 1
    }
  }

  #release(session: Session, sequence: number): void {
    const kept = session.results.get(sequence)
    if (kept === undefined) return
    session.results.delete(sequence)
    const weight = weightOf(kept)
    session.bytes -= weight
    this.#bytes -= weight
  }

  #dropRun(chunk: Chunk): void {
    chunk.runs -= 1
    assert(chunk.runs >= 0, "a chunk was let go more often than taken")
    if (chunk.runs === 0 && chunk.index !== 0) this.#chunksDropped.push(chunk.index)
  }

  #absorbSession(
    theirs: SessionTableView["sessions"][number],
    index: LogIndex,
    time: HybridTime,
  ): void {
    const key = mapKeyOf(theirs.clientId)
    if (this.#forgotten.has(key)) return
    let session = this.#sessions.get(key)
    if (session === undefined) {
      // It is new to this log: an older chunk may still hold what this client did here in a session
      // that was forgotten even as forgotten, and who restarts would read it.
      session = newSession(key, { ...theirs, createdIndex: index })
      this.#sessions.set(key, session)
    } else {
      session.lastUsedTime = Math.max(session.lastUsedTime, theirs.lastUsedTime)
      if (theirs.acknowledgedBelow > session.acknowledgedBelow) {
        this.#acknowledge(session, theirs.acknowledgedBelow)
      }
    }
    if (!session.changed) {
      session.changed = true
      this.#changed.push(session)
    }
    for (const { sequence, result } of theirs.results) {
      if (sequence < session.acknowledgedBelow || session.results.has(sequence)) continue
      const kept = compact(result)
      this.#hold(session, this.#chunk, sequence, kept)
      this.#results.push({ session, sequence, kept })
    }
    // Its client has more under way than it may have.
    const { sessionResultsMax } = this.#limits
    if (session.results.size > sessionResultsMax) this.#evict(session, time)
  }

  #forgetToo(theirs: ForgottenRecord, time: HybridTime): void {
    const key = keyOf(theirs)
    const session = this.#sessions.get(key)
    if (session !== undefined) {
      this.#evict(session, time)
      return
    }
    const forgottenTime = Math.max(theirs.time, this.#forgotten.get(key)?.time ?? 0)
    const clientId = new Uint8Array(theirs.clientId)
    this.#forgotten.set(key, { key, clientId, time: forgottenTime })
    this.#moved.set(key, { clientId, evictedTime: forgottenTime })
  }

  /** Both maps in the order of age again, which two tables together are not. */
  #putInOrder(): void {
    const sessions = [...this.#sessions.values()]
    for (const session of byAge(sessions, (each) => each.lastUsedTime, keyOf)) {
      this.#sessions.delete(session.key)
      this.#sessions.set(session.key, session)
    }
    const forgotten = [...this.#forgotten.values()]
    for (const each of byAge(forgotten, ({ time }) => time, keyOf)) {
      this.#forgotten.delete(each.key)
      this.#forgotten.set(each.key, each)
    }
  }

  /** Forgets the session that was used least recently, but never `except`. */
  #evictOldest(time: HybridTime, except: Session | undefined): void {
    if (except !== undefined) this.#sessions.delete(except.key)
    const oldest = oldestOf(this.#sessions, (session) => session.lastUsedTime)
    // Used in this entry, so back at the end is where it belongs.
    if (except !== undefined) this.#sessions.set(except.key, except)
    assert(oldest !== undefined, "nothing is left to forget")
    this.#evict(oldest, time)
    this.#boundForgotten()
  }

  #evict(session: Session, time: HybridTime): void {
    const { key, clientId } = session
    session.evicted = true
    this.#sessions.delete(key)
    this.#bytes -= session.bytes
    for (const run of session.runs) this.#dropRun(run.chunk)
    this.#forgotten.set(key, { key, clientId, time })
    this.#moved.set(key, { clientId, evictedTime: time })
  }

  #boundForgotten(): void {
    while (this.#forgotten.size > forgottenPerSession * this.#limits.sessionsMax) {
      this.#dropForgotten()
    }
  }

  #dropForgotten(): void {
    const oldest = oldestOf(this.#forgotten, (forgotten) => forgotten.time)
    assert(oldest !== undefined, "nothing is left to drop")
    const { key, clientId } = oldest
    this.#forgotten.delete(key)
    this.#moved.set(key, { clientId, evictedTime: this.#moved.get(key)?.evictedTime })
  }

  /** New results that are still needed: neither acknowledged nor their session evicted since. */
  #takeResults(): readonly SessionResult[] {
    const needed = this.#results.filter(isNeeded)
    this.#results = []
    this.#resultsMax = newResultsMin
    return needed.map(({ session, sequence, kept }) => {
      return { clientId: session.clientId, sequence, result: restore(kept) }
    })
  }

  /** Most are acknowledged long before the next flush: the collector is to find them young. */
  #dropNeedless(): void {
    this.#results = this.#results.filter(isNeeded)
    this.#resultsMax = Math.max(newResultsMin, 2 * this.#results.length)
  }

  #takeChanged(): readonly SessionRecord[] {
    const records: SessionRecord[] = []
    for (const session of this.#changed) {
      session.changed = false
      if (!session.evicted) records.push(recordOf(session))
    }
    this.#changed = []
    return records
  }

  /**
   * Where clients that moved have ended up. One that was both evicted and dropped is in both lists:
   * the engine forgets first and unforgets then, and so is left with neither.
   */
  #takeMoved(): Pick<SessionWrites, "forgotten" | "unforgotten"> {
    const forgotten: ForgottenRecord[] = []
    const unforgotten: Uint8Array[] = []
    for (const [key, { clientId, evictedTime }] of this.#moved) {
      const kept = this.#forgotten.get(key)
      if (kept !== undefined) {
        forgotten.push({ clientId, time: kept.time })
        continue
      }
      if (evictedTime !== undefined && !this.#sessions.has(key)) {
        forgotten.push({ clientId, time: evictedTime })
      }
      unforgotten.push(clientId)
    }
    this.#moved.clear()
    return { forgotten, unforgotten }
  }

  /** Takes over a chunk that the engine holds; results that nobody needs any more are left out. */
  #restoreChunk(index: LogIndex, results: readonly SessionResult[]): void {
    const chunk: Chunk = { index, runs: 0 }
    for (const { clientId, sequence, result } of results) {
      const session = this.#sessions.get(mapKeyOf(clientId))
      if (session === undefined || sequence < session.acknowledgedBelow) continue
      // Of an earlier session of the same client, forgotten even as forgotten.
      if (index < session.createdIndex) continue
      this.#hold(session, chunk, sequence, compact(result))
    }
    if (chunk.runs === 0) this.#chunksDropped.push(index)
  }
}

function keyOf({ clientId }: { readonly clientId: Uint8Array }): string {
  return mapKeyOf(clientId)
}

function isNeeded({ session, sequence }: NewResult): boolean {
  return !session.evicted && sequence >= session.acknowledgedBelow
}
