import { InvariantViolation, KvError, nodeOf, type RangeId, type ReplicaId } from "../base/index.ts"
import { membersOf } from "../core/raft/index.ts"
import { holeIn } from "../core/range/index.ts"
import type { KeyedCell } from "../core/range/types.ts"
import type { RangeInspection } from "../node/index.ts"
import { SimClientTransport } from "./client-transport.ts"
import type { Cluster } from "./cluster.ts"
import type { HostId } from "./links.ts"
import type { Machine } from "./machine.ts"
import { leftToDo } from "./placed.ts"
import { Process } from "./process.ts"
import { PlainClient } from "./workload/index.ts"

/** Never the same: else each look may fall on an entry of the checks, for ever. */
const retryMs = { least: 100, most: 250 }

/**
 * Once nothing goes wrong any more, all replicas come to hold the same: each range has those of its
 * configuration and no others, with the same entries applied, every key is somebody's, every node
 * is well, and every cell is readable and equal by way of all of them, whether they have it or pass
 * the question on. Reads every cell of every replica, so that corruption that nobody has met yet
 * shows itself and is mended. Where the driver moves replicas each range has as many as it should,
 * spread as it should be.
 */
export async function converge(
  cluster: Cluster,
  host: HostId,
  untilMs: number,
): Promise<readonly KeyedCell[]> {
  const process = new Process(cluster.world, "auditor")
  const dice = cluster.dice.fork()
  const readers = cluster.addresses.map(
    (address) =>
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
    await process.sleep(dice.between(retryMs.least, retryMs.most))
  }
}

/** What all nodes hold, or how they differ. */
async function look(
  cluster: Cluster,
  readers: readonly PlainClient[],
): Promise<readonly KeyedCell[] | string> {
  const before = positions(cluster)
  if (typeof before === "string") return before
  let first: readonly KeyedCell[] | undefined
  // All at once: a look has to fit between two entries by which replicas compare what they hold.
  const contents = await Promise.all(readers.map(cellsOf))
  for (const [i, cells] of contents.entries()) {
    if (typeof cells === "string") return `node ${i + 1} can't be read: ${cells}`
    first ??= cells
    const difference = differenceOf(first, cells)
    if (difference !== undefined) return `node ${i + 1} differs from node 1: ${difference}`
  }
  const after = positions(cluster)
  if (typeof after === "string") return after
  if (after.sum !== before.sum) return "entries are still being applied"
  return first ?? []
}

/** How far all nodes are, or who is not there yet. */
function positions({ machines, drives }: Cluster): Positions | string {
  for (const { nodeId, node } of machines) {
    if (node === undefined) return `node ${nodeId} does not run`
    const { condition } = node.status()
    if (condition !== "ok") return `node ${nodeId} says ${condition}`
  }
  const leaders = leadersOf(machines)
  const led = [...leaders.values()].map(({ descriptor }) => descriptor)
  const hole = holeIn(
    led,
    led.map(({ keyspaceId: id }) => ({ id, name: String(id), droppedAtMs: 0 })),
  )
  if (hole !== undefined) return `no range is led that has ${hole}`
  for (const [rangeId, leader] of leaders) {
    const members = membersOf(leader.view.configuration)
    const everywhere = drives || members.length === machines.length
    if (!everywhere) return `range ${rangeId} has replicas ${members}, not one on every node`
    const left = drives ? leftToDo(leader, machines) : undefined
    if (left !== undefined) return left
    const missing = members.find((id) => replicaWith(id, rangeId, machines) === undefined)
    if (missing !== undefined) return `replica ${missing} of range ${rangeId} is not there`
  }
  for (const machine of machines) {
    for (const range of machine.inspect()) {
      const behind = lagOf(range, leaders.get(range.descriptor.rangeId))
      if (behind !== undefined) return `node ${machine.nodeId} ${behind}`
    }
  }
  const last = [...leaders.values()].map(({ view }) => view.lastIndex)
  return { sum: last.reduce((sum, index) => sum + index, 0) }
}

interface Positions {
  /** Of the last indexes of all logs. */
  readonly sum: number
}

/** By range: the leader of the highest term. */
export function leadersOf(machines: readonly Machine[]): ReadonlyMap<RangeId, RangeInspection> {
  const leaders = new Map<RangeId, RangeInspection>()
  for (const range of machines.flatMap((machine) => machine.inspect())) {
    const { descriptor, view } = range
    const known = leaders.get(descriptor.rangeId)
    const newer = known === undefined || view.term > known.view.term
    if (view.role === "leader" && newer) leaders.set(descriptor.rangeId, range)
  }
  return leaders
}

function replicaWith(
  id: ReplicaId,
  rangeId: RangeId,
  machines: readonly Machine[],
): RangeInspection | undefined {
  const machine = machines.find(({ nodeId }) => nodeId === nodeOf(id))
  return machine?.inspect().find(({ descriptor, view }) => {
    return descriptor.rangeId === rangeId && view.id === id
  })
}

/** What a replica lacks, or why it should not be there; undefined: it is as its leader is. */
function lagOf(
  { descriptor, applied, view }: RangeInspection,
  leader: RangeInspection | undefined,
): string | undefined {
  const { rangeId } = descriptor
  if (leader === undefined) return `has a replica of range ${rangeId}, which nobody leads`
  const { lastIndex, configuration } = leader.view
  if (!membersOf(configuration).includes(view.id)) {
    return `has replica ${view.id} of range ${rangeId}, which was removed`
  }
  if (applied.index !== lastIndex || view.commit !== lastIndex) {
    return `applied ${applied.index} of ${lastIndex} in range ${rangeId}`
  }
  return undefined
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
