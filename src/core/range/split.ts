import { compareBytes, emptyBytes, type RangeId } from "../../base/index.ts"
import { holdsKey } from "./placing.ts"
import type { AppliedState, OperationResult, RangeDescriptor } from "./types.ts"

/** Both halves of a split, and the state that the new range begins with. */
export interface Split {
  readonly left: RangeDescriptor
  readonly right: RangeDescriptor
  readonly childState: AppliedState
}

/** The refusal where a range can't be cut at a key: both halves must be able to hold one. */
export function splitRefusal(range: RangeDescriptor, at: Uint8Array): OperationResult | undefined {
  if (holdsKey(range, at) && compareBytes(at, range.start) > 0) return undefined
  const why = holdsKey(range, at) ? "is the start of" : "does not lie in"
  return {
    type: "error",
    code: "invalid_argument",
    message: `the split key ${why} range ${range.rangeId}: give a key behind its start`,
  }
}

/**
 * Cuts a range in two (rule 46). The new range begins where its parent stands, in log index and
 * log time, so that everything that is named by them means the same in both: versions of cells,
 * ages of sessions. A replica without the data can't be fed by the log, for it begins after 0.
 */
export function splitOf(state: AppliedState, at: Uint8Array, childId: RangeId): Split {
  const version = state.descriptor.version + 1
  const left: RangeDescriptor = { ...state.descriptor, end: at, version }
  const right: RangeDescriptor = { ...state.descriptor, rangeId: childId, start: at, version }
  return { left, right, childState: { ...state, descriptor: right } }
}

/**
 * What the first range of a keyspace begins with: all keys, and none of them there. Where it begins
 * in log index and log time is where the range that bears it stands, as with a split.
 */
export function firstRangeOf(state: AppliedState, newId: number): AppliedState {
  const whole = { start: emptyBytes, end: emptyBytes, version: 1 }
  const descriptor = { ...state.descriptor, rangeId: newId, keyspaceId: newId, ...whole }
  return { ...state, descriptor }
}
