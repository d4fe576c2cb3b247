import type { RangeId } from "../../base/index.ts"
import type { RefusalReason, Verdict } from "./types.ts"

export function accepted<T>(value: T): Verdict<T> {
  return { type: "accepted", value }
}

export function refused(reason: RefusalReason, message: string): Verdict<never> {
  return { type: "refused", reason, message }
}

export function unknownRange(rangeId: RangeId): Verdict<never> {
  const known = "as far as the driver knows: list them to see which are"
  return refused("unknown_range", `there is no range ${rangeId}, ${known}`)
}
