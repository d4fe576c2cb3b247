import { KvError } from "../../src/base/index.ts"
import type { Globals } from "./globals.ts"

/**
 * Asks the endpoints one after the other until one can be reached. `again`: the request carries an
 * id of its own, so that it can be asked of the next one too when the outcome is not known.
 */
export async function askAny<T>(
  { endpoints, timeout }: Pick<Globals, "endpoints" | "timeout">,
  ask: (address: string, timeoutMs: number) => Promise<T>,
  again = false,
): Promise<T> {
  let last: unknown
  for (const address of endpoints) {
    try {
      return await ask(address, timeout)
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      const elsewhere = error.code === "unavailable" || (again && error.outcome === "unknown")
      if (!elsewhere) throw error
      last = error
    }
  }
  throw last
}
