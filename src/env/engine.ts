/** One write of a batch. */
export type EngineWrite =
  | { readonly type: "put"; readonly key: Uint8Array; readonly value: Uint8Array }
  | { readonly type: "del"; readonly key: Uint8Array }

export interface KeyValue {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

export interface EngineRange {
  /** First key of the span. */
  readonly gte: Uint8Array
  /** First key after the span. */
  readonly lt: Uint8Array
  readonly reverse?: boolean
  /** The caller does without keys: they may come empty, which is cheaper. */
  readonly valuesOnly?: boolean
  /** About how much the caller will take in all: reading ahead goes no further. */
  readonly bytesHint?: number
}

/**
 * A view of the engine as it was when the iterator was made; later writes don't show. Fails with
 * KvError `unavailable` when the engine had to let go of it: the caller begins anew.
 */
export interface EngineIterator {
  /** The next pairs, at most about `bytesMax` of them (at least one); empty at the end. */
  next(bytesMax: number): Promise<readonly KeyValue[]>
  close(): Promise<void>
}

export interface EngineWriteOptions {
  readonly sync: boolean
  /** What is about to be written, to see that there is space. Default: summed up beforehand. */
  readonly bytesAbout?: number
}

/**
 * An ordered key-value store on a disk of its own. Unsynced writes may be lost at a crash, but only
 * from the newest back: what survives is a prefix of the writes, each whole (atomic). A synced
 * write that can't be read any more is `data_loss`, never just left out.
 * Every call may fail with KvError `data_loss` (bytes on disk are not what was written),
 * `disk_full` (nothing of this write happened), `internal`, and `unavailable` once it is closed.
 */
export interface Engine {
  /** Values in the order of the keys; undefined where there is none. Keys must not be empty. */
  getMany(keys: readonly Uint8Array[]): Promise<readonly (Uint8Array | undefined)[]>
  /**
   * One atomic write. With `sync`, resolves when it and every write before it is durable. The
   * caller keeps at most one write under way, for the engine may reorder concurrent ones. Writes
   * are taken one by one, with pauses for others when there are many, and copied at once: the bytes
   * of one may be used again for the next.
   */
  write(writes: Iterable<EngineWrite>, options: EngineWriteOptions): Promise<void>
  /** The view is taken at the call, before it returns. */
  iterate(range: EngineRange): EngineIterator
  /**
   * Forgets everything and holds just `writes`, durable, in one step: after a crash there is all
   * of the old or all of the new. Works where bytes on disk are damaged. Counts as a write;
   * iterators made before it fail with `unavailable`.
   */
  replaceAll(writes: readonly EngineWrite[]): Promise<void>
  /** Approximate bytes on disk of a span. */
  approximateBytes(range: EngineRange): Promise<number>
  /** Gives back the space of what was deleted in a span: rewrites what lies there. */
  compact(range: EngineRange): Promise<void>
  close(): Promise<void>
}
