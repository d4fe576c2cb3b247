/** Who calls whom: every call between nodes says it, so that clusters and members never mix. */
import { Metadata } from "@grpc/grpc-js"
import { KvError, type NodeId } from "../../base/index.ts"
import type { NodeConfig } from "../../config/index.ts"
import { type Lane, lanes } from "../../env/index.ts"

const clusterKey = "ringraft-cluster-id"
const callerKey = "ringraft-node-id"
const calledKey = "ringraft-to-node-id"
const laneKey = "ringraft-lane"

/** What a call of this node to `peer` carries. */
export function introduce(config: NodeConfig, peer: NodeId, lane?: Lane): Metadata {
  const metadata = new Metadata()
  metadata.set(clusterKey, config.clusterId)
  metadata.set(callerKey, String(config.nodeId))
  metadata.set(calledKey, String(peer))
  if (lane !== undefined) metadata.set(laneKey, lane)
  return metadata
}

/**
 * The node that calls. Throws KvError `wrong_cluster` when it is of another cluster, says that it
 * is this one, or wants another than this one: somebody's list of members is wrong.
 */
export function callerOf(metadata: Metadata, config: NodeConfig): NodeId {
  const cluster = textOf(metadata, clusterKey)
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
  return nodeId
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
