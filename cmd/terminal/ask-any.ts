import { KvError } from "../../src/base/index.ts"
import type { Globals } from "./globals.ts"
import type { Io } from "./io.ts"

const pauseMs = 500

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

/** The same for what only looks: a node that does not answer in time has changed nothing. */
export function lookAny<T>(
  globals: Pick<Globals, "endpoints" | "timeout">,
  ask: (address: string, timeoutMs: number) => Promise<T>,
): Promise<T> {
  return askAny(globals, ask, true)
}

/**
 * Looks for something again and again, for as long as `--timeout` says: while one driver follows
 * another there may be nobody to tell.
 */
export async function lookPatiently<T>(
  io: Io,
  globals: Globals,
  look: () => Promise<T>,
): Promise<T> {
  const triesMax = Math.max(1, Math.ceil(globals.timeout / pauseMs))
  for (let tries = 1; ; tries += 1) {
    try {
      return await look()
    } catch (error) {
      if (!(error instanceof KvError) || tries >= triesMax) throw error
      // It only looks: whoever was to answer may have gone with the question.
      if (error.advice !== "retry" && error.outcome !== "unknown") throw error
    }
    await io.pause(pauseMs)
  }
}
