import type { KeyspaceId, RangeId, WallMs } from "../../base/index.ts"
import type { RangeDescriptor } from "../../core/range/types.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"

/** A range that can be told to let go of what it has. */
export interface LettingGo {
  /** Forgets what was read; returns what the engine is to keep of it. */
  letGo(): readonly EngineWrite[]
}

/** The other ranges of an engine, as one of them sees them. */
export interface Neighbours {
  /**
   * Whether a range that comes to hold this would have none of its keys in common with others. Then
   * nobody else may come to them until it is settled.
   */
  claim(descriptor: RangeDescriptor): boolean
  /**
   * Something here can't be told apart from what is damaged, or the engine takes no write: all
   * that it holds goes, but for the marks that say so. Throws `unavailable` when that is under way.
   */
  letGoOfAll(by: LettingGo): Promise<void>
  /** A snapshot has brought what was claimed, or never will. */
  settled(rangeId: RangeId): void
  /** Cells went to the engine that may be of a range just split off: none expires before this. */
  bequeath(child: RangeId, expiresAtMs: WallMs | undefined): void
  /** A range was split off, and the engine lost that before it had it. */
  forget(child: RangeId): void
  /** Which of these keys no range has that is here, or comes, or has not gone as a whole. */
  nobodysOf(keyspaceId: KeyspaceId, keys: readonly Uint8Array[]): readonly Uint8Array[]
  /** Whether replicas were here that are not any more: rows of what they held may be. */
  readonly haveLeft: boolean
  /** All is about to be let go: whoever waits for something gives up. */
  readonly lettingGo: boolean
}

/** An engine that no other range is on. */
export function aloneOn(engine: Engine): Neighbours {
  return {
    letGoOfAll: (by) => engine.replaceAll(by.letGo()),
    claim: () => true,
    settled: () => {},
    bequeath: () => {},
    forget: () => {},
    // It may have borne others, of which it does not hear.
    nobodysOf: () => [],
    haveLeft: false,
    lettingGo: false,
  }
}
