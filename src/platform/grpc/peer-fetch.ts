/** Transfers that the receiver pulls: the server reads ahead no further than the stream takes. */
import type { ServerWritableStream } from "@grpc/grpc-js"
import { frameBytesMax, KvError, type LeaderHint, type Limits } from "../../base/index.ts"
import { openChannel } from "./channels.ts"
import { peerMethods } from "./definitions.ts"
import { FrameAssembler, frameOverheadBytesMax, unwrapPart, wrapFrame, wrapPart } from "./frames.ts"
import { introduce, type PeerIdentity } from "./peer-identity.ts"
import { kvErrorOf, kvErrorOfStatus, statusOf } from "./status.ts"

const windowBytes = 1_024 * 1_024

/** Pulls frames over a connection of its own. Throws KvError unless the peer said it all. */
export async function* fetchFrom(
  peer: LeaderHint,
  self: PeerIdentity,
  request: Uint8Array,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (signal.aborted) throw calledOff()
  const { config } = self
  const client = openChannel(peer.address, {
    receiveBytesMax: config.limits.peerFrameBytesMax + frameOverheadBytesMax,
    windowBytes,
    keepaliveMs: 5_000,
    keepaliveTimeoutMs: 15_000,
  })
  const { path, requestSerialize, responseDeserialize } = peerMethods.Fetch
  const call = client.makeServerStreamRequest(
    path,
    requestSerialize,
    responseDeserialize,
    wrapPart(request),
    introduce(self, peer.nodeId),
  )
  const cancel = (): void => call.cancel()
  signal.addEventListener("abort", cancel)
  try {
    const assembler = new FrameAssembler(frameBytesMax(config.limits))
    for await (const message of call) {
      const frame = assembler.take(message as Buffer)
      if (frame !== undefined) yield frame
    }
  } catch (error) {
    if (signal.aborted) throw calledOff()
    throw error instanceof KvError ? error : kvErrorOfStatus(error as object)
  } finally {
    signal.removeEventListener("abort", cancel)
    call.cancel()
    client.close()
  }
}

/** Serves one pull: the next frame is made when the one before has left. */
export async function serveFetch(
  call: ServerWritableStream<Buffer, Buffer>,
  frames: (request: Uint8Array) => AsyncIterable<Uint8Array>,
  limits: Limits,
): Promise<void> {
  const gone = new Promise<"gone">((resolve) => {
    call.once("cancelled", () => resolve("gone"))
    call.once("close", () => resolve("gone"))
  })
  try {
    for await (const frame of frames(unwrapPart(call.request).payload)) {
      const messages = wrapFrame(frame, limits.peerFrameBytesMax)
      let waiting = messages.length
      const left = new Promise<"left">((resolve) => {
        const onLeft = (): void => {
          waiting -= 1
          if (waiting === 0) resolve("left")
        }
        for (const message of messages) call.write(message, onLeft)
      })
      if ((await Promise.race([left, gone])) === "gone") return
    }
    call.end()
  } catch (error) {
    if (!call.cancelled) call.emit("error", statusOf(kvErrorOf(error)))
  }
}

function calledOff(): KvError {
  return new KvError("cancelled", "the transfer was called off")
}
