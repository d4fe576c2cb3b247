import { appendFileSync, readFileSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { createInterface, type Interface } from "node:readline"
import type { Keyspace } from "../../src/client/index.ts"
import { lineOfBytes } from "../terminal/bytes.ts"
import { type Context, contextOf } from "../terminal/context.ts"
import type { Globals } from "../terminal/globals.ts"
import type { Io } from "../terminal/io.ts"
import { wordsOf } from "../terminal/words.ts"

const historyLinesMax = 1_000
const completionsMax = 50

/** Runs the words of one line as a command line; never throws. */
export type RunWords = (words: readonly string[], context: Context) => Promise<void>

/** `ringraft` alone, on a terminal: a prompt with history and completion. */
export async function runPrompt(
  io: Io,
  globals: Globals,
  verbs: readonly string[],
  run: RunWords,
): Promise<void> {
  const db = await io.connect(globals.endpoints, globals.timeout)
  const context = contextOf(io, db)
  const history = historyOf(io)
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: true,
    history: [...history.lines].reverse(),
    historySize: historyLinesMax,
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: null, result: [string[], string]) => void) => {
      complete(line, verbs, db.keyspace(globals.keyspace)).then(
        (result) => done(null, result),
        () => done(null, [[], line]),
      )
    },
  })
  io.out(`${context.style.dim("help tells the verbs, exit or Ctrl-D leaves")}\n`)
  try {
    await readLines(lines, { io, context, globals, run, remember: history.remember })
  } finally {
    lines.close()
    await db.close()
  }
}

interface Prompt {
  readonly io: Io
  readonly context: Context
  readonly globals: Globals
  readonly run: RunWords
  readonly remember: (line: string) => void
}

async function readLines(lines: Interface, prompt: Prompt): Promise<void> {
  const { io, context, globals, run, remember } = prompt
  const ask = (): void => {
    const address = globals.endpoints[0] ?? ""
    lines.setPrompt(`${context.style.cyan(address)}> `)
    lines.prompt()
  }
  lines.on("SIGINT", () => {
    if (lines.line === "") {
      lines.close()
      return
    }
    // As in a shell: the line is given up, the prompt stays.
    io.out("\n")
    lines.write(null, { ctrl: true, name: "e" })
    lines.write(null, { ctrl: true, name: "u" })
    ask()
  })
  ask()
  for await (const line of lines) {
    const text = line.trim()
    if (["exit", "quit", "\\q"].includes(text)) return
    if (text !== "") {
      remember(text)
      try {
        await run(wordsOf(text), context)
      } catch (error) {
        io.err(`${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
    ask()
  }
  io.out("\n")
}

/** Verbs at the start of a line, keys after it. */
export async function complete(
  line: string,
  verbs: readonly string[],
  db: Keyspace,
): Promise<[string[], string]> {
  const words = line.trimStart().split(/\s+/)
  const last = words.at(-1) ?? ""
  if (words.length <= 1) {
    const fitting = [...verbs, "help", "exit"].filter((verb) => verb.startsWith(last))
    return [fitting.map((verb) => `${verb} `), last]
  }
  if (words.length > 2 || last.startsWith("-") || !keyVerbs.includes(words[0] ?? "")) {
    return [[], last]
  }
  const span = { prefix: last, keysOnly: true, limit: completionsMax, timeoutMs: 500 } as const
  const cells = await db.scan({ ...span, consistency: "stale" }).all()
  const keys = cells.map(({ key }) => lineOfBytes(key, false))
  return [keys.filter((key) => key.startsWith(last) && !/\s/.test(key)), last]
}

const keyVerbs: readonly string[] = ["get", "put", "delete", "cas", "increment", "scan"]

interface History {
  /** The oldest first. */
  readonly lines: readonly string[]
  remember(line: string): void
}

/** In the home folder, or where RINGRAFT_HISTORY says. What can't be used is done without. */
function historyOf(io: Io): History {
  const path = io.environment.RINGRAFT_HISTORY ?? join(homedir(), ".ringraft_history")
  let lines: string[] = []
  try {
    const all = readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "")
    lines = all.slice(-historyLinesMax)
    if (all.length > 2 * historyLinesMax) writeFileSync(path, `${lines.join("\n")}\n`)
  } catch {
    // There is none yet, or it is not ours to read.
  }
  return {
    lines,
    remember: (line) => {
      try {
        appendFileSync(path, `${line}\n`, { mode: 0o600 })
      } catch {
        // A prompt without memory is a prompt all the same.
      }
    },
  }
}
