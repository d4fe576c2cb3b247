import { KvError } from "../../src/base/index.ts"
import { holeIn } from "../../src/core/range/index.ts"
import type { RangeSummary } from "../../src/wire/index.ts"
import { lookAny, withTimeLeft } from "./ask-any.ts"
import { answered, type Context, warn } from "./context.ts"
import type { Globals } from "./globals.ts"

const pauseMs = 500

/**
 * All ranges, looked for again for as long as `--timeout` says while some are missing: another
 * driver begins with nothing, and of a range that nobody leads nobody tells. What is missing then
 * is said on standard error, and the exit code is 1. Rejects with KvError.
 */
export async function allRanges(
  context: Context,
  globals: Globals,
): Promise<readonly RangeSummary[]> {
  const { ranges, missing } = await answered(context, globals, look(context, globals))
  if (missing === undefined) return ranges
  const again = "Ask again, or allow more --timeout"
  warn(context, globals, `these may not be all ranges: ${missing}. ${again}`)
  context.exitCode = 1
  return ranges
}

interface Look {
  readonly ranges: readonly RangeSummary[]
  /** undefined: nothing. */
  readonly missing: string | undefined
}

async function look({ io }: Context, globals: Globals): Promise<Look> {
  const untilMs = io.monotonicMs() + globals.timeout
  for (;;) {
    const ranges = await lookAny(io, withTimeLeft(io, globals, untilMs), io.listRanges)
    const missing = await missingIn(ranges, withTimeLeft(io, globals, untilMs), io)
    if (missing === undefined || io.monotonicMs() + pauseMs > untilMs) return { ranges, missing }
    await io.pause(pauseMs)
  }
}

async function missingIn(
  ranges: readonly RangeSummary[],
  globals: Globals,
  io: Context["io"],
): Promise<string | undefined> {
  try {
    const keyspaces = await lookAny(io, globals, io.listKeyspaces)
    const hole = holeIn(
      ranges.map(({ range }) => range),
      keyspaces,
    )
    return hole && `nobody has told of the one that has ${hole}`
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    return `which keyspaces there are is not known (${error.message})`
  }
}
