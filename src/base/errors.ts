/**
 * The closed catalogue of errors. A code exists because a caller can act on it, and says how:
 *
 * - `status`: the gRPC status a plain client sees
 * - `outcome`: "refused" surely had no effect; "unknown" may still take effect
 * - `advice`: "fix" the request; "redirect" to the leader named; "retry" later, with backoff;
 *   "ask" (read the state, then decide); "repair" (an operator must look)
 */
export const errorCatalogue = {
  invalid_argument: { status: 3, outcome: "refused", advice: "fix" },
  too_large: { status: 3, outcome: "refused", advice: "fix" },
  unknown_keyspace: { status: 5, outcome: "refused", advice: "fix" },
  keyspace_exists: { status: 6, outcome: "refused", advice: "fix" },
  not_a_number: { status: 9, outcome: "refused", advice: "fix" },
  number_overflow: { status: 11, outcome: "refused", advice: "fix" },
  /** What the request rests on is not so: look at the state, which the message tells. */
  state_changed: { status: 9, outcome: "refused", advice: "ask" },
  unimplemented: { status: 12, outcome: "refused", advice: "fix" },
  cancelled: { status: 1, outcome: "refused", advice: "fix" },
  cancelled_unknown: { status: 1, outcome: "unknown", advice: "ask" },
  deadline_exceeded: { status: 4, outcome: "refused", advice: "retry" },
  deadline_unknown: { status: 4, outcome: "unknown", advice: "ask" },
  not_leader: { status: 14, outcome: "refused", advice: "redirect" },
  /** The keys belong to another range by now, or the range has another span. */
  range_changed: { status: 14, outcome: "refused", advice: "redirect" },
  unavailable: { status: 14, outcome: "refused", advice: "retry" },
  overloaded: { status: 8, outcome: "refused", advice: "retry" },
  disk_full: { status: 8, outcome: "refused", advice: "retry" },
  result_unknown: { status: 2, outcome: "unknown", advice: "ask" },
  session_forgotten: { status: 9, outcome: "unknown", advice: "ask" },
  data_loss: { status: 15, outcome: "refused", advice: "repair" },
  wrong_cluster: { status: 9, outcome: "refused", advice: "fix" },
  internal: { status: 13, outcome: "unknown", advice: "ask" },
} as const satisfies Record<string, ErrorKind>

interface ErrorKind {
  readonly status: number
  readonly outcome: Outcome
  readonly advice: "fix" | "redirect" | "retry" | "ask" | "repair"
}

export type Outcome = "refused" | "unknown"
export type ErrorCode = keyof typeof errorCatalogue

/** Where the answer may be had instead. */
export interface LeaderHint {
  readonly nodeId: number
  readonly address: string
}

/** What travels with an error beside its code and message. */
export interface ErrorContext {
  readonly leader?: LeaderHint
  /** When a retry may do better. */
  readonly retryAfterMs?: number
}

/** The one error of this store's interfaces. `message` says what was wrong and what to do. */
export class KvError extends Error {
  override readonly name = "KvError"

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly context: ErrorContext = {},
  ) {
    super(message)
  }

  get outcome(): Outcome {
    return errorCatalogue[this.code].outcome
  }

  get advice(): ErrorKind["advice"] {
    return errorCatalogue[this.code].advice
  }
}

/**
 * The error of a call of many steps, of which some were done, or may be: whatever the last one
 * says of itself, the whole was not refused.
 */
export function partlyDone(error: unknown, done: string): unknown {
  if (!(error instanceof KvError) || error.outcome === "unknown") return error
  const codes: Partial<Record<ErrorCode, ErrorCode>> = {
    deadline_exceeded: "deadline_unknown",
    cancelled: "cancelled_unknown",
  }
  const message = `${done}, then: ${error.message} (${error.code})`
  return new KvError(codes[error.code] ?? "result_unknown", message, error.context)
}

/** Bytes on disk are not what was written. */
export function isDataLoss(error: unknown): error is KvError {
  return error instanceof KvError && error.code === "data_loss"
}

/** There was no space for a write, and nothing of it has happened. */
export function isDiskFull(error: unknown): error is KvError {
  return error instanceof KvError && error.code === "disk_full"
}
