import { KvError } from "../../base/index.ts"

/** What was being done when RocksDB or the file system failed. */
export type Doing = "opening" | "reading" | "writing"

/**
 * RocksDB tells errors apart in their text only: "Corruption: …", "IO error: No space left on
 * device…". A file that is gone or can't be read is lost data; one that can't be written is not.
 */
export function engineError(error: unknown, doing: Doing): KvError {
  if (error instanceof KvError) return error
  const text = error instanceof Error ? error.message : String(error)
  if (/No space left|ENOSPC|Disk quota exceeded|EDQUOT|Space limit reached/.test(text)) {
    return new KvError("disk_full", `the disk is full: free space (${text})`)
  }
  const lost =
    doing !== "writing" && /No such file|Input\/output error|\bEIO\b|Stale file/.test(text)
  if (/^Corruption/.test(text) || lost) {
    return new KvError("data_loss", `the engine's files are corrupt (${text})`)
  }
  if (/LOCK: |lock hold by current process/.test(text)) {
    return new KvError("internal", `another process has this data folder open (${text})`)
  }
  return new KvError("internal", `the engine failed while ${doing} (${text})`)
}
