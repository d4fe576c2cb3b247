import { Command } from "commander"
import type { CheckReport, RangeSummary } from "../../src/wire/index.ts"
import { allRanges } from "../terminal/all-ranges.ts"
import { askAny, lookAny } from "../terminal/ask-any.ts"
import { bytesOfArgument, lineOfBytes } from "../terminal/bytes.ts"
import { answered, type Context } from "../terminal/context.ts"
import { type Globals, globalsOf, positive } from "../terminal/globals.ts"
import { shownBytes, tableOf } from "../terminal/style.ts"
import { watchOperator } from "../terminal/watch-operator.ts"
import { showPlan } from "./operator.ts"

/** `ringraft range list|locate|split|merge|transfer|move|check`. */
export function rangeCommand(context: Context): Command {
  return new Command("range")
    .description("show the ranges that the keys are cut into; cut, merge or check them")
    .addCommand(listCommand(context))
    .addCommand(locateCommand(context))
    .addCommand(splitCommand(context))
    .addCommand(mergeCommand(context))
    .addCommand(transferCommand(context))
    .addCommand(moveCommand(context))
    .addCommand(checkCommand(context))
    .addHelpText("after", groupExamples)
}

function listCommand(context: Context): Command {
  return new Command("list")
    .description("show all ranges, in the order of their keys")
    .addHelpText("after", listExamples)
    .action(async (_options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const { keyspace } = globals
      const ranges = await allRanges(context, globals)
      const asked = keyspace === "" ? ranges : ranges.filter((range) => range.keyspace === keyspace)
      showRanges(context, globals, asked)
    })
}

function locateCommand(context: Context): Command {
  return new Command("locate")
    .description("show the range that holds a key")
    .argument("<key>")
    .addHelpText("after", "\nExamples:\n  ringraft range locate ada")
    .action(async (word: string, _options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const key = bytesOfArgument(word, globals.hex, "the key")
      const asked = lookAny(context.io, globals, (address, timeoutMs) =>
        context.io.locateKey(address, { keyspace: globals.keyspace, key }, timeoutMs),
      )
      showRanges(context, globals, [await answered(context, globals, asked)])
    })
}

interface Cut {
  readonly range?: number
}

function splitCommand(context: Context): Command {
  return new Command("split")
    .description("cut a range in two: the key is the first one of the new range")
    .argument("<key>")
    .option("--range <id>", "refuse where the key is not in this range", positive)
    .addHelpText("after", splitExamples)
    .action(async (word: string, { range: rangeId = 0 }: Cut, command: Command) => {
      const globals = globalsOf(command)
      const key = bytesOfArgument(word, globals.hex, "the key")
      const cut = { keyspace: globals.keyspace, key, rangeId }
      const asked = askAny(context.io, globals, (address, timeoutMs) =>
        context.io.splitRange(address, cut, timeoutMs),
      )
      const { left, right } = await answered(context, globals, asked)
      if (globals.output === "json") {
        const halves = { left: jsonOfDescriptor(left), right: jsonOfDescriptor(right) }
        context.io.out(`${JSON.stringify(halves, null, 2)}\n`)
      } else {
        const name = lineOfBytes(key, globals.hex)
        context.io.out(`range ${left.rangeId} ends before ${name}, range ${right.rangeId} begins\n`)
      }
    })
}

function mergeCommand(context: Context): Command {
  return new Command("merge")
    .description("have a range take in the one behind it")
    .argument("<range>", "its id", positive)
    .argument("[next]", "the id of the one behind it: refused where that is another", positive)
    .addHelpText("after", mergeExamples)
    .action(async (rangeId: number, next: number | undefined, _: unknown, command: Command) => {
      const globals = globalsOf(command)
      const asked = askAny(context.io, globals, (address, timeoutMs) =>
        context.io.mergeRanges(address, { rangeId, nextRangeId: next ?? 0 }, timeoutMs),
      )
      const range = await answered(context, globals, asked)
      const source = range.absorbed?.at(-1) ?? null
      if (globals.output === "json") {
        const answer = { source, range: jsonOfDescriptor(range) }
        context.io.out(`${JSON.stringify(answer, null, 2)}\n`)
      } else context.io.out(`range ${rangeId} has taken in range ${source}\n`)
    })
}

interface Wait {
  readonly wait?: true
}

function moveCommand(context: Context): Command {
  return new Command("move")
    .description("have a replica of a range moved from one store to another")
    .argument("<range>", "its id", positive)
    .argument("<from>", "the store that has it", positive)
    .argument("<to>", "the store that is to have it", positive)
    .option("--wait", "follow it until it has ended")
    .addHelpText("after", "\nExamples:\n  ringraft range move 7 1 4 --wait")
    .action(async (rangeId: number, from: number, to: number, options: Wait, command: Command) => {
      const globals = globalsOf(command)
      const asked = askAny(context.io, globals, (address, timeoutMs) =>
        context.io.moveReplica(address, { rangeId, from, to }, timeoutMs),
      )
      const operator = await answered(context, globals, asked)
      if (options.wait !== true) showPlan(context, globals, operator, "begun")
      else await watchOperator(context, globals, operator.id, true)
    })
}

function transferCommand(context: Context): Command {
  return new Command("transfer")
    .description("hand leadership of a range to the replica of another node")
    .argument("<range>", "its id", positive)
    .argument("<node>", "the node's id", positive)
    .addHelpText("after", "\nExamples:\n  ringraft range transfer 7 3")
    .action(async (rangeId: number, to: number, _options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const asked = askAny(context.io, globals, (address, timeoutMs) =>
        context.io.transferLeader(address, { rangeId, to }, timeoutMs),
      )
      await answered(context, globals, asked)
      if (globals.output === "json") context.io.out(`${JSON.stringify({ range: rangeId, to })}\n`)
      else context.io.out(`leadership of range ${rangeId} goes to node ${to}\n`)
    })
}

function checkCommand(context: Context): Command {
  return new Command("check")
    .description("have the replicas of a range compare what they hold")
    .argument("<range>", "its id", positive)
    .addHelpText("after", checkExamples)
    .action(async (rangeId: number, _options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const asked = askAny(context.io, globals, (address, timeoutMs) =>
        context.io.checkRange(address, rangeId, timeoutMs),
      )
      const report = await answered(context, globals, asked)
      const { index, outcome, hashes } = report
      if (outcome !== "agreed") context.exitCode = 1
      if (globals.output === "json") {
        const replicas = hashes.map(({ nodeId, hash }) => ({ store: nodeId, hash: hash || null }))
        const answer = { range: rangeId, index, outcome, replicas }
        context.io.out(`${JSON.stringify(answer, null, 2)}\n`)
        return
      }
      const rows = hashes.map(({ nodeId, hash }) => [
        String(nodeId),
        hash === "" ? context.style.red("no answer") : hash,
      ])
      context.io.out(tableOf(["STORE", "HASH"], rows, ["STORE"]))
      context.io.out(`${outcomes[outcome]} (compared at entry ${index})\n`)
    })
}

const outcomes: Readonly<Record<CheckReport["outcome"], string>> = {
  agreed: "all replicas that answered hold the same",
  differs: "replicas differ: those in the minority fetch their data anew",
  undecided: "replicas differ and no majority holds the same: nothing was changed",
  unanswered: "too few replicas answered in time: ask again, or allow more --timeout",
}

function showRanges(context: Context, globals: Globals, ranges: readonly RangeSummary[]): void {
  if (globals.output === "json") {
    context.io.out(`${JSON.stringify(ranges.map(jsonOfRange), null, 2)}\n`)
    return
  }
  const rows = ranges.map(({ range, keyspace, replicas, leaderNodeId, bytes, keys }) => [
    String(range.rangeId),
    keyspace,
    lineOfBytes(range.start, globals.hex),
    range.end.length === 0 ? context.style.dim("end") : lineOfBytes(range.end, globals.hex),
    `${range.version}.${range.configVersion}`,
    leaderNodeId === 0 ? context.style.red("none") : String(leaderNodeId),
    replicas
      .map(({ nodeId, role }) => (role === "voter" ? nodeId : `${nodeId} (${role})`))
      .join(" "),
    shownBytes(bytes),
    String(keys),
  ])
  context.io.out(tableOf(head, rows, ["ID", "LEADER", "BYTES", "KEYS"]))
}

const head = ["ID", "KEYSPACE", "START", "END", "EPOCH", "LEADER", "REPLICAS", "BYTES", "KEYS"]

/** Programs rely on these names. */
function jsonOfRange(summary: RangeSummary): unknown {
  const { range, keyspace, replicas, leaderNodeId, bytes, keys } = summary
  const { id, ...descriptor } = jsonOfDescriptor(range)
  return {
    ...{ id, keyspace, ...descriptor },
    replicas: replicas.map(({ nodeId, role }) => ({ store: nodeId, role })),
    leader: leaderNodeId === 0 ? null : leaderNodeId,
    ...{ bytes, keys },
  }
}

export function jsonOfDescriptor(range: RangeSummary["range"]) {
  const { rangeId, start, end, version, configVersion } = range
  return {
    id: rangeId,
    start: Buffer.from(start).toString("hex"),
    end: Buffer.from(end).toString("hex"),
    epoch: { version, configVersion },
  }
}

const groupExamples = `
Examples:
  ringraft range list
  ringraft range split m
  ringraft range transfer 3 2`

const listExamples = `
A range holds the keys from START up to and without END. EPOCH counts its splits and its changes of
replicas. BYTES and KEYS are what its leader reckons; a check makes them exact. In JSON, start and
end are hexadecimal, an empty end is the end of the keyspace. With --keyspace the ranges of that one
are shown. Where nobody tells of some ranges for as long as --timeout says, the others are shown,
with a warning, and the exit code is 1.

Examples:
  ringraft range list
  ringraft range list --keyspace users
  ringraft range list --output json`

const checkExamples = `
Every replica hashes its data at the same entry of the log, slowly, so as not to disturb clients:
allow some seconds for each 64 MiB. Nodes do this by themselves once an hour. The exit code is 1
unless all that answered hold the same.

Examples:
  ringraft range check 2
  ringraft range check 2 --timeout 60s --output json`

const mergeExamples = `
Merging moves no data where both ranges have their replicas on the same nodes. Where not, the driver
first moves those of the range to the nodes of the one behind it: allow more --timeout for that, and
see ringraft operator list. For a moment requests for keys of the range behind it wait. Where it
can't be done, because a node is down, it is given up after seconds: both ranges are there then, and
replicas of the first may have moved.

Examples:
  ringraft range merge 2
  ringraft range merge 2 13 --timeout 2m`

const splitExamples = `
Splitting moves no data, and clients do not notice.

Examples:
  ringraft range split m
  ringraft range split m --range 2
  ringraft range split --hex 00ff`
