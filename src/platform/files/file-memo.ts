import { promises as fs } from "node:fs"
import type { Memo } from "../../env/index.ts"
import { errorCodeOf, kvErrorOf } from "./errors.ts"
import { replaceFile } from "./replace-file.ts"

/** A memo in a file of its own. Fails with KvError. */
export function openFileMemo(path: string): Memo {
  return {
    read: async () => {
      try {
        return await fs.readFile(path)
      } catch (error) {
        if (errorCodeOf(error) === "ENOENT") return undefined
        throw kvErrorOf(error, `can't read ${path}`)
      }
    },
    write: async (bytes) => {
      try {
        await replaceFile(path, bytes)
      } catch (error) {
        throw kvErrorOf(error, `can't write ${path}`)
      }
    },
  }
}
