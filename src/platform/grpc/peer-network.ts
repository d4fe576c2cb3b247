import type { ServerWritableStream } from "@grpc/grpc-js"
import {
  assert,
  frameBytesMax,
  KvError,
  type LeaderHint,
  type NodeId,
  type StoreTable,
} from "../../base/index.ts"
import type { NodeConfig } from "../../config/index.ts"
import type { Clock, Lane, Network, NetworkHandler, Telemetry } from "../../env/index.ts"
import type { Handlers, peerMethods } from "./definitions.ts"
import { fetchFrom, serveFetch } from "./peer-fetch.ts"
import { callerOf, keysOf, laneOf, type PeerIdentity } from "./peer-identity.ts"
import { PeerLink } from "./peer-link.ts"
import { type LaneCall, PeerOutgoing } from "./peer-outgoing.ts"
import { kvErrorOf, statusOf } from "./status.ts"

export interface PeerNetworkOptions {
  readonly config: NodeConfig
  /** Made at random with the data folder. */
  readonly storeKey: string
  readonly clock: Clock
  readonly telemetry: Telemetry
}

interface Peer {
  readonly address: string
  readonly link: PeerLink
  readonly outgoing: PeerOutgoing
}

/**
 * The Network port over gRPC. Each lane and direction has a connection of its own, opened by its
 * receiver, so heartbeats never wait behind entries. Frames between two nodes carry the ids of
 * cluster and nodes on the call; who does not belong is refused.
 */
export class PeerNetwork implements Network {
  readonly #options: PeerNetworkOptions
  readonly #peers = new Map<NodeId, Peer>()
  #handler: NetworkHandler | undefined
  #known: Pick<StoreTable, "clusterKey" | "stores"> = { clusterKey: "", stores: [] }
  #closed = false

  constructor(options: PeerNetworkOptions) {
    this.#options = options
    this.setPeers(options.config.members)
  }

  listen(handler: NetworkHandler): void {
    assert(this.#handler === undefined, "listen is called once")
    this.#handler = handler
    for (const { link } of this.#peers.values()) link.start()
  }

  setPeers(peers: readonly LeaderHint[]): void {
    if (this.#closed) return
    const addresses = new Map(peers.map(({ nodeId, address }) => [nodeId, address]))
    for (const [nodeId, { address, link, outgoing }] of this.#peers) {
      if (addresses.get(nodeId) === address) continue
      this.#peers.delete(nodeId)
      link.close()
      outgoing.close()
    }
    for (const peer of peers) {
      if (peer.nodeId === this.#options.config.nodeId || this.#peers.has(peer.nodeId)) continue
      const opened = this.#open(peer)
      this.#peers.set(peer.nodeId, opened)
      if (this.#handler !== undefined) opened.link.start()
    }
  }

  /** Connections that are open stay; all that are opened from now on are compared. */
  identify(table: Pick<StoreTable, "clusterKey" | "stores">): void {
    this.#known = table
  }

  send(to: NodeId, lane: Lane, frame: Uint8Array): boolean {
    const sent = this.#peers.get(to)?.outgoing.send(lane, frame) ?? false
    if (!sent && frame.length > frameBytesMax(this.#options.config.limits)) {
      this.#options.telemetry.error("frame too large for a peer", { to, lane, bytes: frame.length })
    }
    return sent
  }

  async *fetch(from: NodeId, request: Uint8Array, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const peer = this.#peers.get(from)
    if (peer === undefined) {
      throw new KvError("unavailable", `node ${from} is no peer of this one`)
    }
    const { address } = peer
    yield* fetchFrom({ nodeId: from, address }, this.#self, request, signal)
  }

  /** What the server answers to peers. */
  get handlers(): Handlers<typeof peerMethods> {
    return {
      Stream: (call: LaneCall) => this.#onStream(call),
      Fetch: (call: ServerWritableStream<Buffer, Buffer>) => this.#onFetch(call),
    }
  }

  get #self(): PeerIdentity {
    const { config, storeKey } = this.#options
    return { config, storeKey, known: this.#known }
  }

  close(): void {
    this.#closed = true
    for (const { link, outgoing } of this.#peers.values()) {
      link.close()
      outgoing.close()
    }
  }

  #open(peer: LeaderHint): Peer {
    const { config, clock, telemetry } = this.#options
    const link = new PeerLink({
      peer,
      config,
      self: () => this.#self,
      clock,
      telemetry,
      onFrame: (from, lane, frame) => this.#handler?.onFrame(from, lane, frame),
      onDisconnect: (from, lane) => this.#onDisconnect(from, lane),
    })
    const outgoing = new PeerOutgoing(config.limits, (lane) =>
      this.#onDisconnect(peer.nodeId, lane),
    )
    return { address: peer.address, link, outgoing }
  }

  #onStream(call: LaneCall): void {
    try {
      const { caller, peer } = this.#admit(call)
      const lane = laneOf(call.metadata)
      peer.outgoing.accept(lane, call, keysOf(this.#self))
      this.#options.telemetry.debug("peer opened a lane", { peer: caller, lane })
      peer.link.hurry()
    } catch (error) {
      this.#refuse(call, error)
    }
  }

  #onFetch(call: ServerWritableStream<Buffer, Buffer>): void {
    try {
      const { caller, handler } = this.#admit(call)
      const { limits } = this.#options.config
      void serveFetch(call, (request) => handler.onFetch(caller, request), limits)
    } catch (error) {
      this.#refuse(call, error)
    }
  }

  #admit(call: LaneCall): { caller: NodeId; peer: Peer; handler: NetworkHandler } {
    const caller = callerOf(call.metadata, this.#self)
    if (this.#handler === undefined || this.#closed) {
      throw new KvError("unavailable", "this node is not ready for its peers: try again")
    }
    const peer = this.#peers.get(caller)
    if (peer === undefined) {
      this.#handler.onStranger(caller)
      throw new KvError(
        "unavailable",
        `node ${caller} is not known here: if it joined a moment ago, it soon will be`,
      )
    }
    return { caller, peer, handler: this.#handler }
  }

  #refuse(call: LaneCall, failure: unknown): void {
    const error = kvErrorOf(failure)
    if (error.code === "wrong_cluster") {
      this.#options.telemetry.error("peer refused", { from: call.getPeer(), reason: error.message })
    }
    call.emit("error", statusOf(error))
  }

  #onDisconnect(peer: NodeId, lane: Lane): void {
    if (!this.#closed) this.#handler?.onDisconnect(peer, lane)
  }
}
