import { systemKeyspace, systemKeyspaceId } from "../core/range/index.ts"
import { decodeDriverMessage, encodeDriverMessage, type Question } from "../wire/index.ts"
import type { Call } from "./call.ts"
import { type CallOptions, refuseIfPast } from "./calls.ts"
import { perform } from "./own-operation.ts"
import { Steps } from "./steps.ts"

/**
 * Asks the driver: the request is passed on as it is, and so is the response. Rejects with KvError.
 */
export async function askDriver(
  options: CallOptions,
  question: Question,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  return askDriverInStep(options, question, request, new Steps(options, call))
}

/** The same as a step of a call that asks more. */
export async function askDriverInStep(
  options: CallOptions,
  question: Question,
  request: Uint8Array,
  { deadline, onBegun }: Steps,
): Promise<Uint8Array> {
  const asked = encodeDriverMessage({ question, body: request })
  const operation = { type: "ask", request: asked } as const
  const ask = { keyspaceId: systemKeyspaceId, keyspace: systemKeyspace, operation, deadline }
  const { result } = await perform(options, ask, onBegun)
  return decodeDriverMessage(result.response).body
}
