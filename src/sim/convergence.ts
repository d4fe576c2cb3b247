import {
  compareBytes,
  hexOf,
  InvariantViolation,
  KvError,
  type LogIndex,
  type RangeId,
} from "../base/index.ts"
import { defaultKeyspaceId } from "../core/range/index.ts"
import type { KeyedCell, RangeDescriptor } from "../core/range/types.ts"
import { SimClientTransport } from "./client-transport.ts"
import type { Cluster } from "./cluster.ts"
import type { HostId } from "./links.ts"
import type { Machine } from "./machine.ts"
import { Process } from "./process.ts"
import { PlainClient } from "./workload/index.ts"

const retryMs = 200

/**
 * Once nothing goes wrong any more, all replicas come to hold the same: the same entries applied,
 * every node well, and every cell readable and equal on all of them. Reads every cell of every
 * node, so that corruption that nobody has met yet shows itself and is mended.
 */
export async function converge(
  cluster: Cluster,
  host: HostId,
  untilMs: number,
): Promise<readonly KeyedCell[]> {
  const process = new Process(cluster.world, "auditor")
  const readers = cluster.members.map(
    ({ address }) =>
      new PlainClient({
        transport: new SimClientTransport(cluster.clientNetwork, host, process),
        process,
        dice: cluster.dice.fork(),
        addresses: [address],
        keyspace: cluster.keyspace,
      }),
  )
  for (;;) {
    const difference = await look(cluster, readers)
    if (typeof difference !== "string") {
      for (const reader of readers) reader.close()
      return difference
    }
    if (cluster.world.nowMs > untilMs) {
      throw new InvariantViolation(`convergence: everything is healed, yet ${difference}`)
    }
    await process.sleep(retryMs)
  }
}

/** What all nodes hold, or how they differ. */
async function look(
  cluster: Cluster,
  readers: readonly PlainClient[],
): Promise<readonly KeyedCell[] | string> {
  const before = positions(cluster.machines)
  if (typeof before === "string") return before
  let first: readonly KeyedCell[] | undefined
  for (const [i, reader] of readers.entries()) {
    const cells = await cellsOf(reader)
    if (typeof cells === "string") return `node ${i + 1} can't be read: ${cells}`
    first ??= cells
    const difference = differenceOf(first, cells)
    if (difference !== undefined) return `node ${i + 1} differs from node 1: ${difference}`
  }
  const after = positions(cluster.machines)
  if (typeof after === "string") return after
  if (after.sum !== before.sum) return "entries are still being applied"
  return first ?? []
}

/** How far all nodes are, or who is not there yet. */
function positions(machines: readonly Machine[]): Positions | string {
  const ranges = new Map<RangeId, LogIndex>()
  for (const machine of machines) {
    const { nodeId, node } = machine
    if (node === undefined) return `node ${nodeId} does not run`
    const { condition } = node.status()
    if (condition !== "ok") return `node ${nodeId} says ${condition}`
    const hole = holeIn(machine)
    if (hole !== undefined) return `node ${nodeId} has no range for ${hole}`
    for (const { descriptor, view } of machine.inspect()) {
      if (view.role === "leader") ranges.set(descriptor.rangeId, view.lastIndex)
    }
  }
  for (const machine of machines) {
    for (const { descriptor, applied, view } of machine.inspect()) {
      const { rangeId } = descriptor
      const last = ranges.get(rangeId)
      if (last === undefined) return `nobody leads range ${rangeId}`
      if (applied.index !== last || view.commit !== last) {
        return `node ${machine.nodeId} applied ${applied.index} of ${last} in range ${rangeId}`
      }
    }
  }
  return { sum: [...ranges.values()].reduce((sum, last) => sum + last, 0) }
}

interface Positions {
  /** Of the last indexes of all logs. */
  readonly sum: number
}

/** Where keys of a keyspace belong to no range of a node; undefined: nowhere. */
function holeIn(machine: Machine): string | undefined {
  const ranges = machine
    .inspect()
    .map(({ descriptor }) => descriptor)
    .filter(({ version }) => version > 0)
  const keyspaces = new Set(ranges.map(({ keyspaceId }) => keyspaceId)).add(defaultKeyspaceId)
  for (const id of keyspaces) {
    const hole = holeAmong(ranges.filter(({ keyspaceId }) => keyspaceId === id))
    if (hole !== undefined) return `${hole} of keyspace ${id}`
  }
  return undefined
}

function holeAmong(ranges: readonly RangeDescriptor[]): string | undefined {
  const spans = [...ranges].sort((left, right) => compareBytes(left.start, right.start))
  let reached: string | undefined = ""
  for (const { start, end } of spans) {
    if (hexOf(start) !== reached) return `0x${reached}`
    reached = end.length === 0 ? undefined : hexOf(end)
  }
  return reached === undefined ? undefined : `0x${reached}`
}

/** Every cell of one node. */
async function cellsOf(reader: PlainClient): Promise<readonly KeyedCell[] | string> {
  const cells: KeyedCell[] = []
  let start: Uint8Array = new Uint8Array(0)
  try {
    for (;;) {
      const page = await reader.ask(
        {
          ...{ type: "scan", start, end: new Uint8Array(0), limit: 0 },
          ...{ reverse: false, keysOnly: false, consistency: "stale" },
        },
        3_000,
      )
      if (page.type !== "scan") return `answered ${page.type} to a scan`
      cells.push(...page.cells.map((cell) => ({ ...cell, key: cell.key.slice() })))
      if (!page.more) return cells
      start = page.resumeKey.slice()
    }
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    return `${error.code}, ${error.message}`
  }
}

function differenceOf(left: readonly KeyedCell[], right: readonly KeyedCell[]): string | undefined {
  if (left.length !== right.length) return `${left.length} cells there, ${right.length} here`
  for (const [i, cell] of left.entries()) {
    const [there, here] = [drawn(cell), drawn(right[i])]
    if (there !== here) return `${there} there, ${here} here`
  }
  return undefined
}

function drawn(cell: KeyedCell | undefined): string {
  if (cell === undefined) return "nothing"
  const text = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes)
  return `${text(cell.key)}=${text(cell.value)} @${cell.version} until ${cell.expiresAtMs}`
}
