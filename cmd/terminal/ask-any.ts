import { KvError, partlyDone } from "../../src/base/index.ts"
import type { Globals } from "./globals.ts"
import type { Io } from "./io.ts"

const pauseMs = 500
/** What a node is given to answer, though others took their time. */
const answerMsMin = 500

type Where = Pick<Globals, "endpoints" | "timeout">
type Ask<T> = (address: string, timeoutMs: number) => Promise<T>

/** Asks the endpoints one after the other until one can be reached. */
export function askAny<T>(io: Io, where: Where, ask: Ask<T>): Promise<T> {
  return askEach(io, where, ask, ({ code }) => code === "unavailable")
}

/** The same for what only looks: a node that does not answer in time has changed nothing. */
export function lookAny<T>(io: Io, where: Where, ask: Ask<T>): Promise<T> {
  return askEach(io, where, ask, mayAsk)
}

/**
 * The same for what carries a request id of its own: it is asked of the next one, too, when it is
 * not known what became of it. That the next one refuses it says nothing of the one before.
 */
export async function askAgain<T>(io: Io, where: Where, ask: Ask<T>): Promise<T> {
  let unsure = false
  try {
    return await askEach(io, where, ask, (error) => {
      unsure ||= error.outcome === "unknown"
      return mayAsk(error)
    })
  } catch (error) {
    throw unsure ? partlyDone(error, "another node was asked before and may have done it") : error
  }
}

function mayAsk({ code, outcome }: KvError): boolean {
  return code === "unavailable" || outcome === "unknown"
}

async function askEach<T>(
  io: Io,
  where: Where,
  ask: Ask<T>,
  elsewhere: (error: KvError) => boolean,
): Promise<T> {
  const untilMs = io.monotonicMs() + where.timeout
  let last: unknown
  for (const address of where.endpoints) {
    try {
      return await ask(address, withTimeLeft(io, where, untilMs).timeout)
    } catch (error) {
      if (!(error instanceof KvError && elsewhere(error))) throw error
      last = error
    }
  }
  throw last
}

/** The same with no more time than there is until then, but enough for an answer. */
export function withTimeLeft<W extends Where>(io: Io, where: W, untilMs: number): W {
  const leastMs = Math.min(answerMsMin, where.timeout)
  return { ...where, timeout: Math.max(leastMs, untilMs - io.monotonicMs()) }
}

/**
 * Looks for something again and again, for as long as `--timeout` says: while one driver follows
 * another there may be nobody to tell.
 */
export async function lookPatiently<T>(io: Io, where: Where, ask: Ask<T>): Promise<T> {
  const untilMs = io.monotonicMs() + where.timeout
  for (;;) {
    try {
      return await lookAny(io, withTimeLeft(io, where, untilMs), ask)
    } catch (error) {
      if (!(error instanceof KvError) || io.monotonicMs() + pauseMs > untilMs) throw error
      // It only looks: whoever was to answer may have gone with the question.
      if (error.advice !== "retry" && error.outcome !== "unknown") throw error
    }
    await io.pause(pauseMs)
  }
}
