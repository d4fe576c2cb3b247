import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { errorCodeOf } from "../files/errors.ts"
import { logItems } from "./log-records.ts"

/** What RocksDB's manifest says of its write-ahead logs. */
export interface LogsInUse {
  /** Logs with lower numbers are in tables and not replayed, though they may still be there. */
  readonly logNumber: number
  /** What comes first in these logs is at most one later; they may well have this one, too. */
  readonly lastSequence: number
}

/** Tags of a manifest's record that come before those of files (db/version_edit.h). */
const tags = {
  comparator: 1,
  logNumber: 2,
  nextFileNumber: 3,
  lastSequence: 4,
  previousLogNumber: 9,
  maxColumnFamily: 203,
  databaseId: 8_193,
} as const

/** What the file CURRENT holds. */
const currentPattern = /^(MANIFEST-\d+)\n$/

/** Undefined where there is no database yet, or none that RocksDB could open: it says why. */
export async function logsInUse(folder: string): Promise<LogsInUse | undefined> {
  const current = await unlessMissing(readFile(join(folder, "CURRENT"), "utf8"))
  const manifest = currentPattern.exec(current ?? "")?.[1]
  if (manifest === undefined) return undefined
  return await unlessMissing(readManifest(join(folder, manifest)))
}

async function readManifest(path: string): Promise<LogsInUse> {
  let logNumber = 0
  let lastSequence: number | undefined
  for await (const item of logItems(path)) {
    // Its end may be torn. Damage elsewhere is for RocksDB to find: then it opens nothing.
    if (item.type === "damage") break
    const numbers = new Map(numbersOf(item.head))
    const newLogNumber = numbers.get(tags.logNumber) ?? 0
    if (newLogNumber > logNumber) {
      logNumber = newLogNumber
      lastSequence = undefined
    }
    // Those of later edits count what is in the logs: a compaction tells how far writes have come.
    // The first edit of a manifest that was begun anew has none, and the second one is that.
    lastSequence ??= numbers.get(tags.lastSequence)
  }
  return { logNumber, lastSequence: lastSequence ?? 0 }
}

/** The numbers that a record begins with: RocksDB writes them before it names files. */
function* numbersOf(head: Buffer): Generator<readonly [tag: number, value: number]> {
  const at = { offset: 0 }
  while (at.offset < head.length) {
    const tag = varint(head, at)
    switch (tag) {
      case tags.databaseId:
      case tags.comparator: {
        const length = varint(head, at)
        at.offset += length
        break
      }
      case tags.logNumber:
      case tags.previousLogNumber:
      case tags.nextFileNumber:
      case tags.maxColumnFamily:
      case tags.lastSequence:
        yield [tag, varint(head, at)]
        break
      default:
        return
    }
  }
}

function varint(bytes: Buffer, at: { offset: number }): number {
  let value = 0
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at.offset] ?? 0
    at.offset += 1
    value += (byte & 127) * scale
    if (byte < 128) return value
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return undefined
    throw error
  }
}
