import { Command } from "commander"
import { KvError } from "../../src/base/index.ts"
import type { KeyOfKeyspace, OperatorSummary, RangeSummary } from "../../src/wire/index.ts"
import { lookAny } from "../terminal/ask-any.ts"
import { bytesOfArgument, jsonOfBytes, lineOfBytes } from "../terminal/bytes.ts"
import { answered, type Context } from "../terminal/context.ts"
import { type Globals, globalsOf } from "../terminal/globals.ts"
import { tableOf } from "../terminal/style.ts"
import { endLine } from "../terminal/watch-operator.ts"
import { jsonOfOperator } from "./operator.ts"
import { jsonOfDescriptor } from "./range.ts"

/** Operators that are shown, the newest. */
const operatorsMax = 5

/** One replica, as its own node sees it. */
interface ReplicaState {
  readonly store: number
  readonly role: string
  /** undefined: that node was not reached, or has none yet. */
  readonly seen: RangeSummary | undefined
}

interface Explanation {
  readonly key: Uint8Array
  readonly summary: RangeSummary
  readonly replicas: readonly ReplicaState[]
  /** undefined: nobody drives now. */
  readonly operators: readonly OperatorSummary[] | undefined
}

/** `ringraft explain KEY`. */
export function explainCommand(context: Context): Command {
  return new Command("explain")
    .description("show where a key is: its range, the replicas, how far they are, what was done")
    .argument("<key>")
    .addHelpText("after", examples)
    .action(async (word: string, _options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const key = bytesOfArgument(word, globals.hex, "the key")
      const explanation = await answered(context, globals, explain(context, globals, key))
      if (globals.output === "json") {
        context.io.out(`${JSON.stringify(jsonOf(explanation, globals), null, 2)}\n`)
      } else show(context, globals, explanation)
    })
}

async function explain({ io }: Context, globals: Globals, key: Uint8Array): Promise<Explanation> {
  const place: KeyOfKeyspace = { keyspace: globals.keyspace, key }
  const locate = (address: string, timeoutMs: number) => io.locateKey(address, place, timeoutMs)
  const summary = await lookAny(io, globals, locate)
  const { members } = await lookAny(io, globals, io.status)
  const addresses = new Map(members.map(({ nodeId, address }) => [nodeId, address]))
  const { rangeId } = summary.range
  const replicas = summary.replicas.map(async ({ nodeId, role }): Promise<ReplicaState> => {
    const address = addresses.get(nodeId)
    const asked = address === undefined ? undefined : locate(address, globals.timeout)
    const seen = asked === undefined ? undefined : await orUndefined(asked)
    // A node without a replica tells what others said.
    const own = seen?.readFrom !== "" && seen?.range.rangeId === rangeId
    return { store: nodeId, role, seen: own ? seen : undefined }
  })
  const operators = [false, true].map((ended) => {
    return lookAny(io, globals, (address, timeoutMs) => io.listOperators(address, ended, timeoutMs))
  })
  const known = await orUndefined(Promise.all(operators))
  const touched = known?.flat().filter((operator) => operator.rangeId === rangeId)
  return {
    ...{ key, summary, replicas: await Promise.all(replicas) },
    operators: touched?.slice(0, operatorsMax),
  }
}

async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof KvError) return undefined
    throw error
  }
}

function show({ io, style }: Context, { hex }: Globals, explanation: Explanation): void {
  const { key, summary, replicas, operators } = explanation
  const { range, keyspace, leaderNodeId } = summary
  const end = range.end.length === 0 ? "the end" : lineOfBytes(range.end, hex)
  const start = range.start.length === 0 ? "the beginning" : lineOfBytes(range.start, hex)
  const epoch = `epoch ${range.version}.${range.configVersion}`
  io.out(`key ${lineOfBytes(key, hex)} of keyspace ${keyspace}\n`)
  io.out(`range ${range.rangeId}, from ${start} to ${end}, ${epoch}\n`)
  const rows = replicas.map(({ store, role, seen }) => [
    String(store),
    store === leaderNodeId ? `${role}, leads` : role,
    ...(seen === undefined
      ? ["", "", "", "", style.yellow("not reached")]
      : [seen.firstIndex, seen.commitIndex, seen.appliedIndex, seen.lastIndex].map(String)),
    ...(seen === undefined ? [] : [seen.readFrom]),
  ])
  io.out(tableOf(replicaHead, rows, ["STORE", "FIRST", "COMMIT", "APPLIED", "LAST"]))
  if (leaderNodeId === 0) io.out("the asked node knows no leader\n")
  if (operators === undefined) io.out("what was done with the range is not known: nobody drives\n")
  else if (operators.length === 0) io.out("no operator touched the range\n")
  else io.out(tableOf(["OPERATOR", "KIND", "WHY", "END", "BEGUN"], operators.map(rowOf), []))
}

const replicaHead = ["STORE", "ROLE", "FIRST", "COMMIT", "APPLIED", "LAST", "KEY READ FROM"]

function rowOf({ id, kind, why, end, reason, ageMs }: OperatorSummary): string[] {
  const how = endLine({ end: end === "" ? "under way" : end, reason })
  return [String(id), kind, why, how, `${Math.round(ageMs / 1_000)} s ago`]
}

/** Programs rely on these names. */
function jsonOf({ key, summary, replicas, operators }: Explanation, { hex }: Globals): object {
  const { range, keyspace, leaderNodeId } = summary
  return {
    ...{ key: jsonOfBytes(key, hex), keyspace, range: jsonOfDescriptor(range) },
    leader: leaderNodeId === 0 ? null : leaderNodeId,
    replicas: replicas.map(({ store, role, seen }) => ({
      ...{ store, role, log: seen === undefined ? null : logOf(seen) },
      readFrom: seen?.readFrom ?? null,
    })),
    operators: operators?.map(jsonOfOperator) ?? null,
  }
}

function logOf({ firstIndex, commitIndex, appliedIndex, lastIndex }: RangeSummary): object {
  return { first: firstIndex, commit: commitIndex, applied: appliedIndex, last: lastIndex }
}

const examples = `
FIRST to LAST is what a replica has of the range's log, COMMIT what it knows to be committed. KEY
READ FROM is "memory" where a read at that node needs no disk.

Examples:
  ringraft explain ada
  ringraft explain ada --keyspace users --output json`
