import type { Memo } from "../env/index.ts"
import type { Process } from "./process.ts"

/** What a machine's disk holds of it: replaced as a whole. */
export class MemoPage {
  bytes: Uint8Array | undefined

  /** As one process sees it. */
  memoOf(process: Process): Memo {
    return {
      read: () => Promise.resolve(this.bytes?.slice()),
      write: (bytes) => {
        const copy = bytes.slice()
        return new Promise((resolve) => {
          process.after(1, () => {
            this.bytes = copy
            resolve()
          })
        })
      },
    }
  }
}
