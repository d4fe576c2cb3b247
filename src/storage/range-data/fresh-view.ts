import { KvError } from "../../base/index.ts"

/** A view that the engine had to let go of is taken anew so often. */
const viewsMax = 3

/**
 * What `work` reads by a view of its own. Throws as `work` does, `unavailable` only at last, and as
 * `check` does, which is asked before and after.
 */
export async function withFreshView<T>(work: () => Promise<T>, check = () => {}): Promise<T> {
  for (let views = 1; ; views += 1) {
    try {
      check()
      const result = await work()
      check()
      return result
    } catch (error) {
      const letGo = error instanceof KvError && error.code === "unavailable" && views < viewsMax
      if (!letGo) throw error
    }
  }
}
