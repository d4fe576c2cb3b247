import { Argument, Command } from "commander"
import { BadValue } from "../../src/config/index.ts"
import { bytesOfArgument, jsonOfBytes, lineOfBytes } from "../terminal/bytes.ts"
import { answered, type Context, print, withClient } from "../terminal/context.ts"
import { flag } from "../terminal/globals.ts"
import { type TtlFlags, ttlFlag, ttlHelp } from "./put.ts"

/** `ringraft increment KEY [DELTA]`. */
export function incrementCommand(context: Context): Command {
  return new Command("increment")
    .description("add to the number under a key; a key that is not there counts as 0")
    .argument("<key>")
    .addArgument(delta())
    .option("--ttl <duration>", `of a key that is not there yet: ${ttlHelp}`, ttlFlag)
    .addHelpText("after", examples)
    .action(async (key: string, delta: bigint, { ttl }: TtlFlags, command: Command) => {
      await withClient(context, command, async (db, globals) => {
        const { output, hex, timeout } = globals
        const bytes = bytesOfArgument(key, hex, "the key")
        const increment = db.increment(bytes, delta, { ttlMs: ttl, timeoutMs: timeout })
        const { value, version } = await answered(context, globals, increment)
        print(context, output, {
          simple: String(value),
          // As text: JSON numbers lose digits beyond 2^53.
          json: { key: jsonOfBytes(bytes, hex), value: String(value), version },
          table: { KEY: lineOfBytes(bytes, hex), VALUE: String(value), VERSION: String(version) },
        })
      })
    })
}

/** Said in words too: help can't write a bigint. */
const delta = (): Argument =>
  new Argument("[delta]", "a whole number; may be negative")
    .argParser(flag(parseDelta))
    .default(1n, "1")

function parseDelta(text: string): bigint {
  if (/^[+-]?\d+$/.test(text)) return BigInt(text.replace(/^\+/, ""))
  throw new BadValue(`must be a whole number, got ${text}`)
}

const examples = `
Examples:
  ringraft increment visits
  ringraft increment visits 10
  ringraft increment visits -5`
