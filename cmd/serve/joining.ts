/** How a node that is not among a cluster's first ones becomes one of it. */
import { KvError, type NodeId, type StoreTable, tableOfMembers } from "../../src/base/index.ts"
import type { NodeConfig } from "../../src/config/index.ts"
import type { Memo, Telemetry } from "../../src/env/index.ts"
import { rememberedStores } from "../../src/node/index.ts"
import { type DataFolder, joinCluster } from "../../src/platform/index.ts"
import { encodeStoreTable, type JoinResponse } from "../../src/wire/index.ts"

/** The nodes that are named are asked for so long, one after the other. */
const patienceMs = 30_000
const answerMsMax = 5_000
const pauseMs = 500

/**
 * The configuration with the id that this node has in its cluster: that of its data folder, or one
 * that the cluster gives it now. Rejects with KvError: `wrong_cluster` when the cluster does not
 * want it, `invalid_argument` when that knows it at another address, `unavailable` when nobody
 * answers.
 */
export async function joinedConfig(
  config: NodeConfig,
  folder: DataFolder,
  memo: Memo,
  telemetry: Telemetry,
): Promise<NodeConfig> {
  const { owner, storeKey } = folder
  // Whoever has the folder was taken in already, and knows the others from then.
  const table = await rememberedStores({ memo, telemetry }, config)
  if (owner !== undefined && table.stores.length > 0) {
    checkAddress(config, owner.nodeId, table)
    return { ...config, nodeId: config.nodeId || owner.nodeId }
  }
  const { clusterId, address, labels } = config
  const nodeId = config.nodeId || (owner?.nodeId ?? 0)
  const request = { clusterId, nodeId, storeKey, address, labels }
  const taken = await askInTurn(config.join, (node) => joinCluster(node, request, answerMsMax))
  const told = tableOfMembers(taken.members, taken.clusterKey)
  checkAddress(config, taken.nodeId, told)
  await memo.write(encodeStoreTable(told))
  telemetry.info("joined the cluster", { clusterId, nodeId: taken.nodeId })
  return { ...config, nodeId: taken.nodeId }
}

/**
 * Others reach it where it joined, and call it there: nobody would hear it from anywhere else, not
 * even that it has moved.
 */
function checkAddress({ address }: NodeConfig, nodeId: NodeId, { stores }: StoreTable): void {
  const known = stores.find((store) => store.nodeId === nodeId)
  if (known === undefined || known.state === "gone" || known.address === address) return
  throw new KvError(
    "invalid_argument",
    `the cluster knows this node, ${nodeId}, at ${known.address}, its address now is ${address}: ` +
      "a node that has joined stays where it is. Start it with that address (--listen, or --set " +
      `address=${known.address}), or remove the store (\`ringraft store remove ${nodeId}\`) and ` +
      "join with an empty data folder",
  )
}

/** Asks one node after the other, and again, until one answers or refuses. */
async function askInTurn(
  addresses: readonly string[],
  ask: (address: string) => Promise<JoinResponse>,
): Promise<JoinResponse> {
  const giveUpMs = performance.now() + patienceMs
  for (let turn = 0; ; turn += 1) {
    const address = addresses[turn % addresses.length] ?? ""
    try {
      return await ask(address)
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      const settled = error.code === "wrong_cluster" || error.code === "invalid_argument"
      if (settled) throw new KvError(error.code, `can't join: ${error.message}`)
      if (performance.now() > giveUpMs) {
        throw new KvError("unavailable", `can't join: ${address} says: ${error.message}`)
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}
