import { assert, KvError, type Limits } from "../base/index.ts"
import type { Operation } from "../core/range/types.ts"
import type { PendingOperation } from "../store/types.ts"
import {
  encodeBatchResponse,
  encodeResult,
  idOfOperation,
  splitBatchRequest,
} from "../wire/index.ts"
import { type Admission, overloaded } from "./admission.ts"
import type { Call } from "./call.ts"
import { type CallOptions, refuseIfPast } from "./calls.ts"
import { EncodingSink } from "./encoding-sink.ts"
import { deadlineOf, type Intake, takeIn } from "./intake.ts"
import { notYetKnown, type Stranger } from "./keyspaces.ts"
import { canBeGivenUp, holdResponse, shortResultBytes } from "./responses.ts"
import { Steps } from "./steps.ts"

interface BatchedOperation extends PendingOperation {
  readonly position: number
}

/** A part of a batch: fit to be executed, or what is wrong with it. */
type Part = Intake & { readonly operation: Operation }

/**
 * Many operations in, all results out, in their order. Refused as a whole when it is too big or has
 * no room; else each operation stands for itself. Rejects with KvError.
 */
export async function callBatch(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  const { admission, limits, keyspaces } = options
  refuseIfPast(call)
  const { keyspace, operations } = splitBatchRequest(request)
  checkCount(operations.length, limits)
  if (!admission.hold(request.length)) throw overloaded()
  try {
    // Begun before anything is waited for: the client may go away, or its time run out, meanwhile.
    const steps = new Steps(options, call)
    if (keyspaces.known(keyspace) === undefined) await keyspaces.find(keyspace, steps.deadline)
    const response = await execute(options, keyspace, operations, steps)
    holdResponse(admission, call, response)
    return response
  } finally {
    admission.free(request.length)
  }
}

function execute(
  options: CallOptions,
  keyspace: string,
  operations: readonly Uint8Array[],
  { deadline: until, onBegun }: Steps,
): Promise<Uint8Array> {
  const { service, admission, clock, limits, keyspaces } = options
  const parts = operations.map((bytes) => readPart(bytes, keyspace, options))
  const results = new BatchResults(parts, limits, admission)
  return new Promise((resolve) => {
    const settle = (): void => {
      admission.free(results.heldBytes)
      resolve(encodeBatchResponse(results.all))
    }
    const sink = new EncodingSink((pending, result) => {
      admission.leave()
      results.set((pending as BatchedOperation).position, pending.id, result)
      if (results.complete) settle()
    })
    const now = clock.monotonicMs()
    const admitted: BatchedOperation[] = []
    const strangers: Stranger[] = []
    for (const [position, part] of parts.entries()) {
      const bytes = operations[position] as Uint8Array
      if (part instanceof KvError || !admission.enter()) {
        const id = idOfOperation(bytes)
        results.set(position, id, encodeError(id, part instanceof KvError ? part : overloaded()))
        continue
      }
      const pending: BatchedOperation = {
        id: part.id,
        keyspaceId: part.keyspaceId ?? notYetKnown,
        rangeId: part.rangeId,
        rangeVersion: part.rangeVersion,
        operation: part.operation,
        bytes: part.bytes,
        deadline:
          part.timeoutMs === 0 ? until : Math.min(until, deadlineOf(now, part.timeoutMs, limits)),
        forwarded: false,
        sink,
        cancelled: false,
        position,
      }
      onBegun(pending)
      if (part.keyspaceId !== undefined) admitted.push(pending)
      else strangers.push({ pending, keyspace: part.keyspace })
    }
    if (results.complete) return settle()
    keyspaces.submit(strangers)
    if (admitted.length > 0) service.submit(admitted)
  })
}

function checkCount(count: number, limits: Limits): void {
  if (count <= limits.batchOperationsMax) return
  const max = limits.batchOperationsMax
  throw tooLarge(`the batch has ${count} operations, at most ${max} are allowed: send several`)
}

function readPart(
  bytes: Uint8Array,
  keyspace: string,
  { limits, keyspaces }: CallOptions,
): Part | KvError {
  try {
    const { operation, ...head } = takeIn(bytes, limits, keyspaces, keyspace)
    if (operation !== undefined) return { ...head, operation }
    return new KvError("invalid_argument", "a batch takes nothing back: cancel the call instead")
  } catch (error) {
    if (error instanceof KvError) return error
    throw error
  }
}

/** Results by position, together no longer than a message may be. */
class BatchResults {
  readonly all: Uint8Array[]
  /** What of them counts among what this node holds for its clients. */
  heldBytes = 0
  readonly #admission: Admission
  #missing: number
  /** What is left for results that only read something, and may be had again. */
  #roomBytes: number

  /** Throws KvError `too_large` when results that must be told could be too long together. */
  constructor(parts: readonly (Part | KvError)[], limits: Limits, admission: Admission) {
    this.#admission = admission
    this.all = new Array(parts.length)
    this.#missing = parts.length
    this.#roomBytes = limits.messageBytesMax
    for (const part of parts) {
      const resumes = !(part instanceof KvError) && part.operation.type === "deleteRange"
      this.#roomBytes -= shortResultBytes + (resumes ? limits.keyBytesMax : 0)
    }
    if (this.#roomBytes < 0) throw tooLarge("the batch's response would be too long: send several")
  }

  get complete(): boolean {
    return this.#missing === 0
  }

  set(position: number, id: number, result: Uint8Array): void {
    assert(this.all[position] === undefined, "an operation was answered twice")
    this.#missing -= 1
    this.all[position] = this.#fit(result) ? result : encodeError(id, responseFull())
  }

  #fit(result: Uint8Array): boolean {
    if (!canBeGivenUp(result)) return true
    if (result.length > this.#roomBytes || !this.#admission.hold(result.length)) return false
    this.heldBytes += result.length
    this.#roomBytes -= result.length
    return true
  }
}

function encodeError(id: number, { code, message, context }: KvError): Uint8Array {
  const { retryAfterMs } = context
  const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
  return encodeResult(id, { type: "error", code, message }, hint)
}

function tooLarge(message: string): KvError {
  return new KvError("too_large", message)
}

function responseFull(): KvError {
  return tooLarge("the batch's response is full: ask for this key in a call of its own")
}
