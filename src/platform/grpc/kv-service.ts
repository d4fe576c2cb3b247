/** The KV and Cluster services: gRPC calls bound to the handlers of src/api. */
import type { ServerDuplexStream, ServerWritableStream } from "@grpc/grpc-js"
import { type Api, type Call, stalled, stallMsMax } from "../../api/index.ts"
import { InvariantViolation } from "../../base/index.ts"
import type { Question } from "../../wire/index.ts"
import { breakOff, failCall } from "./call-end.ts"
import { asBuffer } from "./channels.ts"
import type { clusterMethods, Handlers, kvMethods } from "./definitions.ts"
import { serveSession } from "./session-stream.ts"
import { kvErrorOf } from "./status.ts"

type ServerCall = ServerWritableStream<Buffer, Buffer>

export interface KvServiceOptions {
  readonly api: Api
  /** A broken promise inside the program: the node must not go on. */
  readonly onFatal: (error: unknown) => void
  /** How long a client may leave what it is answered unread; tests have less patience. */
  readonly stallMs?: number
}

export function kvHandlers(options: KvServiceOptions): Handlers<typeof kvMethods> {
  const { api } = options
  const unary =
    (verb: Parameters<Api["unary"]>[0]) =>
    (call: ServerCall): void =>
      answer(call, options, (context) => api.unary(verb, call.request, context))
  return {
    Get: unary("get"),
    Put: unary("put"),
    Delete: unary("delete"),
    CompareAndSwap: unary("compareAndSwap"),
    Increment: unary("increment"),
    DeleteRange: unary("deleteRange"),
    Batch: (call: ServerCall) =>
      answer(call, options, (context) => api.batch(call.request, context)),
    Scan: (call: ServerCall) => void stream(call, options),
    Session: (call: ServerDuplexStream<Buffer, Buffer>) => serveSession(call, api),
  }
}

export function clusterHandlers(options: KvServiceOptions): Handlers<typeof clusterMethods> {
  const { api } = options
  const driver = (question: Question) => (call: ServerCall) =>
    answer(call, options, (context) => api.driver(question, call.request, context))
  return {
    Status: (call: ServerCall) => answer(call, options, async () => api.status()),
    ListStores: driver("stores"),
    SetStoreLabels: driver("labels"),
    SetStoreState: driver("state"),
    Join: driver("join"),
    MoveReplica: driver("move"),
    ListOperators: driver("operators"),
    CancelOperator: driver("cancel"),
    ListJobs: driver("jobs"),
    ListRanges: (call: ServerCall) => answer(call, options, (context) => api.listRanges(context)),
    LocateKey: (call: ServerCall) =>
      answer(call, options, (context) => api.locateKey(call.request, context)),
    SplitRange: (call: ServerCall) =>
      answer(call, options, (context) => api.splitRange(call.request, context)),
    ChangeReplicas: (call: ServerCall) =>
      answer(call, options, (context) => api.changeReplicas(call.request, context)),
    TransferLeader: (call: ServerCall) =>
      answer(call, options, (context) => api.transferLeader(call.request, context)),
    MergeRanges: (call: ServerCall) =>
      answer(call, options, (context) => api.mergeRanges(call.request, context)),
    CheckRange: (call: ServerCall) =>
      answer(call, options, (context) => api.checkRange(call.request, context)),
    CreateKeyspace: (call: ServerCall) =>
      answer(call, options, (context) => api.createKeyspace(call.request, context)),
    AlterKeyspace: (call: ServerCall) =>
      answer(call, options, (context) => api.alterKeyspace(call.request, context)),
    DropKeyspace: (call: ServerCall) =>
      answer(call, options, (context) => api.dropKeyspace(call.request, context)),
    ListKeyspaces: (call: ServerCall) =>
      answer(call, options, (context) => api.listKeyspaces(context)),
  }
}

/** Answers with one message, or with an error. */
function answer(
  call: ServerCall,
  options: KvServiceOptions,
  serve: (context: Call) => Promise<Uint8Array>,
): void {
  const context = new CallContext(call, options)
  serve(context).then(
    (response) => {
      if (call.cancelled) return context.leave()
      call.write(asBuffer(response), () => context.leave())
      call.end()
    },
    (failure: unknown) => fail(call, options, failure),
  )
}

/** Streams a scan, page by page as the client takes them. */
async function stream(call: ServerCall, options: KvServiceOptions): Promise<void> {
  const context = new CallContext(call, options)
  let taken = (): void => {}
  call.once("close", () => taken())
  try {
    for await (const page of options.api.scan(call.request, context)) {
      if (call.cancelled) return
      await new Promise<void>((resolve, reject) => {
        const stall = setTimeout(() => reject(stalled()), options.stallMs ?? stallMsMax)
        taken = () => {
          clearTimeout(stall)
          resolve()
        }
        call.write(asBuffer(page), taken)
      })
      if (call.destroyed) return
    }
    call.end()
  } catch (failure) {
    fail(call, options, failure)
  }
}

function fail(call: ServerCall, options: KvServiceOptions, failure: unknown): void {
  if (failure instanceof InvariantViolation) options.onFatal(failure)
  else if (!call.cancelled) failCall(call, kvErrorOf(failure))
}

/** One call as src/api sees it. */
class CallContext implements Call {
  readonly timeoutMs: number | undefined
  readonly #call: ServerCall
  readonly #stallMs: number
  #left: (() => void) | undefined

  constructor(call: ServerCall, { stallMs = stallMsMax }: KvServiceOptions) {
    this.#call = call
    this.#stallMs = stallMs
    const deadline = call.getDeadline()
    const deadlineMs = typeof deadline === "number" ? deadline : deadline.getTime()
    this.timeoutMs = deadlineMs === Number.POSITIVE_INFINITY ? undefined : deadlineMs - Date.now()
  }

  onCancel(cancel: () => void): void {
    this.#call.on("cancelled", cancel)
  }

  onLeft(left: () => void): void {
    const stall = setTimeout(() => breakOff(this.#call), this.#stallMs)
    this.#left = () => {
      clearTimeout(stall)
      left()
    }
    this.#call.once("close", () => this.leave())
  }

  leave(): void {
    this.#left?.()
    this.#left = undefined
  }
}
