import type { Command } from "commander"
import type { Client, Keyspace } from "../../src/client/index.ts"
import { type Globals, globalsOf, type OutputFormat } from "./globals.ts"
import type { Io } from "./io.ts"
import { patiently } from "./patience.ts"
import { type Style, styleOf, tableOf } from "./style.ts"

/** What a verb's action is given beside its arguments. */
export interface Context {
  readonly io: Io
  readonly style: Style
  /** The prompt's connection, used by every verb typed there. */
  readonly shared: Client | undefined
  /** Set by a verb that did its work and has bad news: the process's exit code. */
  exitCode: number
}

export function contextOf(io: Io, shared?: Client): Context {
  return { io, style: styleOf(io), shared, exitCode: 0 }
}

/** Runs `use` with the keyspace that is meant, by the prompt's client or one of its own. */
export async function withClient(
  context: Context,
  command: Command,
  use: (db: Keyspace, globals: Globals) => Promise<void>,
): Promise<void> {
  const globals = globalsOf(command)
  const { keyspace } = globals
  if (context.shared !== undefined) return use(context.shared.keyspace(keyspace), globals)
  const { io } = context
  const { endpoints, timeout } = globals
  const db = await patiently(io, timeout, io.connect(endpoints, timeout))
  try {
    await use(db.keyspace(keyspace), globals)
  } finally {
    await db.close()
  }
}

/** Waits for one operation, as long as its caller is willing to. */
export function answered<T>({ io }: Context, { timeout }: Globals, call: Promise<T>): Promise<T> {
  return patiently(io, timeout, call)
}

/** Bad news beside an answer, on standard error: a line, or with `--output json` one of JSON. */
export function warn({ io }: Context, { output }: Pick<Globals, "output">, warning: string): void {
  io.err(output === "json" ? `${JSON.stringify({ warning })}\n` : `warning: ${warning}\n`)
}

/** One result in the three forms. */
export interface Report {
  readonly simple: string
  readonly json: unknown
  /** Column names and values of the one row. */
  readonly table: Readonly<Record<string, string>>
}

export function print(context: Context, output: OutputFormat, report: Report): void {
  const { io } = context
  if (output === "json") io.out(`${JSON.stringify(report.json)}\n`)
  else if (output === "table") {
    io.out(tableOf(Object.keys(report.table), [Object.values(report.table)], numeric))
  } else io.out(`${report.simple}\n`)
}

const numeric: readonly string[] = ["VERSION", "DELETED"]

export function formatInstant(ms: number): string {
  return ms === 0 ? "never" : new Date(ms).toISOString()
}
