/** Three whole nodes over real gRPC and real disks, in one process. */
import { join } from "node:path"
import type { Test } from "tap"
import { type ServedNode, startServedNode } from "../../cmd/serve/served-node.ts"
import { readSettings } from "../../cmd/serve/settings.ts"
import { defined, type NodeId } from "../../src/base/index.ts"
import type { NodeConfig } from "../../src/config/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import type { RangeStatus } from "../../src/store/types.ts"
import { folderOf, freePorts, until } from "./loopback.ts"
import { RawClient } from "./raw-client.ts"

/**
 * Small logs; and patience, for all nodes share one thread and one disk here: who leads stands down
 * where the log takes longer than an election timeout.
 */
const settings = [
  ...["raft.tickMs=50ms", "raft.electionTimeoutTicks=40"],
  ...["storage.segmentBytesMax=4MiB", "storage.logBytesMax=8MiB"],
  "limits.deadlineMsDefault=60s",
]
/** Of clients' keys: all of them, until it is split. */
const firstRange = 2

export class Cluster {
  readonly #configs: readonly NodeConfig[]
  readonly #running = new Map<NodeId, ServedNode>()
  readonly #clients = new Map<NodeId, RawClient>()

  constructor(configs: readonly NodeConfig[]) {
    this.#configs = configs
  }

  static async start(t: Test, set: readonly string[] = []): Promise<Cluster> {
    const ports = await freePorts(3)
    const folder = folderOf(t)
    const members = ports.map((port, i) => `${i + 1}=127.0.0.1:${port}`).join(",")
    const configs = ports.map((_, i) => {
      const flags = { members, nodeId: String(i + 1), data: join(folder, `${i + 1}`) }
      return readSettings({ ...flags, set: [...settings, ...set] }, {}).config
    })
    const cluster = new Cluster(configs)
    t.teardown(() => cluster.stop())
    await Promise.all(configs.map(({ nodeId }) => cluster.startNode(nodeId)))
    return cluster
  }

  async startNode(nodeId: NodeId): Promise<void> {
    const config = defined(
      this.#configs.find((known) => known.nodeId === nodeId),
      "a node of this cluster",
    )
    const onFatal = (error: unknown): void => {
      throw error
    }
    const options = { config, telemetry: silentTelemetry, version: "0.0.0", onFatal }
    this.#running.set(nodeId, await startServedNode(options))
    this.#clients.get(nodeId)?.close()
    this.#clients.set(nodeId, new RawClient(config.listen))
  }

  async stopNode(nodeId: NodeId): Promise<void> {
    const served = this.#running.get(nodeId)
    this.#running.delete(nodeId)
    await served?.stop()
  }

  client(nodeId: NodeId): RawClient {
    return defined(this.#clients.get(nodeId), "a client of every node")
  }

  /** The running node that leads a range, once all that run agree on it. */
  async leader(rangeId = firstRange): Promise<NodeId> {
    let leaders: NodeId[] = []
    await until(() => {
      leaders = [...this.#running.keys()].map(
        (nodeId) => this.#range(nodeId, rangeId)?.leaderNodeId ?? 0,
      )
      const [first = 0] = leaders
      return this.#running.has(first) && leaders.every((leader) => leader === first)
    }, "a leader")
    return defined(leaders[0], "some node runs")
  }

  /** Ranges of a keyspace that a running node has replicas of. */
  rangesOf(nodeId: NodeId, keyspaceId: number): number[] {
    const ranges = this.#running.get(nodeId)?.node.ranges() ?? []
    return ranges
      .map(({ descriptor }) => descriptor)
      .filter((descriptor) => descriptor.keyspaceId === keyspaceId)
      .map(({ rangeId }) => rangeId)
  }

  applied(nodeId: NodeId): number {
    return this.#range(nodeId)?.appliedIndex ?? 0
  }

  async stop(): Promise<void> {
    for (const client of this.#clients.values()) client.close()
    await Promise.all([...this.#running.values()].map((served) => served.stop()))
  }

  #range(nodeId: NodeId, rangeId = firstRange): RangeStatus | undefined {
    const ranges = this.#running.get(nodeId)?.node.ranges() ?? []
    return ranges.find(({ descriptor }) => descriptor.rangeId === rangeId)
  }
}

/** The nodes but this one. */
export const others = (nodeId: NodeId): NodeId[] => [1, 2, 3].filter((other) => other !== nodeId)
