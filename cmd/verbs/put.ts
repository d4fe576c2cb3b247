import { Command } from "commander"
import { parseDurationMs } from "../../src/config/index.ts"
import { bytesOfArgument, jsonOfBytes, lineOfBytes } from "../terminal/bytes.ts"
import { answered, type Context, print, withClient } from "../terminal/context.ts"
import { flag } from "../terminal/globals.ts"

/** `ringraft put KEY VALUE`. */
export function putCommand(context: Context): Command {
  return new Command("put")
    .description("set the value of a key")
    .argument("<key>")
    .argument("<value>", "- reads it from standard input")
    .option("--ttl <duration>", ttlHelp, ttlFlag)
    .addHelpText("after", examples)
    .action(async (key: string, value: string, options: TtlFlags, command: Command) => {
      await withClient(context, command, async (db, globals) => {
        const { output, hex, timeout } = globals
        const bytes = bytesOfArgument(key, hex, "the key")
        const content = await readValue(context, value, hex)
        const put = db.put(bytes, content, { ttlMs: options.ttl, timeoutMs: timeout })
        const { version } = await answered(context, globals, put)
        print(context, output, {
          simple: `ok, version ${version}`,
          json: { key: jsonOfBytes(bytes, hex), version },
          table: { KEY: lineOfBytes(bytes, hex), VERSION: String(version) },
        })
      })
    })
}

export interface TtlFlags {
  readonly ttl?: number
}

export const ttlHelp = "the key is gone after this, such as 30s or 1h; none: it stays"
/** Milliseconds; 0: for ever, whatever its keyspace has. */
export const ttlFlag = flag((text) => (text === "none" ? 0 : parseDurationMs(text)))

/** The value as typed, or all of standard input as it is. */
export async function readValue(
  context: Context,
  value: string,
  hex: boolean,
): Promise<Uint8Array> {
  return value === "-" ? context.io.readInput() : bytesOfArgument(value, hex, "the value")
}

const examples = `
Examples:
  ringraft put ada 1815
  ringraft put session:42 open --ttl 30s
  ringraft put photo - < photo.jpg
  ringraft put --hex 00ff cafe          bytes that are not text`
