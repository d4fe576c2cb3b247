import type { KvError } from "../base/index.ts"

export interface SessionStreamHandler {
  /** A SessionResponse frame arrived. */
  onFrame(frame: Uint8Array): void
  /** There is room again after `send` returned false. */
  onDrain(): void
  /** The stream is gone, once; operations that were sent and not answered are unknown. */
  onClose(reason: KvError): void
}

/** One Session stream to one node. */
export interface SessionStream {
  /** Sends a SessionRequest frame. False: taken, but wait for `onDrain` before sending more. */
  send(frame: Uint8Array): boolean
  close(): void
}

/** How the client library reaches nodes: gRPC in the world, the dreamt network in the simulator. */
export interface ClientTransport {
  /** Opens a Session stream. Connects lazily; a failure arrives as `onClose`. */
  open(address: string, handler: SessionStreamHandler): SessionStream
  close(): void
}
