import { KvError } from "../../src/base/index.ts"
import { type Client, type ClientOptions, createClient } from "../../src/client/index.ts"
import type { RequestId } from "../../src/core/range/types.ts"
import { ScriptedCluster, type ScriptedNode } from "./scripted-cluster.ts"
import { wholeRoute } from "./scripted-ranges.ts"
import { plainDice, VirtualTime } from "./virtual-time.ts"

export interface Setup {
  readonly time: VirtualTime
  readonly cluster: ScriptedCluster
  readonly a: ScriptedNode
  readonly b: ScriptedNode
  readonly c: ScriptedNode
  readonly db: Client
}

export interface SetupOptions extends Partial<ClientOptions> {
  /** Of all nodes; the client begins with the first three. */
  readonly addresses?: readonly string[]
  /** What to do before the client is there. */
  readonly before?: (cluster: ScriptedCluster) => void
}

/** Three nodes, `a` leading, and a client that has not spoken to any of them yet. */
export function setUp(options: SetupOptions = {}): Setup {
  const time = new VirtualTime()
  const cluster = new ScriptedCluster(time, options.addresses ?? ["a:1", "b:1", "c:1"])
  for (const node of cluster.nodes.values()) node.greeting = { routes: [wholeRoute("a:1")] }
  options.before?.(cluster)
  const db = createClient({
    transport: cluster,
    endpoints: ["a:1", "b:1", "c:1"],
    clock: time,
    random: plainDice(),
    ...options,
  })
  const [a, b, c] = ["a:1", "b:1", "c:1"].map((address) => cluster.node(address))
  if (a === undefined || b === undefined || c === undefined) throw new Error("three nodes")
  return { time, cluster, a, b, c, db }
}

/**
 * Nodes that know their ranges, cut at "m" and "t": `a` leads what is before, `b` what is between,
 * `c` the rest. They tell a client nothing that it does not need.
 */
export function setUpRanges(options: SetupOptions = {}): Setup {
  const before = (cluster: ScriptedCluster): void => {
    for (const node of cluster.nodes.values()) node.greeting = {}
    cluster.knowsRanges = true
    cluster.ranges.split("m", "b:1")
    cluster.ranges.split("t", "c:1")
    options.before?.(cluster)
  }
  return setUp({ ...options, before })
}

/** Reads a key of every range, so that all of them are known; forgets what the nodes got so far. */
export async function learnRanges({ time, db, cluster }: Setup): Promise<void> {
  const starts = cluster.ranges.all.map(({ descriptor }) => descriptor.start)
  await time.until(Promise.all(starts.map((start) => db.get(start.length === 0 ? "a" : start))))
  await time.pass(10)
  for (const node of cluster.nodes.values()) node.requests.length = 0
}

/** The error a promise ends with. */
export async function errorOf(time: VirtualTime, promise: Promise<unknown>): Promise<KvError> {
  try {
    await time.until(promise)
  } catch (error) {
    if (error instanceof KvError) return error
    throw error
  }
  throw new Error("it was done, and should not have been")
}

/** The request ids that reached a node, in order. */
export function requestIds(node: ScriptedNode): RequestId[] {
  return node.operations.flatMap((operation) =>
    "requestId" in operation && operation.requestId !== undefined ? [operation.requestId] : [],
  )
}
