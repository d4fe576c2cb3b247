import { assert } from "../../base/index.ts"
import type { HistoryLine } from "../oracle/index.ts"

/** What a stale read gave. */
export interface Stale {
  readonly key: string
  readonly value: string
  readonly version: number | undefined
}

/**
 * A stale read may be old, and is never anything that nobody wrote: what was refused neither, nor a
 * value under another version than its writer was told. Known once all that was unknown is.
 */
export function checkStaleReads(history: readonly HistoryLine[], reads: readonly Stale[]): void {
  const written = new Map<string, HistoryLine>()
  for (const line of history) {
    const writes = line.op === "put" || line.op === "cas"
    if (writes && line.ok !== false) written.set(`${line.key}=${line.value}`, line)
  }
  for (const { key, value, version } of reads) {
    const line = written.get(`${key}=${value}`)
    assert(line !== undefined, `a stale read of ${key} gives ${value}, which nobody wrote`)
    const told = line.version ?? version
    assert(told === version, `a stale read of ${key} gives ${value}@${version}, written @${told}`)
  }
}
