import type { ErrorCode, errorCatalogue } from "../base/index.ts"
import type { Operation, OperationResult, RangeDescriptor } from "../core/range/types.ts"
import type { ErrorHint, PendingOperation } from "./types.ts"

/** Answers one operation with an error of the catalogue. */
export function refuse(
  operation: PendingOperation,
  code: ErrorCode,
  message: string,
  hint?: ErrorHint,
): void {
  const result: OperationResult = { type: "error", code, message }
  if (hint === undefined) operation.sink.deliver(operation, result)
  else operation.sink.deliver(operation, result, hint)
}

/** It names a range, and this is another one, or has another span by now. */
export function namesOther(
  { rangeId, rangeVersion, operation: { type } }: PendingOperation,
  range: RangeDescriptor,
): boolean {
  if (rangeId === 0) return false
  // These mean the range, whatever keys it has by now.
  const whole = type === "transfer" || type === "check"
  return rangeId !== range.rangeId || !(whole || rangeVersion === range.version)
}

export const rangeChangedMessage =
  "the key belongs to another range, or the range has changed: look it up anew, then retry"

export function isRead(operation: Operation): boolean {
  return operation.type === "get" || operation.type === "scan"
}

/** Whether it may be begun anew when its answer was lost: it changes nothing. */
export function mayBeRepeated(operation: Operation): boolean {
  return isRead(operation) || operation.type === "check"
}

/**
 * Answers what can't be begun any more: its time is up or its client took it back. Nothing was done
 * for it yet, so the outcome is "refused". True when it was answered.
 */
export function refuseIfOver(operation: PendingOperation, nowMs: number): boolean {
  if (operation.cancelled) {
    refuse(operation, "cancelled", "the operation was cancelled before it was begun")
    return true
  }
  if (operation.deadline > nowMs) return false
  refuse(
    operation,
    "deadline_exceeded",
    "the deadline passed before the operation was begun: allow more time or send less load",
  )
  return true
}

/** Answers a proposed write that nobody can wait for any longer: it may still be applied. */
export function giveUp(pending: PendingOperation, code: UnknownCode, why: string): void {
  const ofCells = "requestId" in pending.operation
  const read = "read the key, or retry with the same request id"
  const look = "look at the ranges (`ringraft range list`), then ask again"
  refuse(pending, code, `${why}: ${ofCells ? read : look}`)
}

/** Codes of the catalogue that leave open whether the operation had its effect. */
export type UnknownCode = {
  [Code in ErrorCode]: (typeof errorCatalogue)[Code]["outcome"] extends "unknown" ? Code : never
}[ErrorCode]

/** Splits off what is over; what remains keeps its order. */
export function sweepQueue(queue: PendingOperation[], nowMs: number): PendingOperation[] {
  let over = false
  for (const operation of queue) {
    if (operation.cancelled || operation.deadline <= nowMs) {
      over = true
      break
    }
  }
  return over ? queue.filter((operation) => !refuseIfOver(operation, nowMs)) : queue
}
