import { type ErrorCode, errorCatalogue, KvError, partlyDone } from "../base/index.ts"
import type { Call } from "./call.ts"

/** Between two attempts of one operation. */
const retryMs = { least: 5, most: 250 }

/** Exponential, with full jitter: `chance` is in [0, 1). */
export function backoffMs(
  attempts: number,
  chance: number,
  bounds: { readonly least: number; readonly most: number } = retryMs,
): number {
  const ceilingMs = Math.min(bounds.most, bounds.least * 2 ** Math.min(attempts, 20))
  return chance * ceilingMs
}

/**
 * Whether an operation that was answered with an error is tried again, by what may have happened
 * to it (rule 54). Refused: when the catalogue says that another time or place may do. Unknown:
 * reads, which have no effect, and writes, because ours carry a request id and happen once.
 */
export function isRetried(code: ErrorCode): boolean {
  const { outcome, advice } = errorCatalogue[code]
  if (outcome === "refused") return advice !== "fix"
  // What the nodes have forgotten they can't tell from what they never saw.
  return code !== "session_forgotten"
}

/** The error of a call whose time is up. */
export function deadlineError(call: Call, trouble: string): KvError {
  const last = call.lastError
  // Names a fault that an operator must mend; the deadline is not what was wrong.
  if (last?.advice === "repair" && !call.mayHaveEffect) return last
  const why = last === undefined ? trouble : `last answer: ${last.code}: ${last.message}`
  const told = why === "" ? "" : ` (${why})`
  if (call.mayHaveEffect) {
    return new KvError(
      "deadline_unknown",
      `no answer before the deadline: the write may still take effect${told}`,
    )
  }
  return new KvError(
    "deadline_exceeded",
    `not done before the deadline: allow more time or send less load${told}`,
  )
}

/**
 * The error of a write of which an earlier attempt may have taken effect: that a later one was
 * refused says nothing of the earlier. Only what is decided under its request id is its result.
 */
export function unsureError(error: KvError): KvError {
  if (error.code === "not_a_number" || error.code === "number_overflow") return error
  return partlyDone(error, "an earlier attempt may have taken effect") as KvError
}

/** The error of a call that its caller took back. */
export function cancelledError(call: Call, why: string): KvError {
  return call.mayHaveEffect
    ? new KvError("cancelled_unknown", `${why}: the write may still take effect`)
    : new KvError("cancelled", why)
}
