import { KvError } from "../../src/base/index.ts"
import type { OperatorSummary } from "../../src/wire/index.ts"
import { lookPatiently } from "./ask-any.ts"
import { changesOn } from "./changes.ts"
import type { Context } from "./context.ts"
import type { Globals } from "./globals.ts"
import { type Progress, progressOf } from "./progress.ts"
import { shownBytes } from "./style.ts"

const askEveryMs = 500
/** An operator that ended is in the history a moment later. */
const looksInHistory = 10

/**
 * Follows an operator until it has ended, with a bar, or without a terminal by a line for each step
 * and each tenth of its data; the process's exit code says whether it finished.
 * `begun`: it is known that it was there.
 */
export async function watchOperator(
  context: Context,
  globals: Globals,
  id: number,
  begun = false,
): Promise<void> {
  const list = async (ended: boolean): Promise<OperatorSummary | undefined> => {
    const { io } = context
    const ask = (address: string, timeoutMs: number): Promise<readonly OperatorSummary[]> =>
      io.listOperators(address, ended, timeoutMs)
    const listed = await lookPatiently(io, globals, ask)
    return listed.find((operator) => operator.id === id)
  }
  const bar = barOf(context, id)
  const tell = changesOn(context.io)
  let looks = 0
  let known = begun
  try {
    for (;;) {
      const running = await list(false)
      if (running === undefined) {
        const ended = await list(true)
        if (ended !== undefined) return sayEnd(context, globals, ended)
        looks += 1
        if (looks > looksInHistory) throw lostSight(id, known)
      } else {
        known = true
        const line = `${stepLine(running)} ${progressLine(running)}`.trimEnd()
        bar?.update(percentOf(running), line)
        const tenths = Math.floor(10 * partOfStep(running))
        const tells = bar === undefined && globals.output !== "json"
        if (tells) tell(`${running.stepsDone} ${tenths}`, `operator ${id}: ${line}`)
      }
      await context.io.pause(askEveryMs)
    }
  } finally {
    bar?.stop()
  }
}

function lostSight(id: number, begun: boolean): KvError {
  if (!begun) {
    const message = `no operator ${id} is known: see ringraft operator list and history`
    return new KvError("invalid_argument", message)
  }
  const why = `operator ${id} is not known any more: another driver decides anew what it was about`
  return new KvError("result_unknown", `${why}; see ringraft range list, then ask again`)
}

function barOf({ io }: Context, id: number): Progress | undefined {
  if (!io.errIsTerminal) return undefined
  return progressOf(io, `operator ${id}`, 100, { afterMs: 0 })
}

/** The step under way. */
export function stepLine({
  steps,
  stepsDone,
}: Pick<OperatorSummary, "steps" | "stepsDone">): string {
  return `${stepsDone + 1} of ${steps.length}: ${steps[stepsDone] ?? ""}`
}

/** How it ended, and why if it did not finish. */
export function endLine({ end, reason }: Pick<OperatorSummary, "end" | "reason">): string {
  return reason === "" ? end : `${end}: ${reason}`
}

/** Of data on its way: how much of how much, how fast, and the time that is left. */
export function progressLine({
  bytes,
  bytesTotal,
  bytesPerSecond,
}: Pick<OperatorSummary, "bytes" | "bytesTotal" | "bytesPerSecond">): string {
  if (bytesTotal === 0) return ""
  const leftSeconds = Math.ceil((bytesTotal - bytes) / Math.max(1, bytesPerSecond))
  const [done, total, rate] = [bytes, bytesTotal, bytesPerSecond].map(shownBytes)
  return `${done} of ${total}, ${rate}/s, ${leftSeconds} s left`
}

function percentOf(operator: OperatorSummary): number {
  const { steps, stepsDone } = operator
  return (100 * (stepsDone + partOfStep(operator))) / Math.max(1, steps.length)
}

function partOfStep({ bytes, bytesTotal }: OperatorSummary): number {
  return bytesTotal === 0 ? 0 : bytes / bytesTotal
}

function sayEnd(context: Context, globals: Globals, operator: OperatorSummary): void {
  const { id, end, reason } = operator
  if (end !== "finished") context.exitCode = 1
  if (globals.output === "json") context.io.out(`${JSON.stringify({ id, end, reason })}\n`)
  else context.io.out(`operator ${id} ${endLine(operator)}\n`)
}
