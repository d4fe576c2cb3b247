import { Command, InvalidArgumentError } from "commander"
import type { Span } from "../../src/client/index.ts"
import { bytesOfArgument, jsonOfBytes, lineOfBytes } from "../terminal/bytes.ts"
import { answered, type Context, print, withClient } from "../terminal/context.ts"

/** `ringraft delete KEY`, or a span of keys. */
export function deleteCommand(context: Context): Command {
  return new Command("delete")
    .description("remove a key, or every key of a span")
    .argument("[key]")
    .option("--prefix <prefix>", "remove all keys that start with this")
    .option("--from <key>", "remove the keys from this one on")
    .option("--to <key>", "remove the keys before this one")
    .addHelpText("after", examples)
    .action(async (key: string | undefined, options: SpanFlags, command: Command) => {
      const spans =
        options.prefix !== undefined || options.from !== undefined || options.to !== undefined
      if ((key !== undefined) === spans) {
        throw new InvalidArgumentError("give either a key, or --prefix, --from, --to")
      }
      await withClient(context, command, async (db, globals) => {
        const { output, hex, timeout } = globals
        if (key === undefined) {
          const span = spanOf(options, hex)
          const range = db.deleteRange(span, { timeoutMs: timeout })
          const { deleted } = await answered(context, globals, range)
          print(context, output, {
            simple: `deleted ${deleted}`,
            json: { deleted },
            table: { DELETED: String(deleted) },
          })
          return
        }
        const bytes = bytesOfArgument(key, hex, "the key")
        const { version } = await answered(
          context,
          globals,
          db.delete(bytes, { timeoutMs: timeout }),
        )
        print(context, output, {
          simple: `ok, version ${version}`,
          json: { key: jsonOfBytes(bytes, hex), version },
          table: { KEY: lineOfBytes(bytes, hex), VERSION: String(version) },
        })
      })
    })
}

export interface SpanFlags {
  readonly prefix?: string
  readonly from?: string
  readonly to?: string
}

export function spanOf(flags: SpanFlags, hex: boolean): Span {
  const bytes = (text: string | undefined, what: string): Uint8Array | undefined =>
    text === undefined ? undefined : bytesOfArgument(text, hex, what)
  return {
    prefix: bytes(flags.prefix, "--prefix"),
    gte: bytes(flags.from, "--from"),
    lt: bytes(flags.to, "--to"),
  }
}

const examples = `
Examples:
  ringraft delete ada
  ringraft delete --prefix session:
  ringraft delete --from a --to b      a <= key < b`
