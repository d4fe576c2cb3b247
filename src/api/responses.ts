import { responseOfResult } from "../wire/index.ts"
import { type Admission, overloaded } from "./admission.ts"
import type { Call } from "./call.ts"

/** Bytes of a result that tells of an effect, or of an error; most have far fewer. */
export const shortResultBytes = 512

/** Long results are of reads, and of swaps that did not happen: nothing is lost with them. */
export function canBeAskedAgain(result: Uint8Array): boolean {
  const answer = responseOfResult(result)
  return !("error" in answer) && ["get", "scan", "compareAndSwap"].includes(answer.verb)
}

/**
 * Counts a long response among what this node holds, until it has left. Throws KvError `overloaded`
 * where there is no room for it and it can be asked for again.
 */
export function holdResponse(
  admission: Admission,
  call: Call,
  response: Uint8Array,
  canBeRefused: boolean,
): void {
  if (call.onLeft === undefined || response.length <= shortResultBytes) return
  if (!admission.hold(response.length)) {
    if (canBeRefused) throw overloaded()
    admission.holdAnyway(response.length)
  }
  call.onLeft(() => admission.free(response.length))
}
