import type { Client, ServiceError } from "@grpc/grpc-js"
import { defaultLimits, KvError } from "../../base/index.ts"
import type { ClientTransport, SessionStream, SessionStreamHandler } from "../../env/index.ts"
import { asBuffer, openChannel } from "./channels.ts"
import { kvMethods } from "./definitions.ts"
import { FrameOutbox } from "./frame-outbox.ts"
import { kvErrorOfStatus } from "./status.ts"

export interface ClientTransportOptions {
  /** One message from a node at most; must not be below the nodes' own limit. */
  readonly messageBytesMax?: number
}

/** Bytes on their way to a node before `send` asks to wait. */
const pauseBytes = 512 * 1_024
const windowBytes = 1_024 * 1_024
/** A node that can't be reached within this is not reachable. */
const connectMsMax = 2_000

/** Session streams over gRPC, each with a connection of its own. */
export function grpcClientTransport(options: ClientTransportOptions = {}): ClientTransport {
  const streams = new Set<SessionStream>()
  return {
    open: (address, handler) => {
      const stream = openStream(address, options, {
        onFrame: (frame) => handler.onFrame(frame),
        onDrain: () => handler.onDrain(),
        onClose: (reason) => {
          streams.delete(stream)
          handler.onClose(reason)
        },
      })
      streams.add(stream)
      return stream
    },
    close: () => {
      for (const stream of [...streams]) stream.close()
    },
  }
}

function openStream(
  address: string,
  options: ClientTransportOptions,
  handler: SessionStreamHandler,
): SessionStream {
  const client: Client = openChannel(address, {
    receiveBytesMax: options.messageBytesMax ?? 2 * defaultLimits.messageBytesMax,
    windowBytes,
    keepaliveMs: 10_000,
    keepaliveTimeoutMs: 5_000,
  })
  const { path, requestSerialize, responseDeserialize } = kvMethods.Session
  const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize)
  const outbox = new FrameOutbox(call, { pauseBytes, bytesMax: Number.POSITIVE_INFINITY }, () =>
    handler.onDrain(),
  )
  let over = false
  const end = (reason: KvError): void => {
    if (over) return
    over = true
    clearTimeout(patience)
    outbox.close()
    call.cancel()
    client.close()
    handler.onClose(reason)
  }
  const patience = setTimeout(() => {
    end(new KvError("unavailable", `${address} does not answer`))
  }, connectMsMax)
  // A node greets each session, so the first frame shows that it is there.
  call.on("data", (frame: Buffer) => {
    clearTimeout(patience)
    if (!over) handler.onFrame(frame)
  })
  call.on("error", (error) => end(kvErrorOfStatus(error as ServiceError)))
  call.on("end", () => end(new KvError("unavailable", `${address} ended the session`)))
  return {
    send: (frame) => outbox.offer(asBuffer(frame)) === "taken",
    close: () => end(new KvError("cancelled_unknown", "the session was closed here")),
  }
}
