import { KvError } from "../base/index.ts"
import type { ClientTransport, SessionStream } from "../env/index.ts"
import { encodeOperation, encodeSessionRequest } from "../wire/index.ts"

/** The id of the question "are you there"; calls are numbered from 1. */
export const probeId = 0

/** What any node can answer by itself: a stale read of a key that nobody uses. */
const probe = encodeOperation({
  id: probeId,
  timeoutMs: 2_000,
  keyspace: "",
  operation: { type: "get", key: new Uint8Array(1), consistency: "stale" },
})

export interface NodeStreamEvents {
  onFrame(stream: NodeStream, frame: Uint8Array): void
  onDrain(stream: NodeStream): void
  onClosed(stream: NodeStream, reason: KvError): void
}

/** One Session stream to one node: frames being filled, and signs of life. */
export class NodeStream {
  readonly address: string
  readonly #events: NodeStreamEvents
  readonly #stream: SessionStream
  readonly #frameBytesMax: number
  #parts: Uint8Array[] = []
  #partsBytes = 0
  #silentPulses = 0
  #probing = false
  /** The node has answered something: it is there. */
  ready = false
  /** The transport asked to wait. */
  blocked = false
  closed = false
  /** Operations that were sent and not answered. */
  inFlight = 0

  constructor(
    transport: ClientTransport,
    address: string,
    frameBytesMax: number,
    events: NodeStreamEvents,
  ) {
    this.address = address
    this.#events = events
    this.#frameBytesMax = frameBytesMax
    this.#stream = transport.open(address, {
      onFrame: (frame) => this.#onFrame(frame),
      onDrain: () => this.#onDrain(),
      onClose: (reason) => this.#closeWith(reason),
    })
    this.#ask()
  }

  /** Takes an encoded operation into the frame being filled. */
  add(operation: Uint8Array): void {
    if (this.#partsBytes + operation.length > this.#frameBytesMax) this.flush()
    this.#parts.push(operation)
    this.#partsBytes += operation.length
  }

  /** Sends what was added. */
  flush(): void {
    if (this.#parts.length === 0) return
    const frame = encodeSessionRequest(this.#parts)
    this.#parts = []
    this.#partsBytes = 0
    if (!this.closed && !this.#stream.send(frame)) this.blocked = true
  }

  /**
   * Some time has passed. A node that owes an answer is asked whether it is there; one that says
   * nothing at all for `silentPulsesMax` is given up. Counted in pulses, so that a pause of this
   * process does not pass for the node's silence.
   */
  pulse(limits: { readonly probeAfter: number; readonly silentMax: number }): void {
    if (this.ready && this.inFlight === 0 && !this.#probing) return
    this.#silentPulses += 1
    if (this.#silentPulses >= limits.silentMax) {
      this.close(new KvError("unavailable", `${this.address} does not answer`))
    } else if (this.#silentPulses === limits.probeAfter && !this.blocked) {
      this.#ask()
    }
  }

  close(reason: KvError): void {
    if (this.closed) return
    // First, so that what the transport says to this is not taken for the reason.
    this.#closeWith(reason)
    this.#stream.close()
  }

  #ask(): void {
    if (this.#probing) return
    this.#probing = true
    this.add(probe)
    this.flush()
  }

  #onFrame(frame: Uint8Array): void {
    if (this.closed) return
    this.ready = true
    this.#probing = false
    this.#silentPulses = 0
    this.#events.onFrame(this, frame)
  }

  #onDrain(): void {
    this.blocked = false
    if (!this.closed) this.#events.onDrain(this)
  }

  #closeWith(reason: KvError): void {
    if (this.closed) return
    this.closed = true
    this.ready = false
    this.#events.onClosed(this, reason)
  }
}
