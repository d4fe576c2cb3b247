import { Command } from "commander"

import type { CreatedKeyspace, KeyspaceRecord } from "../../src/wire/index.ts"
import { askAny } from "../terminal/ask-any.ts"
import { bytesOfArgument, jsonOfBytes, lineOfBytes } from "../terminal/bytes.ts"
import { answered, type Context } from "../terminal/context.ts"
import { type Globals, globalsOf } from "../terminal/globals.ts"
import { tableOf } from "../terminal/style.ts"

/** `ringraft keyspace create|list`. */
export function keyspaceCommand(context: Context): Command {
  return new Command("keyspace")
    .description("make a keyspace, or show which there are")
    .addCommand(createCommand(context))
    .addCommand(listCommand(context))
    .addHelpText("after", groupExamples)
}

interface CreateFlags {
  readonly splitAt?: string
}

function createCommand(context: Context): Command {
  return new Command("create")
    .description("make a keyspace: keys of their own, apart from those of all others")
    .argument("<name>", "a-z, 0-9, dash, underscore, dot")
    .option("--split-at <key,…>", "first keys of ranges, for it to begin with several")
    .addHelpText("after", createExamples)
    .action(async (name: string, { splitAt = "" }: CreateFlags, command: Command) => {
      const globals = globalsOf(command)
      const keys = splitAt.split(",").filter((key) => key !== "")
      const { io } = context
      const creation = {
        name,
        splitAt: keys.map((key) => bytesOfArgument(key, globals.hex, "the key to split at")),
        requestId: { clientId: io.freshClientId(), sequence: 1, acknowledgedBelow: 0 },
      }
      const ask = (address: string, timeoutMs: number): Promise<CreatedKeyspace> =>
        io.createKeyspace(address, creation, timeoutMs)
      const created = await answered(context, globals, askAny(globals, ask, true))
      showCreated(context, globals, created)
    })
}

function listCommand(context: Context): Command {
  return new Command("list")
    .description("show all keyspaces")
    .addHelpText("after", listExamples)
    .action(async (_options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const { io } = context
      const keyspaces = await answered(context, globals, askAny(globals, io.listKeyspaces))
      const ranges = await answered(context, globals, askAny(globals, io.listRanges))
      const rangesOf = ({ id }: KeyspaceRecord): number =>
        ranges.filter(({ range }) => range.keyspaceId === id).length
      if (globals.output === "json") {
        const listed = keyspaces.map((keyspace) => ({ ...keyspace, ranges: rangesOf(keyspace) }))
        io.out(`${JSON.stringify(listed, null, 2)}\n`)
        return
      }
      const rows = keyspaces.map((keyspace) => {
        return [keyspace.name, String(keyspace.id), String(rangesOf(keyspace))]
      })
      io.out(tableOf(["NAME", "ID", "RANGES"], rows, ["ID", "RANGES"]))
    })
}

/** What could not be split is no failure: the keyspace is there. */
function showCreated({ io }: Context, globals: Globals, created: CreatedKeyspace): void {
  const { keyspace, notSplitAt, reason } = created
  if (globals.output === "json") {
    const left = notSplitAt.map((key) => jsonOfBytes(key, globals.hex))
    io.out(`${JSON.stringify({ ...keyspace, notSplitAt: left })}\n`)
  } else io.out(`keyspace ${keyspace.name} created\n`)
  if (notSplitAt.length === 0) return
  const keys = notSplitAt.map((key) => lineOfBytes(key, globals.hex)).join(", ")
  io.err(`warning: it could not be split at ${keys}: ${reason}. It works; split it later with\n`)
  io.err(`  ringraft range split --keyspace ${keyspace.name} <key>\n`)
}

const groupExamples = `
Examples:
  ringraft keyspace create users
  ringraft put --keyspace users ada 1815
  ringraft keyspace list`

const createExamples = `
A keyspace begins with one range, or with the ranges that --split-at cuts it into. When it can't be
cut everywhere in time, it is there all the same, with fewer ranges, and works.

Examples:
  ringraft keyspace create users
  ringraft keyspace create orders --split-at 2024,2025,2026
  ringraft keyspace create hashes --hex --split-at 40,80,c0`

const listExamples = `
RANGES is how many ranges the asked node has of each.

Examples:
  ringraft keyspace list
  ringraft keyspace list --output json`
