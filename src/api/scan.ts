import { KvError } from "../base/index.ts"
import type { OperationResult, ScanOperation } from "../core/range/types.ts"
import type { PendingOperation } from "../store/types.ts"
import { operationOfRequest } from "../wire/index.ts"
import { overloaded } from "./admission.ts"
import type { Call } from "./call.ts"
import { type CallOptions, refuseIfPast } from "./calls.ts"
import { deadlineOf, takeIn } from "./intake.ts"
import { perform } from "./own-operation.ts"

type ScanPage = Extract<OperationResult, { type: "scan" }>

/**
 * A scan of any length, page by page as the reader takes them: each page is read when the one
 * before it has left, and what has not left counts among what this node holds for its clients. Ends
 * with KvError `overloaded` where the pages of all scans would take up too much of that.
 */
export async function* scanPages(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): AsyncGenerator<Uint8Array> {
  const { admission, clock, limits, keyspaces } = options
  refuseIfPast(call)
  const bytes = operationOfRequest("scan", request, 0)
  const { operation, keyspace, keyspaceId: known } = takeIn(bytes, limits, keyspaces)
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
  const firstDeadline = deadlineOf(clock.monotonicMs(), call.timeoutMs, limits)
  const keyspaceId = known ?? (await keyspaces.find(keyspace, firstDeadline)).id
  let next = operation
  while (!over) {
    // A reader may take its time: without a deadline of the call, each page has its own.
    const deadline = until ?? deadlineOf(clock.monotonicMs(), undefined, limits)
    const read = { keyspaceId, operation: next, deadline }
    const { response, result: page } = await perform(options, read, (pending) => {
      current = pending
    })
    if (!admission.holdPage(response.length)) throw overloaded()
    try {
      yield response
    } finally {
      admission.freePage(response.length)
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
