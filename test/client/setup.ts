import { KvError } from "../../src/base/index.ts"
import { type Client, type ClientOptions, createClient } from "../../src/client/index.ts"
import type { RequestId } from "../../src/core/range/types.ts"
import { ScriptedCluster, type ScriptedNode } from "./scripted-cluster.ts"
import { plainDice, VirtualTime } from "./virtual-time.ts"

export interface Setup {
  readonly time: VirtualTime
  readonly cluster: ScriptedCluster
  readonly a: ScriptedNode
  readonly b: ScriptedNode
  readonly c: ScriptedNode
  readonly db: Client
}

/** Three nodes, `a` leading, and a client that has not spoken to any of them yet. */
export function setUp(
  options: Partial<ClientOptions> & { before?: (c: ScriptedCluster) => void } = {},
): Setup {
  const time = new VirtualTime()
  const cluster = new ScriptedCluster(time, ["a:1", "b:1", "c:1"])
  for (const node of cluster.nodes.values()) node.greeting = { leader: leaderOf("a:1") }
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

export function leaderOf(address: string): { nodeId: number; address: string } {
  return { nodeId: address.charCodeAt(0), address }
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
