import type { LogIndex, RangeId, Term } from "../../base/index.ts"
import type { Entry, EntryId, HardState } from "../../core/raft/types.ts"
import type { Telemetry } from "../../env/index.ts"
import type { StorageVariant } from "../variant.ts"

export interface RaftLogOptions {
  /** A segment is closed before it grows beyond this; a larger single append gets its own. */
  readonly segmentBytesMax: number
  readonly telemetry: Telemetry
  /** Whose log this is, the same at every open: part of every checksum. Default "". */
  readonly identity?: string
  /** A range whose oldest entry lies this many segments behind is written anew, if small. */
  readonly stragglerSegments?: number
  readonly variant?: StorageVariant
}

/** What one range wants written. Fields take effect in the order in which they stand here. */
export interface LogWrite {
  readonly rangeId: RangeId
  /** Drops the whole log of the range and begins anew after this entry. */
  readonly start?: EntryId
  readonly hardState?: HardState
  /** Marks a log that lost acknowledged entries; 0 takes the mark back. */
  readonly damageNonce?: number
  /** Contiguous; replaces everything at and after its first index. */
  readonly entries: readonly Entry[]
  /** Drops entries up to and with this one, which the log must hold. Never goes back. */
  readonly compactTo?: EntryId
  /** The range has left this store: nothing of it stays in the log. Goes alone. */
  readonly gone?: boolean
  /** The append that carries this write resolves only when it is durable. */
  readonly sync: boolean
}

/** Entries from `firstIndex` up to the next run have this term. */
export interface TermRun {
  readonly firstIndex: LogIndex
  readonly term: Term
}

/** What the disk remembers of one range. */
export interface RecoveredRange {
  readonly hardState: HardState
  /** The last entry before the log. */
  readonly start: EntryId
  readonly terms: readonly TermRun[]
  readonly lastIndex: LogIndex
  readonly damageNonce: number
}
