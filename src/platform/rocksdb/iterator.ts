import { assert, emptyBytes, KvError } from "../../base/index.ts"
import type { EngineIterator, EngineRange, KeyValue } from "../../env/index.ts"
import { called, type DatabaseHandle, type IteratorHandle, type NativeBinding } from "./binding.ts"
import { engineError } from "./errors.ts"

const KiB = 1_024

/** Pairs cross from the engine's threads in lots of about this much. */
const lotBytesDefault = 64 * KiB
const lotBytesMin = 1 * KiB
const lotBytesMax = 256 * KiB

/** A snapshot of a database, walked in one direction. */
export class DatabaseIterator implements EngineIterator {
  readonly #binding: NativeBinding
  readonly #handle: IteratorHandle
  readonly #valuesOnly: boolean
  readonly #onClose: () => void
  /** Read and not handed out, last pair first, each as value and key: popped from its end. */
  #ahead: (Buffer | string)[] = []
  #finished = false
  #reading = false
  #closed = false
  #gone = false

  constructor(
    binding: NativeBinding,
    database: DatabaseHandle,
    range: EngineRange,
    onClose: () => void,
  ) {
    this.#binding = binding
    this.#valuesOnly = range.valuesOnly === true
    this.#onClose = onClose
    const hint = range.bytesHint ?? lotBytesDefault
    this.#handle = binding.iterator_init(database, {
      gte: range.gte,
      lt: range.lt,
      reverse: range.reverse === true,
      keys: !this.#valuesOnly,
      // The empty string costs a tenth of an empty buffer.
      keyAsBuffer: !this.#valuesOnly,
      highWaterMark: Math.min(lotBytesMax, Math.max(lotBytesMin, Math.ceil(hint))),
    })
  }

  async next(bytesMax: number): Promise<readonly KeyValue[]> {
    assert(!this.#closed, "the iterator is closed")
    const pairs: KeyValue[] = []
    let bytes = 0
    for (;;) {
      while (this.#ahead.length > 0 && (pairs.length === 0 || bytes < bytesMax)) {
        const pair = this.#take()
        bytes += pair.key.length + pair.value.length
        pairs.push(pair)
      }
      const enough = pairs.length > 0 && bytes >= bytesMax
      if (enough || (this.#finished && this.#ahead.length === 0)) return pairs
      await this.#read()
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#ahead = []
    if (this.#gone) return
    this.#onClose()
    await called<void>((done) => this.#binding.iterator_end(this.#handle, done))
  }

  /** The database is being closed and ends this iterator itself. */
  letGo(): void {
    this.#gone = true
    this.#ahead = []
  }

  #take(): KeyValue {
    const key = this.#ahead.pop() as Buffer
    const value = this.#ahead.pop() as Buffer
    return { key: this.#valuesOnly ? emptyBytes : key, value }
  }

  async #read(): Promise<void> {
    assert(!this.#reading, "two calls of next at once")
    if (this.#gone) throw letGoError()
    this.#reading = true
    try {
      await new Promise<void>((resolve, reject) => {
        this.#binding.iterator_next(this.#handle, (error, reversed, finished) => {
          if (error !== null && error !== undefined) {
            this.#finished = true
            reject(error)
            return
          }
          this.#ahead = reversed ?? []
          this.#finished = finished === true
          resolve()
        })
      })
    } catch (error) {
      throw this.#gone ? letGoError() : engineError(error, "reading")
    } finally {
      this.#reading = false
    }
    if (this.#gone) throw letGoError()
  }
}

function letGoError(): KvError {
  return new KvError("unavailable", "the engine was opened anew under this iterator: begin again")
}
