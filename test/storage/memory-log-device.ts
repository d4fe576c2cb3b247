import { concatBytes, type Dice, KvError } from "../../src/base/index.ts"
import type { LogDevice, LogFile } from "../../src/env/index.ts"

/** Unsynced bytes are kept or lost in pieces of this size. */
const sectorBytes = 512

export type CrashKind = "kill" | "powerLoss"

export interface StoredFile {
  bytes: Uint8Array
  syncedBytes: number
}

/**
 * A log device whose every byte a test can get at: it dies at a chosen step, loses what was not
 * synced, runs out of space, fails to sync or to read.
 */
export class MemoryLogDevice implements LogDevice {
  readonly files: Map<string, StoredFile>
  readonly #durableNames: Map<string, StoredFile>
  /** What happened to the device, for tests that care about the order. */
  readonly steps: string[] = []
  freeBytesLeft = Number.MAX_SAFE_INTEGER
  failSyncs = false
  failTruncates = false
  /** Reads that touch one of these offsets of a file fail. */
  readonly badOffsets = new Map<string, number>()
  readsHeld: Promise<void> | undefined
  /** The device dies in the middle of this step, counted from 1. */
  #stepsLeft = Number.POSITIVE_INFINITY
  #dead = false
  #die: () => void = () => {}
  /** Resolves when the device has died: no call settles any more. */
  readonly died = new Promise<void>((resolve) => {
    this.#die = resolve
  })

  constructor(files: ReadonlyMap<string, StoredFile> = new Map()) {
    this.files = new Map(files)
    this.#durableNames = new Map(files)
  }

  /** Reads that begin from now on end only after the function returned is called. */
  holdReads(): () => void {
    let letGo = (): void => {}
    this.readsHeld = new Promise((resolve) => {
      letGo = resolve
    })
    return letGo
  }

  dieAtStep(step: number): void {
    this.#stepsLeft = step
  }

  /** What the next process finds. */
  crash(kind: CrashKind, dice: Dice): MemoryLogDevice {
    const names =
      kind === "kill" ? this.files : survivingNames(this.#durableNames, this.files, dice)
    const left = new Map<string, StoredFile>()
    for (const [name, file] of names) left.set(name, survivingFile(file, kind, dice))
    return new MemoryLogDevice(left)
  }

  /** The same files under another device. */
  copy(): MemoryLogDevice {
    const copies = new Map<string, StoredFile>()
    for (const [name, file] of this.files) copies.set(name, { ...file, bytes: file.bytes.slice() })
    return new MemoryLogDevice(copies)
  }

  list(): Promise<readonly string[]> {
    return this.perform(undefined, () => [...this.files.keys()].sort())
  }

  open(name: string): Promise<LogFile> {
    const known = this.files.has(name)
    return this.perform(known ? undefined : `create ${name}`, () => {
      if (!known && this.freeBytesLeft <= 0) throw new KvError("disk_full", "no space")
      const file = this.files.get(name) ?? { bytes: new Uint8Array(0), syncedBytes: 0 }
      this.files.set(name, file)
      return new MemoryLogFile(this, name, file)
    })
  }

  remove(name: string): Promise<void> {
    return this.perform(`remove ${name}`, () => {
      if (!this.files.delete(name)) throw new KvError("internal", `no file ${name}`)
    })
  }

  rename(from: string, to: string): Promise<void> {
    return this.perform(`rename ${from} ${to}`, () => {
      const file = this.files.get(from)
      if (file === undefined) throw new KvError("internal", `no file ${from}`)
      this.files.delete(from)
      this.files.set(to, file)
    })
  }

  syncFolder(): Promise<void> {
    return this.perform("syncFolder", () => {
      this.#durableNames.clear()
      for (const [name, file] of this.files) this.#durableNames.set(name, file)
    })
  }

  freeBytes(): Promise<number> {
    return this.perform(undefined, () => this.freeBytesLeft)
  }

  capacityBytes(): Promise<number> {
    return this.perform(undefined, () => Number.MAX_SAFE_INTEGER)
  }

  /**
   * One operation; a step is one that changes something. `half`: what it does when it dies in it.
   */
  perform<T>(step: string | undefined, effect: () => T, half: () => void = () => {}): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#dead) return
      if (step !== undefined) {
        this.steps.push(step)
        this.#stepsLeft -= 1
        if (this.#stepsLeft === 0) {
          this.#dead = true
          half()
          this.#die()
          return
        }
      }
      try {
        resolve(effect())
      } catch (error) {
        reject(error)
      }
    })
  }
}

class MemoryLogFile implements LogFile {
  readonly name: string
  readonly #device: MemoryLogDevice
  readonly #file: StoredFile
  #closed = false

  constructor(device: MemoryLogDevice, name: string, file: StoredFile) {
    this.name = name
    this.#device = device
    this.#file = file
  }

  get sizeBytes(): number {
    return this.#file.bytes.length
  }

  append(parts: readonly Uint8Array[]): Promise<void> {
    const whole = concatBytes(...parts)
    return this.#device.perform(
      `append ${this.name}`,
      () => {
        const taken = whole.subarray(0, Math.max(0, this.#device.freeBytesLeft))
        this.#grow(taken)
        this.#device.freeBytesLeft -= taken.length
        if (taken.length < whole.length) throw new KvError("disk_full", "no space")
      },
      () => this.#grow(whole),
    )
  }

  sync(): Promise<void> {
    return this.#device.perform(
      `sync ${this.name}`,
      () => {
        if (this.#device.failSyncs) throw new KvError("internal", "input/output error")
        this.#file.syncedBytes = this.#file.bytes.length
      },
      () => {},
    )
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    await this.#device.readsHeld
    return this.#device.perform(undefined, () => {
      const bad = this.#device.badOffsets.get(this.name)
      if (bad !== undefined && bad >= offset && bad < offset + length) {
        throw new KvError("internal", "input/output error")
      }
      if (this.#closed) throw new KvError("internal", "bad file descriptor")
      return this.#file.bytes.slice(offset, offset + length)
    })
  }

  truncate(sizeBytes: number): Promise<void> {
    return this.#device.perform(`truncate ${this.name}`, () => {
      if (this.#device.failTruncates) throw new KvError("disk_full", "no space")
      this.#device.freeBytesLeft += Math.max(0, this.#file.bytes.length - sizeBytes)
      this.#file.bytes = this.#file.bytes.slice(0, sizeBytes)
      this.#file.syncedBytes = this.#file.bytes.length
    })
  }

  close(): Promise<void> {
    return this.#device.perform(undefined, () => {
      this.#closed = true
    })
  }

  #grow(bytes: Uint8Array): void {
    this.#file.bytes = concatBytes(this.#file.bytes, bytes)
  }
}

/** Each name is as it was at the last sync of the folder, or as it is now. */
function survivingNames(
  durable: ReadonlyMap<string, StoredFile>,
  now: ReadonlyMap<string, StoredFile>,
  dice: Dice,
): Map<string, StoredFile> {
  const left = new Map<string, StoredFile>()
  for (const name of [...new Set([...durable.keys(), ...now.keys()])].sort()) {
    const file = dice.roll(0.5) ? durable.get(name) : now.get(name)
    if (file !== undefined) left.set(name, file)
  }
  return left
}

function survivingFile(file: StoredFile, kind: CrashKind, dice: Dice): StoredFile {
  const { bytes, syncedBytes } = file
  if (kind === "kill" || syncedBytes === bytes.length) {
    return { bytes: bytes.slice(), syncedBytes: kind === "kill" ? syncedBytes : bytes.length }
  }
  const left = bytes.slice(0, dice.between(syncedBytes, bytes.length))
  // Writes between two syncs reach the disk in any order: some sectors not at all.
  if (dice.roll(0.5)) {
    for (let at = syncedBytes; at < left.length; ) {
      const end = Math.min(left.length, at - (at % sectorBytes) + sectorBytes)
      if (dice.roll(0.4)) left.fill(0, at, end)
      at = end
    }
  }
  return { bytes: left, syncedBytes: left.length }
}
