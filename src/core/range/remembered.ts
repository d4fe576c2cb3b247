import { type HybridTime, type LogIndex, TurnoverMap } from "../../base/index.ts"
import type { OperationResult, SessionRecord, SessionResult } from "./types.ts"

/** A result as it is remembered: of a put its version alone, of a delete the version negated. */
export type Remembered = number | OperationResult

/** What remembering costs, roughly: a bare version, and anything else beside its bytes. */
const versionBytes = 64
const resultBytes = 192

/** Results that one engine write holds; dropped when none of them is needed any more. */
export interface Chunk {
  /** Its name, the last index of its batch. 0: not written. */
  index: LogIndex
  /** How many sessions have a run in it. */
  runs: number
}

/** All results of a session in one chunk, by the one that is needed longest. */
export interface Run {
  readonly chunk: Chunk
  lastSequence: number
}

/** One client's session while it is in the table. */
export interface Session {
  /** `mapKeyOf` the client id. */
  readonly key: string
  readonly clientId: Uint8Array
  readonly createdIndex: LogIndex
  lastUsedTime: HybridTime
  acknowledgedBelow: number
  /** By sequence; none below `acknowledgedBelow`. */
  readonly results: TurnoverMap<number, Remembered>
  /** What `results` weigh. */
  bytes: number
  /** Oldest first. */
  readonly runs: Run[]
  /** Changed since the table was last flushed. */
  changed: boolean
  /** No longer in the table. */
  evicted: boolean
}

export function newSession(key: string, record: SessionRecord): Session {
  const { createdIndex, lastUsedTime, acknowledgedBelow } = record
  return {
    key,
    clientId: new Uint8Array(record.clientId),
    createdIndex,
    lastUsedTime,
    acknowledgedBelow,
    results: new TurnoverMap(),
    bytes: 0,
    runs: [],
    changed: false,
    evicted: false,
  }
}

export function recordOf(session: Session): SessionRecord {
  const { clientId, createdIndex, lastUsedTime, acknowledgedBelow } = session
  return { clientId, createdIndex, lastUsedTime, acknowledgedBelow }
}

/** All results of a session, by sequence. */
export function resultsOf(session: Session): readonly SessionResult[] {
  return [...session.results]
    .sort(([left], [right]) => left - right)
    .map(([sequence, kept]) => ({ clientId: session.clientId, sequence, result: restore(kept) }))
}

export function compact(result: OperationResult): Remembered {
  if (result.type === "put") return result.version
  if (result.type === "delete") return -result.version
  // Views into the engine's or a client's bytes would keep much more in memory than themselves.
  if (result.type === "compareAndSwap" && result.value !== undefined) {
    return { ...result, value: new Uint8Array(result.value) }
  }
  return result
}

export function restore(kept: Remembered): OperationResult {
  if (typeof kept !== "number") return kept
  return kept > 0 ? { type: "put", version: kept } : { type: "delete", version: -kept }
}

/** What remembering it costs, roughly; the same on every replica. */
export function weightOf(kept: Remembered): number {
  if (typeof kept === "number") return versionBytes
  switch (kept.type) {
    case "compareAndSwap":
      return resultBytes + (kept.value?.length ?? 0)
    case "deleteRange":
      return resultBytes + kept.resumeKey.length
    case "addKeyspace":
      return 2 * resultBytes
    case "error":
      return resultBytes + kept.message.length
    default:
      return resultBytes
  }
}

/** Of when it is; 0 of one that tells no version. */
export function versionOf(kept: Remembered): HybridTime {
  if (typeof kept === "number") return Math.abs(kept)
  return "version" in kept ? kept.version : 0
}

/** Results of up to which sequence have a run that holds their chunk; -1: none. */
export function keptUpTo({ runs }: Session): number {
  return runs.reduce((last, run) => Math.max(last, run.lastSequence), -1)
}

interface Aged {
  readonly key: string
}

/** In order of age, ties by client id: the order in which sessions are forgotten. */
export function byAge<T>(
  each: readonly T[],
  ageOf: (one: T) => HybridTime,
  keyOf: (one: T) => string,
): T[] {
  return [...each].sort(
    (left, right) => ageOf(left) - ageOf(right) || (keyOf(left) < keyOf(right) ? -1 : 1),
  )
}

/** The first in the order of `byAge` of a map that is in order of age, save for its ties. */
export function oldestOf<T extends Aged>(
  map: { values(): Iterable<T> },
  ageOf: (one: T) => HybridTime,
): T | undefined {
  let oldest: T | undefined
  for (const one of map.values()) {
    if (oldest !== undefined && ageOf(one) !== ageOf(oldest)) break
    if (oldest === undefined || one.key < oldest.key) oldest = one
  }
  return oldest
}
