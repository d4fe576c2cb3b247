/** A file open for appending; the only kind the store writes. */
export interface LogFile {
  readonly name: string
  /** Bytes appended so far, durable or not. */
  readonly sizeBytes: number
  /**
   * Appends the parts in order. Not durable before `sync`. KvError `disk_full` when space is out.
   */
  append(parts: readonly Uint8Array[]): Promise<void>
  /**
   * Makes everything appended so far durable, an append that was asked for in the same breath
   * included. A failure is final for this file: never retried.
   */
  sync(): Promise<void>
  /** Reads up to `length` bytes at `offset`; fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>
  /** Cuts the file to `sizeBytes` and makes the cut durable. */
  truncate(sizeBytes: number): Promise<void>
  close(): Promise<void>
}

/**
 * A flat folder of append-only files. A crash may lose or tear what was not synced, and may lose a
 * file created or removed since the last `syncFolder`. After one, a file may end in zeros. A file
 * that is open can still be read after its removal.
 */
export interface LogDevice {
  /** Names in this folder, sorted. */
  list(): Promise<readonly string[]>
  /** Opens a file, creating it empty when absent. */
  open(name: string): Promise<LogFile>
  remove(name: string): Promise<void>
  /** Atomic replacement of `to`. Durable after `syncFolder`. */
  rename(from: string, to: string): Promise<void>
  /** Makes creations, removals and renames durable. */
  syncFolder(): Promise<void>
  /** Bytes that can still be written before the disk is full. */
  freeBytes(): Promise<number>
  /** Bytes that the disk has in all, whoever uses them. */
  capacityBytes(): Promise<number>
}
