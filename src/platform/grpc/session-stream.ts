import type { ServerDuplexStream } from "@grpc/grpc-js"
import type { Api } from "../../api/index.ts"
import type { KvError } from "../../base/index.ts"
import { failCall } from "./call-end.ts"
import { asBuffer } from "./channels.ts"
import { FrameOutbox } from "./frame-outbox.ts"

/** Bytes on their way to a client before its session is told to wait. */
const pauseBytes = 256 * 1_024

/** Binds one Session call. A client that does not read is not read from either. */
export function serveSession(call: ServerDuplexStream<Buffer, Buffer>, api: Api): void {
  const outbox = new FrameOutbox(call, { pauseBytes, bytesMax: Number.POSITIVE_INFINITY }, () => {
    // In this order: what waits may be enough to pause it again.
    call.resume()
    session.onDrain()
  })
  let over = false
  const session = api.openSession({
    send: (frame) => {
      if (outbox.offer(asBuffer(frame)) === "taken") return true
      call.pause()
      return false
    },
    close: (error?: KvError) => {
      over = true
      outbox.close()
      if (call.cancelled) return
      if (error === undefined) call.end()
      else failCall(call, error)
    },
  })
  const onGone = (): void => {
    if (over) return
    over = true
    outbox.close()
    session.onClose()
  }
  if (over) return
  call.on("data", (frame: Buffer) => session.onFrame(frame))
  call.on("end", () => session.onEnd())
  call.on("cancelled", onGone)
  call.on("close", onGone)
}
