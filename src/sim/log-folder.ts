import type { Dice } from "../base/index.ts"
import type { Crash, Platter } from "./platter.ts"

/** What happened to the names in a folder and is not durable yet. */
type FolderChange =
  | { readonly type: "create"; readonly name: string; readonly file: StoredFile }
  | { readonly type: "remove"; readonly name: string }
  | { readonly type: "rename"; readonly from: string; readonly to: string }

/** The bytes of one file: the first `syncedBytes` of them are durable. */
export class StoredFile {
  #bytes = new Uint8Array(256)
  sizeBytes = 0
  syncedBytes = 0
  /** Where the append under way began; the whole size when none is. */
  appendingFrom = 0

  append(parts: readonly Uint8Array[], bytesMax: number): boolean {
    let left = bytesMax
    for (const part of parts) {
      const taken = part.subarray(0, left)
      this.#grow(this.sizeBytes + taken.length)
      this.#bytes.set(taken, this.sizeBytes)
      this.sizeBytes += taken.length
      left -= taken.length
      if (taken.length < part.length) return false
    }
    return true
  }

  read(offset: number, length: number): Uint8Array {
    return this.#bytes.slice(offset, Math.min(this.sizeBytes, offset + length))
  }

  truncate(sizeBytes: number): void {
    this.sizeBytes = Math.min(this.sizeBytes, sizeBytes)
    this.syncedBytes = this.sizeBytes
    this.appendingFrom = this.sizeBytes
  }

  flipBit(at: number, bit: number): void {
    this.#bytes[at] = (this.#bytes[at] as number) ^ (1 << bit)
  }

  /** What is left of the file after the crash. */
  crash(how: Crash, dice: Dice): void {
    if (how === "kill") {
      this.sizeBytes = dice.between(Math.min(this.appendingFrom, this.sizeBytes), this.sizeBytes)
      this.appendingFrom = this.sizeBytes
      return
    }
    const { sizeBytes } = this
    this.truncate(dice.between(this.syncedBytes, sizeBytes))
    // Some file systems had the size down before the bytes: the file ends in zeros.
    if (dice.roll(0.2) && sizeBytes > this.sizeBytes) {
      const end = dice.between(this.sizeBytes, sizeBytes)
      this.#bytes.fill(0, this.sizeBytes, end)
      this.sizeBytes = end
      this.truncate(end)
    }
  }

  #grow(sizeBytes: number): void {
    if (sizeBytes <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(sizeBytes, 2 * this.#bytes.length))
    grown.set(this.#bytes.subarray(0, this.sizeBytes))
    this.#bytes = grown
  }
}

/** A folder of files as a disk holds it: with names that a crash may take back. */
export class LogFolder implements Platter {
  #files = new Map<string, StoredFile>()
  #durable = new Map<string, StoredFile>()
  #changes: FolderChange[] = []

  get usedBytes(): number {
    let used = 0
    for (const file of this.#files.values()) used += file.sizeBytes
    return used
  }

  get names(): readonly string[] {
    return [...this.#files.keys()].sort()
  }

  /** How many changes a sync that begins now makes durable. */
  get changeCount(): number {
    return this.#changes.length
  }

  file(name: string): StoredFile | undefined {
    return this.#files.get(name)
  }

  create(name: string): StoredFile {
    const file = new StoredFile()
    this.#change({ type: "create", name, file })
    return file
  }

  remove(name: string): void {
    this.#change({ type: "remove", name })
  }

  rename(from: string, to: string): void {
    this.#change({ type: "rename", from, to })
  }

  /** Makes the oldest `count` changes durable. */
  sync(count: number): void {
    for (const change of this.#changes.splice(0, count)) carryOut(this.#durable, change)
  }

  crash(how: Crash, dice: Dice): void {
    if (how === "powerLoss") {
      for (const change of survivors(this.#changes, dice)) carryOut(this.#durable, change)
      this.#changes = []
      this.#files = new Map(this.#durable)
    }
    for (const file of this.#files.values()) file.crash(how, dice)
  }

  #change(change: FolderChange): void {
    carryOut(this.#files, change)
    this.#changes.push(change)
  }
}

function carryOut(files: Map<string, StoredFile>, change: FolderChange): void {
  if (change.type === "create") {
    files.set(change.name, change.file)
  } else if (change.type === "remove") {
    files.delete(change.name)
  } else {
    const file = files.get(change.from)
    files.delete(change.from)
    if (file !== undefined) files.set(change.to, file)
  }
}

/**
 * Changes to one name are never reordered, changes to different names are: of each group of names
 * that belong together, the first few changes survive.
 */
function survivors(changes: readonly FolderChange[], dice: Dice): readonly FolderChange[] {
  const groupOf = new Map<string, string>()
  const group = (name: string): string => groupOf.get(name) ?? name
  for (const change of changes) {
    if (change.type !== "rename") continue
    const [from, to] = [group(change.from), group(change.to)]
    for (const name of [change.from, change.to, ...groupOf.keys()]) {
      if (group(name) === from || group(name) === to) groupOf.set(name, to)
    }
  }
  const cut = new Set<string>()
  return changes.filter((change) => {
    const name = group(change.type === "rename" ? change.from : change.name)
    if (dice.roll(0.4)) cut.add(name)
    return !cut.has(name)
  })
}
