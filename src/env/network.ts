import type { LeaderHint, NodeId, StoreTable } from "../base/index.ts"

/**
 * Frames of one lane never wait behind another lane's. `raft`: votes, heartbeats, acknowledgements;
 * small and urgent. `append`: log entries. `forward`: client operations on their way to the leader
 * and their results.
 */
export type Lane = "raft" | "append" | "forward"

export const lanes: readonly Lane[] = ["raft", "append", "forward"]

export interface NetworkHandler {
  /** A frame arrived. It is the receiver's to keep. */
  onFrame(from: NodeId, lane: Lane, frame: Uint8Array): void
  /** The connection of a lane broke: frames handed to `send` before may or may not have arrived. */
  onDisconnect(peer: NodeId, lane: Lane): void
  /**
   * A node of this cluster that is not among the peers tried to reach this one, and was refused.
   * It may have joined a moment ago.
   */
  onStranger(nodeId: NodeId): void
  /** Serves `fetch` calls of peers. Throws KvError to refuse. */
  onFetch(from: NodeId, request: Uint8Array): AsyncIterable<Uint8Array>
}

/**
 * Frames between the nodes of one cluster. At most once: a frame may be lost, never altered; in
 * order within a lane while a connection lasts.
 */
export interface Network {
  /** Begins to deliver what arrives. Called once. */
  listen(handler: NetworkHandler): void
  /**
   * Who belongs to the cluster from now on; this node itself does not count. Whoever is not listed
   * is let go of, whoever has another address now is reached there.
   */
  setPeers(peers: readonly LeaderHint[]): void
  /**
   * Who is who, as far as is known: what tells this cluster from others of the same name, and
   * stores from others under the same id. Who is another is refused from now on.
   */
  identify(table: Pick<StoreTable, "clusterKey" | "stores">): void
  /** Hands a frame over. False when it was dropped: queue full or no connection. Never throws. */
  send(to: NodeId, lane: Lane, frame: Uint8Array): boolean
  /** Pulls a stream of frames from a peer; the puller sets the pace. Ends by throwing KvError. */
  fetch(from: NodeId, request: Uint8Array, signal: AbortSignal): AsyncIterable<Uint8Array>
}
