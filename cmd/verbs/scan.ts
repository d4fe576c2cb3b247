import { Command } from "commander"
import type { Cell, Consistency, Keyspace, ScanOptions } from "../../src/client/index.ts"
import { jsonOfBytes, lineOfBytes } from "../terminal/bytes.ts"
import { type Context, formatInstant, withClient } from "../terminal/context.ts"
import { type Globals, positive } from "../terminal/globals.ts"
import { tableOf } from "../terminal/style.ts"
import { type SpanFlags, spanOf } from "./delete.ts"
import { consistencyOption } from "./get.ts"

/** `ringraft scan [PREFIX]`. */
export function scanCommand(context: Context): Command {
  return new Command("scan")
    .description("print keys and values in the order of their keys")
    .argument("[prefix]", "only keys that start with this")
    .option("--from <key>", "from this key on")
    .option("--to <key>", "before this key")
    .option("--limit <n>", "at most so many", positive)
    .option("--reverse", "from the last to the first")
    .option("--keys-only", "without values")
    .addOption(consistencyOption())
    .addHelpText("after", examples)
    .action(async (prefix: string | undefined, flags: ScanFlags, command: Command) => {
      await withClient(context, command, async (db, globals) => {
        const span = spanOf(prefix === undefined ? flags : { ...flags, prefix }, globals.hex)
        const { limit, reverse, keysOnly, consistency } = flags
        const options: ScanOptions = {
          ...span,
          ...{ limit, reverse, keysOnly, consistency },
          timeoutMs: globals.timeout,
        }
        if (globals.output === "table") await printTable(context, db, options, globals)
        else if (globals.output === "json") await printJson(context, db, options, globals)
        else await printLines(context, db, options, globals)
      })
    })
}

interface ScanFlags extends SpanFlags {
  readonly limit?: number
  readonly reverse?: true
  readonly keysOnly?: true
  readonly consistency: Consistency
}

async function printLines(
  { io }: Context,
  db: Keyspace,
  options: ScanOptions,
  { hex }: Globals,
): Promise<void> {
  for await (const page of db.scan(options).pages()) {
    let lines = ""
    for (const { key, value } of page) {
      lines += lineOfBytes(key, hex)
      lines += options.keysOnly === true ? "\n" : `\t${lineOfBytes(value, hex)}\n`
    }
    io.out(lines)
  }
}

async function printTable(
  { io }: Context,
  db: Keyspace,
  options: ScanOptions,
  { hex }: Globals,
): Promise<void> {
  const cells = await db.scan(options).all()
  const rows = cells.map(({ key, value, version, expiresAtMs }) => [
    lineOfBytes(key, hex),
    ...(options.keysOnly === true ? [] : [lineOfBytes(value, hex)]),
    String(version),
    formatInstant(expiresAtMs),
  ])
  const head = ["KEY", ...(options.keysOnly === true ? [] : ["VALUE"]), "VERSION", "EXPIRES"]
  io.out(tableOf(head, rows, ["VERSION"]))
}

/** One document, written as its pages come: a scan may be larger than memory. */
async function printJson(
  { io }: Context,
  db: Keyspace,
  options: ScanOptions,
  { hex }: Globals,
): Promise<void> {
  const line = ({ key, value, version, expiresAtMs }: Cell): string =>
    JSON.stringify({
      key: jsonOfBytes(key, hex),
      ...(options.keysOnly === true ? {} : { value: jsonOfBytes(value, hex) }),
      version,
      expiresAtMs,
    })
  let count = 0
  io.out('{"cells":[')
  for await (const page of db.scan(options).pages()) {
    const separator = count === 0 ? "\n" : ",\n"
    io.out(separator + page.map(line).join(",\n"))
    count += page.length
  }
  io.out(`${count === 0 ? "" : "\n"}],"count":${count}}\n`)
}

const examples = `
Examples:
  ringraft scan                              everything
  ringraft scan user: --limit 10
  ringraft scan --from a --to b --reverse    a <= key < b, last first
  ringraft scan --keys-only --output json

Lines are key, tab, value; bytes that are not printable show as \\xNN.`
