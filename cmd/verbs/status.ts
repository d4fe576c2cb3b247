import { Command } from "commander"
import type { ClusterStatus } from "../../src/wire/index.ts"
import { answered, type Context } from "../terminal/context.ts"
import { type Globals, globalsOf } from "../terminal/globals.ts"
import { tableOf } from "../terminal/style.ts"

/** `ringraft status`. */
export function statusCommand(context: Context): Command {
  return new Command("status")
    .description("show the nodes: who leads, how far each one is")
    .addHelpText("after", examples)
    .action(async (_options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const given = command.parent?.getOptionValueSource("endpoints") !== "default"
      const rows = await answered(context, globals, statusOfAll(context, globals, given))
      const leads = rows.some(({ status }) => status?.role === "leader")
      if (!leads) context.exitCode = 1
      if (globals.output === "json") {
        context.io.out(`${JSON.stringify({ nodes: rows.map(jsonOfRow) }, null, 2)}\n`)
        return
      }
      context.io.out(tableOf(head, tableRows(rows, context), numbers))
      for (const { address, error } of rows) {
        if (error !== undefined) context.io.err(`${address}: ${error}\n`)
      }
      for (const { address, status } of rows) {
        if (status === undefined || status.undecided === 0) continue
        const many = `${status.undecided} of the ranges that it leads`
        context.io.err(`${address}: replicas of ${many} differ, and no majority agrees\n`)
      }
      if (!leads) context.io.err("no leader: writes wait until a majority of the nodes can talk\n")
    })
}

/** A node as it told, or why it did not. */
export interface StatusRow {
  readonly address: string
  readonly nodeId: number | undefined
  readonly status: ClusterStatus | undefined
  readonly error: string | undefined
}

/**
 * Asks the endpoints, and the members that they name. Endpoints that nobody asked for and that are
 * no members are left out when they don't answer.
 */
export async function statusOfAll(
  { io }: Context,
  { endpoints, timeout }: Pick<Globals, "endpoints" | "timeout">,
  given: boolean,
): Promise<StatusRow[]> {
  const rows = new Map<string, StatusRow>()
  const ask = async (address: string, nodeId: number | undefined): Promise<void> => {
    if (rows.has(address)) return
    rows.set(address, { address, nodeId, status: undefined, error: "no answer" })
    try {
      const status = await io.status(address, timeout)
      rows.set(address, { address, nodeId: status.nodeId, status, error: undefined })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      rows.set(address, { address, nodeId, status: undefined, error: message })
    }
  }
  await Promise.all(endpoints.map((address) => ask(address, undefined)))
  const told = [...rows.values()].flatMap(({ status }) => status?.members ?? [])
  await Promise.all(told.map(({ nodeId, address }) => ask(address, nodeId)))
  return uniqueRows([...rows.values()], told, given)
}

function uniqueRows(
  rows: readonly StatusRow[],
  members: ClusterStatus["members"],
  given: boolean,
): StatusRow[] {
  const known = rows.map((row) => {
    const member = members.find(({ address }) => address === row.address)
    return row.nodeId === undefined && member !== undefined
      ? { ...row, nodeId: member.nodeId }
      : row
  })
  const seen = new Set<number>()
  return known
    .filter(({ nodeId }) => given || nodeId !== undefined || members.length === 0)
    .sort((left, right) => (left.nodeId ?? Infinity) - (right.nodeId ?? Infinity))
    .filter(({ nodeId, status }) => {
      // The same node under another of its names.
      if (nodeId === undefined || status === undefined) return true
      if (seen.has(nodeId)) return false
      seen.add(nodeId)
      return true
    })
}

/** Whether a node has a replica of the cluster's own range: only some of them do. */
function hasReplica({ term, lastIndex }: ClusterStatus): boolean {
  return term > 0 || lastIndex > 0
}

/** How many entries a node has yet to apply of what the leader committed; null: none concern it. */
function lagOf(status: ClusterStatus, rows: readonly StatusRow[]): number | null {
  if (!hasReplica(status)) return null
  const commits = rows.map((row) => row.status?.commitIndex ?? 0)
  return Math.max(0, Math.max(...commits) - status.appliedIndex)
}

const head = [
  ...["NODE", "ADDRESS", "RANGES", "LEADS", "ROLE", "TERM", "LOG", "APPLIED", "LAG"],
  ...["CONDITION", "MEMORY", "UP"],
]
const numbers = ["NODE", "RANGES", "LEADS", "TERM", "APPLIED", "LAG", "MEMORY", "UP"]

function tableRows(rows: readonly StatusRow[], { style }: Context): string[][] {
  return rows.map(({ address, nodeId, status }) => {
    if (status === undefined) {
      const known = nodeId === undefined ? "?" : String(nodeId)
      return [known, address, "", "", style.red("unreachable"), ...head.slice(5).map(() => "")]
    }
    const { role, condition } = status
    const log = [
      role === "leader" ? style.green(role) : role,
      String(status.term),
      `${status.firstIndex}–${status.lastIndex}`,
      String(status.appliedIndex),
      String(lagOf(status, rows)),
    ]
    return [
      String(status.nodeId),
      address,
      String(status.ranges),
      String(status.leaders),
      ...(hasReplica(status) ? log : log.map(() => "")),
      condition === "ok" ? condition : style.yellow(condition),
      `${Math.round(status.residentBytes / 1_024 ** 2)} MiB`,
      formatUptime(status.uptimeMs),
    ]
  })
}

function jsonOfRow(row: StatusRow, _at: number, rows: readonly StatusRow[]): unknown {
  const { address, nodeId, status, error } = row
  if (status === undefined) return { nodeId, address, reachable: false, error }
  return { reachable: true, lag: lagOf(status, rows), ...status, address }
}

export function formatUptime(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  if (seconds < 60) return `${seconds}s`
  if (seconds < 3_600) return `${Math.floor(seconds / 60)}m ${seconds % 60}s`
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)}h ${Math.floor(seconds / 60) % 60}m`
  return `${Math.floor(seconds / 86_400)}d ${Math.floor(seconds / 3_600) % 24}h`
}

const examples = `
RANGES is how many ranges a node has a replica of, LEADS how many of them it leads. What follows is
of the cluster's own range: LOG the first and last entry that a node still holds, LAG how many
committed entries it has yet to apply; a node that has no replica of that range shows nothing there.
Exit code 1 when no node that answers leads that range.

Examples:
  ringraft status
  ringraft status --endpoints db1:7400 --output json`
