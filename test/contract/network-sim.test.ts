import t from "tap"
import { Dice, defined, type NodeId } from "../../src/base/index.ts"
import type { Network } from "../../src/env/index.ts"
import { calmWeather, Links } from "../../src/sim/links.ts"
import { PeerNetwork } from "../../src/sim/network.ts"
import { Process } from "../../src/sim/process.ts"
import { PumpedWorld } from "../sim/pumped-world.ts"
import { type NetworkWorld, networkContract, Recorder } from "./network.ts"

const members: readonly NodeId[] = [1, 2, 3]

t.test("the simulated network", async (t) => networkContract(t, openWorld))

async function openWorld(): Promise<NetworkWorld> {
  const pumped = new PumpedWorld()
  const { world } = pumped
  const dice = new Dice(1)
  const links = new Links(world, dice.fork(), calmWeather)
  const network = new PeerNetwork({ world, dice, links, members, tap: () => {} })
  const nodes = new Map<NodeId, { process: Process; port: Network; recorder: Recorder }>()
  const start = (nodeId: NodeId, clusterKey = ""): void => {
    const process = new Process(world, `node ${nodeId}`)
    const port = network.portOf(nodeId, process)
    const recorder = new Recorder()
    port.identify({ clusterKey, stores: [] })
    port.listen(recorder)
    nodes.set(nodeId, { process, port, recorder })
  }
  const running = (nodeId: NodeId) => defined(nodes.get(nodeId), `node ${nodeId} was started`)
  const stop = async (nodeId: NodeId): Promise<void> => running(nodeId).process.kill()
  for (const nodeId of members) start(nodeId)
  return {
    peers: members.map((nodeId) => ({ nodeId, address: `node${nodeId}` })),
    port: (nodeId) => running(nodeId).port,
    heard: (nodeId) => running(nodeId).recorder,
    restart: async (nodeId, clusterKey) => {
      await stop(nodeId)
      start(nodeId, clusterKey)
    },
    stop,
    until: (condition, what) => pumped.until(condition, what),
    close: () => pumped.close(),
  }
}
