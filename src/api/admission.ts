import { assert, type ErrorContext, KvError, type Limits } from "../base/index.ts"

/** A client that takes nothing of what it is answered for this long is let go. */
export const stallMsMax = 10_000

/** Of what the others that do not read leave, how much one more of them may take up. */
const unreadShare = 1 / 4

/** When a refused client should try again: room comes free with every turn. */
const retryAfterMs = 50

/**
 * What the clients of this node may make it hold at once, in operations and in bytes. Whatever does
 * not fit is refused at the door, before work is done for it: a queue that grows helps nobody.
 */
export class Admission {
  readonly #operationsMax: number
  readonly #bytesMax: number
  #operations = 0
  #bytes = 0
  /** Of these, what waits for readers that take their time. */
  #unreadBytes = 0
  /** Of the unread, what pages of scans take up. */
  #pageBytes = 0

  constructor(limits: Limits) {
    this.#operationsMax = limits.operationsPendingMax
    this.#bytesMax = limits.operationsPendingBytesMax
  }

  get operations(): number {
    return this.#operations
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Takes room for one operation, if there is any. Give it back with `leave`. */
  enter(): boolean {
    if (this.#operations >= this.#operationsMax) return false
    this.#operations += 1
    return true
  }

  leave(): void {
    assert(this.#operations > 0, "more operations left than entered")
    this.#operations -= 1
  }

  /** Takes room for bytes held on behalf of a client, if there is any. Give it back with `free`. */
  hold(bytes: number): boolean {
    if (this.#bytes > 0 && this.#bytes + bytes > this.#bytesMax) return false
    this.#bytes += bytes
    return true
  }

  /** Counts bytes that must be held whatever there is room for: they are few. */
  holdAnyway(bytes: number): void {
    this.#bytes += bytes
  }

  /**
   * Whether a reader that has left `unreadBytes` may leave so many more: a quarter of what the
   * others leave. However many do not read, room remains for those who do (dynamic thresholds of
   * shared buffers, Choudhury and Hahne 1998).
   */
  mayWait(unreadBytes: number, bytes: number): boolean {
    const others = this.#unreadBytes - unreadBytes
    return unreadBytes + bytes <= (this.#bytesMax - others) * unreadShare
  }

  /** Of the bytes held, so many wait for a reader. Say `read` before they are freed. */
  wait(bytes: number): void {
    this.#unreadBytes += bytes
  }

  read(bytes: number): void {
    assert(bytes <= this.#unreadBytes, "more bytes read than waited")
    this.#unreadBytes -= bytes
  }

  /**
   * Takes room for a page of a scan: nothing but its reader tells when it will have left. All
   * scans count as one reader. Give it back with `freePage`.
   */
  holdPage(bytes: number): boolean {
    if (this.#pageBytes > 0 && !this.mayWait(this.#pageBytes, bytes)) return false
    this.#pageBytes += bytes
    this.holdAnyway(bytes)
    this.wait(bytes)
    return true
  }

  freePage(bytes: number): void {
    assert(bytes <= this.#pageBytes, "more bytes of pages freed than held")
    this.#pageBytes -= bytes
    this.read(bytes)
    this.free(bytes)
  }

  free(bytes: number): void {
    assert(bytes <= this.#bytes, "more bytes freed than held")
    this.#bytes -= bytes
  }
}

export const overloadedMessage =
  "this node has too much work at hand: try again, with fewer operations in flight"

export const overloadedContext: ErrorContext = { retryAfterMs }

export function overloaded(): KvError {
  return new KvError("overloaded", overloadedMessage, overloadedContext)
}

export function stalled(): KvError {
  const message = "the client does not read its answers: read them, or have less in flight"
  return new KvError("overloaded", message, overloadedContext)
}
