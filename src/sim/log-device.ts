import { KvError } from "../base/index.ts"
import type { LogDevice, LogFile } from "../env/index.ts"
import { type Disk, diskFull } from "./disk.ts"
import type { LogFolder, StoredFile } from "./log-folder.ts"
import type { Process } from "./process.ts"

/** A folder of a disk as one process sees it. */
export class SimLogDevice implements LogDevice {
  readonly #disk: Disk
  readonly #folder: LogFolder
  readonly #process: Process

  constructor(disk: Disk, folder: LogFolder, process: Process) {
    this.#disk = disk
    this.#folder = folder
    this.#process = process
  }

  list(): Promise<readonly string[]> {
    return this.#disk.perform(this.#process, undefined, this.#readMs(), () => this.#folder.names)
  }

  open(name: string): Promise<LogFile> {
    const known = this.#folder.file(name) !== undefined
    return this.#disk.perform(
      this.#process,
      known ? undefined : "create",
      this.#disk.latencyMs(this.#disk.speed.writeMs),
      () =>
        new SimLogFile(name, this.#folder.file(name) ?? this.#folder.create(name), {
          disk: this.#disk,
          process: this.#process,
        }),
    )
  }

  remove(name: string): Promise<void> {
    return this.#disk.perform(this.#process, "remove", this.#writeMs(), () => {
      if (this.#folder.file(name) === undefined) throw notFound(name)
      this.#folder.remove(name)
    })
  }

  rename(from: string, to: string): Promise<void> {
    return this.#disk.perform(this.#process, "rename", this.#writeMs(), () => {
      if (this.#folder.file(from) === undefined) throw notFound(from)
      this.#folder.rename(from, to)
    })
  }

  syncFolder(): Promise<void> {
    const count = this.#folder.changeCount
    const latencyMs = this.#disk.latencyMs(this.#disk.speed.syncMs)
    return this.#disk.perform(this.#process, "syncFolder", latencyMs, () =>
      this.#folder.sync(count),
    )
  }

  freeBytes(): Promise<number> {
    return this.#disk.perform(this.#process, undefined, this.#readMs(), () => this.#disk.freeBytes)
  }

  capacityBytes(): Promise<number> {
    return Promise.resolve(this.#disk.capacityBytes)
  }

  #readMs(): number {
    return this.#disk.latencyMs(this.#disk.speed.readMs)
  }

  #writeMs(): number {
    return this.#disk.latencyMs(this.#disk.speed.writeMs)
  }
}

class SimLogFile implements LogFile {
  readonly name: string
  readonly #file: StoredFile
  readonly #disk: Disk
  readonly #process: Process

  constructor(
    name: string,
    file: StoredFile,
    owner: { readonly disk: Disk; readonly process: Process },
  ) {
    this.name = name
    this.#file = file
    this.#disk = owner.disk
    this.#process = owner.process
  }

  get sizeBytes(): number {
    return this.#file.sizeBytes
  }

  /** The bytes are in the hands of the operating system at once, but torn by a crash until done. */
  append(parts: readonly Uint8Array[]): Promise<void> {
    const file = this.#file
    const from = file.sizeBytes
    let fits = true
    // The step before the append may be the process's last: then nothing is written.
    const begin = (): void => {
      file.appendingFrom = Math.min(file.appendingFrom, from)
      fits = file.append(parts, this.#disk.freeBytes)
    }
    const latencyMs = this.#disk.latencyMs(this.#disk.speed.writeMs)
    const appended = this.#disk.perform(this.#process, "append", latencyMs, () => {
      file.appendingFrom = file.sizeBytes
      if (!fits) throw diskFull()
    })
    if (this.#process.alive) begin()
    return appended
  }

  sync(): Promise<void> {
    const file = this.#file
    const { sizeBytes } = file
    const latencyMs = this.#disk.latencyMs(this.#disk.speed.syncMs)
    return this.#disk.perform(this.#process, "sync", latencyMs, () => {
      file.syncedBytes = Math.max(file.syncedBytes, Math.min(sizeBytes, file.sizeBytes))
    })
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    const latencyMs = this.#disk.latencyMs(this.#disk.speed.readMs)
    return this.#disk.perform(this.#process, undefined, latencyMs, () =>
      this.#file.read(offset, length),
    )
  }

  truncate(sizeBytes: number): Promise<void> {
    const latencyMs = this.#disk.latencyMs(this.#disk.speed.syncMs)
    return this.#disk.perform(this.#process, "truncate", latencyMs, () =>
      this.#file.truncate(sizeBytes),
    )
  }

  close(): Promise<void> {
    return this.#disk.perform(this.#process, undefined, 0, () => undefined)
  }
}

function notFound(name: string): KvError {
  return new KvError("internal", `no file ${name} in this folder`)
}
