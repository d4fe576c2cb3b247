/** What a call brings along beside its request. */
export interface Call {
  /** undefined: the client sets no deadline. */
  readonly timeoutMs: number | undefined
  /** `cancel` is called when the client went away. */
  onCancel(cancel: () => void): void
  /** `left` is called when the response has left, or never will. Absent: it leaves at once. */
  onLeft?(left: () => void): void
}
