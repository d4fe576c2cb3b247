import { assert, KvError, type LogIndex } from "../base/index.ts"
import type { Clock, Timer } from "../env/index.ts"
import type { Pace, SnapshotToSend } from "../storage/index.ts"
import type { SnapshotSlot } from "./snapshot-slots.ts"

/** Chunks that may not have arrived are kept, more bytes than a connection has under way. */
const keptBytesMax = 4 * 1_024 * 1_024
/** A snapshot whose connection broke waits so long for the next one. */
const resumeMsMax = 3_000
/** A receiver that takes nothing for so long is given up. */
const stalledMsMax = 30_000

interface SendingOptions {
  readonly source: SnapshotToSend
  readonly slot: SnapshotSlot
  readonly pace: Pace
  readonly clock: Pick<Clock, "after">
  /** `whole`: the receiver has asked for all of it. */
  readonly onEnd: (whole: boolean) => void
}

/**
 * A snapshot on its way to a peer: one point in time, over one connection or several. It ends, and
 * gives back what it holds, whatever the receiver does or does not do.
 */
export class SnapshotSending {
  readonly #options: SendingOptions
  readonly #chunks: AsyncIterator<Uint8Array>
  /** The last chunks that were made, oldest first. */
  readonly #kept: Uint8Array[] = []
  #keptBytes = 0
  #made = 0
  /** The step under way; one at a time, whichever connection asks. */
  #step: Promise<unknown> = Promise.resolve()
  /** The connection that counts. */
  #connection = 0
  #deadline: Timer | undefined
  #ended = false

  constructor(options: SendingOptions) {
    this.#options = options
    this.#chunks = options.source.chunks()[Symbol.asyncIterator]()
  }

  get index(): LogIndex {
    return this.#options.source.meta.index
  }

  /** Whether it can go on behind this many chunks of the snapshot at `index`. */
  canGoOn(index: LogIndex, chunksTaken: number): boolean {
    const oldest = this.#made - this.#kept.length
    return (
      !this.#ended && index === this.index && oldest <= chunksTaken && chunksTaken <= this.#made
    )
  }

  /** The chunks behind the first so many, over a new connection; one before it is let go of. */
  async *over(chunksTaken: number): AsyncGenerator<Uint8Array> {
    this.#connection += 1
    const connection = this.#connection
    try {
      for (let taken = chunksTaken; ; taken += 1) {
        this.#endAfter(stalledMsMax)
        const chunk = await this.#chunkBehind(taken, connection)
        if (chunk === undefined) break
        await this.#options.pace(chunk.length)
        yield chunk
        if (connection !== this.#connection) throw letGo()
      }
      this.end(true)
    } catch (error) {
      if (connection === this.#connection) this.end()
      throw error
    } finally {
      if (connection === this.#connection) this.#endAfter(resumeMsMax)
    }
  }

  /** Lets go of all that it holds. */
  end(whole = false): void {
    if (this.#ended) return
    this.#ended = true
    this.#deadline?.cancel()
    this.#kept.length = 0
    const { source, slot, onEnd } = this.#options
    slot.release()
    onEnd(whole)
    const close = (): Promise<void> => source.close()
    // How a view ends of which nobody reads any more concerns nobody.
    this.#step.then(close, close).catch(() => {})
  }

  #endAfter(ms: number): void {
    this.#deadline?.cancel()
    if (!this.#ended) this.#deadline = this.#options.clock.after(ms, () => this.end())
  }

  /** Undefined: there is no more. */
  #chunkBehind(taken: number, connection: number): Promise<Uint8Array | undefined> {
    const step = this.#step.then(async () => {
      if (this.#ended || connection !== this.#connection) throw letGo()
      if (taken === this.#made) await this.#makeNext()
      if (this.#ended) throw letGo()
      const oldest = this.#made - this.#kept.length
      assert(taken >= oldest, "a chunk is kept until later ones came")
      return this.#kept[taken - oldest]
    })
    this.#step = step.catch(() => {})
    return step
  }

  async #makeNext(): Promise<void> {
    const { done, value } = await this.#chunks.next()
    if (done === true) return
    this.#made += 1
    this.#kept.push(value)
    this.#keptBytes += value.length
    while (this.#kept.length > 2 && this.#keptBytes > keptBytesMax) {
      this.#keptBytes -= this.#kept.shift()?.length ?? 0
    }
  }
}

function letGo(): KvError {
  return new KvError("unavailable", "this snapshot was let go of: begin anew")
}
