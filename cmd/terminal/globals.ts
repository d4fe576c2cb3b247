import { Command, InvalidArgumentError, Option } from "commander"
import { BadValue, formatAddress, parseAddress, parseDurationMs } from "../../src/config/index.ts"
import type { Io } from "./io.ts"

export type OutputFormat = "simple" | "table" | "json"

/** What every verb can be told. */
export interface Globals {
  readonly endpoints: readonly string[]
  readonly output: OutputFormat
  /** Empty: the default one. */
  readonly keyspace: string
  readonly hex: boolean
  /** Milliseconds. */
  readonly timeout: number
}

/** Where `ringraft dev` listens. */
export const defaultEndpoints = "127.0.0.1:7400,127.0.0.1:7401,127.0.0.1:7402"

/** Environment variables with the meaning of these flags: not settings of a node. */
export const globalVariables: readonly string[] = [
  "RINGRAFT_ENDPOINTS",
  "RINGRAFT_OUTPUT",
  "RINGRAFT_KEYSPACE",
  "RINGRAFT_HEX",
  "RINGRAFT_TIMEOUT",
  "RINGRAFT_HISTORY",
]

/** Makes a parser of a flag's value out of one that throws BadValue. */
export function flag<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text)
    } catch (error) {
      if (error instanceof BadValue) throw new InvalidArgumentError(error.message)
      throw error
    }
  }
}

/** A whole number above 0. */
export const positive = flag((text): number => {
  const count = /^\d+$/.test(text) ? Number(text) : 0
  if (count > 0 && Number.isSafeInteger(count)) return count
  throw new BadValue(`must be a whole number above 0, got ${text}`)
})

export function endpointsOf(text: string): readonly string[] {
  const addresses = text
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "")
  if (addresses.length === 0) throw new BadValue("must name at least one host:port")
  return addresses.map((address) => formatAddress(parseAddress(address)))
}

/** The flags are given to each verb too: they can stand before and after it. */
export function addGlobals(command: Command): Command {
  const duration = (text: string): number => {
    const ms = parseDurationMs(text)
    if (ms === 0) throw new BadValue("must be above 0")
    return ms
  }
  return command
    .addOption(
      new Option("--endpoints <host:port,…>", "nodes to connect to; any of them will do")
        .env("RINGRAFT_ENDPOINTS")
        .default(endpointsOf(defaultEndpoints), defaultEndpoints)
        .argParser(flag(endpointsOf)),
    )
    .addOption(
      new Option("-o, --output <format>", "how results are written")
        .env("RINGRAFT_OUTPUT")
        .choices(["simple", "table", "json"])
        .default("simple"),
    )
    .addOption(
      new Option("-k, --keyspace <name>", "the keyspace that keys are in")
        .env("RINGRAFT_KEYSPACE")
        .default("", '"default"'),
    )
    .addOption(
      new Option("--hex", "keys and values are written in hexadecimal, in and out").env(
        "RINGRAFT_HEX",
      ),
    )
    .addOption(
      new Option("--timeout <duration>", "how long to try, such as 500ms or 5s")
        .env("RINGRAFT_TIMEOUT")
        .default(5_000, "5s")
        .argParser(flag(duration)),
    )
}

/** How results are to be written, as far as can be told of a line that may be a wrong one. */
export function outputAsked(words: readonly string[], environment: Io["environment"]): string {
  const line = new Command().option("-o, --output <format>").exitOverride()
  line.configureOutput({ outputError: () => {} })
  try {
    line.parseOptions([...words])
  } catch {
    // Its value is missing, which is told when the whole line is read.
  }
  return line.opts<Partial<Globals>>().output ?? environment.RINGRAFT_OUTPUT ?? "simple"
}

export function globalsOf(command: Command): Globals {
  const flags = command.optsWithGlobals<Globals>()
  return { ...flags, hex: flags.hex === true }
}
