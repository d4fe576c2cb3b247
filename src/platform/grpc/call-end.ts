import { constants, type ServerHttp2Stream } from "node:http2"
import type { ServerDuplexStream, ServerWritableStream } from "@grpc/grpc-js"
import { assert, type KvError } from "../../base/index.ts"
import { statusOf } from "./status.ts"

type ServerCall = ServerWritableStream<Buffer, Buffer> | ServerDuplexStream<Buffer, Buffer>

/** A client has so long to take what is said to it last. */
const farewellMs = 1_000

/**
 * Ends a call with an error. grpc-js says it behind all that was written before, which a client
 * that does not read never takes: the call is broken off then, and lets go of what it held.
 */
export function failCall(call: ServerCall, error: KvError): void {
  const stream = streamOf(call)
  call.emit("error", statusOf(error))
  const timer = setTimeout(() => breakOff(call), farewellMs)
  stream.once("close", () => clearTimeout(timer))
}

/** To the client it is as if the call had been cancelled: what became of it is unknown. */
export function breakOff(call: ServerCall): void {
  const stream = streamOf(call)
  if (!stream.closed) stream.close(constants.NGHTTP2_CANCEL)
}

/** grpc-js has no way to end a call at once; it keeps the stream here. */
function streamOf(call: ServerCall): ServerHttp2Stream {
  const inside = call as unknown as { call?: { stream?: ServerHttp2Stream } }
  assert(inside.call?.stream !== undefined, "grpc-js keeps the stream of a call elsewhere now")
  return inside.call.stream
}
