/** The command `ringraft`: reads the line, runs the verb, ends with 0, 1 (failed) or 2 (usage). */
import { Command, CommanderError } from "commander"
import { InvariantViolation, KvError } from "../src/base/index.ts"
import { type Context, contextOf } from "./terminal/context.ts"
import { addGlobals, globalsOf, globalVariables, outputAsked } from "./terminal/globals.ts"
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
  const program = programOf(context, true, outputAsked(words, io.environment))
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
  return guarded(contextOf(io), outputAsked(words, io.environment), () =>
    runPrompt(io, globalsOf(program), verbs, async (line, context) => {
      const all = [...words, ...line]
      const inner = programOf(context, false, outputAsked(all, io.environment))
      await runWords(inner, all, context)
    }),
  )
}

function programOf(context: Context, whole: boolean, output: string): Command {
  const { io } = context
  const help = output === "json" ? () => {} : (text: string) => io.err(text)
  const program = addGlobals(new Command("ringraft"))
    .description("A strongly consistent, replicated key-value store.")
    .usage("[options] <verb> …")
    .exitOverride()
    // Errors are told where all of them end.
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: help, outputError: () => {} })
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
  return guarded(context, outputAsked(words, context.io.environment), async () => {
    if (words.length === 0) program.help({ error: true })
    await program.parseAsync([...words], { from: "user" })
  })
}

/** Every failure ends here, told once on standard error, and with an exit code. */
async function guarded(
  context: Context,
  output: string,
  work: () => Promise<void>,
): Promise<number> {
  const { io } = context
  const tell = (line: string, error: object): void => {
    io.err(output === "json" ? `${JSON.stringify({ error })}\n` : `error: ${line}\n`)
  }
  try {
    await work()
    return context.exitCode
  } catch (error) {
    if (error instanceof InvariantViolation) throw error
    if (error instanceof CommanderError) {
      // Help that was asked for is no failure.
      if (error.exitCode === 0) return 0
      const isHelp = error.code === "commander.help"
      const message = isHelp ? "the verb is missing" : error.message.replace(/^error: /, "")
      const more = "(add --help for more)"
      // Where a verb is missing help is there instead.
      if (output === "json" || !isHelp) tell(`${message}\n${more}`, usageError(message))
      return 2
    }
    if (error instanceof KvError) {
      const { code, outcome, message } = error
      tell(`${message} (${code})`, { code, outcome, message })
    } else {
      const message = error instanceof Error ? error.message : String(error)
      tell(message, { code: "internal", outcome: "unknown", message })
    }
    return 1
  }
}

function usageError(message: string): object {
  return { code: "invalid_argument", outcome: "refused", message: `${message} (see --help)` }
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
