import { Command, InvalidArgumentError } from "commander"
import type { CompareAndSwap, Swapped } from "../../src/client/index.ts"
import { bytesOfArgument, jsonOfBytes, lineOfBytes } from "../terminal/bytes.ts"
import { answered, type Context, print, withClient } from "../terminal/context.ts"
import { positive } from "../terminal/globals.ts"
import { readValue, ttlFlag, ttlHelp } from "./put.ts"

/** `ringraft cas KEY VALUE --expect …`. */
export function casCommand(context: Context): Command {
  return new Command("cas")
    .description("compare and swap: set a key only if it is as expected")
    .argument("<key>")
    .argument("[value]", "the new value; - reads it from standard input")
    .option("--absent", "expect that there is no such key")
    .option("--version <n>", "expect this version, as get --output table shows it", positive)
    .option("--expect <value>", "expect this value")
    .option("--delete", "remove the key instead of setting it")
    .option("--ttl <duration>", ttlHelp, ttlFlag)
    .addHelpText("after", examples)
    .action(async (key: string, value: string | undefined, flags: CasFlags, command: Command) => {
      const expectations = [flags.absent, flags.version, flags.expect]
      if (expectations.filter((given) => given !== undefined).length !== 1) {
        throw new InvalidArgumentError("give one of --absent, --version and --expect")
      }
      if ((value === undefined) !== (flags.delete === true)) {
        throw new InvalidArgumentError("give either the new value, or --delete")
      }
      await withClient(context, command, async (db, globals) => {
        const { output, hex, timeout } = globals
        const bytes = bytesOfArgument(key, hex, "the key")
        const call = db.compareAndSwap(bytes, {
          expect: expectationOf(flags, hex),
          ...(value === undefined
            ? { delete: true as const }
            : { value: await readValue(context, value, hex) }),
          ttlMs: flags.ttl,
          timeoutMs: timeout,
        })
        const swapped = await answered(context, globals, call)
        if (!swapped.swapped) context.exitCode = 1
        const { version, found } = swapped
        const current = swapped.value ?? new Uint8Array(0)
        print(context, output, {
          simple: sentenceOf(swapped, hex),
          json: {
            key: jsonOfBytes(bytes, hex),
            swapped: swapped.swapped,
            version,
            found,
            ...(found ? { value: jsonOfBytes(current, hex) } : {}),
          },
          table: {
            KEY: lineOfBytes(bytes, hex),
            SWAPPED: swapped.swapped ? "yes" : "no",
            VERSION: String(version),
            "CURRENT VALUE": found ? lineOfBytes(current, hex) : "",
          },
        })
      })
    })
}

interface CasFlags {
  readonly absent?: true
  readonly version?: number
  readonly expect?: string
  readonly delete?: true
  readonly ttl?: number
}

function expectationOf(flags: CasFlags, hex: boolean): CompareAndSwap["expect"] {
  if (flags.version !== undefined) return flags.version
  if (flags.expect === undefined) return "absent"
  return { value: bytesOfArgument(flags.expect, hex, "--expect") }
}

function sentenceOf({ swapped, version, found, value }: Swapped, hex: boolean): string {
  if (swapped) return `swapped, version ${version}`
  if (!found) return "not swapped: there is no such key"
  const current = lineOfBytes(value ?? new Uint8Array(0), hex)
  return `not swapped: the value is ${current}, version ${version}`
}

const examples = `
Examples:
  ringraft cas lock me --absent --ttl 10s     take a lock
  ringraft cas ada 1852 --expect 1815
  ringraft cas ada 1852 --version 2843…
  ringraft cas lock --expect me --delete      give it back, if it is still ours

Exit code 1 when the key was not as expected.`
