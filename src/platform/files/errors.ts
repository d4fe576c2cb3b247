import { KvError } from "../../base/index.ts"

/** What the operating system calls it, "" for other errors. */
export function errorCodeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | undefined)?.code
  return typeof code === "string" ? code : ""
}

/** An error of the file system in the words of the catalogue; `what` begins the message. */
export function kvErrorOf(error: unknown, what: string): KvError {
  if (error instanceof KvError) return error
  const code = errorCodeOf(error)
  const reason = error instanceof Error ? error.message : String(error)
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return new KvError("disk_full", `${what}: no space left on the disk`)
    // As with space: nothing was done, and it can be had later.
    case "EMFILE":
    case "ENFILE":
      return new KvError("disk_full", `${what}: too many open files`)
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new KvError("invalid_argument", `${what}: ${reasonOf[code]}`)
    case "ENOTDIR":
    case "EEXIST":
      return new KvError("invalid_argument", `${what}: a file is where a folder should be`)
    default:
      return new KvError("internal", `${what}: ${reason}`)
  }
}

const reasonOf = {
  EACCES: "permission denied, give this user the right to read and write it",
  EPERM: "permission denied, give this user the right to read and write it",
  EROFS: "the file system is read-only, mount it for writing or choose another folder",
} as const
