import { Command, Option } from "commander"
import type { Consistency } from "../../src/client/index.ts"
import { bytesOfArgument, jsonOfBytes, lineOfBytes } from "../terminal/bytes.ts"
import { answered, type Context, formatInstant, print, withClient } from "../terminal/context.ts"

export const consistencyOption = (): Option =>
  new Option(
    "--consistency <level>",
    "linearizable: sees all acknowledged writes; stale: any node's own copy",
  )
    .choices(["linearizable", "lease", "stale"])
    .default("linearizable")

/** `ringraft get KEY`. */
export function getCommand(context: Context): Command {
  return new Command("get")
    .description("print the value of a key")
    .argument("<key>")
    .addOption(consistencyOption())
    .option("--raw", "the value's bytes and nothing else, not even a line end")
    .addHelpText("after", examples)
    .action(async (key: string, options: GetFlags, command: Command) => {
      await withClient(context, command, async (db, globals) => {
        const { output, hex, timeout } = globals
        const bytes = bytesOfArgument(key, hex, "the key")
        const { consistency } = options
        const get = db.get(bytes, { consistency, timeoutMs: timeout })
        const cell = await answered(context, globals, get)
        if (cell === undefined) {
          context.exitCode = 1
          if (output === "json") {
            context.io.out(`${JSON.stringify({ key: jsonOfBytes(bytes, hex), found: false })}\n`)
          } else context.io.err(`not found: ${lineOfBytes(bytes, hex)}\n`)
          return
        }
        const { value, version, expiresAtMs } = cell
        if (output === "simple") {
          const raw = options.raw === true
          context.io.out(hex && !raw ? value.toString("hex") : value)
          if (!raw) context.io.out("\n")
          return
        }
        print(context, output, {
          simple: "",
          json: {
            key: jsonOfBytes(bytes, hex),
            found: true,
            value: jsonOfBytes(value, hex),
            version,
            expiresAtMs,
          },
          table: {
            KEY: lineOfBytes(bytes, hex),
            VALUE: lineOfBytes(value, hex),
            VERSION: String(version),
            EXPIRES: formatInstant(expiresAtMs),
          },
        })
      })
    })
}

interface GetFlags {
  readonly consistency: Consistency
  readonly raw?: boolean
}

const examples = `
Examples:
  ringraft get ada
  ringraft get ada --output table     with version and expiry
  ringraft get --hex 00ff             a key that is not text
  ringraft get photo --raw > photo.jpg

Exit code 1 when there is no such key.`
