/** One small document that a node keeps: read at its start, replaced as a whole. */
export interface Memo {
  /** undefined: nothing was ever written. */
  read(): Promise<Uint8Array | undefined>
  /** Durable when it resolves; a crash before leaves the old one or the new one, whole. */
  write(bytes: Uint8Array): Promise<void>
}
