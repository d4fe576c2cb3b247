interface Window {
  startMs: number
  admitted: number
  suppressed: number
}

/** Holds back lines that repeat: of one name, at most so many in a window of time. */
export class RepeatGate {
  readonly #linesMax: number
  readonly #windowMs: number
  // Bounded by the number of event names in the program: names are literals, never data.
  readonly #windows = new Map<string, Window>()

  constructor(linesMax: number, windowMs: number) {
    this.#linesMax = linesMax
    this.#windowMs = windowMs
  }

  /** How many lines of this name were held back since the last; undefined: hold this one too. */
  admit(name: string, nowMs: number): number | undefined {
    const window = this.#windows.get(name)
    if (window === undefined || nowMs - window.startMs >= this.#windowMs) {
      this.#windows.set(name, { startMs: nowMs, admitted: 1, suppressed: 0 })
      return window?.suppressed ?? 0
    }
    if (window.admitted < this.#linesMax) {
      window.admitted += 1
      return 0
    }
    window.suppressed += 1
    return undefined
  }
}
