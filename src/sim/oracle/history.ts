/**
 * One line of a history: one operation of one client, as an outside checker reads it. Times are
 * nanoseconds of one clock; operations of which none ended before the other began overlap (a tie
 * counts as overlap).
 *
 * - `value`: what put and cas write (cas: null deletes), the delta of incr; null for get and delete
 * - `expected`: what cas compares with, null for absent; or `expectedVersion`
 * - `ok`: true: done; null: unknown, may take effect any time after its call, or never; false with
 *   `error`: refused, had no effect; false without it: the comparison of a cas failed
 * - `result`: what get saw (null: absent), the sum of incr, what a failed cas found if it says so
 * - `version`: of the cell written, or of the cell seen
 *
 * Numbers and their decimal text are the same value: counters are text in the store. Lines of one
 * client must not overlap: after an unknown outcome it goes on under a new number. Values written
 * should be unique; the judge needs no uniqueness, but a stale value that equals a new one hides.
 */
export interface HistoryLine {
  readonly client: number
  readonly op: "get" | "put" | "cas" | "incr" | "delete"
  readonly key: string
  readonly value: string | number | null
  readonly expected?: string | number | null
  readonly expectedVersion?: number
  readonly ok: boolean | null
  readonly result?: string | number | null
  readonly version?: number
  readonly error?: string
  readonly call: number
  readonly return: number
}

const verbs: ReadonlySet<unknown> = new Set(["get", "put", "cas", "incr", "delete"])

/** Reads the lines of a history file. Throws Error naming the line that is none. */
export function parseHistory(text: string): HistoryLine[] {
  return text
    .split("\n")
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, number }) => parseLine(line, number))
}

function parseLine(text: string, number: number): HistoryLine {
  let line: Partial<HistoryLine>
  try {
    line = JSON.parse(text) as Partial<HistoryLine>
  } catch {
    throw new Error(`history line ${number} is not JSON`)
  }
  const missing =
    typeof line.client !== "number"
      ? "client"
      : !verbs.has(line.op)
        ? "op"
        : typeof line.key !== "string"
          ? "key"
          : line.ok === undefined
            ? "ok"
            : typeof line.call !== "number"
              ? "call"
              : typeof line.return !== "number" || line.return < line.call
                ? "return"
                : undefined
  if (missing !== undefined) throw new Error(`history line ${number} has no usable "${missing}"`)
  return { value: null, ...line } as HistoryLine
}

/** One line of a history file, without its line end. */
export function formatHistoryLine(line: HistoryLine): string {
  return JSON.stringify(line)
}
