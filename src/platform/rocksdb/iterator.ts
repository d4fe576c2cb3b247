import { assert, emptyBytes, KvError } from "../../base/index.ts"
import type { EngineIterator, EngineRange, KeyValue } from "../../env/index.ts"
import { called, type DatabaseHandle, type IteratorHandle, type NativeBinding } from "./binding.ts"
import { engineError } from "./errors.ts"

const KiB = 1_024

/** Pairs cross from the engine's threads in lots of about this much. */
const lotBytesDefault = 64 * KiB
const lotBytesMin = 1 * KiB
const lotBytesMax = 256 * KiB

interface IteratorSeams {
  /** Another one of the same database. */
  readonly iterate: (range: EngineRange) => EngineIterator
  readonly onClose: () => void
}

/** A snapshot of a database, walked in one direction. */
export class DatabaseIterator implements EngineIterator {
  readonly #binding: NativeBinding
  readonly #handle: IteratorHandle
  readonly #range: EngineRange
  readonly #valuesOnly: boolean
  readonly #seams: IteratorSeams
  /** Read and not handed out, last pair first, each as value and key: popped from its end. */
  #ahead: (Buffer | string)[] = []
  #finished = false
  #found = false
  #reading = false
  #closed = false
  #gone = false

  constructor(
    binding: NativeBinding,
    database: DatabaseHandle,
    range: EngineRange,
    seams: IteratorSeams,
  ) {
    this.#binding = binding
    this.#range = range
    this.#valuesOnly = range.valuesOnly === true
    this.#seams = seams
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
      this.#found ||= this.#ahead.length > 0
      if (this.#finished && !this.#found && this.#range.reverse) await this.#confirmEmpty()
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#ahead = []
    if (this.#gone) return
    this.#seams.onClose()
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

  /**
   * The native walk backwards begins with a seek to the end of its span. Where that finds nothing
   * it goes to the last key of all, and forgets an error of the seek: what it could not read looks
   * empty. So that is believed only if the span is empty forwards, too.
   */
  async #confirmEmpty(): Promise<void> {
    const { gte, lt } = this.#range
    if (!(await this.#holds(gte, lt))) return
    // The same seek once more, which tells its error as long as that lasts.
    await this.#holds(lt, Uint8Array.of(...lt, 0))
    throw new KvError("unavailable", "the engine could not be read, or was written to: begin again")
  }

  async #holds(gte: Uint8Array, lt: Uint8Array): Promise<boolean> {
    if (this.#gone) throw letGoError()
    const forwards = this.#seams.iterate({ gte, lt, valuesOnly: true, bytesHint: 1 })
    try {
      return (await forwards.next(1)).length > 0
    } finally {
      await forwards.close()
    }
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
