/** ringraft.v1.ErrorDetail: an error of the closed catalogue and where to go from it. */
import { type ErrorCode, type ErrorContext, errorCatalogue, KvError } from "../base/index.ts"
import { Reader } from "./reader.ts"
import { Writer } from "./writer.ts"

/** ErrorDetail.Outcome. */
const outcomes = { refused: 1, unknown: 2 } as const

/** What goes with an error so that its receiver can act on it. */
export interface ErrorHint {
  readonly leaderNodeId?: number
  readonly leaderAddress?: string
  readonly retryAfterMs?: number
}

export interface DecodedHint {
  /** 0: not known. */
  readonly leaderNodeId: number
  readonly leaderAddress: string
  /** 0: no advice. */
  readonly retryAfterMs: number
}

interface DecodedError {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: DecodedHint | undefined
}

export function encodeErrorDetail(error: KvError): Uint8Array {
  const writer = new Writer(64 + 2 * error.message.length)
  writeErrorDetail(writer, error.code, error.message, hintOfContext(error.context))
  return writer.finish()
}

export function decodeErrorDetail(bytes: Uint8Array): KvError {
  const { code, message, hint } = readErrorDetail(new Reader(bytes))
  return new KvError(code, message, contextOfHint(hint))
}

export function writeErrorDetail(
  writer: Writer,
  code: ErrorCode,
  message: string,
  hint: ErrorHint,
): void {
  writer.string(1, code)
  writer.uint(2, outcomes[errorCatalogue[code].outcome])
  writer.string(3, message)
  writer.uint(4, Math.ceil(hint.retryAfterMs ?? 0))
  writer.uint(5, hint.leaderNodeId ?? 0)
  writer.string(6, hint.leaderAddress ?? "")
}

export function readErrorDetail(reader: Reader): DecodedError {
  let code = ""
  let outcome = 0
  let message = ""
  let retryAfterMs = 0
  let leaderNodeId = 0
  let leaderAddress = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) code = reader.string()
    else if (field === 2) outcome = reader.uint53()
    else if (field === 3) message = reader.string()
    else if (field === 4) retryAfterMs = reader.uint32()
    else if (field === 5) leaderNodeId = reader.uint32()
    else if (field === 6) leaderAddress = reader.string()
    else reader.skip()
  }
  const hinted = retryAfterMs !== 0 || leaderNodeId !== 0 || leaderAddress !== ""
  const hint = hinted ? { leaderNodeId, leaderAddress, retryAfterMs } : undefined
  if (isErrorCode(code)) return { code, message, hint }
  // From a newer node: its outcome is what must not get lost, and no outcome is "unknown".
  const known = outcome === outcomes.refused ? "unavailable" : "internal"
  return { code: known, message: `${code}: ${message}`, hint }
}

export function contextOfHint(hint: DecodedHint | undefined): ErrorContext {
  if (hint === undefined) return {}
  const { leaderNodeId, leaderAddress, retryAfterMs } = hint
  const leader = { nodeId: leaderNodeId, address: leaderAddress }
  return {
    ...(leaderNodeId !== 0 || leaderAddress !== "" ? { leader } : {}),
    ...(retryAfterMs !== 0 ? { retryAfterMs } : {}),
  }
}

function hintOfContext({ leader, retryAfterMs }: ErrorContext): ErrorHint {
  return {
    ...(leader === undefined ? {} : { leaderNodeId: leader.nodeId, leaderAddress: leader.address }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code)
}
