import type { Writable } from "node:stream"

export interface OutboxLimits {
  /** From here on `offer` asks for a pause. */
  readonly pauseBytes: number
  /** A frame that would lead beyond this is not taken. */
  readonly bytesMax: number
}

export type Offer = "taken" | "pause" | "full"

/** Frames waiting to leave on one stream, bounded in bytes: grpc-js counts only messages. */
export class FrameOutbox {
  readonly #stream: Writable
  readonly #limits: OutboxLimits
  readonly #onDrain: () => void
  #queuedBytes = 0
  #paused = false
  #closed = false

  constructor(stream: Writable, limits: OutboxLimits, onDrain: () => void = () => {}) {
    this.#stream = stream
    this.#limits = limits
    this.#onDrain = onDrain
  }

  /** Bytes handed to the stream that have not left for the socket yet. */
  get queuedBytes(): number {
    return this.#queuedBytes
  }

  /**
   * Takes one frame, in one message or several: all or none. "pause": taken, but `onDrain` will say
   * when to go on. "full": not taken.
   */
  offer(...messages: readonly Buffer[]): Offer {
    if (this.#closed) return "full"
    let bytes = 0
    for (const { length } of messages) bytes += length
    // A single frame always fits, or a small limit would bar it for ever.
    if (this.#queuedBytes > 0 && this.#queuedBytes + bytes > this.#limits.bytesMax) return "full"
    this.#queuedBytes += bytes
    for (const message of messages) {
      this.#stream.write(message, () => this.#left(message.length))
    }
    if (this.#queuedBytes < this.#limits.pauseBytes) return "taken"
    this.#paused = true
    return "pause"
  }

  close(): void {
    this.#closed = true
  }

  #left(bytes: number): void {
    this.#queuedBytes -= bytes
    if (!this.#paused || this.#queuedBytes > this.#limits.pauseBytes / 2) return
    this.#paused = false
    if (!this.#closed) this.#onDrain()
  }
}
