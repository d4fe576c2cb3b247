import { KvError, type NodeId } from "../../src/base/index.ts"
import type { Clock, Lane, Network, NetworkHandler, Timer } from "../../src/env/index.ts"
import type { MaelstromBody, MaelstromMessage } from "./protocol.ts"

interface MaelstromNetworkOptions {
  /** Maelstrom's names of all nodes, in order: the first is node 1. */
  readonly names: readonly string[]
  readonly emit: (dest: string, body: MaelstromBody) => void
  readonly clock: Clock
}

/** A chunk that was asked for and did not come is asked for again: Maelstrom loses messages. */
const askAgainMs = 1_000
/** A puller that asks for nothing this long is gone. */
const silenceMsMax = 10_000

/** Chunk `number` (from 1) of a stream that a peer serves, and how to hear of it. */
interface Pull {
  number: number
  answer: ((body: MaelstromBody) => void) | undefined
}

/** A stream served to a peer, one chunk for each time it asks. */
interface Serving {
  readonly chunks: AsyncIterator<Uint8Array>
  number: number
  /** The answer to `number`, undefined while it is made. */
  answer: MaelstromBody | undefined
  patience: Timer
}

/**
 * The network port over Maelstrom's messages, with frames as base64. Maelstrom loses, delays and
 * cuts what it likes: frames may go missing by contract, fetches ask until they are answered.
 */
export class MaelstromNetwork implements Network {
  readonly #options: MaelstromNetworkOptions
  readonly #pulls = new Map<number, Pull>()
  readonly #served = new Map<string, Serving>()
  #handler: NetworkHandler | undefined
  #nextPull: number

  constructor(options: MaelstromNetworkOptions) {
    this.#options = options
    // Other numbers than those of an earlier process of this node.
    this.#nextPull = Math.floor(options.clock.wallMs())
  }

  listen(handler: NetworkHandler): void {
    this.#handler = handler
  }

  setPeers(): void {
    // Maelstrom says who there is, once and for all.
  }

  identify(): void {
    // There is one cluster only.
  }

  send(to: NodeId, lane: Lane, frame: Uint8Array): boolean {
    this.#emit(to, { type: "frame", lane, frame: base64Of(frame) })
    return true
  }

  async *fetch(from: NodeId, request: Uint8Array, signal: AbortSignal): AsyncIterable<Uint8Array> {
    const id = this.#nextPull++
    const pull: Pull = { number: 0, answer: undefined }
    this.#pulls.set(id, pull)
    try {
      for (;;) {
        pull.number += 1
        const ask = { type: "fetch", pull: id, number: pull.number, request: base64Of(request) }
        const body = await this.#ask(from, ask, pull, signal)
        if (body.type === "fetch_chunk") yield bytesOf(body.chunk)
        else if (body.error === undefined) return
        else throw new KvError("unavailable", String(body.error))
      }
    } finally {
      this.#pulls.delete(id)
    }
  }

  /** Takes a message of this network; false when it is not one. */
  take({ src, body }: MaelstromMessage): boolean {
    const from = this.#options.names.indexOf(src) + 1
    switch (body.type) {
      case "frame":
        this.#handler?.onFrame(from, body.lane as Lane, bytesOf(body.frame))
        return true
      case "fetch":
        this.#serve(from, body)
        return true
      case "fetch_chunk":
      case "fetch_end": {
        const pull = this.#pulls.get(Number(body.pull))
        if (pull?.number === body.number) pull?.answer?.(body)
        return true
      }
      default:
        return false
    }
  }

  #ask(from: NodeId, body: MaelstromBody, pull: Pull, signal: AbortSignal): Promise<MaelstromBody> {
    return new Promise((resolve, reject) => {
      let again: Timer | undefined
      const end = (): void => {
        again?.cancel()
        signal.removeEventListener("abort", abort)
        pull.answer = undefined
      }
      const abort = (): void => {
        end()
        reject(new KvError("unavailable", "the fetch was given up"))
      }
      const ask = (): void => {
        this.#emit(from, body)
        again = this.#options.clock.after(askAgainMs, ask)
      }
      if (signal.aborted) return abort()
      signal.addEventListener("abort", abort)
      pull.answer = (answer) => {
        end()
        resolve(answer)
      }
      ask()
    })
  }

  #serve(from: NodeId, { pull, number, request }: MaelstromBody): void {
    const key = `${from}/${pull}`
    let serving = this.#served.get(key)
    if (serving === undefined && number === 1 && this.#handler !== undefined) {
      const chunks = this.#handler.onFetch(from, bytesOf(request))[Symbol.asyncIterator]()
      serving = { chunks, number: 0, answer: undefined, patience: this.#patience(key) }
      this.#served.set(key, serving)
    }
    if (serving === undefined) {
      this.#emit(from, { type: "fetch_end", pull, number, error: "no such fetch" })
      return
    }
    serving.patience.cancel()
    serving.patience = this.#patience(key)
    if (number === serving.number) {
      if (serving.answer !== undefined) this.#emit(from, serving.answer)
    } else if (number === serving.number + 1) {
      serving.number = number
      serving.answer = undefined
      void this.#advance(from, serving, { pull, number })
    }
  }

  async #advance(
    from: NodeId,
    serving: Serving,
    id: { readonly pull: unknown; readonly number: number },
  ): Promise<void> {
    try {
      const step = await serving.chunks.next()
      serving.answer =
        step.done === true
          ? { type: "fetch_end", ...id }
          : { type: "fetch_chunk", ...id, chunk: base64Of(step.value) }
    } catch (error) {
      serving.answer = { type: "fetch_end", ...id, error: String(error) }
    }
    this.#emit(from, serving.answer)
  }

  #patience(key: string): Timer {
    return this.#options.clock.after(silenceMsMax, () => {
      const serving = this.#served.get(key)
      this.#served.delete(key)
      serving?.chunks.return?.().catch(() => {})
    })
  }

  #emit(to: NodeId, body: MaelstromBody): void {
    const name = this.#options.names[to - 1]
    if (name !== undefined) this.#options.emit(name, body)
  }
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")
}

function bytesOf(text: unknown): Uint8Array {
  return Buffer.from(String(text), "base64")
}
