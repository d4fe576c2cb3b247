import { type KeyspaceId, KvError } from "../base/index.ts"
import type { OperationResult, ScanOperation } from "../core/range/types.ts"
import type { PendingOperation } from "../store/types.ts"
import {
  decodeResult,
  encodeOperation,
  operationOfRequest,
  responseOfResult,
} from "../wire/index.ts"
import { overloaded } from "./admission.ts"
import type { Call } from "./call.ts"
import { type CallOptions, EncodingSink, refuseIfPast } from "./calls.ts"
import { deadlineOf, takeIn } from "./intake.ts"

type ScanPage = Extract<OperationResult, { type: "scan" }>

/**
 * A scan of any length, page by page as the reader takes them: each page is read when the one
 * before it has left, and what has not left counts among what this node holds for its clients.
 */
export async function* scanPages(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): AsyncGenerator<Uint8Array> {
  const { admission, clock, limits } = options
  refuseIfPast(call)
  const { operation, keyspaceId } = takeIn(operationOfRequest("scan", request, 0), limits)
  if (operation?.type !== "scan") throw new KvError("invalid_argument", "not a scan")
  let current: PendingOperation | undefined
  let over = false
  call.onCancel(() => {
    over = true
    if (current !== undefined) current.cancelled = true
  })
  const until =
    call.timeoutMs === undefined
      ? undefined
      : deadlineOf(clock.monotonicMs(), call.timeoutMs, limits)
  let next = operation
  while (!over) {
    const { response, page } = await readPage(options, keyspaceId, next, until, (pending) => {
      current = pending
    })
    admission.holdAnyway(response.length)
    try {
      yield response
    } finally {
      admission.free(response.length)
    }
    const rest = restOf(next, page)
    if (rest === undefined) return
    next = rest
  }
}

/** What is left of a scan after a page of it; undefined when nothing is. */
function restOf(scan: ScanOperation, page: ScanPage): ScanOperation | undefined {
  const limit = scan.limit === 0 ? 0 : scan.limit - page.cells.length
  if (!page.more || (scan.limit > 0 && limit <= 0)) return undefined
  return scan.reverse
    ? { ...scan, limit, end: page.resumeKey }
    : { ...scan, limit, start: page.resumeKey }
}

/** One page: its ScanResponse as bytes, and what is in it. */
function readPage(
  options: CallOptions,
  keyspaceId: KeyspaceId,
  scan: ScanOperation,
  until: number | undefined,
  onBegun: (pending: PendingOperation) => void,
): Promise<{ response: Uint8Array; page: ScanPage }> {
  const { service, admission, clock, limits } = options
  if (!admission.enter()) throw overloaded()
  return new Promise((resolve, reject) => {
    const sink = new EncodingSink((_, result) => {
      admission.leave()
      try {
        resolve(unwrap(result))
      } catch (error) {
        reject(error)
      }
    })
    const pending: PendingOperation = {
      id: 0,
      keyspaceId,
      rangeId: 0,
      rangeVersion: 0,
      operation: scan,
      bytes: encodeOperation({ id: 0, timeoutMs: 0, keyspace: "", operation: scan }),
      deadline: until ?? deadlineOf(clock.monotonicMs(), undefined, limits),
      forwarded: false,
      sink,
      cancelled: false,
    }
    onBegun(pending)
    service.submit([pending])
  })
}

/** The page inside a result. Throws the KvError that is in its place. */
function unwrap(result: Uint8Array): { response: Uint8Array; page: ScanPage } {
  const answer = responseOfResult(result)
  if ("error" in answer) throw answer.error
  const page = decodeResult(result).result
  if (page.type !== "scan") throw new KvError("internal", "a scan was answered by something else")
  return { response: answer.response, page }
}
