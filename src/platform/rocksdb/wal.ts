import { open, readdir, readFile, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { KvError } from "../../base/index.ts"
import { engineError } from "./errors.ts"
import { syncFolder } from "./generations.ts"
import { fragmentHeaderBytes, fragmentLengthAt, logItems } from "./log-records.ts"
import { logsInUse } from "./manifest.ts"

/**
 * Has RocksDB replay a prefix of what was written. Opened as the binding opens it, it leaves out a
 * record of its write-ahead log that it can't read, and applies those behind it: what came of a
 * write would be there, and what it rests on would not. So we look first. A power cut may have kept
 * pages of unsynced writes and lost earlier ones: then the log is cut where the first record is
 * missing. What was durable and can't be read any more is rot, and nothing to go on with.
 */

/** What was cut off since something before it is missing. */
export interface CutOff {
  readonly records: number
  readonly bytes: number
}

/** Of a record: sequence of its first write (8 bytes), their number (4), the writes. */
const recordHeaderBytes = 12
const deletion = 0

const logNamePattern = /^(\d+)\.log$/
/** RocksDB writes a random one when it makes a database; its length takes one byte in a record. */
const identityPattern = /^[0-9a-f-]{20,64}$/

/**
 * The engine deletes this key, which nobody has, behind each synced write: what comes before it in
 * the log was durable when it was written. A synced write is not proof of that by itself: the power
 * may have gone in the middle of its sync. The key ends in what no client knows, for a torn block
 * is full of clients' values, and one of them may look like a mark. Undefined where the identity
 * can't be read: then nothing is proven.
 */
export async function durableMarkOf(folder: string): Promise<Uint8Array | undefined> {
  const identity = (await readFile(join(folder, "IDENTITY"), "utf8").catch(() => "")).trim()
  if (!identityPattern.test(identity)) return undefined
  return new Uint8Array(Buffer.from(`\0durable up to here ${identity}`))
}

/**
 * Cuts the log of a database that nobody has open to a prefix; says what it cut, if anything. A
 * torn end stays: RocksDB knows what to do with it. Throws KvError `data_loss` where a record is
 * missing that was durable, or can't be read.
 */
export async function keepPrefix(folder: string): Promise<CutOff | undefined> {
  try {
    const inUse = await logsInUse(folder)
    if (inUse === undefined) return undefined
    const logs = await logsFrom(folder, inUse.logNumber)
    const replay = new Replay(inUse.lastSequence + 1, await durableMarkOf(folder))
    for (const log of logs) await replay.read(join(folder, log))
    return replay.cutOffRecords === 0 ? undefined : await cut(folder, logs, replay)
  } catch (error) {
    throw engineError(error, "opening")
  }
}

/** In the order in which they were written. */
async function logsFrom(folder: string, logNumber: number): Promise<string[]> {
  const numberOf = (name: string): number => Number(logNamePattern.exec(name)?.[1] ?? -1)
  return (await readdir(folder))
    .filter((name) => numberOf(name) >= logNumber)
    .sort((left, right) => numberOf(left) - numberOf(right))
}

/** Reads logs as RocksDB would, and knows where the prefix ends. */
class Replay {
  /** Sequence after the prefix: a record that begins later has one missing before it. */
  #nextSequence: number
  readonly #mark: Buffer | undefined
  #isFirst = true
  /** The end of the prefix; the start of all logs where that is undefined. */
  end: { readonly path: string; readonly bytes: number } | undefined
  /** Records that RocksDB would apply behind a missing one. */
  cutOffRecords = 0

  /** The first record is at most so far: more may be in tables than the manifest tells. */
  constructor(sequenceMax: number, durableMark: Uint8Array | undefined) {
    this.#nextSequence = sequenceMax
    this.#mark = durableMark && bodyOf(durableMark)
  }

  async read(path: string): Promise<void> {
    let isEmpty = true
    for await (const item of logItems(path)) {
      isEmpty = false
      if (item.type === "damage") this.#passDamage(item.rest)
      else if (item.bytes < recordHeaderBytes) this.#passDamage(item.head)
      else this.#take(path, item.head, item.end)
    }
    // RocksDB begins no other log until this one has a record: where one follows, that is lost.
    if (isEmpty) this.#passDamage(Buffer.alloc(0))
  }

  #take(path: string, head: Buffer, end: number): void {
    const sequence = sequenceOf(head)
    if (this.cutOffRecords > 0 || sequence > this.#nextSequence) {
      if (this.#mark?.equals(head.subarray(8))) this.#seeMark(sequence)
      this.cutOffRecords += 1
      return
    }
    this.#isFirst = false
    this.#nextSequence = sequence + head.readUInt32LE(8)
    this.end = { path, bytes: end }
  }

  #passDamage(rest: Buffer): void {
    // Nothing tells what the first record was, so any that follows has one missing before it.
    if (this.#isFirst) this.#nextSequence = 0
    const mark = this.#mark
    if (mark === undefined) return
    for (let at = rest.indexOf(mark); at >= 0; at = rest.indexOf(mark, at + 1)) {
      const start = at - 8 - fragmentHeaderBytes
      if (start < 0 || fragmentLengthAt(rest, start) !== 8 + mark.length) continue
      this.#seeMark(sequenceOf(rest.subarray(at - 8)))
    }
  }

  /** A mark behind the prefix is sound evidence, unless it is itself what comes next. */
  #seeMark(sequence: number): void {
    if (sequence <= this.#nextSequence) return
    throw new KvError(
      "data_loss",
      `the engine's log lacks synced writes: the one of sequence ${this.#nextSequence} can't be ` +
        `read, and all before ${sequence} was durable`,
    )
  }
}

function sequenceOf(record: Buffer): number {
  return Number(record.readBigUInt64LE(0))
}

/** What follows the sequence in the record of a mark. It is shorter than the head of a record. */
function bodyOf(durableMark: Uint8Array): Buffer {
  return Buffer.from([1, 0, 0, 0, deletion, durableMark.length, ...durableMark])
}

/** The last log first: whatever a crash leaves of this, the next look finds the same gap. */
async function cut(folder: string, logs: readonly string[], replay: Replay): Promise<CutOff> {
  const keptPath = replay.end?.path ?? join(folder, logs[0] as string)
  const keptBytes = replay.end?.bytes ?? 0
  let bytes = 0
  for (const log of logs.toReversed()) {
    const path = join(folder, log)
    const { size } = await stat(path)
    if (path === keptPath) {
      bytes += size - keptBytes
      break
    }
    bytes += size
    await rm(path)
    await syncFolder(folder)
  }
  const file = await open(keptPath, "r+")
  try {
    await file.truncate(keptBytes)
    await file.sync()
  } finally {
    await file.close()
  }
  return { records: replay.cutOffRecords, bytes }
}
