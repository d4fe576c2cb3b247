import { Command, InvalidArgumentError } from "commander"
import { formatBytes, formatDurationMs, parseBytes } from "../../src/config/index.ts"
import type { CreatedKeyspace, KeyspaceRecord } from "../../src/wire/index.ts"
import { allRanges } from "../terminal/all-ranges.ts"
import { askAgain, askAny, lookAny } from "../terminal/ask-any.ts"
import { bytesOfArgument, jsonOfBytes, lineOfBytes } from "../terminal/bytes.ts"
import { answered, type Context, warn } from "../terminal/context.ts"
import { flag, type Globals, globalsOf, positive } from "../terminal/globals.ts"
import { splitsOfSample } from "../terminal/sample.ts"
import { tableOf } from "../terminal/style.ts"
import { dropCommand } from "./drop-keyspace.ts"
import { ttlFlag } from "./put.ts"

/** `ringraft keyspace create|alter|drop|list`. */
export function keyspaceCommand(context: Context): Command {
  return new Command("keyspace")
    .description("make a keyspace, change its settings, drop it, or show which there are")
    .addCommand(createCommand(context))
    .addCommand(alterCommand(context))
    .addCommand(dropCommand(context))
    .addCommand(listCommand(context))
    .addHelpText("after", groupExamples)
}

interface SettingFlags {
  readonly replicas?: number
  readonly rangeBytes?: number
  /** Milliseconds; 0: none. */
  readonly defaultTtl?: number
}

interface CreateFlags extends SettingFlags {
  readonly splitAt?: string
  readonly preSplit?: number
  readonly splitSample?: string
}

/** Named by two bytes. */
const evenSplitsMax = 4_096
const size = flag(parseBytes)

/** The keys that a new keyspace is to be split at. Throws InvalidArgumentError. */
async function splitsOf({ io }: Context, { hex }: Globals, flags: CreateFlags) {
  const { splitAt = "", preSplit, splitSample } = flags
  if (splitAt !== "" && preSplit !== undefined) {
    throw new InvalidArgumentError("give --split-at or --pre-split, not both")
  }
  if (preSplit === undefined) {
    if (splitSample === undefined) {
      const keys = splitAt.split(",").filter((key) => key !== "")
      return keys.map((key) => bytesOfArgument(key, hex, "the key to split at"))
    }
    const message = "--split-sample says where to split: say with --pre-split into how many ranges"
    throw new InvalidArgumentError(message)
  }
  if (preSplit > evenSplitsMax) {
    const message = `--pre-split ${preSplit} is too much: give ${evenSplitsMax} at most`
    throw new InvalidArgumentError(`${message}, split later`)
  }
  if (splitSample === undefined) return evenSplits(preSplit)
  return splitsOfSample(io.readFile(splitSample), { count: preSplit, hex })
}

/** First keys of so many ranges, all but the first: even parts of all that two bytes can be. */
function evenSplits(count: number): readonly Uint8Array[] {
  return Array.from({ length: count - 1 }, (_, i) => {
    const first = Math.floor(((i + 1) * 0x1_0000) / count)
    return Uint8Array.from([first >>> 8, first & 0xff])
  })
}

function withSettings(command: Command): Command {
  return command
    .option("--replicas <count>", "of each range, each on a host of its own (3)", positive)
    .option("--range-bytes <size>", "a range that is larger is split (96MiB)", size)
    .option(
      "--default-ttl <duration>",
      "keys put without --ttl are gone after this (none)",
      ttlFlag,
    )
}

function createCommand(context: Context): Command {
  return withSettings(new Command("create"))
    .description("make a keyspace: keys of their own, apart from those of all others")
    .argument("<name>", "a-z, 0-9, dash, underscore, dot")
    .option("--split-at <key,…>", "first keys of ranges, for it to begin with several")
    .option("--pre-split <count>", "begin with so many ranges, even parts of all bytes", positive)
    .option("--split-sample <file>", "--pre-split by the keys in it, one a line; - is the input")
    .addHelpText("after", createExamples)
    .action(async (name: string, flags: CreateFlags, command: Command) => {
      const globals = globalsOf(command)
      const { replicas = 0, rangeBytes = 0, defaultTtl = 0 } = flags
      const { io } = context
      const creation = {
        ...{ name, replicas, rangeBytes, defaultTtlMs: defaultTtl },
        splitAt: await splitsOf(context, globals, flags),
        requestId: { clientId: io.freshClientId(), sequence: 1, acknowledgedBelow: 0 },
      }
      const ask = (address: string, timeoutMs: number): Promise<CreatedKeyspace> =>
        io.createKeyspace(address, creation, timeoutMs)
      const created = await answered(context, globals, askAgain(io, globals, ask))
      showCreated(context, globals, created)
    })
}

function alterCommand(context: Context): Command {
  return withSettings(new Command("alter"))
    .description("change the settings of a keyspace; what is not given stays")
    .argument("<name>", "a keyspace that is there")
    .addHelpText("after", alterExamples)
    .action(async (name: string, flags: SettingFlags, command: Command) => {
      const globals = globalsOf(command)
      const { io } = context
      const { replicas = 0, rangeBytes = 0, defaultTtl: defaultTtlMs } = flags
      const ask = (address: string, timeoutMs: number): Promise<KeyspaceRecord> =>
        io.alterKeyspace(address, { name, replicas, rangeBytes, defaultTtlMs }, timeoutMs)
      const altered = await answered(context, globals, askAny(io, globals, ask))
      if (globals.output === "json") io.out(`${JSON.stringify(jsonOf(altered))}\n`)
      else {
        const sizes = `ranges up to ${formatBytes(altered.rangeBytes)}`
        const ttl = altered.defaultTtlMs
        const stay = ttl === 0 ? "keys stay" : `keys stay ${formatDurationMs(ttl)}`
        io.out(`keyspace ${name}: ${altered.replicas} replicas, ${sizes}, ${stay}\n`)
      }
    })
}

function listCommand(context: Context): Command {
  return new Command("list")
    .description("show all keyspaces")
    .addHelpText("after", listExamples)
    .action(async (_options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const { io } = context
      const keyspaces = await answered(context, globals, lookAny(io, globals, io.listKeyspaces))
      const ranges = await allRanges(context, globals)
      const rangesOf = ({ id }: KeyspaceRecord): number =>
        ranges.filter(({ range }) => range.keyspaceId === id).length
      if (globals.output === "json") {
        const listed = keyspaces.map((keyspace) => {
          return { ...jsonOf(keyspace), ranges: rangesOf(keyspace) }
        })
        io.out(`${JSON.stringify(listed, null, 2)}\n`)
        return
      }
      const rows = keyspaces.map((keyspace) => {
        const { name, id, replicas, rangeBytes, defaultTtlMs, droppedAtMs } = keyspace
        const ttl = defaultTtlMs === 0 ? "none" : formatDurationMs(defaultTtlMs)
        const ranges = rangesOf(keyspace)
        const settings = [String(ranges), String(replicas), formatBytes(rangeBytes)]
        return [name, String(id), ...settings, ttl, stateOf(droppedAtMs)]
      })
      io.out(tableOf(["NAME", ...numbers, "STATE"], rows, numbers))
    })
}

/** What could not be split is no failure: the keyspace is there. */
function showCreated(context: Context, globals: Globals, created: CreatedKeyspace): void {
  const { io } = context
  const { keyspace, notSplitAt, reason } = created
  if (globals.output === "json") {
    const left = notSplitAt.map((key) => jsonOfBytes(key, globals.hex))
    io.out(`${JSON.stringify({ ...jsonOf(keyspace), notSplitAt: left })}\n`)
  } else io.out(`keyspace ${keyspace.name} created\n`)
  if (notSplitAt.length === 0) return
  const keys = notSplitAt.map((key) => lineOfBytes(key, globals.hex)).join(", ")
  const later = `ringraft range split --keyspace ${keyspace.name} <key>`
  warn(context, globals, `it could not be split at ${keys}: ${reason}. It works; later: ${later}`)
}

function jsonOf({ droppedAtMs, ...keyspace }: KeyspaceRecord): object {
  return { ...keyspace, state: stateOf(droppedAtMs) }
}

function stateOf(droppedAtMs: number): string {
  return droppedAtMs > 0 ? "dropping" : "up"
}

const numbers = ["ID", "RANGES", "REPLICAS", "RANGE SIZE", "TTL"]

const groupExamples = `
Examples:
  ringraft keyspace create users
  ringraft put --keyspace users ada 1815
  ringraft keyspace list`

const createExamples = `
A keyspace begins with one range, or with the ranges that it is cut into: at the keys of --split-at,
or by --pre-split into even parts of all bytes, or with --split-sample of the keys in a file (any
number; of more than 262,144 as many are drawn). When it can't be cut everywhere in time, it is
there all the same, with fewer ranges, and works.

Examples:
  ringraft keyspace create users
  ringraft keyspace create orders --split-at 2024,2025,2026
  ringraft keyspace create hashes --pre-split 64 --range-bytes 256MiB
  ringraft keyspace create words --pre-split 16 --split-sample words.txt
  ringraft keyspace create ledger --replicas 5
  ringraft keyspace create sessions --default-ttl 30m`

const alterExamples = `
The driver brings the ranges of the keyspace to what is wanted, some at a time. Ranges that are
there already are not merged when they may be larger. A default time is for what is put from then on
(through nodes that heard of the keyspace before, up to 10 s later).

Examples:
  ringraft keyspace alter users --replicas 5
  ringraft keyspace alter default --range-bytes 64MiB
  ringraft keyspace alter sessions --default-ttl none`

const listExamples = `
RANGES is how many ranges each has. Where nobody tells of some for as long as --timeout says, the
others are counted, with a warning, and the exit code is 1.

Examples:
  ringraft keyspace list
  ringraft keyspace list --output json`
