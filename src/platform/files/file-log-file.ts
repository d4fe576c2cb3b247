import { close, fdatasync, fsync, ftruncate, read, write, writev } from "node:fs"
import type { KvError } from "../../base/index.ts"
import type { LogFile } from "../../env/index.ts"
import { kvErrorOf } from "./errors.ts"

/**
 * Zeros written ahead of the end: a synced write into them changes no metadata, which takes a fifth
 * of its time and a quarter of its system time off (ext4). A process that is killed leaves them.
 */
const zerosAhead = Buffer.alloc(256 * 1_024)

type Operation = { readonly settle: (error?: KvError) => void } & (
  | { readonly type: "append"; readonly parts: readonly Uint8Array[] }
  | { readonly type: "sync" }
  | { readonly type: "truncate"; readonly sizeBytes: number }
)

export interface OpenedFile {
  readonly name: string
  readonly path: string
  readonly fd: number
  /** The same file, opened so that a write returns when it is durable. */
  readonly durableFd: number
  readonly sizeBytes: number
}

/**
 * A file of the operating system, written in the order of the calls. An append and a sync that are
 * asked for in one breath become one synced write: half the trips through the thread pool.
 */
export class FileLogFile implements LogFile {
  readonly name: string
  readonly #file: OpenedFile
  #sizeBytes: number
  /** Bytes that this process has made durable. */
  #durableBytes = 0
  /** Where the zeros ahead end. */
  #aheadBytes = 0
  #waiting: Operation[] = []
  #running = false
  /** After a failed sync nothing is known: the kernel may have dropped the pages (fsyncgate). */
  #failure: KvError | undefined

  constructor(file: OpenedFile) {
    this.name = file.name
    this.#file = file
    this.#sizeBytes = file.sizeBytes
  }

  get sizeBytes(): number {
    return this.#sizeBytes
  }

  append(parts: readonly Uint8Array[]): Promise<void> {
    return this.#enqueue((settle) => ({ type: "append", parts, settle }))
  }

  sync(): Promise<void> {
    return this.#enqueue((settle) => ({ type: "sync", settle }))
  }

  truncate(sizeBytes: number): Promise<void> {
    return this.#enqueue((settle) => ({ type: "truncate", sizeBytes, settle }))
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.#sizeBytes - offset))
    // Slow: not from the pool, so that a kept entry does not pin the bytes of others.
    const bytes = Buffer.allocUnsafeSlow(wanted)
    let done = 0
    while (done < wanted) {
      const count = await this.#call("read", (callback) =>
        read(this.#file.fd, bytes, done, wanted - done, offset + done, callback),
      )
      if (count === 0) break
      done += count
    }
    return bytes.subarray(0, done)
  }

  async close(): Promise<void> {
    const { fd, durableFd } = this.#file
    if (this.#aheadBytes > this.#sizeBytes && this.#failure === undefined) {
      await this.#call("trim", (callback) => ftruncate(fd, this.#sizeBytes, callback))
    }
    await this.#call("close", (callback) => close(fd, callback))
    await this.#call("close", (callback) => close(durableFd, callback))
  }

  #enqueue(operationOf: (settle: Operation["settle"]) => Operation): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (error?: KvError): void => (error === undefined ? resolve() : reject(error))
      this.#waiting.push(operationOf(settle))
      if (this.#running) return
      this.#running = true
      // Not at once: the caller may be about to ask for a sync as well.
      queueMicrotask(() => this.#run().catch(() => {}))
    })
  }

  async #run(): Promise<void> {
    for (;;) {
      const operation = this.#waiting.shift()
      if (operation === undefined) break
      if (this.#failure !== undefined) {
        operation.settle(this.#failure)
        continue
      }
      try {
        await this.#perform(operation)
        operation.settle()
      } catch (error) {
        operation.settle(error as KvError)
      }
    }
    this.#running = false
  }

  #perform(operation: Operation): Promise<void> {
    if (operation.type === "sync") return this.#sync()
    if (operation.type === "truncate") return this.#truncate(operation.sizeBytes)
    const next = this.#waiting[0]
    const synced = next?.type === "sync" && this.#durableBytes === this.#sizeBytes
    return synced
      ? this.#appendDurably(operation.parts, next)
      : this.#write(this.#file.fd, operation.parts)
  }

  async #appendDurably(parts: readonly Uint8Array[], sync: Operation): Promise<void> {
    await this.#writeAhead(parts)
    try {
      await this.#write(this.#file.durableFd, parts)
    } catch (error) {
      // What failed may be the sync inside the write. For want of space it is harmless: everything
      // before this append is durable. The sync that waits then runs by itself.
      if ((error as KvError).code !== "disk_full") this.#failure = error as KvError
      throw error
    }
    this.#durableBytes = this.#sizeBytes
    this.#waiting.shift()
    sync.settle()
  }

  async #writeAhead(parts: readonly Uint8Array[]): Promise<void> {
    const end = parts.reduce((offset, part) => offset + part.length, this.#sizeBytes)
    if (end <= this.#aheadBytes || end - this.#sizeBytes >= zerosAhead.length) return
    try {
      await this.#call("reserve space in", (callback) =>
        write(this.#file.fd, zerosAhead, 0, zerosAhead.length, end, callback),
      )
      this.#aheadBytes = end + zerosAhead.length
    } catch {
      // Only a saving: whether there is space for the append itself, the append will tell.
    }
  }

  async #write(fd: number, parts: readonly Uint8Array[]): Promise<void> {
    let left = parts.filter((part) => part.length > 0)
    while (left.length > 0) {
      const [first, second] = left
      const buffers = left
      const written = await this.#call("append to", (callback) =>
        first !== undefined && second === undefined
          ? write(fd, first, 0, first.length, this.#sizeBytes, callback)
          : writev(fd, buffers, this.#sizeBytes, callback),
      )
      this.#sizeBytes += written
      left = withoutFirst(left, written)
    }
  }

  async #sync(): Promise<void> {
    const { sizeBytes } = this
    try {
      await this.#call("sync", (callback) => fdatasync(this.#file.fd, callback))
    } catch (error) {
      this.#failure = error as KvError
      throw error
    }
    this.#durableBytes = sizeBytes
  }

  async #truncate(sizeBytes: number): Promise<void> {
    if (sizeBytes > this.#sizeBytes) return
    await this.#call("truncate", (callback) => ftruncate(this.#file.fd, sizeBytes, callback))
    this.#sizeBytes = sizeBytes
    this.#aheadBytes = sizeBytes
    this.#durableBytes = Math.min(this.#durableBytes, sizeBytes)
    try {
      await this.#call("sync", (callback) => fsync(this.#file.fd, callback))
    } catch (error) {
      this.#failure = error as KvError
      throw error
    }
    this.#durableBytes = sizeBytes
  }

  #call(
    what: string,
    begin: (callback: (error: Error | null, count?: number) => void) => void,
  ): Promise<number> {
    return new Promise((resolve, reject) => {
      begin((error, count) => {
        if (error === null) resolve(count ?? 0)
        else reject(kvErrorOf(error, `can't ${what} ${this.#file.path}`))
      })
    })
  }
}

function withoutFirst(parts: readonly Uint8Array[], bytes: number): Uint8Array[] {
  const left: Uint8Array[] = []
  let skip = bytes
  for (const part of parts) {
    if (skip < part.length) left.push(part.subarray(skip))
    skip = Math.max(0, skip - part.length)
  }
  return left
}
