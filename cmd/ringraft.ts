/** The command `ringraft`: reads the line, runs the verb, ends with 0, 1 (failed) or 2 (usage). */
import { Command, CommanderError } from "commander"
import { InvariantViolation, KvError } from "../src/base/index.ts"
import { type Context, contextOf } from "./terminal/context.ts"
import { addGlobals, globalsOf, globalVariables } from "./terminal/globals.ts"
import { type Io, processIo } from "./terminal/io.ts"
import { stopsInOrder } from "./terminal/stop-signals.ts"
import { benchCommand } from "./verbs/bench.ts"
import { casCommand } from "./verbs/cas.ts"
import { deleteCommand } from "./verbs/delete.ts"
import { devCommand } from "./verbs/dev.ts"
import { explainCommand } from "./verbs/explain.ts"
import { getCommand } from "./verbs/get.ts"
import { incrementCommand } from "./verbs/increment.ts"
import { jobCommand } from "./verbs/job.ts"
import { keyspaceCommand } from "./verbs/keyspace.ts"
import { operatorCommand } from "./verbs/operator.ts"
import { runPrompt } from "./verbs/prompt.ts"
import { putCommand } from "./verbs/put.ts"
import { rangeCommand } from "./verbs/range.ts"
import { scanCommand } from "./verbs/scan.ts"
import { statusCommand } from "./verbs/status.ts"
import { storeCommand } from "./verbs/store.ts"
import { versionCommand } from "./verbs/version.ts"

/** Verbs that need nothing but a cluster: those of the prompt. */
const clientVerbs = [
  ...[getCommand, putCommand, deleteCommand, casCommand, incrementCommand, scanCommand],
  ...[
    statusCommand,
    keyspaceCommand,
    rangeCommand,
    storeCommand,
    operatorCommand,
    explainCommand,
    jobCommand,
    versionCommand,
  ],
]

export async function main(): Promise<void> {
  dropEmptyVariables(process.env)
  endWithSupervisor()
  endWithReader()
  const words = process.argv.slice(2)
  process.exitCode = await run(processIo, words[0] === "--version" ? ["version"] : words)
}

/** A server's libraries take a third of a second to load: only who asks for one waits for them. */
const loadServe = () => import("./serve.ts")

/** Runs one command line and gives its exit code. */
export async function run(
  io: Io,
  words: readonly string[],
  load: typeof loadServe = loadServe,
): Promise<number> {
  const context = contextOf(io)
  const program = programOf(context, true)
  await addServe(program, words, load)
  const alone = await startPrompt(io, program, words)
  if (alone !== undefined) return alone
  return runWords(program, words, context)
}

/** Without a verb, on a terminal: the prompt. Its exit code, undefined when there is a verb. */
async function startPrompt(
  io: Io,
  program: Command,
  words: readonly string[],
): Promise<number | undefined> {
  if (!io.inIsTerminal || !io.outIsTerminal || words.includes("--help")) return undefined
  const { operands, unknown } = program.parseOptions([...words])
  if (operands.length > 0 || unknown.length > 0) return undefined
  const verbs = clientVerbs.map((verb) => verb(contextOf(io)).name())
  return guarded(contextOf(io), "simple", () =>
    runPrompt(io, globalsOf(program), verbs, async (line, context) => {
      const inner = programOf(context, false)
      await runWords(inner, [...words, ...line], context)
    }),
  )
}

function programOf(context: Context, whole: boolean): Command {
  const { io } = context
  const program = addGlobals(new Command("ringraft"))
    .description("A strongly consistent, replicated key-value store.")
    .usage("[options] <verb> …")
    .showHelpAfterError("(add --help for more)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
  const withGlobals = [...clientVerbs, ...(whole ? [benchCommand] : [])]
  for (const verb of withGlobals) {
    const command = verb(context).copyInheritedSettings(program)
    command.configureHelp({ showGlobalOptions: true })
    for (const inner of command.commands) inner.copyInheritedSettings(command)
    program.addCommand(command)
  }
  if (!whole) return program
  program.addCommand(devCommand(context).copyInheritedSettings(program))
  return program.addHelpText("after", overview)
}

/** A whole node hangs on this one verb: it is not loaded to get a value. */
async function addServe(
  program: Command,
  words: readonly string[],
  load: typeof loadServe,
): Promise<void> {
  const names = program.commands.map((command) => command.name())
  if (!words.includes("serve") && words.some((word) => names.includes(word))) return
  const { serveCommand } = await load()
  program.addCommand(serveCommand().copyInheritedSettings(program))
}

async function runWords(
  program: Command,
  words: readonly string[],
  context: Context,
): Promise<number> {
  const output = words.includes("json") ? "json" : "simple"
  return guarded(context, output, async () => {
    if (words.length === 0) {
      program.outputHelp({ error: true })
      context.exitCode = 2
      return
    }
    await program.parseAsync([...words], { from: "user" })
  })
}

/** Every failure ends here, as one line on standard error and an exit code. */
async function guarded(
  context: Context,
  output: "json" | "simple",
  work: () => Promise<void>,
): Promise<number> {
  const { io } = context
  try {
    await work()
    return context.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return codeOfUsage(io, error)
    if (error instanceof InvariantViolation) throw error
    if (!(error instanceof KvError)) {
      io.err(`error: ${error instanceof Error ? error.message : String(error)}\n`)
      return 1
    }
    const { code, outcome, message } = error
    if (output === "json") io.err(`${JSON.stringify({ error: { code, outcome, message } })}\n`)
    else io.err(`error: ${message} (${code})\n`)
    return 1
  }
}

/** Help that was asked for is no failure; the rest commander has told already, but for our own. */
function codeOfUsage(io: Io, error: CommanderError): number {
  if (error.exitCode === 0) return 0
  if (error.code === "commander.invalidArgument") io.err(`error: ${error.message}\n`)
  return 2
}

/** An empty variable is as good as none; a switch that says no is none. */
function dropEmptyVariables(environment: NodeJS.ProcessEnv): void {
  for (const name of globalVariables) if (environment[name] === "") delete environment[name]
  if (/^(0|no|off|false)$/i.test(environment.RINGRAFT_HEX ?? "")) delete environment.RINGRAFT_HEX
}

/** A node that `ringraft dev` started ends when that is gone, however it went. */
function endWithSupervisor(): void {
  if (process.send === undefined) return
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"))
  process.channel?.unref()
}

/** `ringraft scan | head`: nobody reads what is still to come, so there is nothing left to do. */
function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error
    // Who has something to put in order first, like the nodes of `dev`, does so on this signal.
    if (stopsInOrder()) process.kill(process.pid, "SIGTERM")
    else process.exit(0)
  })
}

const overview = `
Try it:
  ringraft dev                  three nodes on this machine
  ringraft put ada 1815         then, in another terminal
  ringraft get ada
  ringraft status
  ringraft                      a prompt with history and completion

"ringraft <verb> --help" has examples. Flags can be set by RINGRAFT_ENDPOINTS, RINGRAFT_OUTPUT,
RINGRAFT_KEYSPACE, RINGRAFT_HEX and RINGRAFT_TIMEOUT. Exit codes: 0 done, 1 failed or not found,
2 wrong usage.`
