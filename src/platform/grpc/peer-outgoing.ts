import type { Metadata, ServerWritableStream } from "@grpc/grpc-js"
import { frameBytesMax, type Limits } from "../../base/index.ts"
import type { Lane } from "../../env/index.ts"
import { FrameOutbox } from "./frame-outbox.ts"
import { wrapFrame } from "./frames.ts"

export type LaneCall = ServerWritableStream<Buffer, Buffer>

interface LaneStream {
  readonly call: LaneCall
  readonly outbox: FrameOutbox
}

/** Small frames: so many bytes of them mean that the peer reads nothing. */
const raftLaneBytesMax = 1_024 * 1_024

/**
 * What this node sends to one peer: for each lane the stream that the peer has opened for itself.
 * The receiver opens, because it is the client of an HTTP/2 connection whose windows can be set,
 * and because sending is cheaper for a server (measured: 16 µs a small frame against 30).
 */
export class PeerOutgoing {
  readonly #limits: Limits
  readonly #onDisconnect: (lane: Lane) => void
  readonly #streams = new Map<Lane, LaneStream>()

  constructor(limits: Limits, onDisconnect: (lane: Lane) => void) {
    this.#limits = limits
    this.#onDisconnect = onDisconnect
  }

  /** The peer opened a lane, perhaps anew: what was sent over the one before may be lost. */
  accept(lane: Lane, call: LaneCall, keys: Metadata): void {
    this.#end(lane)
    const bytesMax = lane === "raft" ? raftLaneBytesMax : 2 * this.#limits.peerFrameBytesMax
    const stream = { call, outbox: new FrameOutbox(call, { pauseBytes: bytesMax, bytesMax }) }
    this.#streams.set(lane, stream)
    const onGone = (): void => {
      if (this.#streams.get(lane) === stream) this.#end(lane)
    }
    call.on("cancelled", onGone)
    call.on("close", onGone)
    // The peer counts as reached once it hears of us, and that we are who it takes us for.
    call.sendMetadata(keys)
  }

  /** False when it was dropped. */
  send(lane: Lane, frame: Uint8Array): boolean {
    const stream = this.#streams.get(lane)
    if (stream === undefined || frame.length > frameBytesMax(this.#limits)) return false
    const messages = wrapFrame(frame, this.#limits.peerFrameBytesMax)
    return stream.outbox.offer(...messages) !== "full"
  }

  close(): void {
    for (const lane of [...this.#streams.keys()]) this.#end(lane)
  }

  #end(lane: Lane): void {
    const stream = this.#streams.get(lane)
    if (stream === undefined) return
    this.#streams.delete(lane)
    stream.outbox.close()
    if (!stream.call.cancelled) stream.call.end()
    this.#onDisconnect(lane)
  }
}
