import t from "tap"
import { defined, type NodeId } from "../../src/base/index.ts"
import {
  type LoopbackNode,
  loopbackConfigs,
  startLoopback,
  until,
} from "../integration/loopback.ts"
import { type NetworkWorld, networkContract, Recorder } from "./network.ts"

t.test("the network over gRPC", async (t) => networkContract(t, openWorld))

async function openWorld(): Promise<NetworkWorld> {
  const configs = await loopbackConfigs(3)
  const nodes = new Map<NodeId, { node: LoopbackNode; recorder: Recorder }>()
  const start = async (nodeId: NodeId, clusterKey = ""): Promise<void> => {
    const config = defined(
      configs.find((known) => known.nodeId === nodeId),
      "a configuration for every node",
    )
    const recorder = new Recorder()
    const node = await startLoopback(config)
    node.network.identify({ clusterKey, stores: [] })
    node.network.listen(recorder)
    nodes.set(nodeId, { node, recorder })
  }
  const stop = async (nodeId: NodeId): Promise<void> => nodes.get(nodeId)?.node.kill()
  const running = (nodeId: NodeId) => defined(nodes.get(nodeId), `node ${nodeId} was started`)
  for (const { nodeId } of configs) await start(nodeId)
  return {
    peers: configs[0]?.members ?? [],
    port: (nodeId) => running(nodeId).node.network,
    heard: (nodeId) => running(nodeId).recorder,
    restart: async (nodeId, clusterKey) => {
      await stop(nodeId)
      await start(nodeId, clusterKey)
    },
    stop,
    until,
    close: async () => {
      for (const { nodeId } of configs) await stop(nodeId)
    },
  }
}
