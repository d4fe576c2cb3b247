import { responseOfResult, type Verb } from "../wire/index.ts"
import { type Admission, overloaded } from "./admission.ts"
import type { Call } from "./call.ts"

/** Bytes of a result that tells of an effect, or of an error; most have far fewer. */
export const shortResultBytes = 512

const readers: ReadonlySet<Verb> = new Set<Verb>(["get", "scan", "compareAndSwap"])

/**
 * Whether a result may be given up where there is no room for it. Long ones are of reads, and of
 * swaps that did not happen: nothing is lost with them.
 */
export function canBeGivenUp(result: Uint8Array): boolean {
  // Of the short ones, which are nearly all, nothing is read for that.
  if (result.length <= shortResultBytes) return false
  const answer = responseOfResult(result)
  return !("error" in answer) && readers.has(answer.verb)
}

/**
 * Counts a long response among what this node holds, until it has left. Throws KvError `overloaded`
 * where there is no room for it and it can be asked for again, which the verb of the one operation
 * tells that it answers.
 */
export function holdResponse(
  admission: Admission,
  call: Call,
  response: Uint8Array,
  verb?: Verb,
): void {
  if (call.onLeft === undefined || response.length <= shortResultBytes) return
  if (!admission.hold(response.length)) {
    if (verb !== undefined && readers.has(verb)) throw overloaded()
    admission.holdAnyway(response.length)
  }
  call.onLeft(() => admission.free(response.length))
}
