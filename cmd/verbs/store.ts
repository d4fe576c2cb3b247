import { Command, InvalidArgumentError } from "commander"
import { labelLevels, noLabels, type StoreLabels } from "../../src/base/index.ts"
import type { StoreSummary } from "../../src/wire/index.ts"
import { askAny, lookAny } from "../terminal/ask-any.ts"
import { answered, type Context } from "../terminal/context.ts"
import { globalsOf, positive } from "../terminal/globals.ts"
import { shownBytes, tableOf } from "../terminal/style.ts"
import { countsOf, watchStore } from "../terminal/watch-store.ts"
import { formatUptime } from "./status.ts"

/** `ringraft store list|labels|drain|decommission|restore|remove`. */
export function storeCommand(context: Context): Command {
  return new Command("store")
    .description("show the stores of the cluster, say where one is, or what becomes of it")
    .addCommand(listCommand(context))
    .addCommand(labelsCommand(context))
    .addCommand(stateCommand(context, "drain", "draining", drainText))
    .addCommand(stateCommand(context, "decommission", "decommissioning", decommissionText))
    .addCommand(stateCommand(context, "restore", "up", "take a drain or a decommission back"))
    .addCommand(stateCommand(context, "remove", "gone", removeText))
    .addHelpText("after", examples)
}

interface Listed {
  readonly all?: true
}

function listCommand(context: Context): Command {
  return new Command("list")
    .description("show all stores, as the driver knows them")
    .option("--all", "those that were removed, too")
    .addHelpText("after", listExamples)
    .action(async (options: Listed, command: Command) => {
      const globals = globalsOf(command)
      const told = await answered(
        context,
        globals,
        lookAny(context.io, globals, context.io.listStores),
      )
      const stores = told.filter(({ state }) => state !== "gone" || options.all === true)
      const { io } = context
      if (globals.output === "json") io.out(`${JSON.stringify(stores.map(jsonOf), null, 2)}\n`)
      else
        io.out(
          tableOf(
            head,
            stores.map((store) => rowOf(context, store)),
            numbers,
          ),
        )
    })
}

function labelsCommand(context: Context): Command {
  return new Command("labels")
    .description("say where a store is: region, zone, rack, host")
    .argument("<store>", "its id", positive)
    .argument("<level=value...>", "such as zone=a")
    .addHelpText("after", "\nExamples:\n  ringraft store labels 3 zone=b rack=r7")
    .action(async (nodeId: number, words: string[], _options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const labels = labelsOf(words)
      const asked = askAny(context.io, globals, (address, timeoutMs) =>
        context.io.setStoreLabels(address, { nodeId, labels }, timeoutMs),
      )
      const told = await answered(context, globals, asked)
      if (globals.output === "json") context.io.out(`${JSON.stringify(jsonOfLabels(told))}\n`)
      else context.io.out(`store ${nodeId}: ${textOf(told)}\n`)
    })
}

const drainText = "have it lead nothing and get nothing new; it keeps its replicas"
const removeText = "strike one off that does not run and never will again: its data counts as lost"
const decommissionText = "have it hand all its replicas to others; then it can be stopped for good"

interface Flags {
  readonly wait?: true
  readonly force?: true
}

function stateCommand(context: Context, name: string, state: string, text: string): Command {
  const command = new Command(name)
    .description(text)
    .argument("<store>", "its id", positive)
    .addHelpText("after", `\nExamples:\n  ringraft store ${name} 3`)
  // Who is gone has nothing left to say.
  if (state === "draining" || state === "decommissioning") {
    command.option("--wait", "follow it until nothing is left")
    command.addHelpText("after", `  ringraft store ${name} 3 --wait`)
  }
  if (state === "gone") command.option("--force", "though ranges may be lost with its data")
  return command.action(async (nodeId: number, flags: Flags, command: Command) => {
    const { force = false } = flags
    const globals = globalsOf(command)
    const asked = askAny(context.io, globals, (address, timeoutMs) =>
      context.io.setStoreState(address, { nodeId, state, force }, timeoutMs),
    )
    const told = await answered(context, globals, asked)
    if (flags.wait === true) await watchStore(context, globals, told)
    else if (globals.output === "json") {
      context.io.out(`${JSON.stringify({ id: told.nodeId, state: told.state })}\n`)
    } else context.io.out(`store ${nodeId} is ${told.state}\n`)
  })
}

function labelsOf(words: readonly string[]): StoreLabels {
  const labels = { ...noLabels }
  for (const word of words) {
    const equals = word.indexOf("=")
    const level = labelLevels.find((known) => known === word.slice(0, equals))
    const value = word.slice(equals + 1)
    if (level === undefined || !/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(value)) {
      throw new InvalidArgumentError(
        `${word}: must be region, zone, rack or host, "=", and up to 64 letters, digits, . _ -`,
      )
    }
    labels[level] = value
  }
  return labels
}

const head = ["ID", "ADDRESS", "STATE", "LABELS", "RANGES", "LEADERS", "BYTES", "DISK", "HEARD"]
const numbers = ["ID", "RANGES", "LEADERS", "BYTES", "DISK", "HEARD"]

function rowOf({ style }: Context, store: StoreSummary): string[] {
  const { nodeId, address, state, stateMs, capacityBytes, usedBytes, heardMsAgo } = store
  const { ranges, leaders, bytes } = countsOf(store)
  const since = stateMs === 0 ? "" : ` ${formatUptime(stateMs)}`
  const used = capacityBytes === 0 ? "" : `${Math.round((100 * usedBytes) / capacityBytes)} %`
  return [
    String(nodeId),
    address,
    state === "up" ? state : style.yellow(`${state}${since}`),
    textOf(store.labels),
    String(ranges ?? "?"),
    String(leaders ?? "?"),
    bytes === null ? "?" : shownBytes(bytes),
    used,
    heardMsAgo === 0 ? "" : `${(heardMsAgo / 1_000).toFixed(1)} s ago`,
  ]
}

function textOf(labels: StoreLabels): string {
  return Object.entries(jsonOfLabels(labels))
    .map(([level, value]) => `${level}=${value}`)
    .join(" ")
}

function jsonOf(store: StoreSummary): object {
  const { nodeId, address, state, labels } = store
  return { id: nodeId, address, state, labels: jsonOfLabels(labels), ...countsOf(store) }
}

/** Those that are said. */
function jsonOfLabels(labels: StoreLabels): Readonly<Record<string, string>> {
  const said = labelLevels.filter((level) => labels[level] !== "")
  return Object.fromEntries(said.map((level) => [level, labels[level]]))
}

const examples = `
Examples:
  ringraft store list
  ringraft store labels 3 zone=b
  ringraft store decommission 3 --wait`

const listExamples = `
Beside a STATE that people asked for is how long ago. RANGES and LEADERS are what the store reported
last, or leaders of ranges if that is more; BYTES is what these reported, DISK how full its disk is,
and HEARD when the store was heard of. "?" (null in JSON): the driver has just begun, or the store
does not run, and nobody told what it has.

Examples:
  ringraft store list
  ringraft store list --output json`
