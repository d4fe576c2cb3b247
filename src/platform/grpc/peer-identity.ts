/** Who calls whom: every call between nodes says it, so that clusters and members never mix. */
import { Metadata } from "@grpc/grpc-js"
import { KvError, type NodeId, removedStore, type StoreTable } from "../../base/index.ts"
import type { NodeConfig } from "../../config/index.ts"
import { type Lane, lanes } from "../../env/index.ts"

const clusterIdKey = "ringraft-cluster-id"
const clusterKeyKey = "ringraft-cluster-key"
const storeKeyKey = "ringraft-store-key"
const callerKey = "ringraft-node-id"
const calledKey = "ringraft-to-node-id"
const laneKey = "ringraft-lane"

/** Who a node is, and what it knows of who the others are. */
export interface PeerIdentity {
  readonly config: NodeConfig
  /** Made at random with the data folder. */
  readonly storeKey: string
  readonly known: Pick<StoreTable, "clusterKey" | "stores">
}

/** What both sides of a call say of themselves. */
export function keysOf({ storeKey, known }: PeerIdentity): Metadata {
  const metadata = new Metadata()
  metadata.set(storeKeyKey, storeKey)
  if (known.clusterKey !== "") metadata.set(clusterKeyKey, known.clusterKey)
  return metadata
}

/** What a call of this node to `peer` carries. */
export function introduce(self: PeerIdentity, peer: NodeId, lane?: Lane): Metadata {
  const { config } = self
  const metadata = keysOf(self)
  metadata.set(clusterIdKey, config.clusterId)
  metadata.set(callerKey, String(config.nodeId))
  metadata.set(calledKey, String(peer))
  if (lane !== undefined) metadata.set(laneKey, lane)
  return metadata
}

/**
 * The node that calls. Throws KvError `wrong_cluster` when it is of another cluster or not the
 * store that it says, says that it is this one, or wants another than this one, or was removed:
 * somebody's list of members or data folder is wrong.
 */
export function callerOf(metadata: Metadata, self: PeerIdentity): NodeId {
  const { config } = self
  const cluster = textOf(metadata, clusterIdKey)
  if (cluster !== config.clusterId) {
    throw wrongCluster(
      `this node is of cluster ${shown(config.clusterId)}, the caller of ${shown(cluster)}: ` +
        "check clusterId and the members' addresses",
    )
  }
  const caller = textOf(metadata, callerKey)
  const nodeId = /^[1-9]\d{0,8}$/.test(caller) ? Number(caller) : 0
  if (nodeId === 0 || nodeId === config.nodeId) {
    throw wrongCluster(`node ${shown(caller)} is no other member here: check the members on both`)
  }
  const called = textOf(metadata, calledKey)
  if (called !== String(config.nodeId)) {
    throw wrongCluster(
      `this is node ${config.nodeId}, not node ${shown(called)}: check the members' addresses`,
    )
  }
  checkKeys(metadata, self, nodeId)
  if (self.known.stores.some((store) => store.nodeId === nodeId && store.state === "gone")) {
    throw wrongCluster(removedStore(nodeId))
  }
  return nodeId
}

/**
 * Whether the node at the other end is who it is taken for, as far as both know. Throws KvError
 * `wrong_cluster`.
 */
export function checkKeys(metadata: Metadata, { config, known }: PeerIdentity, peer: NodeId): void {
  const clusterKey = textOf(metadata, clusterKeyKey)
  if (clusterKey !== "" && known.clusterKey !== "" && clusterKey !== known.clusterKey) {
    throw wrongCluster(
      `nodes ${config.nodeId} and ${peer} are of two clusters, though both are named ` +
        `${shown(config.clusterId)}: one of them has another's data folder; start it with its ` +
        "own, or give the clusters different names",
    )
  }
  const store = known.stores.find(({ nodeId }) => nodeId === peer)
  const storeKey = textOf(metadata, storeKeyKey)
  if (storeKey !== "" && (store?.storeKey ?? "") !== "" && storeKey !== store?.storeKey) {
    throw wrongCluster(
      `node id ${peer} is another store's, last at ${store?.address}: start the node with the ` +
        "data folder of that store, or let it join with an empty one and no node id",
    )
  }
}

/** Throws KvError `invalid_argument`. */
export function laneOf(metadata: Metadata): Lane {
  const name = textOf(metadata, laneKey)
  const lane = lanes.find((known) => known === name)
  if (lane === undefined) throw new KvError("invalid_argument", `there is no lane ${shown(name)}`)
  return lane
}

function textOf(metadata: Metadata, key: string): string {
  return String(metadata.get(key)[0] ?? "")
}

/** For messages: what strangers send is cut and quoted. */
function shown(text: string): string {
  return JSON.stringify(text.slice(0, 64))
}

function wrongCluster(message: string): KvError {
  return new KvError("wrong_cluster", message)
}
