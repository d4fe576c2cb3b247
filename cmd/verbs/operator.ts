import { Command } from "commander"
import type { OperatorSummary } from "../../src/wire/index.ts"
import { askAny, lookAny } from "../terminal/ask-any.ts"
import { answered, type Context } from "../terminal/context.ts"
import { type Globals, globalsOf, positive } from "../terminal/globals.ts"
import { tableOf } from "../terminal/style.ts"
import { endLine, progressLine, stepLine, watchOperator } from "../terminal/watch-operator.ts"

/** `ringraft operator list|history|watch|cancel`. */
export function operatorCommand(context: Context): Command {
  return new Command("operator")
    .description("show what the driver is about, and why")
    .addCommand(listing(context, "list", "show what the driver is about", false))
    .addCommand(listing(context, "history", "show what it has done, the newest first", true))
    .addCommand(watchCommand(context))
    .addCommand(cancelCommand(context))
    .addHelpText("after", examples)
}

interface Listed {
  readonly range?: number
  readonly limit?: number
}

function listing(context: Context, name: string, description: string, ended: boolean): Command {
  return new Command(name)
    .description(description)
    .option("--range <id>", "of this range only", positive)
    .option("--limit <n>", "so many at most", positive)
    .addHelpText("after", `\nExamples:\n  ringraft operator ${name} --range 7 --limit 20`)
    .action(async ({ range, limit }: Listed, command: Command) => {
      const globals = globalsOf(command)
      const asked = lookAny(context.io, globals, (address, timeoutMs) =>
        context.io.listOperators(address, ended, timeoutMs),
      )
      const all = await answered(context, globals, asked)
      const operators = all.filter(({ rangeId }) => range === undefined || rangeId === range)
      showOperators(context, globals, operators.slice(0, limit), ended)
    })
}

function watchCommand(context: Context): Command {
  return new Command("watch")
    .description("follow an operator until it ends; the code is 1 when it did not finish")
    .argument("<operator>", "its id", positive)
    .addHelpText("after", "\nExamples:\n  ringraft operator watch 3000017")
    .action(async (id: number, _options: unknown, command: Command) => {
      await watchOperator(context, globalsOf(command), id)
    })
}

function cancelCommand(context: Context): Command {
  return new Command("cancel")
    .description("call an operator off; what it has begun is finished or undone by the driver")
    .argument("<operator>", "its id", positive)
    .addHelpText("after", "\nExamples:\n  ringraft operator cancel 3000017")
    .action(async (id: number, _options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const asked = askAny(context.io, globals, (address, timeoutMs) =>
        context.io.cancelOperator(address, id, timeoutMs),
      )
      showPlan(context, globals, await answered(context, globals, asked), "called off")
    })
}

/** One operator that was just begun, or called off. */
export function showPlan(
  context: Context,
  globals: Globals,
  operator: OperatorSummary,
  what: string,
): void {
  if (globals.output === "json") {
    context.io.out(`${JSON.stringify(jsonOfOperator(operator), null, 2)}\n`)
  } else {
    const { id, rangeId, steps } = operator
    context.io.out(`operator ${id} of range ${rangeId} ${what}: ${steps.join(", then ")}\n`)
  }
}

function showOperators(
  context: Context,
  globals: Globals,
  operators: readonly OperatorSummary[],
  ended: boolean,
): void {
  if (globals.output === "json") {
    context.io.out(`${JSON.stringify(operators.map(jsonOfOperator), null, 2)}\n`)
    return
  }
  if (operators.length === 0) {
    context.io.out("no operators\n")
    return
  }
  const rows = operators.map((operator) => [
    String(operator.id),
    operator.kind,
    String(operator.rangeId),
    operator.why,
    ended ? endLine(operator) : stateLine(operator),
    `${Math.round(operator.ageMs / 1_000)} s ago`,
  ])
  context.io.out(tableOf([...head, ended ? "END" : "STEP", "BEGUN"], rows, ["ID", "RANGE"]))
}

function stateLine(operator: OperatorSummary): string {
  const progress = progressLine(operator)
  return progress === "" ? stepLine(operator) : `${stepLine(operator)}, ${progress}`
}

const head = ["ID", "KIND", "RANGE", "WHY"]

export function jsonOfOperator(operator: OperatorSummary): object {
  const { rangeId, end, ...rest } = operator
  return { ...rest, range: rangeId, end: end || null }
}

const examples = `
The driver is the node that leads the cluster's own range. The last 200 operators of each kind
that ended are kept there, so another driver knows them too.

Examples:
  ringraft operator list
  ringraft operator history
  ringraft operator watch 3000017
  ringraft operator cancel 3000017`
